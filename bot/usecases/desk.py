"""What can be done with seats and parties: each use case counts, asks the rules, then writes.

A desk works inside one transaction. Whatever changes seats locks the event first, so that seats
counted in it cannot be taken by somebody else before it commits.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.party import Member, Party, new_code
from bot.domain.seats import Hold, NoRoom, SeatCount
from bot.store import chats, deliveries, history, holds, parties
from bot.store.database import moment
from bot.store.deliveries import HOLD_ENDING, NAMED_TWICE, Delivery
from bot.store.history import Entry
from bot.usecases.case import Case
from bot.usecases.changes import Changes
from bot.usecases.partners import Partners
from bot.usecases.team import Team
from bot.usecases.waiting_list import WaitingList


class Desk(Case):
    """The registration desk: seats and parties. Its other counters are its properties."""

    @property
    def is_open(self) -> bool:
        """Whether parties may still register, change or cancel."""
        return self.now < self.event.closes_at

    @property
    def waiting(self) -> WaitingList:
        """The waiting list."""
        return WaitingList(self.transaction, self.event, self.now)

    @property
    def changes(self) -> Changes:
        """Changes to registered parties."""
        return Changes(self.transaction, self.event, self.now)

    @property
    def team(self) -> Team:
        """Teammates and their links."""
        return Team(self.transaction, self.event, self.now)

    @property
    def partners(self) -> Partners:
        """Searching a partner."""
        return Partners(self.transaction, self.event, self.now)

    # ---- seats

    async def seats(self, without_draft: str = "") -> SeatCount:
        """The seats now; `without_draft` leaves out what that draft holds."""
        return await self.waiting.seats(without_draft)

    async def hold(self, draft_id: str, seats: int, chat_id: int) -> Hold | NoRoom:
        """Set seats aside for a chat's draft, all or none, in place of what it held before."""
        await holds.lock(self.transaction, self.code)
        count = await self.seats(without_draft=draft_id)
        if not count.fits(seats):
            return NoRoom(count)
        hold = Hold(seats, self.now + self._minutes(self.event.seats.hold_minutes))
        latest = self.now + self._minutes(self.event.seats.hold_at_most_minutes)
        hold = await holds.put(
            self.transaction, self.code, chat_id, draft_id, hold, latest, self.now
        )
        await self._owe_warning(draft_id, chat_id, hold)
        return hold

    async def keep_holding(
        self, draft_id: str, seats: int, chat_id: int, known_end: datetime | None = None
    ) -> Hold | NoRoom:
        """Renew a draft's hold; once it is over, take the seats again if they are still there.

        Where its end as it was known (UTC) has been announced, that of the renewed hold will be.
        """
        expires_at = self.now + self._minutes(self.event.seats.hold_minutes)
        renewed = await holds.renew(self.transaction, draft_id, expires_at, self.now)
        if renewed is None:
            return await self.hold(draft_id, seats, chat_id)
        announced = known_end is not None and self.is_about_to_end(Hold(seats, known_end))
        if announced and not self.is_about_to_end(renewed):
            await self._owe_warning(draft_id, chat_id, renewed)
        return renewed

    async def warn_later(self, draft_id: str, chat_id: int) -> Hold | None:
        """Put off the warning of a hold that was renewed meanwhile; what is held, if any."""
        hold = await self.held(draft_id)
        if hold is not None and not self.is_about_to_end(hold):
            await self._owe_warning(draft_id, chat_id, hold)
        return hold

    def is_about_to_end(self, hold: Hold) -> bool:
        """Whether the end of a hold is to be announced."""
        warning = self._minutes(self.event.seats.hold_warning_minutes)
        return hold.expires_at - warning <= self.now

    async def held(self, draft_id: str) -> Hold | None:
        """What a draft holds now."""
        return await holds.of_draft(self.transaction, draft_id, self.now)

    async def _owe_warning(self, draft_id: str, chat_id: int, hold: Hold) -> None:
        warning = self._minutes(self.event.seats.hold_warning_minutes)
        await deliveries.owe(
            self.transaction,
            self.code,
            Delivery(HOLD_ENDING, draft_id, chat_id),
            due_at=hold.expires_at - warning,
            not_after=hold.expires_at,
        )

    @staticmethod
    def _minutes(number: int) -> timedelta:
        return timedelta(minutes=number)

    async def release(self, draft_id: str) -> None:
        """Give back what a draft holds; somebody who waits may get it."""
        await holds.lock(self.transaction, self.code)
        await self._forget_hold(draft_id)
        await self.waiting.allocate()

    async def _forget_hold(self, draft_id: str) -> None:
        await holds.remove(self.transaction, draft_id)
        await deliveries.cancel(self.transaction, self.code, draft_id)

    # ---- parties

    async def confirm(self, party: Party) -> Party | NoRoom | None:
        """Register a party that has no code yet.

        A chat that has a party already, as when it confirms the same draft again, keeps that one.
        None when the draft became a party that was given up since.
        """
        await holds.lock(self.transaction, self.code)
        already = await self.party_of(party.chat_id)
        if already is not None:
            return already
        if await parties.draft_was_confirmed(self.transaction, self.code, party.draft_id):
            return None
        count = await self.seats(without_draft=party.draft_id)
        if not count.fits(party.seats):
            return NoRoom(count)
        code = await self._unused_code()
        registered = _placed(replace(party, code=code, confirmed_at=self.now))
        await parties.insert(self.transaction, self.code, registered)
        await self._forget_hold(party.draft_id)
        if count.waiting:
            await self.waiting.note_passed(party.seats)
        if party.waiting:
            await self.waiting.join(registered)
        if party.seats:
            await self.waiting.owe_reminders(registered)
        await self.note(code, "registered")
        return registered

    async def _unused_code(self) -> str:
        while True:
            code = new_code(self.event.party_prefix)
            if not await parties.code_exists(self.transaction, self.code, code):
                return code

    async def party_of(self, chat_id: int) -> Party | None:
        """The party this chat has registered, or is a member of."""
        return await parties.of_chat(self.transaction, self.code, chat_id)

    async def party(self, code: str) -> Party | None:
        """The party of this code, unless it was cancelled."""
        return await parties.of_code(self.transaction, self.code, code)

    async def parties(self) -> list[Party]:
        """All parties that have seats, oldest first."""
        return await parties.registered(self.transaction, self.code)

    async def everybody(self) -> list[Party]:
        """All parties, those that only wait included, oldest first."""
        return await parties.not_cancelled(self.transaction, self.code)

    async def cancel(self, party: Party) -> None:
        """Give a party's seats back and owe it nothing more; somebody who waits may get them."""
        await holds.lock(self.transaction, self.code)
        await self.partners.stop(party)
        await parties.cancel(self.transaction, self.code, party.code, self.now)
        await holds.remove(self.transaction, party.code)
        await self.tell_cancelled(party)
        await self.note(party.code, "cancelled")
        await self.waiting.allocate()

    async def add(self, party: Party, newcomer: Member, draft_id: str) -> Party | NoRoom:
        """Add a member, if there is a seat; nobody needs to be found any more."""
        changed = await self.changes.add(party, newcomer, draft_id)
        if isinstance(changed, Party):
            await self.partners.stop(changed)
        return changed

    async def withdraw(self, party: Party, member: Member) -> Party:
        """Take a member out; who was proposed to them before was proposed to another party."""
        await holds.lock(self.transaction, self.code)
        await self.partners.stop(party)
        return await self.changes.withdraw(party, member.place)

    async def history(self, code: str) -> list[Entry]:
        """What happened to the party of this code, cancelled or not, oldest first."""
        return await history.of_party(self.transaction, self.code, code)

    async def same_people(self, party: Party) -> list[Party]:
        """Other parties that name one of the same people: same name, and same e-mail or phone."""
        return [
            other
            for other in await parties.reached_alike(self.transaction, self.code, party.code)
            if any(member.is_same(one) for member in other.everyone for one in party.everyone)
        ]

    async def tell_named_twice(self, party: Party) -> list[Party]:
        """Owe word to the other parties that name one of the same people; these parties."""
        others = await self.same_people(party)
        for other in others:
            await self.tell(NAMED_TWICE, other.code, other.chat_id)
        return others

    async def note_coming(self, party: Party) -> None:
        """Record that a party answered the reminder: it comes."""
        await parties.set_coming(self.transaction, self.code, party.code, self.now)

    # ---- chats

    async def erase(self, chat_id: int) -> None:
        """Delete all this chat has registered; somebody who waits may get its seats.

        A teammate is taken out of their party, whose contact person is told.
        """
        party = await self.party_of(chat_id)
        if party is not None and party.chat_id == chat_id:
            await self.cancel(party)
        elif party is not None:
            own = next(one for one in party.everyone if one.chat_id == chat_id)
            await self.withdraw(party, own)
            await self.changes.tell_contact(party)
        await holds.lock(self.transaction, self.code)
        await parties.erase_chat(self.transaction, self.code, chat_id)
        await self.waiting.allocate()

    async def note_blocked(self, chat_id: int, *, blocked: bool) -> None:
        """Record that a person blocks the bot, or no longer does."""
        since = moment(self.now) if blocked else None
        await chats.set_blocked(self.transaction, self.code, chat_id, since)

    async def unreached(self) -> set[int]:
        """The chats that block the bot or did not get what was owed to them."""
        code = self.code
        blocked = await chats.blocked(self.transaction, code)
        return blocked | await deliveries.failed(self.transaction, code)


def _placed(party: Party) -> Party:
    placed = tuple(replace(one, place=place) for place, one in enumerate(party.everyone, 1))
    return replace(party, members=placed[: party.seats], waiting=placed[party.seats :])
