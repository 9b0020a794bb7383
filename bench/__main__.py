"""``python -m bench``: measure the bot and the plain echo bot in turns, and print both."""

import asyncio
import os
import statistics
import sys
import time
from dataclasses import dataclass
from typing import Final

import click

from bench.bots import BOTS, BotDiedError, Running, running, sync_time
from bench.people import Crowd, NoAnswerError
from bench.server import BotApi, serve

AIM: Final = 2.4
"""How many times as many steps a second as the echo bot the bot should do."""
START_TIMEOUT: Final = 30.0
WARM_UP: Final = 2.0
ONE_OR_MORE: Final = click.IntRange(1)


@dataclass(frozen=True)
class Figures:
    """What one round measured: seconds, bytes, and shares of one core."""

    steps: int
    seconds: float
    latencies: list[float]
    memory: int
    bot_load: float
    server_load: float

    @property
    def rate(self) -> float:
        """Steps a second."""
        return self.steps / self.seconds

    def percentile(self, percent: int) -> float:
        """Return the time in which this share of the steps was answered."""
        return sorted(self.latencies)[(len(self.latencies) - 1) * percent // 100]


async def measure(name: str, chats: int, seconds: float, core: int | None) -> Figures:
    """Start a bot on this core, warm it up, and measure it for so many seconds.

    Raises:
        NoAnswerError: somebody was not answered, or not with what the script needs.
        BotDiedError: the bot ended by itself, or did not start.
    """
    bot = BOTS[name]
    api = BotApi()
    server, root = await serve(api)
    async with server, running(bot, root, core) as process:
        await _ready(api, process)
        crowd = Crowd(chats, bot.script, api)
        crowd.start()
        try:
            await _watch(WARM_UP, crowd, process)
            first = len(crowd.latencies)
            started, bot_time, own_time = _clocks(process)
            await _watch(seconds, crowd, process)
            ended, bot_end, own_end = _clocks(process)
        except NoAnswerError as error:
            raise NoAnswerError(f"{error}\nthe bot's log:\n{process.last_words()}") from error
        elapsed = ended - started
        latencies = crowd.latencies[first:]
        if not latencies:
            raise NoAnswerError("not one answer came while measuring")
        return Figures(
            len(latencies),
            elapsed,
            latencies,
            process.peak_memory(),
            (bot_end - bot_time) / elapsed,
            (own_end - own_time) / elapsed,
        )


def _pin() -> int | None:
    """Keep this process to one core; return another one for the bot, or None where that fails."""
    if not hasattr(os, "sched_getaffinity"):
        return None
    cores = sorted(os.sched_getaffinity(0))
    if len(cores) < 2:
        return None
    os.sched_setaffinity(0, {cores[1]})
    return cores[0]


async def _ready(api: BotApi, process: Running) -> None:
    """Wait until the bot asks for updates."""
    deadline = time.monotonic() + START_TIMEOUT
    while not api.polled.is_set():
        process.check()
        if time.monotonic() > deadline:
            raise BotDiedError(f"the bot did not start in {START_TIMEOUT:.0f} s")
        await asyncio.sleep(0.05)


async def _watch(seconds: float, crowd: Crowd, process: Running) -> None:
    """Let time pass, and see meanwhile that the bot lives and answers."""
    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0:
        await asyncio.sleep(min(0.25, left))
        process.check()
        crowd.check()


def _clocks(process: Running) -> tuple[float, float, float]:
    return time.perf_counter(), process.processor_time(), time.process_time()


def _show(name: str, figures: Figures) -> None:
    click.echo(
        f"{name:<14}{figures.rate:>9.0f}{figures.percentile(50) * 1000:>9.1f}"
        f"{figures.percentile(99) * 1000:>9.1f}{figures.memory / 1e6:>9.0f}"
        f"{figures.bot_load:>9.0%}{figures.server_load:>9.0%}"
    )


@click.command()
@click.option(
    "--chats", type=ONE_OR_MORE, default=50, show_default=True, help="How many people at once."
)
@click.option(
    "--seconds",
    type=click.FloatRange(1),
    default=10.0,
    show_default=True,
    help="How long each round measures.",
)
@click.option(
    "--rounds",
    type=ONE_OR_MORE,
    default=3,
    show_default=True,
    help="How many times each bot is measured.",
)
@click.option(
    "--only",
    type=click.Choice(list(BOTS)),
    multiple=True,
    help="Measure this bot; can be given several times. Default: echo and binome.",
)
def main(chats: int, seconds: float, rounds: int, only: tuple[str, ...]) -> None:
    """Measure how many steps of a dialogue the bot takes a second, beside a plain echo bot."""
    names = only or ("echo", "binome")
    click.echo(f"{chats} chats, closed loop, {seconds:g} s a round after {WARM_UP:g} s of warm-up")
    click.echo(f"one sync of the disk: {sync_time() * 1000:.2f} ms")
    click.echo("                steps/s   p50 ms   p99 ms  peak MB  bot CPU load CPU")
    core = _pin()
    rates: dict[str, list[float]] = {name: [] for name in names}
    try:
        for _ in range(rounds):
            for name in names:
                figures = asyncio.run(measure(name, chats, seconds, core))
                rates[name].append(figures.rate)
                _show(name, figures)
    except (NoAnswerError, BotDiedError) as error:
        click.echo(f"{name}: {error}", err=True)
        sys.exit(1)
    for name in names:
        click.echo(f"{name:<14}{statistics.median(rates[name]):>9.0f}   median of {rounds}")
    if "echo" in rates and "binome" in rates:
        ratios = [bot / echo for bot, echo in zip(rates["binome"], rates["echo"], strict=True)]
        click.echo(f"binome / echo: {statistics.median(ratios):.2f} (aim: at least {AIM})")


if __name__ == "__main__":
    main()
