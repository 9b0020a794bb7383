"""What can be done with seats and parties: each use case counts, asks the rules, then writes.

A desk works inside one transaction. Whatever changes seats locks the event first, so that seats
counted in it cannot be taken by somebody else before it commits.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.booking.party import Party, new_code
from bot.booking.seats import Hold, NoRoom, SeatCount
from bot.booking.waiting import Rules, open_seats
from bot.booking.waiting_list import WaitingList
from bot.event import Event
from bot.store import chats, deliveries, history, holds, parties, queue
from bot.store.database import Transaction, moment
from bot.store.deliveries import HOLD_ENDING, Delivery


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

    @property
    def waiting(self) -> WaitingList:
        """The waiting list."""
        return WaitingList(self._transaction, self._event, self._now)

    # ---- seats

    async def seats(self, without_draft: str = "") -> SeatCount:
        """The seats now; `without_draft` leaves out what that draft holds."""
        capacity = self._event.seats.capacity
        code = self._event.code
        count = await holds.count(self._transaction, code, capacity, self._now, without_draft)
        if count.waiting == 0:
            return count
        waiting = await queue.waiting(self._transaction, code)
        rules = Rules.of(self._event, self._now)
        return replace(count, kept=count.free - open_seats(waiting, count.free, rules))

    async def hold(self, draft_id: str, seats: int, chat_id: int) -> Hold | NoRoom:
        """Set seats aside for a chat's draft, all or none, in place of what it held before."""
        await holds.lock(self._transaction, self._event.code)
        count = await self.seats(without_draft=draft_id)
        if not count.fits(seats):
            return NoRoom(count)
        hold = Hold(seats, self._now + self._minutes(self._event.seats.hold_minutes))
        latest = self._now + self._minutes(self._event.seats.hold_at_most_minutes)
        await holds.put(self._transaction, self._event.code, chat_id, draft_id, hold, latest)
        await self._owe_warning(draft_id, chat_id, hold)
        return hold

    async def keep_holding(self, draft_id: str, seats: int, chat_id: int) -> Hold | NoRoom:
        """Renew a draft's hold; once it is over, take the seats again if they are still there."""
        expires_at = self._now + self._minutes(self._event.seats.hold_minutes)
        renewed = await holds.renew(self._transaction, draft_id, expires_at, self._now)
        return renewed or await self.hold(draft_id, seats, chat_id)

    async def warn_later(self, draft_id: str, chat_id: int) -> Hold | None:
        """Put off the warning of a hold that was renewed meanwhile; what is held, if any."""
        hold = await self.held(draft_id)
        if hold is not None and not self.is_about_to_end(hold):
            await self._owe_warning(draft_id, chat_id, hold)
        return hold

    def is_about_to_end(self, hold: Hold) -> bool:
        """Whether the end of a hold is to be announced."""
        warning = self._minutes(self._event.seats.hold_warning_minutes)
        return hold.expires_at - warning <= self._now

    async def held(self, draft_id: str) -> Hold | None:
        """What a draft holds now."""
        return await holds.of_draft(self._transaction, draft_id, self._now)

    async def _owe_warning(self, draft_id: str, chat_id: int, hold: Hold) -> None:
        warning = self._minutes(self._event.seats.hold_warning_minutes)
        await deliveries.owe(
            self._transaction,
            self._event.code,
            Delivery(HOLD_ENDING, draft_id, chat_id),
            due_at=hold.expires_at - warning,
            not_after=hold.expires_at,
        )

    @staticmethod
    def _minutes(number: int) -> timedelta:
        return timedelta(minutes=number)

    async def release(self, draft_id: str) -> None:
        """Give back what a draft holds; somebody who waits may get it."""
        await holds.lock(self._transaction, self._event.code)
        await self._forget_hold(draft_id)
        await self.waiting.allocate()

    async def _forget_hold(self, draft_id: str) -> None:
        await holds.remove(self._transaction, draft_id)
        await deliveries.cancel(self._transaction, self._event.code, draft_id)

    # ---- parties

    async def confirm(self, party: Party) -> Party | NoRoom:
        """Register a party that has no code yet; the same draft again gives the same party."""
        already = await parties.of_draft(self._transaction, self._event.code, party.draft_id)
        if already is not None:
            return already
        await holds.lock(self._transaction, self._event.code)
        count = await self.seats(without_draft=party.draft_id)
        if not count.fits(party.seats):
            return NoRoom(count)
        code = await self._unused_code()
        registered = replace(party, code=code, confirmed_at=self._now)
        await parties.insert(self._transaction, self._event.code, registered)
        await self._forget_hold(party.draft_id)
        await self.waiting.note_passed(party.seats)
        if party.waiting:
            await self.waiting.join(registered)
        if party.seats:
            await self.waiting.owe_reminders(registered)
        await history.add(self._transaction, self._event.code, code, self._now, "registered")
        return await self.party(code) or registered

    async def _unused_code(self) -> str:
        while True:
            code = new_code(self._event.party_prefix)
            if not await parties.code_exists(self._transaction, self._event.code, code):
                return code

    async def party_of(self, chat_id: int) -> Party | None:
        """The party this chat has registered, or is a member of."""
        return await parties.of_chat(self._transaction, self._event.code, chat_id)

    async def party(self, code: str) -> Party | None:
        """The party of this code, unless it was cancelled."""
        return await parties.of_code(self._transaction, self._event.code, code)

    async def parties(self) -> list[Party]:
        """All parties that have seats, oldest first."""
        return await parties.registered(self._transaction, self._event.code)

    async def cancel(self, party: Party) -> None:
        """Give a party's seats back and owe it nothing more; somebody who waits may get them."""
        await holds.lock(self._transaction, self._event.code)
        await parties.cancel(self._transaction, self._event.code, party.code, self._now)
        await history.add(self._transaction, self._event.code, party.code, self._now, "cancelled")
        await self.waiting.allocate()

    async def note_coming(self, party: Party) -> None:
        """Record that a party answered the reminder: it comes."""
        await parties.set_coming(self._transaction, self._event.code, party.code, self._now)

    # ---- chats

    async def erase(self, chat_id: int) -> None:
        """Delete all this chat has registered; somebody who waits may get its seats."""
        await holds.lock(self._transaction, self._event.code)
        await parties.erase_chat(self._transaction, self._event.code, chat_id)
        await self.waiting.allocate()

    async def note_blocked(self, chat_id: int, *, blocked: bool) -> None:
        """Record that a person blocks the bot, or no longer does."""
        since = moment(self._now) if blocked else None
        await chats.set_blocked(self._transaction, self._event.code, chat_id, since)

    async def unreached(self) -> set[int]:
        """The chats that block the bot or did not get what was owed to them."""
        code = self._event.code
        blocked = await chats.blocked(self._transaction, code)
        return blocked | await deliveries.failed(self._transaction, code)
