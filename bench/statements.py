"""How many SQL statements a batch of answers costs, and a confirmation: counted from outside.

`begin` and `commit` are not among them.
"""

from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from typing import Final

from bench.contenders import CAPACITY, EVENT, NOW
from bench.people import BINOME, Press, Say, plain
from bot import event_file
from bot.conversation import messages
from bot.conversation.messages import Command, Input, Question, Text
from bot.days import Days
from bot.departures import Answer, Departure
from bot.domain.keys import Address, BotId, telegram
from bot.reception import Received, Reception
from bot.store.database import Argument, Connection, Database, Row
from bot.store.opening import migrate, open_database

TOGETHER: Final = 20
"""People whose answers arrive in one batch."""


@dataclass(frozen=True)
class Statements:
    """The most that one batch of questions and taps cost, and what a confirmation cost."""

    alone: int
    together: int
    """Of twenty people at once."""
    confirmation: int


async def measure(urls: tuple[str, str]) -> Statements:
    """Play the registration on two empty databases: one person alone, then twenty at once."""
    *alone, confirmation = await _play(urls[0], 1)
    *together, _ = await _play(urls[1], TOGETHER)
    return Statements(max(alone), max(together), confirmation)


async def _play(url: str, people: int) -> list[int]:
    """The statements of each step's batch, when so many people register side by side."""
    opened = await open_database(url)
    await migrate(opened)
    database = _Counted(opened)
    event = event_file.load(EVENT)
    seats = event.seats.model_copy(update={"capacity": CAPACITY})
    event = event.model_copy(update={"seats": seats})
    reception = Reception(database, Days([event]), _Clock(), frozenset(), BotId("bench"))
    await reception.start()
    crowd = _Batches(reception, people)
    counts = []
    for step in BINOME.steps:
        before = database.statements
        await crowd.take(step)
        counts.append(database.statements - before)
    await opened.close()
    return counts


class _Batches:
    """People who take each step at the same moment."""

    def __init__(self, reception: Reception, people: int) -> None:
        self._reception = reception
        everybody = map(telegram, range(1, people + 1))
        self._heard: dict[Address, Answer | None] = dict.fromkeys(everybody)
        self._numbers = count(1)

    async def take(self, step: Say | Press) -> None:
        """Let everybody take one step; the answers have left when the next one comes."""
        batch = [
            Received(
                next(self._numbers),
                messages.Person(address, "Marie", "Dupont", "fr"),
                _input(step, int(address.id), heard),
            )
            for address, heard in self._heard.items()
        ]
        for answer in await self._reception.receive(batch):
            self._heard[answer.address] = answer
            asks = any(isinstance(reply, Question) for reply in answer.replies)
            live = next(self._numbers) if asks else None
            self._reception.note(Departure(answer, live))


def _input(step: Say | Press, number: int, heard: Answer | None) -> Input:
    if isinstance(step, Say):
        text = step.text.format(n=number)
        return Command(text[1:], "") if text.startswith("/") else Text(text)
    assert heard is not None, "a script begins with something said"
    buttons = [
        button
        for reply in heard.replies
        for row in getattr(reply, "rows", ())
        for button in row
        if plain(step.label) in plain(button.label)
    ]
    return messages.Press(buttons[0].data, 1, "query")


class _Clock:
    def now(self) -> datetime:
        """The moment of the benchmark, UTC."""
        return datetime.fromisoformat(NOW)


class _Counted:
    """A database that counts the statements run in its transactions."""

    def __init__(self, database: Database) -> None:
        self.name = database.name
        self.statements = 0
        self._database = database

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Connection]:
        """See `Database`."""
        async with self._database.transaction() as connection:
            yield _CountedConnection(connection, self)

    async def close(self) -> None:
        """See `Database`."""
        await self._database.close()


class _CountedConnection:
    def __init__(self, connection: Connection, counter: _Counted) -> None:
        self.for_update = connection.for_update
        self.no_wait = connection.no_wait
        self.skip_locked = connection.skip_locked
        self.new_key = connection.new_key
        self._connection = connection
        self._counter = counter

    async def lock_schema(self) -> None:
        """See `Connection`."""
        await self._connection.lock_schema()

    async def fetch(self, sql: str, *arguments: Argument) -> Sequence[Row]:
        """See `Connection`."""
        self._counter.statements += 1
        return await self._connection.fetch(sql, *arguments)

    async def execute_many(self, sql: str, rows: Iterable[Sequence[Argument]]) -> None:
        """See `Connection`."""
        rows = list(rows)
        self._counter.statements += bool(rows)
        await self._connection.execute_many(sql, rows)
