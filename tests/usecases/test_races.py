"""The last seats, wanted by several at once; and what happens without the lock."""

import asyncio
import multiprocessing
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiosqlite

from bot.domain.party import Party
from bot.store.database import Argument, Row, Transaction, migrate, open_database
from bot.store.sqlite import Sqlite, SqliteTransaction

from .samples import Counter, party

PROCESSES = 3
ATTEMPTS = 8
CAPACITY = 7
"""Fewer than attempts, and no multiple of a party's size."""


def confirm_many(url: str, number: int, start: Any, results: Any) -> None:
    """One process: when all are ready, register one party after the other as fast as it can."""

    async def work() -> int:
        counter = Counter(await open_database(url), CAPACITY)
        await asyncio.to_thread(start.wait)
        sold = 0
        for attempt in range(ATTEMPTS):
            chat_id = 100 * number + attempt
            async with counter.desk() as desk:
                result = await desk.confirm(party(f"draft{chat_id}", chat_id, 1 + attempt % 2))
            sold += result.seats if isinstance(result, Party) else 0
        await counter.database.close()
        return sold

    results.put(asyncio.run(work()))


async def test_processes_that_want_the_last_seats_sell_just_what_there_is(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'binome.db'}"
    database = await open_database(url)
    await migrate(database)
    spawn = multiprocessing.get_context("spawn")
    start, results = spawn.Barrier(PROCESSES), spawn.SimpleQueue()
    processes = [
        spawn.Process(target=confirm_many, args=(url, number, start, results))
        for number in range(PROCESSES)
    ]
    for process in processes:
        process.start()
    for process in processes:
        await asyncio.to_thread(process.join, 30)
    assert [process.exitcode for process in processes] == [0] * PROCESSES

    sold = [results.get() for _ in processes]
    assert sum(sold) == CAPACITY
    async with Counter(database, CAPACITY).desk() as desk:
        assert sum(one.seats for one in await desk.parties()) == CAPACITY
        assert (await desk.seats()).left == 0
    await database.close()


class Pausing(SqliteTransaction):
    """A transaction that, once it has counted, waits until the other has counted too."""

    def __init__(self, connection: aiosqlite.Connection, both: asyncio.Barrier) -> None:
        super().__init__(connection)
        self.both = both

    async def fetch(self, sql: str, *arguments: Argument) -> Sequence[Row]:
        rows = await super().fetch(sql, *arguments)
        if "as taken" in sql:
            try:
                await asyncio.wait_for(self.both.wait(), 0.2)
            except (TimeoutError, asyncio.BrokenBarrierError):
                await self.both.abort()  # the other does not come as far: it is locked out
        return rows


class Locked(Sqlite):
    """The database as it is, with that pause."""

    both: asyncio.Barrier

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        async with super().transaction():
            yield Pausing(self._connection, self.both)


class Unlocked(Locked):
    """The same with the lock taken out: each statement stands alone."""

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        yield Pausing(self._connection, self.both)


async def two_want_the_last_seat(kind: type[Locked], folder: Path) -> int:
    """How many of two get it."""
    url = f"sqlite:///{folder / 'binome.db'}"
    plain = await open_database(url)
    await migrate(plain)
    databases = [await kind.open(url), await kind.open(url)]
    both = asyncio.Barrier(2)

    async def want(database: Locked, chat_id: int) -> bool:
        database.both = both
        async with Counter(database, capacity=1).desk() as desk:
            return isinstance(await desk.confirm(party(f"draft{chat_id}", chat_id, 1)), Party)

    got = await asyncio.gather(*(want(one, at) for at, one in enumerate(databases, 1)))
    for database in (*databases, plain):
        await database.close()
    return sum(got)


async def test_with_the_lock_one_of_two_gets_the_last_seat(tmp_path: Path) -> None:
    assert await two_want_the_last_seat(Locked, tmp_path) == 1


async def test_without_the_lock_it_is_sold_twice(tmp_path: Path) -> None:
    assert await two_want_the_last_seat(Unlocked, tmp_path) == 2
