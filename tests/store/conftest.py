"""A database of each kind with its tables."""

from collections.abc import AsyncIterator

import pytest

from bot.store.database import Database, migrate, open_database


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    database = await open_database(database_url)
    await migrate(database)
    yield database
    await database.close()
