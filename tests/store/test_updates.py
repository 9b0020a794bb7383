"""Which updates had their effect, and whose answer has not left."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from bot.store import updates
from bot.store.database import Database, Transaction

EVENT = "essai"
NOW = datetime(2015, 2, 16, 8, 0, tzinfo=UTC)


UNTIL = NOW + timedelta(minutes=1)


async def record(transaction: Transaction, pairs: Iterable[tuple[int, int]]) -> None:
    """These updates have their effect now; their answers are claimed until UNTIL."""
    await updates.record(transaction, EVENT, pairs, NOW, UNTIL)


async def take_over(transaction: Transaction, now: datetime) -> dict[int, list[int]]:
    return await updates.take_over(transaction, EVENT, now, now + timedelta(minutes=1))


async def test_ids_are_looked_up_one_by_one(database: Database) -> None:
    async with database.transaction() as transaction:
        await record(transaction, [(7, 1), (9, 2)])
        assert await updates.known(transaction, [7, 8, 9, 10]) == {7, 9}
        assert await updates.known(transaction, []) == set()


async def test_what_was_not_answered_is_taken_over_once_nobody_claims_it(
    database: Database,
) -> None:
    async with database.transaction() as transaction:
        await record(transaction, [(9, 1), (7, 1), (8, 2), (5, 3)])
        await updates.set_answered(transaction, [5], NOW)
        assert await take_over(transaction, UNTIL - timedelta(seconds=1)) == {}
        assert await take_over(transaction, UNTIL) == {1: [7, 9], 2: [8]}
        assert await take_over(transaction, UNTIL) == {}


async def test_a_claim_that_is_renewed_is_respected(database: Database) -> None:
    async with database.transaction() as transaction:
        await record(transaction, [(7, 1), (8, 2)])
        await updates.keep(transaction, [7], UNTIL + timedelta(minutes=1))
        assert await take_over(transaction, UNTIL) == {2: [8]}


async def test_each_event_takes_over_its_own(database: Database) -> None:
    async with database.transaction() as transaction:
        await record(transaction, [(7, 1)])
        assert await updates.take_over(transaction, "other", UNTIL, UNTIL) == {}


async def test_ids_are_kept_for_longer_than_telegram_keeps_updates(database: Database) -> None:
    async with database.transaction() as transaction:
        await record(transaction, [(7, 1)])
        await updates.forget_old(transaction, NOW + timedelta(hours=25))
        assert await updates.known(transaction, [7]) == {7}
        await updates.forget_old(transaction, NOW + timedelta(days=30))
        assert await updates.known(transaction, [7]) == set()
