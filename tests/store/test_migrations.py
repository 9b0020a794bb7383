"""The schema is brought up to date from any version, with all that is there."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from bot.domain.party import Category
from bot.store import chats, deliveries, holds, parties, updates
from bot.store.database import Database, StoreError, Upgrade, migrate, open_database
from bot.store.deliveries import REMINDER, Delivery
from bot.store.schema import MIGRATIONS

EVENT = "pelussin-2015"
LATEST = len(MIGRATIONS)
NOW = datetime(2015, 2, 16, 8, 5, tzinfo=UTC)
AT_TEN = datetime(2015, 3, 4, 9, 1, tzinfo=UTC)

OLD_ROWS = (
    "insert into events values ('pelussin-2015')",
    "insert into chats values ('pelussin-2015', 2001, '{\"revision\": 7}', 41, null)",
    "insert into updates"
    " values (900, 'pelussin-2015', 2001, '2015-02-16T08:00:00.000+00:00', null)",
    "insert into holds values ('d2', 'pelussin-2015', 2, '2015-02-16T08:30:00.000+00:00')",
    "insert into parties values ('pelussin-2015', 'PIL-7F3K', 'd1', 2001, 'CC du Pilat Rhodanien',"
    " 2, '2015-02-16T08:00:00.000+00:00', null, null)",
    "insert into members values ('pelussin-2015', 'PIL-7F3K', 1, 'Marie', 'Dupont', 'maire',"
    " 'mairie de Pélussin', 'elected', 'marie@example.org', null)",
    "insert into members values ('pelussin-2015', 'PIL-7F3K', 2, 'Paul', 'Martin', 'technicien',"
    " 'mairie de Pélussin', 'staff', null, null)",
    "insert into deliveries values ('pelussin-2015', 'reminder', 'PIL-7F3K', 2001,"
    " '2015-03-04T09:00:00.000+00:00', '2015-03-05T08:30:00.000+00:00', null, null)",
)
"""What a bot of the first version had written."""


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    database = await open_database(database_url)
    yield database
    await database.close()


async def make_old(database: Database, version: int) -> None:
    """Let the database be as a program of an earlier version left it."""
    async with database.transaction() as transaction:
        await transaction.fetch("create table schema_version (version bigint)")
        for number, statements in enumerate(MIGRATIONS[:version], 1):
            for statement in statements:
                await transaction.fetch(statement)
            await transaction.fetch("insert into schema_version values ($1)", number)


async def test_an_empty_database_is_made_and_a_second_time_changes_nothing(
    database: Database,
) -> None:
    assert await migrate(database) == Upgrade(0, LATEST)
    assert await migrate(database) == Upgrade(LATEST, LATEST)


async def test_what_the_first_version_wrote_is_all_there(database: Database) -> None:
    await make_old(database, 1)
    async with database.transaction() as transaction:
        for statement in OLD_ROWS:
            await transaction.fetch(statement)

    assert await migrate(database) == Upgrade(1, LATEST)

    async with database.transaction() as transaction:
        chat = (await chats.load(transaction, EVENT, [2001]))[2001]
        assert (chat.dialogue, chat.live_message_id) == ('{"revision": 7}', 41)
        party = await parties.of_chat(transaction, EVENT, 2001)
        assert party is not None
        assert (party.code, party.seats, party.territory) == (
            "PIL-7F3K",
            2,
            "CC du Pilat Rhodanien",
        )
        marie, paul = party.members
        assert (marie.first_name, marie.email) == ("Marie", "marie@example.org")
        assert (paul.last_name, paul.category) == ("Martin", Category.STAFF)
        count = await holds.count(transaction, EVENT, 15, NOW)
        assert (count.taken, count.held) == (2, 2)
        reminder = await deliveries.claim(transaction, EVENT, AT_TEN, AT_TEN)
        assert reminder is not None
        assert reminder.delivery == Delivery(REMINDER, "PIL-7F3K", 2001)
        # Nobody claims the answer that was on its way when the old program ended.
        assert await updates.take_over(transaction, EVENT, NOW, NOW) == {2001: [900]}


@pytest.mark.parametrize("version", range(LATEST + 1))
async def test_from_every_version_the_schema_becomes_the_same(
    database: Database, version: int
) -> None:
    await make_old(database, version)

    assert await migrate(database) == Upgrade(version, LATEST)

    async with database.transaction() as transaction:
        rows = await transaction.fetch("select version from schema_version order by version")
        await transaction.fetch("select passed, offer_ends from queue")
        await transaction.fetch("select claimed_until from updates")
    assert [row["version"] for row in rows] == list(range(1, LATEST + 1))


async def test_a_migration_that_fails_leaves_the_schema_as_it_was(database: Database) -> None:
    await make_old(database, 1)
    async with database.transaction() as transaction:
        await transaction.fetch("create table queue (what text)")  # in the way of the second

    with pytest.raises(Exception, match="queue"):
        await migrate(database)
    async with database.transaction() as transaction:
        await transaction.fetch("drop table queue")

    assert await migrate(database) == Upgrade(1, LATEST)


async def test_a_newer_schema_is_refused_and_left_alone(database: Database) -> None:
    await migrate(database)
    async with database.transaction() as transaction:
        await transaction.fetch("insert into schema_version values (9999)")

    with pytest.raises(StoreError, match="9999"):
        await migrate(database)


async def test_processes_that_start_at_once_make_the_schema_once(database_url: str) -> None:
    databases = [await open_database(database_url) for _ in range(4)]

    upgrades = await asyncio.gather(*(migrate(database) for database in databases))

    assert sorted(upgrade.before for upgrade in upgrades) == [0, LATEST, LATEST, LATEST]
    for database in databases:
        await database.close()


async def binome_migrate(url: str) -> tuple[int, str]:
    """Exit status and words of `binome migrate`."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "migrate"),
        env=os.environ | {"BINOME_TOKEN": "123456:AAE-secret", "BINOME_DATABASE_URL": url},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    async with asyncio.timeout(20):
        written, _ = await process.communicate()
    return process.returncode or 0, written.decode().strip()


async def test_the_command_says_from_which_version_to_which(
    database: Database, database_url: str
) -> None:
    assert await binome_migrate(database_url) == (
        0,
        f"Le schéma est créé, à la version {LATEST}.",
    )
    assert await binome_migrate(database_url) == (
        0,
        f"Le schéma est déjà à la version {LATEST}.",
    )
    async with database.transaction() as transaction:
        await transaction.fetch("insert into schema_version values (9999)")
    status, complaint = await binome_migrate(database_url)
    assert status == 2
    assert "9999" in complaint
    assert len(complaint.splitlines()) == 1


async def test_the_command_upgrades(database: Database, database_url: str) -> None:
    await make_old(database, 1)

    assert await binome_migrate(database_url) == (
        0,
        f"Le schéma passe de la version 1 à la version {LATEST}.",
    )
