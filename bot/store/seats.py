"""The seats of an event: counted by anybody, changed only by whoever holds their lock."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.keys import Subject
from bot.domain.seats import Hold, SeatCount
from bot.store.database import moment, when
from bot.store.scope import Scope


@dataclass(slots=True)
class Sums:
    """What is kept with the event instead of being added up each time."""

    taken: int
    """Seats of all parties that come."""
    waiting: int
    """Parties on the waiting list that have no offer."""


@dataclass(slots=True)
class Aside:
    """Seats set aside at one moment: for subjects that hold them, and in offers."""

    held: dict[str, Hold]
    offered: int

    def hold_of(self, subject: Subject) -> Hold | None:
        """What a subject holds."""
        return self.held.get(subject.stored)

    def count(self, capacity: int, sums: Sums, without: Subject | None = None) -> SeatCount:
        """The seats; `without` leaves out what that subject holds."""
        own = self.hold_of(without) if without is not None else None
        held = sum(hold.seats for hold in self.held.values())
        return SeatCount(
            capacity,
            taken=sums.taken,
            held=held - (own.seats if own is not None else 0),
            offered=self.offered,
            waiting=sums.waiting,
        )


async def set_aside(scope: Scope) -> Aside:
    """What is set aside now. Holds and offers that are over do not count, removed or not."""
    rows = await scope.connection.fetch(
        "select subject, seats, expires_at, latest_at from holds"
        " where event = $1 and expires_at > $2"
        " union all select '', seats, offer_ends, null from queue"
        " where event = $1 and offer_ends > $2",
        scope.event,
        moment(scope.now),
    )
    held = {
        row["subject"]: Hold(
            row["seats"], datetime.fromisoformat(row["expires_at"]), when(row["latest_at"])
        )
        for row in rows
        if row["subject"]
    }
    return Aside(held, sum(row["seats"] for row in rows if not row["subject"]))


class Seats:
    """The event's seats, locked until the commit: nobody else changes them meanwhile.

    What changes them asks for this object, so that the lock cannot be forgotten.
    """

    def __init__(self, scope: Scope, sums: Sums) -> None:
        self._scope = scope
        self._sums = sums
        self._kept = Sums(sums.taken, sums.waiting)
        self._aside: Aside | None = None

    async def aside(self) -> Aside:
        """What is set aside, read once as long as nothing of it changes."""
        if self._aside is None:
            self._aside = await set_aside(self._scope)
        return self._aside

    def note_hold(self, subject: Subject, hold: Hold | None) -> None:
        """A subject holds this from now on; None: nothing."""
        if self._aside is not None:
            self._aside.held.pop(subject.stored, None)
            if hold is not None:
                self._aside.held[subject.stored] = hold

    def note_offers(self) -> None:
        """Offers were made, taken or given up: what is set aside is to be read anew."""
        self._aside = None

    @property
    def taken(self) -> int:
        """Seats of all parties that come."""
        return self._sums.taken

    @taken.setter
    def taken(self, number: int) -> None:
        self._sums.taken = number

    @property
    def waiting(self) -> int:
        """Parties on the waiting list that have no offer."""
        return self._sums.waiting

    @waiting.setter
    def waiting(self, number: int) -> None:
        self._sums.waiting = number

    async def lock(self, locking: str) -> None:
        """Lock the seats by `for_update` or `no_wait`; the sums are as others left them.

        Raises:
            UnavailableError: somebody else holds them, and they were not to be waited for.
        """
        if locking:
            rows = await self._scope.connection.fetch(
                f"select taken, waiting from events where key = $1{locking}", self._scope.event
            )
            self._sums.taken, self._sums.waiting = rows[0]["taken"], rows[0]["waiting"]
            self._kept = Sums(self._sums.taken, self._sums.waiting)

    def keep(self) -> None:
        """Write the sums, where they changed."""
        if self._sums != self._kept:
            self._scope.connection.later(
                "update events set taken = $2, waiting = $3 where key = $1",
                [(self._scope.event, self._sums.taken, self._sums.waiting)],
            )
            self._kept = Sums(self._sums.taken, self._sums.waiting)
