"""Changes to a party that is registered: each is one transaction and leaves a line of history."""

from dataclasses import replace

from bot.domain.party import Member, Party
from bot.domain.seats import Hold, NoRoom
from bot.domain.waiting import offer_ends
from bot.store import deliveries, holds, parties
from bot.store.deliveries import MEMBER_LEFT, REMINDER, TAKEN_OUT
from bot.usecases.case import Case
from bot.usecases.waiting_list import WaitingList


class Changes(Case):
    """Correct, replace, add, withdraw."""

    async def correct(self, party: Party, member: Member, what: str) -> Party:
        """Correct an answer about a member, who stays the same person: `what` names the answer."""
        await self._put(party, member)
        await self.note(party.code, "corrected", f"{what}.{member.place}")
        return await self._again(party)

    async def move(self, party: Party, territory: str) -> Party:
        """Correct the territory."""
        await parties.set_territory(self.transaction, self.code, party.code, territory)
        await self.note(party.code, "corrected", "territory")
        return await self._again(party)

    async def replace(self, party: Party, place: int, newcomer: Member) -> Party:
        """Let somebody else come at a member's place: the seat stays taken."""
        left = party.everyone[place - 1]
        await self._forget_chat(party, left)
        await self.tell_taken_out(party, left)
        await parties.forget_invitation(self.transaction, self.code, party.code, place)
        await self._put(party, replace(newcomer, place=place, chat_id=None))
        await self.note(party.code, "replaced", str(place))
        return await self._again(party)

    async def add(self, party: Party, newcomer: Member, draft_id: str = "") -> Party | NoRoom:
        """Add a member, if there is a seat: one given up in this party, or held by the draft."""
        await holds.lock(self.transaction, self.code)
        has_vacancy = await self.vacancy(party) is not None
        own = party.code if has_vacancy else draft_id
        count = await self.waiting.seats(without_draft=own)
        if not count.fits(1):
            return NoRoom(count)
        await holds.remove(self.transaction, own)
        await self._put(party, replace(newcomer, place=len(party.everyone) + 1))
        seats = party.seats + 1
        await parties.set_seats(self.transaction, self.code, party.code, seats)
        if not has_vacancy:
            await self.waiting.note_passed(1)
        await self.note(party.code, "added", str(seats))
        changed = await self._again(party)
        await self.waiting.owe_reminders(changed)
        return changed

    async def withdraw(self, party: Party, place: int) -> Party:
        """Take a member out. The seat is held for the others, who choose what becomes of it.

        Where one of the party waits, the seat is theirs at once. Not for the contact person, nor
        for the last one: they replace somebody, or cancel.
        """
        await holds.lock(self.transaction, self.code)
        await self._forget_chat(party, party.everyone[place - 1])
        await parties.remove_member(self.transaction, self.code, party.code, place)
        await self.note(party.code, "withdrawn", str(place))
        if party.waiting:
            await parties.set_seats(self.transaction, self.code, party.code, party.seats)
            await self.waiting.need_fewer(party, len(party.waiting) - 1)
            changed = await self._again(party)
            await self.waiting.owe_reminders(changed)
            return changed
        await parties.set_seats(self.transaction, self.code, party.code, party.seats - 1)
        await self._hold_vacancy(party)
        await self.waiting.allocate()  # one seat is held: that of an earlier withdrawal is not
        return await self._again(party)

    async def _hold_vacancy(self, party: Party) -> None:
        event = self.event
        ends = offer_ends(self.now, event.waiting_list.offer_hours, event.closes_at, event.zone)
        hold = Hold(1, ends)
        await holds.put(
            self.transaction, self.code, party.chat_id, party.code, hold, ends, self.now
        )

    async def vacancy(self, party: Party) -> Hold | None:
        """The seat that is held for a party since a member withdrew."""
        return await holds.of_draft(self.transaction, party.code, self.now)

    async def tell_contact(self, party: Party) -> None:
        """Owe the contact person word that somebody withdrew by themselves."""
        await self.tell(MEMBER_LEFT, party.code, party.chat_id)

    async def tell_taken_out(self, party: Party, member: Member) -> None:
        """Owe a teammate word that they are not expected any more."""
        if member.chat_id is not None and member.chat_id != party.chat_id:
            await self.tell(TAKEN_OUT, party.code, member.chat_id)

    async def give_vacancy_back(self, party: Party) -> None:
        """Come without the one who withdrew: somebody who waits may get the seat."""
        await holds.lock(self.transaction, self.code)
        await holds.remove(self.transaction, party.code)
        await self.waiting.allocate()

    async def _put(self, party: Party, member: Member) -> None:
        await parties.put_members(
            self.transaction, self.code, party.code, [(member.place, member)], party.seats
        )

    async def _forget_chat(self, party: Party, member: Member) -> None:
        if member.chat_id is not None and member.chat_id != party.chat_id:
            await parties.set_chat(self.transaction, self.code, party.code, member.place, None)
            await deliveries.cancel_for_chat(
                self.transaction, self.code, party.code, member.chat_id, REMINDER
            )

    async def _again(self, party: Party) -> Party:
        changed = await parties.of_code(self.transaction, self.code, party.code)
        if changed is None:
            raise LookupError("the party changed is not registered any more")
        return changed

    @property
    def waiting(self) -> WaitingList:
        """The waiting list."""
        return WaitingList(self.transaction, self.event, self.now)
