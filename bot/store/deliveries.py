"""Messages owed to somebody at a time."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.store.database import Transaction, moment, when

REMINDER = "reminder"
HOLD_ENDING = "hold_ending"
OFFER = "offer"
OFFER_LAPSED = "offer_lapsed"
PROPOSAL = "proposal"
PROPOSAL_OVER = "proposal_over"
MATCHED = "matched"
MEMBER_LEFT = "member_left"
TAKEN_OUT = "taken_out"
PARTY_CANCELLED = "party_cancelled"
SEAT_FOUND = "seat_found"
NAMED_TWICE = "named_twice"


_NEVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Delivery:
    """One message owed: of which kind, about which party (or draft), to which chat."""

    kind: str
    code: str
    chat_id: int


@dataclass(frozen=True, slots=True)
class Claimed:
    """A message that this process sends now."""

    delivery: Delivery
    not_after: datetime
    """When it is pointless, UTC."""
    tries: int = 0
    """How many tries failed for no clear reason."""


async def owe(
    transaction: Transaction,
    event: str,
    delivery: Delivery,
    due_at: datetime,
    not_after: datetime,
) -> None:
    """Owe a message, due at a moment and pointless after another (both UTC).

    One of the same kind about the same party to the same chat is owed anew, sent or not.
    """
    await transaction.fetch(
        "insert into deliveries (event, kind, code, chat_id, due_at, not_after)"
        " values ($1, $2, $3, $4, $5, $6)"
        " on conflict (event, kind, code, chat_id) do update set due_at = excluded.due_at,"
        " not_after = excluded.not_after, sent_at = null, failure = null, claimed_until = null,"
        " tries = 0",
        event,
        delivery.kind,
        delivery.code,
        delivery.chat_id,
        moment(due_at),
        moment(not_after),
    )


async def claim(
    transaction: Transaction,
    event: str,
    now: datetime,
    until: datetime,
    but_not: Collection[int] = (),
) -> Claimed | None:
    """The message that is due first, claimed until a moment: nobody else sends it meanwhile.

    Passed over are these chats, those with a claimed message, and in each chat all but the first:
    two processes never send to one chat at once.
    """
    places = ", ".join(f"${number}" for number in range(4, len(but_not) + 4))
    others = f"and one.chat_id not in ({places})" if but_not else ""
    rows = await transaction.fetch(
        f"""
        with next as materialized (
            select event, kind, code, chat_id from deliveries as one
            where event = $1 and due_at <= $2 and not_after > $2
            and sent_at is null and failure is null
            and (claimed_until is null or claimed_until <= $2) {others}
            and not exists (
                select 1 from deliveries as other
                where other.event = one.event and other.chat_id = one.chat_id
                and other.sent_at is null and other.failure is null and other.not_after > $2
                and (other.claimed_until > $2 or (other.due_at <= $2
                and (other.due_at, other.kind, other.code) < (one.due_at, one.kind, one.code)))
            )
            order by due_at, chat_id limit 1{transaction.skip_locked}
        )
        update deliveries set claimed_until = $3
        where (event, kind, code, chat_id) in (select event, kind, code, chat_id from next)
        returning kind, code, chat_id, not_after, tries
        """,
        event,
        moment(now),
        moment(until),
        *but_not,
    )
    if not rows:
        return None
    delivery = Delivery(rows[0]["kind"], rows[0]["code"], rows[0]["chat_id"])
    return Claimed(delivery, when(rows[0]["not_after"]) or _NEVER, rows[0]["tries"])


async def keep(
    transaction: Transaction, event: str, claimed: Iterable[Delivery], until: datetime
) -> None:
    """Claim messages for longer: they are still on their way."""
    await transaction.execute_many(
        "update deliveries set claimed_until = $5 where event = $1 and kind = $2 and code = $3"
        " and chat_id = $4 and claimed_until is not null",
        [(event, one.kind, one.code, one.chat_id, moment(until)) for one in claimed],
    )


async def cancel(transaction: Transaction, event: str, code: str, kind: str | None = None) -> None:
    """Owe a party (or draft) nothing more, or nothing more of a kind."""
    await transaction.fetch(
        "delete from deliveries where event = $1 and code = $2 and kind = coalesce($3, kind)",
        event,
        code,
        kind,
    )


async def cancel_for_chat(
    transaction: Transaction, event: str, code: str, chat_id: int, kind: str
) -> None:
    """Owe one chat nothing more of a kind about a party."""
    await transaction.fetch(
        "delete from deliveries where event = $1 and code = $2 and chat_id = $3 and kind = $4",
        event,
        code,
        chat_id,
        kind,
    )


async def set_moot(transaction: Transaction, event: str, delivery: Delivery) -> None:
    """Forget a claimed message that nobody needs any more; one owed anew meanwhile stays."""
    await transaction.fetch(
        "delete from deliveries where event = $1 and kind = $2 and code = $3 and chat_id = $4"
        " and claimed_until is not null",
        event,
        delivery.kind,
        delivery.code,
        delivery.chat_id,
    )


async def put_off(
    transaction: Transaction, event: str, delivery: Delivery, due_at: datetime, tries: int
) -> None:
    """Let a claimed message be due at another moment; it is claimed by nobody until then."""
    # One owed anew meanwhile keeps the moment it was given.
    await transaction.fetch(
        "update deliveries set due_at = $5, tries = $6, claimed_until = null where event = $1"
        " and kind = $2 and code = $3 and chat_id = $4 and claimed_until is not null",
        event,
        delivery.kind,
        delivery.code,
        delivery.chat_id,
        moment(due_at),
        tries,
    )


async def set_sent(transaction: Transaction, event: str, delivery: Delivery, now: datetime) -> None:
    """Record that the message has left: it is owed no more."""
    await _settle(transaction, event, delivery, "sent_at", moment(now))


async def set_failed(
    transaction: Transaction, event: str, delivery: Delivery, failure: str
) -> None:
    """Record that the message cannot be sent, and why (`blocked`, `refused`…)."""
    await _settle(transaction, event, delivery, "failure", failure)


async def _settle(
    transaction: Transaction, event: str, delivery: Delivery, column: str, value: str
) -> None:
    # One owed anew meanwhile is claimed by nobody, and still has to leave.
    await transaction.fetch(
        f"update deliveries set {column} = $5, claimed_until = null where event = $1"
        " and kind = $2 and code = $3 and chat_id = $4 and claimed_until is not null",
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
