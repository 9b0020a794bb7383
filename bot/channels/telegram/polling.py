"""Fetches updates by long polling, and confirms them only once their effect is committed.

Telegram confirms an update when the next `getUpdates` asks for a higher offset. So the offset
goes up after the commit: what a crash interrupts is delivered again.
"""

import asyncio
import logging
from typing import Any

from pydantic import ValidationError
from telegram import Bot
from telegram.error import Conflict, NetworkError, TelegramError, TimedOut

from bot.channels.outbox import Outbox
from bot.channels.telegram.incoming import UPDATE_KINDS, Update, read
from bot.channels.telegram.outgoing import call, patiently
from bot.reception import Received, Reception
from bot.store.database import UnavailableError

log = logging.getLogger(__name__)

LONG_POLL = 25
"""Seconds Telegram waits for an update before it answers with none."""

SLACK = 10.0
"""Seconds more until a poll without any answer counts as lost."""


class Poller:
    """The loop that brings updates in."""

    def __init__(self, bot: Bot, reception: Reception, outbox: Outbox) -> None:
        self._bot = bot
        self._reception = reception
        self._outbox = outbox
        self._offset: int | None = None

    async def run(self) -> None:
        """Poll, for ever; while Telegram cannot be reached, or we cannot commit, try again.

        Telegram lets only one process poll: what an earlier one left unanswered is ours.
        """
        # A webhook set earlier would keep every update from us.
        await patiently(self._bot.delete_webhook)
        self._outbox.put(await self._reception.interrupted())
        pause = 0.5
        while True:
            try:
                await self._once()
                pause = 0.5
            except TimedOut:
                continue
            except (TelegramError, UnavailableError) as error:
                self._explain(error)
                await asyncio.sleep(pause)
                pause = min(2 * pause, 30.0)

    async def _once(self) -> None:
        updates: list[dict[str, Any]] = await call(
            self._bot,
            "getUpdates",
            LONG_POLL + SLACK,
            offset=self._offset,
            timeout=LONG_POLL,
            allowed_updates=UPDATE_KINDS,
        )
        if not updates:
            return
        received = [self._read(update) for update in updates]
        answers = await self._reception.receive([one for one in received if one is not None])
        self._outbox.put(answers)
        # The highest, not the last: Telegram's order is not promised.
        self._offset = max(update["update_id"] for update in updates) + 1

    def _read(self, update: dict[str, Any]) -> Received | None:
        try:
            return read(Update.model_validate(update), self._bot.username)
        except ValidationError as error:
            # Fetched again, it would come back for ever. Its content is not logged.
            fields = [detail["loc"] for detail in error.errors()]
            log.error("update %s cannot be read: %s", update["update_id"], fields)
            return None

    @staticmethod
    def _explain(error: TelegramError | UnavailableError) -> None:
        if isinstance(error, UnavailableError):
            log.warning("updates are not committed (%s), fetching them again", error)
        elif isinstance(error, Conflict):
            log.error("another process polls with this token; only one may")
        elif isinstance(error, NetworkError):
            log.warning("Telegram cannot be reached (%s), trying again", type(error).__name__)
        else:
            log.error("updates cannot be fetched: %s", error.message)
