"""The methods that send, edit and delete messages."""

import mimetypes
from typing import Any

from telegram_sandbox.arguments import Arguments, Json
from telegram_sandbox.core import Sandbox
from telegram_sandbox.entities import Entity, utf16_length
from telegram_sandbox.errors import ApiError, bad_request
from telegram_sandbox.images import image_size
from telegram_sandbox.markup import read_inline_markup, read_markup
from telegram_sandbox.methods import method
from telegram_sandbox.model import Chat, StoredFile

COMMON = "chat_id disable_notification protect_content reply_parameters reply_markup"
PREVIEW_FIELDS = {
    "is_disabled", "url", "prefer_small_media", "prefer_large_media", "show_above_text",
}  # fmt: skip
REPLY_FIELDS = {"message_id", "chat_id", "allow_sending_without_reply"}
ACTIONS = {
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
    "upload_document", "choose_sticker", "find_location", "record_video_note",
    "upload_video_note",
}  # fmt: skip
LARGEST = {"document": 50 * 2**20, "photo": 10 * 2**20, "video": 50 * 2**20}


def read_text(arguments: Arguments) -> Json:
    """The text of a message with its entities and preview options."""
    text, entities = arguments.formatted("text", "entities")
    if not text:
        raise bad_request("message text is empty")
    if utf16_length(text) > 4096:
        raise bad_request("message is too long")
    return {"text": text, **optional("entities", entities), **read_preview(arguments)}


def read_preview(arguments: Arguments) -> Json:
    """How links in the text are previewed."""
    options = arguments.object("link_preview_options", PREVIEW_FIELDS)
    return optional("link_preview_options", options)


def read_caption(arguments: Arguments) -> tuple[str, list[Entity]]:
    """The caption of a document, photo or video."""
    caption, entities = arguments.formatted("caption", "caption_entities")
    if utf16_length(caption) > 1024:
        raise bad_request("message caption is too long")
    return caption, entities


def optional(name: str, value: Any) -> Json:
    """A field, unless it is empty."""
    return {name: value} if value else {}


async def send(sandbox: Sandbox, arguments: Arguments, content: Json) -> Json:
    """Send checked content with what all sends have in common."""
    markup = read_markup(arguments)
    arguments.flag("disable_notification")
    chat = sandbox.writable(arguments.chat_id())
    if markup.kind == "keyboard" and chat.type != "private":
        check_requests(markup.content or {})
    content |= read_reply(chat, arguments)
    content |= optional("has_protected_content", arguments.flag("protect_content"))
    return sandbox.send(chat, content, markup)


def check_requests(keyboard: Json) -> None:
    """Refuse buttons that only a private chat can have."""
    buttons = [button for row in keyboard["keyboard"] for button in row]
    if any(button.get("request_contact") for button in buttons):
        raise bad_request("phone number can be requested in private chats only")
    if any(button.get("request_location") for button in buttons):
        raise bad_request("location can be requested in private chats only")


def read_reply(chat: Chat, arguments: Arguments) -> Json:
    """The message that this one answers."""
    reply = arguments.object("reply_parameters", REPLY_FIELDS)
    if reply is None:
        return {}
    if type(reply.get("message_id")) is not int:
        raise bad_request('field "message_id" of reply_parameters must be of type Number')
    found = chat.messages.get(reply["message_id"])
    if reply.get("chat_id", chat.id) != chat.id:
        found = None
    if found is None and not reply.get("allow_sending_without_reply"):
        raise bad_request("message to be replied not found")
    if found is None:
        return {}
    return {"reply_to_message": {k: v for k, v in found.items() if k != "reply_to_message"}}


@method("sendMessage", f"{COMMON} text parse_mode entities link_preview_options")
async def send_message(sandbox: Sandbox, arguments: Arguments) -> Json:
    """Send a text."""
    return await send(sandbox, arguments, read_text(arguments))


def read_file(sandbox: Sandbox, arguments: Arguments, kind: str) -> StoredFile:
    """The file of a send: uploaded under its own name or attach://, or one sent before."""
    given = arguments.values.get(kind, "")
    name = given.removeprefix("attach://") if isinstance(given, str) else kind
    upload = arguments.files.get(name or kind)
    if upload is None and not given:
        raise bad_request(f"there is no {kind} in the request")
    if upload is None:
        if isinstance(given, str) and given in sandbox.files:
            return sent_before(sandbox.files[given], kind)
        raise bad_request("wrong file identifier/HTTP URL specified")
    if not upload.content:
        raise bad_request("file must be non-empty")
    if len(upload.content) > LARGEST[kind]:
        raise ApiError(413, "Request Entity Too Large")
    # The Bot API does not keep the type a client declares, it derives it from the name.
    guessed = mimetypes.guess_type(upload.name)[0] or "application/octet-stream"
    mime_type = guessed if kind == "document" else upload.mime_type
    return sandbox.store_file(upload.name, mime_type, upload.content, f"{kind}s")


def sent_before(file: StoredFile, kind: str) -> StoredFile:
    """A file by its id, which is of the kind it was sent as: by a person, or by the bot."""
    known = file.path.partition("/")[0]
    if known != f"{kind}s":
        was = known.removesuffix("s").capitalize()
        raise bad_request(f"can't use file of type {was} as {kind.capitalize()}")
    return file


@method(
    "sendDocument",
    f"{COMMON} document caption parse_mode caption_entities disable_content_type_detection",
)
async def send_document(sandbox: Sandbox, arguments: Arguments) -> Json:
    """Send a file."""
    caption, entities = read_caption(arguments)
    arguments.flag("disable_content_type_detection")
    file = read_file(sandbox, arguments, "document")
    document = {"file_name": file.name, "mime_type": file.mime_type, **file.as_api()}
    content: Json = {"document": document, **optional("caption", caption)}
    return await send(sandbox, arguments, content | optional("caption_entities", entities))


@method("sendPhoto", f"{COMMON} photo caption parse_mode caption_entities has_spoiler")
async def send_photo(sandbox: Sandbox, arguments: Arguments) -> Json:
    """Send a picture (PNG or JPEG)."""
    caption, entities = read_caption(arguments)
    spoiler = arguments.flag("has_spoiler")
    file = read_file(sandbox, arguments, "photo")
    width, height = image_size(file.content)
    content: Json = {"photo": [{**file.as_api(), "width": width, "height": height}]}
    content |= optional("has_media_spoiler", spoiler) | optional("caption", caption)
    return await send(sandbox, arguments, content | optional("caption_entities", entities))


@method(
    "sendVideo",
    f"{COMMON} video caption parse_mode caption_entities has_spoiler",
)
async def send_video(sandbox: Sandbox, arguments: Arguments) -> Json:
    """Send a film; how large and long it is, is that of all films here."""
    caption, entities = read_caption(arguments)
    spoiler = arguments.flag("has_spoiler")
    file = read_file(sandbox, arguments, "video")
    video = {**file.as_api(), "width": 320, "height": 240, "duration": 3, "mime_type": "video/mp4"}
    content: Json = {"video": video}
    content |= optional("has_media_spoiler", spoiler) | optional("caption", caption)
    return await send(sandbox, arguments, content | optional("caption_entities", entities))


def read_place(arguments: Arguments) -> Json:
    """Latitude and longitude."""
    place = {name: arguments.number(name) for name in ("latitude", "longitude")}
    if not (abs(place["latitude"]) <= 90 and abs(place["longitude"]) <= 180):
        raise bad_request("wrong location specified")
    return place


@method("sendLocation", f"{COMMON} latitude longitude")
async def send_location(sandbox: Sandbox, arguments: Arguments) -> Json:
    """Send a point on the map."""
    return await send(sandbox, arguments, {"location": read_place(arguments)})


@method("sendVenue", f"{COMMON} latitude longitude title address")
async def send_venue(sandbox: Sandbox, arguments: Arguments) -> Json:
    """Send a place with its name; the message also has the bare location, as Telegram's has."""
    place = read_place(arguments)
    venue: Json = {"location": place}
    for name in ("title", "address"):
        venue[name] = arguments.text(name).strip()
        if not venue[name]:
            raise bad_request(f"venue {name} must be non-empty")
    return await send(sandbox, arguments, {"venue": venue, "location": place})


@method("sendContact", f"{COMMON} phone_number first_name last_name vcard")
async def send_contact(sandbox: Sandbox, arguments: Arguments) -> Json:
    """Send a contact card."""
    contact: Json = {}
    for name, error in (
        ("phone_number", "contact phone number must be non-empty"),
        ("first_name", "contact first name must be non-empty"),
    ):
        contact[name] = arguments.text(name).strip()
        if not contact[name]:
            raise bad_request(error)
    contact |= optional("last_name", arguments.text("last_name").strip())
    vcard = arguments.text("vcard")
    if len(vcard.encode()) > 2048:
        raise bad_request("VCARD_TOO_LONG")
    return await send(sandbox, arguments, {"contact": contact | optional("vcard", vcard)})


@method("sendChatAction", "chat_id action")
async def send_chat_action(sandbox: Sandbox, arguments: Arguments) -> bool:
    """Show that the bot is busy."""
    if arguments.text("action") not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    sandbox.type_in(sandbox.writable(arguments.chat_id()))
    return True


EDIT = "chat_id message_id reply_markup"


def target(sandbox: Sandbox, arguments: Arguments) -> tuple[Chat, int]:
    """The chat and message that an edit names."""
    if not arguments.has("message_id"):
        raise bad_request("message identifier is not specified")
    chat = sandbox.writable(arguments.chat_id())
    return chat, arguments.integer("message_id")


@method("editMessageText", f"{EDIT} text parse_mode entities link_preview_options")
async def edit_message_text(sandbox: Sandbox, arguments: Arguments) -> Json:
    """Replace a text; without reply_markup its buttons go."""
    content, markup = read_text(arguments), read_inline_markup(arguments)
    chat, message_id = target(sandbox, arguments)
    blank: Json = {"entities": None, "link_preview_options": None}
    return sandbox.edit(chat, message_id, blank | content | {"reply_markup": markup.inline})


@method("editMessageCaption", f"{EDIT} caption parse_mode caption_entities")
async def edit_message_caption(sandbox: Sandbox, arguments: Arguments) -> Json:
    """Replace a caption; without reply_markup its buttons go."""
    caption, entities = read_caption(arguments)
    markup = read_inline_markup(arguments)
    chat, message_id = target(sandbox, arguments)
    new = {"caption": caption, "caption_entities": entities, "reply_markup": markup.inline}
    return sandbox.edit(chat, message_id, new)


@method("editMessageReplyMarkup", EDIT)
async def edit_message_reply_markup(sandbox: Sandbox, arguments: Arguments) -> Json:
    """Replace the buttons."""
    markup = read_inline_markup(arguments)
    chat, message_id = target(sandbox, arguments)
    return sandbox.edit(chat, message_id, {"reply_markup": markup.inline})


@method("deleteMessage", "chat_id message_id")
async def delete_message(sandbox: Sandbox, arguments: Arguments) -> bool:
    """Delete a message."""
    if not arguments.has("message_id"):
        raise bad_request("message identifier is not specified")
    chat = sandbox.chat_for_bot(arguments.chat_id())
    sandbox.delete(chat, arguments.integer("message_id"))
    return True
