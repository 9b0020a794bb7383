"""Which updates had their effect, and whose answer has not left."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

from bot.domain.keys import AddressKey, BotId
from bot.store.books import transaction
from bot.store.database import Database
from bot.store.updates import Updates

from .samples import NOW

BOT, OTHER_BOT, NOBODY_KNOWS = BotId("1234"), BotId("5678"), BotId("")
A_MINUTE = timedelta(minutes=1)
UNTIL = NOW + A_MINUTE
ONE, TWO, THREE = AddressKey(1), AddressKey(2), AddressKey(3)


@asynccontextmanager
async def at(database: Database, now: datetime, bot: BotId = BOT) -> AsyncIterator[Updates]:
    """The updates of a bot at a moment."""
    async with transaction(database, now) as changing:
        yield changing.updates(bot)


async def test_an_update_has_its_effect_once(database: Database) -> None:
    async with at(database, NOW) as updates:
        assert await updates.record([(7, ONE), (9, TWO)], UNTIL) == {7, 9}
        # They overtake each other: each is looked up, none is below the highest.
        assert await updates.record([(7, ONE), (8, ONE), (9, TWO), (10, TWO)], UNTIL) == {8, 10}
        assert await updates.record([], UNTIL) == set()


async def test_two_bots_have_ids_of_their_own(database: Database) -> None:
    async with at(database, NOW) as updates:
        await updates.record([(7, ONE)], UNTIL)
    async with at(database, NOW, OTHER_BOT) as updates:
        assert await updates.record([(7, TWO)], UNTIL) == {7}
        await updates.set_answered([7])
        assert await updates.take_over(UNTIL, UNTIL) == {}
    async with at(database, NOW) as updates:
        assert await updates.take_over(UNTIL, UNTIL) == {ONE: [7]}


async def test_what_was_not_answered_is_taken_over_once_nobody_claims_it(
    database: Database,
) -> None:
    async with at(database, NOW) as updates:
        await updates.record([(9, ONE), (7, ONE), (8, TWO), (5, THREE)], UNTIL)
        await updates.set_answered([5])
        assert await updates.take_over(UNTIL - timedelta(seconds=1), UNTIL) == {}
        assert await updates.take_over(UNTIL, UNTIL + A_MINUTE) == {ONE: [7, 9], TWO: [8]}
        assert await updates.take_over(UNTIL, UNTIL + A_MINUTE) == {}


async def test_a_claim_that_is_renewed_is_respected(database: Database) -> None:
    async with at(database, NOW) as updates:
        await updates.record([(7, ONE), (8, TWO)], UNTIL)
        await updates.keep([7], UNTIL + A_MINUTE)
        assert await updates.take_over(UNTIL, UNTIL + A_MINUTE) == {TWO: [8]}


async def test_a_later_answer_says_how_things_are(database: Database) -> None:
    async with at(database, NOW) as updates:
        await updates.record([(7, ONE), (8, ONE), (9, TWO)], UNTIL)
        await updates.set_answered([8, 9])
        assert await updates.answered_later(ONE, 7)
        assert not await updates.answered_later(ONE, 8)
        assert not await updates.answered_later(TWO, 9)


async def test_a_toast_says_not_how_things_are(database: Database) -> None:
    async with at(database, NOW) as updates:
        await updates.record([(7, ONE), (8, ONE), (9, ONE)], UNTIL)
        await updates.set_answered([], silent=[8])
        assert not await updates.answered_later(ONE, 7)
        await updates.set_answered([9])
        assert await updates.answered_later(ONE, 7)


async def test_answers_and_toasts_are_recorded_together(database: Database) -> None:
    async with at(database, NOW) as updates:
        await updates.record([(n, ONE) for n in (1, 2, 3, 4)] + [(n, TWO) for n in (5, 6)], UNTIL)
        await updates.set_answered([2, 3, 4], silent=[6])
        assert await updates.answered_later(ONE, 1)
        assert not await updates.answered_later(TWO, 5)
        assert await updates.take_over(UNTIL, UNTIL + A_MINUTE) == {ONE: [1], TWO: [5]}


async def test_ids_recorded_before_bots_were_told_apart_are_adopted_once(
    database: Database,
) -> None:
    async with at(database, NOW, NOBODY_KNOWS) as updates:
        await updates.record([(6, ONE), (7, ONE)], UNTIL)
    async with at(database, NOW) as updates:
        await updates.record([(7, ONE)], UNTIL)
        await updates.adopt()
        assert await updates.record([(6, ONE), (7, ONE)], UNTIL) == set()
    async with at(database, NOW, OTHER_BOT) as updates:
        await updates.adopt()
        assert await updates.record([(6, ONE)], UNTIL) == {6}


async def test_ids_are_kept_for_longer_than_telegram_keeps_updates(database: Database) -> None:
    async with at(database, NOW) as updates:
        await updates.record([(7, ONE)], UNTIL)
    async with at(database, NOW + timedelta(hours=25)) as updates:
        assert await updates.forget_old() == set()
        assert await updates.record([(7, ONE)], UNTIL) == set()
    async with at(database, NOW + timedelta(days=30), OTHER_BOT) as updates:
        assert await updates.forget_old() == {ONE}
    async with at(database, NOW) as updates:
        assert await updates.record([(7, ONE)], UNTIL) == {7}
