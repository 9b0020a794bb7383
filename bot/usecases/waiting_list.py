"""The waiting list's use cases: joining, offers, accepting, declining. The rule is `waiting`'s."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.keys import PartyKey, Subject
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
from bot.store.books import Books
from bot.store.deliveries import OFFER, OFFER_LAPSED, SEAT_FOUND, TAKEN_OUT
from bot.store.news import Kind
from bot.store.seats import Seats
from bot.usecases import alerting, notices


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a party stands: its rank among those who wait (1 is next), or its offer's end (UTC).

    Both None: it is not on the list, or its offer is over. `seats` it needs, `free` there are.
    """

    seats: int
    free: int
    kept_for: PartyKey | None = None
    """The party whose turn it is, for which the free seats are kept."""
    rank: int | None = None
    offer_ends: datetime | None = None


async def seat_count(books: Books, without: Subject | None = None) -> SeatCount:
    """The seats now, with those kept for the list; `without` leaves out what that one holds."""
    count = await books.count(without)
    if count.waiting == 0:
        return count
    waiting = await books.queue.waiting()
    # What a draft holds is its own, whoever waits for it: it is not kept for them.
    free = (await books.count()).free if without is not None else count.free
    return replace(count, kept=free - open_seats(waiting, free, _rules(books)))


def _rules(books: Books) -> Rules:
    return Rules.of(books.event, books.now)


async def join(books: Books, party: Party) -> None:
    """Put a party's waiting members at the end of the list."""
    async with books.seats() as seats:
        await books.parties.recheck(seats, party)
        await _let_offers_lapse(books, seats)  # one of its own that is over is not its place
        await books.queue.join(seats, party.key, len(party.waiting))
        await books.deliveries.cancel(Subject.party(party.key), OFFER_LAPSED)
        await books.history.add(party.key, "queued")
        await offer_free_seats(books, seats)


async def leave(books: Books, party: Party) -> Party | None:
    """Take a party off the list: those who wait leave it; None when nobody is left."""
    async with books.seats() as seats:
        await books.parties.recheck(seats, party)
        await forget_offer(books, seats, party.key)
        if not party.members:
            await books.parties.cancel(seats, party)
            await books.deliveries.cancel(Subject.party(party.key))
            await notices.tell_cancelled(books, party)
            await alerting.note(books, Kind.CANCELLED, party=party.key)
        else:
            for member in reversed(party.waiting):
                await books.parties.remove_member(party.key, member)
            gone = [one.address for one in party.waiting if one.address is not None]
            await notices.tell(books, TAKEN_OUT, party, gone)
        await books.history.add(party.key, "left_list")
        await offer_free_seats(books, seats)
    return await books.parties.of_key(party.key)


async def need_fewer(books: Books, seats: Seats, party: Party, number: int) -> None:
    """Let a party that is on the list need fewer seats; with none, it waits no more."""
    if number:
        await books.queue.set_seats(seats, party.key, number)
    else:
        await forget_offer(books, seats, party.key)
    await offer_free_seats(books, seats)


async def accept(books: Books, party: Party) -> Party | None:
    """Take what was offered; None when there is no offer (any more)."""
    async with books.seats() as seats:
        await books.parties.recheck(seats, party)
        place = await books.queue.place(party.key)
        if place is None or place.offer_ends is None or place.offer_ends <= books.now:
            return None
        await books.parties.set_seats(seats, party, len(party.everyone))
        await forget_offer(books, seats, party.key)
    await books.history.add(party.key, "accepted")
    await alerting.note_if_full(books, len(party.waiting))
    accepted = await books.parties.of_key(party.key)
    if accepted is not None:
        await notices.owe_reminders(books, accepted)
        found = [one.address for one in party.waiting if one.address in party.teammates]
        await notices.tell(books, SEAT_FOUND, party, [one for one in found if one is not None])
    return accepted


async def forget_offer(books: Books, seats: Seats, party: PartyKey) -> None:
    """Take a party off the list, with what was owed to it about its offer."""
    await books.queue.leave(seats, party)
    await books.deliveries.cancel(Subject.party(party), OFFER, OFFER_LAPSED)


async def standing(books: Books, party: Party) -> Standing:
    """Where a party stands."""
    free = (await seat_count(books)).free
    needs = len(party.waiting)
    place = await books.queue.place(party.key)
    if place is None:
        return Standing(needs, free)
    if place.offer_ends is not None:
        live = place.offer_ends > books.now
        return Standing(needs, free, offer_ends=place.offer_ends if live else None)
    waiting = await books.queue.waiting()
    due = first_due(waiting, _rules(books))
    kept_for = due.party if due is not None else None
    keys = [one.party for one in waiting]
    return Standing(needs, free, kept_for, keys.index(party.key) + 1)


async def offer_free_seats(books: Books, seats: Seats) -> None:
    """Let offers lapse that were not answered, and offer the free seats to those who wait.

    Called after whatever sets seats free, and from time to time: holds and offers end by
    themselves.
    """
    await _let_offers_lapse(books, seats)
    if not seats.waiting or not books.is_open:
        return
    free = (await seat_count(books)).free
    result = allocate(await books.queue.waiting(), free, _rules(books))
    await books.queue.set_passed(result.waiting)
    for offered in result.offered:
        await _offer(books, seats, offered)


async def would_be_offered(books: Books) -> tuple[tuple[Waiting, ...], SeatCount]:
    """Who would be offered seats now, and how many there would be then; nothing is changed."""
    count = await seat_count(books)
    if not books.is_open or not await books.queue.has_any():
        return (), count
    result = allocate(await books.queue.waiting(), count.free, _rules(books))
    offered = count.offered + sum(one.seats for one in result.offered)
    then = replace(count, offered=offered, waiting=len(result.waiting))
    kept = then.free - open_seats(result.waiting, then.free, _rules(books))
    return result.offered, replace(then, kept=kept)


async def settle(books: Books) -> None:
    """The same from time to time: nothing is locked while nobody waits."""
    if await books.queue.has_any():
        async with books.seats() as seats:
            await offer_free_seats(books, seats)


async def _offer(books: Books, seats: Seats, waiting: Waiting) -> None:
    ends = end_of_offer(books)
    await books.queue.offer(seats, waiting.party, ends)
    await books.history.add(waiting.party, "offered")
    await _tell_owners(books, waiting.party, OFFER, not_after=ends)


def end_of_offer(books: Books) -> datetime:
    """Until when seats that are offered now are set aside, UTC."""
    event = books.event
    return offer_ends(books.now, event.waiting_list.offer_hours, event.closes_at, event.zone)


async def _let_offers_lapse(books: Books, seats: Seats) -> None:
    for waiting in await books.queue.lapsed():
        await books.queue.leave(seats, waiting.party)
        await books.deliveries.cancel(Subject.party(waiting.party), OFFER)
        await books.history.add(waiting.party, "lapsed")
        await _tell_owners(books, waiting.party, OFFER_LAPSED, books.event.starts_at)


async def _tell_owners(books: Books, key: PartyKey, kind: str, not_after: datetime) -> None:
    party = await books.parties.of_key(key)
    if party is not None:
        subject = Subject.party(key)
        await books.deliveries.owe(kind, subject, party.owners, books.now, not_after)


async def note_passed(books: Books, seats: Seats, number: int) -> None:
    """Somebody who is not on the list got so many seats: those who wait were passed over."""
    if number and seats.waiting:
        await books.queue.set_passed([passed_over(one) for one in await books.queue.waiting()])
