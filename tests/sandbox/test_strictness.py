"""What the server refuses, and in which words."""

from typing import Any

import aiohttp
import pytest

from telegram_sandbox import Sandbox, actions

from .client import TOKEN, Client

LONG = "é" * 4096


def inline(*buttons: Any) -> dict[str, Any]:
    return {"inline_keyboard": [list(buttons)]}


def button(**fields: Any) -> dict[str, Any]:
    return inline({"text": "x", **fields})


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ({"chat_id": 999}, "chat not found"),
        ({"chat_id": "@nobody"}, "chat not found"),
        ({"chat_id": None}, "chat_id is empty"),
        ({"chat_id": "x"}, 'argument "chat_id" must be an integer'),
        ({"chat_id": True}, 'argument "chat_id" must be an integer'),
        ({"text": None}, "message text is empty"),
        ({"text": " \n "}, "message text is empty"),
        ({"text": "<b> </b>", "parse_mode": "HTML"}, "message text is empty"),
        ({"text": LONG + "x"}, "message is too long"),
        ({"text": "👋" * 2049}, "message is too long"),
        ({"text": 5}, 'argument "text" must be a string'),
        ({"text": "\ud800"}, "strings must be encoded in UTF-8"),
        ({"txt": "x"}, "unknown argument txt"),
        ({"parse_mode": "MarkdownV2"}, "unsupported parse_mode"),
        ({"disable_notification": "perhaps"}, 'argument "disable_notification" must be a boolean'),
        ({"link_preview_options": {"off": True}}, "unknown field off in link_preview_options"),
        ({"reply_parameters": {"message_id": 999}}, "message to be replied not found"),
        ({"entities": [{"type": "bold", "offset": 0, "length": 9}]},
         "entity beginning at UTF-16 offset 0 ends after the end of the text"),
        ({"entities": [{"type": "red", "offset": 0, "length": 1}]},
         "can't parse MessageEntity: unsupported type specified"),
        ({"reply_markup": "{"}, "can't parse reply_markup JSON object"),
        ({"reply_markup": []}, "object expected as reply markup"),
        ({"reply_markup": {}}, "can't parse reply keyboard markup JSON object"),
        ({"reply_markup": {"inline_keyboard": [{}]}},
         'field "inline_keyboard" of the reply markup should be an Array of Arrays'),
        ({"reply_markup": inline("x")},
         "can't parse inline keyboard button: InlineKeyboardButton must be an Object"),
        ({"reply_markup": button()},
         "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"),
        ({"reply_markup": button(callback_data="")},
         "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"),
        ({"reply_markup": button(callback_data="é" * 33)}, "BUTTON_DATA_INVALID"),
        ({"reply_markup": button(callback_data="a", url="https://a.fr")},
         "can't parse inline keyboard button: exactly one action must be specified"),
        ({"reply_markup": button(url="tel:+33666466276")},
         "inline keyboard button URL 'tel:+33666466276' is invalid: Wrong HTTP URL"),
        ({"reply_markup": button(data="a")}, "unknown field data in InlineKeyboardButton"),
        ({"reply_markup": inline({"text": " ", "callback_data": "a"})},
         "inline keyboard button text must be non-empty"),
        ({"reply_markup": inline(*[{"text": "x", "callback_data": "a"}] * 101)},
         "reply markup is too long"),
        ({"reply_markup": button(copy_text={"text": ""})}, "BUTTON_COPY_TEXT_INVALID"),
        ({"reply_markup": {"keyboard": []}}, "reply keyboard must be non-empty"),
        ({"reply_markup": {"keyboard": [[""]]}}, "keyboard button text must be non-empty"),
        ({"reply_markup": {"force_reply": True, "input_field_placeholder": ""}},
         "wrong input_field_placeholder length"),
    ],
)  # fmt: skip
async def test_refused_messages(
    sandbox: Sandbox, client: Client, marie: int, arguments: dict[str, Any], reason: str
) -> None:
    given = {"chat_id": marie, "text": "Bonjour"} | arguments
    assert await client.error("sendMessage", **given) == f"Bad Request: {reason}"
    assert len(sandbox.chats[marie].messages) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        {"text": LONG},
        {"text": "👋" * 2048},
        {"text": f"<b>{LONG}</b>", "parse_mode": "html"},
        {"reply_markup": button(callback_data="é" * 32)},
        {"chat_id": "100000001"},
        {"reply_markup": '{"inline_keyboard": [[{"text": "x", "callback_data": "a"}]]}'},
        {"reply_markup": {"inline_keyboard": []}},
    ],
)
async def test_messages_at_the_limits(
    client: Client, marie: int, arguments: dict[str, Any]
) -> None:
    await client.api("sendMessage", **({"chat_id": marie, "text": "Bonjour"} | arguments))


@pytest.mark.parametrize(
    ("method", "arguments", "reason"),
    [
        ("editMessageText", {"message_id": 999, "text": "x"}, "message to edit not found"),
        ("editMessageText", {"text": "x"}, "message identifier is not specified"),
        ("editMessageText", {"message_id": 1, "text": "x"}, "message can't be edited"),
        ("editMessageText", {"message_id": 2, "text": ""}, "message text is empty"),
        ("editMessageText", {"message_id": 2, "text": "x", "reply_markup": {"keyboard": [["x"]]}},
         "inline keyboard expected"),
        ("editMessageCaption", {"message_id": 2, "caption": "x"},
         "there is no caption in the message to edit"),
        ("editMessageText", {"message_id": 3, "text": "x"}, "message can't be edited"),
        ("editMessageText", {"message_id": 4, "text": "x"},
         "there is no text in the message to edit"),
        ("deleteMessage", {"message_id": 999}, "message to delete not found"),
        ("deleteMessage", {}, "message identifier is not specified"),
        ("sendDocument", {}, "there is no document in the request"),
        ("sendDocument", {"document": "https://a.fr/x.pdf"},
         "wrong file identifier/HTTP URL specified"),
        ("sendVenue", {"latitude": 1, "longitude": 2, "title": "", "address": "x"},
         "venue title must be non-empty"),
        ("sendLocation", {"latitude": 91, "longitude": 2}, "wrong location specified"),
        ("sendLocation", {"longitude": 2}, 'argument "latitude" must be a number'),
        ("sendContact", {"phone_number": "", "first_name": "x"},
         "contact phone number must be non-empty"),
        ("sendChatAction", {"action": "sleeping"}, "wrong parameter action in request"),
    ],
)  # fmt: skip
async def test_refused_edits_and_sends(
    client: Client, marie: int, method: str, arguments: dict[str, Any], reason: str
) -> None:
    await client.api("sendMessage", chat_id=marie, text="Bonjour")
    keyboard = {"keyboard": [["Oui"]]}
    await client.api("sendMessage", chat_id=marie, text="Oui ?", reply_markup=keyboard)
    await client.api("sendLocation", chat_id=marie, latitude=1, longitude=2)
    error = await client.error(method, **({"chat_id": marie} | arguments))
    assert error == f"Bad Request: {reason}"


async def test_an_edit_has_to_change_something(client: Client, marie: int) -> None:
    markup = button(callback_data="a")
    first = {"chat_id": marie, "text": "<b>x</b>", "parse_mode": "HTML", "reply_markup": markup}
    sent = await client.api("sendMessage", **first)
    same = first | {"message_id": sent["message_id"]}
    refused = await client.error("editMessageText", **same)
    assert refused.startswith("Bad Request: message is not modified: specified new message content")
    only_markup = {"chat_id": marie, "message_id": sent["message_id"], "reply_markup": markup}
    refused = await client.error("editMessageReplyMarkup", **only_markup)
    assert refused.startswith("Bad Request: message is not modified")
    await client.api("editMessageText", **(same | {"text": "x"}))
    await client.api("editMessageText", **(same | {"text": "x", "reply_markup": None}))


async def test_old_messages_stay(sandbox: Sandbox, client: Client, marie: int) -> None:
    sent = await client.api("sendMessage", chat_id=marie, text="x")
    sandbox.clock.forward(48 * 3600 + 2)
    refused = await client.error("deleteMessage", chat_id=marie, message_id=sent["message_id"])
    assert refused == "Bad Request: message can't be deleted for everyone"


@pytest.mark.parametrize(
    ("method", "arguments", "reason"),
    [
        ("setMyCommands", {}, "can't parse commands: expected an Array of BotCommand"),
        ("setMyCommands", {"commands": [{"command": "Aide", "description": "x"}]},
         "BOT_COMMAND_INVALID"),
        ("setMyCommands", {"commands": [{"command": "a" * 33, "description": "x"}]},
         "BOT_COMMAND_INVALID"),
        ("setMyCommands", {"commands": [{"command": "aide", "description": ""}]},
         "BOT_COMMAND_DESCRIPTION_INVALID"),
        ("setMyCommands", {"commands": [{"command": "aide", "description": "x" * 257}]},
         "BOT_COMMAND_DESCRIPTION_INVALID"),
        ("setMyCommands", {"commands": [{"command": "aide", "description": "x"}] * 101},
         "BOT_COMMANDS_TOO_MUCH"),
        ("getMyCommands", {"scope": {"type": "world"}},
         "can't parse BotCommandScope: unsupported type specified"),
        ("getMyCommands", {"scope": {"type": "chat"}},
         "can't parse BotCommandScope: chat_id is required"),
        ("getMyCommands", {"language_code": "french"}, "invalid language code specified"),
        ("setMyName", {"name": "x" * 65}, "NAME_TOO_LONG"),
        ("setMyDescription", {"description": "x" * 513}, "DESCRIPTION_TOO_LONG"),
        ("setMyShortDescription", {"short_description": "x" * 121}, "SHORT_DESCRIPTION_TOO_LONG"),
        ("setChatMenuButton", {"menu_button": {"type": "big"}},
         "can't parse menu button: unsupported type specified"),
        ("answerCallbackQuery", {"callback_query_id": "1", "text": "x" * 201}, "MESSAGE_TOO_LONG"),
        ("answerCallbackQuery", {"callback_query_id": "1"},
         "query is too old and response timeout expired or query ID is invalid"),
        ("getUpdates", {"limit": 101}, 'argument "limit" must be from 1 to 100'),
        ("getUpdates", {"allowed_updates": [1]},
         "can't parse allowed_updates: expected an Array of String"),
        ("getFile", {"file_id": "x"}, "invalid file_id"),
        ("setWebhook", {"url": "https://caprural.org/hook"},
         "bad webhook: the sandbox posts to this machine only"),
        ("setWebhook", {"url": "ftp://localhost/"},
         "bad webhook: An HTTPS URL must be provided for webhook"),
        ("setWebhook", {"url": "http://localhost/", "secret_token": "é"},
         "secret token contains unallowed characters"),
    ],
)  # fmt: skip
async def test_other_refusals(
    client: Client, method: str, arguments: dict[str, Any], reason: str
) -> None:
    assert await client.error(method, **arguments) == f"Bad Request: {reason}"


async def test_captions_and_files(client: Client, marie: int) -> None:
    async def upload(content: bytes, caption: str, field: str = "document") -> str:
        form = aiohttp.FormData({"chat_id": str(marie), "caption": caption})
        form.add_field(field, content, filename="x.pdf")
        address = f"{client.url}/bot{TOKEN}/sendDocument"
        async with client.session.post(address, data=form) as answer:
            return str((await answer.json()).get("description", "ok"))

    assert await upload(b"x", "👋" * 512) == "ok"
    assert await upload(b"x", "👋" * 512 + "x") == "Bad Request: message caption is too long"
    assert await upload(b"", "x") == "Bad Request: file must be non-empty"
    assert await upload(b"x", "x", "other") == "Bad Request: unknown argument other"


async def test_forbidden_chats(sandbox: Sandbox, client: Client, marie: int) -> None:
    stranger = actions.join(sandbox, "Paul")
    refused = await client.call("sendMessage", chat_id=stranger.id, text="x")
    assert refused[0] == 403
    assert refused[1]["description"] == "Forbidden: bot can't initiate conversation with a user"
    actions.block(sandbox, marie, True)
    refused = await client.call("sendMessage", chat_id=marie, text="x")
    assert refused == (
        403,
        {"ok": False, "error_code": 403, "description": "Forbidden: bot was blocked by the user"},
    )
    group = actions.make_group(sandbox, "Pilat", [stranger.id])
    await client.api("sendMessage", chat_id=group.id, text="x")
    share = {"keyboard": [[{"text": "x", "request_contact": True}]]}
    assert (
        await client.error("sendMessage", chat_id=group.id, text="x", reply_markup=share)
        == "Bad Request: phone number can be requested in private chats only"
    )
    actions.block(sandbox, group.id, True)
    assert (
        await client.error("sendMessage", chat_id=group.id, text="x")
        == "Forbidden: bot was kicked from the group chat"
    )


@pytest.mark.parametrize(
    ("path", "status", "description"),
    [
        (f"bot{TOKEN}/sendCarrierPigeon", 404, "Not Found"),
        ("bot1:wrong/getMe", 401, "Unauthorized"),
        ("bot1:wrong/sendCarrierPigeon", 401, "Unauthorized"),
        (f"file/bot{TOKEN}/documents/none", 404, "Not Found"),
        ("file/bot1:wrong/documents/none", 401, "Unauthorized"),
        ("elsewhere", 404, "Not Found"),
    ],
)
async def test_wrong_addresses(client: Client, path: str, status: int, description: str) -> None:
    async with client.session.get(f"{client.url}/{path}") as answer:
        assert (answer.status, (await answer.json())["description"]) == (status, description)


@pytest.mark.parametrize("body", ["{", "[]", '"x"'])
async def test_broken_bodies(client: Client, body: str) -> None:
    headers = {"Content-Type": "application/json"}
    address = f"{client.url}/bot{TOKEN}/getMe"
    async with client.session.post(address, data=body, headers=headers) as answer:
        assert answer.status == 400


async def test_arguments_may_come_in_the_address_and_names_in_any_case(
    client: Client, marie: int
) -> None:
    address = f"{client.url}/bot{TOKEN}/SENDMESSAGE?chat_id={marie}&text=x&disable_notification=1"
    async with client.session.get(address) as answer:
        assert (await answer.json())["result"]["text"] == "x"
