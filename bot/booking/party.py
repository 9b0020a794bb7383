"""A party and its members."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

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

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}"


@dataclass(frozen=True, slots=True)
class Party:
    """The people who register together. The first member is the contact person."""

    code: str
    draft_id: str
    """The draft it was confirmed from: confirming that draft again gives this party."""
    chat_id: int
    territory: str
    members: tuple[Member, ...]
    confirmed_at: datetime
    coming_at: datetime | None = None
    """When they answered the reminder with « Je viens »."""

    @property
    def seats(self) -> int:
        """One a member."""
        return len(self.members)

    @property
    def contact(self) -> Member:
        """The member whose e-mail and phone the organiser has."""
        return self.members[0]


def new_code(prefix: str) -> str:
    """A party's short code, such as `PIL-7F3K`: easy to say, no secret."""
    return f"{prefix}-{''.join(secrets.choice(CODE_LETTERS) for _ in range(4))}"
