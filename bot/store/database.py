"""What a database is to the rest of the store, and what its statements have in common.

Statements use `$1`, `$2`… and only what SQLite and PostgreSQL share: text and bigint columns,
`on conflict`, `returning`. Moments are stored as UTC text of a fixed width, so that they sort as
they follow each other.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime
from typing import Any, Protocol, TypeVar

T = TypeVar("T")

AT_ONCE = 1024
"""Arguments of one statement at most, where there may be many: databases take some 32,000."""

Argument = str | int | None
"""What a statement takes in the place of `$1`."""


class StoreError(Exception):
    """The database cannot be used; the message says which and why."""


class UnavailableError(StoreError):
    """The database does not take a transaction for now: it may be tried again, as it was.

    It cannot be reached, has gone away meanwhile, is locked by somebody else for too long, or let
    another transaction go first. When it went away during a commit, that may have happened.
    """


class ChangedMeanwhileError(StoreError):
    """Somebody else changed what this transaction had read: all is to be read again."""


class Row(Protocol):
    """A row, read by column name."""

    def __getitem__(self, column: str, /) -> Any:
        """The value of a column."""


class Connection(Protocol):
    """A transaction under way: what is written through it is committed together or not at all."""

    for_update: str
    """What locks the rows a `select` finds: empty where the whole database is locked anyway."""

    no_wait: str
    """The same, failing (`UnavailableError`) where another process has locked one of them."""

    skip_locked: str
    """The same, passing over rows that another process has locked."""

    new_key: str
    """How a column is declared whose numbers the database gives, each only once."""

    async def lock_schema(self) -> None:
        """Keep other processes from changing the schema until the commit."""

    async def fetch(self, sql: str, *arguments: Argument) -> Sequence[Row]:
        """Run one statement and give its rows."""

    async def execute_many(self, sql: str, rows: Iterable[Sequence[Argument]]) -> None:
        """Run one statement once for each row of arguments, in one go."""


class Database(Protocol):
    """A place where things are kept, durably."""

    name: str
    """What it is called in messages: a file or a host, never a password."""

    def transaction(self) -> AbstractAsyncContextManager[Connection]:
        """Commit at the end; roll back when anything was raised.

        Raises:
            UnavailableError: nothing is kept; it may be tried again.
        """

    async def close(self) -> None:
        """Let go of it; what was committed stays."""


def moment(when: datetime) -> str:
    """A UTC datetime as it is stored, in milliseconds."""
    return when.astimezone(UTC).isoformat(timespec="milliseconds")


def when(text: str | None) -> datetime | None:
    """The UTC datetime of a stored moment."""
    return None if text is None else datetime.fromisoformat(text)


def in_parts(wanted: Sequence[T]) -> Iterator[Sequence[T]]:
    """What was asked for, in parts that one statement takes."""
    for first in range(0, len(wanted), AT_ONCE):
        yield wanted[first : first + AT_ONCE]


def places(arguments: Sequence[Argument], after: int = 0) -> tuple[str, list[Argument]]:
    """The places for a list in a statement, `$3, $4…` after the first two, and its arguments.

    The last one is repeated up to a power of two, so that there are few different statements
    and a driver need not prepare each anew.
    """
    padded = list(arguments)
    while len(padded) & (len(padded) - 1):
        padded.append(padded[-1])
    return ", ".join(f"${after + number}" for number in range(1, len(padded) + 1)), padded


def rows_of(rows: Sequence[Sequence[Argument]], after: int = 0) -> tuple[str, list[Argument]]:
    """The same for rows: `($1, $2), ($3, $4)`, as `values` takes them. Nothing is repeated."""
    arguments = [argument for row in rows for argument in row]
    width = len(rows[0]) if rows else 0
    numbers = iter(range(after + 1, after + len(arguments) + 1))
    listed = ", ".join(
        f"({', '.join(f'${next(numbers)}' for _ in range(width))})" for _ in range(len(rows))
    )
    return listed, arguments
