"""What people do: join, write, edit, press, share, block, make groups. It knows no HTTP."""

from copy import deepcopy
from typing import Any

from telegram_sandbox.core import Sandbox
from telegram_sandbox.entities import utf16_length
from telegram_sandbox.errors import PeopleError
from telegram_sandbox.images import grey_picture
from telegram_sandbox.model import Chat, Json, Person, Query
from telegram_sandbox.rendering import detect

FIRST_PERSON = 100_000_001
FIRST_GROUP = -4_000_000_001
KINDS = {
    "photo": ("photo.png", "image/png", "photos"),
    "voice": ("voice.oga", "audio/ogg", "voice"),
    "sticker": ("sticker.webp", "image/webp", "stickers"),
    "document": ("document.pdf", "application/pdf", "documents"),
    "video": ("video.mp4", "video/mp4", "videos"),
}
CAPTIONED = {"photo", "voice", "document", "video"}


def join(
    sandbox: Sandbox,
    first_name: str,
    last_name: str | None = None,
    username: str | None = None,
    language_code: str | None = "fr",
    *,
    person_id: int | None = None,
    organiser: bool = False,
) -> Person:
    """Make a person and their private chat. Raises PeopleError when the id is taken."""
    if not first_name.strip():
        raise PeopleError(400, "first_name is empty")
    if person_id is None:
        person_id = max([FIRST_PERSON - 1, *sandbox.people]) + 1
    if person_id in sandbox.people or not 0 < person_id < 2**52 or person_id == sandbox.bot_id:
        raise PeopleError(400, f"id {person_id} is taken or not a user id")
    # 06 39 98 xx xx is the range that the French numbering plan sets aside for fiction.
    phone = f"+3363998{(1000 + len(sandbox.people)) % 10_000:04}"
    person = Person(person_id, first_name, last_name, username, language_code, organiser, phone)
    sandbox.people[person.id] = person
    sandbox.chats[person.id] = Chat(person.id, "private", [person])
    sandbox.events.emit("person", person=person.as_json())
    sandbox.show_changed(sandbox.chats[person.id])
    return person


def speaker(chat: Chat, person_id: int | None) -> Person:
    """Who acts in a chat: its person, or the named member of a group."""
    if chat.blocked:
        raise PeopleError(400, "the bot is blocked in this chat")
    if person_id is None and chat.type == "private":
        return chat.people[0]
    for person in chat.people:
        if person.id == person_id:
            return person
    raise PeopleError(400, '"from" names nobody in this chat')


def write(sandbox: Sandbox, chat_id: int, text: str, person_id: int | None = None) -> Json:
    """The person writes a text."""
    chat = sandbox.chat(chat_id)
    person = speaker(chat, person_id)
    message = person_says(sandbox, chat, person, text_content(text))
    buttons = [b["text"] for row in (chat.keyboard or {}).get("keyboard", []) for b in row]
    if text in buttons:
        hide_once(sandbox, chat)
    return message


def text_content(text: str) -> Json:
    """A text with the entities that the app finds in it."""
    text = text.strip()
    if not text:
        raise PeopleError(400, "text is empty")
    if utf16_length(text) > 4096:
        raise PeopleError(400, "text is longer than 4096 characters")
    entities = detect(text, [])
    return {"text": text, **({"entities": entities} if entities else {})}


def person_says(sandbox: Sandbox, chat: Chat, person: Person, content: Json) -> Json:
    """Put a person's message into the chat and before the bot."""
    chat.started = True
    message = sandbox.add_message(chat, person.user(), content)
    if chat.type == "private" or for_the_bot(sandbox, content):
        sandbox.queue("message", message, chat.id)
    return message


def for_the_bot(sandbox: Sandbox, content: Json) -> bool:
    """Whether a bot in privacy mode receives a group's message: commands not for others."""
    first = content.get("entities", [{}])[0]
    if first.get("type") != "bot_command" or first.get("offset") != 0:
        return False
    _, at, username = content["text"][: first["length"]].partition("@")
    return not at or username.lower() == sandbox.bot()["username"].lower()


def hide_once(sandbox: Sandbox, chat: Chat) -> None:
    """Hide a keyboard that was to be used once."""
    if chat.keyboard and chat.keyboard.get("one_time_keyboard"):
        sandbox.show_keyboard(chat, None)


def share_contact(sandbox: Sandbox, chat_id: int, person_id: int | None = None) -> Json:
    """The person shares their own number."""
    chat = sandbox.chat(chat_id)
    person = speaker(chat, person_id)
    contact = {"phone_number": person.phone, "user_id": person.id, "first_name": person.first_name}
    if person.last_name:
        contact["last_name"] = person.last_name
    message = person_says(sandbox, chat, person, {"contact": contact})
    hide_once(sandbox, chat)
    return message


def share_location(
    sandbox: Sandbox, chat_id: int, latitude: float, longitude: float, person_id: int | None = None
) -> Json:
    """The person sends a point on the map."""
    chat = sandbox.chat(chat_id)
    person = speaker(chat, person_id)
    place = {"latitude": latitude, "longitude": longitude}
    message = person_says(sandbox, chat, person, {"location": place})
    hide_once(sandbox, chat)
    return message


def send_kind(
    sandbox: Sandbox,
    chat_id: int,
    kind: str,
    person_id: int | None = None,
    *,
    caption: str = "",
) -> Json:
    """The person sends something that is no text: a stand-in of that kind, perhaps with words."""
    chat = sandbox.chat(chat_id)
    person = speaker(chat, person_id)
    if kind not in KINDS:
        raise PeopleError(400, f"kind is one of {', '.join(KINDS)}")
    name, mime_type, folder = KINDS[kind]
    content = grey_picture(320, 240) if kind == "photo" else b"stand-in for a " + kind.encode()
    file = sandbox.store_file(name, mime_type, content, folder)
    if utf16_length(caption) > 1024 or (caption and kind not in CAPTIONED):
        raise PeopleError(400, "caption is longer than 1024 characters, or of what has none")
    size = {"width": 320, "height": 240}
    media: dict[str, Any] = {
        "photo": [{**file.as_api(), **size}],
        "voice": {**file.as_api(), "duration": 3, "mime_type": mime_type},
        "sticker": {
            **file.as_api(), "width": 512, "height": 512, "type": "regular",
            "is_animated": False, "is_video": False, "emoji": "👋",
        },
        "document": {**file.as_api(), "file_name": name, "mime_type": mime_type},
        "video": {**file.as_api(), **size, "duration": 3, "mime_type": mime_type},
    }  # fmt: skip
    words = {"caption": caption} if caption else {}
    return person_says(sandbox, chat, person, {kind: media[kind], **words})


def edit(sandbox: Sandbox, chat_id: int, message_id: int, text: str) -> Json:
    """The person edits their own text."""
    chat = sandbox.chat(chat_id)
    message = chat.messages.get(message_id)
    if message is None:
        raise PeopleError(404, f"no message {message_id}")
    if message["from"]["id"] == sandbox.bot_id or "text" not in message:
        raise PeopleError(400, "only one's own text can be edited")
    speaker(chat, message["from"]["id"])
    content = text_content(text)
    if content["text"] == message["text"]:
        raise PeopleError(400, "the text is the same")
    message.pop("entities", None)
    message |= content
    sandbox.changed(chat, message)
    if chat.type == "private" or for_the_bot(sandbox, content):
        sandbox.queue("edited_message", message, chat.id)
    return message


def press(
    sandbox: Sandbox,
    chat_id: int,
    message_id: int,
    data: str,
    *,
    person_id: int | None = None,
    forged: bool = False,
) -> str:
    """The person presses a button; the query's id. Only a forged press can have data of its own."""
    chat = sandbox.chat(chat_id)
    person = speaker(chat, person_id)
    message = chat.messages.get(message_id)
    if message is None:
        raise PeopleError(404, f"no message {message_id}")
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    if not forged and data not in [b.get("callback_data") for row in rows for b in row]:
        raise PeopleError(400, "no button of that message has this data")
    query = Query(str(sandbox.rng.getrandbits(62)), chat.id, sandbox.clock.now())
    sandbox.queries[query.id] = query
    update = {
        "id": query.id,
        "from": person.user(),
        "message": message,
        "chat_instance": str(chat.id * 7_919),
        "data": data,
    }
    sandbox.queue("callback_query", update, chat.id)
    return query.id


def block(sandbox: Sandbox, chat_id: int, blocked: bool) -> Chat:
    """The person blocks or unblocks the bot; in a group, it is removed or added again."""
    chat = sandbox.chat(chat_id)
    if chat.blocked != blocked:
        chat.blocked = blocked
        tell_membership(sandbox, chat, chat.people[0])
        sandbox.show_changed(chat)
    return chat


def tell_membership(sandbox: Sandbox, chat: Chat, person: Person) -> None:
    """The my_chat_member update of a bot that was just blocked, unblocked, added or removed."""
    outside: Json = {"status": "kicked", "until_date": 0}
    if chat.type == "group":
        outside = {"status": "left"}
    member: Json = {"status": "member"}
    old, new = (member, outside) if chat.blocked else (outside, member)
    bot = sandbox.bot()
    update = {
        "chat": chat.as_api(),
        "from": person.user(),
        "date": sandbox.clock.date(),
        "old_chat_member": {"user": bot, **old},
        "new_chat_member": {"user": bot, **new},
    }
    sandbox.queue("my_chat_member", update, chat.id)


def make_group(sandbox: Sandbox, title: str, people: list[int]) -> Chat:
    """The first of these people makes a group of them and the bot."""
    if not title.strip() or not people:
        raise PeopleError(400, "a group has a title and people")
    unknown = [person_id for person_id in people if person_id not in sandbox.people]
    if unknown:
        raise PeopleError(404, f"no person {unknown[0]}")
    chat_id = min([FIRST_GROUP + 1, *sandbox.chats]) - 1
    members = [sandbox.people[person_id] for person_id in dict.fromkeys(people)]
    chat = Chat(chat_id, "group", members, title.strip(), started=True)
    sandbox.chats[chat_id] = chat
    sandbox.show_changed(chat)
    tell_membership(sandbox, chat, members[0])
    added = sandbox.add_message(chat, members[0].user(), {"new_chat_members": [sandbox.bot()]})
    sandbox.queue("message", deepcopy(added), chat.id)
    return chat
