"""The waiting list's use cases: joining, offers, accepting, declining. The rule is `waiting`'s."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.party import Party
from bot.domain.seats import SeatCount
from bot.domain.waiting import (
    Rules,
    Waiting,
    allocate,
    first_due,
    offer_ends,
    open_seats,
    passed_over,
)
from bot.store import deliveries, holds, parties, queue
from bot.store.deliveries import OFFER, OFFER_LAPSED, REMINDER, SEAT_FOUND, TAKEN_OUT, Delivery
from bot.usecases.case import Case


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a party stands: its rank among those who wait (1 is next), or its offer's end (UTC).

    Both None: it is not on the list, or its offer is over. `seats` it needs, `free` there are.
    """

    seats: int
    free: int
    kept_for: str | None = None
    """The code of the party whose turn it is, for which the free seats are kept."""
    rank: int | None = None
    offer_ends: datetime | None = None


class WaitingList(Case):
    """Joining the list, being offered seats, taking them or not."""

    async def seats(self, without_draft: str = "") -> SeatCount:
        """The seats now, with those kept for the list; `without_draft` leaves out its hold."""
        capacity = self.event.seats.capacity
        count = await holds.count(self.transaction, self.code, capacity, self.now, without_draft)
        if count.waiting == 0:
            return count
        waiting = await queue.waiting(self.transaction, self.code)
        rules = Rules.of(self.event, self.now)
        free = count.free
        if without_draft:  # what it holds is its own, whoever waits for it
            everybody = await holds.count(self.transaction, self.code, capacity, self.now)
            free = everybody.free
        return replace(count, kept=free - open_seats(waiting, free, rules))

    async def join(self, party: Party) -> None:
        """Put a party's waiting members at the end of the list."""
        code, seats = party.code, len(party.waiting)
        await holds.lock(self.transaction, self.code)
        await self._let_offers_lapse()  # one of its own that is over must not count as its place
        await queue.join(self.transaction, self.code, code, seats, self.now)
        await deliveries.cancel(self.transaction, self.code, code, OFFER_LAPSED)
        await self.note(code, "queued")
        await self.allocate()

    async def leave(self, party: Party) -> Party | None:
        """Take a party off the list: those who wait leave it; None when nobody is left."""
        await holds.lock(self.transaction, self.code)
        await self._forget_offer(party.code)
        if not party.members:
            await parties.cancel(self.transaction, self.code, party.code, self.now)
            await self.tell_cancelled(party)
        for member in reversed(party.waiting):
            await parties.remove_member(self.transaction, self.code, party.code, member.place)
            if party.members and member.chat_id is not None:
                await self.tell(TAKEN_OUT, party.code, member.chat_id)
        await self.note(party.code, "left_list")
        await self.allocate()
        return await parties.of_code(self.transaction, self.code, party.code)

    async def need_fewer(self, party: Party, seats: int) -> None:
        """Let a party that is on the list need fewer seats; with none, it waits no more."""
        if seats:
            await queue.set_seats(self.transaction, self.code, party.code, seats)
        else:
            await self._forget_offer(party.code)
        await self.allocate()

    async def accept(self, party: Party) -> Party | None:
        """Take what was offered; None when there is no offer (any more)."""
        await holds.lock(self.transaction, self.code)
        place = await queue.place(self.transaction, self.code, party.code)
        if place is None or place.offer_ends is None or place.offer_ends <= self.now:
            return None
        seats = len(party.everyone)
        await parties.set_seats(self.transaction, self.code, party.code, seats)
        await self._forget_offer(party.code)
        await self.note(party.code, "accepted")
        accepted = await parties.of_code(self.transaction, self.code, party.code)
        if accepted is not None:
            await self.owe_reminders(accepted)
        for member in party.waiting:
            if member.chat_id is not None and member.chat_id != party.chat_id:
                await self.tell(SEAT_FOUND, party.code, member.chat_id)
        return accepted

    async def _forget_offer(self, code: str) -> None:
        await queue.leave(self.transaction, self.code, code)
        for kind in (OFFER, OFFER_LAPSED):
            await deliveries.cancel(self.transaction, self.code, code, kind)

    async def standing(self, party: Party) -> Standing:
        """Where a party stands."""
        free = (await self.seats()).free
        needs = len(party.waiting)
        place = await queue.place(self.transaction, self.code, party.code)
        if place is None:
            return Standing(needs, free)
        if place.offer_ends is not None:
            live = place.offer_ends > self.now
            return Standing(needs, free, offer_ends=place.offer_ends if live else None)
        waiting = await queue.waiting(self.transaction, self.code)
        due = first_due(waiting, Rules.of(self.event, self.now))
        kept_for = due.code if due is not None else None
        codes = [one.code for one in waiting]
        return Standing(needs, free, kept_for, codes.index(party.code) + 1)

    async def parties(self) -> list[Party]:
        """Those on the list, in order, with an offer or without."""
        return await parties.on_list(self.transaction, self.code)

    async def allocate(self) -> None:
        """Let offers lapse that were not answered, and offer the free seats to those who wait.

        Called after whatever sets seats free, and from time to time: holds and offers end by
        themselves.
        """
        await self._let_offers_lapse()
        waiting_now = await queue.waiting(self.transaction, self.code)
        if not waiting_now or self.now >= self.event.closes_at:
            return
        free = (await self.seats()).free
        result = allocate(waiting_now, free, Rules.of(self.event, self.now))
        await queue.set_passed(self.transaction, self.code, list(result.waiting))
        for offered in result.offered:
            await self._offer(offered)

    async def settle(self) -> None:
        """The same as `allocate`, from time to time: nothing is locked while nobody waits."""
        if await queue.has_any(self.transaction, self.code):
            await holds.lock(self.transaction, self.code)
            await self.allocate()

    async def _offer(self, waiting: Waiting) -> None:
        event = self.event
        ends = offer_ends(self.now, event.waiting_list.offer_hours, event.closes_at, event.zone)
        await queue.offer(self.transaction, self.code, waiting.code, ends)
        await self.note(waiting.code, "offered")
        await self._tell(waiting.code, OFFER, not_after=ends)

    async def _let_offers_lapse(self) -> None:
        for waiting in await queue.lapsed(self.transaction, self.code, self.now):
            await self._let_lapse(waiting)

    async def _let_lapse(self, waiting: Waiting) -> None:
        await queue.leave(self.transaction, self.code, waiting.code)
        await deliveries.cancel(self.transaction, self.code, waiting.code, OFFER)
        await self.note(waiting.code, "lapsed")
        await self._tell(waiting.code, OFFER_LAPSED, not_after=self.event.starts_at)

    async def _tell(self, code: str, kind: str, not_after: datetime) -> None:
        party = await parties.of_code(self.transaction, self.code, code)
        if party is not None:
            delivery = Delivery(kind, code, party.chat_id)
            await deliveries.owe(self.transaction, self.code, delivery, self.now, not_after)

    async def note_passed(self, seats: int) -> None:
        """Somebody who is not on the list got seats: those who wait were passed over."""
        if seats:
            waiting = await queue.waiting(self.transaction, self.code)
            passed = [passed_over(one) for one in waiting]
            await queue.set_passed(self.transaction, self.code, passed)

    async def owe_reminders(self, party: Party) -> None:
        """Owe the reminder to every chat of a party that comes."""
        if self.now >= self.event.remind_at:
            return  # the confirmation that they are reading now says it all
        for chat_id in party.coming_chats:
            await deliveries.owe(
                self.transaction,
                self.code,
                Delivery(REMINDER, party.code, chat_id),
                due_at=self.event.remind_at,
                not_after=self.event.starts_at,
            )
