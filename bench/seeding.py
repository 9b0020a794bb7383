"""Registers many parties at once, as if they had come during the weeks before."""

from datetime import UTC, datetime, timedelta
from typing import Final

from bench.contenders import EVENT
from bot.domain import event as events
from bot.domain.event import Event
from bot.domain.party import CODE_LETTERS, Category, Member, Party
from bot.store import chats, deliveries, history, parties
from bot.store.chats import Chat
from bot.store.database import Transaction, migrate, open_database
from bot.store.deliveries import REMINDER, Delivery

CHUNK: Final = 1000
"""Parties in one transaction."""
TERRITORIES: Final = 500
BEGAN: Final = datetime(2015, 1, 5, 8, tzinfo=UTC)
FIRST_CHAT: Final = 2_000_000_000


async def seed(url: str, number: int) -> None:
    """Make the tables of an empty database, and register so many binômes in it."""
    event = events.load(EVENT)
    database = await open_database(url)
    try:
        await migrate(database)
        for first in range(0, number, CHUNK):
            async with database.transaction() as transaction:
                await _register(transaction, event, range(first, min(first + CHUNK, number)))
        if url.startswith("postgresql"):
            async with database.transaction() as transaction:
                await transaction.fetch("analyze")  # as its autovacuum does within a minute
    finally:
        await database.close()


async def _register(transaction: Transaction, event: Event, numbers: range) -> None:
    """Leave what a registration leaves: chat, party, members, history, the reminder owed."""
    for party in map(_party, numbers):
        await parties.insert(transaction, event.code, party)
        await history.add(transaction, event.code, party.code, party.confirmed_at, "registered", "")
        reminder = Delivery(REMINDER, party.code, party.chat_id)
        await deliveries.owe(transaction, event.code, reminder, event.remind_at, event.starts_at)
    dialogue = '{"language":"fr","revision":11}'
    rows = [Chat(FIRST_CHAT + number, dialogue) for number in numbers]
    await chats.save(transaction, event.code, rows)


def _party(number: int) -> Party:
    return Party(
        code=f"PIL-{_letters(number)}",
        draft_id=f"d{number:07d}",
        chat_id=FIRST_CHAT + number,
        territory=f"Territoire {number % TERRITORIES}",
        members=(
            _member(f"Nom{number}", Category.ELECTED, f"contact{number}@example.org"),
            _member(f"Autre{number}", Category.STAFF, None),
        ),
        confirmed_at=BEGAN + timedelta(seconds=number),
    )


def _member(last_name: str, category: Category, email: str | None) -> Member:
    return Member("Jo", last_name, "membre", "mairie", category, email)


def _letters(number: int) -> str:
    letters = ""
    for _ in range(4):
        number, at = divmod(number, len(CODE_LETTERS))
        letters += CODE_LETTERS[at]
    return letters
