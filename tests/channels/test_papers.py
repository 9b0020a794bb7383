"""Papers are made when they leave: with pictures that are fetched, beside everything else."""

import asyncio
import threading
from collections.abc import AsyncIterator, Sequence
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from markupsafe import Markup

from bot.channels.channel import Left, Refused, Unclear, Wait
from bot.channels.telegram.api import Api
from bot.channels.telegram.pictures import LARGEST
from bot.channels.telegram.sending import Sender
from bot.channels.telegram.transport import AiohttpTransport
from bot.conversation.messages import Paper, Say

TOKEN = "1:SECRET"


class Server:
    """A Bot API that knows a few files, and writes down what is sent."""

    def __init__(self) -> None:
        self.files = {"logo": b"picture", "large": b"x" * (LARGEST + 1), "gone": None}
        self.sent: list[tuple[str, dict[str, Any]]] = []
        self.fetched = 0
        self.status = 200

    async def method(self, request: web.Request) -> web.Response:
        name = request.match_info["method"]
        if name == "getFile":
            return self._file(str((await request.json())["file_id"]))
        is_form = request.content_type.startswith("multipart")
        fields: Any = await (request.post() if is_form else request.json())
        self.sent.append((name, {key: _content(value) for key, value in fields.items()}))
        return web.json_response({"ok": True, "result": {"message_id": len(self.sent)}})

    def _file(self, file: str) -> web.Response:
        if file in self.files:
            return web.json_response({"ok": True, "result": {"file_path": f"photos/{file}.png"}})
        wrong = {"ok": False, "error_code": 400, "description": "Bad Request: invalid file_id"}
        return web.json_response(wrong, status=400)

    async def file(self, request: web.Request) -> web.Response:
        self.fetched += 1
        content = self.files[request.match_info["name"].removesuffix(".png")]
        if content is None or self.status != 200:
            return web.Response(status=404 if content is None else self.status)
        return web.Response(body=content)


def _content(value: Any) -> Any:
    return value.file.read() if isinstance(value, web.FileField) else value


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
async def sender(server: Server) -> AsyncIterator[Sender]:
    app = web.Application()
    app.router.add_post(f"/bot{TOKEN}/{{method}}", server.method)
    app.router.add_get(f"/file/bot{TOKEN}/photos/{{name}}", server.file)
    async with TestServer(app) as listening, AiohttpTransport() as transport:
        root = str(listening.make_url("")).rstrip("/")
        yield Sender(Api(f"{root}/bot{TOKEN}", transport, f"{root}/file/bot{TOKEN}"))


def paper(*pictures: str, kind: str = "document") -> Paper:
    """A paper that says what its pictures are."""

    def make(found: Sequence[bytes | None]) -> bytes:
        return b"+".join(one or b"none" for one in found) or b"plain"

    return Paper("paper.pdf", Markup("Voici"), make, pictures, kind)


async def test_a_paper_is_made_with_its_pictures(server: Server, sender: Sender) -> None:
    assert await sender.send(7, paper("logo", "unknown", "large", "gone")) == Left(1)
    assert await sender.send(7, paper("logo", kind="photo")) == Left(2)
    (document, first), (photo, second) = server.sent
    assert (document, photo) == ("sendDocument", "sendPhoto")
    assert first["document"] == b"picture+none+none+none"
    assert (second["photo"], second["caption"]) == (b"picture", "Voici")
    assert server.fetched == 3, "a picture that was just used is at hand"


async def test_what_cannot_be_made_is_said_instead(server: Server, sender: Sender) -> None:
    sorry = Paper("x.pdf", Markup(), lambda _: Markup("Le logo ne peut pas être lu."))
    assert await sender.send(7, sorry) == Left(1)
    assert server.sent == [
        (
            "sendMessage",
            {"chat_id": 7, "text": "Le logo ne peut pas être lu.", "parse_mode": "HTML"},
        )
    ]


async def test_a_server_in_trouble_is_asked_again(server: Server, sender: Sender) -> None:
    server.status = 502
    outcome = await sender.send(7, paper("logo"))
    assert isinstance(outcome, Unclear | Wait)
    assert not isinstance(outcome, Refused)
    server.status = 200
    assert await sender.send(7, paper("logo")) == Left(1)


async def test_a_slow_paper_holds_up_nobody(server: Server, sender: Sender) -> None:
    go_on = threading.Event()

    def make(_: Sequence[bytes | None]) -> bytes:
        assert go_on.wait(10)
        return b"made"

    slow = asyncio.create_task(sender.send(7, Paper("slow.pdf", Markup(), make)))
    assert await sender.send(8, Say(Markup("Bonjour"))) == Left(1)
    assert not slow.done()
    go_on.set()
    assert await slow == Left(2)
