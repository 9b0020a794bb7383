"""Connections and transactions.

Statements use `$1`, `$2`… and only what SQLite and PostgreSQL have in common. Moments are stored
as UTC text of a fixed width, so that they sort as they follow.
"""

import asyncio
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from sqlite3 import Row
from typing import Self

import aiosqlite

from bot.store.schema import MIGRATIONS

Argument = str | int | None
"""What a statement takes in the place of `$1`."""


class StoreError(Exception):
    """The database cannot be used; the message says which and why."""


def moment(when: datetime) -> str:
    """A UTC datetime as it is stored, in milliseconds."""
    return when.astimezone(UTC).isoformat(timespec="milliseconds")


def when(text: str | None) -> datetime | None:
    """The UTC datetime of a stored moment."""
    return None if text is None else datetime.fromisoformat(text)


class Transaction:
    """What is written through it is committed together or not at all."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def fetch(self, sql: str, *arguments: Argument) -> list[Row]:
        """Run one statement and give its rows; rows are read by column name."""
        rows = await self._connection.execute_fetchall(sql, _numbered(arguments))
        return list(rows)

    async def execute_many(self, sql: str, rows: Iterable[Sequence[Argument]]) -> None:
        """Run one statement for each row of arguments, in one hop to the database's thread."""
        await self._connection.executemany(sql, [_numbered(row) for row in rows])


def _numbered(arguments: Sequence[Argument]) -> dict[str, Argument]:
    # SQLite takes `$1` as a parameter named "1".
    return {str(number): argument for number, argument in enumerate(arguments, 1)}


class Database:
    """An SQLite file, in WAL mode, durable (`synchronous=FULL`), one writer at a time."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection
        self._turn = asyncio.Lock()

    @classmethod
    async def open(cls, url: str) -> Self:
        """Open `sqlite:///FILE`, creating the file and its tables when they are not there.

        Raises:
            StoreError: the file cannot be opened, or was made by a newer version.
        """
        path = Path(url.removeprefix("sqlite:///"))
        try:
            connection = await aiosqlite.connect(path, isolation_level=None, timeout=30)
            connection.row_factory = Row
            await connection.execute("PRAGMA journal_mode=WAL")
            await connection.execute("PRAGMA synchronous=FULL")
            await connection.execute("PRAGMA foreign_keys=ON")
        except aiosqlite.Error as error:
            raise StoreError(f"{path} : {error}") from None
        database = cls(connection)
        try:
            await database._migrate(path)
        except BaseException:
            await connection.close()
            raise
        return database

    async def _migrate(self, path: Path) -> None:
        async with self.transaction() as transaction:
            await transaction.fetch("create table if not exists schema_version (version bigint)")
            rows = await transaction.fetch("select max(version) as version from schema_version")
            version = rows[0]["version"] or 0
            if version > len(MIGRATIONS):
                raise StoreError(
                    f"{path} : version {version} du schéma, plus récente que ce programme "
                    f"({len(MIGRATIONS)}) ; mettez Binôme à jour"
                )
            for number, statements in enumerate(MIGRATIONS[version:], version + 1):
                for statement in statements:
                    await transaction.fetch(statement)
                await transaction.fetch("insert into schema_version values ($1)", number)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        """Hold the write lock, commit at the end, roll back when anything was raised.

        `BEGIN IMMEDIATE` locks out every other writer, of this process and of others, so that
        seats counted inside stay counted until the commit.
        """
        async with self._turn:
            await self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield Transaction(self._connection)
            except BaseException:
                await self._connection.execute("ROLLBACK")
                raise
            await self._connection.execute("COMMIT")

    async def close(self) -> None:
        """Close the connection; what was committed stays."""
        await self._connection.close()
