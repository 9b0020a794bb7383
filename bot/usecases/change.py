"""Changes to a party that is registered: each is one transaction and leaves a line of history."""

from collections.abc import Mapping

from bot.domain.keys import AddressKey, DraftId, Subject
from bot.domain.party import Member, Party, Registrar
from bot.domain.seats import Hold, NoRoom
from bot.store.books import Books
from bot.store.database import ChangedMeanwhileError
from bot.store.deliveries import MEMBER_LEFT, REMINDER, TAKEN_OUT
from bot.store.history import CAME_BACK
from bot.store.news import Kind
from bot.usecases import alerting, notices, partners, waiting_list
from bot.usecases.waiting_list import seat_count


async def correct(
    books: Books, party: Party, member: Member, answers: Mapping[str, str | None]
) -> Party:
    """Correct these answers about a member, who stays the same person; no other is touched."""
    await books.parties.put_answers(party.key, member.key, answers)
    await books.history.add(party.key, "corrected", detail=f"{'+'.join(answers)}.{member.place}")
    return await again(books, party)


async def correct_party(books: Books, party: Party, answers: Mapping[str, str | None]) -> Party:
    """Correct these answers of the whole party."""
    await books.parties.put_party_answers(party.key, answers)
    await books.history.add(party.key, "corrected", detail="+".join(answers))
    return await again(books, party)


async def move(books: Books, party: Party, territory: str) -> Party:
    """Correct the territory."""
    await books.parties.set_territory(party.key, territory)
    await books.history.add(party.key, "corrected", detail="territory")
    return await again(books, party)


async def reach(books: Books, party: Party, registrar: Registrar) -> Party:
    """Correct how an owner who does not come is called and reached."""
    await books.parties.put_registrar(party.key, registrar)
    await books.history.add(party.key, "corrected", detail="contact")
    return await again(books, party)


async def replace(books: Books, party: Party, left: Member, newcomer: Member) -> Party:
    """Let somebody else come at a member's place: the seat stays taken, the key is a new one.

    An owner who lets somebody come in their place is still the contact person.
    """
    async with books.seats() as seats:
        await books.parties.recheck(seats, party)
        await _forget_address(books, party, left)
        await tell_taken_out(books, party, left)
        await books.parties.replace_member(party, left, newcomer)
        if left == party.contact:
            await _let_manage(books, party, left)
    await books.history.add(party.key, "replaced", detail=str(left.place))
    return await again(books, party)


async def add(books: Books, party: Party, newcomer: Member, draft: DraftId) -> Party | NoRoom:
    """Add a member, if there is a seat: one given up in this party, or held by the draft.

    Nobody needs to be found any more.
    """
    async with books.seats() as seats:
        await books.parties.recheck(seats, party)
        has_vacancy = await vacancy(books, party) is not None
        own = Subject.party(party.key) if has_vacancy else Subject.draft(draft)
        count = await seat_count(books, without=own)
        if not count.fits(1):
            return NoRoom(count)
        await books.holds.remove(seats, own)
        number = party.seats + 1
        place = len(party.everyone) + 1
        await books.parties.add_members(party.key, [newcomer], first=place, seats=number)
        await books.parties.set_seats(seats, party, number)
        if not has_vacancy:
            await waiting_list.note_passed(books, seats, 1)
    await books.history.add(party.key, "added", detail=str(number))
    await alerting.note_if_full(books, 1)
    changed = await again(books, party)
    await notices.owe_reminders(books, changed)
    await partners.stop(books, changed)
    return changed


async def withdraw(books: Books, party: Party, member: Member) -> Party:
    """Take a member out. The seat is held for the others, who choose what becomes of it.

    Where one of the party waits, the seat is theirs at once. Who was proposed to them before was
    proposed to another party. The contact person is still that one, without coming. Not for the
    last one: they replace somebody, or cancel.
    """
    async with books.seats() as seats:
        await books.parties.recheck(seats, party)
        await partners.stop(books, party)
        await _forget_address(books, party, member)
        await books.parties.remove_member(party.key, member)
        if member == party.contact:
            await _let_manage(books, party, member)
        await books.history.add(party.key, _leaving(member), detail=str(member.place))
        await alerting.note(books, Kind.WITHDRAWN, party=party.key)
        if party.waiting:
            await books.parties.set_seats(seats, party, party.seats)
            await waiting_list.need_fewer(books, seats, party, len(party.waiting) - 1)
            changed = await again(books, party)
            await notices.owe_reminders(books, changed)
            return changed
        await books.parties.set_seats(seats, party, party.seats - 1)
        ends = waiting_list.end_of_offer(books)
        owner = next(iter(party.owners), None)
        await books.holds.put(seats, Subject.party(party.key), owner, Hold(1, ends, ends))
        # One seat is held: that of an earlier withdrawal is not any more.
        await waiting_list.offer_free_seats(books, seats)
    return await again(books, party)


def _leaving(member: Member) -> str:
    """What the history calls it that they withdraw: they may have said that they come."""
    return "withdrawn" if member.coming_at is None else CAME_BACK


async def vacancy(books: Books, party: Party) -> Hold | None:
    """The seat that is held for a party since a member withdrew."""
    return (await books.set_aside()).hold_of(Subject.party(party.key))


async def give_vacancy_back(books: Books, party: Party) -> None:
    """Come without the one who withdrew: somebody who waits may get the seat."""
    async with books.seats() as seats:
        await books.holds.remove(seats, Subject.party(party.key))
        await waiting_list.offer_free_seats(books, seats)


async def cancel(books: Books, party: Party) -> None:
    """Give a party's seats back and owe it nothing more; somebody who waits may get them."""
    async with books.seats() as seats:
        await books.parties.recheck(seats, party)
        await partners.stop(books, party)
        await books.queue.leave(seats, party.key)
        await books.parties.cancel(seats, party)
        await books.holds.remove(seats, Subject.party(party.key))
        await books.deliveries.cancel(Subject.party(party.key))
        await notices.tell_cancelled(books, party)
        await _forget_asked(books, party)
        for _ in [one for one in party.members if one.coming_at is not None]:
            await books.history.add(party.key, CAME_BACK)
        await books.history.add(party.key, "cancelled")
        await alerting.note(books, Kind.CANCELLED, party=party.key)
        await waiting_list.offer_free_seats(books, seats)


async def _forget_asked(books: Books, party: Party) -> None:
    """What owners who have no other party sent to the team: a diet, a name stood with it."""
    for owner in party.owners:
        if not await books.parties.of(owner):
            await books.questions.forget(owner)


async def tell_contact(books: Books, party: Party) -> None:
    """Owe the owners word that somebody withdrew by themselves."""
    await notices.tell(books, MEMBER_LEFT, party, party.owners)


async def tell_taken_out(books: Books, party: Party, member: Member) -> None:
    """Owe a teammate word that they are not expected any more."""
    if member.address in party.teammates:
        await notices.tell(books, TAKEN_OUT, party, [member.address])


async def erase(books: Books, address: AddressKey) -> None:
    """Delete all that an address has registered; somebody who waits may get its seats.

    A party that others own too stays theirs, without the member whose address it is. A teammate is
    taken out of their party, whose owners are told; with the last one it is cancelled.
    """
    await books.questions.forget(address)
    await books.journal.forget_owned(address)
    for party in await books.parties.of(address):
        # What organisers wrote may be of any of them: of those who stay it can be written again.
        await books.journal.forget_party(party.key)
        await books.notes.forget(party.key)
        await books.letters.forget(party.key)
        if party.owners == (address,) or {one.address for one in party.everyone} == {address}:
            await cancel(books, party)
        elif party.member_at(address) is not None:
            await _take_out(books, party, address)
    await books.deliveries.forget(address)
    await books.parties.erase_cancelled(address)


async def _take_out(books: Books, party: Party, address: AddressKey) -> None:
    left = party
    while (member := left.member_at(address)) is not None:
        left = await withdraw(books, left, member)
    others = [one for one in left.owners if one != address]
    await notices.tell(books, MEMBER_LEFT, left, others)


async def _let_manage(books: Books, party: Party, left: Member) -> None:
    """Let who does not come any more still change the party, and be written to."""
    address = left.address if left.address in party.owners else next(iter(party.owners), None)
    if address is not None:
        await books.parties.put_registrar(party.key, Registrar(address, left.answers))


async def _forget_address(books: Books, party: Party, member: Member) -> None:
    others = {one.address for one in party.everyone if one.key != member.key}
    if member.address in party.teammates and member.address not in others:
        await books.deliveries.cancel_for(member.address, Subject.party(party.key), REMINDER)


async def again(books: Books, party: Party) -> Party:
    """A party as it is now.

    Raises:
        ChangedMeanwhileError: it is not registered any more.
    """
    changed = await books.parties.of_key(party.key)
    if changed is None:
        raise ChangedMeanwhileError(f"party {party.key} is not registered any more")
    return changed
