"""Opening a database, and bringing its schema up to date."""

from dataclasses import dataclass

from bot.store.database import Connection, Database, StoreError
from bot.store.schema import MIGRATIONS


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
    async with database.transaction() as connection:
        await connection.lock_schema()
        await connection.fetch("create table if not exists schema_version (version bigint)")
        version = await _version(connection)
        _refuse_newer(database, version)
        for number, statements in enumerate(MIGRATIONS[version:], version + 1):
            for statement in statements:
                await connection.fetch(statement.replace("{new_key}", connection.new_key))
            await connection.fetch("insert into schema_version values ($1)", number)
    return Upgrade(version, len(MIGRATIONS))


async def ping(database: Database) -> None:
    """See whether the database answers.

    Raises:
        StoreError: it does not.
    """
    async with database.transaction() as connection:
        await connection.fetch("select 1")


async def _version(connection: Connection) -> int:
    rows = await connection.fetch("select max(version) as version from schema_version")
    return rows[0]["version"] or 0


def _refuse_newer(database: Database, version: int) -> None:
    if version > len(MIGRATIONS):
        raise StoreError(
            f"{database.name} : le schéma (version {version}) est plus récent que ce programme"
            f" (version {len(MIGRATIONS)}). Mettez Binôme à jour."
        )
