"""Receives what people send: one transaction for its whole effect, then the answers may leave.

Updates that arrive together are committed together. When one of them fails, all are rolled back
and taken again one by one, so that only the one that fails is answered with an apology. When the
database is what fails, nothing is answered: the updates are delivered again.

Several processes may receive at once. Locks are taken in one order, so that none waits for another
in a circle: addresses by their keys, then events by theirs. What a process is sending, it claims
for a minute and renews its claim; what is claimed no longer was interrupted by a crash.
"""

import asyncio
import logging
import traceback
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot import i18n
from bot.clock import Clock
from bot.conversation import engine
from bot.conversation.capabilities import WORDS_ONLY, Capabilities
from bot.conversation.days import day_meant
from bot.conversation.messages import (
    Blocking,
    GroupCall,
    Input,
    Interrupted,
    Person,
    Press,
    Say,
    Toast,
)
from bot.conversation.state import Dialogue
from bot.conversation.turn import Turn
from bot.days import Day, Days
from bot.departures import Answer, Departure, Departures
from bot.domain.keys import NOBODY, Address, AddressKey, BotId, EventKey
from bot.domain.roles import Role
from bot.i18n import Words
from bot.store.addresses import Correspondent
from bot.store.books import Books, Transaction, transaction
from bot.store.database import ChangedMeanwhileError, Database, UnavailableError
from bot.store.opening import ping

log = logging.getLogger(__name__)

CLAIM = timedelta(seconds=60)
"""How long what is to be sent belongs to the process that sends it, unless it says so again."""

SOON = 0.01
"""Seconds in which departures come together that somebody waits for."""

_WHENEVER = datetime.max.replace(tzinfo=UTC)

Known = Mapping[Address, Correspondent]


@dataclass(frozen=True, slots=True)
class Received:
    """One update: its id, who sent it, what it says."""

    update_id: int
    person: Person
    input: Input


class Reception:
    """The bot's one way in, whoever brings the updates: Telegram, a sandbox, a test."""

    def __init__(
        self,
        database: Database,
        days: Days,
        clock: Clock,
        organisers: frozenset[Address],
        bot: BotId,
    ) -> None:
        self._database = database
        self._days = days
        self._clock = clock
        self._organisers = organisers
        self._bot = bot
        self._departures = Departures()
        self.channel: Capabilities = WORDS_ONLY
        """What the channel can do, once that is known."""
        self._is_settling = False
        self._writing = asyncio.Lock()
        """Keeps departures from being written by two transactions of this process."""

    # ---- updates in, answers out

    async def receive(self, batch: Sequence[Received]) -> list[Answer]:
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

    async def _commit(self, batch: Sequence[Received]) -> list[Answer]:
        try:
            return await self._commit_as_read(batch)
        except ChangedMeanwhileError:
            # Another process was faster: this time the party is read as it left it.
            return await self._commit_as_read(batch)

    async def _commit_as_read(self, batch: Sequence[Received]) -> list[Answer]:
        async with self._writing, transaction(self._database, self._clock.now()) as changing:
            departures = self._departures.pending()
            wanted = [one.person.address for one in batch] + _addresses(departures)
            known = await changing.addresses.load(wanted)
            changed = await self._write(changing, departures, known)
            fresh = await self._record(changing, batch, known)
            days = await self._days.all(changing)
            keys = [known[one.person.address].key for one in fresh]
            answers = []
            for one in fresh:
                who = known[one.person.address]
                answers.append(await self._answer(changing, one, who, days, keys, changed))
            await changed.save(changing)
        self._departures.are_recorded(len(departures))
        return answers

    async def _record(
        self, changing: Transaction, batch: Iterable[Received], known: Known
    ) -> list[Received]:
        """Those of the updates that have not been received before, recorded as received."""
        updates = changing.updates(self._bot)
        by_id = {one.update_id: one for one in batch}
        pairs = [(number, known[one.person.address].key) for number, one in by_id.items()]
        fresh = await updates.record(pairs, changing.now + CLAIM)
        # What is answered in a group is answered once or not at all: nobody waits for it there.
        await updates.set_answered(
            number for number in fresh if isinstance(by_id[number].input, GroupCall)
        )
        return [one for number, one in by_id.items() if number in fresh]

    async def _answer(
        self,
        changing: Transaction,
        received: Received,
        who: Correspondent,
        days: Mapping[EventKey, Day],
        batch: Iterable[AddressKey],
        changed: "_Changed",
    ) -> Answer:
        day = await day_meant(received.input, who, days, changing)
        standing = who.dialogue(day.key)
        dialogue = _dialogue(standing.state)
        dialogue.language = (
            who.language or dialogue.language or i18n.language_for(received.person.language)
        )

        async def open_books(other: Day) -> Books:
            opened = await changing.books(other.key, other.event, batch)
            opened.author = who.key if self._role(who, other) is not None else NOBODY
            return opened

        turn = Turn(
            person=received.person,
            address=who.key,
            input=received.input,
            dialogue=dialogue,
            books=await open_books(day),
            words=self._words(dialogue.language, day),
            role=self._role(who, day),
            organisers=day.organisers(self._organisers),
            role_at=lambda other: self._role(who, other),
            days=days,
            open_books=open_books,
            channel=self.channel,
        )
        replies = await engine.respond(turn)
        standing.state = turn.dialogue.model_dump_json(exclude_defaults=True)
        if not isinstance(received.input, GroupCall):
            changed.note(who, day.key, turn.dialogue.language)
        return Answer(
            (received.update_id,),
            who.address,
            tuple(replies),
            day.key,
            _press(received.input),
            standing.live_message_id,
        )

    def _role(self, who: Correspondent, day: Day) -> Role | None:
        return day.role(who.key, who.address, self._organisers)

    def _words(self, language: str | None, day: Day) -> Words:
        return i18n.words(language or i18n.DEFAULT_LANGUAGE, day.event.zone)

    async def _apologise(self, received: Received, error: Exception) -> Answer:
        answer = self._apology(received, error)
        async with transaction(self._database, self._clock.now()) as changing:
            known = await changing.addresses.load([received.person.address])
            await self._record(changing, [received], known)
        return answer

    def _apology(self, received: Received, error: Exception) -> Answer:
        # The message of an exception may quote what somebody wrote: only its kind is logged.
        where = "".join(traceback.format_tb(error.__traceback__))
        log.error("update %d failed: %s\n%s", received.update_id, type(error).__name__, where)
        words = i18n.words(i18n.language_for(received.person.language), ZoneInfo("UTC"))
        is_late = isinstance(error, ChangedMeanwhileError)
        said = words("sorry.changed") if is_late else words("sorry")
        replies = () if isinstance(received.input, Blocking) else (Say(said), Toast(""))
        press = _press(received.input)
        return Answer((received.update_id,), received.person.address, replies, press=press)

    # ---- what became of the answers

    def note(self, departure: Departure) -> None:
        """Note that an answer has left, or cannot; `settle` or the next batch records it."""
        self._departures.note(departure)

    async def settle(self) -> None:
        """Record the departures noted so far."""
        async with self._writing:
            departures = self._departures.pending()
            if departures:
                async with transaction(self._database, self._clock.now()) as changing:
                    known = await changing.addresses.load(_addresses(departures))
                    changed = await self._write(changing, departures, known)
                    await changed.save(changing)
                self._departures.are_recorded(len(departures))

    async def settled(self) -> None:
        """Wait until the departures noted so far are recorded, with those of others meanwhile."""
        wanted = self._departures.noted
        while self._departures.recorded < wanted:
            if self._is_settling:
                await self._departures.more_recorded()
            else:
                await self._settle_soon()

    async def _settle_soon(self) -> None:
        self._is_settling = True
        try:
            await asyncio.sleep(SOON)
            await self.settle()
        finally:
            self._is_settling = False

    async def _write(
        self, changing: Transaction, departures: Iterable[Departure], known: Known
    ) -> "_Changed":
        """Write departures; whose live message is another one now."""
        changed = _Changed()
        told, silent = list[int](), list[int]()
        for one in departures:
            (silent if one.answer.is_silent else told).extend(one.answer.update_ids)
        await changing.updates(self._bot).set_answered(told, silent)
        for one in departures:
            who, event = known[one.answer.address], one.answer.event
            if event and one.live_message_id != one.answer.live_message_id:
                who.dialogue(event).live_message_id = one.live_message_id
                changed.dialogues[who.key, event] = who
            if one.blocked:
                await changing.addresses.set_blocked(who.key, changing.now)
        return changed

    async def keep(self, update_ids: list[int]) -> None:
        """Renew the claims on the answers this process is still sending."""
        if update_ids:
            async with transaction(self._database, self._clock.now()) as changing:
                await changing.updates(self._bot).keep(update_ids, changing.now + CLAIM)

    async def start(self) -> None:
        """Take up the work: the facts of the event files, and what an older version left."""
        async with transaction(self._database, self._clock.now()) as changing:
            await changing.updates(self._bot).adopt()
            await self._days.enter(changing)
        async with transaction(self._database, self._clock.now()) as changing:
            await self._days.all(changing)  # so that who writes first does not wait for it

    def interrupted(self) -> AsyncIterator[Answer]:
        """At the start of the only process: chats whose answers never left, told where they stand.

        Whatever an earlier process had claimed: it is no more. Each answer is to leave at once, so
        that none leaves after one to a later update.
        """
        return self._take_over(_WHENEVER)

    def abandoned(self) -> AsyncIterator[Answer]:
        """The same from time to time: chats whose answers are claimed by nobody any more."""
        return self._take_over(self._clock.now())

    async def _take_over(self, lapsed_by: datetime) -> AsyncIterator[Answer]:
        async with transaction(self._database, self._clock.now()) as changing:
            updates = changing.updates(self._bot)
            waiting = await updates.take_over(lapsed_by, changing.now + CLAIM)
            known = await changing.addresses.of_keys(waiting)
        for key, numbers in waiting.items():
            if key in known:
                yield await self.resume(known[key].address, tuple(numbers))

    async def resume(self, address: Address, update_ids: tuple[int, ...]) -> Answer:
        """Say where somebody stands, in place of the answers to these updates.

        Raises:
            UnavailableError: the database takes nothing for now.
        """
        if not self.channel.is_one_to_one(address):
            return Answer(update_ids, address, ())  # not into groups
        received = Received(update_ids[-1], Person(address), Interrupted())
        try:
            async with transaction(self._database, self._clock.now()) as changing:
                who = (await changing.addresses.load([address]))[address]
                if await changing.updates(self._bot).answered_later(who.key, update_ids[-1]):
                    return Answer(update_ids, address, ())
                days, changed = await self._days.all(changing), _Changed()
                answer = await self._answer(changing, received, who, days, [who.key], changed)
                await changed.save(changing)
        except UnavailableError:
            raise
        except Exception as error:
            # One chat that cannot be read must not keep the others from their answers.
            answer = self._apology(received, error)
        return replace(answer, update_ids=update_ids)

    # ---- keeping house

    async def tidy(self) -> None:
        """Forget the ids of old updates; after each event's time, erase everybody's data."""
        async with transaction(self._database, self._clock.now()) as changing:
            senders = await changing.updates(self._bot).forget_old()
            await changing.addresses.forget_unused(senders)
            over = await self._days.to_erase(changing)
        for key, code in over.items():
            await self._erase(key, code)

    async def _erase(self, key: EventKey, code: str) -> None:
        async with transaction(self._database, self._clock.now()) as changing:
            erased = await changing.events.erase(key)
            await changing.addresses.forget_unused(erased)
        if erased:
            log.info("personal data of %s erased (%d addresses)", code, len(erased))

    async def check(self) -> None:
        """See whether the database answers.

        Raises:
            StoreError: it does not.
        """
        await ping(self._database)


@dataclass(slots=True)
class _Changed:
    """What is to be written of those who talked, all at once at the end of a transaction."""

    dialogues: dict[tuple[AddressKey, EventKey], Correspondent] = field(default_factory=dict)
    people: dict[AddressKey, Correspondent] = field(default_factory=dict)

    def note(self, who: Correspondent, event: EventKey, language: str | None) -> None:
        """Somebody talked about an event, in a language."""
        self.dialogues[who.key, event] = who
        if (who.language, who.event) != (language, event):
            who.language, who.event = language, event
            self.people[who.key] = who

    async def save(self, changing: Transaction) -> None:
        """Write it."""
        await changing.addresses.save_dialogues(
            (who, event) for (_, event), who in self.dialogues.items()
        )
        await changing.addresses.save(self.people.values())


def _addresses(departures: Iterable[Departure]) -> list[Address]:
    return [one.answer.address for one in departures]


def _dialogue(state: str) -> Dialogue:
    return Dialogue.model_validate_json(state) if state else Dialogue()


def _press(said: Input) -> Press | None:
    return said if isinstance(said, Press) else None
