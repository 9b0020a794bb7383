"""What somebody may do at a day besides taking part in it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.keys import AddressKey


class Role(StrEnum):
    """A role at one day. Its values are stored: they stay as they are."""

    ORGANISER = "organiser"
    """Everything."""
    RECEPTION = "reception"
    """The welcome desk: check-in and lists, no telephone and no e-mail."""


@dataclass(frozen=True, slots=True)
class StaffMember:
    """Somebody who was invited to help with a day."""

    address: AddressKey
    name: str
    role: Role
    since: datetime
    """UTC."""
    invited_by: str
