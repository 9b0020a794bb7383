"""Messages owed: claimed when they are due, written as they read now, recorded when they left.

Each is claimed in a transaction of its own and written in another, so that one that cannot be
written harms nobody else: it is tried again with growing pauses and set aside in the end, with
its reason, where organisers see it.
"""

import logging
import traceback
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot import i18n, usecases
from bot.clock import Clock
from bot.conversation import engine
from bot.conversation.messages import Reply
from bot.conversation.turn import DueMessage
from bot.days import Day, Days
from bot.domain.keys import Address, AddressKey
from bot.domain.roles import Role
from bot.patience import MOST_TRIES, pause
from bot.store.books import Transaction, transaction
from bot.store.database import Database, UnavailableError
from bot.store.deliveries import Delivery

log = logging.getLogger(__name__)

CLAIM = timedelta(seconds=60)
"""How long a message belongs to the process that sends it, unless it says so again."""

UNWRITTEN = "unwritten"
LATE = "late"
"""Why a message was set aside: it could not be written; its moment passed while it had to wait."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """A message that this process sends now, and where to."""

    delivery: Delivery
    to: Address


class Dispatch:
    """What is owed to people, from its moment on until it has left or is set aside."""

    def __init__(
        self,
        database: Database,
        days: Days,
        clock: Clock,
        organisers: frozenset[Address] = frozenset(),
    ) -> None:
        self._database = database
        self._days = days
        self._clock = clock
        self._organisers = organisers

    async def settle(self) -> None:
        """Let come what comes with time, day after day: that may owe messages.

        Offers whose time is over lapse, extra reminders are due, announcements get on, organisers
        are told news.
        """
        async with transaction(self._database, self._clock.now()) as changing:
            days = await self._days.all(changing)
            waited_for = await changing.events.with_waiting_list()
            to_tell = await changing.events.with_news(changing.now)
        for key in waited_for:
            if key in days:
                async with transaction(self._database, self._clock.now()) as changing:
                    await usecases.waiting_list.settle(await changing.books(key, days[key].event))
        for key in to_tell:
            if key in days:
                async with transaction(self._database, self._clock.now()) as changing:
                    books = await changing.books(key, days[key].event)
                    await usecases.reminding.settle(books)
                    await usecases.announcing.settle(books)
                    await usecases.alerting.settle(books, await self._hearers(changing, days[key]))

    async def _hearers(self, changing: Transaction, day: Day) -> list[AddressKey]:
        """The organisers of a day who have spoken to the bot."""
        fixed = await changing.addresses.known(day.organisers(self._organisers))
        invited = [one for one, role in day.roles.items() if role is Role.ORGANISER]
        return sorted({*fixed, *invited})

    async def claim(self, but_not: Collection[AddressKey] = ()) -> Claimed | None:
        """Claim the message that is due first, to an address that is not among these."""
        async with transaction(self._database, self._clock.now()) as changing:
            delivery = await changing.outgoing.claim(changing.now + CLAIM, but_not)
            if delivery is None:
                return None
            known = await changing.addresses.of_keys([delivery.address])
        return Claimed(delivery, known[delivery.address].address)

    async def write(self, claimed: Claimed) -> Sequence[Reply]:
        """A claimed message as it reads now; empty when there is nothing to send.

        Nobody needs it any more, or it cannot be written: then it is put off or set aside.

        Raises:
            UnavailableError: the database takes nothing for now; the claim stays.
        """
        try:
            async with transaction(self._database, self._clock.now()) as changing:
                replies = await self._write(changing, claimed.delivery)
                if not replies:
                    await changing.outgoing.forget(claimed.delivery)
                return replies
        except UnavailableError:
            raise
        except Exception as error:
            # The message of an exception may quote somebody's data: only its kind is logged.
            where = "".join(traceback.format_tb(error.__traceback__))
            kind = claimed.delivery.kind
            log.error("a %s cannot be written: %s\n%s", kind, type(error).__name__, where)
        await self.failed(claimed, UNWRITTEN)
        return []

    async def _write(self, changing: Transaction, delivery: Delivery) -> Sequence[Reply]:
        day = (await self._days.all(changing))[delivery.event]
        who = (await changing.addresses.of_keys([delivery.address]))[delivery.address]
        words = i18n.words(who.language or i18n.DEFAULT_LANGUAGE, day.event.zone)
        books = await changing.books(day.key, day.event)
        role = day.role(who.key, who.address, self._organisers)
        due = DueMessage(books=books, words=words, delivery=delivery, role=role)
        return await engine.write(due)

    async def keep(self, claimed: Collection[Delivery]) -> None:
        """Renew the claims on the messages that this process is still sending."""
        if claimed:
            async with transaction(self._database, self._clock.now()) as changing:
                await changing.outgoing.keep(claimed, changing.now + CLAIM)

    async def delivered(self, claimed: Claimed, message_id: int | None = None) -> None:
        """Record at once that a message has left, and as which it has."""
        async with transaction(self._database, self._clock.now()) as changing:
            await changing.outgoing.set_sent(claimed.delivery, message_id)

    async def undeliverable(self, claimed: Claimed, failure: str) -> None:
        """Record that a message cannot be sent, and why; organisers see it."""
        async with transaction(self._database, self._clock.now()) as changing:
            await changing.outgoing.set_failed(claimed.delivery, failure)

    async def put_off(self, claimed: Claimed, seconds: float) -> None:
        """Let a message wait so long, through no fault of its own; others go on."""
        await self._again(claimed, seconds, claimed.delivery.tries)

    async def failed(self, claimed: Claimed, reason: str) -> None:
        """Record a try that failed for no clear reason: again later, or set aside in the end."""
        tries = claimed.delivery.tries + 1
        if tries >= MOST_TRIES:
            log.error("a %s is set aside: %s", claimed.delivery.kind, reason)
            await self.undeliverable(claimed, reason)
        else:
            await self._again(claimed, pause(tries), tries)

    async def _again(self, claimed: Claimed, seconds: float, tries: int) -> None:
        due_at = self._clock.now() + timedelta(seconds=seconds)
        if due_at >= claimed.delivery.not_after:
            log.error("a %s is set aside: it could not leave in time", claimed.delivery.kind)
            await self.undeliverable(claimed, LATE)
            return
        async with transaction(self._database, self._clock.now()) as changing:
            await changing.outgoing.put_off(claimed.delivery, due_at, tries)
