"""Teammates: each member can have a link of their own, and from then on a chat of their own.

A link carries 128 random bits and is kept as a hash: it cannot be guessed, and whoever reads the
database cannot use it. It works once, for one member; a new one makes the old one useless.
"""

import hashlib
import secrets
from dataclasses import dataclass, replace

from bot.domain.party import Member, Party
from bot.store import holds, parties
from bot.usecases.case import Case
from bot.usecases.waiting_list import WaitingList


@dataclass(frozen=True, slots=True)
class Invitation:
    """What a link opens: a place in a party."""

    party: Party
    member: Member


class Team(Case):
    """Inviting, opening a link, joining."""

    async def invite(self, party: Party, place: int) -> str:
        """A new token for a member's link; earlier ones no longer work."""
        token = secrets.token_urlsafe(16)
        await parties.set_invitation(self.transaction, self.code, party.code, place, _hash(token))
        await self.note(party.code, "invited", str(place))
        return token

    async def invitation(self, token: str) -> Invitation | None:
        """What a token opens; None when it opens nothing (any more), or another event's."""
        found = await parties.of_invitation(self.transaction, self.code, _hash(token))
        if found is None:
            return None
        party, place = found
        return Invitation(party, party.everyone[place - 1])

    async def is_of_other_event(self, token: str) -> bool:
        """Whether a token opens a place at another event."""
        return await parties.is_invited_elsewhere(self.transaction, self.code, _hash(token))

    async def join(self, token: str, chat_id: int, details: Member) -> Party | None:
        """Let the person of this chat be the member, with the details they confirmed.

        From now on they receive what concerns the party. None when the token opens nothing.
        """
        await holds.lock(self.transaction, self.code)
        invitation = await self.invitation(token)
        if invitation is None:
            return None
        code, place = invitation.party.code, invitation.member.place
        details = replace(details, place=place)
        seats = invitation.party.seats
        await parties.put_members(self.transaction, self.code, code, [(place, details)], seats)
        await parties.forget_invitation(self.transaction, self.code, code, place)
        await parties.set_chat(self.transaction, self.code, code, place, chat_id)
        await self.note(code, "joined", str(place))
        party = await parties.of_code(self.transaction, self.code, code)
        if party is not None and party.seats:
            await WaitingList(self.transaction, self.event, self.now).owe_reminders(party)
        return party


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
