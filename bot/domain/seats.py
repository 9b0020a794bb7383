"""How many seats are taken, held and left, and what still fits."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class SeatCount:
    """The seats of an event at one moment, counted under its lock.

    `held` are those of drafts still being filled in whose hold has not expired, `offered` those
    set aside for parties of the waiting list, `kept` those that are free but wait for a party of
    the list whose turn it is.
    """

    capacity: int
    taken: int
    held: int
    offered: int = 0
    kept: int = 0
    waiting: int = 0
    """Parties on the waiting list without an offer."""

    @property
    def free(self) -> int:
        """Seats that nobody has; never negative, even when capacity was lowered."""
        return max(0, self.capacity - self.taken - self.held - self.offered)

    @property
    def left(self) -> int:
        """Seats that somebody who is not on the waiting list can have now."""
        return self.free - self.kept

    @property
    def missing(self) -> int:
        """By how many the seats taken exceed a capacity that was lowered."""
        return max(0, self.taken - self.capacity)

    def fits(self, seats: int) -> bool:
        """Whether a party of so many gets all its seats: all or none."""
        return seats <= self.left

    def fitting(self, sizes: Iterable[int]) -> tuple[int, ...]:
        """Those of the sizes that still fit, in the order given."""
        return tuple(size for size in sizes if self.fits(size))


@dataclass(frozen=True, slots=True)
class Hold:
    """Seats set aside until a moment (UTC); renewed, they are not held beyond `latest_at`."""

    seats: int
    expires_at: datetime
    latest_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class NoRoom:
    """The party does not fit; `count` leaves out what its own draft holds."""

    count: SeatCount
