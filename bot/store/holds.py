"""Seats, counted; and those set aside for drafts."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.seats import Hold, SeatCount
from bot.store.database import Row, Transaction, moment


async def lock(transaction: Transaction, event: str) -> None:
    """Keep every other process from changing this event's seats until the commit.

    Taken before seats are counted for a change; a chat is locked before its event, never after.
    """
    if transaction.for_update:
        await transaction.fetch(
            "insert into events (code) values ($1) on conflict (code) do nothing", event
        )
        await transaction.fetch(
            f"select code from events where code = $1{transaction.for_update}",
            event,
        )


async def count(
    transaction: Transaction, event: str, capacity: int, now: datetime, without: str = ""
) -> SeatCount:
    """Count the event's seats at a moment, leaving out what the draft `without` holds.

    Expired holds and offers do not count, whether or not anybody has removed them.
    """
    rows = await transaction.fetch(
        """
        select
            (select coalesce(sum(seats), 0) from parties
             where event = $1 and cancelled_at is null) as taken,
            (select coalesce(sum(seats), 0) from holds
             where event = $1 and expires_at > $2 and draft_id <> $3) as held,
            (select coalesce(sum(seats), 0) from queue
             where event = $1 and offer_ends > $2) as offered,
            (select count(*) from queue
             where event = $1 and offer_ends is null) as waiting
        """,
        event,
        moment(now),
        without,
    )
    row = rows[0]
    return SeatCount(
        capacity,
        taken=int(row["taken"]),
        held=int(row["held"]),
        offered=int(row["offered"]),
        waiting=row["waiting"],
    )


async def put(
    transaction: Transaction,
    event: str,
    chat_id: int,
    draft_id: str,
    hold: Hold,
    latest_at: datetime,
    now: datetime,
) -> Hold:
    """Set seats aside for a draft, in place of what it held; it can be renewed until a moment.

    That moment stays the one of a hold which is not over yet: nobody holds seats for ever.
    """
    rows = await transaction.fetch(
        "insert into holds (draft_id, event, chat_id, seats, expires_at, latest_at)"
        " values ($1, $2, $3, $4, $5, $6)"
        " on conflict (draft_id) do update set seats = excluded.seats,"
        " expires_at = case when holds.expires_at <= $7 or excluded.expires_at < holds.latest_at"
        " then excluded.expires_at else holds.latest_at end,"
        " latest_at = case when holds.expires_at <= $7"
        " then excluded.latest_at else holds.latest_at end"
        " returning seats, expires_at",
        draft_id,
        event,
        chat_id,
        hold.seats,
        moment(hold.expires_at),
        moment(latest_at),
        moment(now),
    )
    return _hold(rows) or hold


async def renew(
    transaction: Transaction, draft_id: str, expires_at: datetime, now: datetime
) -> Hold | None:
    """Let a hold last until a moment, or as long as it may; None when there is none any more."""
    rows = await transaction.fetch(
        "update holds set expires_at = case when latest_at < $2 then latest_at else $2 end"
        " where draft_id = $1 and expires_at > $3 returning seats, expires_at",
        draft_id,
        moment(expires_at),
        moment(now),
    )
    return _hold(rows)


async def of_draft(transaction: Transaction, draft_id: str, now: datetime) -> Hold | None:
    """What a draft holds at a moment."""
    rows = await transaction.fetch(
        "select seats, expires_at from holds where draft_id = $1 and expires_at > $2",
        draft_id,
        moment(now),
    )
    return _hold(rows)


def _hold(rows: Sequence[Row]) -> Hold | None:
    if not rows:
        return None
    return Hold(rows[0]["seats"], datetime.fromisoformat(rows[0]["expires_at"]))


async def remove(transaction: Transaction, draft_id: str) -> None:
    """Give a draft's seats back."""
    await transaction.fetch("delete from holds where draft_id = $1", draft_id)
