"""Sends the messages that are owed to people when they are due, to different chats at once.

Each is recorded as sent as soon as it has left: a process killed in between sends the rest when
it is back, and those that were on their way, `MOST_AT_ONCE` at most, a second time. A message that
has to wait is put off in the database, and keeps no other waiting.
"""

import asyncio
import logging
import traceback
from collections.abc import Awaitable
from typing import TypeVar

from bot.channels.channel import Blocked, Left, Outcome, Refused, Unclear, Wait
from bot.channels.outbox import Outbox
from bot.dispatch import Claimed, Dispatch
from bot.domain.keys import AddressKey
from bot.store.database import UnavailableError
from bot.store.deliveries import Delivery

log = logging.getLogger(__name__)
T = TypeVar("T")

PACE = 0.05
"""Seconds between two messages: below Telegram's limit of 30 messages a second over all chats."""

REST = 1.0
"""Seconds between two messages to one chat."""

MOST_AT_ONCE = 10
"""Messages on their way at once: what may come twice after a kill."""

LOOK_EVERY = 1.0
"""Seconds between two looks at what is due."""

BUSY = 2.0
"""Seconds that a message waits for the answers before it to leave its chat."""

OUT_OF_REACH = 5.0
"""Seconds until a message is tried again that was not sent, as when there is no connection."""

MOST_SLOWED = 3
"""Different chats that were to wait, one after the other: then all wait, it is no chat's fault."""

LAST_WALK = 3.0
"""Seconds that messages on their way get when the bot is told to stop."""


class Courier:
    """The one who carries reminders."""

    def __init__(self, outbox: Outbox, dispatch: Dispatch) -> None:
        self._outbox = outbox
        self._dispatch = dispatch
        self._carrying: dict[asyncio.Task[None], Delivery] = {}
        self._resting: dict[AddressKey, float] = {}
        """Until when (the loop's time) nothing more goes to an address."""
        self._settled = float("-inf")
        self._slowed: set[AddressKey] = set()
        """Whom the channel let wait since it took the last message."""
        self._all_wait_until = float("-inf")
        """Until when (the loop's time) nothing leaves at all."""

    def carried(self) -> list[Delivery]:
        """The messages that are on their way."""
        return list(self._carrying.values())

    async def run(self) -> None:
        """Carry what is due, for ever."""
        try:
            while True:
                if len(self._carrying) >= MOST_AT_ONCE:
                    await asyncio.wait(self._carrying, return_when=asyncio.FIRST_COMPLETED)
                if (rest := self._all_wait_until - asyncio.get_running_loop().time()) > 0:
                    await asyncio.sleep(rest)
                await asyncio.sleep(PACE if await self._carry_next() else LOOK_EVERY)
        finally:
            # The bot is told to stop: what has left must still be recorded as sent.
            if self._carrying:
                await asyncio.wait(self._carrying, timeout=LAST_WALK)
            for task in list(self._carrying):
                task.cancel()

    async def _carry_next(self) -> bool:
        claimed = await self._claim()
        if claimed is None:
            return False
        task = asyncio.create_task(_or_log(self._carry(claimed), "is not carried"))
        self._carrying[task] = claimed.delivery
        task.add_done_callback(self._carrying.pop)
        return True

    async def _claim(self) -> Claimed | None:
        now = asyncio.get_running_loop().time()
        if now >= self._settled + LOOK_EVERY:
            self._settled = now
            await _or_log(self._dispatch.settle(), "may not be owed yet")
        self._resting = {one: until for one, until in self._resting.items() if until > now}
        not_now = {one.address for one in self.carried()} | self._resting.keys()
        return await _or_log(self._dispatch.claim(not_now), "is not claimed")

    async def _carry(self, claimed: Claimed) -> None:
        if not await self._is_its_turn(claimed):
            return
        replies = await self._dispatch.write(claimed)
        if not replies or not await self._is_its_turn(claimed):
            return
        outcome = await self._outbox.carry(claimed.to, replies)
        self._resting[claimed.delivery.address] = asyncio.get_running_loop().time() + REST
        self._heed(claimed, outcome)
        await self._surely_record(claimed, outcome)

    def _heed(self, claimed: Claimed, outcome: Outcome) -> None:
        """Slow down as a whole where one chat after the other has to wait."""
        match outcome:
            case Wait(seconds) if seconds is not None:
                self._slowed.add(claimed.delivery.address)
                if len(self._slowed) >= MOST_SLOWED:
                    until = asyncio.get_running_loop().time() + seconds
                    self._all_wait_until = max(self._all_wait_until, until)
                    self._slowed.clear()
            case Left():
                self._slowed.clear()
            case _:
                pass

    async def _is_its_turn(self, claimed: Claimed) -> bool:
        """Whether nothing waits for its chat; else it is put off."""
        if not self._outbox.is_busy(claimed.to):
            return True
        await self._dispatch.put_off(claimed, BUSY)
        return False

    async def _surely_record(self, claimed: Claimed, outcome: Outcome) -> None:
        """Record what became of a message as soon as the database takes it.

        It must not leave twice: meanwhile it stays claimed, as long as this process can say so.
        """
        while True:
            try:
                return await self._record(claimed, outcome)
            except UnavailableError as error:
                log.warning("a message has left and is not recorded (%s), trying again", error)
            await asyncio.sleep(LOOK_EVERY)

    async def _record(self, claimed: Claimed, outcome: Outcome) -> None:
        match outcome:
            case Left(message_id):
                await self._dispatch.delivered(claimed, message_id)
            case Blocked():
                await self._dispatch.undeliverable(claimed, "blocked")
            case Refused(reason):
                log.error("a %s was refused: %s", claimed.delivery.kind, reason)
                await self._dispatch.undeliverable(claimed, "refused")
            case Wait(seconds):
                await self._dispatch.put_off(claimed, OUT_OF_REACH if seconds is None else seconds)
            case Unclear():
                await self._dispatch.failed(claimed, "unclear")


async def _or_log(work: Awaitable[T], what: str) -> T | None:
    """What comes of it; None when it fails, with a line in the log: the loop goes on."""
    try:
        return await work
    except UnavailableError as error:
        log.warning("a message owed %s (%s), trying again", what, error)
    except Exception as error:
        # The message of an exception may quote somebody's data: only its kind is logged.
        where = "".join(traceback.format_tb(error.__traceback__))
        log.error("a message owed %s: %s\n%s", what, type(error).__name__, where)
    return None
