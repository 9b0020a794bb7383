"""Takes old buttons off when there is time: nobody waits for that."""

import asyncio
from collections import deque
from collections.abc import Callable

from bot.channels.channel import Channel
from bot.domain.keys import Address

QUIET = 0.2
"""Seconds without an answer on its way after which there is time."""

MOST_OF_ONE = 2
"""Messages of one address whose buttons are remembered, the last ones: a rush leaves the others.

Buttons that stay say that they are old when they are pressed.
"""


class Tidying:
    """The messages whose question is not the open one any more."""

    def __init__(self, channel: Channel, is_quiet: Callable[[], bool]) -> None:
        self._channel = channel
        self._is_quiet = is_quiet
        self._old: dict[Address, deque[int]] = {}
        self._noted = asyncio.Event()

    def note(self, address: Address, message_id: int) -> None:
        """The buttons of this message are to go."""
        self._old.setdefault(address, deque(maxlen=MOST_OF_ONE)).append(message_id)
        self._noted.set()

    async def run(self) -> None:
        """Take them off, one at a time, for ever."""
        while True:
            await self._noted.wait()
            await asyncio.sleep(QUIET)
            while self._old and self._is_quiet():
                await self._take_off_next()
            if not self._old:
                self._noted.clear()

    async def _take_off_next(self) -> None:
        address = next(iter(self._old))
        ids = self._old[address]
        message_id = ids.popleft()
        if not ids:
            del self._old[address]
        # Once: they are gone already, or the person is; or they stay, and say that they are old.
        await self._channel.take_buttons_off(address, message_id)
