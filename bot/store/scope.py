"""What every table of an event works with."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.keys import EventKey
from bot.store.pending import Pending


@dataclass(frozen=True, slots=True)
class Scope:
    """One event at one moment (`now`, UTC), through one connection."""

    connection: Pending
    event: EventKey
    now: datetime
    asks_more: bool
    """Whether the event asks its members, or parties, something of its own."""
