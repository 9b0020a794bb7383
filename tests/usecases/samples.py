"""An event with few seats, parties, and a desk that opens a transaction for each use case."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

from bot.usecases.desk import Desk

from bot import event_file
from bot.domain.event import Event
from bot.domain.party import Category, Member, Party
from bot.settings import BUNDLED_EVENT
from bot.store.database import Database

NOW = datetime(2015, 2, 16, 8, 0, tzinfo=UTC)


def event_of(capacity: int) -> Event:
    """The announcement, with so many seats."""
    event = event_file.load(BUNDLED_EVENT)
    return event.model_copy(update={"seats": event.seats.model_copy(update={"capacity": capacity})})


def party(draft_id: str, chat_id: int, size: int, *, waiting: bool = False) -> Party:
    """A party that has no code yet."""
    members = tuple(
        Member(f"Prénom{place}", f"Nom{chat_id}", "élue", "Pélussin", Category.ELECTED)
        for place in range(1, size + 1)
    )
    comes, waits = ((), members) if waiting else (members, ())
    return Party("", draft_id, chat_id, "Le Pilat", comes, NOW, waiting=waits)


class Counter:
    """The desk as one update after the other finds it; `now` is moved by hand."""

    def __init__(self, database: Database, capacity: int) -> None:
        self.database = database
        self.event = event_of(capacity)
        self.now = NOW

    @asynccontextmanager
    async def desk(self) -> AsyncIterator[Desk]:
        """A desk for one transaction."""
        async with self.database.transaction() as transaction:
            yield Desk(transaction, self.event, self.now)

    def later(self, **time: float) -> None:
        self.now += timedelta(**time)
