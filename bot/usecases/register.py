"""Registering a party: holding seats while it answers, confirming."""

from datetime import datetime, timedelta

from bot.domain.keys import AddressKey, DraftId, PartyKey, Subject, new_code
from bot.domain.party import Application, Party
from bot.domain.seats import Hold, NoRoom
from bot.store.books import Books
from bot.store.deliveries import HOLD_ENDING
from bot.store.news import Kind
from bot.store.seats import Seats
from bot.usecases import alerting, notices, waiting_list
from bot.usecases.waiting_list import seat_count


async def hold(books: Books, draft: DraftId, number: int, address: AddressKey) -> Hold | NoRoom:
    """Set seats aside for a draft, all or none, in place of what it held before."""
    subject = Subject.draft(draft)
    async with books.seats() as seats:
        count = await seat_count(books, without=subject)
        if not count.fits(number):
            return NoRoom(count)
        ends = books.now + _minutes(books.event.seats.hold_minutes)
        latest = books.now + _minutes(books.event.seats.hold_at_most_minutes)
        held = await books.holds.put(seats, subject, address, Hold(number, ends, latest))
    await _owe_warning(books, draft, address, held)
    return held


async def keep_holding(
    books: Books,
    draft: DraftId,
    number: int,
    address: AddressKey,
    known_end: datetime | None = None,
) -> Hold | NoRoom:
    """Renew a draft's hold; once it is over, take the seats again if they are still there.

    A hold whose end, as it was known (UTC), lies so far ahead that it was renewed a minute ago is
    left as it is. Where its end has been announced, that of the renewed hold will be.
    """
    expires_at = books.now + _minutes(books.event.seats.hold_minutes)
    if known_end is not None and known_end > expires_at - _minutes(1):
        return Hold(number, known_end)
    renewed = await books.holds.renew(Subject.draft(draft), expires_at)
    if renewed is None:
        return await hold(books, draft, number, address)
    announced = known_end is not None and is_about_to_end(books, Hold(number, known_end))
    if announced and not is_about_to_end(books, renewed):
        await _owe_warning(books, draft, address, renewed)
    return renewed


async def warn_later(books: Books, draft: DraftId, address: AddressKey) -> Hold | None:
    """Put off the warning of a hold that was renewed meanwhile; what is held, if any."""
    held = await books.holds.of(Subject.draft(draft))
    if held is not None and not is_about_to_end(books, held):
        await _owe_warning(books, draft, address, held)
    return held


def is_about_to_end(books: Books, held: Hold) -> bool:
    """Whether the end of a hold is to be announced."""
    return held.expires_at - _minutes(books.event.seats.hold_warning_minutes) <= books.now


async def _owe_warning(books: Books, draft: DraftId, address: AddressKey, held: Hold) -> None:
    warning = held.expires_at - _minutes(books.event.seats.hold_warning_minutes)
    await books.deliveries.owe(
        HOLD_ENDING, Subject.draft(draft), [address], warning, held.expires_at
    )


def _minutes(number: int) -> timedelta:
    return timedelta(minutes=number)


async def release(books: Books, draft: DraftId) -> None:
    """Give back what a draft holds; somebody who waits may get it."""
    async with books.seats() as seats:
        await _forget_hold(books, seats, draft)
        await waiting_list.offer_free_seats(books, seats)


async def _forget_hold(books: Books, seats: Seats, draft: DraftId) -> None:
    await books.holds.remove(seats, Subject.draft(draft))
    await books.deliveries.cancel(Subject.draft(draft))


async def confirm(books: Books, wanted: Application) -> Party | NoRoom | None:
    """Register a party, counting once more; the same draft again gives the same party.

    None when the draft became a party that was given up since.
    """
    async with books.seats() as seats:
        if await books.parties.draft_was_confirmed(wanted.draft):
            return await books.parties.of_draft(wanted.draft)
        count = await seat_count(books, without=Subject.draft(wanted.draft))
        if not count.fits(wanted.seats):
            return NoRoom(count)
        key = await _insert(books, seats, wanted)
    return await _registered(books, key, "registered")


async def confirm_beyond(books: Books, wanted: Application) -> Party | None:
    """The same beyond the capacity, which organisers may do; nobody who waits loses a seat."""
    async with books.seats() as seats:
        if await books.parties.draft_was_confirmed(wanted.draft):
            return await books.parties.of_draft(wanted.draft)
        key = await _insert(books, seats, wanted)
    return await _registered(books, key, "registered_beyond")


async def _registered(books: Books, key: PartyKey, what: str) -> Party | None:
    """The party as it is once all is done that follows."""
    registered = await books.parties.of_key(key)
    if registered is None:
        raise LookupError("the party just registered is not there")
    if registered.waiting:
        await waiting_list.join(books, registered)
    if registered.members:
        await notices.owe_reminders(books, registered)
    await books.history.add(key, what)
    await alerting.note(books, Kind.REGISTERED, party=key)
    await alerting.note_if_full(books, registered.seats)
    return await books.parties.of_key(key) if registered.waiting else registered


async def _insert(books: Books, seats: Seats, wanted: Application) -> PartyKey:
    while True:
        code = new_code(books.event.party_prefix)
        key = await books.parties.insert(seats, code, wanted)
        if key is not None:
            break
    await _forget_hold(books, seats, wanted.draft)
    await waiting_list.note_passed(books, seats, wanted.seats)
    return key
