"""What is known of a member, declared once: store, questions, recap and papers follow from it."""

from dataclasses import dataclass
from enum import StrEnum

LONGEST = 200
"""Characters of an answer in free words: enough for the longest real function or structure."""


class Kind(StrEnum):
    """What sort of answer a field holds: how it is read, shown and written into a sheet."""

    NAME = "name"
    TEXT = "text"
    CATEGORY = "category"
    EMAIL = "email"
    PHONE = "phone"
    CHOICE = "choice"


class AskedOf(StrEnum):
    """Who gives the answer."""

    MEMBER = "member"
    """Each member of the party has their own."""
    CONTACT = "contact"
    """The contact person, and whoever opens a link of their own."""
    PARTY = "party"
    """There is one for the whole party."""


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that is known of a member, or of their party."""

    key: str
    kind: Kind
    asked_of: AskedOf = AskedOf.MEMBER
    seen_by_team: bool = True
    """Whether teammates see it, or organisers only."""
    optional: bool = False


MEMBER_FIELDS = (
    Field("first_name", Kind.NAME),
    Field("last_name", Kind.NAME),
    Field("function", Kind.TEXT),
    Field("organisation", Kind.TEXT),
    Field("category", Kind.CATEGORY),
    Field("email", Kind.EMAIL, AskedOf.CONTACT, seen_by_team=False, optional=True),
    Field("phone", Kind.PHONE, AskedOf.CONTACT, seen_by_team=False, optional=True),
)
"""What every event knows of its members. An event's file may ask for more: see `Event.ask`."""
