"""Sends the messages that are owed to people when they are due, one after the other.

Each is recorded as sent before the next one leaves: a process killed in between sends the rest
when it is back, and at most the one message that was on its way a second time.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from telegram.error import BadRequest, Forbidden

from bot.channels.telegram.outgoing import Sender
from bot.reception import Message, Reception
from bot.store.database import UnavailableError
from bot.store.deliveries import Delivery

log = logging.getLogger(__name__)

PAUSE = 0.05
"""Seconds between two messages: below Telegram's limit of 30 messages a second over all chats."""

LOOK_EVERY = 1.0
"""Seconds between two looks at what is due."""

LAST_WALK = 3.0
"""Seconds that the message on its way gets when the bot is told to stop."""


class Courier:
    """The one who carries reminders."""

    def __init__(self, sender: Sender, reception: Reception) -> None:
        self._sender = sender
        self._reception = reception
        self._carried: list[Delivery] = []

    def carried(self) -> list[Delivery]:
        """The message that is on its way, if there is one."""
        return list(self._carried)

    async def run(self) -> None:
        """Carry what is due, for ever."""
        while True:
            messages = await self._due()
            for message in messages:
                await self._carry_to_the_end(message)
                await asyncio.sleep(PAUSE)
            if not messages:
                await asyncio.sleep(LOOK_EVERY)

    async def _due(self) -> list[Message]:
        try:
            return await self._reception.due(limit=1)
        except UnavailableError as error:
            log.warning("what is due is not known (%s), trying again", error)
            return []

    async def _carry_to_the_end(self, message: Message) -> None:
        # The bot may be told to stop meanwhile: what has left must still be recorded as sent.
        carrying = asyncio.create_task(self._carry(message))
        self._carried = [message.delivery]
        try:
            await asyncio.shield(carrying)
        except asyncio.CancelledError:
            await asyncio.wait([carrying], timeout=LAST_WALK)
            carrying.cancel()
            raise
        finally:
            self._carried = []

    async def _carry(self, message: Message) -> None:
        delivery = message.delivery
        try:
            await self._sender.send_alone(delivery.chat_id, message.reply)
        except Forbidden:
            await _surely(lambda: self._reception.undeliverable(delivery, "blocked"))
        except BadRequest as error:
            log.error("a %s was refused: %s", delivery.kind, error.message)
            await _surely(lambda: self._reception.undeliverable(delivery, "refused"))
        else:
            await _surely(lambda: self._reception.delivered(delivery))


async def _surely(record: Callable[[], Awaitable[None]]) -> None:
    """Record what became of a message, as soon as the database takes it: it must not leave twice.

    Meanwhile the message stays claimed, as long as this process can say so.
    """
    while True:
        try:
            return await record()
        except UnavailableError as error:
            log.warning("a message has left and is not recorded (%s), trying again", error)
            await asyncio.sleep(LOOK_EVERY)
