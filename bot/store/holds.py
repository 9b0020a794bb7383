"""Seats, counted; and those set aside for drafts."""

from datetime import datetime

from bot.booking.seats import Hold, SeatCount
from bot.store.database import Transaction, moment


async def lock(transaction: Transaction, event: str) -> None:
    """Keep every other process from changing this event's seats until the commit.

    Taken before seats are counted for a change; a chat is locked before its event, never after.
    """
    if transaction.for_update:
        await transaction.fetch(
            "insert into events (code) values ($1) on conflict (code) do nothing", event
        )
        await transaction.fetch(
            f"select code from events where code = $1{transaction.for_update}",  # noqa: S608
            event,
        )


async def count(
    transaction: Transaction, event: str, capacity: int, now: datetime, without: str = ""
) -> SeatCount:
    """Count the event's seats at a moment, leaving out what the draft `without` holds.

    Expired holds do not count, whether or not anybody has removed them.
    """
    rows = await transaction.fetch(
        """
        select
            (select coalesce(sum(seats), 0) from parties
             where event = $1 and cancelled_at is null) as taken,
            (select coalesce(sum(seats), 0) from holds
             where event = $1 and expires_at > $2 and draft_id <> $3) as held
        """,
        event,
        moment(now),
        without,
    )
    return SeatCount(capacity, int(rows[0]["taken"]), int(rows[0]["held"]))


async def put(transaction: Transaction, event: str, draft_id: str, hold: Hold) -> None:
    """Set seats aside for a draft, in place of what it held."""
    await transaction.fetch(
        "insert into holds (draft_id, event, seats, expires_at) values ($1, $2, $3, $4)"
        " on conflict (draft_id) do update"
        " set seats = excluded.seats, expires_at = excluded.expires_at",
        draft_id,
        event,
        hold.seats,
        moment(hold.expires_at),
    )


async def renew(
    transaction: Transaction, draft_id: str, expires_at: datetime, now: datetime
) -> bool:
    """Let a hold last longer; False when it is no longer there, or over."""
    rows = await transaction.fetch(
        "update holds set expires_at = $2 where draft_id = $1 and expires_at > $3 returning seats",
        draft_id,
        moment(expires_at),
        moment(now),
    )
    return bool(rows)


async def remove(transaction: Transaction, draft_id: str) -> None:
    """Give a draft's seats back."""
    await transaction.fetch("delete from holds where draft_id = $1", draft_id)
