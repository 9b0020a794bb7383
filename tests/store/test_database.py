"""Opening a database, and what a transaction promises."""

import asyncio
import contextlib
import sqlite3
from pathlib import Path

import pytest

from bot.domain.keys import AddressKey
from bot.store.books import Transaction, transaction
from bot.store.database import Database, StoreError
from bot.store.opening import migrate, open_database

from .samples import NOW, address


async def say(changing: Transaction, number: int, what: str) -> None:
    """Keep something of one of the addresses 1 to 3: their language, which is any text here."""
    who = (await changing.addresses.load([address(number)]))[address(number)]
    who.language = what
    await changing.addresses.save([who])


async def said(database: Database) -> dict[int, str]:
    """What is kept of the addresses 1 to 3."""
    async with transaction(database, NOW) as changing:
        known = await changing.addresses.load([address(number) for number in (1, 2, 3)])
    return {int(one.id): who.language for one, who in known.items() if who.language is not None}


async def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "no" / "such" / "binome.db"
    with pytest.raises(StoreError, match=f"{path}.*Vérifiez que son dossier existe"):
        await open_database(f"sqlite:///{path}")


async def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "binome.db"
    path.write_text("Ceci n’est pas une base. " * 100, "utf-8")
    with pytest.raises(StoreError, match=str(path)):
        await open_database(f"sqlite:///{path}")


async def test_what_was_committed_is_there_after_a_restart(database_url: str) -> None:
    database = await open_database(database_url)
    await migrate(database)
    async with transaction(database, NOW) as changing:
        await say(changing, 1, "un")
    await database.close()
    again = await open_database(database_url)
    assert await said(again) == {1: "un"}
    await again.close()


async def test_a_transaction_that_fails_leaves_nothing(database: Database) -> None:
    with pytest.raises(LookupError):
        async with transaction(database, NOW) as changing:
            await say(changing, 1, "un")
            raise LookupError
    assert await said(database) == {}


async def test_one_that_is_cancelled_leaves_nothing_and_lets_the_next_begin(
    database: Database,
) -> None:
    async def write(number: int) -> None:
        async with transaction(database, NOW) as changing:
            await say(changing, number, "x")
            await changing.event_rows()

    for steps in range(12):
        task = asyncio.create_task(write(1))
        for _ in range(steps):
            await asyncio.sleep(0)
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
        async with transaction(database, NOW) as changing:
            await say(changing, 2, str(steps))
        assert (await said(database))[2] == str(steps)


async def test_a_transaction_of_sqlite_waits_for_another_process(sqlite_url: str) -> None:
    database = await open_database(sqlite_url)
    await migrate(database)
    await said(database)
    with contextlib.closing(
        sqlite3.connect(sqlite_url.removeprefix("sqlite:///"), isolation_level=None)
    ) as other:
        other.execute("begin immediate")
        other.execute("update addresses set language = 'un' where id = '1'")
        waiting = asyncio.create_task(said(database))
        done, _ = await asyncio.wait([waiting], timeout=0.1)
        assert not done
        other.execute("commit")
    assert await waiting == {1: "un"}
    await database.close()


async def test_two_connections_see_each_others_commits(
    database_url: str, database: Database
) -> None:
    other = await open_database(database_url)

    async def write(of: Database, number: int) -> None:
        async with transaction(of, NOW) as changing:
            await say(changing, number, "x")

    await asyncio.gather(*(write((database, other)[n % 2], n) for n in (1, 2, 3)))
    assert await said(database) == await said(other) == {1: "x", 2: "x", 3: "x"}
    await other.close()


async def test_sqlite_is_durable_and_keeps_its_references(sqlite_url: str) -> None:
    database = await open_database(sqlite_url)
    async with database.transaction() as connection:
        (synchronous,) = await connection.fetch("pragma synchronous")
        (keys,) = await connection.fetch("pragma foreign_keys")
        (journal,) = await connection.fetch("pragma journal_mode")
    assert (synchronous["synchronous"], keys["foreign_keys"]) == (2, 1)  # 2: FULL
    assert journal["journal_mode"] == "wal"
    await database.close()


async def test_nobody_at_all_is_asked_for(database: Database) -> None:
    async with transaction(database, NOW) as changing:
        assert await changing.addresses.load([]) == {}
        assert await changing.addresses.of_keys([]) == {}
        assert await changing.addresses.forget_unused([]) == 0
        await changing.addresses.save([])
        await changing.addresses.save_dialogues([])


async def test_more_are_asked_for_than_one_statement_takes(database: Database) -> None:
    async with transaction(database, NOW) as changing:
        known = await changing.addresses.load([address(number) for number in range(1, 4)])
        keys = {one.key for one in known.values()}
        many = [*keys, *(AddressKey(number) for number in range(10_000, 50_000))]
        assert set(await changing.addresses.of_keys(many)) == keys
        assert await changing.addresses.forget_unused(many) == 3
