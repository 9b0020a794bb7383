"""Who waits for seats, in order, and what they are offered."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.domain.keys import PartyKey
from bot.domain.waiting import Waiting
from bot.store.database import Row, moment, when
from bot.store.scope import Scope
from bot.store.seats import Seats


@dataclass(frozen=True, slots=True)
class Place:
    """A party's place on the waiting list, or the offer it has (`offer_ends`, UTC)."""

    waiting: Waiting
    offer_ends: datetime | None


class Queue:
    """The waiting list of one event."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    async def join(self, seats: Seats, party: PartyKey, number: int) -> None:
        """Put a party that needs so many seats at the end; on the list it keeps its place."""
        rows = await self._scope.connection.fetch(
            "insert into queue (party, event, seats, queued_at) values ($1, $2, $3, $4)"
            " on conflict (party) do nothing returning party",
            party,
            self._scope.event,
            number,
            moment(self._scope.now),
        )
        if rows:
            seats.waiting += 1
        else:
            await self.set_seats(seats, party, number)

    async def set_seats(self, seats: Seats, party: PartyKey, number: int) -> None:
        """Let a party that is on the list need so many seats; it keeps its place."""
        await self._scope.connection.fetch(
            "update queue set seats = $2 where party = $1", party, number
        )
        seats.note_offers()

    async def leave(self, seats: Seats, party: PartyKey) -> None:
        """Take a party off the list, with its offer."""
        rows = await self._scope.connection.fetch(
            "delete from queue where party = $1 returning offer_ends", party
        )
        seats.waiting -= sum(row["offer_ends"] is None for row in rows)
        seats.note_offers()

    async def waiting(self) -> list[Waiting]:
        """Those who wait and have no offer, first come first."""
        rows = await self._scope.connection.fetch(
            "select party, seats, passed from queue where event = $1 and offer_ends is null"
            " order by queued_at, party",
            self._scope.event,
        )
        return [_waiting(row) for row in rows]

    async def has_any(self) -> bool:
        """Whether anybody is on the list."""
        rows = await self._scope.connection.fetch(
            "select 1 from queue where event = $1 limit 1", self._scope.event
        )
        return bool(rows)

    async def place(self, party: PartyKey) -> Place | None:
        """A party's place, with its offer if it has one."""
        rows = await self._scope.connection.fetch(
            "select party, seats, passed, offer_ends from queue where party = $1", party
        )
        return Place(_waiting(rows[0]), when(rows[0]["offer_ends"])) if rows else None

    async def set_passed(self, parties: Iterable[Waiting]) -> None:
        """Record how often these parties were passed over."""
        await self._scope.connection.execute_many(
            "update queue set passed = $2 where party = $1",
            [(party.party, party.passed) for party in parties],
        )

    async def offer(self, seats: Seats, party: PartyKey, ends: datetime) -> None:
        """Set a waiting party's seats aside until a moment."""
        rows = await self._scope.connection.fetch(
            "update queue set offer_ends = $2 where party = $1 and offer_ends is null"
            " returning party",
            party,
            moment(ends),
        )
        seats.waiting -= len(rows)
        seats.note_offers()

    async def offers(self, until: datetime) -> list[tuple[PartyKey, datetime]]:
        """The parties whose offer ends by a moment, and when it does (both UTC)."""
        rows = await self._scope.connection.fetch(
            "select party, offer_ends from queue where event = $1"
            " and offer_ends > $2 and offer_ends <= $3 order by offer_ends, party",
            self._scope.event,
            moment(self._scope.now),
            moment(until),
        )
        return [(row["party"], datetime.fromisoformat(row["offer_ends"])) for row in rows]

    async def lapsed(self) -> list[Waiting]:
        """Those whose offer is over without an answer."""
        rows = await self._scope.connection.fetch(
            "select party, seats, passed from queue where event = $1 and offer_ends <= $2",
            self._scope.event,
            moment(self._scope.now),
        )
        return [_waiting(row) for row in rows]


def _waiting(row: Row) -> Waiting:
    return Waiting(row["party"], row["seats"], row["passed"])
