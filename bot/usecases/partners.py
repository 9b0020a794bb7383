"""Searching a partner: a party that looks for somebody meets another that does.

Neither learns a name until both have said yes; then they are one party, with the territory and
the contact person of the one that registered first.
"""

from dataclasses import dataclass

from bot.domain.matching import Seeker, best_match
from bot.domain.party import Party
from bot.store import deliveries, holds, parties, searches
from bot.store.deliveries import MATCHED, PROPOSAL, PROPOSAL_OVER
from bot.store.searches import Proposal
from bot.understanding import territories
from bot.usecases.case import Case
from bot.usecases.waiting_list import WaitingList


@dataclass(frozen=True, slots=True)
class Proposed:
    """An open proposal as one of the two sees it."""

    other: Party
    answered: bool
    """Whether they have said yes already, and wait for the other."""


class Partners(Case):
    """Opting in, being proposed somebody, saying yes or no."""

    def may_search(self, party: Party) -> bool:
        """Whether somebody more could come with this party."""
        return 0 < party.seats < max(self.event.seats.sizes) and not party.waiting

    async def is_searching(self, party: Party) -> bool:
        """Whether the party looks for somebody."""
        return await searches.is_open(self.transaction, self.code, party.code)

    async def searching(self) -> int:
        """How many parties look for somebody."""
        return await searches.count(self.transaction, self.code)

    async def search(self, party: Party) -> None:
        """Look for somebody from now on."""
        await holds.lock(self.transaction, self.code)
        await searches.open_(self.transaction, self.code, party.code, self.now)
        await self.note(party.code, "searching")
        await self._propose_to(party)

    async def stop(self, party: Party) -> None:
        """Look for nobody any more; an open proposal is over."""
        await holds.lock(self.transaction, self.code)
        await searches.close(self.transaction, self.code, party.code)
        proposal = await searches.proposal_of(self.transaction, self.code, party.code)
        if proposal is not None:
            await self._end(proposal, party.code)

    async def proposed(self, party: Party) -> Proposed | None:
        """The proposal that is open for a party."""
        proposal = await searches.proposal_of(self.transaction, self.code, party.code)
        if proposal is None:
            return None
        other = await parties.of_code(self.transaction, self.code, proposal.other_than(party.code))
        return Proposed(other, proposal.said_yes(party.code)) if other is not None else None

    async def accept(self, party: Party) -> Party | None:
        """Say yes; the party they now are together when the other has said yes too."""
        await holds.lock(self.transaction, self.code)
        proposal = await searches.proposal_of(self.transaction, self.code, party.code)
        if proposal is None:
            return None
        await searches.answer(self.transaction, self.code, proposal, party.code, "yes")
        if not proposal.said_yes(proposal.other_than(party.code)):
            return None
        return await self._merge(proposal)

    async def decline(self, party: Party) -> None:
        """Say no; both go on looking, for others."""
        await holds.lock(self.transaction, self.code)
        proposal = await searches.proposal_of(self.transaction, self.code, party.code)
        if proposal is not None:
            await self._end(proposal, party.code)
            await self._propose_to(party)

    async def _end(self, proposal: Proposal, by: str) -> None:
        await searches.answer(self.transaction, self.code, proposal, by, "no")
        other = await parties.of_code(self.transaction, self.code, proposal.other_than(by))
        for code in (proposal.first, proposal.second):
            await deliveries.cancel(self.transaction, self.code, code, PROPOSAL)
        if other is not None:
            if proposal.said_yes(other.code):
                await self.tell(PROPOSAL_OVER, other.code, other.chat_id)
            await self._propose_to(other)

    async def _propose_to(self, party: Party) -> None:
        code = party.code
        if not await searches.is_free(self.transaction, self.code, code):
            return
        seekers = []
        for other in await searches.free(self.transaction, self.code):
            found = await parties.of_code(self.transaction, self.code, other)
            if found is not None:
                seekers.append(found)
        tried = await searches.tried(self.transaction, self.code, code)
        largest = max(self.event.seats.sizes)
        match = best_match(_seeker(party), map(_seeker, seekers), largest, tried)
        if match is None:
            return
        await searches.propose(self.transaction, self.code, code, match.code, self.now)
        for one in (party, next(other for other in seekers if other.code == match.code)):
            await self.tell(PROPOSAL, one.code, one.chat_id)

    async def _merge(self, proposal: Proposal) -> Party | None:
        both = [
            await parties.of_code(self.transaction, self.code, code)
            for code in (proposal.first, proposal.second)
        ]
        host, guest = sorted(
            (party for party in both if party is not None), key=lambda party: party.confirmed_at
        )
        seats = host.seats + guest.seats
        for code in (host.code, guest.code):
            await searches.close(self.transaction, self.code, code)
            await holds.remove(self.transaction, code)  # a seat kept since somebody withdrew
        members = list(enumerate(guest.members, host.seats + 1))
        await parties.cancel(self.transaction, self.code, guest.code, self.now)
        await parties.put_members(self.transaction, self.code, host.code, members, seats)
        for place, member in members:
            chat_id = guest.chat_id if member is guest.members[0] else member.chat_id
            await parties.set_chat(self.transaction, self.code, host.code, place, chat_id)
        await parties.set_seats(self.transaction, self.code, host.code, seats)
        await self.note(host.code, "merged")
        await self.note(guest.code, "merged")
        merged = await parties.of_code(self.transaction, self.code, host.code)
        waiting = WaitingList(self.transaction, self.event, self.now)
        await waiting.allocate()
        if merged is not None:
            await waiting.owe_reminders(merged)
            for chat_id in merged.chats:
                await self.tell(MATCHED, merged.code, chat_id)
        return merged


def _seeker(party: Party) -> Seeker:
    categories = tuple(member.category for member in party.members)
    return Seeker(party.code, territories.plain_form(party.territory), categories)
