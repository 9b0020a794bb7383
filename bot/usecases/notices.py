"""Telling people about their party: what is owed to whom."""

from collections.abc import Iterable, Mapping

from bot.domain.keys import AddressKey, MemberKey, Subject
from bot.domain.party import Member, Party
from bot.store.books import Books
from bot.store.deliveries import DAY_CHANGED, PARTY_CANCELLED, REMINDER


async def tell(books: Books, kind: str, party: Party, addresses: Iterable[AddressKey]) -> None:
    """Owe addresses a message about a party, at once."""
    subject = Subject.party(party.key)
    await books.deliveries.owe(kind, subject, addresses, books.now, books.event.starts_at)


async def tell_cancelled(books: Books, party: Party) -> None:
    """Owe the teammates of a party word that it does not come any more."""
    await tell(books, PARTY_CANCELLED, party, party.teammates)


async def tell_day_changed(books: Books) -> None:
    """Owe everybody who comes or waits word of the day's new date, hours or place, at once.

    `books.event` is what holds now. Told twice in a row, they read it once: as it is then.
    """
    parties = await books.parties.everybody()
    addresses = dict.fromkeys(address for party in parties for address in party.addresses)
    await books.deliveries.owe(
        DAY_CHANGED, Subject.day(books.key), addresses, books.now, books.event.starts_at
    )


async def owe_reminders(books: Books, party: Party) -> None:
    """Owe the reminder to every address of a party that comes.

    When it is due already it counts as said, by the confirmation that they are reading now: it
    leaves after all if the day moves.
    """
    event, subject = books.event, Subject.party(party.key)
    due = books.now < event.remind_at
    owe = books.deliveries.owe if due else books.deliveries.note_said
    await owe(REMINDER, subject, party.coming_addresses, event.remind_at, event.starts_at)


async def note_coming(books: Books, party: Party, address: AddressKey) -> None:
    """Record that whoever reads at this address comes: their own answer, nobody else's.

    Who does not come answers for those who have no conversation of their own.
    """
    await books.parties.set_coming(*_answered_for(party, address))


async def note_late(books: Books, party: Party, address: AddressKey, minutes: int) -> None:
    """Record that whoever reads at this address comes, late: see `Member.late_minutes`."""
    await books.parties.set_coming(*_answered_for(party, address), late=minutes)


async def note_late_of(books: Books, member: Member, minutes: int) -> None:
    """The same of one member, as somebody of their party tells it."""
    await books.parties.set_coming(member.key, late=minutes)


async def note_all_late(books: Books, party: Party, address: AddressKey, minutes: int) -> None:
    """The same of all who have no conversation of their own, too: they come together."""
    await books.parties.set_coming(*_coming_with(party, address), late=minutes)


async def note_arrivals(books: Books, late: Mapping[MemberKey, int]) -> None:
    """Record by how much members come late who have just registered: no answer to a reminder."""
    for minutes in dict.fromkeys(late.values()):
        those = [key for key, by in late.items() if by == minutes]
        await books.parties.set_late(*those, minutes=minutes)


async def note_on_time(books: Books, members: Iterable[Member]) -> None:
    """Record that these come, and no longer late."""
    await books.parties.set_on_time(*(one.key for one in members))


async def note_all_coming(books: Books, party: Party, address: AddressKey) -> None:
    """Record that whoever reads here comes, with all those who have no conversation of their own.

    Those who have one answer for themselves.
    """
    await books.parties.set_coming(*_coming_with(party, address))


async def note_these_coming(
    books: Books, party: Party, address: AddressKey, members: Iterable[Member]
) -> bool:
    """The same of some of them; whether there are any whom this address may answer for."""
    may = {*_coming_with(party, address)}
    keys = [one.key for one in members if one.key in may]
    if keys:
        await books.parties.set_coming(*keys)
    return bool(keys)


def _answered_for(party: Party, address: AddressKey) -> list[MemberKey]:
    reader = party.spoken_to_at(address)
    if isinstance(reader, Member):
        return [reader.key]
    return [one.key for one in party.uninvited] if reader is not None else []


def _coming_with(party: Party, address: AddressKey) -> list[MemberKey]:
    reader, uninvited = party.spoken_to_at(address), party.uninvited
    return [one.key for one in party.members if one is reader or one in uninvited]
