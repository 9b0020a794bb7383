"""Searching a partner: a party that looks for somebody meets another that does.

Neither learns a name until both have said yes; then they are one party, with the territory and
the owners of the one that registered first; an owner of the other who does not come owns it too.
"""

from dataclasses import dataclass

from bot.domain.keys import PartyKey, Subject
from bot.domain.matching import Seeker, best_match
from bot.domain.party import Member, Party
from bot.store.books import Books
from bot.store.deliveries import MATCHED, PROPOSAL, PROPOSAL_OVER
from bot.store.searches import Proposal
from bot.store.seats import Seats
from bot.understanding import territories
from bot.usecases import notices, waiting_list


@dataclass(frozen=True, slots=True)
class Proposed:
    """An open proposal as one of the two sees it."""

    other: Party
    answered: bool
    """Whether they have said yes already, and wait for the other."""


def may_search(books: Books, party: Party) -> bool:
    """Whether somebody more could come with this party."""
    larger = any(size > party.seats for size in books.event.seats.sizes)
    return party.seats > 0 and larger and not party.waiting


async def search(books: Books, party: Party) -> None:
    """Look for somebody from now on."""
    async with books.seats() as seats:
        await books.parties.recheck(seats, party)
        await books.searches.open(party.key)
        await books.history.add(party.key, "searching")
        await _propose_to(books, party)


async def stop(books: Books, party: Party) -> None:
    """Look for nobody any more; an open proposal is over."""
    async with books.seats():
        await books.searches.close(party.key)
        proposal = await books.searches.proposal_of(party.key)
        if proposal is not None:
            await _end(books, proposal, party.key)


async def proposed(books: Books, party: Party) -> Proposed | None:
    """The proposal that is open for a party."""
    proposal = await books.searches.proposal_of(party.key)
    if proposal is None:
        return None
    other = await books.parties.of_key(proposal.other_than(party.key))
    return Proposed(other, proposal.said_yes(party.key)) if other is not None else None


async def accept(books: Books, party: Party) -> Party | None:
    """Say yes; the party they now are together when the other has said yes too."""
    async with books.seats() as seats:
        proposal = await books.searches.proposal_of(party.key)
        if proposal is None:
            return None
        await books.searches.answer(proposal, party.key, "yes")
        if not proposal.said_yes(proposal.other_than(party.key)):
            return None
        return await _merge(books, seats, proposal)


async def decline(books: Books, party: Party) -> None:
    """Say no; both go on looking, for others."""
    async with books.seats():
        proposal = await books.searches.proposal_of(party.key)
        if proposal is not None:
            await _end(books, proposal, party.key)
            await _propose_to(books, party)


async def _end(books: Books, proposal: Proposal, by: PartyKey) -> None:
    await books.searches.answer(proposal, by, "no")
    for key in (proposal.first, proposal.second):
        await books.deliveries.cancel(Subject.party(key), PROPOSAL)
    other = await books.parties.of_key(proposal.other_than(by))
    if other is not None:
        if proposal.said_yes(other.key):
            await notices.tell(books, PROPOSAL_OVER, other, other.owners)
        await _propose_to(books, other)


async def _propose_to(books: Books, party: Party) -> None:
    free = await books.searches.free()
    if party.key not in free:
        return
    seekers = await books.parties.of_keys(free)
    tried = await books.searches.tried(party.key)
    sizes = books.event.seats.sizes
    match = best_match(_seeker(party), map(_seeker, seekers), sizes, tried)
    if match is None:
        return
    await books.searches.propose(party.key, match.party)
    for one in (party, next(other for other in seekers if other.key == match.party)):
        await notices.tell(books, PROPOSAL, one, one.owners)


async def _merge(books: Books, seats: Seats, proposal: Proposal) -> Party | None:
    both = await books.parties.of_keys([proposal.first, proposal.second])
    host, guest = sorted(both, key=lambda party: (party.confirmed_at, party.key))
    for one in (host, guest):
        await books.searches.close(one.key)
        await books.holds.remove(seats, Subject.party(one.key))  # kept since somebody withdrew
    contact = guest.contact
    if isinstance(contact, Member) and contact.address is None:
        await books.parties.set_address(contact.key, next(iter(guest.owners), None))
    await books.parties.take_in(seats, host, guest)
    await books.deliveries.cancel(Subject.party(guest.key))
    for one in (host, guest):
        await books.history.add(one.key, "merged")
    await waiting_list.offer_free_seats(books, seats)
    merged = await books.parties.of_key(host.key)
    if merged is not None:
        await notices.owe_reminders(books, merged)
        await notices.tell(books, MATCHED, merged, merged.addresses)
    return merged


def _seeker(party: Party) -> Seeker:
    categories = tuple(member.category for member in party.members)
    return Seeker(party.key, territories.plain_form(party.territory), categories)
