"""What can become different of what was answered."""

from dataclasses import dataclass
from enum import StrEnum

from bot.understanding.act import Act
from bot.understanding.names import Name


class Kind(StrEnum):
    """What becomes different."""

    SIZE = "size"
    """How many they are: the value is the number."""
    RENAME = "rename"
    """Somebody is called otherwise: the value is the name."""
    PHONE = "phone"
    EMAIL = "email"
    LEAVE = "leave"
    """Somebody does not come any more."""
    LEAVE_ALL = "leave_all"
    """Nobody comes any more."""
    REPLACE = "replace"
    """Somebody else comes in a place: the value is the newcomer's name."""
    ADD = "add"
    """Somebody comes too: the value is their name."""


ACTS = {
    Kind.SIZE: (Act.CORRECTS, Act.TELLS, Act.ADDS, Act.LEAVES),
    Kind.RENAME: (Act.CORRECTS, Act.TELLS, Act.REFUSES),
    Kind.PHONE: (Act.CORRECTS, Act.TELLS),
    Kind.EMAIL: (Act.CORRECTS, Act.TELLS),
    Kind.LEAVE: (Act.LEAVES, Act.CORRECTS),
    Kind.LEAVE_ALL: (Act.LEAVES,),
    Kind.REPLACE: (Act.REPLACES, Act.LEAVES, Act.CORRECTS),
    Kind.ADD: (Act.ADDS, Act.TELLS, Act.REGISTERS),
}
"""What a message does that tells a change; one that may do none of these tells none."""


@dataclass(frozen=True, slots=True)
class Change:
    """What is to become different, of whom, and how; None: it was not said.

    `who` is a place among the people who are known, the first being 0.
    """

    kind: Kind
    who: int | None = None
    value: int | str | Name | None = None
