"""Messages owed: claimed when they are due, written as they read now, recorded when they left.

Each is claimed in a transaction of its own and written in another, so that one that cannot be
written harms nobody else: it is tried again with growing pauses and set aside in the end, with
its reason, where organisers see it.
"""

import logging
import traceback
from collections.abc import Collection
from datetime import timedelta

from pydantic import ValidationError

from bot import i18n
from bot.clock import Clock
from bot.conversation import owed
from bot.conversation.messages import Reply
from bot.conversation.owed import Owed
from bot.conversation.state import Dialogue
from bot.domain.event import Event
from bot.patience import MOST_TRIES, pause
from bot.store import chats, deliveries
from bot.store.chats import Chat
from bot.store.database import Database, Transaction, UnavailableError
from bot.store.deliveries import Claimed, Delivery
from bot.usecases.desk import Desk

log = logging.getLogger(__name__)

CLAIM = timedelta(seconds=60)
"""How long a message belongs to the process that sends it, unless it says so again."""

UNWRITTEN = "unwritten"
LATE = "late"
"""Why a message was set aside: it could not be written; its moment passed while it had to wait."""


class Dispatch:
    """What is owed to people, from its moment on until it has left or is set aside."""

    def __init__(self, database: Database, event: Event, clock: Clock) -> None:
        self._database = database
        self._event = event
        self._clock = clock

    async def settle(self) -> None:
        """Let offers lapse whose time is over: that may owe messages. It locks the event."""
        async with self._database.transaction() as transaction:
            await Desk(transaction, self._event, self._clock.now()).waiting.settle()

    async def claim(self, but_not: Collection[int] = ()) -> Claimed | None:
        """Claim the message that is due first, of a chat that is not among these.

        A chat with a claimed message is passed over: none leaves beside another one of its chat.
        """
        now = self._clock.now()
        async with self._database.transaction() as transaction:
            code = self._event.code
            return await deliveries.claim(transaction, code, now, now + CLAIM, but_not)

    async def write(self, claimed: Claimed) -> Reply | None:
        """A claimed message as it reads now; None when there is nothing to send.

        Nobody needs it any more, or it cannot be written: then it is put off or set aside.

        Raises:
            UnavailableError: the database takes nothing for now; the claim stays.
        """
        try:
            async with self._database.transaction() as transaction:
                reply = await self._write(transaction, claimed.delivery)
                if reply is None:
                    code = self._event.code
                    await deliveries.set_moot(transaction, code, claimed.delivery)
                return reply
        except UnavailableError:
            raise
        except Exception as error:
            # The message of an exception may quote somebody's data: only its kind is logged.
            where = "".join(traceback.format_tb(error.__traceback__))
            kind = claimed.delivery.kind
            log.error("a %s cannot be written: %s\n%s", kind, type(error).__name__, where)
        await self.failed(claimed, UNWRITTEN)
        return None

    async def _write(self, transaction: Transaction, delivery: Delivery) -> Reply | None:
        chat = await chats.read(transaction, self._event.code, delivery.chat_id)
        words = i18n.words(_language(chat) or i18n.DEFAULT_LANGUAGE, self._event.zone)
        desk = Desk(transaction, self._event, self._clock.now())
        return await owed.message(Owed(delivery, desk, self._event, words))

    async def keep(self, claimed: Collection[Delivery]) -> None:
        """Renew the claims on the messages that this process is still sending."""
        if claimed:
            async with self._database.transaction() as transaction:
                until = self._clock.now() + CLAIM
                await deliveries.keep(transaction, self._event.code, claimed, until)

    async def delivered(self, claimed: Claimed) -> None:
        """Record at once that a message has left."""
        async with self._database.transaction() as transaction:
            now = self._clock.now()
            await deliveries.set_sent(transaction, self._event.code, claimed.delivery, now)

    async def undeliverable(self, claimed: Claimed, failure: str) -> None:
        """Record that a message cannot be sent, and why; organisers see it."""
        async with self._database.transaction() as transaction:
            await deliveries.set_failed(transaction, self._event.code, claimed.delivery, failure)

    async def put_off(self, claimed: Claimed, seconds: float) -> None:
        """Let a message wait so long, through no fault of its own; others go on."""
        await self._again(claimed, seconds, claimed.tries)

    async def failed(self, claimed: Claimed, reason: str) -> None:
        """Record a try that failed for no clear reason: again later, or set aside in the end."""
        tries = claimed.tries + 1
        if tries >= MOST_TRIES:
            log.error("a %s is set aside: %s", claimed.delivery.kind, reason)
            await self.undeliverable(claimed, reason)
        else:
            await self._again(claimed, pause(tries), tries)

    async def _again(self, claimed: Claimed, seconds: float, tries: int) -> None:
        due_at = self._clock.now() + timedelta(seconds=seconds)
        if due_at >= claimed.not_after:
            log.error("a %s is set aside: it could not leave in time", claimed.delivery.kind)
            await self.undeliverable(claimed, LATE)
            return
        async with self._database.transaction() as transaction:
            code = self._event.code
            await deliveries.put_off(transaction, code, claimed.delivery, due_at, tries)


def _language(chat: Chat) -> str | None:
    """Their language; None when their dialogue cannot be read: what is owed leaves all the same."""
    try:
        return Dialogue.model_validate_json(chat.dialogue).language if chat.dialogue else None
    except ValidationError:
        return None
