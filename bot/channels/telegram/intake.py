"""Updates that come one by one: those that are there at the same time are committed together."""

import asyncio

from bot.channels.outbox import Outbox
from bot.reception import Received, Reception
from bot.store.database import UnavailableError

MOST_AT_ONCE = 100
"""Updates committed together at most, as many as a poll brings."""

PATIENCE = 20.0
"""Seconds to wait until the answers have left; what takes longer is still sent by this process."""

Waiting = tuple[Received, asyncio.Future[None]]


class Intake:
    """Where updates wait until the batch before them is committed."""

    def __init__(self, reception: Reception, outbox: Outbox) -> None:
        self._reception = reception
        self._outbox = outbox
        self._waiting: list[Waiting] = []
        self._arrived = asyncio.Event()

    async def take(self, received: Received) -> None:
        """Wait until an update is done with: committed, answered, and the answer recorded.

        Only then may another process take the chat's next one: its answer comes after this one's,
        and it knows which message carries the live buttons.

        Raises:
            Exception: it is not committed, or not recorded: it is to be delivered again.
        """
        committed: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((received, committed))
        self._arrived.set()
        await committed
        await self._outbox.emptied(received.person.address, PATIENCE)
        await self._reception.settled()

    async def run(self) -> None:
        """Commit what waits, one batch at a time, for ever."""
        while True:
            await self._arrived.wait()
            batch, self._waiting = self._waiting[:MOST_AT_ONCE], self._waiting[MOST_AT_ONCE:]
            if not self._waiting:
                self._arrived.clear()
            await self._commit(batch)

    async def _commit(self, batch: list[Waiting]) -> None:
        try:
            answers = await self._reception.receive([received for received, _ in batch])
        except Exception as error:
            if len(batch) > 1 and not isinstance(error, UnavailableError):
                # One that fails even alone must not take the others with it.
                for one in batch:
                    await self._commit([one])
                return
            for _, committed in batch:
                if not committed.done():  # whoever waited may have gone
                    committed.set_exception(error)
        else:
            self._outbox.put(answers)
            for _, committed in batch:
                if not committed.done():
                    committed.set_result(None)
