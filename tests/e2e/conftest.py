"""Telegram and the bot, anew for each test; then what the bot asked and logged is checked."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from .bot_api import mistakes
from .process import BotProcess
from .telegram import TOKEN, Telegram


@pytest.fixture
async def telegram() -> AsyncIterator[Telegram]:
    telegram = Telegram()
    async with telegram.served():
        yield telegram


@pytest.fixture
async def bot(telegram: Telegram, tmp_path: Path) -> AsyncIterator[BotProcess]:
    """The bot, not started yet. When the test has passed, nothing it did may be amiss."""
    bot = BotProcess(telegram, tmp_path)
    try:
        yield bot
        telegram.fail()
        assert await bot.stop() in bot.expected_ends, bot.log()
        check_requests(telegram, bot)
        check_log(telegram, bot)
    finally:
        await bot.kill()


def check_requests(telegram: Telegram, bot: BotProcess) -> None:
    """Every request follows the Bot API's description, and none was refused as wrong."""
    for request in telegram.requests:
        assert mistakes(request["method"], request["arguments"]) == []
    refused = [one for one in telegram.requests if one["status"] in {400, 404}]
    assert [one for one in refused if one["method"] not in bot.expected_refusals] == []


def check_log(telegram: Telegram, bot: BotProcess) -> None:
    """No line of the log tells the token, or what somebody wrote or is called."""
    log = bot.log()
    assert TOKEN not in log
    assert TOKEN.partition(":")[2] not in log
    for words in personal_words(telegram):
        assert words not in log
    assert bot.may_fail or "Traceback" not in log


def personal_words(telegram: Telegram) -> set[str]:
    """What people wrote, and their names and numbers."""
    words = {
        message["text"]
        for chat in telegram.chats.values()
        for message in chat.messages.values()
        if "text" in message and message["from"]["id"] != telegram.bot_id
    }
    for person in telegram.people.values():
        words |= {person.first_name, person.last_name or "", person.phone}
    return {one for one in words if len(one) > 3}
