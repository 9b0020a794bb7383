"""What can be done with seats and parties: each use case counts, asks the rules, then writes.

A desk works inside one transaction, which holds the event's lock: seats counted in it cannot be
taken by somebody else before it commits.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.booking.party import Party, new_code
from bot.booking.seats import Hold, NoRoom, SeatCount
from bot.event import Event
from bot.store import chats, deliveries, holds, parties
from bot.store.database import Transaction, moment
from bot.store.deliveries import REMINDER, Delivery


class Desk:
    """The registration desk of one event, at one moment (`now`, UTC)."""

    def __init__(self, transaction: Transaction, event: Event, now: datetime) -> None:
        self._transaction = transaction
        self._event = event
        self._now = now

    @property
    def is_open(self) -> bool:
        """Whether parties may still register, change or cancel."""
        return self._now < self._event.closes_at

    async def seats(self, without_draft: str = "") -> SeatCount:
        """The seats now; `without_draft` leaves out what that draft holds."""
        capacity = self._event.seats.capacity
        return await holds.count(
            self._transaction, self._event.code, capacity, self._now, without_draft
        )

    async def hold(self, draft_id: str, seats: int) -> Hold | NoRoom:
        """Set seats aside for a draft, all or none, in place of what it held before."""
        await holds.lock(self._transaction, self._event.code)
        count = await self.seats(without_draft=draft_id)
        if not count.fits(seats):
            return NoRoom(count)
        hold = Hold(seats, self._now + self._hold_time)
        await holds.put(self._transaction, self._event.code, draft_id, hold)
        return hold

    async def keep_holding(self, draft_id: str, seats: int) -> Hold | NoRoom:
        """Renew a draft's hold; once it is over, take the seats again if they are still there."""
        expires_at = self._now + self._hold_time
        if await holds.renew(self._transaction, draft_id, expires_at, self._now):
            return Hold(seats, expires_at)
        return await self.hold(draft_id, seats)

    @property
    def _hold_time(self) -> timedelta:
        return timedelta(minutes=self._event.seats.hold_minutes)

    async def release(self, draft_id: str) -> None:
        """Give back what a draft holds."""
        await holds.remove(self._transaction, draft_id)

    async def confirm(self, party: Party) -> Party | NoRoom:
        """Register a party that has no code yet; the same draft again gives the same party."""
        already = await parties.of_draft(self._transaction, self._event.code, party.draft_id)
        if already is not None:
            return already
        await holds.lock(self._transaction, self._event.code)
        count = await self.seats(without_draft=party.draft_id)
        if not count.fits(party.seats):
            return NoRoom(count)
        registered = replace(party, code=await self._unused_code(), confirmed_at=self._now)
        await parties.insert(self._transaction, self._event.code, registered)
        await self.release(party.draft_id)
        await self._owe_reminder(registered)
        return registered

    async def _unused_code(self) -> str:
        while True:
            code = new_code(self._event.party_prefix)
            if not await parties.code_exists(self._transaction, self._event.code, code):
                return code

    async def _owe_reminder(self, party: Party) -> None:
        if self._now >= self._event.remind_at:
            return  # the confirmation that they are reading now says it all
        await deliveries.owe(
            self._transaction,
            self._event.code,
            Delivery(REMINDER, party.code, party.chat_id),
            due_at=self._event.remind_at,
            not_after=self._event.starts_at,
        )

    async def party_of(self, chat_id: int) -> Party | None:
        """The party this chat has registered."""
        return await parties.of_chat(self._transaction, self._event.code, chat_id)

    async def party(self, code: str) -> Party | None:
        """The registered party of this code."""
        return await parties.of_code(self._transaction, self._event.code, code)

    async def parties(self) -> list[Party]:
        """All registered parties, oldest first."""
        return await parties.registered(self._transaction, self._event.code)

    async def cancel(self, party: Party) -> None:
        """Give a party's seats back and owe it nothing more."""
        await parties.cancel(self._transaction, self._event.code, party.code, self._now)

    async def note_coming(self, party: Party) -> None:
        """Record that a party answered the reminder: it comes."""
        await parties.set_coming(self._transaction, self._event.code, party.code, self._now)

    async def erase(self, chat_id: int) -> None:
        """Delete all this chat has registered; its seats are free again."""
        await parties.erase_chat(self._transaction, self._event.code, chat_id)

    async def note_blocked(self, chat_id: int, *, blocked: bool) -> None:
        """Record that a person blocks the bot, or no longer does."""
        since = moment(self._now) if blocked else None
        await chats.set_blocked(self._transaction, self._event.code, chat_id, since)

    async def unreached(self) -> set[int]:
        """The chats that block the bot or did not get what was owed to them."""
        code = self._event.code
        blocked = await chats.blocked(self._transaction, code)
        return blocked | await deliveries.failed(self._transaction, code)
