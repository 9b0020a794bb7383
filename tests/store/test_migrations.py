"""The schema is brought up to date from any version, with all that is there."""

import asyncio
import os
import tempfile
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from e2e.forked import Forked

from bot.domain.keys import Address, BotId, DraftId, PartyCode, Subject
from bot.domain.party import Category
from bot.domain.seats import Hold
from bot.store.books import transaction
from bot.store.database import Database, StoreError
from bot.store.deliveries import REMINDER
from bot.store.opening import Upgrade, migrate, open_database
from bot.store.schema import MIGRATIONS

from .samples import EVENT as FACTS
from .samples import claim_all

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
    async with database.transaction() as connection:
        await connection.fetch("create table schema_version (version bigint)")
        for number, statements in enumerate(MIGRATIONS[:version], 1):
            for statement in statements:
                await connection.fetch(statement.replace("{new_key}", connection.new_key))
            await connection.fetch("insert into schema_version values ($1)", number)


async def test_an_empty_database_is_made_and_a_second_time_changes_nothing(
    database: Database,
) -> None:
    assert await migrate(database) == Upgrade(0, LATEST)
    assert await migrate(database) == Upgrade(LATEST, LATEST)


async def test_what_the_first_version_wrote_is_all_there(database: Database) -> None:
    await make_old(database, 1)
    async with database.transaction() as connection:
        for statement in OLD_ROWS:
            await connection.fetch(statement)

    assert await migrate(database) == Upgrade(1, LATEST)

    marie = Address("telegram", "2001")
    async with transaction(database, NOW) as changing:
        ((key, row),) = (await changing.event_rows()).items()
        assert (row.code, row.sums.taken, row.sums.waiting) == (FACTS.code, 2, 0)
        who = (await changing.addresses.load([marie]))[marie]
        standing = who.dialogue(key)
        assert (standing.state, standing.live_message_id) == ('{"revision": 7}', 41)
        books = await changing.books(key, FACTS)
        (party,) = await books.parties.of(who.key)
        assert (party.code, party.seats, party.territory, party.owners) == (
            PartyCode("PIL-7F3K"),
            2,
            "CC du Pilat Rhodanien",
            (who.key,),
        )
        first, second = party.members
        assert (first.first_name, first.email) == ("Marie", "marie@example.org")
        assert (second.last_name, second.category) == ("Martin", Category.STAFF)
        count = await books.count()
        assert (count.taken, count.held) == (2, 2)
        # A hold of then may be renewed no further than it lasts.
        draft = Subject.draft(DraftId("d2"))
        ends = datetime(2015, 2, 16, 8, 30, tzinfo=UTC)
        assert await books.holds.renew(draft, AT_TEN) == Hold(2, ends, ends)
        # Nobody claims the answer that was on its way when the old program ended.
        assert await changing.updates(BotId("")).take_over(NOW, NOW) == {who.key: [900]}
    async with transaction(database, AT_TEN) as changing:
        (reminder,) = await claim_all(changing, AT_TEN + timedelta(minutes=1))
    assert (reminder.kind, reminder.subject, reminder.address) == (
        REMINDER,
        Subject.party(party.key),
        who.key,
    )


@pytest.mark.parametrize("version", range(LATEST + 1))
async def test_from_every_version_the_schema_becomes_the_same(
    database: Database, version: int
) -> None:
    await make_old(database, version)

    assert await migrate(database) == Upgrade(version, LATEST)

    async with database.transaction() as connection:
        rows = await connection.fetch("select version from schema_version order by version")
        await connection.fetch("select passed, offer_ends from queue")
        await connection.fetch("select claimed_until from updates")
    assert [row["version"] for row in rows] == list(range(1, LATEST + 1))


async def test_a_migration_that_fails_leaves_the_schema_as_it_was(database: Database) -> None:
    await make_old(database, 1)
    async with database.transaction() as connection:
        await connection.fetch("create table queue (what text)")  # in the way of the second

    with pytest.raises(Exception, match="queue"):
        await migrate(database)
    async with database.transaction() as connection:
        await connection.fetch("drop table queue")

    assert await migrate(database) == Upgrade(1, LATEST)


async def test_a_newer_schema_is_refused_and_left_alone(database: Database) -> None:
    await migrate(database)
    async with database.transaction() as connection:
        await connection.fetch("insert into schema_version values (9999)")

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
    with tempfile.TemporaryDirectory() as folder:
        written = Path(folder) / "written"
        process = await Forked.start(
            "migrate",
            environment=os.environ | {"BINOME_TOKEN": "1:AAE-secret", "BINOME_DATABASE_URL": url},
            log_file=written,
        )
        async with asyncio.timeout(20):
            status = await process.wait()
        return status, written.read_text("utf-8").strip()


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
    async with database.transaction() as connection:
        await connection.fetch("insert into schema_version values (9999)")
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
