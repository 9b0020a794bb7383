"""Every method through python-telegram-bot's own client, its results read by aiogram's too."""

import io
import struct
from typing import Any

import aiogram.types
import pytest
import telegram
from pydantic import TypeAdapter

from telegram_sandbox import Sandbox

from .client import Client, unknown_fields

BUTTONS = telegram.InlineKeyboardMarkup.from_column(
    [
        telegram.InlineKeyboardButton("Oui", callback_data="yes"),
        telegram.InlineKeyboardButton("Lien", url="https://caprural.org/x"),
        telegram.InlineKeyboardButton("Copier", copy_text=telegram.CopyTextButton("PIL-7F3K")),
    ]
)
PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 40, 30) + b"rest"
JPEG = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08" + struct.pack(">HH", 30, 40) + b"rest"


def check_messages(sandbox: Sandbox, chat_id: int) -> None:
    """The messages of a chat, as the server gives them, have only fields that the API has."""
    messages = list(sandbox.chats[chat_id].messages.values())
    parsed = TypeAdapter(list[aiogram.types.Message]).validate_python(messages)
    assert unknown_fields(parsed) == []


async def test_everything_that_can_be_sent(sandbox: Sandbox, bot: telegram.Bot, marie: int) -> None:
    text = await bot.send_message(
        marie, "<b>Bonjour</b> 👋", parse_mode="HTML", reply_markup=BUTTONS, protect_content=True
    )
    assert text.text == "Bonjour 👋"
    assert text.parse_entities() == {text.entities[0]: "Bonjour"}
    assert text.reply_markup == BUTTONS
    assert text.has_protected_content
    assert text.date == sandbox.clock.now().replace(microsecond=0)
    reply = await bot.send_message(
        marie,
        "https://caprural.org",
        reply_parameters=telegram.ReplyParameters(text.message_id),
        link_preview_options=telegram.LinkPreviewOptions(is_disabled=True),
        disable_notification=True,
    )
    assert reply.reply_to_message == text
    venue = await bot.send_venue(marie, 45.41, 4.64, "Maison du Parc", "Pélussin")
    assert venue.venue
    assert venue.location
    assert (venue.venue.title, venue.location.latitude) == ("Maison du Parc", 45.41)
    contact = await bot.send_contact(marie, "+33666466276", "Dominique", last_name="Bernier")
    assert contact.contact
    assert contact.contact.phone_number == "+33666466276"
    place = await bot.send_location(marie, 45.41, 4.64)
    assert place.location
    assert place.location.longitude == 4.64
    for picture in (PNG, JPEG):
        photo = await bot.send_photo(
            marie, io.BytesIO(picture), caption="Le <i>Pilat</i>", parse_mode="HTML"
        )
        assert (photo.photo[0].width, photo.photo[0].height) == (40, 30)
        assert photo.caption == "Le Pilat"
    check_messages(sandbox, marie)


async def test_a_document_comes_back_as_it_was(
    sandbox: Sandbox, bot: telegram.Bot, client: Client, marie: int
) -> None:
    sent = await bot.send_document(
        marie, b"BEGIN:VCALENDAR", filename="journée.ics", caption="L’agenda"
    )
    assert sent.document
    assert (sent.document.file_name, sent.document.mime_type) == ("journée.ics", "text/calendar")
    fetched = await (await bot.get_file(sent.document.file_id)).download_as_bytearray()
    assert bytes(fetched) == b"BEGIN:VCALENDAR"
    again = await bot.send_document(marie, sent.document.file_id)
    assert again.document == sent.document
    check_messages(sandbox, marie)
    shown = sandbox.state()["chats"][str(marie)]["messages"][-1]["document"]["url"]
    async with client.session.get(client.url + shown) as answer:
        assert await answer.read() == b"BEGIN:VCALENDAR"
        assert (
            answer.headers["Content-Disposition"] == "attachment; filename*=UTF-8''journ%C3%A9e.ics"
        )
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


async def test_what_a_person_sent_is_sent_on_by_its_id_as_what_it_is(
    sandbox: Sandbox, bot: telegram.Bot, client: Client, marie: int
) -> None:
    ids = {}
    for kind in ("document", "photo", "video"):
        body = {"kind": kind, "caption": "Le plan"}
        status, message = await client.people("POST", f"chats/{marie}/messages", body)
        assert (status, message["caption"]) == (200, "Le plan")
        found = message[kind][-1] if kind == "photo" else message[kind]
        ids[kind] = found["file_id"]
    document = await bot.send_document(marie, ids["document"], "<b>un</b>", parse_mode="HTML")
    photo = await bot.send_photo(marie, ids["photo"], caption="deux")
    video = await bot.send_video(marie, ids["video"], caption="trois")
    assert (document.document is not None, document.caption) == (True, "un")
    assert (photo.photo[0].file_id, photo.photo[0].width) == (ids["photo"], 320)
    assert video.video
    assert (video.video.file_id, video.caption) == (ids["video"], "trois")
    with pytest.raises(telegram.error.BadRequest, match="use file of type photo as video"):
        await bot.send_video(marie, ids["photo"])
    with pytest.raises(telegram.error.BadRequest, match="caption is too long"):
        await bot.send_video(marie, ids["video"], caption="x" * 1025)
    check_messages(sandbox, marie)
    for body in ({"text": "un", "caption": "deux"}, {"kind": "sticker", "caption": "deux"}):
        status, _ = await client.people("POST", f"chats/{marie}/messages", body)
        assert status == 400


async def test_edits_in_place_and_deletion(sandbox: Sandbox, bot: telegram.Bot, marie: int) -> None:
    sent = await bot.send_message(marie, "un", reply_markup=BUTTONS)
    edited = await sent.edit_text("<b>deux</b>", parse_mode="HTML")
    assert isinstance(edited, telegram.Message)
    assert (edited.text, edited.reply_markup, edited.message_id) == ("deux", None, sent.message_id)
    assert edited.edit_date == sandbox.clock.now().replace(microsecond=0)
    edited = await sent.edit_reply_markup(BUTTONS)
    assert isinstance(edited, telegram.Message)
    assert (edited.text, edited.reply_markup) == ("deux", BUTTONS)
    document = await bot.send_document(marie, b"x", filename="x.csv", caption="un")
    edited = await document.edit_caption("deux")
    assert isinstance(edited, telegram.Message)
    assert edited.caption == "deux"
    check_messages(sandbox, marie)
    assert await sent.delete()
    assert sent.message_id not in sandbox.chats[marie].messages


async def test_keyboards_under_the_chat(
    sandbox: Sandbox, bot: telegram.Bot, client: Client, marie: int
) -> None:
    share = telegram.KeyboardButton("Partager mon numéro", request_contact=True)
    keyboard = telegram.ReplyKeyboardMarkup([[share, "Non"]], one_time_keyboard=True)
    sent = await bot.send_message(marie, "Un téléphone ?", reply_markup=keyboard)
    assert sent.reply_markup is None
    shown = sandbox.chats[marie].keyboard
    assert shown is not None
    assert shown["keyboard"][0][1] == {"text": "Non"}
    status, message = await client.people("POST", f"chats/{marie}/messages", {"contact": "own"})
    assert (status, message["contact"]["user_id"]) == (200, marie)
    assert sandbox.chats[marie].keyboard is None
    await bot.send_message(marie, "Encore ?", reply_markup=telegram.ReplyKeyboardMarkup([["Oui"]]))
    await bot.send_message(marie, "Merci", reply_markup=telegram.ReplyKeyboardRemove())
    assert sandbox.chats[marie].keyboard is None
    await bot.send_message(
        marie, "Dites", reply_markup=telegram.ForceReply(input_field_placeholder="ici")
    )
    check_messages(sandbox, marie)


async def test_a_press_is_answered_once(
    sandbox: Sandbox, bot: telegram.Bot, client: Client, marie: int
) -> None:
    sent = await bot.send_message(marie, "?", reply_markup=BUTTONS)
    press = {"message_id": sent.message_id, "data": "yes"}
    _, pressed = await client.people("POST", f"chats/{marie}/presses", press)
    (update,) = await bot.get_updates()
    query = update.callback_query
    assert query is not None
    assert (query.id, query.data, query.from_user.id) == (pressed["query_id"], "yes", marie)
    assert query.message == sent
    assert await query.answer("Noté", show_alert=True)
    with pytest.raises(telegram.error.BadRequest, match="Query is too old"):
        await query.answer()


async def test_a_press_can_be_answered_for_150_seconds(
    sandbox: Sandbox, bot: telegram.Bot, client: Client, marie: int
) -> None:
    sent = await bot.send_message(marie, "?", reply_markup=BUTTONS)
    press = {"message_id": sent.message_id, "data": "yes"}
    for seconds, answered in ((149, True), (151, False)):
        _, pressed = await client.people("POST", f"chats/{marie}/presses", press)
        await client.people("POST", "clock", {"forward": seconds})
        status, _body = await client.call(
            "answerCallbackQuery", callback_query_id=pressed["query_id"]
        )
        assert (status == 200) is answered


async def test_commands_by_scope_and_language(
    sandbox: Sandbox, bot: telegram.Bot, marie: int
) -> None:
    def menu() -> list[str]:
        chat: dict[str, Any] = sandbox.state()["chats"][str(marie)]
        return [command["command"] for command in chat["commands"]]

    await bot.set_my_commands([("aide", "De l’aide")])
    assert menu() == ["aide"]
    await bot.set_my_commands([("prive", "x")], scope=telegram.BotCommandScopeAllPrivateChats())
    await bot.set_my_commands([("groupe", "x")], scope=telegram.BotCommandScopeAllGroupChats())
    assert menu() == ["prive"]
    await bot.set_my_commands([("moi", "x")], scope=telegram.BotCommandScopeChat(marie))
    await bot.set_my_commands(
        [("fr", "x")], telegram.BotCommandScopeChat(marie), language_code="fr"
    )
    assert menu() == ["fr"]
    await bot.delete_my_commands(telegram.BotCommandScopeChat(marie), language_code="fr")
    assert menu() == ["moi"]
    assert [c.command for c in await bot.get_my_commands()] == ["aide"]
    assert await bot.get_my_commands(language_code="en") == ()


async def test_how_the_bot_presents_itself(
    sandbox: Sandbox, bot: telegram.Bot, client: Client, marie: int
) -> None:
    me = aiogram.types.User.model_validate(await client.api("getMe"))
    assert (me.id, me.is_bot, unknown_fields(me)) == (123456, True, [])
    assert await bot.set_my_name("Binôme 2015")
    assert (await bot.get_my_name()).name == (await bot.get_me()).first_name == "Binôme 2015"
    assert await bot.set_my_description("Inscriptions")
    assert await bot.set_my_description("Registrations", language_code="en")
    assert (await bot.get_my_description("en")).description == "Registrations"
    assert (await bot.get_my_description("de")).description == "Inscriptions"
    assert await bot.set_my_short_description("Court")
    assert (await bot.get_my_short_description()).short_description == "Court"
    assert await bot.set_chat_menu_button(marie, telegram.MenuButtonDefault())
    assert await bot.get_chat_menu_button(marie) == telegram.MenuButtonDefault()
    assert await bot.get_chat_menu_button() == telegram.MenuButtonCommands()
    chat = aiogram.types.ChatFullInfo.model_validate(await client.api("getChat", chat_id=marie))
    assert (chat.first_name, unknown_fields(chat)) == ("Marie", [])
    assert (await bot.get_chat(marie)).last_name == "Dupont"
    assert await bot.send_chat_action(marie, "typing")
    assert sandbox.state()["chats"][str(marie)]["typing"] is True
    await bot.send_message(marie, "…")
    assert sandbox.state()["chats"][str(marie)]["typing"] is False


async def test_requests_are_kept_for_tests(client: Client, bot: telegram.Bot, marie: int) -> None:
    await bot.send_document(marie, b"x", filename="x.csv")
    _, requests = await client.people("GET", "requests")
    last = requests[-1]
    assert (last["method"], last["status"]) == ("sendDocument", 200)
    assert last["arguments"]["document"] == {"file": "x.csv"}
    _, later = await client.people("GET", f"requests?after={last['number']}")
    assert later == []
