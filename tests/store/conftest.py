"""A database, on a file of its own."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.store.database import Database, migrate, open_database


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'binome.db'}"


@pytest.fixture
async def database(url: str) -> AsyncIterator[Database]:
    database = await open_database(url)
    await migrate(database)
    yield database
    await database.close()
