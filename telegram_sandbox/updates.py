"""The queue of updates for the bot: offsets, long polling, and what can go wrong on the way.

As in https://core.telegram.org/bots/api#getupdates: an update is confirmed by a larger offset, a
second getUpdates ends the first with 409, and nothing is kept longer than 24 hours.
"""

import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from telegram_sandbox.clock import Clock
from telegram_sandbox.errors import ApiError

KEPT = timedelta(hours=24)
OTHER_POLL = (
    "terminated by other getUpdates request; make sure that only one bot instance is running"
)
HELD_BACK = 1.0
"""Real seconds that an update to be overtaken waits for another one."""
NOT_BY_DEFAULT = {"chat_member", "message_reaction", "message_reaction_count"}


@dataclass(eq=False)
class Pending:
    """An update that is not confirmed; `times` is how often it is still to be delivered."""

    update: dict[str, Any]
    chat_id: int
    created: datetime
    times: int
    delivered: bool = False
    overtaken: bool = False

    @property
    def number(self) -> int:
        """Its update id."""
        return int(self.update["update_id"])


class UpdateQueue:
    """The updates that wait for the bot, in the order in which they are delivered."""

    def __init__(self, clock: Clock, first: int) -> None:
        self.clock = clock
        self.next_number = first
        self.pending: list[Pending] = []
        self.allowed: list[str] = []
        self.arrived = asyncio.Event()
        self._held: Pending | None = None
        self._poll: asyncio.Future[None] | None = None

    def add(self, kind: str, content: dict[str, Any], chat_id: int, faults: set[str]) -> None:
        """Queue an update, unless the bot does not want that kind."""
        if not self.wanted(kind):
            return
        update = {"update_id": self.next_number, kind: content}
        self.next_number += 1
        item = Pending(update, chat_id, self.clock.now(), 2 if "duplicate" in faults else 1)
        if "reorder" in faults and self._held is None:
            self._held = item
            item.overtaken = True
            asyncio.get_running_loop().call_later(HELD_BACK, self._release, item)
            return
        self.pending.append(item)
        if self._held is not None:
            self._release(self._held)
        self.wake()

    def wanted(self, kind: str) -> bool:
        """Whether `allowed_updates` lets this kind through."""
        return kind in self.allowed if self.allowed else kind not in NOT_BY_DEFAULT

    def allow(self, kinds: list[str] | None) -> None:
        """Set `allowed_updates`; None leaves it as it is."""
        if kinds is not None:
            self.allowed = kinds

    def count(self) -> int:
        """How many updates wait."""
        self._expire()
        return len(self.pending) + (self._held is not None)

    def clear(self) -> None:
        """Forget every update (`drop_pending_updates`)."""
        self.pending.clear()
        self._held = None

    def remove(self, item: Pending) -> None:
        """One delivery of an update was acknowledged."""
        item.times -= 1
        if item.times < 1 and item in self.pending:
            self.pending.remove(item)

    async def poll(self, offset: int, limit: int, seconds: float) -> list[dict[str, Any]]:
        """getUpdates: wait up to `seconds` for an update, unless the clock moves before."""
        self.end_poll(OTHER_POLL)
        self._confirm(offset)
        if not self.pending and seconds > 0:
            await self._wait(seconds)
        batch = self.unexpired()[:limit]
        for item in batch:
            item.delivered = True
        return [item.update for item in batch]

    def end_poll(self, reason: str) -> None:
        """End the long poll that waits, if there is one, with 409 and this reason."""
        if self._poll is not None and not self._poll.done():
            self._poll.set_exception(ApiError(409, f"Conflict: {reason}"))

    def someone_waits(self) -> bool:
        """Whether a long poll waits."""
        return self._poll is not None and not self._poll.done()

    def wake(self) -> None:
        """Let the long poll that waits answer now, even with nothing."""
        self.arrived.set()
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(None)

    async def _wait(self, seconds: float) -> None:
        poll: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._poll = poll
        try:
            async with asyncio.timeout(seconds):
                await poll
        except TimeoutError:
            return
        finally:
            if self._poll is poll:
                self._poll = None

    def _release(self, item: Pending) -> None:
        if self._held is item:
            self._held = None
            self.pending.append(item)
            self.wake()

    def unexpired(self) -> list[Pending]:
        """The updates that wait, without those older than 24 hours."""
        self._expire()
        return self.pending

    def _expire(self) -> None:
        oldest = self.clock.now() - KEPT
        self.pending = [item for item in self.pending if item.created >= oldest]

    def _confirm(self, offset: int) -> None:
        """Drop what the offset confirms, so that the rest is due; one in the future is nothing."""
        self._expire()
        if offset < 0:
            self.pending = self.pending[offset:]
        if offset > self.next_number:
            return
        for item in list(self.pending):
            if item.number < offset and (item.delivered or not item.overtaken):
                self.remove(item)
