"""A Bot API server that costs so little that the bot under test is what is measured.

It keeps no chats: it hands out updates, answers every method the bots use with a plausible
result, and tells a listener which messages the bot has sent or edited.
"""

import asyncio
import json
import re
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from email.utils import formatdate
from typing import Any, Final, cast
from urllib.parse import parse_qsl

Json = dict[str, Any]

BOT: Final[Json] = {
    "id": 123456,
    "is_bot": True,
    "first_name": "Binôme",
    "username": "binome_bench_bot",
    "can_join_groups": True,
    "can_read_all_group_messages": False,
    "supports_inline_queries": False,
    "can_connect_to_business": False,
    "has_main_web_app": False,
}
TOKEN: Final = "123456:bench"
# The moment, in Unix seconds, at which the server's clock starts: 16 February 2015, 9:00 in Paris.
START: Final = 1424073600

_MESSAGES: Final = {"sendMessage", "editMessageText"}
_OTHER_MESSAGES: Final = {
    "sendDocument",
    "sendVenue",
    "sendContact",
    "editMessageReplyMarkup",
}
_RESULTS: Final[dict[str, object]] = {
    "getMe": BOT,
    "getMyCommands": [],
    "getMyName": {"name": BOT["first_name"]},
    "getMyDescription": {"description": ""},
    "getMyShortDescription": {"short_description": ""},
    "getWebhookInfo": {"url": "", "has_custom_certificate": False, "pending_update_count": 0},
} | dict.fromkeys(
    (
        "answerCallbackQuery",
        "deleteMessage",
        "deleteMyCommands",
        "deleteWebhook",
        "sendChatAction",
        "setChatMenuButton",
        "setMyCommands",
        "setMyDescription",
        "setMyName",
        "setMyShortDescription",
    ),
    True,
)
_NOT_FOUND: Final = {"ok": False, "error_code": 404, "description": "Not Found: method not found"}


class BotApi:
    """The methods of the Bot API, the updates that wait for the bot, and a clock.

    Attributes:
        heard: called with each message that the bot has sent or edited.
        polled: set once the bot has asked for updates, that is, when it is ready.
        webhooks: how often a webhook was set: once by each process that is ready.
        post: called with a chat's id and an update, if updates are posted and not polled.
        calls: how many requests came, those for updates left out.
    """

    def __init__(self) -> None:
        self.heard: Callable[[Json], None] = lambda message: None
        self.polled = asyncio.Event()
        self.webhooks = 0
        self.post: Callable[[int, str], None] | None = None
        self.calls = 0
        self._updates: deque[tuple[int, str]] = deque()
        self._last_update = 0
        self._last_message = 0
        self._poll: _Poll | None = None
        self._flushing = False
        self._started = time.monotonic()

    def now(self) -> int:
        """Return the server's time in Unix seconds."""
        return START + int(time.monotonic() - self._started)

    def next_message_id(self) -> int:
        """Return a message id that no message has had."""
        self._last_message += 1
        return self._last_message

    def push(self, update: Json) -> None:
        """Queue an update for the bot, which gets those of one moment together, or post it."""
        self._last_update += 1
        update["update_id"] = self._last_update
        if self.post is not None:
            said = update.get("message") or update["callback_query"]["message"]
            self.post(said["chat"]["id"], json.dumps(update))
            return
        self._updates.append((self._last_update, json.dumps(update)))
        if self._poll is not None and not self._flushing:
            self._flushing = True
            asyncio.get_running_loop().call_soon(self._flush)

    def call(self, method: str, arguments: Json, connection: "Connection") -> None:
        """Carry out one request and answer it on its connection, at once unless it polls."""
        if method == "getUpdates":
            self._get_updates(arguments, connection)
            return
        self.calls += 1
        if method == "setWebhook":
            self.webhooks += 1
            connection.answer(_ok(True))
        elif method in _MESSAGES:
            message = self._message(arguments)
            connection.answer(_ok(message))
            self.heard(message)
        elif method in _OTHER_MESSAGES:
            connection.answer(_ok(self._message(arguments)))
        elif method in _RESULTS:
            connection.answer(_ok(_RESULTS[method]))
        else:
            connection.answer(json.dumps(_NOT_FOUND), "404 Not Found")

    def forget(self, connection: "Connection") -> None:
        """Drop the poll that waits on a connection which is gone."""
        if self._poll is not None and self._poll.connection is connection:
            self._poll.timer.cancel()
            self._poll = None

    def _get_updates(self, arguments: Json, connection: "Connection") -> None:
        offset = int(arguments.get("offset", 0))
        while self._updates and self._updates[0][0] < offset:
            self._updates.popleft()
        self._flush()
        wait = float(arguments.get("timeout", 0))
        timer = asyncio.get_running_loop().call_later(wait, self._flush)
        self._poll = _Poll(connection, int(arguments.get("limit", 100)), timer)
        if self._updates:
            self._flush()
        self.polled.set()

    def _flush(self) -> None:
        """Answer the poll that waits, if one does, with what there is, be it nothing."""
        self._flushing = False
        if self._poll is not None:
            poll, self._poll = self._poll, None
            poll.timer.cancel()
            batch = [self._updates[i][1] for i in range(min(poll.limit, len(self._updates)))]
            poll.connection.answer(f'{{"ok":true,"result":[{",".join(batch)}]}}')

    def _message(self, arguments: Json) -> Json:
        chat_id = int(arguments["chat_id"])
        message = {
            "message_id": int(arguments.get("message_id", 0)) or self.next_message_id(),
            "from": BOT,
            "chat": {"id": chat_id, "type": "private", "first_name": "Marie"},
            "date": self.now(),
            "text": arguments.get("text", ""),
        }
        markup = arguments.get("reply_markup")
        if markup is not None:
            markup = json.loads(markup) if isinstance(markup, str) else markup
            # As at Telegram, a message never shows a reply keyboard or its removal.
            if "inline_keyboard" in markup:
                message["reply_markup"] = markup
        return message


@dataclass
class _Poll:
    """A getUpdates that waits for updates, until its timer ends it."""

    connection: "Connection"
    limit: int
    timer: asyncio.TimerHandle


class Connection(asyncio.Protocol):
    """One HTTP/1.1 connection, kept alive, one request at a time, bodies with their length."""

    _length = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
    _type = re.compile(rb"\r\ncontent-type: *([^\r]+)", re.IGNORECASE)

    def __init__(self, api: BotApi) -> None:
        self._api = api
        self._buffer = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """See asyncio.Protocol."""
        self._transport = cast(asyncio.Transport, transport)

    def connection_lost(self, exc: Exception | None) -> None:
        """See asyncio.Protocol."""
        self._api.forget(self)

    def data_received(self, data: bytes) -> None:
        """See asyncio.Protocol."""
        self._buffer += data
        head, separator, rest = self._buffer.partition(b"\r\n\r\n")
        if not separator:
            return
        length = self._length.search(head)
        size = int(length[1]) if length else 0
        if len(rest) < size:
            return
        self._buffer = rest[size:]
        kind = self._type.search(head)
        path = head.split(b" ", 2)[1].decode()
        arguments = read_arguments(kind[1].decode() if kind else "", rest[:size])
        self._api.call(path.rpartition("/")[2], arguments, self)

    def answer(self, body: str, status: str = "200 OK") -> None:
        """Send an answer with a JSON body."""
        payload = body.encode()
        date = formatdate(self._api.now(), usegmt=True)
        head = (
            f"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nDate: {date}\r\n"
            f"Content-Length: {len(payload)}\r\n\r\n"
        )
        self._transport.write(head.encode() + payload)


def read_arguments(content_type: str, body: bytes) -> Json:
    """Read a method's arguments from a JSON, form or multipart body, files left out."""
    if content_type.startswith("application/json"):
        return cast(Json, json.loads(body))
    if content_type.startswith("multipart/form-data"):
        boundary = content_type.partition("boundary=")[2].strip('"').encode()
        return dict(_fields(body.split(b"--" + boundary)))
    return dict(parse_qsl(body.decode()))


def _fields(parts: list[bytes]) -> list[tuple[str, str]]:
    fields = []
    for part in parts:
        head, _, content = part.partition(b"\r\n\r\n")
        name = re.search(rb'[; ]name="([^"]+)"', head)
        if name and b"filename" not in head:
            fields.append((name[1].decode(), content.removesuffix(b"\r\n").decode()))
    return fields


def _ok(result: object) -> str:
    return f'{{"ok":true,"result":{json.dumps(result)}}}'


async def serve(api: BotApi) -> tuple[asyncio.Server, str]:
    """Listen on a free port of the loopback; return the server and its root URL."""
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Connection(api), "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    return server, f"http://127.0.0.1:{port}"
