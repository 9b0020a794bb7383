import asyncio
import json
import logging
import socket
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from aiohttp import BodyPartReader, web
from aiohttp.test_utils import TestServer
from telegram import InputFile
from telegram.error import (
    BadRequest,
    ChatMigrated,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot.channels.telegram.errors import OutOfReachError, UnclearError
from bot.channels.telegram.transport import AiohttpTransport

TOKEN = "123456:SECRET-token"
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
Serve = Callable[[Handler], Awaitable[str]]


@pytest.fixture
async def serve() -> AsyncIterator[Serve]:
    """Start a server that answers with the given handler; gives a method's URL, token and all."""
    servers = []

    async def start(handler: Handler) -> str:
        app = web.Application(client_max_size=2**26)
        app.router.add_route("*", "/{path:.*}", handler)
        server = TestServer(app)
        await server.start_server(shutdown_timeout=0.1)
        servers.append(server)
        return str(server.make_url(f"/bot{TOKEN}/method"))

    yield start
    for server in servers:
        await server.close()


@pytest.fixture
async def transport() -> AsyncIterator[AiohttpTransport]:
    async with AiohttpTransport() as opened:
        yield opened


def request_data(**parameters: object) -> RequestData:
    return RequestData([RequestParameter.from_input(*item) for item in parameters.items()])


def refusal(status: int, description: str, **parameters: object) -> Handler:
    async def answer(request: web.Request) -> web.Response:
        body = {"ok": False, "error_code": status, "description": description}
        return web.json_response(body | parameters, status=status)

    return answer


async def never(request: web.Request) -> web.Response:
    await asyncio.Event().wait()
    raise AssertionError


async def half(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Length": "100"})
    await response.prepare(request)
    await response.write(b'{"ok": true, ')
    assert request.transport is not None
    request.transport.close()
    return response


def assert_no_token(error: BaseException) -> None:
    assert "SECRET" not in "".join(traceback.format_exception(error))
    link: BaseException | None = error
    while link is not None:
        assert "SECRET" not in f"{link!r} {link} {link.args} {vars(link)}"
        link = link.__cause__ or link.__context__


async def test_parameters_travel_as_json_with_their_types(
    serve: Serve, transport: AiohttpTransport
) -> None:
    seen: list[Any] = []

    async def answer(request: web.Request) -> web.Response:
        seen.append((request.method, request.content_type, await request.json()))
        return web.json_response({"ok": True, "result": {"message_id": 7}})

    data = request_data(chat_id=5, text="Élu·e ?", keyboard={"rows": [["Oui"]]}, absent=None)
    assert await transport.post(await serve(answer), data) == {"message_id": 7}
    sent = {"chat_id": 5, "text": "Élu·e ?", "keyboard": {"rows": [["Oui"]]}}
    assert seen == [("POST", "application/json", sent)]


async def test_a_request_without_parameters_and_a_download(
    serve: Serve, transport: AiohttpTransport
) -> None:
    async def answer(request: web.Request) -> web.Response:
        if request.method == "GET":
            return web.Response(body=b"\x00\xff")
        assert await request.read() == b""
        return web.json_response({"ok": True, "result": True})

    url = await serve(answer)
    assert await transport.post(url) is True
    assert await transport.retrieve(url) == b"\x00\xff"


async def test_a_file_arrives_byte_for_byte_with_its_name(
    serve: Serve, transport: AiohttpTransport
) -> None:
    content = bytes(range(256)) * 8192  # 2 MB, above aiohttp's limit for plain bytes
    seen = {}

    async def answer(request: web.Request) -> web.Response:
        async for part in await request.multipart():
            assert isinstance(part, BodyPartReader)
            seen[part.name] = (part.filename, bytes(await part.read()))
        return web.json_response({"ok": True, "result": True})

    document = InputFile(content, filename="journée d’exploration.ics")
    url, parameters = await serve(answer), {"chat_id": 5, "document": document, "markup": {"a": 1}}
    arrives = {
        "chat_id": (None, b"5"),
        "markup": (None, b'{"a": 1}'),
        "document": ("journée d’exploration.ics", content),
    }
    assert await transport.post(url, request_data(**parameters)) is True
    assert seen == arrives
    seen.clear()
    assert await transport.call(url, parameters, 5.0) is True
    assert seen == arrives


async def test_a_refusal_keeps_telegram_s_words(serve: Serve, transport: AiohttpTransport) -> None:
    url = await serve(refusal(400, "Bad Request: chat not found"))
    with pytest.raises(BadRequest, match=r"^Chat not found$"):
        await transport.post(url)


async def test_too_many_requests_say_when_to_come_back(
    serve: Serve, transport: AiohttpTransport, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    url = await serve(refusal(429, "Too Many Requests", parameters={"retry_after": 3}))
    with pytest.raises(RetryAfter) as raised:
        await transport.post(url)
    assert raised.value.retry_after == timedelta(seconds=3)


async def test_read_timeout(serve: Serve, transport: AiohttpTransport) -> None:
    with pytest.raises(TimedOut) as raised:
        await transport.post(await serve(never), request_data(a=1), read_timeout=0.05)
    assert_no_token(raised.value)


async def test_pool_timeout(serve: Serve) -> None:
    arrived = asyncio.Event()

    async def answer(request: web.Request) -> web.Response:
        arrived.set()
        return await never(request)

    url = await serve(answer)
    async with AiohttpTransport(connections=1) as transport:
        first = asyncio.create_task(transport.post(url, read_timeout=30))
        await arrived.wait()
        with pytest.raises(TimedOut, match="not sent") as raised:
            await transport.post(url, pool_timeout=0.03, connect_timeout=0.03)
        assert_no_token(raised.value)
        first.cancel()
        with pytest.raises(asyncio.CancelledError):
            await first


async def test_write_timeout_of_an_upload_that_nobody_reads(
    serve: Serve, transport: AiohttpTransport
) -> None:
    data = request_data(document=InputFile(bytes(2**25), filename="zeros"))
    limits = {"read_timeout": 0.05, "connect_timeout": 0.05, "pool_timeout": 0.05}
    with pytest.raises(TimedOut) as raised:
        await transport.post(await serve(never), data, write_timeout=0.05, **limits)
    assert_no_token(raised.value)


async def test_server_gone(transport: AiohttpTransport) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    with pytest.raises(NetworkError, match="Connect call failed") as raised:
        await transport.post(f"http://127.0.0.1:{port}/bot{TOKEN}/getMe")
    assert not isinstance(raised.value, TimedOut)
    assert_no_token(raised.value)


async def test_connection_dropped_half_way(serve: Serve, transport: AiohttpTransport) -> None:
    with pytest.raises(NetworkError, match=r"^ClientPayloadError$") as raised:
        await transport.post(await serve(half))
    assert_no_token(raised.value)


@pytest.mark.parametrize("root", ["nothing", "http://", "http://host:port", "ftp://host"])
async def test_an_impossible_address(transport: AiohttpTransport, root: str) -> None:
    with pytest.raises(NetworkError) as raised:
        await transport.post(f"{root}/bot{TOKEN}/getMe")
    assert_no_token(raised.value)


async def test_connections_are_kept_alive(serve: Serve, transport: AiohttpTransport) -> None:
    peers = set()

    async def answer(request: web.Request) -> web.Response:
        assert request.transport is not None
        peers.add(request.transport.get_extra_info("peername"))
        return web.json_response({"ok": True, "result": True})

    url = await serve(answer)
    for _ in range(3):
        await transport.post(url)
    assert len(peers) == 1


async def test_the_environment_s_proxy_is_used(
    serve: Serve, transport: AiohttpTransport, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []

    async def proxy(request: web.Request) -> web.Response:
        seen.append((request.raw_path, request.headers.get("Proxy-Authorization")))
        return web.json_response({"ok": True, "result": True})

    address = (await serve(proxy)).partition("/bot")[0].replace("http://", "http://me:pass@")
    monkeypatch.setenv("http_proxy", address)
    monkeypatch.setenv("no_proxy", "elsewhere.test")
    assert await transport.post("http://telegram.test/getMe") is True
    assert seen == [("http://telegram.test/getMe", "Basic bWU6cGFzcw==")]
    with pytest.raises(NetworkError):
        await transport.post("http://elsewhere.test:1/getMe")
    assert len(seen) == 1


@pytest.mark.parametrize(
    ("header", "told"),
    [
        ("Mon, 16 Feb 2015 08:00:00 GMT", [datetime(2015, 2, 16, 8, tzinfo=UTC)]),
        ("yesterday", []),
    ],
)
async def test_the_date_of_each_answer_is_told(
    serve: Serve, header: str, told: list[datetime]
) -> None:
    async def answer(request: web.Request) -> web.Response:
        return web.json_response({"ok": True, "result": True}, headers={"Date": header})

    dates: list[datetime] = []
    async with AiohttpTransport(on_date=dates.append) as transport:
        await transport.post(await serve(answer))
    assert dates == told


async def test_the_token_is_in_no_log_record(
    serve: Serve, transport: AiohttpTransport, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    logging.getLogger("test").debug("something is captured")
    for handler in (never, half, refusal(400, "Bad Request"), refusal(502, "Bad Gateway")):
        with pytest.raises(TelegramError):
            await transport.post(await serve(handler), request_data(a=1), read_timeout=0.05)
    records = [record for record in caplog.records if record.name != "aiohttp.access"]
    assert records
    for record in records:
        assert "SECRET" not in json.dumps(vars(record), default=repr)


async def test_only_between_initialize_and_shutdown(serve: Serve) -> None:
    url = await serve(refusal(400, "Bad Request"))
    transport = AiohttpTransport()
    with pytest.raises(RuntimeError, match="not initialized"):
        await transport.do_request(url, "POST")
    await transport.initialize()
    await transport.initialize()
    assert (await transport.do_request(url, "POST"))[0] == 400
    await transport.shutdown()
    await transport.shutdown()
    await transport.initialize()
    assert (await transport.do_request(url, "POST"))[0] == 400
    await transport.shutdown()


async def test_a_plain_call_gives_the_result(serve: Serve, transport: AiohttpTransport) -> None:
    seen: list[Any] = []

    async def answer(request: web.Request) -> web.Response:
        seen.append((request.content_type, await request.json()))
        return web.json_response({"ok": True, "result": [7]})

    assert await transport.call(await serve(answer), {"chat_id": 5, "text": "Élu·e"}, 5) == [7]
    assert seen == [("application/json", {"chat_id": 5, "text": "Élu·e"})]


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        (200, "<html>Marie", UnclearError),
        (200, '{"ok": true, "result": "Marie', UnclearError),
        (200, '{"ok": true}', UnclearError),
        (200, '{"ok": false, "description": "Marie"}', UnclearError),
        (200, '["Marie"]', UnclearError),
        (403, "<html>Marie", UnclearError),
        (418, '{"ok": false, "description": "Marie"}', UnclearError),
        (502, "<html>Marie", OutOfReachError),
        (429, '{"ok": false, "description": "Marie"}', OutOfReachError),
        (429, '{"ok": false, "parameters": {"retry_after": "Marie"}}', OutOfReachError),
        (401, '{"ok": false, "description": "Unauthorized"}', InvalidToken),
        (400, '{"ok": false, "parameters": {"migrate_to_chat_id": -5}}', ChatMigrated),
        (400, '{"ok": false, "parameters": ["Marie"], "description": "chat"}', BadRequest),
    ],
)
async def test_only_a_clear_refusal_is_one(
    serve: Serve, transport: AiohttpTransport, status: int, body: str, kind: type[TelegramError]
) -> None:
    async def answer(request: web.Request) -> web.Response:
        return web.Response(status=status, text=body)

    url = await serve(answer)
    with pytest.raises(TelegramError) as raised:
        await transport.call(url, {}, 5)

    assert type(raised.value) is kind
    assert "Marie" not in "".join(traceback.format_exception(raised.value))
