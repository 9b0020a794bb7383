"""``python -m bench``: measure Binôme and others in turns, and print Markdown tables."""

import asyncio
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import click

from bench import report, rounds, statements
from bench.contenders import CONTENDERS, USUAL, Engine
from bench.databases import Databases, databases
from bench.people import GREETED, NoAnswerError
from bench.processes import BotDiedError, pin, sync_time
from bench.report import Entry
from bench.rounds import WARM_UP, Figures

CHATS_TO_REMEMBER: Final = 20_000
ENGINES: Final[tuple[Engine, ...]] = ("sqlite", "postgresql")
ONE_OR_MORE: Final = click.IntRange(1)


@dataclass(frozen=True)
class Bench:
    """What to measure, how long, on which cores and databases."""

    entries: Sequence[Entry]
    chats: int
    seconds: float
    rounds: int
    cores: list[int]
    databases: Databases

    async def url(self, entry: Entry) -> str:
        """The address of a fresh database for a contender."""
        return await self.databases.fresh(CONTENDERS[entry.name].engine, entry.parties)

    async def closed_loop(self) -> None:
        """Measure everybody in turns, and print the figures and ratios."""
        measured: dict[Entry, list[Figures]] = {entry: [] for entry in self.entries}
        for number in range(1, self.rounds + 1):
            for entry in self.entries:
                contender, url = CONTENDERS[entry.name], await self.url(entry)
                figures = await rounds.measure(contender, self.chats, self.seconds, self.cores, url)
                measured[entry].append(figures)
                _progress(f"round {number}, {entry.title}: {figures.rate:,.0f} steps/s")
        click.echo(f"{report.figures(measured)}\n{report.ratios(measured)}")

    async def first_answers(self) -> None:
        """Start every Binôme that polls, and print when its first answer came."""
        polling = [
            entry
            for entry in self.entries
            if CONTENDERS[entry.name].engine and not CONTENDERS[entry.name].ports
        ]
        seconds = {
            entry: await rounds.first_answer(
                CONTENDERS[entry.name], self.chats, self.cores, await self.url(entry)
            )
            for entry in polling
        }
        if seconds:
            click.echo(report.starts(seconds))

    async def statements(self) -> None:
        """Count the statements on the engines that are measured, and print them."""
        engines = [
            engine
            for engine in ENGINES
            if any(CONTENDERS[entry.name].engine == engine for entry in self.entries)
        ]
        counted: dict[str, statements.Statements] = {}
        for engine in engines:
            urls = await self.databases.fresh(engine, 0), await self.databases.fresh(engine, 0)
            counted[engine] = await statements.measure(urls)
        if counted:
            click.echo(report.statements(counted))

    async def memory(self) -> None:
        """Let many chats say /start to every registration, and print what stays in memory."""
        resident = {}
        for entry in self.entries:
            contender = CONTENDERS[entry.name]
            if contender.script.steps[0] == GREETED.steps[0] and not entry.parties:
                url = await self.url(entry)
                resident[entry] = await rounds.memory(contender, CHATS_TO_REMEMBER, self.cores, url)
                _progress(f"memory, {entry.title}: measured")
        click.echo(report.memory(resident, CHATS_TO_REMEMBER))


def _progress(line: str) -> None:
    click.echo(line, err=True)


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
    "turns",
    type=ONE_OR_MORE,
    default=3,
    show_default=True,
    help="How many times each bot is measured.",
)
@click.option(
    "--parties",
    type=click.IntRange(0),
    default=0,
    show_default=True,
    help="Measure Binôme with so many parties registered, too.",
)
@click.option(
    "--memory", is_flag=True, help=f"Also let {CHATS_TO_REMEMBER:,} chats say /start (minutes)."
)
@click.option(
    "--only",
    type=click.Choice(list(CONTENDERS)),
    multiple=True,
    help=f"Measure this; can be given several times. Default: {', '.join(USUAL)}.",
)
def main(
    chats: int, seconds: float, turns: int, parties: int, memory: bool, only: tuple[str, ...]
) -> None:
    """Measure how many steps of a dialogue Binôme and others take a second."""
    entries = _entries(only or USUAL, parties)
    on_postgres = any(CONTENDERS[entry.name].engine == "postgresql" for entry in entries)
    with databases(with_postgres=on_postgres) as made:
        cores = pin()  # after PostgreSQL is started, which may use them all
        click.echo(
            f"{chats} chats, closed loop, median of {turns} rounds of {seconds:g} s after"
            f" {WARM_UP:g} s of warm-up; {_pinned(cores)};"
            f" one sync of the disk: {sync_time() * 1000:.2f} ms\n"
        )
        bench = Bench(entries, chats, seconds, turns, cores, made)
        try:
            asyncio.run(_measure(bench, with_memory=memory))
        except (NoAnswerError, BotDiedError) as error:
            click.echo(error, err=True)
            sys.exit(1)


def _entries(names: Sequence[str], parties: int) -> list[Entry]:
    entries = []
    for name in names:
        entries.append(Entry(name))
        if parties and CONTENDERS[name].engine:
            entries.append(Entry(name, parties))
    return entries


def _pinned(cores: list[int]) -> str:
    return f"the bot on core {cores[0]}, the load on {cores[-1]}" if cores else "nothing pinned"


async def _measure(bench: Bench, *, with_memory: bool) -> None:
    await bench.closed_loop()
    await bench.statements()
    await bench.first_answers()
    if with_memory:
        await bench.memory()


if __name__ == "__main__":
    main()
