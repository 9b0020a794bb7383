"""A Telegram that answers some requests in ways that no Bot API server should."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web
from aiohttp.web_runner import AppRunner, TCPSite

from telegram_sandbox.server import make_app

from .telegram import Json, Telegram

Answer = web.StreamResponse | None
Strange = Callable[[str, Json], Awaitable[Answer]]


class StrangeTelegram(Telegram):
    """Before each request `strange` is asked: its answer is given, or, when None, a right one."""

    strange: Strange | None = None

    @asynccontextmanager
    async def served(self) -> AsyncIterator[None]:
        app = make_app(self)
        app.middlewares.insert(0, self._answer)
        runner = AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        try:
            await TCPSite(runner, "127.0.0.1", 0).start()
            self.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
            yield
        finally:
            await runner.cleanup()

    @web.middleware
    async def _answer(self, request: web.Request, handler: Any) -> web.StreamResponse:
        if self.strange is not None and "/bot" in request.path:
            is_json = request.content_type == "application/json"
            arguments = await request.json() if is_json and request.can_read_body else {}
            answer = await self.strange(request.path.rpartition("/")[2], arguments)
            if answer is not None:
                return answer
        response: web.StreamResponse = await handler(request)
        return response

    def answers(self, answer: "Maker", method: str, **about: object) -> None:
        """From now on answer requests of a method, with these arguments, so."""

        async def strange(called: str, arguments: Json) -> Answer:
            is_meant = called == method and about.items() <= arguments.items()
            return await answer() if is_meant else None

        self.strange = strange

    def answers_once(self, answer: "Maker", method: str, **about: object) -> None:
        """Answer the next such request so, and the others right."""

        async def once() -> Answer:
            self.strange = None
            return await answer()

        self.answers(once, method, **about)


def plain(text: str, status: int = 200, kind: str = "application/json") -> "Maker":
    async def answer() -> Answer:
        return web.Response(text=text, status=status, content_type=kind)

    return answer


def refusal(status: int, description: str, **parameters: object) -> "Maker":
    body: Json = {"ok": False, "error_code": status, "description": description}
    return plain(json.dumps(body | ({"parameters": parameters} if parameters else {})), status)


async def hanging() -> Answer:
    await asyncio.sleep(30)
    return web.Response(status=504)


Maker = Callable[[], Awaitable[Answer]]

UNFORESEEN: dict[str, Maker] = {
    "html": plain("<html>maintenance</html>", kind="text/html"),
    "truncated": plain('{"ok": true, "result": {"message_'),
    "nested": plain("[" * 100_000),
    "result true": plain('{"ok": true, "result": true}'),
    "result null": plain('{"ok": true, "result": null}'),
    "no result": plain('{"ok": true}'),
    "not ok": plain('{"ok": false}'),
    "list": plain("[]"),
    "empty": plain(""),
    "redirection": plain("", 302),
    "401": refusal(401, "Unauthorized"),
    "404": refusal(404, "Not Found"),
    "403 of a proxy": plain("<html>Forbidden</html>", 403, "text/html"),
    "400 of a proxy": plain("<html>Bad Request</html>", 400, "text/html"),
    "wait for a word": plain('{"ok": false, "parameters": {"retry_after": "soon"}}', 429),
}
"""What is neither a result nor a clear refusal."""
