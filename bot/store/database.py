"""What a database is to the rest of the store, and what its statements have in common.

Statements use `$1`, `$2`… and only what SQLite and PostgreSQL share: text and bigint columns,
`on conflict`, `returning`. Moments are stored as UTC text of a fixed width, so that they sort as
they follow each other.
"""

from collections.abc import Iterable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Protocol

from bot.store.schema import MIGRATIONS

Argument = str | int | None
"""What a statement takes in the place of `$1`."""


class StoreError(Exception):
    """The database cannot be used; the message says which and why."""


class UnavailableError(StoreError):
    """The database does not take a transaction for now: it may be tried again, as it was.

    It cannot be reached, has gone away meanwhile, is locked by somebody else for too long, or let
    another transaction go first. When it went away during a commit, that may have happened.
    """


class Row(Protocol):
    """A row, read by column name."""

    def __getitem__(self, column: str, /) -> Any:
        """The value of a column."""


class Transaction(Protocol):
    """What is written through it is committed together or not at all."""

    for_update: str
    """What locks the rows a `select` finds: empty where the whole database is locked anyway."""

    skip_locked: str
    """The same, passing over rows that another process has locked."""

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

    def transaction(self) -> AbstractAsyncContextManager[Transaction]:
        """Commit at the end; roll back when anything was raised.

        Raises:
            UnavailableError: nothing is kept; it may be tried again.
        """

    async def close(self) -> None:
        """Let go of it; what was committed stays."""


async def open_database(url: str) -> Database:
    """Open `sqlite:///FILE` or `postgresql://…`, as it is: `migrate` makes its tables.

    Raises:
        StoreError: there is no such database, or it cannot be reached.
    """
    if url.startswith("sqlite:///"):
        from bot.store.sqlite import Sqlite  # noqa: PLC0415 (only the driver that is used)

        return await Sqlite.open(url)
    from bot.store.postgres import Postgres  # noqa: PLC0415

    return await Postgres.open(url)


@dataclass(frozen=True, slots=True)
class Upgrade:
    """From which version of the schema to which; 0 is an empty database."""

    before: int
    after: int


async def migrate(database: Database) -> Upgrade:
    """Bring the schema to this program's version, whatever version it is.

    Raises:
        StoreError: the schema is newer than this program.
    """
    async with database.transaction() as transaction:
        await transaction.lock_schema()
        await transaction.fetch("create table if not exists schema_version (version bigint)")
        version = await _version(transaction)
        _refuse_newer(database, version)
        for number, statements in enumerate(MIGRATIONS[version:], version + 1):
            for statement in statements:
                await transaction.fetch(statement)
            await transaction.fetch("insert into schema_version values ($1)", number)
    return Upgrade(version, len(MIGRATIONS))


async def ping(database: Database) -> None:
    """See whether the database answers.

    Raises:
        StoreError: it does not.
    """
    async with database.transaction() as transaction:
        await transaction.fetch("select 1")


async def _version(transaction: Transaction) -> int:
    rows = await transaction.fetch("select max(version) as version from schema_version")
    return rows[0]["version"] or 0


def _refuse_newer(database: Database, version: int) -> None:
    if version > len(MIGRATIONS):
        raise StoreError(
            f"{database.name} : le schéma (version {version}) est plus récent que ce programme"
            f" (version {len(MIGRATIONS)}). Mettez Binôme à jour."
        )


def moment(when: datetime) -> str:
    """A UTC datetime as it is stored, in milliseconds."""
    return when.astimezone(UTC).isoformat(timespec="milliseconds")


def when(text: str | None) -> datetime | None:
    """The UTC datetime of a stored moment."""
    return None if text is None else datetime.fromisoformat(text)
