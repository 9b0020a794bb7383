"""One measure of one bot: a round of the closed loop, its start, its memory."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from typing import Final

from bench.contenders import Contender
from bench.people import GREETED, Crowd, NoAnswerError, Person
from bench.processes import BotDiedError, Running, running
from bench.server import BotApi, serve
from bench.webhook import Poster

START_TIMEOUT: Final = 60.0
WARM_UP: Final = 2.0
BEFORE: Final = 500
"""Chats that say /start before the memory is looked at for the first time."""
AT_REST: Final = 2.0
"""Seconds without any update before the memory is looked at."""


@dataclass(frozen=True)
class Figures:
    """What one round measured: seconds, bytes, shares of one core, calls of the Bot API."""

    steps: int
    seconds: float
    latencies: list[float]
    calls: int
    memory: int
    bot_load: float
    server_load: float

    @property
    def rate(self) -> float:
        """Steps a second."""
        return self.steps / self.seconds

    @property
    def by_processor(self) -> float:
        """Steps for each second of processor time that the bot took."""
        return self.rate / self.bot_load

    @property
    def calls_a_step(self) -> float:
        """Calls of the Bot API for each step, `getUpdates` left out."""
        return self.calls / self.steps

    def percentile(self, percent: int) -> float:
        """Return the time in which this share of the steps was answered."""
        return sorted(self.latencies)[(len(self.latencies) - 1) * percent // 100]


async def measure(
    contender: Contender, chats: int, seconds: float, cores: list[int], database_url: str
) -> Figures:
    """Start a bot on these cores, warm it up, and measure it for so many seconds.

    Raises:
        NoAnswerError: somebody was not answered, or not with what the script needs.
        BotDiedError: the bot ended by itself, or did not start.
    """
    async with _started(contender, cores, database_url) as (api, process):
        crowd = Crowd(chats, contender.script, api)
        crowd.start()
        with _its_words(process):
            await _watch(WARM_UP, crowd, process)
            first, calls = len(crowd.latencies), api.calls
            started, bot_time, own_time = _clocks(process)
            await _watch(seconds, crowd, process)
            ended, bot_end, own_end = _clocks(process)
        elapsed = ended - started
        latencies = crowd.latencies[first:]
        if not latencies:
            raise NoAnswerError("not one answer came while measuring")
        return Figures(
            len(latencies),
            elapsed,
            latencies,
            api.calls - calls,
            process.peak_memory(),
            (bot_end - bot_time) / elapsed,
            (own_end - own_time) / elapsed,
        )


async def first_answer(
    contender: Contender, chats: int, cores: list[int], database_url: str
) -> float:
    """The seconds from the start of a bot that polls to its first answer, while so many wait.

    Raises:
        BotDiedError: there was none.
    """
    api = BotApi()
    server, root = await serve(api)
    answered = asyncio.Event()
    api.heard = lambda message: answered.set()
    for number in range(chats):
        Person(number, GREETED, api).send()
    started = time.perf_counter()
    async with server, running(contender, root, cores, database_url) as process:
        await _until(answered.is_set, process)
        return time.perf_counter() - started


async def memory(
    contender: Contender, chats: int, cores: list[int], database_url: str
) -> tuple[int, int]:
    """The bytes a bot has resident before and after so many chats said /start, each at rest.

    Raises:
        NoAnswerError: somebody was not answered.
        BotDiedError: the bot ended by itself, or did not start.
    """
    async with _started(contender, cores, database_url) as (api, process):
        crowd = Crowd(50, GREETED, api, people=BEFORE)
        crowd.start()
        with _its_words(process):
            before = await _memory_at_rest(crowd, process)
            crowd.admit(chats)
            return before, await _memory_at_rest(crowd, process)


async def _memory_at_rest(crowd: Crowd, process: Running) -> int:
    while not crowd.is_empty:
        await _watch(0.25, crowd, process)
    await asyncio.sleep(AT_REST)
    return process.memory()


@asynccontextmanager
async def _started(
    contender: Contender, cores: list[int], database_url: str
) -> AsyncIterator[tuple[BotApi, Running]]:
    """A bot that is ready, and its server."""
    api = BotApi()
    server, root = await serve(api)
    poster = Poster(contender.ports)
    async with server, running(contender, root, cores, database_url) as process:
        if contender.ports:
            api.post = poster.post
            await _until(lambda: api.webhooks == len(contender.ports), process)
        else:
            await _until(api.polled.is_set, process)
        try:
            yield api, process
        finally:
            poster.close()


async def _until(ready: Callable[[], bool], process: Running) -> None:
    deadline = time.monotonic() + START_TIMEOUT
    while not ready():
        process.check()
        if time.monotonic() > deadline:
            raise BotDiedError(f"the bot did not start in {START_TIMEOUT:.0f} s")
        await asyncio.sleep(0.01)


@contextmanager
def _its_words(process: Running) -> Iterator[None]:
    """Add the end of the bot's log to what is said when somebody was not answered."""
    try:
        yield
    except NoAnswerError as error:
        words = process.last_words()
        raise NoAnswerError(f"{error}\nthe bot's log:\n{words}") from error


async def _watch(seconds: float, crowd: Crowd, process: Running) -> None:
    """Let time pass, and see meanwhile that the bot lives and answers."""
    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0:
        await asyncio.sleep(min(0.25, left))
        process.check()
        crowd.check()


def _clocks(process: Running) -> tuple[float, float, float]:
    return time.perf_counter(), process.processor_time(), time.process_time()
