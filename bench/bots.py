"""The bots that are measured, each started as a process of its own and pinned to one core."""

import asyncio
import os
import re
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.people import BINOME, ECHO, Script
from bench.server import TOKEN
from bench.webhook import PATH, SECRET

EVENT: Final = Path("events/pelussin-2015.toml")
CAPACITY: Final = 1_000_000


class BotDiedError(Exception):
    """The bot's process ended by itself; the message is the end of what it wrote."""


@dataclass(frozen=True)
class Bot:
    """A bot that can be measured.

    Attributes:
        script: what people send it.
        command: the arguments to Python that run it against the server at a root URL.
        environment: its settings, for a root URL and an empty folder of its own.
        on_postgres: whether its database is PostgreSQL's.
        ports: where its processes listen for updates; none: there is one, and it polls.
    """

    script: Script
    command: Callable[[str], list[str]]
    environment: Callable[[str, Path], Mapping[str, str]]
    on_postgres: bool = False
    ports: tuple[int, ...] = ()


def _roomy_event(folder: Path) -> Path:
    """Write a copy of the event that has room for everybody who comes during the measure."""
    text, changed = re.subn(
        r"(?m)^capacity = \d+", f"capacity = {CAPACITY}", EVENT.read_text(encoding="utf-8")
    )
    if changed != 1:
        raise ValueError(f"{EVENT}: expected one line 'capacity = …', found {changed}")
    copy = folder / EVENT.name
    copy.write_text(text, encoding="utf-8")
    return copy


def _settings(root: str, folder: Path) -> Mapping[str, str]:
    return {
        "BINOME_TOKEN": TOKEN,
        "BINOME_API_URL": root,
        "BINOME_DATABASE_URL": f"sqlite:///{folder / 'bench.db'}",
        "BINOME_EVENT": str(_roomy_event(folder)),
        "BINOME_NOW": "2015-02-16T08:00:00Z",
        "BINOME_ORGANISERS": "",
    }


def _echo(client: str) -> Bot:
    return Bot(ECHO, lambda root: ["-m", "bench.echo", root, client], lambda root, folder: {})


def _polling(root: str) -> list[str]:
    return ["-m", "bot", "run"]


def _posted_to(root: str) -> list[str]:
    return ["-m", "bot", "run", "--webhook"]


BOTS: Final = {
    "echo": _echo("httpx"),
    "echo-aiohttp": _echo("aiohttp"),
    "binome": Bot(BINOME, _polling, _settings),
    "binome-webhook": Bot(BINOME, _posted_to, _settings, ports=(18443,)),
    "binome-postgres": Bot(BINOME, _polling, _settings, on_postgres=True),
    "binome-postgres-2": Bot(BINOME, _posted_to, _settings, True, ports=(18443, 18444)),
}
"""By name: the yardstick, the yardstick over the bot's transport, and the bot in four ways."""


@dataclass(frozen=True)
class Running:
    """A bot's processes, all of which write to one log."""

    processes: list[asyncio.subprocess.Process]
    log: Path

    def check(self) -> None:
        """See whether the bot still runs.

        Raises:
            BotDiedError: it does not.
        """
        if any(process.returncode is not None for process in self.processes):
            raise BotDiedError(f"the bot ended by itself:\n{self.last_words()}")

    def last_words(self) -> str:
        """Return the end of what the bot wrote."""
        return self.log.read_text(encoding="utf-8", errors="replace")[-2000:]

    def peak_memory(self) -> int:
        """Return the most memory that the bot had resident so far, in bytes."""
        return sum(_peak_memory(process.pid) for process in self.processes)

    def processor_time(self) -> float:
        """Return the seconds of processor time that the bot has taken so far."""
        return sum(_processor_time(process.pid) for process in self.processes)


def _peak_memory(pid: int) -> int:
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    found = re.search(r"VmHWM:\s*(\d+) kB", status)
    assert found is not None
    return int(found[1]) * 1024


def _processor_time(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def own_folder() -> tempfile.TemporaryDirectory[str]:
    """Make a folder on the working directory's disk: /tmp may be memory, where syncing is free."""
    return tempfile.TemporaryDirectory(prefix=".bench-", dir=Path.cwd())


def sync_time() -> float:
    """Return the seconds that this disk takes to write and sync one page."""
    times = 100
    with own_folder() as folder, Path(folder, "page").open("wb", buffering=0) as page:
        started = time.perf_counter()
        for _ in range(times):
            page.write(bytes(4096))
            os.fsync(page.fileno())
        return (time.perf_counter() - started) / times


@asynccontextmanager
async def running(
    bot: Bot, root: str, cores: list[int], database_url: str | None
) -> AsyncIterator[Running]:
    """Run a bot against the server at `root` in an empty folder, and end it afterwards.

    Its processes take the cores in turn; its database is an SQLite file unless there is a URL.
    """
    with own_folder() as name:
        folder = Path(name)
        environment = {**os.environ, "NO_PROXY": "127.0.0.1", **bot.environment(root, folder)}
        if database_url is not None:
            environment["BINOME_DATABASE_URL"] = database_url
        live = Running([], folder / "log")
        try:
            with live.log.open("ab") as output:
                for at, port in enumerate(bot.ports or (0,)):
                    process = await asyncio.create_subprocess_exec(
                        sys.executable,
                        *bot.command(root),
                        env=environment | _listening_on(port),
                        stdout=output,
                        stderr=output,
                    )
                    live.processes.append(process)
                    if cores:
                        os.sched_setaffinity(process.pid, {cores[at % len(cores)]})
            yield live
        finally:
            for process in live.processes:
                await _end(process)


def _listening_on(port: int) -> dict[str, str]:
    return {
        "BINOME_LISTEN": f"127.0.0.1:{port}",
        "BINOME_WEBHOOK_URL": f"http://127.0.0.1:{port}{PATH}",
        "BINOME_WEBHOOK_SECRET": SECRET,
    }


async def _end(process: asyncio.subprocess.Process) -> None:
    """Ask the process to stop, and make it after five seconds."""
    if process.returncode is None:
        process.terminate()
        try:
            await asyncio.wait_for(process.wait(), 5)
        except TimeoutError:
            process.kill()
            await process.wait()
