"""Telegram, for the days that are played."""

from collections.abc import AsyncIterator

import pytest
from e2e.telegram import Telegram


@pytest.fixture
async def telegram() -> AsyncIterator[Telegram]:
    telegram = Telegram()
    async with telegram.served():
        yield telegram
