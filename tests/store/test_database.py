"""Opening a database, and what a transaction promises."""

import asyncio
import contextlib
import sqlite3
from pathlib import Path

import pytest

from bot.store import chats
from bot.store.chats import Chat
from bot.store.database import Database, StoreError, migrate, open_database

EVENT = "essai"


async def said(database: Database) -> dict[int, str]:
    """What is kept of the chats 1 to 3."""
    async with database.transaction() as transaction:
        rows = await chats.load(transaction, EVENT, [1, 2, 3])
    return {number: chat.dialogue for number, chat in rows.items() if chat.dialogue}


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
    async with database.transaction() as transaction:
        await chats.save(transaction, EVENT, [Chat(1, "un")])
    await database.close()
    again = await open_database(database_url)
    assert await said(again) == {1: "un"}
    await again.close()


async def test_a_transaction_that_fails_leaves_nothing(database: Database) -> None:
    with pytest.raises(LookupError):
        async with database.transaction() as transaction:
            await chats.save(transaction, EVENT, [Chat(1, "un")])
            raise LookupError
    assert await said(database) == {}


async def test_one_that_is_cancelled_leaves_nothing_and_lets_the_next_begin(
    database: Database,
) -> None:
    async def write(number: int) -> None:
        async with database.transaction() as transaction:
            await chats.save(transaction, EVENT, [Chat(number, "x")])
            await transaction.fetch("select 1")

    for steps in range(12):
        task = asyncio.create_task(write(1))
        for _ in range(steps):
            await asyncio.sleep(0)
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
        async with database.transaction() as transaction:
            await chats.save(transaction, EVENT, [Chat(2, str(steps))])
        assert (await said(database))[2] == str(steps)


async def test_a_transaction_of_sqlite_waits_for_another_process(sqlite_url: str) -> None:
    database = await open_database(sqlite_url)
    await migrate(database)
    with contextlib.closing(
        sqlite3.connect(sqlite_url.removeprefix("sqlite:///"), isolation_level=None)
    ) as other:
        other.execute("begin immediate")
        other.execute("insert into chats (event, chat_id, dialogue) values (?, 1, 'un')", [EVENT])
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
        async with of.transaction() as transaction:
            await chats.save(transaction, EVENT, [Chat(number, "x")])

    await asyncio.gather(*(write((database, other)[n % 2], n) for n in (1, 2, 3)))
    assert await said(database) == await said(other) == {1: "x", 2: "x", 3: "x"}
    await other.close()


async def test_sqlite_is_durable_and_keeps_its_references(sqlite_url: str) -> None:
    database = await open_database(sqlite_url)
    async with database.transaction() as transaction:
        (synchronous,) = await transaction.fetch("pragma synchronous")
        (keys,) = await transaction.fetch("pragma foreign_keys")
        (journal,) = await transaction.fetch("pragma journal_mode")
    assert (synchronous["synchronous"], keys["foreign_keys"]) == (2, 1)  # 2: FULL
    assert journal["journal_mode"] == "wal"
    await database.close()


async def test_no_chats_at_all_are_asked_for(database: Database) -> None:
    async with database.transaction() as transaction:
        assert await chats.load(transaction, EVENT, []) == {}
        await chats.save(transaction, EVENT, [])
