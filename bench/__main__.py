"""``python -m bench``: measure the bot and the plain echo bot in turns, and print both."""

import asyncio
import os
import statistics
import sys
import time
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from itertools import count
from typing import Final

import click

from bench import desk
from bench.bots import BOTS, BotDiedError, Running, own_folder, running, sync_time
from bench.people import Crowd, NoAnswerError
from bench.postgres import postgres
from bench.server import BotApi, serve
from bench.webhook import Poster

AIM: Final = 2.4
"""How many times as many steps a second as the echo bot the bot should do."""
DESK: Final = "desk"
USUAL: Final = ("echo", "binome", "binome-postgres", "binome-postgres-2", DESK)
"""What is measured when nothing else is asked for."""
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


async def measure(
    name: str, chats: int, seconds: float, cores: list[int], database_url: str | None
) -> Figures:
    """Start a bot on these cores, warm it up, and measure it for so many seconds.

    Raises:
        NoAnswerError: somebody was not answered, or not with what the script needs.
        BotDiedError: the bot ended by itself, or did not start.
    """
    bot = BOTS[name]
    api = BotApi()
    server, root = await serve(api)
    poster = Poster(bot.ports)
    async with server, running(bot, root, cores, database_url) as process:
        if bot.ports:
            api.post = poster.post
        await _ready(api, process, len(bot.ports))
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
        finally:
            poster.close()
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


def _pin() -> list[int]:
    """Keep this process to one core; the cores for the bot, that one last; none if that fails."""
    if not hasattr(os, "sched_getaffinity"):
        return []
    own, *others = sorted(os.sched_getaffinity(0), reverse=True)
    if not others:
        return []
    os.sched_setaffinity(0, {own})
    return [*reversed(others), own]


async def _ready(api: BotApi, process: Running, webhooks: int) -> None:
    """Wait until the bot asks for updates, or so many processes have set their webhook."""
    deadline = time.monotonic() + START_TIMEOUT
    while not (api.webhooks == webhooks if webhooks else api.polled.is_set()):
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
        f"{name:<18}{figures.rate:>9.0f}{figures.percentile(50) * 1000:>9.1f}"
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
    default=8.0,
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
    type=click.Choice([*BOTS, DESK]),
    multiple=True,
    help=f"Measure this; can be given several times. Default: {', '.join(USUAL)}.",
)
def main(chats: int, seconds: float, rounds: int, only: tuple[str, ...]) -> None:
    """Measure how many steps of a dialogue the bot takes a second, beside a plain echo bot."""
    names = only or USUAL
    bots = [name for name in names if name != DESK]
    needs_postgres = DESK in names or any(BOTS[name].on_postgres for name in bots)
    click.echo(f"one sync of the disk: {sync_time() * 1000:.2f} ms")
    with postgres() if needs_postgres else nullcontext(_no_postgres) as new_database:
        cores = _pin()  # after PostgreSQL is started, which may use them all
        if bots:
            _measure_bots(bots, chats, seconds, rounds, cores, new_database)
        if DESK in names:
            _measure_desk(new_database)


def _no_postgres() -> str:
    raise LookupError("PostgreSQL was not started")


def _measure_bots(
    names: list[str],
    chats: int,
    seconds: float,
    rounds: int,
    cores: list[int],
    new_database: Callable[[], str],
) -> None:
    click.echo(f"{chats} chats, closed loop, {seconds:g} s a round after {WARM_UP:g} s of warm-up")
    click.echo("                    steps/s   p50 ms   p99 ms  peak MB  bot CPU load CPU")
    rates: dict[str, list[float]] = {name: [] for name in names}
    try:
        for _ in range(rounds):
            for name in names:
                database = new_database() if BOTS[name].on_postgres else None
                figures = asyncio.run(measure(name, chats, seconds, cores, database))
                rates[name].append(figures.rate)
                _show(name, figures)
    except (NoAnswerError, BotDiedError) as error:
        click.echo(f"{name}: {error}", err=True)
        sys.exit(1)
    for name in names:
        click.echo(f"{name:<18}{statistics.median(rates[name]):>9.0f}   median of {rounds}")
    if "echo" in rates:
        _compare(rates)


def _compare(rates: dict[str, list[float]]) -> None:
    for name, own in rates.items():
        if name.startswith("binome"):
            ratios = [bot / echo for bot, echo in zip(own, rates["echo"], strict=True)]
            aim = f" (aim: at least {AIM})" if name == "binome" else ""
            click.echo(f"{name} / echo: {statistics.median(ratios):.2f}{aim}")


def _measure_desk(new_database: Callable[[], str]) -> None:
    with own_folder() as folder:
        numbers = count(1)
        on_sqlite = asyncio.run(desk.measure(lambda: f"sqlite:///{folder}/{next(numbers)}.db"))
    on_postgres = asyncio.run(desk.measure(new_database))
    click.echo("one transaction of the desk, µs      SQLite  PostgreSQL")
    for name, microseconds in on_sqlite.items():
        click.echo(f"{name:<34}{microseconds:>9.0f}{on_postgres[name]:>12.0f}")


if __name__ == "__main__":
    main()
