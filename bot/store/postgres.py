"""PostgreSQL, for several processes: rows are locked, not the database."""

from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Self

import asyncpg

from bot.store.database import Argument, Row, StoreError, Transaction

if TYPE_CHECKING:
    from asyncpg.pool import PoolConnectionProxy

    Connection = PoolConnectionProxy[asyncpg.Record]
    Pool = asyncpg.Pool[asyncpg.Record]

CONNECTIONS = 4
"""What one process needs: answers, deliveries, settling, and one to spare."""


class PostgresTransaction:
    """A transaction at READ COMMITTED: what must not change is locked before it is read."""

    for_update = " for update"
    skip_locked = " for update skip locked"

    def __init__(self, connection: "Connection") -> None:
        self._connection = connection

    async def lock_schema(self) -> None:
        """Keep other processes from changing the schema until the commit."""
        await self._connection.execute("select pg_advisory_xact_lock(200515)")

    async def fetch(self, sql: str, *arguments: Argument) -> Sequence[Row]:
        """Run one statement and give its rows."""
        return await self._connection.fetch(sql, *arguments)

    async def execute_many(self, sql: str, rows: Iterable[Sequence[Argument]]) -> None:
        """Run one statement for each row of arguments, in one round trip."""
        await self._connection.executemany(sql, rows)


class Postgres:
    """A PostgreSQL database, shared by as many processes as one likes."""

    def __init__(self, name: str, pool: "Pool") -> None:
        self.name = name
        self._pool = pool

    @classmethod
    async def open(cls, url: str) -> Self:
        """Connect to `postgresql://user:password@host/database`.

        Raises:
            StoreError: it cannot be reached, or refuses us.
        """
        name = url.rpartition("@")[2] if "@" in url else url.removeprefix("postgresql://")
        try:
            pool = await asyncpg.create_pool(url, min_size=1, max_size=CONNECTIONS)
        except (OSError, ValueError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
            raise StoreError(f"{name} : {error}") from None
        return cls(name, pool)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        """Commit at the end, roll back when anything was raised."""
        async with self._pool.acquire() as connection, connection.transaction():
            yield PostgresTransaction(connection)

    async def close(self) -> None:
        """Close the connections; what was committed stays."""
        await self._pool.close()
