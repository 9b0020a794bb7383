"""Teammates: each member can have a link of their own, and from then on an address of their own.

A link carries 128 random bits and is kept as a hash: it cannot be guessed, and whoever reads the
database cannot use it. It works once, for one member; a new one makes the old one useless.
"""

import hashlib
import secrets
from dataclasses import dataclass

from bot.domain.keys import AddressKey, Invitation
from bot.domain.party import Member, Party
from bot.store.books import Books
from bot.usecases import change, notices


@dataclass(frozen=True, slots=True)
class Invited:
    """What a link opens: a place in a party."""

    party: Party
    member: Member


async def invite(books: Books, party: Party, member: Member) -> Invitation:
    """A new token for a member's link; earlier ones no longer work."""
    token = Invitation(secrets.token_urlsafe(16))
    await books.parties.set_invitation(member.key, hashed(token))
    await books.history.add(party.key, "invited", detail=str(member.place))
    return token


async def invited(books: Books, token: Invitation) -> Invited | None:
    """What a token opens; None when it opens nothing (any more), or something of another event."""
    found = await books.parties.invited(hashed(token))
    return Invited(*found) if found is not None else None


async def join(
    books: Books, token: Invitation, address: AddressKey, details: Member
) -> Party | None:
    """Let the person of this address be the member, with the details they confirmed.

    From now on they receive what concerns the party. None when the token opens nothing.
    """
    async with books.seats():
        found = await invited(books, token)
        if found is None:
            return None
        party, member = found.party, found.member
        await books.parties.put_answers(party.key, member.key, details.answers)
        await books.parties.set_invitation(member.key, None)
        await books.parties.set_address(member.key, address)
    await books.history.add(party.key, "joined", detail=str(member.place))
    joined = await books.parties.of_key(party.key)
    if joined is not None and joined.members:
        await notices.owe_reminders(books, joined)
    return joined


async def add_owner(books: Books, party: Party, address: AddressKey) -> Party:
    """Let an address change a party too, or be the first that may; it is reminded from now on.

    Raises:
        ChangedMeanwhileError: the party is not registered any more.
    """
    async with books.seats() as seats:
        await books.parties.recheck(seats, party)
        await books.parties.add_owner(party.key, address)
    owned = await change.again(books, party)
    if owned.members:
        await notices.owe_reminders(books, owned)
    return owned


def hashed(token: Invitation) -> str:
    """What is kept of a token."""
    return hashlib.sha256(token.encode()).hexdigest()
