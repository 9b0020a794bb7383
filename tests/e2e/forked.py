"""Processes that fork from one that has loaded the bot, so that starting one takes a moment.

From there on they do what `binome run` does. That a fresh Python gets as far is said by
test_setup.py and tests/bench/.
"""

import asyncio
import multiprocessing
import os
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

FORKING = multiprocessing.get_context("forkserver")
FORKING.set_forkserver_preload(["bot.__main__", "bot.app"])


class Forked:
    """`binome` with these arguments, as `asyncio.subprocess.Process` shows a process."""

    def __init__(
        self, arguments: Sequence[str], environment: Mapping[str, str], log_file: Path
    ) -> None:
        self._process = FORKING.Process(
            target=_run, args=(arguments, dict(environment), log_file), daemon=True
        )
        self._ended = asyncio.Event()

    @classmethod
    async def start(
        cls, *arguments: str, environment: Mapping[str, str], log_file: Path
    ) -> "Forked":
        """Start one in the folder of its log, and wait for nothing."""
        forked = cls(arguments, environment, log_file)
        await asyncio.to_thread(forked._process.start)
        asyncio.get_running_loop().add_reader(forked._process.sentinel, forked._end)
        return forked

    def _end(self) -> None:
        asyncio.get_running_loop().remove_reader(self._process.sentinel)
        self._ended.set()

    @property
    def pid(self) -> int:
        assert self._process.pid is not None
        return self._process.pid

    @property
    def returncode(self) -> int | None:
        return self._process.exitcode

    def terminate(self) -> None:
        self._process.terminate()

    async def wait(self) -> int:
        """Wait for its end; its exit status."""
        await self._ended.wait()
        assert self.returncode is not None
        return self.returncode


def _run(arguments: Sequence[str], environment: Mapping[str, str], log_file: Path) -> None:
    os.environ.clear()
    os.environ.update(environment)
    tempfile.tempdir = None
    os.chdir(log_file.parent)
    with log_file.open("ab") as log:
        os.dup2(log.fileno(), 1)
        os.dup2(log.fileno(), 2)
    from bot.__main__ import main

    main(arguments)
