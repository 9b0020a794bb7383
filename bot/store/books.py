"""One event's data in one transaction at one moment, and the transaction they belong to."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from datetime import datetime

from bot.domain.event import Event
from bot.domain.keys import NO_EVENT, NOBODY, AddressKey, BotId, EventKey, Subject
from bot.domain.roles import Role
from bot.domain.seats import SeatCount
from bot.store.addresses import Addresses
from bot.store.announcements import Announcements
from bot.store.database import Connection, Database
from bot.store.deliveries import Deliveries, Outgoing
from bot.store.events import EventRow, Events
from bot.store.extra_reminders import ExtraReminders
from bot.store.history import History
from bot.store.holds import Holds
from bot.store.journal import Journal
from bot.store.letters import Letters
from bot.store.logos import Logos
from bot.store.news import NewsTable
from bot.store.notes import Notes
from bot.store.parties import Parties
from bot.store.party_links import PartyLinks
from bot.store.pending import Pending
from bot.store.presences import Presences
from bot.store.questions import Questions
from bot.store.queue import Queue
from bot.store.scope import Scope
from bot.store.searches import Searches
from bot.store.seats import Aside, Seats, Sums, set_aside
from bot.store.staff import Staff, roles
from bot.store.updates import Updates


class Locks:
    """In which order a transaction locks the seats of several events: by their keys."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._highest = NO_EVENT

    def next(self, event: EventKey) -> str:
        """What locks this event now: out of the order, it is not waited for.

        Nobody waits for what another holds while they hold what that one waits for.
        """
        in_order = event > self._highest
        self._highest = max(self._highest, event)
        return self._connection.for_update if in_order else self._connection.no_wait


class Books:
    """What is read and changed of one event. `now` is UTC and the same for all of it."""

    def __init__(
        self,
        connection: Pending,
        row: EventRow,
        event: Event,
        now: datetime,
        locks: Locks,
        batch: Iterable[AddressKey] = (),
    ) -> None:
        self.key = row.key
        self.event = event
        self.now = now
        self._sums: Sums = row.sums
        self._connection, self._row = connection, row
        self._scope = scope = Scope(connection, row.key, now, bool(event.ask))
        self._locks = locks
        self._seats: Seats | None = None
        self._aside: Aside | None = None
        self.parties = Parties(scope, batch)
        self.holds = Holds(scope)
        self.queue = Queue(scope)
        self.searches = Searches(scope)
        self.history = History(scope)
        self.deliveries = Deliveries(scope)
        self.journal = Journal(scope)
        self.staff = Staff(scope)
        self.announcements = Announcements(scope)
        self.extra_reminders = ExtraReminders(scope)
        self.events = Events(connection)
        self.notes = Notes(scope)
        self.links = PartyLinks(scope)
        self.letters = Letters(scope)
        self.presences = Presences(scope)
        self.logos = Logos(scope)
        self.addresses = Addresses(connection)
        self.questions = Questions(scope)
        self.news = NewsTable(scope)
        self.author = NOBODY
        """Who of the staff acts now; nobody while others do."""

    def finish(self) -> None:
        """Leave nothing unwritten."""
        if self._seats is not None:
            self._seats.keep()

    def at(self, moment: datetime) -> "Books":
        """The same books at another moment (UTC); `finish` writes what they leave unwritten."""
        return Books(self._connection, self._row, self.event, moment, self._locks)

    def as_if(self, event: Event) -> "Books":
        """The same books, had the day these facts: to say what would be, not to write in them."""
        return Books(self._connection, self._row, event, self.now, self._locks)

    @property
    def revision(self) -> int:
        """Goes up with every change of the event's facts: that of its calendar entry."""
        return self._row.revision

    @property
    def is_open(self) -> bool:
        """Whether parties may still register, change or cancel."""
        return self.now < self.event.closes_at

    @property
    def hears_absences(self) -> bool:
        """Whether one may still say that one does not come: until the day is over."""
        return self.now < self.event.ends_at

    @asynccontextmanager
    async def seats(self) -> AsyncIterator[Seats]:
        """The event's seats, locked until the commit; asked for again, they are the same.

        Addresses are locked before, never after, and events in the order of their keys (`Locks`):
        so no two processes wait for each other.

        Raises:
            UnavailableError: somebody else holds them, out of that order.
        """
        if self._seats is None:
            seats = Seats(self._scope, self._sums)
            await seats.lock(self._locks.next(self.key))
            self.parties.read_anew()
            self._seats = seats
        yield self._seats

    async def set_aside(self) -> Aside:
        """The seats that are held and offered, read once as long as nothing of it changes."""
        if self._seats is not None:
            return await self._seats.aside()
        self._aside = self._aside or await set_aside(self._scope)
        return self._aside

    async def count(self, without: Subject | None = None) -> SeatCount:
        """The seats as they are; exact for whoever holds the lock.

        `without` leaves out what that subject holds. Seats kept for the waiting list are not
        counted here: see `usecases.waiting_list.seats`.
        """
        aside = await self.set_aside()
        return aside.count(self.event.seats.capacity, self._sums, without)


class Transaction:
    """What is written in it is committed together or not at all. `now` is UTC."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = Pending(connection)
        self.now = now
        self._books: dict[EventKey, Books] = {}
        self._rows: dict[EventKey, EventRow] | None = None
        self._locks = Locks(self._connection)
        self.addresses = Addresses(self._connection)
        self.events = Events(self._connection)
        self.outgoing = Outgoing(self._connection, now)

    def updates(self, bot: BotId) -> Updates:
        """The updates of one bot."""
        return Updates(self._connection, bot, self.now)

    async def event_rows(self) -> dict[EventKey, EventRow]:
        """The events that are kept, read once."""
        if self._rows is None:
            self._rows = await self.events.rows()
        return self._rows

    async def roles(self, events: Iterable[EventKey]) -> dict[EventKey, dict[AddressKey, Role]]:
        """Who was invited to which role, event by event."""
        return await roles(self._connection, events)

    async def books(self, key: EventKey, event: Event, batch: Iterable[AddressKey] = ()) -> Books:
        """One event's books. `batch`: the addresses whose parties are read at once.

        Raises:
            KeyError: there is no such event.
        """
        if key not in self._books:
            row = (await self.event_rows())[key]
            self._books[key] = Books(self._connection, row, event, self.now, self._locks, batch)
        return self._books[key]

    async def finish(self) -> None:
        """Write what still waits to be written: the last thing before the commit."""
        for books in self._books.values():
            books.finish()
        await self._connection.flush()


@asynccontextmanager
async def transaction(database: Database, now: datetime) -> AsyncIterator[Transaction]:
    """Commit at the end; roll back when anything was raised.

    Raises:
        UnavailableError: nothing is kept; it may be tried again.
    """
    async with database.transaction() as connection:
        changing = Transaction(connection, now)
        yield changing
        await changing.finish()
