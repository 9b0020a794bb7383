"""What every use case works with."""

from datetime import datetime

from bot.event import Event
from bot.store import history
from bot.store.database import Transaction


class Case:
    """Use cases about one event, inside one transaction, at one moment (`now`, UTC)."""

    def __init__(self, transaction: Transaction, event: Event, now: datetime) -> None:
        self.transaction = transaction
        self.event = event
        self.now = now

    @property
    def code(self) -> str:
        """The event's code, by which everything is stored."""
        return self.event.code

    async def note(self, party: str, what: str, detail: str = "") -> None:
        """Add a line to the history of the party of this code."""
        await history.add(self.transaction, self.code, party, self.now, what, detail)
