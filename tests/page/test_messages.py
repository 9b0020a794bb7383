"""What the bot sends, as a person sees it."""

import re
import struct
import zlib
from pathlib import Path

import pytest
from playwright.async_api import Route, expect

from .conftest import Stage

pytestmark = pytest.mark.asyncio(loop_scope="session")


def png(width: int, height: int) -> bytes:
    """A grey picture."""

    def chunk(name: bytes, content: bytes) -> bytes:
        checksum = zlib.crc32(name + content)
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", checksum)

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = (b"\0" + b"\x80" * width) * height
    data = chunk(b"IDAT", zlib.compress(rows))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + data + chunk(b"IEND", b"")


async def test_start_and_answer(stage: Stage) -> None:
    marie = await stage.join("Marie", "Dupont")
    await stage.visit()
    chat = await stage.open("Marie Dupont")
    await chat.get_by_role("button", name="Démarrer").click()
    assert (await stage.bot.next("message"))["text"] == "/start"
    await stage.bot.say(marie, "Bonjour <b>Marie</b>.\nÀ vous.")
    answer = chat.get_by_role("article").last
    await expect(answer).to_contain_text("Bonjour Marie.")
    await expect(answer.locator("b")).to_have_text("Marie")
    await expect(answer.locator("time")).to_have_text("9\u00a0h\u00a000")
    await expect(chat.locator(".day")).to_have_text("lundi 16 février 2015")


async def test_edit_in_place(stage: Stage) -> None:
    marie = await stage.join("Marie")
    await stage.write(marie, "/start")
    sent = await stage.bot.say(marie, "Page 1", ["▸"])
    await stage.visit()
    chat = await stage.open("Marie")
    key = chat.get_by_role("button", name="▸")
    await key.focus()
    await stage.bot.call(
        "editMessageText",
        chat_id=marie,
        message_id=sent["message_id"],
        text="Page 2",
        reply_markup={"inline_keyboard": [[{"text": "▸", "callback_data": "3"}]]},
    )
    bubble = chat.get_by_role("article").last
    await expect(bubble).to_contain_text("Page 2")
    await expect(bubble).not_to_contain_text("modifié")
    await expect(bubble).to_have_class(re.compile("changed"))
    await expect(bubble).not_to_have_class(re.compile("changed"))
    await expect(chat.get_by_role("article")).to_have_count(2)
    await expect(key).to_be_focused()


async def test_press_waits_for_its_toast(stage: Stage) -> None:
    marie = await stage.join("Marie")
    await stage.write(marie, "/start")
    await stage.bot.say(marie, "Venez-vous ?", ["Je viens", "Plus tard"])
    await stage.visit()
    chat = await stage.open("Marie")
    key = chat.get_by_role("button", name="Je viens")
    await key.click()
    await expect(key).to_have_attribute("aria-busy", "true")
    await key.click()  # a second press while the first waits is none
    query = await stage.bot.next("callback_query")
    assert query["data"] == "Je viens"
    await stage.bot.call(
        "answerCallbackQuery", callback_query_id=query["id"], text="Merci, à demain."
    )
    await expect(chat.get_by_role("status")).to_have_text("Merci, à demain.")
    await expect(key).not_to_have_attribute("aria-busy", "true")
    assert await stage.bot.waiting() == []


async def test_toast_that_comes_before_the_press_is_answered(stage: Stage) -> None:
    async def answer_first(route: Route) -> None:
        response = await route.fetch()
        query = await stage.bot.next("callback_query")
        await stage.bot.call("answerCallbackQuery", callback_query_id=query["id"], text="Déjà.")
        await expect(chat.get_by_role("status")).to_have_text("Déjà.")
        await route.fulfill(response=response)

    marie = await stage.join("Marie")
    await stage.write(marie, "/start")
    await stage.bot.say(marie, "Venez-vous ?", ["Je viens"])
    await stage.page.route("**/presses", answer_first)
    await stage.visit()
    chat = await stage.open("Marie")
    key = chat.get_by_role("button", name="Je viens")
    async with stage.page.expect_response("**/presses"):
        await key.click()
    await expect(key).not_to_have_attribute("aria-busy", "true")


async def test_alert_is_a_dialog(stage: Stage) -> None:
    marie = await stage.join("Marie")
    await stage.write(marie, "/start")
    await stage.bot.say(marie, "Au choix", ["Place"])
    await stage.visit()
    chat = await stage.open("Marie")
    await chat.get_by_role("button", name="Place").click()
    query = await stage.bot.next("callback_query")
    await stage.bot.call(
        "answerCallbackQuery", callback_query_id=query["id"], text="Complet.", show_alert=True
    )
    dialog = stage.page.get_by_role("dialog", name="Binôme")
    await expect(dialog).to_contain_text("Complet.")
    await stage.page.keyboard.press("Escape")
    await expect(dialog).to_have_count(0)


async def test_document_is_downloaded(stage: Stage, tmp_path: Path) -> None:
    marie = await stage.join("Marie")
    await stage.write(marie, "/start")
    content = b"BEGIN:VCALENDAR\r\n" + b" " * 1400 + b"END:VCALENDAR\r\n"
    await stage.bot.upload(
        "sendDocument", "document", "journée.ics", content, chat_id=marie, caption="Voici la date."
    )
    await stage.visit()
    chat = await stage.open("Marie")
    card = chat.get_by_role("link", name="journée.ics")
    await expect(card).to_contain_text("1,4\u00a0ko")
    async with stage.page.expect_download() as waiting:
        await card.click()
    download = await waiting.value
    assert download.suggested_filename == "journée.ics"
    await download.save_as(tmp_path / "saved")
    assert (tmp_path / "saved").read_bytes() == content


async def test_contact_and_venue_cards(stage: Stage) -> None:
    marie = await stage.join("Marie")
    await stage.write(marie, "/start")
    await stage.bot.call(
        "sendContact",
        chat_id=marie,
        phone_number="+33 6 66 46 62 76",
        first_name="Dominique",
        last_name="Bernier",
    )
    await stage.bot.call(
        "sendVenue",
        chat_id=marie,
        latitude=45.4186,
        longitude=4.6811,
        title="Pélussin",
        address="42410 Pélussin",
    )
    await stage.visit()
    chat = await stage.open("Marie")
    contact = chat.get_by_role("link", name="Dominique Bernier")
    await expect(contact).to_have_attribute("href", "tel:+33666466276")
    venue = chat.get_by_role("link", name="Pélussin")
    await expect(venue).to_contain_text("42410 Pélussin")
    await expect(venue).to_have_attribute("href", re.compile("mlat=45.4186&mlon=4.6811"))


async def test_photo_is_shown(stage: Stage) -> None:
    marie = await stage.join("Marie")
    await stage.write(marie, "/start")
    await stage.bot.upload("sendPhoto", "photo", "plan.png", png(60, 40), chat_id=marie)
    await stage.visit()
    chat = await stage.open("Marie")
    await expect(chat.get_by_role("img", name="Photo")).to_have_js_property("naturalWidth", 60)


async def test_typing_until_the_message(stage: Stage) -> None:
    marie = await stage.join("Marie")
    await stage.write(marie, "/start")
    await stage.visit()
    chat = await stage.open("Marie")
    await stage.bot.call("sendChatAction", chat_id=marie, action="typing")
    await expect(chat.get_by_text("Binôme écrit…")).to_be_visible()
    await stage.bot.say(marie, "Voilà.")
    await expect(chat.get_by_text("Binôme écrit…")).to_have_count(0)


async def test_deleted_message_goes(stage: Stage) -> None:
    marie = await stage.join("Marie")
    await stage.write(marie, "/start")
    sent = await stage.bot.say(marie, "Oublions cela.")
    await stage.visit()
    chat = await stage.open("Marie")
    await expect(chat.get_by_text("Oublions cela.")).to_be_visible()
    await stage.bot.call("deleteMessage", chat_id=marie, message_id=sent["message_id"])
    await expect(chat.get_by_text("Oublions cela.")).to_have_count(0)
    await expect(chat.get_by_role("article")).to_have_count(1)


async def test_command_in_a_text_can_be_touched(stage: Stage) -> None:
    marie = await stage.join("Marie")
    await stage.write(marie, "/start")
    await stage.bot.say(marie, "En savoir plus : /confidentialite.")
    await stage.visit()
    chat = await stage.open("Marie")
    await chat.get_by_role("button", name="/confidentialite").click()
    assert (await stage.bot.next("message"))["text"] == "/confidentialite"


async def test_addresses_in_a_text_are_links(stage: Stage) -> None:
    marie = await stage.join("Marie")
    await stage.write(marie, "/start")
    await stage.bot.say(
        marie, "☎ 06\u00a066\u00a046\u00a062\u00a076, 42410, d@exemple.fr, https://exemple.fr/a."
    )
    await stage.visit()
    links = (await stage.open("Marie")).get_by_role("article").last.get_by_role("link")
    addresses = await links.evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert addresses == ["tel:0666466276", "mailto:d@exemple.fr", "https://exemple.fr/a"]


async def test_invitation_is_opened_by_somebody_else(stage: Stage) -> None:
    marie = await stage.join("Marie")
    await stage.join("Paul", "Martin")
    await stage.write(marie, "/start")
    link = {"text": "Inviter Paul", "url": "https://t.me/binome_bot?start=PIL-7F3K"}
    await stage.bot.say(marie, "Invitez-le.", reply_markup={"inline_keyboard": [[link]]})
    await stage.visit()
    chat = await stage.open("Marie")
    await chat.get_by_role("link", name="Inviter Paul").click()
    await stage.page.get_by_role("dialog").get_by_role("button", name="Paul Martin").click()
    update = await stage.bot.next("message")
    assert (update["text"], update["from"]["first_name"]) == ("/start PIL-7F3K", "Paul")
    await expect(stage.chat("Paul Martin")).to_contain_text("/start PIL-7F3K")


async def test_scrolled_up_stays_there(stage: Stage) -> None:
    marie = await stage.join("Marie")
    await stage.write(marie, "/start")
    for number in range(12):
        await stage.bot.say(marie, f"Ligne {number}\n" * 5)
    await stage.visit()
    chat = await stage.open("Marie")
    await expect(chat.get_by_text("Ligne 11").last).to_be_in_viewport()
    log = chat.get_by_role("log")
    await log.evaluate("log => { log.scrollTop = 0; }")
    await expect(chat.get_by_text("Ligne 0").first).to_be_in_viewport()
    newer = chat.get_by_role("button", name="nouveau message")
    await stage.bot.say(marie, "Du nouveau")
    await newer.click()
    await expect(chat.get_by_text("Du nouveau")).to_be_in_viewport()
    await expect(newer).to_be_hidden()
