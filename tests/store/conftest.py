"""A database of each kind with its tables, and with two days in it."""

from collections.abc import AsyncIterator

import pytest

from bot.domain.keys import EventKey
from bot.store.books import transaction
from bot.store.database import Database
from bot.store.opening import migrate, open_database

from .samples import NOW


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    database = await open_database(database_url)
    await migrate(database)
    yield database
    await database.close()


@pytest.fixture
async def days(database: Database) -> tuple[EventKey, EventKey]:
    """Two days, whose facts nobody reads."""
    async with transaction(database, NOW) as changing:
        first = await changing.events.put(code="first", facts="{}")
        second = await changing.events.put(code="second", facts="{}")
    assert first is not None
    assert second is not None
    return first, second
