"""What every use case works with."""

from datetime import datetime

from bot.domain.event import Event
from bot.domain.party import Party
from bot.store import deliveries, history
from bot.store.database import Transaction
from bot.store.deliveries import PARTY_CANCELLED, Delivery


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

    async def tell(self, kind: str, party: str, chat_id: int) -> None:
        """Owe a chat a message about a party, at once."""
        await deliveries.owe(
            self.transaction,
            self.code,
            Delivery(kind, party, chat_id),
            due_at=self.now,
            not_after=self.event.starts_at,
        )

    async def tell_cancelled(self, party: Party) -> None:
        """Owe the teammates of a party word that it does not come any more."""
        for chat_id in party.chats[1:]:
            await self.tell(PARTY_CANCELLED, party.code, chat_id)
