"""What became of answers, until it is recorded."""

import asyncio
from dataclasses import dataclass

from bot.conversation.messages import Press, Reply, Toast
from bot.domain.keys import NO_EVENT, Address, EventKey


@dataclass(frozen=True, slots=True)
class Answer:
    """The replies to some updates of an address, committed: they may leave."""

    update_ids: tuple[int, ...]
    address: Address
    replies: tuple[Reply, ...]
    event: EventKey = NO_EVENT
    """The event they are about; 0: none."""
    press: Press | None = None
    """The press that they answer: a `Replace` goes to its message."""
    live_message_id: int | None = None
    """The message that carried the live buttons when the updates came."""

    @property
    def is_silent(self) -> bool:
        """Nothing of it stays in the chat: it does not say where somebody stands."""
        return all(isinstance(reply, Toast) for reply in self.replies)


@dataclass(frozen=True, slots=True)
class Departure:
    """What became of an answer: recorded with the next transaction."""

    answer: Answer
    live_message_id: int | None
    """The message that carries the live buttons now; None: none does."""
    blocked: bool = False


class Departures:
    """Departures in the order in which they were noted, and who waits until they are recorded."""

    def __init__(self) -> None:
        self._waiting: list[Departure] = []
        self.noted = 0
        self.recorded = 0
        """How many there ever were, and how many of them are recorded."""
        self._changed = asyncio.Event()

    def note(self, departure: Departure) -> None:
        """An answer has left, or cannot."""
        self._waiting.append(departure)
        self.noted += 1

    def pending(self) -> list[Departure]:
        """Those that are not recorded yet."""
        return list(self._waiting)

    def are_recorded(self, number: int) -> None:
        """The first ones are in the database; not before: a transaction rolled back loses none."""
        del self._waiting[:number]
        self.recorded += number
        self._changed.set()
        self._changed = asyncio.Event()

    async def more_recorded(self) -> None:
        """Wait until more of them are recorded."""
        await self._changed.wait()
