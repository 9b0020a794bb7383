"""A counter on a database of its own, of each kind."""

from collections.abc import AsyncIterator

import pytest

from .samples import Counter


@pytest.fixture
async def counter(database_url: str) -> AsyncIterator[Counter]:
    """Five seats."""
    counter = await Counter.open(database_url, capacity=5)
    yield counter
    await counter.database.close()
