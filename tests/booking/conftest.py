"""A counter on a database of its own."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.store.database import migrate, open_database

from .samples import Counter


@pytest.fixture
async def counter(tmp_path: Path) -> AsyncIterator[Counter]:
    """Five seats."""
    database = await open_database(f"sqlite:///{tmp_path / 'binome.db'}")
    await migrate(database)
    yield Counter(database, capacity=5)
    await database.close()
