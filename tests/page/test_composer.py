"""What a person can do in their chat."""

import pytest
from playwright.async_api import Locator, expect

from .conftest import Stage

pytestmark = pytest.mark.asyncio(loop_scope="session")
COMMANDS = [
    {"command": "places", "description": "Places restantes"},
    {"command": "programme", "description": "Le programme de la journée"},
]


async def started(stage: Stage) -> tuple[int, Locator]:
    """Marie's id and her open chat, in which she said /start."""
    marie = await stage.join("Marie", "Dupont")
    await stage.write(marie, "/start")
    await stage.visit()
    return marie, await stage.open("Marie Dupont")


def message_field(chat: Locator) -> Locator:
    return chat.get_by_role("textbox", name="Message de Marie Dupont")


async def test_commands_typed_and_from_the_menu(stage: Stage) -> None:
    _, chat = await started(stage)
    await stage.bot.call("setMyCommands", commands=COMMANDS)
    await expect(chat.get_by_role("button", name="Menu des commandes")).to_be_visible()
    field = message_field(chat)
    await field.press_sequentially("/")
    await expect(chat.get_by_role("option")).to_have_count(2)
    await field.press_sequentially("pr")
    await expect(chat.get_by_role("option")).to_have_text(["/programmeLe programme de la journée"])
    await field.press("Enter")
    assert (await stage.bot.next("message"))["text"] == "/programme"
    await expect(field).to_have_value("")
    await expect(chat.get_by_role("option")).to_have_count(0)
    await chat.get_by_role("button", name="Menu des commandes").click()
    await chat.get_by_role("option", name="/places").click()
    assert (await stage.bot.next("message"))["text"] == "/places"


async def test_reply_keyboard_shares_the_number(stage: Stage) -> None:
    marie, chat = await started(stage)
    keys = [[{"text": "Partager mon numéro", "request_contact": True}], [{"text": "Sans"}]]
    markup = {"keyboard": keys, "one_time_keyboard": True, "input_field_placeholder": "Téléphone"}
    await stage.bot.say(marie, "Un téléphone ?", reply_markup=markup)
    await expect(message_field(chat)).to_have_attribute("placeholder", "Téléphone")
    await chat.get_by_role("button", name="Partager mon numéro").click()
    dialog = stage.page.get_by_role("dialog", name="Partager votre numéro")
    await dialog.get_by_role("button", name="Partager").click()
    contact = (await stage.bot.next("message"))["contact"]
    assert contact["user_id"] == marie
    await expect(
        chat.get_by_role("link", name="Marie Dupont +33\u00a06\u00a039\u00a098")
    ).to_be_visible()
    await expect(chat.get_by_role("button", name="Sans")).to_have_count(0)


async def test_reply_keyboard_text(stage: Stage) -> None:
    marie, chat = await started(stage)
    markup = {"keyboard": [[{"text": "Oui"}, {"text": "Non"}]]}
    await stage.bot.say(marie, "Venez-vous ?", reply_markup=markup)
    await chat.get_by_role("button", name="Non").click()
    assert (await stage.bot.next("message"))["text"] == "Non"
    await stage.bot.say(marie, "Noté.", reply_markup={"remove_keyboard": True})
    await expect(chat.get_by_role("button", name="Non")).to_have_count(0)


async def test_own_message_is_edited(stage: Stage) -> None:
    _, chat = await started(stage)
    field = message_field(chat)
    await field.fill("on sera deux")
    await field.press("Enter")
    await stage.bot.next("message")
    await field.press("ArrowUp")
    await expect(field).to_have_value("on sera deux")
    await field.press("Escape")
    await expect(field).to_have_value("")
    await chat.get_by_role("article").last.hover()
    await chat.get_by_role("button", name="Modifier ce message").last.click()
    await field.fill("on sera trois")
    await field.press("Enter")
    assert (await stage.bot.next("edited_message"))["text"] == "on sera trois"
    await expect(chat.get_by_role("article").last).to_contain_text("modifié")
    await expect(chat.get_by_text("on sera deux")).to_have_count(0)


async def test_attachments(stage: Stage) -> None:
    _, chat = await started(stage)
    for label, field, shown in [
        ("Photo", "photo", ""),
        ("Message vocal", "voice", "0:03"),
        ("Document", "document", "document.pdf"),
        ("Position", "location", "Voir la carte"),
        ("Autocollant", "sticker", "👋"),
        ("Mon numéro", "contact", "Marie Dupont"),
    ]:
        await chat.get_by_role("button", name="Joindre").click()
        await stage.page.get_by_role("menuitem", name=label).click()
        assert field in await stage.bot.next("message")
        sent = chat.get_by_role("article").last
        await expect(sent).to_contain_text(shown)
        if field == "photo":
            await expect(sent.get_by_role("img", name="Photo")).to_be_visible()


async def test_block_and_unblock(stage: Stage) -> None:
    _, chat = await started(stage)
    await chat.get_by_role("button", name="Options de la conversation").click()
    await stage.page.get_by_role("menuitem", name="Bloquer le bot").click()
    assert (await stage.bot.next("my_chat_member"))["new_chat_member"]["status"] == "kicked"
    await expect(message_field(chat)).to_be_hidden()
    await chat.get_by_role("button", name="Débloquer le bot").click()
    assert (await stage.bot.next("my_chat_member"))["new_chat_member"]["status"] == "member"
    await expect(message_field(chat)).to_be_visible()


async def test_enter_sends_what_is_not_blank(stage: Stage) -> None:
    _, chat = await started(stage)
    field = message_field(chat)
    await field.fill("  \n ")
    await expect(chat.get_by_role("button", name="Envoyer")).to_be_disabled()
    await field.press("Enter")
    await field.fill("une")
    await field.press("Shift+Enter")
    await field.press_sequentially("deux")
    await field.press("Enter")
    assert (await stage.bot.next("message"))["text"] == "une\ndeux"


async def test_drafts_are_kept(stage: Stage) -> None:
    await stage.write(await stage.join("Karim"), "/start")
    _, chat = await started(stage)
    await message_field(chat).fill("à finir")
    karim = await stage.open("Karim")
    await expect(karim.get_by_role("textbox", name="Message de Karim")).to_have_value("")
    await stage.open("Marie Dupont")
    await expect(message_field(chat)).to_have_value("à finir")
    await expect(message_field(chat)).to_be_focused()


async def test_refusal_gives_the_text_back(stage: Stage) -> None:
    _, chat = await started(stage)
    await stage.page.route(
        "**/messages", lambda route: route.fulfill(json={"error": "non"}, status=400)
    )
    await message_field(chat).fill("bonjour")
    await message_field(chat).press("Enter")
    await expect(chat.get_by_role("status")).to_contain_text("Le serveur a refusé")
    await expect(message_field(chat)).to_have_value("bonjour")
    stage.troubles.clear()  # the browser notes the refusal by itself
