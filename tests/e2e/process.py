"""The real bot, in a process of its own."""

import asyncio
import os
import signal
from pathlib import Path

from .forked import Forked
from .onlooker import Onlooker
from .telegram import TOKEN, Telegram, until

EVENT = Path(__file__).parents[2] / "events" / "pelussin-2015.toml"


class BotProcess:
    """`binome run` with a database and a log of its own, which outlive it."""

    def __init__(self, telegram: Telegram, folder: Path) -> None:
        self.telegram = telegram
        self.database = folder / "binome.db"
        self.log_file = folder / "log"
        self.organisers: list[int] = []
        self.event = EVENT
        self.process: Forked | None = None
        self.expected_ends = {0}
        """The exit statuses that are right at the end of the test."""
        self.expected_refusals = {"editMessageReplyMarkup", "answerCallbackQuery"}
        """The methods that Telegram may refuse: for buttons that are gone, for late answers."""
        self.may_fail = False
        """Whether a handler fails in this test, so that the log tells where."""

    @property
    def database_url(self) -> str:
        return f"sqlite:///{self.database}"

    @property
    def onlooker(self) -> Onlooker:
        """Whoever looks at its database from beside it."""
        return Onlooker(self.telegram, self.database_url)

    @property
    def pid(self) -> int:
        assert self.process is not None, "the bot was not started"
        return self.process.pid

    def environment(self) -> dict[str, str]:
        inherited = {name: v for name, v in os.environ.items() if not name.startswith("BINOME_")}
        return inherited | {
            "NO_PROXY": "127.0.0.1",
            "TMPDIR": str(self.log_file.parent),
            "BINOME_TOKEN": TOKEN,
            "BINOME_API_URL": self.telegram.url,
            "BINOME_DATABASE_URL": self.database_url,
            "BINOME_EVENT": str(self.event),
            "BINOME_ORGANISERS": ",".join(map(str, self.organisers)),
            "BINOME_NOW": "api",
        }

    async def launch(self) -> None:
        """Start the process, and wait for nothing."""
        self.process = await Forked.start(
            *("run", "--log-level", "DEBUG"),
            environment=self.environment(),
            log_file=self.log_file,
        )

    async def start(self) -> None:
        """Start the process, and wait until it polls."""
        await self.launch()
        polls = len(self.telegram.calls("getUpdates"))
        await until(
            lambda: (
                self.telegram.updates.someone_waits()
                or len(self.telegram.calls("getUpdates")) > polls
                or self.has_ended()
            ),
            "the bot to poll",
        )
        assert not self.has_ended(), self.log()

    def has_ended(self) -> bool:
        return self.process is None or self.process.returncode is not None

    def log(self) -> str:
        return self.log_file.read_text("utf-8") if self.log_file.exists() else ""

    def kill_now(self) -> None:
        """kill -9, at this very moment."""
        os.kill(self.pid, signal.SIGKILL)

    async def ends(self) -> int:
        """Wait for the end of the process; its exit status."""
        assert self.process is not None, "the bot was not started"
        async with asyncio.timeout(20):
            return await self.process.wait()

    async def kill(self) -> None:
        if not self.has_ended():
            self.kill_now()
            await self.ends()

    async def stop(self) -> int:
        """Ask it to stop (SIGTERM); its exit status."""
        if self.process is None:
            return 0
        if self.process.returncode is None:
            self.process.terminate()
        return await self.ends()
