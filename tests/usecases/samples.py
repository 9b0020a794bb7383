"""An event with few seats, parties, and the event's books, opened for one use case or several."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Self

from bot import event_file
from bot.days import Days
from bot.domain.event import Event
from bot.domain.keys import Address, AddressKey, DraftId, EventKey
from bot.domain.party import Application, Category, Member, Party
from bot.settings import BUNDLED_EVENT
from bot.store.books import Books, transaction
from bot.store.database import Database
from bot.store.opening import migrate, open_database
from bot.usecases import register

NOW = datetime(2015, 2, 16, 8, 0, tzinfo=UTC)
SIZES = (2, 3, 1, 4, 5)
PEOPLE = 16


def event_of(capacity: int) -> Event:
    """The announcement, with so many seats, for parties of up to five."""
    event = event_file.load(BUNDLED_EVENT)
    seats = event.seats.model_copy(update={"capacity": capacity, "sizes": SIZES})
    return event.model_copy(update={"seats": seats})


def member(first_name: str, last_name: str = "Nom", **more: str) -> Member:
    """Somebody who has answered all that is asked of everybody."""
    always = {"function": "élue", "organisation": "Pélussin", "category": Category.ELECTED}
    return Member({"first_name": first_name, "last_name": last_name, **always, **more})


def application(
    draft: str, owner: AddressKey | None, size: int, *, seats: int | None = None
) -> Application:
    """What a party of so many asks for: a seat for each of them, or for the first `seats`."""
    people = tuple(member(f"Prénom{place}", f"Nom{owner}") for place in range(1, size + 1))
    owners = () if owner is None else (owner,)
    comes = size if seats is None else seats
    return Application(DraftId(draft), "Le Pilat", people, comes, owners)


class Counter:
    """The books as one update after the other finds them; `now` is moved by hand."""

    def __init__(self, database: Database, event: Event, key: EventKey) -> None:
        self.database = database
        self.event = event
        self.key = key
        self.people: list[AddressKey] = []
        """Addresses that wrote to the bot, to be used as they are needed."""
        self.now = NOW

    @classmethod
    async def open(cls, url: str, capacity: int) -> Self:
        """Open a database, make its tables, and enter the event."""
        database, event = await open_database(url), event_of(capacity)
        await migrate(database)
        days = Days([event_file.load(BUNDLED_EVENT)])
        async with transaction(database, NOW) as changing:
            await days.enter(changing)
        async with transaction(database, NOW) as changing:
            (key,) = await days.all(changing)
            counter = cls(database, event, key)
            addresses = [Address("test", f"{number:02}") for number in range(PEOPLE)]
            known = await changing.addresses.load(addresses)
            counter.people = [known[one].key for one in addresses]
        return counter

    @asynccontextmanager
    async def books(self) -> AsyncIterator[Books]:
        """The books in a transaction of their own."""
        async with transaction(self.database, self.now) as changing:
            yield await changing.books(self.key, self.event)

    def later(self, **time: float) -> None:
        """Let time pass."""
        self.now += timedelta(**time)

    def print_capacity(self, capacity: int) -> None:
        """Write the capacity into the event's file."""
        seats = self.event.seats.model_copy(update={"capacity": capacity})
        self.event = self.event.model_copy(update={"seats": seats})

    async def registered(
        self, size: int, owner: int | None = 1, *, seats: int | None = None
    ) -> Party:
        """A party of somebody (a number of `people`), registered; `seats`: those who come."""
        address = None if owner is None else self.people[owner]
        async with self.books() as books:
            wanted = application(f"draft-{owner}", address, size, seats=seats)
            confirmed = await register.confirm(books, wanted)
        assert isinstance(confirmed, Party)
        return confirmed
