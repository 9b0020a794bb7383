"""The databases with the event's lock taken out: what the races would find without it."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from bot.store.database import Argument, Connection, Database, Row
from bot.store.postgres import Postgres, PostgresConnection
from bot.store.sqlite import Sqlite, SqliteConnection

PAUSE = 0.05
"""Seconds between counting seats and taking some: time enough for somebody else to count too."""


async def open_unlocked(url: str) -> Database:
    """Open a database whose transactions lock nothing before they count."""
    kind = UnlockedSqlite if url.startswith("sqlite:///") else UnlockedPostgres
    return await kind.open(url)


async def _pause_after_counting(sql: str) -> None:
    if "from holds" in sql and "union all" in sql:  # the last of what is counted
        await asyncio.sleep(PAUSE)


class _HastySqlite(SqliteConnection):
    async def fetch(self, sql: str, *arguments: Argument) -> Sequence[Row]:
        rows = await super().fetch(sql, *arguments)
        await _pause_after_counting(sql)
        return rows


class UnlockedSqlite(Sqlite):
    """An SQLite file where each statement stands alone."""

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Connection]:
        async with self._turn:
            yield _HastySqlite(self._connection)


class _HastyPostgres(PostgresConnection):
    for_update = no_wait = ""

    async def fetch(self, sql: str, *arguments: Argument) -> Sequence[Row]:
        rows = await super().fetch(sql, *arguments)
        await _pause_after_counting(sql)
        return rows


class UnlockedPostgres(Postgres):
    """A PostgreSQL database whose transactions do without `select … for update`."""

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[PostgresConnection]:
        async with super().transaction() as connection:
            assert isinstance(connection, PostgresConnection)
            yield _HastyPostgres(connection._connection)
