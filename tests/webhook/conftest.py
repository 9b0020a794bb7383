"""Telegram, and bots that it posts to."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from e2e.conftest import personal_words
from e2e.telegram import TOKEN, Telegram

from .processes import PATH, SECRET, Balancer, Process


@pytest.fixture
async def telegram() -> AsyncIterator[Telegram]:
    telegram = Telegram()
    telegram.webhook_first_pause = 0.05
    async with telegram.served():
        yield telegram


@pytest.fixture
async def bot(telegram: Telegram, tmp_path: Path, database_url: str) -> AsyncIterator[Process]:
    """One bot, not started yet, on either database."""
    bot = Process(telegram, tmp_path, 1)
    bot.settings["BINOME_DATABASE_URL"] = database_url
    yield bot
    await bot.kill()
    check_log(telegram, bot)


@pytest.fixture
async def balancer(
    telegram: Telegram, tmp_path: Path, postgresql_url: str
) -> AsyncIterator[Balancer]:
    """Two bots on one PostgreSQL database, started, behind a load balancer."""
    balancer = Balancer([Process(telegram, tmp_path, number) for number in (1, 2)])
    async with balancer.served():
        for bot in balancer.processes:
            bot.settings["BINOME_DATABASE_URL"] = postgresql_url
            bot.settings["BINOME_WEBHOOK_URL"] = f"{balancer.url}{PATH}"
            await bot.start()
        yield balancer
        for bot in balancer.processes:
            await bot.kill()
            check_log(telegram, bot)


def check_log(telegram: Telegram, bot: Process) -> None:
    """Nothing failed; no line tells a secret, or what somebody wrote or is called."""
    log = bot.log()
    assert "Traceback" not in log, log
    for words in {TOKEN, SECRET} | personal_words(telegram):
        assert words not in log
