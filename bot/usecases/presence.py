"""Who is there: people are ticked off at the door, by whoever of the staff sees them first."""

import hmac
import re
import secrets
from base64 import urlsafe_b64encode
from collections.abc import Iterable, Mapping
from datetime import datetime

from bot.domain.attendance import Attendance, Attendee, Half
from bot.domain.keys import AddressKey, DraftId, Invitation, MemberKey, PartyKey
from bot.domain.party import Application, Member, Party
from bot.domain.seats import NoRoom
from bot.store.books import Books
from bot.usecases import register

SIGNED_BYTES = 12
"""Of the signature that a link carries: nobody guesses one of 2⁹⁶."""

_TOKEN = re.compile(r"(?P<party>[0-9]{1,12})-(?P<signature>[A-Za-z0-9_-]{16})")


async def attendance(books: Books) -> Attendance:
    """Everybody of the day, and who was ticked off."""
    ticked, walk_ins = await books.presences.all(), await books.presences.walk_ins()
    parties = await books.parties.everybody()
    coming = [
        attendee(party, one, ticked.get(one.key, {}), is_walk_in=one.key in walk_ins)
        for party in parties
        for one in party.members
    ]
    waiting = [attendee(party, one, {}) for party in parties for one in party.waiting]
    return Attendance(tuple(coming), tuple(waiting))


async def person(books: Books, member: MemberKey) -> Attendee | None:
    """Somebody who comes; None: they are not registered any more, or wait."""
    key = await books.presences.party_of(member)
    party = await books.parties.of_key(key) if key is not None else None
    found = [one for one in party.members if one.key == member] if party is not None else []
    if party is None or not found:
        return None
    return attendee(party, found[0], await books.presences.of(member))


def attendee(
    party: Party, one: Member, ticked: Mapping[Half, datetime], *, is_walk_in: bool = False
) -> Attendee:
    """A member as papers name them; `ticked`: when they were, by the half."""
    return Attendee(
        key=one.key,
        first_name=one.first_name,
        last_name=one.last_name,
        function=one.function,
        organisation=one.organisation,
        category=one.category,
        territory=party.territory,
        code=party.code,
        morning=ticked.get(Half.MORNING),
        afternoon=ticked.get(Half.AFTERNOON),
        is_walk_in=is_walk_in,
    )


async def tick(books: Books, people: Iterable[MemberKey], half: Half, by: AddressKey) -> int:
    """Tick people off for a half of the day; how many were not before."""
    return await books.presences.tick(people, half, by)


async def walk_in(
    books: Books, draft: DraftId, person: Member, half: Half, by: AddressKey
) -> tuple[Party, bool] | None:
    """Register somebody who is at the door, beyond the capacity if need be, and tick them off.

    Their party of one, and whether they are beyond the capacity. The same draft again gives the
    same party; None when it was given up since.
    """
    wanted = Application(draft=draft, territory="", people=(person,), seats=1)
    result = await register.confirm(books, wanted)
    is_beyond = isinstance(result, NoRoom)
    party = await register.confirm_beyond(books, wanted) if isinstance(result, NoRoom) else result
    if party is None:
        return None
    await books.presences.note_walk_in(party.key)
    await tick(books, [one.key for one in party.members], half, by)
    return party, is_beyond


# ---- the link that each confirmation can be shown as


async def entry_token(books: Books, party: Party) -> Invitation:
    """What opens a party at the door: signed, so that nothing is kept of it."""
    secret = await books.presences.secret(secrets.token_hex(32))
    return Invitation(f"{party.key}-{_signature(books, party.key, secret=secret)}")


async def entered(books: Books, token: Invitation) -> Party | None:
    """The party that a token opens; None: it opens nothing, or that party does not come."""
    found = _TOKEN.fullmatch(token)
    secret = await books.presences.known_secret() if found is not None else ""
    if found is None or not secret:
        return None
    key = PartyKey(int(found["party"]))
    if not hmac.compare_digest(_signature(books, key, secret=secret), found["signature"]):
        return None
    return await books.parties.of_key(key)


def _signature(books: Books, party: PartyKey, *, secret: str) -> str:
    said = f"{books.key}.{party}".encode()
    signed = hmac.digest(secret.encode(), said, "sha256")[:SIGNED_BYTES]
    return urlsafe_b64encode(signed).decode()
