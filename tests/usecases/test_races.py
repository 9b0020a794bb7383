"""The last seats, wanted by several at once; and what happens without the lock."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

import aiosqlite
from e2e.forked import FORKING
from proof.unlocked import open_unlocked

from bot.domain.party import Party
from bot.store.database import Argument, Connection, Database, Row
from bot.store.sqlite import Sqlite, SqliteConnection
from bot.usecases import register

from .samples import Counter, application

PROCESSES = 3
ATTEMPTS = 8
CAPACITY = 7
"""Fewer than attempts, and no multiple of a party's size."""


def confirm_many(url: str, number: int, start: Any, results: Any) -> None:
    """One process: when all are ready, register one party after the other as fast as it can."""

    async def work() -> int:
        counter = await Counter.open(url, CAPACITY)
        await asyncio.to_thread(start.wait)
        sold = 0
        for attempt in range(ATTEMPTS):
            wanted = application(
                f"draft{number}-{attempt}", counter.people[number], 1 + attempt % 2
            )
            async with counter.books() as books:
                result = await register.confirm(books, wanted)
            sold += result.seats if isinstance(result, Party) else 0
        await counter.database.close()
        return sold

    results.put(asyncio.run(work()))


async def test_processes_that_want_the_last_seats_sell_just_what_there_is(
    database_url: str,
) -> None:
    counter = await Counter.open(database_url, CAPACITY)
    start, results = FORKING.Barrier(PROCESSES), FORKING.SimpleQueue()
    processes = [
        FORKING.Process(target=confirm_many, args=(database_url, number, start, results))
        for number in range(PROCESSES)
    ]
    for process in processes:
        process.start()
    for process in processes:
        await asyncio.to_thread(process.join, 30)
    assert [process.exitcode for process in processes] == [0] * PROCESSES

    sold = [results.get() for _ in processes]
    assert sum(sold) == CAPACITY
    async with counter.books() as books:
        assert sum(one.seats for one in await books.parties.everybody()) == CAPACITY
        assert (await books.count()).left == 0
    await counter.database.close()


class Pausing(SqliteConnection):
    """A transaction that, once it has counted, waits until the other has counted too."""

    def __init__(self, connection: aiosqlite.Connection, both: asyncio.Barrier) -> None:
        super().__init__(connection)
        self.both = both

    async def fetch(self, sql: str, *arguments: Argument) -> Sequence[Row]:
        rows = await super().fetch(sql, *arguments)
        if "from holds" in sql and "union all" in sql:  # the last of what is counted
            try:
                await asyncio.wait_for(self.both.wait(), 0.2)
            except (TimeoutError, asyncio.BrokenBarrierError):
                await self.both.abort()  # the other does not come as far: it is locked out
        return rows


class Locked(Sqlite):
    """The database as it is, with that pause."""

    both: asyncio.Barrier

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Connection]:
        async with super().transaction():
            yield Pausing(self._connection, self.both)


class Unlocked(Locked):
    """The same with the lock taken out: each statement stands alone."""

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Connection]:
        yield Pausing(self._connection, self.both)


async def two_want_the_last_seat(kind: type[Locked], url: str) -> int:
    """How many of two get it."""
    counter = await Counter.open(url, capacity=1)
    databases = [await kind.open(url), await kind.open(url)]
    both = asyncio.Barrier(2)

    async def want(database: Locked, number: int) -> bool:
        database.both = both
        async with Counter(database, counter.event, counter.key).books() as books:
            wanted = application(f"draft{number}", counter.people[number], 1)
            return isinstance(await register.confirm(books, wanted), Party)

    got = await asyncio.gather(*(want(one, at) for at, one in enumerate(databases, 1)))
    for database in (*databases, counter.database):
        await database.close()
    return sum(got)


async def test_with_the_lock_one_of_two_gets_the_last_seat(sqlite_url: str) -> None:
    assert await two_want_the_last_seat(Locked, sqlite_url) == 1


async def test_without_the_lock_it_is_sold_twice(sqlite_url: str) -> None:
    assert await two_want_the_last_seat(Unlocked, sqlite_url) == 2


async def test_without_the_lock_of_its_row_it_is_sold_twice_too(postgresql_url: str) -> None:
    counter = await Counter.open(postgresql_url, capacity=1)
    databases = [await open_unlocked(postgresql_url) for _ in range(2)]

    async def want(database: Database, number: int) -> bool:
        async with Counter(database, counter.event, counter.key).books() as books:
            wanted = application(f"draft{number}", counter.people[number], 1)
            return isinstance(await register.confirm(books, wanted), Party)

    assert await asyncio.gather(*(want(one, at) for at, one in enumerate(databases))) == [True] * 2
    for database in (*databases, counter.database):
        await database.close()
