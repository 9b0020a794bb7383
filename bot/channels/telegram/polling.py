"""Fetches updates by long polling, and confirms them only once their effect is committed.

Telegram confirms an update when the next `getUpdates` asks for a higher offset. So the offset
goes up after the commit: what a crash interrupts is delivered again.
"""

import asyncio
import logging
import traceback
from collections.abc import Callable
from typing import Any

from telegram import Bot
from telegram.error import Conflict, InvalidToken, TelegramError

from bot.channels.outbox import Outbox
from bot.channels.telegram.api import Api, patiently
from bot.channels.telegram.errors import UnclearError
from bot.channels.telegram.incoming import UPDATE_KINDS, parse, read
from bot.departures import Answer
from bot.patience import wait
from bot.reception import Received, Reception
from bot.store.database import UnavailableError

log = logging.getLogger(__name__)

LONG_POLL = 25
"""Seconds Telegram waits for an update before it answers with none."""

SLACK = 10.0
"""Seconds more until a poll without any answer counts as lost."""

IDLE = 0.5
"""Seconds that a poll which brings nothing new takes at least, unless something is wrong."""

LONGEST_IDLE = 5.0
"""Seconds between two polls at most while each brings at once what is known already."""

HIGHEST_ID = 2**63 - 2


class Poller:
    """The loop that brings updates in."""

    def __init__(
        self,
        bot: Bot,
        api: Api,
        reception: Reception,
        outbox: Outbox,
        heard: Callable[[], None],
    ) -> None:
        self._bot = bot
        self._api = api
        self._reception = reception
        self._outbox = outbox
        self._heard = heard
        """Called whenever Telegram has answered a poll."""
        self._offset: int | None = None

    async def run(self) -> None:
        """Poll, for ever; whatever goes wrong, try again with growing pauses.

        Telegram lets only one process poll: what an earlier one left unanswered is ours.
        """
        # A webhook set earlier would keep every update from us.
        await patiently(self._bot.delete_webhook, but=())
        await self._take_up()
        failures = idle = 0
        while True:
            began = asyncio.get_running_loop().time()
            try:
                has_moved = await self._once()
                failures = 0
            except Exception as error:
                self._explain(error)
                failures += 1
                await asyncio.sleep(wait(failures))
                continue
            if has_moved or asyncio.get_running_loop().time() - began >= IDLE:
                idle = 0
            else:  # a server that ignores the offset, or does not wait
                idle += 1
                await asyncio.sleep(min(wait(idle), LONGEST_IDLE))

    async def _take_up(self) -> None:
        """Tell whoever an earlier process left without an answer where they stand.

        What is taken and cannot be told is taken again when the claim on it lapses.
        """
        failures = taken = 0
        while not taken:
            try:
                async for answer in self._reception.interrupted():
                    taken += 1
                    self._outbox.put([answer])
                return
            except UnavailableError as error:
                self._explain(error)
                failures += 1
                await asyncio.sleep(wait(failures))

    async def _once(self) -> bool:
        """Fetch what is there and commit it; whether anything new was."""
        updates = await self._api.call(
            "getUpdates",
            LONG_POLL + SLACK,
            offset=self._offset,
            timeout=LONG_POLL,
            allowed_updates=UPDATE_KINDS,
        )
        if not isinstance(updates, list):
            raise UnclearError("No list of updates")
        self._heard()
        if not updates:
            return False
        readable = [update for raw in updates if (update := parse(raw)) is not None]
        received = [read(update, self._bot.username) for update in readable]
        self._outbox.put(await self._receive([one for one in received if one is not None]))
        return self._confirm(updates)

    async def _receive(self, batch: list[Received]) -> list[Answer]:
        """Let a batch have its effect; an update that fails even alone is passed."""
        try:
            return await self._reception.receive(batch)
        except UnavailableError:
            raise
        except Exception as error:
            if len(batch) > 1:
                return [answer for one in batch for answer in await self._receive([one])]
            where = "".join(traceback.format_tb(error.__traceback__))
            log.error("an update is passed: %s\n%s", type(error).__name__, where)
            return []

    def _confirm(self, updates: list[Any]) -> bool:
        """Ask for what comes after these from now on; whether that is something else than before.

        The highest, not the last: Telegram's order is not promised. An id that is none, or one so
        high that none could follow, would keep all others from us.
        """
        ids = [_id(raw) for raw in updates]
        offset = max((number + 1 for number in ids if number is not None), default=self._offset)
        has_moved = offset != self._offset
        self._offset = offset
        return has_moved

    @staticmethod
    def _explain(error: Exception) -> None:
        match error:
            case UnavailableError():
                log.warning("updates are not committed (%s), fetching them again", error)
            case Conflict():
                log.error("another process polls with this token; only one may")
            case InvalidToken():
                log.error("Telegram does not know this token any more; trying again")
            case TelegramError():
                log.warning("Telegram does not help (%s), trying again", type(error).__name__)
            case _:
                where = "".join(traceback.format_tb(error.__traceback__))
                log.error("updates cannot be taken: %s\n%s", type(error).__name__, where)


def _id(raw: object) -> int | None:
    number = raw.get("update_id") if isinstance(raw, dict) else None
    is_id = isinstance(number, int) and not isinstance(number, bool) and 0 <= number <= HIGHEST_ID
    return number if is_id else None
