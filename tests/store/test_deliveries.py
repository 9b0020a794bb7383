"""Messages owed: due in their time, claimed by one, sent once."""

from datetime import UTC, datetime, timedelta

from bot.store import deliveries
from bot.store.database import Database, Transaction
from bot.store.deliveries import REMINDER, Delivery

EVENT = "essai"
NOON = datetime(2015, 3, 4, 12, 0, tzinfo=UTC)
A_WHILE = timedelta(minutes=1)
FIRST, SECOND = Delivery(REMINDER, "PIL-AAAA", 1), Delivery(REMINDER, "PIL-BBBB", 2)


async def owe(transaction: Transaction, *owed: Delivery, due: datetime = NOON) -> None:
    for delivery in owed:
        await deliveries.owe(transaction, EVENT, delivery, due, NOON + timedelta(hours=20))


async def claim(transaction: Transaction, now: datetime) -> Delivery | None:
    return await deliveries.claim(transaction, EVENT, now, now + A_WHILE)


async def test_none_before_it_is_due_nor_after_it_makes_sense(database: Database) -> None:
    async with database.transaction() as transaction:
        await owe(transaction, FIRST)
        assert await claim(transaction, NOON - timedelta(seconds=1)) is None
        assert await claim(transaction, NOON + timedelta(hours=20)) is None
        assert await claim(transaction, NOON) == FIRST


async def test_what_is_due_first_comes_first(database: Database) -> None:
    async with database.transaction() as transaction:
        await owe(transaction, FIRST, due=NOON)
        await owe(transaction, SECOND, due=NOON - timedelta(hours=1))
        assert await claim(transaction, NOON) == SECOND
        assert await claim(transaction, NOON) == FIRST
        assert await claim(transaction, NOON) is None


async def test_what_was_claimed_and_not_sent_comes_again(database: Database) -> None:
    async with database.transaction() as transaction:
        await owe(transaction, FIRST)
        assert await claim(transaction, NOON) == FIRST
        assert await claim(transaction, NOON + A_WHILE - timedelta(seconds=1)) is None
        assert await claim(transaction, NOON + A_WHILE) == FIRST


async def test_what_was_sent_or_cannot_be_is_owed_no_more(database: Database) -> None:
    later = NOON + timedelta(hours=1)
    async with database.transaction() as transaction:
        await owe(transaction, FIRST, SECOND)
        assert [await claim(transaction, NOON) for _ in range(2)] == [FIRST, SECOND]
        await deliveries.set_sent(transaction, EVENT, FIRST, NOON)
        await deliveries.set_failed(transaction, EVENT, SECOND, "blocked")
        assert await claim(transaction, later) is None
        assert await deliveries.failed(transaction, EVENT) == {SECOND.chat_id}


async def test_each_event_has_its_own(database: Database) -> None:
    async with database.transaction() as transaction:
        await owe(transaction, FIRST)
        assert await deliveries.claim(transaction, "other", NOON, NOON + A_WHILE) is None


async def test_what_is_owed_anew_while_it_leaves_leaves_again(database: Database) -> None:
    async with database.transaction() as transaction:
        await owe(transaction, FIRST)
        await claim(transaction, NOON)
        await owe(transaction, FIRST)
        await deliveries.set_sent(transaction, EVENT, FIRST, NOON)
        assert await claim(transaction, NOON) == FIRST
