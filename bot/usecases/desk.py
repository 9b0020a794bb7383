"""What organisers decide of a party: it comes, or waits; its people are told, or sent a link."""

import secrets
from collections.abc import Iterable
from dataclasses import replace

from bot.domain.keys import AddressKey, Invitation, Subject
from bot.domain.party import Party
from bot.domain.seats import NoRoom, SeatCount
from bot.store.books import Books
from bot.store.deliveries import LETTER, REMINDER, SEAT_FOUND
from bot.store.letters import Letter
from bot.store.seats import Seats
from bot.usecases import change, notices, partners, team, waiting_list


async def room(books: Books, party: Party) -> SeatCount:
    """The seats as they are for those of a party who wait: what it is offered is its own.

    Organisers may give away what is kept for others of the list.
    """
    count = await books.count()
    place = await books.queue.place(party.key)
    offered = place is not None and place.offer_ends is not None and place.offer_ends > books.now
    return replace(count, offered=count.offered - len(party.waiting)) if offered else count


async def let_in(books: Books, party: Party) -> Party | NoRoom:
    """Let those of a party come who wait, before their turn, where there is room."""
    async with books.seats() as seats:
        await books.parties.recheck(seats, party)
        count = await room(books, party)
        if count.free < len(party.waiting):
            return NoRoom(count)
        return await _let_in(books, seats, party, "let_in")


async def let_in_beyond(books: Books, party: Party) -> Party:
    """The same beyond the capacity."""
    async with books.seats() as seats:
        await books.parties.recheck(seats, party)
        return await _let_in(books, seats, party, "let_in_beyond")


async def _let_in(books: Books, seats: Seats, party: Party, what: str) -> Party:
    await books.parties.set_seats(seats, party, len(party.everyone))
    await waiting_list.forget_offer(books, seats, party.key)
    await books.history.add(party.key, what)
    await waiting_list.offer_free_seats(books, seats)
    entered = await change.again(books, party)
    await notices.owe_reminders(books, entered)
    found = [one.address for one in party.waiting if one.address in party.teammates]
    await notices.tell(books, SEAT_FOUND, party, [one for one in found if one is not None])
    return entered


async def send_to_list(books: Books, party: Party) -> Party:
    """Let a whole party wait, at the end of the list; its seats go to whom they are offered."""
    async with books.seats() as seats:
        await books.parties.recheck(seats, party)
        await partners.stop(books, party)
        await books.holds.remove(seats, Subject.party(party.key))
        await waiting_list.forget_offer(books, seats, party.key)
        await books.parties.set_seats(seats, party, 0)
        await books.deliveries.cancel(Subject.party(party.key), REMINDER)
        await waiting_list.join(books, await change.again(books, party))
    return await change.again(books, party)


async def tell(books: Books, letter: Letter, addresses: Iterable[AddressKey]) -> None:
    """Owe a party's people what organisers tell them, at once."""
    told = list(addresses)
    if told:
        key = await books.letters.add(letter)
        ends = books.event.ends_at
        await books.deliveries.owe(LETTER, Subject.letter(key), told, books.now, ends)


# ---- links with which a party is taken over


async def link(books: Books, party: Party) -> Invitation:
    """A new token with which a party is taken over; the one before opens nothing any more."""
    token = Invitation(secrets.token_urlsafe(16))
    await books.links.put(team.hashed(token), party.key)
    await books.history.add(party.key, "link_made")
    return token


async def opened(books: Books, token: Invitation) -> Party | None:
    """What a token opens; None when it opens nothing (any more)."""
    key = await books.links.opened(team.hashed(token))
    return await books.parties.of_key(key) if key is not None else None


async def take_over(books: Books, token: Invitation, address: AddressKey) -> Party | None:
    """Let an address own the party that a token opens, which opens nothing any more."""
    async with books.seats():
        key = await books.links.take(team.hashed(token))
        party = await books.parties.of_key(key) if key is not None else None
        if party is None:
            return None
        await books.history.add(party.key, "taken_over")
        return await team.add_owner(books, party, address)
