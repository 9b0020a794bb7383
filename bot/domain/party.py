"""A party and its members."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import combinations

CODE_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""No 0, 1, I or O: a code is read aloud over the telephone."""


class Category(StrEnum):
    """In what capacity a member comes."""

    ELECTED = "elected"
    STAFF = "staff"
    CIVIL = "civil"


@dataclass(frozen=True, slots=True)
class Member:
    """One person of a party; takes one seat."""

    first_name: str
    last_name: str
    function: str
    organisation: str
    category: Category
    email: str | None = None
    phone: str | None = None
    """E.164, for example `+33639981234`."""
    place: int = 0
    """Their place in the party, the contact person's being 1; 0: not registered yet."""
    chat_id: int | None = None
    """Their own chat, once they have opened their invitation."""

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}"

    def is_same(self, other: "Member") -> bool:
        """Whether two members are one person: same name, and same e-mail or phone."""
        reachable_alike = (self.email is not None and self.email == other.email) or (
            self.phone is not None and self.phone == other.phone
        )
        return reachable_alike and self.name.casefold() == other.name.casefold()


@dataclass(frozen=True, slots=True)
class Party:
    """The people who register together. The first of them is the contact person.

    `members` come; `waiting` are on the waiting list: all of them, or those who joined later.
    """

    code: str
    draft_id: str
    """The draft it was confirmed from: confirming that draft again gives this party."""
    chat_id: int
    territory: str
    members: tuple[Member, ...]
    confirmed_at: datetime
    coming_at: datetime | None = None
    """When they answered the reminder with « Je viens »."""
    waiting: tuple[Member, ...] = ()

    @property
    def seats(self) -> int:
        """The seats it takes: one a member who comes."""
        return len(self.members)

    @property
    def everyone(self) -> tuple[Member, ...]:
        """Those who come and those who wait."""
        return self.members + self.waiting

    @property
    def contact(self) -> Member:
        """The member whose e-mail and phone the organiser has."""
        return self.everyone[0]

    @property
    def chats(self) -> tuple[int, ...]:
        """The chats that are told what concerns the party: the contact person's first."""
        own = [member.chat_id for member in self.everyone if member.chat_id is not None]
        return tuple(dict.fromkeys([self.chat_id, *own]))

    @property
    def coming_chats(self) -> tuple[int, ...]:
        """Those of the chats whose person has a seat: they are reminded of the day."""
        waiting = {member.chat_id for member in self.waiting}
        comes = [self.chat_id] if self.members else []
        return (*comes, *(chat_id for chat_id in self.chats[1:] if chat_id not in waiting))


def naming_the_same(parties: Sequence[Party]) -> list[tuple[Party, Party]]:
    """The pairs of parties that name one person: same name, and same e-mail or phone."""
    return [
        (one, other)
        for one, other in combinations(parties, 2)
        if any(member.is_same(else_) for member in one.everyone for else_ in other.everyone)
    ]


def new_code(prefix: str) -> str:
    """A party's short code, such as `PIL-7F3K`: easy to say, no secret."""
    return f"{prefix}-{''.join(secrets.choice(CODE_LETTERS) for _ in range(4))}"
