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
    claimed = await deliveries.claim(transaction, EVENT, now, now + A_WHILE)
    return claimed.delivery if claimed is not None else None


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


async def test_one_chat_s_leave_one_after_the_other_in_their_order(database: Database) -> None:
    later, other = Delivery(REMINDER, "PIL-CCCC", 1), Delivery(REMINDER, "PIL-DDDD", 2)
    async with database.transaction() as transaction:
        await owe(transaction, later, other, due=NOON)
        await owe(transaction, FIRST, due=NOON - timedelta(hours=1))
        assert [await claim(transaction, NOON) for _ in range(3)] == [FIRST, other, None]
        await deliveries.set_sent(transaction, EVENT, FIRST, NOON)
        assert await claim(transaction, NOON) == later


async def test_some_chats_are_passed_over(database: Database) -> None:
    async with database.transaction() as transaction:
        await owe(transaction, FIRST, SECOND)
        claimed = await deliveries.claim(transaction, EVENT, NOON, NOON + A_WHILE, {1, 7})
        assert claimed is not None
        assert claimed.delivery == SECOND


async def test_what_is_put_off_keeps_neither_its_chat_nor_others_waiting(
    database: Database,
) -> None:
    again = NOON + timedelta(seconds=30)
    beside = Delivery(REMINDER, "PIL-CCCC", 1)
    async with database.transaction() as transaction:
        await owe(transaction, FIRST, beside)
        assert await claim(transaction, NOON) == FIRST
        await deliveries.put_off(transaction, EVENT, FIRST, again, tries=3)
        assert await claim(transaction, NOON) == beside
        await deliveries.set_sent(transaction, EVENT, beside, NOON)
        assert await claim(transaction, NOON) is None
        claimed = await deliveries.claim(transaction, EVENT, again, again + A_WHILE)
        assert claimed is not None
        assert (claimed.delivery, claimed.tries) == (FIRST, 3)
        assert claimed.not_after == NOON + timedelta(hours=20)


async def test_what_is_owed_anew_while_it_is_put_off_is_due_as_it_says(database: Database) -> None:
    async with database.transaction() as transaction:
        await owe(transaction, FIRST)
        await claim(transaction, NOON)
        await owe(transaction, FIRST)
        await deliveries.put_off(transaction, EVENT, FIRST, NOON + A_WHILE, tries=3)
        claimed = await deliveries.claim(transaction, EVENT, NOON, NOON + A_WHILE)
        assert claimed is not None
        assert claimed.tries == 0
