"""The bots' processes: started, pinned to a core, watched, ended."""

import asyncio
import os
import re
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.contenders import Contender
from bench.webhook import PATH, SECRET


class BotDiedError(Exception):
    """The bot's process ended by itself; the message is the end of what it wrote."""


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
        return sum(_memory(process.pid, "VmHWM") for process in self.processes)

    def memory(self) -> int:
        """Return the memory that the bot has resident now, in bytes."""
        return sum(_memory(process.pid, "VmRSS") for process in self.processes)

    def processor_time(self) -> float:
        """Return the seconds of processor time that the bot has taken so far."""
        return sum(_processor_time(process.pid) for process in self.processes)


def _memory(pid: int, what: str) -> int:
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    found = re.search(rf"{what}:\s*(\d+) kB", status)
    assert found is not None
    return int(found[1]) * 1024


def _processor_time(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def pin() -> list[int]:
    """Keep this process to one core; the cores for the bot, that one last; none if that fails."""
    if not hasattr(os, "sched_getaffinity"):
        return []
    own, *others = sorted(os.sched_getaffinity(0), reverse=True)
    if not others:
        return []
    os.sched_setaffinity(0, {own})
    return [*reversed(others), own]


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
    contender: Contender, root: str, cores: list[int], database_url: str
) -> AsyncIterator[Running]:
    """Run a bot against the server at `root` in an empty folder, and end it afterwards.

    Its processes take the cores in turn.
    """
    with own_folder() as name:
        folder = Path(name)
        settings = contender.environment(root, folder, database_url)
        environment = {**os.environ, "NO_PROXY": "127.0.0.1", **settings}
        live = Running([], folder / "log")
        try:
            with live.log.open("ab") as output:
                for at, port in enumerate(contender.ports or (0,)):
                    process = await asyncio.create_subprocess_exec(
                        sys.executable,
                        *contender.arguments(root, folder),
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
