"""Which updates have had their effect, and which answers still have to leave.

Telegram keeps an unconfirmed update for 24 hours and may deliver it again; ids are remembered
for longer than that. They are looked up one by one, never compared with the highest seen, since
updates can overtake each other.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from bot.store.database import Transaction, moment

REMEMBERED = timedelta(days=3)
"""How long an update's id is kept: well above the 24 h after which Telegram drops it."""


async def known(transaction: Transaction, update_ids: Iterable[int]) -> set[int]:
    """Those of the updates that have already had their effect."""
    ids = list(update_ids)
    if not ids:
        return set()
    if not ids:
        return set()
    places = ", ".join(f"${number}" for number in range(1, len(ids) + 1))
    rows = await transaction.fetch(
        f"select update_id from updates where update_id in ({places})",
        *ids,
    )
    return {row["update_id"] for row in rows}


async def record(
    transaction: Transaction,
    event: str,
    updates: Iterable[tuple[int, int]],
    now: datetime,
    until: datetime,
) -> None:
    """Record that these updates (update id, chat id) have their effect in this transaction.

    Their answers are claimed until a moment: nobody else looks after them meanwhile.
    """
    await transaction.execute_many(
        "insert into updates (update_id, event, chat_id, received_at, claimed_until)"
        " values ($1, $2, $3, $4, $5)",
        [(update_id, event, chat_id, moment(now), moment(until)) for update_id, chat_id in updates],
    )


async def set_answered(transaction: Transaction, update_ids: Iterable[int], now: datetime) -> None:
    """Record that the answers to these updates have left."""
    await transaction.execute_many(
        "update updates set answered_at = $2 where update_id = $1",
        [(update_id, moment(now)) for update_id in update_ids],
    )


async def keep(transaction: Transaction, update_ids: Iterable[int], until: datetime) -> None:
    """Claim the answers to these updates for longer: they are still on their way."""
    await transaction.execute_many(
        "update updates set claimed_until = $2 where update_id = $1",
        [(update_id, moment(until)) for update_id in sorted(update_ids)],
    )


async def take_over(
    transaction: Transaction, event: str, lapsed_by: datetime, until: datetime
) -> dict[int, list[int]]:
    """Claim the updates whose answer has not left and that nobody claims beyond a moment, by chat.

    A crash interrupted them. Two processes never both get one.
    """
    rows = await transaction.fetch(
        f"""
        with lapsed as materialized (
            select update_id from updates
            where event = $1 and answered_at is null
            and (claimed_until is null or claimed_until <= $2)
            order by update_id{transaction.skip_locked}
        )
        update updates set claimed_until = $3
        where update_id in (select update_id from lapsed) returning chat_id, update_id
        """,
        event,
        moment(lapsed_by),
        moment(until),
    )
    chats: dict[int, list[int]] = {}
    for chat_id, update_id in sorted((row["chat_id"], row["update_id"]) for row in rows):
        chats.setdefault(chat_id, []).append(update_id)
    return chats


async def answered_later(
    transaction: Transaction, event: str, chat_id: int, update_id: int
) -> bool:
    """Whether the answer to a later update of the chat has left: it says where things stand."""
    rows = await transaction.fetch(
        "select 1 from updates where event = $1 and chat_id = $2 and update_id > $3"
        " and answered_at is not null limit 1",
        event,
        chat_id,
        update_id,
    )
    return bool(rows)


async def forget_old(transaction: Transaction, now: datetime) -> None:
    """Drop the ids that Telegram cannot deliver any more."""
    await transaction.fetch("delete from updates where received_at < $1", moment(now - REMEMBERED))
