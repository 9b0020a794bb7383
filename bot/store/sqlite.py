"""SQLite, the embedded default: one file, in WAL mode, durable (`synchronous=FULL`)."""

import asyncio
import os
import sqlite3
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Self

import aiosqlite

from bot.store.database import Argument, Connection, Row, StoreError, UnavailableError

BUSY = 30.0
"""Seconds to wait for another process that is writing."""

_PASSING = frozenset(
    (
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_CANTOPEN,
    )
)
"""What says nothing against the statements: somebody else writes, the disk is full…"""


class SqliteConnection:
    """A transaction that has locked the whole file for writing."""

    for_update = ""
    no_wait = ""
    skip_locked = ""
    new_key = "integer primary key autoincrement"

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def lock_schema(self) -> None:
        """Nothing to do: the whole file is locked."""

    async def fetch(self, sql: str, *arguments: Argument) -> Sequence[Row]:
        """Run one statement and give its rows: one hop to the database's thread."""
        return list(await self._connection.execute_fetchall(sql, _numbered(arguments)))

    async def execute_many(self, sql: str, rows: Iterable[Sequence[Argument]]) -> None:
        """Run one statement for each row of arguments: one hop to the database's thread."""
        numbered = [_numbered(row) for row in rows]
        if numbered:
            await self._connection.executemany(sql, numbered)


def _unusable(path: Path, error: OSError | sqlite3.Error) -> str:
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return (
        f"BINOME_DATABASE_URL ne va pas : {path} ne s’ouvre pas comme base SQLite ({reason})."
        " Vérifiez que son dossier existe, que Binôme peut y écrire et que c’est bien sa base."
    )


def _numbered(arguments: Sequence[Argument]) -> dict[str, Argument]:
    # SQLite takes `$1` as a parameter named "1".
    return {str(number): argument for number, argument in enumerate(arguments, 1)}


def _passes(error: BaseException) -> bool:
    # The lowest byte is the kind of error, the rest its details.
    return isinstance(error, sqlite3.OperationalError) and error.sqlite_errorcode & 255 in _PASSING


class Sqlite:
    """An SQLite file, one writer at a time."""

    def __init__(self, path: Path, connection: aiosqlite.Connection) -> None:
        self.name = str(path)
        self._connection = connection
        self._turn = asyncio.Lock()

    @classmethod
    async def open(cls, url: str) -> Self:
        """Open `sqlite:///FILE`, creating the file when it is not there.

        Raises:
            StoreError: the file cannot be opened.
        """
        path = Path(url.removeprefix("sqlite:///"))
        try:
            # For us alone, and SQLite makes the files beside it (-wal, -shm) with the same mode.
            os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
            # Fails here rather than in aiosqlite's thread, which would outlive the event loop.
            sqlite3.connect(path).close()
        except (OSError, sqlite3.Error) as error:
            raise StoreError(_unusable(path, error)) from None
        connection = await aiosqlite.connect(path, isolation_level=None, timeout=BUSY)
        try:
            connection.row_factory = sqlite3.Row
            await connection.execute("PRAGMA journal_mode=WAL")
            await connection.execute("PRAGMA synchronous=FULL")
            await connection.execute("PRAGMA foreign_keys=ON")
        except sqlite3.Error as error:
            await connection.close()
            raise StoreError(_unusable(path, error)) from None
        return cls(path, connection)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Connection]:
        """Lock out every other writer, of this process and of others, until the commit.

        `BEGIN IMMEDIATE` takes the lock before anything is read, so that what was counted stays
        as it was counted.
        """
        async with self._turn:
            try:
                await self._connection.execute("BEGIN IMMEDIATE")
                yield SqliteConnection(self._connection)
                await self._connection.execute("COMMIT")
            except BaseException as error:
                # What was cancelled here goes on in the database's thread: this comes after it,
                # and does nothing when no transaction was begun or when it was committed.
                await self._connection.rollback()
                if _passes(error):
                    raise UnavailableError(f"{self.name} : {error}") from error
                raise

    async def close(self) -> None:
        """Close the connection; what was committed stays."""
        await self._connection.close()
