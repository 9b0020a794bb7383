"""A sandbox server for each test, and clients for both of its sides."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import aiohttp
import pytest
import telegram

from telegram_sandbox import Sandbox, actions, serve

from .client import TOKEN, Client

NOW = datetime(2015, 2, 16, 8, 0, tzinfo=UTC)


@pytest.fixture
def sandbox() -> Sandbox:
    return Sandbox(NOW, TOKEN)


@pytest.fixture
async def client(sandbox: Sandbox) -> AsyncIterator[Client]:
    async with serve(sandbox) as url, aiohttp.ClientSession() as session:
        yield Client(url, session)


@pytest.fixture
async def bot(client: Client) -> AsyncIterator[telegram.Bot]:
    address = f"{client.url}/bot", f"{client.url}/file/bot"
    async with telegram.Bot(TOKEN, base_url=address[0], base_file_url=address[1]) as bot:
        yield bot


@pytest.fixture
def marie(sandbox: Sandbox) -> int:
    """A person who wrote to the bot once; the update is gone."""
    person = actions.join(sandbox, "Marie", "Dupont")
    actions.write(sandbox, person.id, "/start")
    sandbox.updates.clear()
    return person.id
