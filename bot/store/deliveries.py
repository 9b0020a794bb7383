"""Messages owed to somebody at a time."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from bot.domain.keys import AddressKey, DeliveryKey, EventKey, Subject
from bot.store.database import Connection, Row, moment, places
from bot.store.scope import Scope

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
EXTRA_REMINDER = "extra_reminder"
DAY_CHANGED = "day_changed"
ANNOUNCEMENT = "announcement"
PROGRESS = "progress"
"""How far an announcement is, to whoever sends it: said anew in the place of the same message."""
REPORT = "report"
"""Whom an announcement has reached, to the same."""
LETTER = "letter"
ALERT = "alert"
"""News, to an organiser who wants to hear of them at once."""
DIGEST = "digest"
"""The same in the day's summary."""
ANSWER = "answer"
"""What organisers answer to a question that was sent on to them."""
CERTIFICATE = "certificate"
"""That somebody was there, to whom it is about."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """One message owed: of which kind, about which party (or draft), to which address."""

    key: DeliveryKey
    event: EventKey
    kind: str
    subject: Subject
    address: AddressKey
    not_after: datetime
    """When it is pointless, UTC."""
    tries: int = 0
    """How many tries failed for no clear reason."""
    message_id: int | None = None
    """The message that it has become before, which can be said anew in its place."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of the messages of one kind about one subject."""

    sent: int = 0
    pending: int = 0
    """Those that are still owed."""
    failed: tuple[tuple[AddressKey, str], ...] = ()
    """Whom they do not reach, and why."""


class Deliveries:
    """What is owed about one event."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    async def owe(
        self,
        kind: str,
        subject: Subject,
        addresses: Iterable[AddressKey],
        due_at: datetime,
        not_after: datetime,
    ) -> None:
        """Owe a message, due at a moment and pointless after another (both UTC), to addresses.

        One of the same kind about the same subject to the same address is owed anew, sent or not.
        """
        self._scope.connection.later(
            "insert into deliveries (event, kind, subject, address, due_at, not_after)"
            " values ($1, $2, $3, $4, $5, $6)"
            " on conflict (subject, kind, address) do update set due_at = excluded.due_at,"
            " not_after = excluded.not_after, sent_at = null, failure = null, tries = 0,"
            " claimed_until = null",
            [
                (
                    self._scope.event,
                    kind,
                    subject.stored,
                    address,
                    moment(due_at),
                    moment(not_after),
                )
                for address in addresses
            ],
        )

    async def note_said(
        self,
        kind: str,
        subject: Subject,
        addresses: Iterable[AddressKey],
        due_at: datetime,
        not_after: datetime,
    ) -> None:
        """Note that what a message would say was said otherwise: `owe_again` owes it after all."""
        self._scope.connection.later(
            "insert into deliveries (event, kind, subject, address, due_at, not_after, sent_at)"
            " values ($1, $2, $3, $4, $5, $6, $7) on conflict (subject, kind, address) do nothing",
            [
                (
                    self._scope.event,
                    kind,
                    subject.stored,
                    address,
                    moment(due_at),
                    moment(not_after),
                    moment(self._scope.now),
                )
                for address in addresses
            ],
        )

    async def cancel(self, subject: Subject, *kinds: str) -> None:
        """Owe nothing more about a subject, or nothing more of these kinds."""
        listed, arguments = places(kinds, after=1)
        of_kind = f" and kind in ({listed})" if kinds else ""
        await self._scope.connection.fetch(
            f"delete from deliveries where subject = $1{of_kind}", subject.stored, *arguments
        )

    async def cancel_each(self, subjects: Iterable[Subject], kind: str) -> None:
        """Owe nothing more of a kind about any of these subjects."""
        await self._scope.connection.execute_many(
            "delete from deliveries where subject = $1 and kind = $2",
            [(subject.stored, kind) for subject in subjects],
        )

    async def cancel_for(self, address: AddressKey, subject: Subject, kind: str) -> None:
        """Owe one address nothing more of a kind about a subject."""
        await self._scope.connection.fetch(
            "delete from deliveries where subject = $1 and kind = $2 and address = $3",
            subject.stored,
            kind,
            address,
        )

    async def forget(self, address: AddressKey) -> None:
        """Owe one address nothing more about this event."""
        await self._scope.connection.fetch(
            "delete from deliveries where address = $1 and +event = $2", address, self._scope.event
        )

    async def stop(self, subject: Subject, kind: str) -> None:
        """Owe nothing more of a kind about a subject, but for what is on its way."""
        await self._scope.connection.fetch(
            "delete from deliveries where subject = $1 and kind = $2 and sent_at is null"
            " and failure is null and (claimed_until is null or claimed_until <= $3)",
            subject.stored,
            kind,
            moment(self._scope.now),
        )

    async def tally(self, subject: Subject, kind: str) -> Tally:
        """What became of the messages of a kind about a subject."""
        sent, pending = await self._count("subject = $1 and kind = $2", subject.stored, kind)
        failed = await self._scope.connection.fetch(
            "select address, failure from deliveries"
            " where subject = $1 and kind = $2 and failure is not null order by key",
            subject.stored,
            kind,
        )
        return Tally(sent, pending, tuple((row["address"], row["failure"]) for row in failed))

    async def states(self, kind: str) -> dict[str, Literal["sent", "owed", "failed"]]:
        """What became of each message of a kind, by its subject as it is stored."""
        rows = await self._scope.connection.fetch(
            "select subject, sent_at, failure from deliveries where event = $1 and kind = $2",
            self._scope.event,
            kind,
        )
        return {
            row["subject"]: "failed" if row["failure"] else "sent" if row["sent_at"] else "owed"
            for row in rows
        }

    async def of_kind(self, kind: str) -> tuple[int, int]:
        """How many of a kind have left, and how many are still owed."""
        return await self._count("event = $1 and kind = $2", self._scope.event, kind)

    async def _count(self, where: str, *arguments: str | int) -> tuple[int, int]:
        counted = await self._scope.connection.fetch(
            "select count(sent_at) as sent,"
            " sum(case when sent_at is null and failure is null then 1 else 0 end) as pending"
            f" from deliveries where {where}",
            *arguments,
        )
        return int(counted[0]["sent"]), int(counted[0]["pending"] or 0)

    async def say_anew(
        self, kind: str, subject: Subject, *, sent_by: datetime, due_at: datetime
    ) -> None:
        """Owe a message once more that had left by a moment, as due at another (both UTC).

        One that had to wait, and may leave by now, is due as early again.
        """
        await self._scope.connection.fetch(
            "update deliveries set sent_at = null, due_at = $4 where subject = $1 and kind = $2"
            " and failure is null and claimed_until is null"
            " and (sent_at <= $3 or sent_at is null and due_at <= $5)",
            subject.stored,
            kind,
            moment(sent_by),
            moment(due_at),
            moment(self._scope.now),
        )

    async def note_message(
        self, kind: str, subject: Subject, address: AddressKey, message_id: int
    ) -> None:
        """Let what is owed be said in the place of a message that there is."""
        await self._scope.connection.fetch(
            "update deliveries set message_id = $4 where subject = $1 and kind = $2"
            " and address = $3",
            subject.stored,
            kind,
            address,
            message_id,
        )

    async def move(self, kind: str, due_at: datetime, not_after: datetime) -> None:
        """Let all of a kind that are still owed be due at another moment (UTC)."""
        await self._scope.connection.fetch(
            "update deliveries set due_at = $3, not_after = $4, claimed_until = null, tries = 0"
            " where event = $1 and kind = $2 and sent_at is null",
            self._scope.event,
            kind,
            moment(due_at),
            moment(not_after),
        )

    async def owe_again(self, kind: str) -> None:
        """Let all of a kind leave once more that have left: what they said is not so any more."""
        await self._scope.connection.fetch(
            "update deliveries set sent_at = null where event = $1 and kind = $2",
            self._scope.event,
            kind,
        )

    async def sent_to(self, address: AddressKey, since: datetime) -> list[Delivery]:
        """What has reached an address since a moment (UTC), the last one first."""
        rows = await self._scope.connection.fetch(
            "select key, event, kind, subject, address, not_after, tries, message_id"
            " from deliveries"
            " where address = $1 and +event = $2 and sent_at > $3 and failure is null"
            " order by sent_at desc, key desc",
            address,
            self._scope.event,
            moment(since),
        )
        return [_delivery(row) for row in rows]

    async def unreached(self) -> set[AddressKey]:
        """Those who block the bot, or did not get what was owed to them."""
        rows = await self._scope.connection.fetch(
            "select address from deliveries where event = $1 and failure is not null"
            # Those who block the bot are few: their parties are looked up, not the other way round.
            " union select a.key from addresses a where a.blocked_at is not null and ("
            " exists (select 1 from owners o join parties p on p.key = o.party"
            " where o.address = a.key and +p.event = $1)"
            " or exists (select 1 from members m where m.address = a.key and +m.event = $1))",
            self._scope.event,
        )
        return {row["address"] for row in rows}


class Outgoing:
    """What is owed about every event, for whoever carries it."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    async def claim(self, until: datetime, but_not: Collection[AddressKey] = ()) -> Delivery | None:
        """The message that is due first, claimed until a moment: nobody else sends it meanwhile.

        Not to these addresses, nor to one that another claimed message goes to: none leaves beside
        another one. Only the first that is owed to an address is a candidate, so that two processes
        that do not see each other's claims yet want the same one.
        """
        listed, arguments = places(sorted(but_not), after=2)
        others = f" and address not in ({listed})" if arguments else ""
        # No `not exists`, which PostgreSQL answers for all that is due before it takes the first.
        rows = await self._connection.fetch(
            f"""
            with next as materialized (
                select key from deliveries due
                where due_at <= $1 and not_after > $1
                and sent_at is null and failure is null
                and (claimed_until is null or claimed_until <= $1){others}
                and (
                    select 1 from deliveries other where other.address = due.address
                    and other.sent_at is null and other.failure is null
                    and (other.claimed_until > $1 or other.not_after > $1
                         and (other.due_at < due.due_at
                              or other.due_at = due.due_at and other.key < due.key))
                    limit 1
                ) is null
                order by due_at, address, key limit 1{self._connection.skip_locked}
            )
            update deliveries set claimed_until = $2
            where key in (select key from next)
            returning key, event, kind, subject, address, not_after, tries, message_id
            """,
            moment(self._now),
            moment(until),
            *arguments,
        )
        return _delivery(rows[0]) if rows else None

    async def keep(self, claimed: Iterable[Delivery], until: datetime) -> None:
        """Claim messages for longer: they are still on their way."""
        await self._connection.execute_many(
            "update deliveries set claimed_until = $2 where key = $1 and claimed_until is not null",
            [(one.key, moment(until)) for one in claimed],
        )

    async def set_sent(self, delivery: Delivery, message_id: int | None = None) -> None:
        """Record that a message has left, and as which it has: it is owed no more."""
        known = f", message_id = {int(message_id)}" if message_id is not None else ""
        await self._settle(delivery, change=f"sent_at = $2{known}", value=moment(self._now))

    async def set_failed(self, delivery: Delivery, failure: str) -> None:
        """Record that a message cannot be sent, and why; organisers see it."""
        await self._settle(delivery, change="failure = $2", value=failure)

    async def put_off(self, delivery: Delivery, until: datetime, tries: int) -> None:
        """Try a message again at a moment (UTC), after so many tries in vain."""
        await self._settle(
            delivery, change=f"tries = {int(tries)}, due_at = $2", value=moment(until)
        )

    async def forget(self, delivery: Delivery) -> None:
        """Forget a claimed message that nobody needs any more; one owed anew meanwhile stays."""
        await self._connection.fetch(
            "delete from deliveries where key = $1 and claimed_until is not null", delivery.key
        )

    async def _settle(self, delivery: Delivery, *, change: str, value: str) -> None:
        # One owed anew meanwhile is claimed by nobody, and still has to leave.
        await self._connection.fetch(
            f"update deliveries set {change}, claimed_until = null"
            " where key = $1 and claimed_until is not null",
            delivery.key,
            value,
        )


def _delivery(row: Row) -> Delivery:
    return Delivery(
        row["key"],
        row["event"],
        row["kind"],
        Subject(row["subject"]),
        row["address"],
        datetime.fromisoformat(row["not_after"]),
        row["tries"],
        row["message_id"],
    )
