"""The sandbox's core: chats, messages, files and queries in memory. It knows no HTTP."""

import random
import time
from copy import deepcopy
from datetime import UTC, datetime, timedelta

from telegram_sandbox.clock import Clock
from telegram_sandbox.errors import ApiError, PeopleError, bad_request
from telegram_sandbox.events import Events
from telegram_sandbox.faults import Faults
from telegram_sandbox.markup import Markup
from telegram_sandbox.model import Chat, Json, Person, Query, StoredFile, Webhook
from telegram_sandbox.profile import Profile
from telegram_sandbox.rendering import to_html
from telegram_sandbox.updates import UpdateQueue

DELETABLE = timedelta(hours=48)
MOST_REQUESTS = 10_000
TYPING = 5.0
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same"
    " as a current content and reply markup of the message"
)


class Sandbox:
    """One bot, the people who write to it, and everything between them.

    `now` is where the clock starts (with a zone), `token` the bot's (`<bot id>:<secret>`, else
    ValueError), `seed` decides every random choice.
    """

    def __init__(self, now: datetime, token: str, seed: int = 0) -> None:
        number, _, secret = token.partition(":")
        if not number.isdigit() or not secret:
            raise ValueError("a bot's token is its id, a colon and a secret")
        self.token = token
        self.bot_id = int(number)
        self.clock = Clock(now)
        self.rng = random.Random(seed)  # noqa: S311, repeatable on purpose
        self.updates = UpdateQueue(self.clock, self.rng.randrange(100_000_000, 900_000_000))
        self.webhook = Webhook()
        self.webhook_first_pause = 1.0
        self.profile = Profile()
        self.faults = Faults()
        self.events = Events()
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self.files: dict[str, StoredFile] = {}
        self.queries: dict[str, Query] = {}
        self.requests: list[Json] = []
        self.request_count = 0
        self.message_count = 0
        self.moments: list[tuple[str, datetime]] = []
        """Moments the page offers to move the clock to: a label and the moment."""

    # What both sides see

    def bot(self) -> Json:
        """The bot as a Bot API User."""
        return {
            "id": self.bot_id,
            "is_bot": True,
            "first_name": self.profile.read("name", "") or "Binôme",
            "username": "binome_bot",
        }

    def state(self) -> Json:
        """Everything the page shows."""
        return {
            "now": self.now_text(),
            "bot": {name: self.bot()[name] for name in ("id", "username", "first_name")},
            "people": [person.as_json() for person in self.people.values()],
            "chats": {str(chat.id): self.show_chat(chat) for chat in self.chats.values()},
            "faults": self.faults.as_json(),
            "moments": [{"label": label, "at": _text(at)} for label, at in self.moments],
        }

    def now_text(self) -> str:
        """The clock as ISO 8601 in UTC."""
        return _text(self.clock.now())

    def show_chat(self, chat: Chat) -> Json:
        """A chat as the page sees it."""
        title = {"title": chat.title} if chat.title else {}
        language = (chat.people[0].language_code if chat.people else None) or ""
        return {
            "id": chat.id,
            "type": chat.type,
            **title,
            "people": [person.id for person in chat.people],
            "blocked": chat.blocked,
            "messages": [self.show_message(message) for message in chat.messages.values()],
            "commands": self.profile.commands_in(chat.id, chat.type, language),
            "keyboard": chat.keyboard,
            "typing": time.monotonic() < chat.typing_until,
        }

    def show_message(self, message: Json) -> Json:
        """A message as the page sees it: with safe HTML, and the address of its file."""
        text = str(message.get("text") or message.get("caption") or "")
        entities = message.get("entities") or message.get("caption_entities") or []
        shown = {**message, "html": to_html(text, entities)}
        if "document" in message:
            address = f"/sandbox/files/{message['document']['file_id']}"
            shown["document"] = {**message["document"], "url": address}
        if "photo" in message:
            shown["url"] = f"/sandbox/files/{message['photo'][-1]['file_id']}"
        return shown

    def show_changed(self, chat: Chat) -> None:
        """Tell the page that something about a chat changed."""
        if self.events.listeners:
            self.events.emit("chat", chat=self.show_chat(chat))

    def chat(self, chat_id: int) -> Chat:
        """A chat on the people's side. Raises PeopleError 404."""
        if chat_id not in self.chats:
            raise PeopleError(404, f"no chat {chat_id}")
        return self.chats[chat_id]

    def move_clock(self) -> None:
        """The clock was moved: long polls answer, the page is told."""
        self.updates.wake()
        self.events.emit("clock", now=self.now_text())

    def set_faults(self, faults: Faults) -> None:
        """Choose what goes wrong; an outage ends the long poll that waits."""
        self.faults = faults
        self.updates.wake()
        self.events.emit("faults", faults=faults.as_json())

    def store_file(self, name: str, mime_type: str, content: bytes, folder: str) -> StoredFile:
        """Keep a file."""
        name = "".join(c for c in name.replace("\\", "/").rsplit("/", 1)[-1] if c.isprintable())
        number = len(self.files) + 1
        file_id = f"BQAC{self.rng.getrandbits(160):040x}"
        suffix = "." + name.rsplit(".", 1)[-1] if "." in name else ""
        suffix = suffix if suffix[1:].isalnum() else ""
        path = f"{folder}/file_{number}{suffix}"
        file = StoredFile(file_id, f"Ag{number:014x}", name or "file", mime_type, content, path)
        self.files[file_id] = file
        return file

    def queue(self, kind: str, content: Json, chat_id: int) -> None:
        """An update for the bot, with what may go wrong with it."""
        faults = self.faults.update_faults(self.rng)
        copy = deepcopy(content)
        self.updates.add(kind, copy, chat_id, faults)
        if kind == "callback_query" and "repeat_press" in faults:
            self.updates.add(kind, copy, chat_id, set())

    def add_message(self, chat: Chat, sender: Json, content: Json) -> Json:
        """Put a new message into a chat and show it; what the page saw of typing ends."""
        self.message_count += 1
        message: Json = {
            "message_id": self.message_count,
            "from": sender,
            "chat": chat.as_api(),
            "date": self.clock.date(),
            **content,
        }
        chat.messages[self.message_count] = message
        chat.typing_until = 0.0
        if self.events.listeners:
            self.events.emit("message", chat_id=chat.id, message=self.show_message(message))
        return message

    def changed(self, chat: Chat, message: Json) -> None:
        """Date a message's edit and show it."""
        message["edit_date"] = self.clock.date()
        if self.events.listeners:
            self.events.emit("edit", chat_id=chat.id, message=self.show_message(message))

    def show_keyboard(self, chat: Chat, keyboard: Json | None) -> None:
        """Set the keyboard under a chat."""
        if keyboard != chat.keyboard:
            chat.keyboard = keyboard
            self.events.emit("keyboard", chat_id=chat.id, keyboard=keyboard)

    # What the bot does

    def chat_for_bot(self, chat_id: int) -> Chat:
        """The chat that the bot names. Raises ApiError as Telegram does."""
        if chat_id not in self.chats:
            raise bad_request("chat not found")
        return self.chats[chat_id]

    def writable(self, chat_id: int) -> Chat:
        """A chat that the bot may write to. Raises ApiError 400 or 403."""
        chat = self.chat_for_bot(chat_id)
        if not chat.started:
            raise ApiError(403, "Forbidden: bot can't initiate conversation with a user")
        if chat.blocked and chat.type == "private":
            raise ApiError(403, "Forbidden: bot was blocked by the user")
        if chat.blocked:
            raise ApiError(403, "Forbidden: bot was kicked from the group chat")
        return chat

    def send(self, chat: Chat, content: Json, markup: Markup) -> Json:
        """The bot sends a message."""
        inline = {"reply_markup": markup.inline} if markup.inline else {}
        message = self.add_message(chat, self.bot(), {**content, **inline})
        if markup.kind != "inline":
            chat.fixed.add(message["message_id"])
        if markup.kind == "keyboard":
            self.show_keyboard(chat, markup.content)
        elif markup.kind == "remove":
            self.show_keyboard(chat, None)
        return deepcopy(message)

    def own_message(self, chat: Chat, message_id: int) -> Json:
        """A message that the bot may edit. Raises ApiError 400."""
        message = chat.messages.get(message_id)
        if message is None:
            raise bad_request("message to edit not found")
        if message["from"]["id"] != self.bot_id or message_id in chat.fixed:
            raise bad_request("message can't be edited")
        return message

    def edit(self, chat: Chat, message_id: int, new: Json) -> Json:
        """The bot sets fields of a message, and drops those that are empty now.

        Raises ApiError 400 when nothing changes, or the message is not one with such fields.
        """
        message = self.own_message(chat, message_id)
        if "text" in new and "text" not in message:
            raise bad_request("there is no text in the message to edit")
        if "caption" in new and not message.keys() & {"document", "photo", "video"}:
            raise bad_request("there is no caption in the message to edit")
        if all((message.get(name) or None) == (value or None) for name, value in new.items()):
            raise bad_request(NOT_MODIFIED)
        for name, value in new.items():
            message.pop(name, None)
            if value:
                message[name] = value
        self.changed(chat, message)
        return deepcopy(message)

    def delete(self, chat: Chat, message_id: int) -> None:
        """The bot deletes a message. Raises ApiError 400 when it is gone or too old."""
        message = chat.messages.get(message_id)
        if message is None:
            raise bad_request("message to delete not found")
        foreign = chat.type != "private" and message["from"]["id"] != self.bot_id
        if foreign or self.clock.date() - message["date"] > DELETABLE.total_seconds():
            raise bad_request("message can't be deleted for everyone")
        del chat.messages[message_id]
        self.events.emit("delete", chat_id=chat.id, message_id=message_id)

    def answer_query(self, query_id: str, text: str, alert: bool) -> None:
        """The bot answers a press, once and in time. Raises ApiError 400."""
        query = self.queries.get(query_id)
        if query is None or query.answered or query.expired(self.clock.now()):
            raise bad_request(
                "query is too old and response timeout expired or query ID is invalid"
            )
        query.answered = True
        self.events.emit("toast", chat_id=query.chat_id, query_id=query_id, text=text, alert=alert)

    def type_in(self, chat: Chat) -> None:
        """The bot is typing."""
        chat.typing_until = time.monotonic() + TYPING
        self.events.emit("typing", chat_id=chat.id)

    def set_commands(self, key: tuple[str, str], commands: list[Json]) -> None:
        """The bot sets the commands menu of a scope and language; the page is told."""
        self.profile.commands[key] = commands
        for chat in self.chats.values():
            self.show_changed(chat)

    def set_webhook(self, url: str, secret: str, max_connections: int) -> None:
        """The bot chooses between a webhook and, with an empty address, getUpdates."""
        self.webhook = Webhook(url, secret, max_connections)
        if url:
            self.updates.end_poll("terminated by setWebhook request")
        self.updates.arrived.set()

    def note_request(self, method: str, arguments: Json, status: int) -> None:
        """Keep a Bot API request for tests; the oldest go when there are many."""
        self.request_count += 1
        self.requests.append(
            {
                "number": self.request_count,
                "method": method,
                "arguments": arguments,
                "status": status,
            }
        )
        del self.requests[:-MOST_REQUESTS]

    def close(self) -> None:
        """End the streams and long polls that wait."""
        self.events.close()
        self.updates.wake()


def _text(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
