"""Who waits for seats, in order, and what they are offered."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.waiting import Waiting
from bot.store.database import Row, Transaction, moment, when


@dataclass(frozen=True, slots=True)
class Place:
    """A party's place on the waiting list, or the offer it has (`offer_ends`, UTC)."""

    waiting: Waiting
    offer_ends: datetime | None


async def join(transaction: Transaction, event: str, code: str, seats: int, now: datetime) -> None:
    """Put a party at the end of the list; one that is on it keeps its place."""
    await transaction.fetch(
        "insert into queue (event, code, seats, queued_at) values ($1, $2, $3, $4)"
        " on conflict (event, code) do update set seats = excluded.seats",
        event,
        code,
        seats,
        moment(now),
    )


async def set_seats(transaction: Transaction, event: str, code: str, seats: int) -> None:
    """Let a party that is on the list need so many seats; it keeps its place."""
    await transaction.fetch(
        "update queue set seats = $3 where event = $1 and code = $2", event, code, seats
    )


async def leave(transaction: Transaction, event: str, code: str) -> None:
    """Take a party off the list, with its offer."""
    await transaction.fetch("delete from queue where event = $1 and code = $2", event, code)


async def waiting(transaction: Transaction, event: str) -> list[Waiting]:
    """Those who wait and have no offer, first come first."""
    rows = await transaction.fetch(
        "select code, seats, passed from queue where event = $1 and offer_ends is null"
        " order by queued_at, code",
        event,
    )
    return [_waiting(row) for row in rows]


async def has_any(transaction: Transaction, event: str) -> bool:
    """Whether anybody is on the list."""
    return bool(await transaction.fetch("select 1 from queue where event = $1 limit 1", event))


async def place(transaction: Transaction, event: str, code: str) -> Place | None:
    """A party's place, with its offer if it has one."""
    rows = await transaction.fetch(
        "select code, seats, passed, offer_ends from queue where event = $1 and code = $2",
        event,
        code,
    )
    return Place(_waiting(rows[0]), when(rows[0]["offer_ends"])) if rows else None


async def set_passed(transaction: Transaction, event: str, parties: list[Waiting]) -> None:
    """Record how often these parties were passed over."""
    await transaction.execute_many(
        "update queue set passed = $3 where event = $1 and code = $2",
        [(event, party.code, party.passed) for party in parties],
    )


async def offer(transaction: Transaction, event: str, code: str, ends: datetime) -> None:
    """Set a party's seats aside until a moment."""
    await transaction.fetch(
        "update queue set offer_ends = $3 where event = $1 and code = $2",
        event,
        code,
        moment(ends),
    )


async def lapsed(transaction: Transaction, event: str, now: datetime) -> list[Waiting]:
    """Those whose offer is over without an answer."""
    rows = await transaction.fetch(
        "select code, seats, passed from queue where event = $1 and offer_ends <= $2",
        event,
        moment(now),
    )
    return [_waiting(row) for row in rows]


def _waiting(row: Row) -> Waiting:
    return Waiting(row["code"], row["seats"], row["passed"])
