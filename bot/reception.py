"""Receives what people send: one transaction for its whole effect, then the answers may leave.

Updates that arrive together are committed together. When one of them fails, all are rolled back
and taken again one by one, so that only the one that fails is answered with an apology. When the
database is what fails, nothing is answered: the updates are delivered again.

Several processes may receive at once. Locks are taken in one order, so that none waits for another
in a circle: chats by their ids, then the event, then the rest. What a process is sending, it claims
for a minute and renews its claim; what is claimed no longer was interrupted by a crash.
"""

import asyncio
import logging
import traceback
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from pydantic import ValidationError

from bot import i18n
from bot.clock import Clock
from bot.conversation import engine, owed
from bot.conversation.messages import Blocking, Input, Interrupted, Person, Press, Reply, Say, Toast
from bot.conversation.owed import Owed
from bot.conversation.state import Dialogue
from bot.conversation.turn import Turn
from bot.domain.event import Event
from bot.i18n import Words
from bot.store import chats, deliveries, holds, parties, updates
from bot.store.chats import Chat
from bot.store.database import Database, Transaction, UnavailableError, ping
from bot.store.deliveries import Delivery
from bot.understanding.proper import ProperNames
from bot.usecases.desk import Desk

log = logging.getLogger(__name__)

CLAIM = timedelta(seconds=60)
"""How long what is to be sent belongs to the process that sends it, unless it says so again."""

_WHENEVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Received:
    """One update: its id, who sent it, what it says."""

    update_id: int
    person: Person
    input: Input


@dataclass(frozen=True, slots=True)
class Answer:
    """The replies to some updates of a chat, committed: they may leave."""

    update_ids: tuple[int, ...]
    chat_id: int
    replies: tuple[Reply, ...]
    press: Press | None = None
    """The press that they answer: a `Replace` goes to its message."""
    live_message_id: int | None = None
    """The message that carried the live buttons when the updates came."""


@dataclass(frozen=True, slots=True)
class Message:
    """A message that was owed and is due."""

    delivery: Delivery
    reply: Reply


@dataclass(frozen=True, slots=True)
class Departure:
    """What became of an answer: recorded with the next transaction."""

    answer: Answer
    live_message_id: int | None
    """The message that carries the live buttons now; None: none does."""
    blocked: bool = False


class Reception:
    """The bot's one way in, whoever brings the updates: Telegram, a sandbox, a test."""

    def __init__(
        self, database: Database, event: Event, clock: Clock, organisers: frozenset[int]
    ) -> None:
        self._database = database
        self._event = event
        self._clock = clock
        self._organisers = organisers
        self._departures: list[Departure] = []
        self._names = ProperNames.of(event)
        self.bot_username = ""
        """The bot's name at Telegram, once that is known."""
        self._writing = asyncio.Lock()
        """Keeps departures from being written by two transactions of this process."""

    # ---- updates in, answers out

    async def receive(self, batch: list[Received]) -> list[Answer]:
        """Let a batch have its effect; the answers, in order. An update seen before has none.

        Raises:
            UnavailableError: the database takes nothing for now; the batch is to be received again.
        """
        if not batch:
            return []
        try:
            return await self._commit(batch)
        except UnavailableError:
            raise
        except Exception as error:
            if len(batch) > 1:
                return [answer for one in batch for answer in await self.receive([one])]
            return [await self._apologise(batch[0], error)]

    async def _commit(self, batch: list[Received]) -> list[Answer]:
        code, now = self._event.code, self._clock.now()
        async with self._writing, self._database.transaction() as transaction:
            departures = list(self._departures)
            concerned = {one.person.chat_id for one in batch}
            rows = await chats.load(transaction, code, concerned | _chats(departures))
            for chat_id, message_id in (await self._write(transaction, departures)).items():
                rows[chat_id].live_message_id = message_id
            # Looked up once the chats are locked: another process may just have had them.
            known = await updates.known(transaction, [one.update_id for one in batch])
            fresh = _unseen(batch, known)
            answers = [
                await self._answer(transaction, one, rows[one.person.chat_id]) for one in fresh
            ]
            changed = {one.person.chat_id for one in fresh}
            await chats.save(transaction, code, [rows[chat_id] for chat_id in changed])
            pairs = [(one.update_id, one.person.chat_id) for one in fresh]
            await updates.record(transaction, code, pairs, now, now + CLAIM)
        del self._departures[: len(departures)]
        return answers

    async def _answer(self, transaction: Transaction, received: Received, chat: Chat) -> Answer:
        dialogue = _dialogue(chat)
        dialogue.language = dialogue.language or i18n.language_for(received.person.language)
        now = self._clock.now()
        turn = Turn(
            person=received.person,
            input=received.input,
            dialogue=dialogue,
            desk=Desk(transaction, self._event, now),
            event=self._event,
            words=self._words(dialogue.language),
            now=now,
            is_organiser=received.person.user_id in self._organisers,
            names=self._names,
            bot_username=self.bot_username,
        )
        replies = await engine.respond(turn)
        chat.dialogue = turn.dialogue.model_dump_json(exclude_defaults=True)
        return Answer(
            (received.update_id,),
            chat.chat_id,
            tuple(replies),
            _press(received.input),
            chat.live_message_id,
        )

    def _words(self, language: str | None) -> Words:
        return i18n.words(language or i18n.DEFAULT_LANGUAGE, self._event.zone)

    async def _apologise(self, received: Received, error: Exception) -> Answer:
        answer = self._apology(received, error)
        now = self._clock.now()
        async with self._database.transaction() as transaction:
            pair = (received.update_id, received.person.chat_id)
            await updates.record(transaction, self._event.code, [pair], now, now + CLAIM)
        return answer

    def _apology(self, received: Received, error: Exception) -> Answer:
        # The message of an exception may quote what somebody wrote: only its kind is logged.
        where = "".join(traceback.format_tb(error.__traceback__))
        log.error("update %d failed: %s\n%s", received.update_id, type(error).__name__, where)
        words = self._words(i18n.language_for(received.person.language))
        replies = () if isinstance(received.input, Blocking) else (Say(words("sorry")), Toast(""))
        press = _press(received.input)
        return Answer((received.update_id,), received.person.chat_id, replies, press)

    # ---- what became of the answers

    def note(self, departure: Departure) -> None:
        """Note that an answer has left, or cannot; `settle` or the next batch records it."""
        self._departures.append(departure)

    async def settle(self) -> None:
        """Record the departures noted so far."""
        async with self._writing:
            departures = list(self._departures)
            if departures:
                async with self._database.transaction() as transaction:
                    await chats.lock(transaction, self._event.code, _chats(departures))
                    await self._write(transaction, departures)
                # Only now: a transaction rolled back must not lose them.
                del self._departures[: len(departures)]

    async def _write(
        self, transaction: Transaction, departures: list[Departure]
    ) -> dict[int, int | None]:
        """Write departures; the live message of each chat where it is another one now."""
        code, now = self._event.code, self._clock.now()
        ids = [number for one in departures for number in one.answer.update_ids]
        live = {
            one.answer.chat_id: one.live_message_id
            for one in departures
            if one.live_message_id != one.answer.live_message_id
        }
        if ids:
            await updates.set_answered(transaction, ids, now)
        if live:
            await chats.set_live(transaction, code, live)
        for one in departures:
            if one.blocked:
                desk = Desk(transaction, self._event, now)
                await desk.note_blocked(one.answer.chat_id, blocked=True)
        return live

    async def keep(self, update_ids: list[int], messages: list[Delivery]) -> None:
        """Renew the claims on what this process is still sending: answers, messages owed."""
        until = self._clock.now() + CLAIM
        if update_ids or messages:
            async with self._database.transaction() as transaction:
                await updates.keep(transaction, update_ids, until)
                await deliveries.keep(transaction, self._event.code, messages, until)

    async def interrupted(self) -> list[Answer]:
        """At the start of the only process: chats whose answers never left, told where they stand.

        Whatever an earlier process had claimed: it is no more.
        """
        return await self._take_over(_WHENEVER)

    async def abandoned(self) -> list[Answer]:
        """The same from time to time: chats whose answers are claimed by nobody any more."""
        return await self._take_over(self._clock.now())

    async def _take_over(self, lapsed_by: datetime) -> list[Answer]:
        until = self._clock.now() + CLAIM
        async with self._database.transaction() as transaction:
            code = self._event.code
            waiting = await updates.take_over(transaction, code, lapsed_by, until)
        return [await self._resume(chat_id, tuple(ids)) for chat_id, ids in waiting.items()]

    async def _resume(self, chat_id: int, update_ids: tuple[int, ...]) -> Answer:
        if chat_id < 0:
            return Answer(update_ids, chat_id, ())  # not into groups
        code = self._event.code
        received = Received(update_ids[-1], Person(chat_id, chat_id), Interrupted())
        try:
            async with self._database.transaction() as transaction:
                rows = await chats.load(transaction, code, [chat_id])
                if await updates.answered_later(transaction, code, chat_id, update_ids[-1]):
                    return Answer(update_ids, chat_id, ())
                answer = await self._answer(transaction, received, rows[chat_id])
                await chats.save(transaction, code, rows.values())
        except UnavailableError:
            raise
        except Exception as error:
            # One chat that cannot be read must not keep the others from their answers.
            answer = self._apology(received, error)
        return replace(answer, update_ids=update_ids)

    # ---- messages owed

    async def due(self, limit: int) -> list[Message]:
        """Claim messages that are due, at most so many, as they read now."""
        messages: list[Message] = []
        while len(messages) < limit:
            # On its own: it locks the event, and a message that is claimed locks nothing more.
            async with self._database.transaction() as transaction:
                await Desk(transaction, self._event, self._clock.now()).waiting.settle()
            async with self._database.transaction() as transaction:
                delivery = await self._claim(transaction)
                if delivery is None:
                    break
                desk = Desk(transaction, self._event, self._clock.now())
                reply = await self._owed(transaction, desk, delivery)
                if reply is None:
                    await deliveries.set_moot(transaction, self._event.code, delivery)
                else:
                    messages.append(Message(delivery, reply))
        return messages

    async def _claim(self, transaction: Transaction) -> Delivery | None:
        now = self._clock.now()
        return await deliveries.claim(transaction, self._event.code, now, now + CLAIM)

    async def _owed(self, transaction: Transaction, desk: Desk, delivery: Delivery) -> Reply | None:
        chat = await chats.read(transaction, self._event.code, delivery.chat_id)
        words = self._words(_language(chat))
        return await owed.message(Owed(delivery, desk, self._event, words))

    async def delivered(self, delivery: Delivery) -> None:
        """Record at once that a message owed has left."""
        async with self._database.transaction() as transaction:
            await deliveries.set_sent(transaction, self._event.code, delivery, self._clock.now())

    async def undeliverable(self, delivery: Delivery, failure: str) -> None:
        """Record that a message owed cannot be sent; organisers see it."""
        async with self._database.transaction() as transaction:
            await deliveries.set_failed(transaction, self._event.code, delivery, failure)

    # ---- keeping house

    async def tidy(self) -> None:
        """Forget the ids of old updates; after the event's time, erase everybody's data."""
        code, now = self._event.code, self._clock.now()
        async with self._database.transaction() as transaction:
            await updates.forget_old(transaction, now)
        if now >= self._event.erase_at:
            async with self._database.transaction() as transaction:
                await chats.lock_all(transaction, code)
                await holds.lock(transaction, code)
                erased = await parties.erase_event(transaction, code)
            if erased:
                log.info("personal data of %s erased (%d chats)", code, erased)

    async def check(self) -> None:
        """See whether the database answers.

        Raises:
            StoreError: it does not.
        """
        await ping(self._database)


def _chats(departures: Iterable[Departure]) -> set[int]:
    return {one.answer.chat_id for one in departures}


def _unseen(batch: Iterable[Received], known: set[int]) -> list[Received]:
    fresh = {one.update_id: one for one in batch if one.update_id not in known}
    return list(fresh.values())


def _dialogue(chat: Chat) -> Dialogue:
    return Dialogue.model_validate_json(chat.dialogue) if chat.dialogue else Dialogue()


def _language(chat: Chat) -> str | None:
    """Their language; None when their dialogue cannot be read: what is owed leaves all the same."""
    try:
        return _dialogue(chat).language
    except ValidationError:
        return None


def _press(said: Input) -> Press | None:
    return said if isinstance(said, Press) else None
