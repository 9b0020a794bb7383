"""PostgreSQL, for several processes: rows are locked, not the database."""

import re
from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from typing import TYPE_CHECKING, Self

import asyncpg

from bot.store.database import Argument, Row, StoreError, UnavailableError

if TYPE_CHECKING:
    from asyncpg.pool import PoolConnectionProxy

    Connection = PoolConnectionProxy[asyncpg.Record]
    Pool = asyncpg.Pool[asyncpg.Record]

_ADDRESS = re.compile(
    r"postgres(?:ql)?://(?:[^@/?#]*@)?(?P<host>(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])?)(?::[0-9]+)?"
    r"/(?P<database>[A-Za-z0-9._-]*)(?:\?[^@]*)?"
)

CONNECTIONS = 4
"""What one process needs: answers, deliveries, settling, and one to spare."""


PATIENCE = 30.0
"""Seconds after which a connection, a statement or a free place in the pool counts as lost."""

_SESSION = {
    "application_name": "binome",
    "default_transaction_isolation": "read committed",
    # Whoever waits for a lock gives up before its own statement counts as lost.
    "lock_timeout": "20s",
    # A process that stops in the middle, suspended or cut off, keeps its locks no longer than this.
    "idle_in_transaction_session_timeout": "15s",
}

_PASSING = (
    OSError,
    asyncpg.PostgresConnectionError,
    asyncpg.TransactionRollbackError,
    asyncpg.InsufficientResourcesError,
    asyncpg.OperatorInterventionError,
    asyncpg.PostgresSystemError,
    asyncpg.LockNotAvailableError,
    asyncpg.IdleInTransactionSessionTimeoutError,
    asyncpg.ReadOnlySQLTransactionError,
    asyncpg.InvalidCachedStatementError,
)
"""What says nothing against the statements: deadlocks, restarts, a schema just upgraded…"""


class PostgresConnection:
    """A transaction at READ COMMITTED: what must not change is locked before it is read."""

    for_update = " for update"
    no_wait = " for update nowait"
    skip_locked = " for update skip locked"
    new_key = "bigint generated always as identity primary key"

    def __init__(self, connection: "Connection") -> None:
        self._connection = connection

    async def lock_schema(self) -> None:
        """Keep other processes from changing the schema until the commit."""
        await self.fetch("select pg_advisory_xact_lock(200515)")

    async def fetch(self, sql: str, *arguments: Argument) -> Sequence[Row]:
        """Run one statement and give its rows."""
        with _passing_troubles(self._connection):
            return await self._connection.fetch(sql, *arguments)

    async def execute_many(self, sql: str, rows: Iterable[Sequence[Argument]]) -> None:
        """Run one statement for each row of arguments, in one round trip."""
        with _passing_troubles(self._connection):
            await self._connection.executemany(sql, rows)


@contextmanager
def _passing_troubles(connection: "Connection") -> Iterator[None]:
    try:
        yield
    except _PASSING as error:
        raise UnavailableError(f"PostgreSQL : {type(error).__name__}") from error
    except asyncpg.InterfaceError as error:
        if _is_lost(connection):
            raise UnavailableError(f"PostgreSQL : {type(error).__name__}") from error
        raise  # we used the driver in a wrong way
    except asyncpg.InternalClientError as error:
        connection.terminate()  # the driver lost track of it, as when it breaks between two states
        raise UnavailableError(f"PostgreSQL : {type(error).__name__}") from error


def _is_lost(connection: "Connection") -> bool:
    try:
        return connection.is_closed()
    except asyncpg.InterfaceError:
        return True  # the pool has taken it away, since the server closed it


class Postgres:
    """A PostgreSQL database, shared by as many processes as one likes."""

    def __init__(self, name: str, pool: "Pool") -> None:
        self.name = name
        self._pool = pool

    @classmethod
    async def open(cls, url: str) -> Self:
        """Connect to `postgresql://user:password@host/database`.

        Connections that are lost later are made anew.

        Raises:
            StoreError: it cannot be reached, or refuses us.
        """
        name = address_without_secrets(url)
        try:
            pool = await asyncpg.create_pool(
                url,
                min_size=0,  # connections are made when they are needed, again and again
                max_size=CONNECTIONS,
                timeout=PATIENCE,
                command_timeout=PATIENCE,
                server_settings=_SESSION,
                reset=_leave_as_it_is,
            )
            async with pool.acquire():
                pass
        except (OSError, ValueError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
            raise StoreError(f"BINOME_DATABASE_URL ne va pas : {name} {_trouble(error)}") from None
        return cls(name, pool)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator["PostgresConnection"]:
        """Commit at the end, roll back when anything was raised."""
        try:
            connection = await self._pool.acquire(timeout=PATIENCE)
        except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
            raise UnavailableError(f"{self.name} : {type(error).__name__}") from error
        try:
            with _passing_troubles(connection):
                await connection.execute("begin")
            yield PostgresConnection(connection)
            with _passing_troubles(connection):
                await connection.execute("commit")
        except BaseException:
            # Also what was cancelled half way; what is lost, the server has rolled back.
            if not _is_lost(connection) and connection.is_in_transaction():
                with _passing_troubles(connection):
                    await connection.execute("rollback")
            raise
        finally:
            await self._pool.release(connection)

    async def close(self) -> None:
        """Close the connections; what was committed stays."""
        await self._pool.close()


async def _leave_as_it_is(_connection: "asyncpg.Connection[asyncpg.Record]") -> None:
    """Nothing to reset: what is set, locked or opened here ends with its transaction.

    The driver ends one that is still open; its own reset asks the server four more things.
    """


def address_without_secrets(url: str) -> str:
    """Host and database of an address, where it is plain which part is which; never a password."""
    found = _ADDRESS.fullmatch(url)
    named = [part for part in (found["host"], found["database"]) if part] if found else []
    return "/".join(named) or "la base PostgreSQL"


def _trouble(error: Exception) -> str:
    """What is the matter and what to do. The driver's own words may quote the address."""
    match error:
        case asyncpg.InvalidAuthorizationSpecificationError():
            return "refuse ce nom ou ce mot de passe. Corrigez-les dans l’adresse."
        case asyncpg.InvalidCatalogNameError():
            return "n’existe pas sur ce serveur. Créez la base (createdb) ou corrigez son nom."
        case asyncpg.InsufficientPrivilegeError():
            return "ne permet rien à cet utilisateur. Donnez-lui les droits (grant)."
        case OSError():  # time-outs as well
            return "ne répond pas. Vérifiez que PostgreSQL est lancé, et la machine et le port."
        case ValueError() | asyncpg.InterfaceError():
            return (
                "n’est pas une adresse que l’on peut lire. Attendu :"
                " postgresql://utilisateur:mot-de-passe@machine:5432/base, les signes spéciaux du"
                " mot de passe étant codés (%40 pour @)."
            )
        case _:
            return f"ne peut pas servir ({type(error).__name__}). Son journal dit pourquoi."
