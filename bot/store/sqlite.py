"""SQLite, the embedded default: one file, in WAL mode, durable (`synchronous=FULL`).

Beginning, which waits for other writers, and committing, which waits for the disk, happen in a
thread. Statements between them do not wait and take some microseconds each, less than handing
them to a thread would: they run where they are called.
"""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Self, TypeVar

from bot.store.database import Argument, Row, StoreError, Transaction, UnavailableError

T = TypeVar("T")

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


class SqliteTransaction:
    """A transaction that has locked the whole file for writing."""

    for_update = ""
    skip_locked = ""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    async def lock_schema(self) -> None:
        """Nothing to do: the whole file is locked."""

    async def fetch(self, sql: str, *arguments: Argument) -> Sequence[Row]:
        """Run one statement and give its rows."""
        rows: list[Row] = self._connection.execute(sql, _numbered(arguments)).fetchall()
        return rows

    async def execute_many(self, sql: str, rows: Iterable[Sequence[Argument]]) -> None:
        """Run one statement for each row of arguments."""
        self._connection.executemany(sql, map(_numbered, rows))


def _numbered(arguments: Sequence[Argument]) -> dict[str, Argument]:
    # SQLite takes `$1` as a parameter named "1".
    return {str(number): argument for number, argument in enumerate(arguments, 1)}


def _passes(error: BaseException) -> bool:
    # The lowest byte is the kind of error, the rest its details.
    return isinstance(error, sqlite3.OperationalError) and error.sqlite_errorcode & 255 in _PASSING


class Sqlite:
    """An SQLite file, one writer at a time."""

    def __init__(
        self, path: Path, connection: sqlite3.Connection, thread: ThreadPoolExecutor
    ) -> None:
        self.name = str(path)
        self._connection = connection
        self._thread = thread
        self._turn = asyncio.Lock()

    @classmethod
    async def open(cls, url: str) -> Self:
        """Open `sqlite:///FILE`, creating the file when it is not there.

        Raises:
            StoreError: the file cannot be opened.
        """
        path = Path(url.removeprefix("sqlite:///"))
        thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="sqlite")
        try:
            connection = await _in_thread(thread, partial(_connect, path))
        except sqlite3.Error as error:
            thread.shutdown()
            raise StoreError(f"{path} : {error}") from None
        return cls(path, connection, thread)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        """Lock out every other writer, of this process and of others, until the commit.

        `BEGIN IMMEDIATE` takes the lock before anything is read, so that what was counted stays
        as it was counted.
        """
        async with self._turn:
            try:
                await self._execute("BEGIN IMMEDIATE")
                yield SqliteTransaction(self._connection)
                await self._execute("COMMIT")
            except BaseException as error:
                # What was cancelled here goes on in the database's thread: this comes after it,
                # and does nothing when no transaction was begun or when it was committed.
                await _in_thread(self._thread, self._connection.rollback)
                if _passes(error):
                    raise UnavailableError(f"{self.name} : {error}") from error
                raise

    async def _execute(self, sql: str) -> None:
        await _in_thread(self._thread, partial(self._connection.execute, sql))

    async def close(self) -> None:
        """Close the connection; what was committed stays."""
        await _in_thread(self._thread, self._connection.close)
        self._thread.shutdown()


async def _in_thread(thread: ThreadPoolExecutor, work: Callable[[], T]) -> T:
    return await asyncio.get_running_loop().run_in_executor(thread, work)


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, BUSY, isolation_level=None, check_same_thread=False)
    try:
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA foreign_keys=ON")
    except sqlite3.Error:
        connection.close()
        raise
    return connection
