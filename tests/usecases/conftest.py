"""A counter on a database of its own, of each kind."""

from collections.abc import AsyncIterator

import pytest

from bot.store.database import migrate, open_database

from .samples import Counter


@pytest.fixture
async def counter(database_url: str) -> AsyncIterator[Counter]:
    """Five seats."""
    database = await open_database(database_url)
    await migrate(database)
    yield Counter(database, capacity=5)
    await database.close()
