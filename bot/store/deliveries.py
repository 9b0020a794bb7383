"""Messages owed to somebody at a time."""

from dataclasses import dataclass
from datetime import datetime

from bot.store.database import Transaction, moment

REMINDER = "reminder"


@dataclass(frozen=True, slots=True)
class Delivery:
    """One message owed: of which kind, about which party, to which chat."""

    kind: str
    code: str
    chat_id: int


async def owe(
    transaction: Transaction,
    event: str,
    delivery: Delivery,
    due_at: datetime,
    not_after: datetime,
) -> None:
    """Owe a message, due at a moment and pointless after another (both UTC)."""
    await transaction.fetch(
        "insert into deliveries (event, kind, code, chat_id, due_at, not_after)"
        " values ($1, $2, $3, $4, $5, $6)"
        " on conflict (event, kind, code, chat_id) do nothing",
        event,
        delivery.kind,
        delivery.code,
        delivery.chat_id,
        moment(due_at),
        moment(not_after),
    )


async def due(transaction: Transaction, event: str, now: datetime, limit: int) -> list[Delivery]:
    """The messages to be sent now, those due first coming first."""
    rows = await transaction.fetch(
        "select kind, code, chat_id from deliveries"
        " where event = $1 and due_at <= $2 and not_after > $2"
        " and sent_at is null and failure is null order by due_at, chat_id limit $3",
        event,
        moment(now),
        limit,
    )
    return [Delivery(row["kind"], row["code"], row["chat_id"]) for row in rows]


async def set_sent(transaction: Transaction, event: str, delivery: Delivery, now: datetime) -> None:
    """Record that the message has left: it is owed no more."""
    await _settle(transaction, event, delivery, "sent_at", moment(now))


async def set_failed(
    transaction: Transaction, event: str, delivery: Delivery, failure: str
) -> None:
    """Record that the message cannot be sent, and why (`blocked`, `refused`)."""
    await _settle(transaction, event, delivery, "failure", failure)


async def _settle(
    transaction: Transaction, event: str, delivery: Delivery, column: str, value: str
) -> None:
    await transaction.fetch(
        f"update deliveries set {column} = $5"  # noqa: S608
        " where event = $1 and kind = $2 and code = $3 and chat_id = $4",
        event,
        delivery.kind,
        delivery.code,
        delivery.chat_id,
        value,
    )


async def failed(transaction: Transaction, event: str) -> set[int]:
    """The chats that did not get a message that was owed to them."""
    rows = await transaction.fetch(
        "select distinct chat_id from deliveries where event = $1 and failure is not null", event
    )
    return {row["chat_id"] for row in rows}
