"""The bot's database, looked at from beside it, through the store as the bot itself does."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from store import reading

from bot.days import Days
from bot.domain.keys import Address, BotId, PartyCode, PartyKey, Subject, telegram
from bot.domain.party import Party
from bot.store.addresses import Correspondent, Standing
from bot.store.books import Books, Transaction, transaction
from bot.store.database import Database
from bot.store.deliveries import REMINDER, Delivery
from bot.store.opening import open_database

from .telegram import PATIENCE, TOKEN, Telegram

T = TypeVar("T")

BOT = BotId(f"telegram:{TOKEN.partition(':')[0]}")
A_CLAIM_IS_OVER = timedelta(seconds=61)
"""After which what a killed bot was about to send is sent by the next one."""
_MUCH_LATER = datetime(2999, 1, 1, tzinfo=UTC)


class _LookedOnlyError(Exception):
    """Nothing of what was done to look is kept."""


async def until_it_is_so(condition: Callable[[], Awaitable[object]], what: str) -> None:
    """Wait until the database says so, and says so again: it may be changing right now."""
    sure = 0
    try:
        async with asyncio.timeout(PATIENCE):
            while sure < 2:
                sure = sure + 1 if await condition() else 0
                await asyncio.sleep(0.02)
    except TimeoutError:
        raise AssertionError(f"waited in vain for {what}") from None


class Onlooker:
    """Whoever wants to know what the bot has written down. Its moment is Telegram's."""

    def __init__(self, telegram: Telegram, url: str) -> None:
        self._telegram = telegram
        self._url = url

    # ---- transactions beside the bot

    @asynccontextmanager
    async def changing(self, now: datetime | None = None) -> AsyncIterator[Transaction]:
        """A transaction that is committed; the bot waits meanwhile for what it locks."""
        database = await open_database(self._url)
        try:
            async with transaction(database, now or self._telegram.clock.now()) as changing:
                yield changing
        finally:
            await database.close()

    @asynccontextmanager
    async def looking(self, now: datetime | None = None) -> AsyncIterator[Transaction]:
        """A transaction of which nothing is kept."""
        try:
            async with self.changing(now) as changing:
                yield changing
                raise _LookedOnlyError
        except _LookedOnlyError:
            pass

    @asynccontextmanager
    async def _books(self) -> AsyncIterator[Books]:
        async with self.looking() as changing:
            yield await books_of(changing)

    async def _read(self, table: Callable[[Database], Awaitable[T]]) -> T:
        database = await open_database(self._url)
        try:
            return await table(database)
        finally:
            await database.close()

    # ---- parties and seats

    async def parties(self) -> list[Party]:
        """Those that are registered, the waiting ones too, oldest first."""
        async with self._books() as books:
            return await books.parties.everybody()

    async def sizes(self) -> list[tuple[str, int]]:
        """Territory and seats of each party that is registered."""
        return [(party.territory, party.seats) for party in await self.parties()]

    async def party_of(self, person_id: int) -> tuple[Party | None, bool]:
        """The party that somebody owns or is a member of, and whether they own it."""
        async with self._books() as books:
            who = await _who(books, person_id)
            party = next(iter(await books.parties.of(who.key)), None)
            return party, party is not None and party.is_owned_by(who.key)

    async def owners(self) -> list[tuple[int, int]]:
        """Who owns a party, with its seats."""
        async with self._books() as books:
            parties = await books.parties.everybody()
            people = await books.addresses.of_keys(key for one in parties for key in one.owners)
        return [(int(people[key].address.id), one.seats) for one in parties for key in one.owners]

    async def is_on_list(self, party: PartyKey) -> bool:
        """Whether a party waits for seats, or has an offer."""
        async with self._books() as books:
            return await books.queue.place(party) is not None

    async def held(self) -> int:
        """The seats that drafts, and parties somebody left, hold now."""
        async with self._books() as books:
            return (await books.count()).held

    async def history(self, code: str) -> list[str]:
        """What happened to the party of a code, cancelled or not."""
        async with self._books() as books:
            return [entry.what for entry in await books.history.of_code(PartyCode(code))]

    # ---- updates and their answers

    async def unanswered(self) -> int:
        """How many updates had their effect while their answer has not left, as far as is known."""
        async with self.looking() as changing:
            waiting = await changing.updates(BOT).take_over(_MUCH_LATER, _MUCH_LATER)
        return sum(map(len, waiting.values()))

    async def all_is_answered(self) -> None:
        """Wait until every answer has left, and the bot knows it."""

        async def is_answered() -> bool:
            return await self.unanswered() == 0

        await until_it_is_so(is_answered, "every answer to have left")

    async def recorded(self, numbers: Iterable[int]) -> set[int]:
        """Those of the updates that have had their effect."""
        wanted = set(numbers)
        async with self.looking() as changing:
            somebody = Address("nowhere", "nobody")
            who = (await changing.addresses.load([somebody]))[somebody]
            pairs = [(number, who.key) for number in wanted]
            return wanted - await changing.updates(BOT).record(pairs, changing.now)

    # ---- messages owed

    async def owed(self) -> list[Delivery]:
        """The messages that are due, or on their way: nobody's claim counts."""
        found: list[Delivery] = []
        async with self.looking(self._telegram.clock.now() + A_CLAIM_IS_OVER) as changing:
            while True:
                delivery = await changing.outgoing.claim(_MUCH_LATER)
                if delivery is None:
                    return found
                found.append(delivery)
                await changing.outgoing.set_sent(delivery)

    async def nothing_is_owed(self) -> None:
        """Wait until all that is due has left, and the bot knows it."""

        async def has_left() -> bool:
            return not await self.owed()

        await until_it_is_so(has_left, "all that is owed to have left")

    async def owe_reminder(self, person_id: int, not_after: datetime) -> None:
        """Let the reminder be owed to somebody now, once more or for the first time."""
        async with self.changing() as changing:
            books = await books_of(changing)
            who = await _who(books, person_id)
            (party,) = await books.parties.of(who.key)
            subject = Subject.party(party.key)
            await books.deliveries.owe(REMINDER, subject, [who.key], books.now, not_after)

    async def message_to(self, person_id: int, kind: str = REMINDER) -> reading.Owed:
        """The one message of a kind that is, or was, owed to somebody."""
        async with self._books() as books:
            who = await _who(books, person_id)
        found = await self._read(reading.owed)
        (owed,) = [one for one in found if (one.address, one.kind) == (who.key, kind)]
        return owed

    async def make_unwritable(self, person_id: int, kind: str) -> None:
        """Owe somebody, in the place of the reminder, what the bot has no words for."""
        async with self.changing() as changing:
            books = await books_of(changing)
            who = await _who(books, person_id)
            (party,) = await books.parties.of(who.key)
            subject, event = Subject.party(party.key), books.event
            await books.deliveries.cancel_for(who.key, subject, REMINDER)
            await books.deliveries.owe(kind, subject, [who.key], event.remind_at, event.starts_at)

    async def note_tries(self, person_id: int, tries: int) -> None:
        """What is owed to somebody was tried so often in vain; it is due now."""
        now = self._telegram.clock.now()
        async with self.looking() as changing:
            who = await _who(await books_of(changing), person_id)
        others = {one.address for one in await self.owed()} - {who.key}
        async with self.changing(now + A_CLAIM_IS_OVER) as changing:
            delivery = await changing.outgoing.claim(_MUCH_LATER, others)
            assert delivery is not None
            assert delivery.address == who.key
            await changing.outgoing.put_off(delivery, now, tries)

    async def blocking(self) -> int:
        """How many people block the bot, as far as it knows."""
        return len(await self._read(reading.blocking))

    async def unreached(self) -> set[int]:
        """Those who block the bot, or did not get what was owed to them."""
        async with self._books() as books:
            keys = await books.deliveries.unreached()
            people = await books.addresses.of_keys(keys)
        return {int(one.address.id) for one in people.values()}

    # ---- dialogues

    async def dialogue(self, person_id: int) -> str:
        """Where somebody stands, as it is stored; empty when they never wrote."""
        async with self._books() as books:
            who = await _who(books, person_id)
            return who.dialogue(books.key).state

    async def put_dialogue(self, person_id: int, state: str) -> None:
        """Let the bot find that stored."""
        async with self.changing() as changing:
            books = await books_of(changing)
            who = await _who(books, person_id)
            who.dialogues[books.key] = Standing(state)
            await books.addresses.save_dialogues([(who, books.key)])

    async def interrupt(self, person_id: int, number: int) -> None:
        """An update has had its effect, and its answer never left."""
        async with self.changing() as changing:
            who = (await changing.addresses.load([telegram(person_id)]))[telegram(person_id)]
            assert await changing.updates(BOT).record([(number, who.key)], changing.now)


async def books_of(changing: Transaction) -> Books:
    """The books of the one event there is."""
    (day,) = (await Days(()).all(changing)).values()
    return await changing.books(day.key, day.event)


async def _who(books: Books, person_id: int) -> Correspondent:
    address = telegram(person_id)
    return (await books.addresses.load([address]))[address]
