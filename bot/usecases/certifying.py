"""Certificates on their way: one to each who was there, where there is a conversation."""

from dataclasses import dataclass

from bot.domain.attendance import Attendee, sessions
from bot.domain.keys import AddressKey, MemberKey, Subject
from bot.domain.party import Member, Party
from bot.store.books import Books
from bot.store.deliveries import CERTIFICATE
from bot.usecases import presence


@dataclass(frozen=True, slots=True)
class Posting:
    """Who was there, and what became of their certificates."""

    everybody: tuple[Attendee, ...]
    to_send: tuple[tuple[MemberKey, AddressKey], ...]
    """Those that were not sent, or did not arrive, and where they would go."""
    sent: int
    on_their_way: int
    failed: tuple[Attendee, ...]
    """Those whose conversation did not take it."""
    unreachable: tuple[Attendee, ...]
    """Those who have no conversation, nor has the contact person of their party."""


async def posting(books: Books) -> Posting:
    """How it stands now."""
    halves = sessions(books.event)
    present = (await presence.attendance(books)).present
    everybody = tuple(one for one in present if one.attended(halves))
    known = await books.deliveries.states(CERTIFICATE)
    members = {
        one.key: (party, one) for party in await books.parties.everybody() for one in party.members
    }
    to_send, failed, unreachable = [], [], []
    for person in everybody:
        address = _address(*members[person.key])
        state = known.get(Subject.member(person.key).stored)
        if address is None:
            unreachable.append(person)
        elif state is None or state == "failed":
            to_send.append((person.key, address))
        if state == "failed":
            failed.append(person)
    states = list(known.values())
    return Posting(
        everybody=everybody,
        to_send=tuple(to_send),
        sent=states.count("sent"),
        on_their_way=states.count("owed"),
        failed=tuple(failed),
        unreachable=tuple(unreachable),
    )


async def send(books: Books) -> int:
    """Owe each who has none yet theirs; to how many. Two at once owe none of them twice."""
    async with books.seats():
        to_send = (await posting(books)).to_send
        owed = [(Subject.member(member), address) for member, address in to_send]
        # Those that did not arrive may go to somebody else now.
        await books.deliveries.cancel_each([subject for subject, _ in owed], CERTIFICATE)
        for subject, address in owed:
            await books.deliveries.owe(
                CERTIFICATE, subject, [address], books.now, books.event.erase_at
            )
    return len(to_send)


def _address(party: Party, member: Member) -> AddressKey | None:
    """Their own, else that of whom the party is told by."""
    contact = party.contact.address
    return member.address or contact or next(iter(party.owners), None)
