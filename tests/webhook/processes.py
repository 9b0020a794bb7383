"""Bot processes that updates are posted to, and a load balancer before them."""

import asyncio
import os
import signal
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
from aiohttp import web
from e2e.forked import Forked
from e2e.process import EVENT
from e2e.telegram import TOKEN, Telegram, until

SECRET = "a-secret_of-the-tests"
PATH = "/telegram/updates"


class Process:
    """`python -m bot run --webhook`, on a port of its own."""

    def __init__(self, telegram: Telegram, folder: Path, number: int) -> None:
        self.telegram = telegram
        self.folder = folder
        self.log_file = folder / f"log{number}"
        self.settings: dict[str, str] = {}
        self.listen = f"127.0.0.1:{free_port()}"
        self.process: Forked | None = None

    @property
    def url(self) -> str:
        return f"http://{self.listen}"

    async def launch(self, *arguments: str) -> None:
        """Start `binome`, and wait for nothing."""
        inherited = {name: v for name, v in os.environ.items() if not name.startswith("BINOME_")}
        environment = {
            "NO_PROXY": "127.0.0.1",
            "BINOME_TOKEN": TOKEN,
            "BINOME_API_URL": self.telegram.url,
            "BINOME_EVENT": str(EVENT),
            "BINOME_NOW": "api",
            "BINOME_LISTEN": self.listen,
            "BINOME_WEBHOOK_URL": f"{self.url}{PATH}",
            "BINOME_WEBHOOK_SECRET": SECRET,
        }
        self.process = await Forked.start(
            *("run", *arguments),
            environment=inherited | environment | self.settings,
            log_file=self.log_file,
        )

    async def start(self) -> None:
        """Start the process, and wait until updates are posted to it."""
        before = len(self.telegram.calls("setWebhook"))
        await self.launch("--webhook", "--log-level", "DEBUG")
        await until(
            lambda: len(self.telegram.calls("setWebhook")) > before or self.has_ended(),
            "the bot to set its webhook",
        )
        assert not self.has_ended(), self.log()

    def has_ended(self) -> bool:
        return self.process is None or self.process.returncode is not None

    def log(self) -> str:
        return self.log_file.read_text("utf-8") if self.log_file.exists() else ""

    def kill_now(self) -> None:
        """kill -9, at this very moment."""
        assert self.process is not None
        os.kill(self.process.pid, signal.SIGKILL)

    async def ends(self) -> int:
        assert self.process is not None
        async with asyncio.timeout(20):
            return await self.process.wait()

    async def stop(self) -> int:
        """Ask it to stop (SIGTERM); its exit status."""
        assert self.process is not None
        if self.process.returncode is None:
            self.process.terminate()
        return await self.ends()

    async def kill(self) -> None:
        if not self.has_ended():
            self.kill_now()
            await self.ends()


def free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


class Balancer:
    """Hands one request to each process in turn, whoever it is about; no process is asked twice."""

    def __init__(self, processes: list[Process]) -> None:
        self.processes = processes
        self.handed: list[Process] = []
        """To whom each request was handed."""
        self.url = ""
        self._session: aiohttp.ClientSession

    @asynccontextmanager
    async def served(self) -> AsyncIterator[None]:
        application = web.Application()
        application.router.add_post("/{path:.*}", self._hand_on)
        runner = web.AppRunner(application)
        async with aiohttp.ClientSession() as self._session:
            await runner.setup()
            site = web.TCPSite(runner, "127.0.0.1", 0)
            await site.start()
            host, port = runner.addresses[0][:2]
            self.url = f"http://{host}:{port}"
            try:
                yield
            finally:
                await runner.cleanup()

    async def _hand_on(self, request: web.Request) -> web.Response:
        process = self.processes[len(self.handed) % len(self.processes)]
        self.handed.append(process)
        name = "X-Telegram-Bot-Api-Secret-Token"
        try:
            async with self._session.post(
                f"{process.url}{request.path}",
                data=await request.read(),
                headers={name: request.headers[name]},
            ) as answer:
                return web.Response(status=answer.status)
        except aiohttp.ClientError:
            return web.Response(status=502)
