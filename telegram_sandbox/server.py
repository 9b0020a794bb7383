"""The sandbox behind HTTP: the Bot API, the people's side and the page, for this machine alone."""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator
from email.utils import format_datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from aiohttp import web

from telegram_sandbox import people, profile_methods, sending
from telegram_sandbox.arguments import Arguments, Upload
from telegram_sandbox.core import Sandbox
from telegram_sandbox.errors import ApiError, PeopleError
from telegram_sandbox.methods import METHODS
from telegram_sandbox.people import SANDBOX
from telegram_sandbox.webhook_arguments import LOOPBACK
from telegram_sandbox.webhooks import WebhookSender

PAGE = Path(__file__).with_name("page")
LARGEST_REQUEST = 60 * 2**20
CONTENT_POLICY = "default-src 'self'; img-src 'self' data:; frame-ancestors 'self'"

REGISTERED = (profile_methods, sending)
"""The modules that add their methods to METHODS when they are imported."""


def make_app(sandbox: Sandbox) -> web.Application:
    """The server of a sandbox, as an aiohttp application."""
    app = web.Application(middlewares=[guard, answer_errors], client_max_size=LARGEST_REQUEST)
    app[SANDBOX] = sandbox
    app.add_routes(people.routes)
    app.add_routes(
        [
            web.get("/", page),
            web.get("/page/{file}", page),
            web.route("*", "/bot{token:[^/]+}/{method}", bot_api),
            web.get("/file/bot{token:[^/]+}/{path:.+}", bot_file),
        ]
    )
    app.on_response_prepare.append(set_headers)
    app.on_shutdown.append(end_streams)
    app.cleanup_ctx.append(send_webhooks)
    return app


@contextlib.asynccontextmanager
async def serve(sandbox: Sandbox, host: str = "127.0.0.1", port: int = 0) -> AsyncIterator[str]:
    """Run the server; gives its address, without a slash at the end. Port 0 takes a free one.

    Raises ValueError for a host that is not this machine's own, OSError when the port is taken.
    """
    if host not in LOOPBACK:
        raise ValueError("the sandbox serves this machine only: host must be a loopback address")
    runner = web.AppRunner(make_app(sandbox), access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    try:
        site = web.TCPSite(runner, host, port)
        await site.start()
        real_port = runner.addresses[0][1]
        yield f"http://{f'[{host}]' if ':' in host else host}:{real_port}"
    finally:
        await runner.cleanup()


async def end_streams(app: web.Application) -> None:
    """Let requests that wait end, so that the server can stop."""
    app[SANDBOX].close()


async def send_webhooks(app: web.Application) -> AsyncIterator[None]:
    """Run the webhook sender as long as the server."""
    task = asyncio.create_task(WebhookSender(app[SANDBOX]).run())
    yield
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task


async def set_headers(request: web.Request, response: web.StreamResponse) -> None:
    """Date every answer with the sandbox's clock, and let no browser guess or run what it gets."""
    response.headers["Date"] = format_datetime(request.app[SANDBOX].clock.now(), usegmt=True)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = CONTENT_POLICY
    response.headers["Cache-Control"] = "no-store"


@web.middleware
async def guard(request: web.Request, handler: Any) -> web.StreamResponse:
    """Refuse other host names (DNS rebinding) and requests that another site's page makes."""
    if host_name(f"//{request.host}") not in LOOPBACK:
        raise web.HTTPForbidden(text="the sandbox answers to this machine's own names only")
    origin = request.headers.get("Origin")
    foreign_origin = origin is not None and urlsplit(origin).netloc != request.host
    foreign_site = request.headers.get("Sec-Fetch-Site", "none") not in {"none", "same-origin"}
    if (foreign_origin or foreign_site) and request.path != "/":
        raise web.HTTPForbidden(text="the sandbox does not answer other sites' pages")
    response: web.StreamResponse = await handler(request)
    return response


def host_name(address: str) -> str | None:
    """The host in an address; None when it cannot be read."""
    try:
        return urlsplit(address).hostname
    except ValueError:
        return None


@web.middleware
async def answer_errors(request: web.Request, handler: Any) -> web.StreamResponse:
    """Turn refusals into the answers that each side expects."""
    try:
        response: web.StreamResponse = await handler(request)
    except ApiError as error:
        return refusal(error)
    except PeopleError as error:
        return web.json_response({"error": error.reason}, status=error.status)
    except web.HTTPNotFound:
        if request.path.startswith("/sandbox/"):
            return web.json_response({"error": "no such address"}, status=404)
        return refusal(ApiError(404, "Not Found"))
    return response


def refusal(error: ApiError) -> web.Response:
    """A refusal as the Bot API puts it."""
    body: dict[str, Any] = {
        "ok": False,
        "error_code": error.code,
        "description": error.description,
    }
    if error.parameters:
        body["parameters"] = error.parameters
    response = web.json_response(body, status=error.code)
    if error.parameters and "retry_after" in error.parameters:
        response.headers["Retry-After"] = str(error.parameters["retry_after"])
    return response


async def page(request: web.Request) -> web.StreamResponse:
    """The chat page and its files."""
    path = PAGE / request.match_info.get("file", "index.html")
    if path.parent != PAGE or not path.is_file():
        raise web.HTTPNotFound
    return web.FileResponse(path)


async def bot_api(request: web.Request) -> web.StreamResponse:
    """One Bot API method."""
    sandbox = request.app[SANDBOX]
    if request.match_info["token"] != sandbox.token:
        raise ApiError(401, "Unauthorized")
    name, function = METHODS.get(request.match_info["method"].lower(), ("", None))
    if function is None:
        raise ApiError(404, "Not Found")
    arguments = await read_arguments(request)
    fault = "ok"
    if is_send(name) and not sandbox.faults.outage:
        fault = sandbox.faults.send_fault(sandbox.rng)
    response = await call(sandbox, name, function, arguments, fault)
    shown = arguments.values | {n: {"file": f.name} for n, f in arguments.files.items()}
    sandbox.note_request(name, shown, response.status)
    await asyncio.sleep(sandbox.faults.latency)
    if fault in {"lost", "no_answer"} and request.transport is not None:
        request.transport.abort()
    return response


def is_send(name: str) -> bool:
    """Whether faults of sends apply to a method: those that send and edit messages."""
    return name.startswith(("send", "edit")) and name != "sendChatAction"


async def call(
    sandbox: Sandbox, name: str, function: Any, arguments: Arguments, fault: str
) -> web.Response:
    """Run a method, unless a fault comes before it."""
    bad_gateway = ApiError(502, "Bad Gateway")
    if sandbox.faults.outage or fault in {"outage", "lost"}:
        return refusal(bad_gateway)
    if fault == "too_many":
        seconds = sandbox.faults.retry_after
        reason = f"Too Many Requests: retry after {seconds}"
        return refusal(ApiError(429, reason, {"retry_after": seconds}))
    try:
        result = await function(sandbox, arguments)
    except ApiError as error:
        return refusal(error)
    if name == "getUpdates" and sandbox.faults.outage:
        return refusal(bad_gateway)
    return web.json_response({"ok": True, "result": result})


async def read_arguments(request: web.Request) -> Arguments:
    """The arguments in the query string and in a JSON, form or multipart body."""
    values: dict[str, Any] = dict(request.query)
    files: dict[str, Upload] = {}
    if request.content_type == "application/json":
        try:
            body = json.loads(await request.text() or "{}")
        except ValueError:
            raise ApiError(400, "Bad Request: can't parse JSON object") from None
        if not isinstance(body, dict):
            raise ApiError(400, "Bad Request: object expected as JSON body")
        return Arguments(values | body, files)
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            with value.file as file:
                files[name] = Upload(value.filename, file.read(), value.content_type)
        else:
            values[name] = value if isinstance(value, str) else bytes(value).decode()
    return Arguments(values, files)


async def bot_file(request: web.Request) -> web.Response:
    """A file for the bot."""
    sandbox = request.app[SANDBOX]
    if request.match_info["token"] != sandbox.token:
        raise ApiError(401, "Unauthorized")
    for file in sandbox.files.values():
        if file.path == request.match_info["path"]:
            return web.Response(body=file.content, content_type="application/octet-stream")
    raise ApiError(404, "Not Found")
