"""Messages owed: due in their time, claimed by one, sent once, one after the other to a person."""

from datetime import UTC, datetime, timedelta

from bot.domain.keys import AddressKey, DraftId, EventKey, PartyKey, Subject
from bot.store.books import Transaction, transaction
from bot.store.database import Database
from bot.store.deliveries import HOLD_ENDING, OFFER, REMINDER, Delivery

from . import reading
from .samples import EVENT, keys

NOON = datetime(2015, 3, 4, 12, 0, tzinfo=UTC)
OVER = NOON + timedelta(hours=20)
A_WHILE = timedelta(minutes=1)
FIRST, SECOND, DRAFT = (
    Subject.party(PartyKey(1)),
    Subject.party(PartyKey(2)),
    Subject.draft(DraftId("abcdefgh")),
)
Days = tuple[EventKey, EventKey]


async def owe(
    changing: Transaction,
    day: EventKey,
    subject: Subject,
    *addresses: AddressKey,
    due: datetime = NOON,
    kind: str = REMINDER,
) -> None:
    books = await changing.books(day, EVENT)
    await books.deliveries.owe(kind, subject, addresses, due, OVER)


async def claim(database: Database, now: datetime, most: int = 9) -> list[Delivery]:
    async with transaction(database, now) as changing:
        return await changing.outgoing.claim(now + A_WHILE, most)


async def claimed(database: Database, now: datetime, most: int = 9) -> list[Subject]:
    return [one.subject for one in await claim(database, now, most)]


async def test_none_before_it_is_due_nor_after_it_makes_sense(
    database: Database, days: Days
) -> None:
    (marie,) = await keys(database, 1)
    async with transaction(database, NOON) as changing:
        await owe(changing, days[0], FIRST, marie)
    assert await claim(database, NOON - timedelta(seconds=1)) == []
    assert await claim(database, OVER) == []
    (reminder,) = await claim(database, NOON)
    assert reminder == Delivery(reminder.key, days[0], REMINDER, FIRST, marie)


async def test_what_is_due_first_comes_first_whatever_the_day(
    database: Database, days: Days
) -> None:
    marie, paul, jean = await keys(database, 1, 2, 3)
    async with transaction(database, NOON) as changing:
        await owe(changing, days[0], FIRST, marie)
        await owe(changing, days[1], SECOND, paul, due=NOON - timedelta(hours=1))
        await owe(changing, days[0], DRAFT, jean, due=NOON - timedelta(hours=2), kind=HOLD_ENDING)
    assert set(await claimed(database, NOON, most=2)) == {DRAFT, SECOND}
    assert await claimed(database, NOON) == [FIRST]
    assert await claimed(database, NOON) == []


async def test_one_person_gets_one_after_the_other(database: Database, days: Days) -> None:
    marie, paul = await keys(database, 1, 2)
    async with transaction(database, NOON) as changing:
        await owe(changing, days[0], SECOND, marie)
        await owe(changing, days[0], FIRST, marie, due=NOON - timedelta(minutes=5))
        await owe(changing, days[1], SECOND, marie, kind=OFFER)
        await owe(changing, days[0], SECOND, paul, kind=OFFER)
    first, other = sorted(await claim(database, NOON), key=lambda one: one.address)
    assert ((first.subject, first.address), other.address) == ((FIRST, marie), paul)
    assert await claim(database, NOON) == []  # that one is still on its way
    async with transaction(database, NOON) as changing:
        await changing.outgoing.set_sent(first)
    (second,) = await claim(database, NOON)
    assert (second.subject, second.kind) == (SECOND, REMINDER)
    # Its sender died: what is still owed comes in its order.
    (again,) = [one for one in await claim(database, NOON + A_WHILE) if one.address == marie]
    assert again.key == second.key


async def test_what_was_claimed_and_not_sent_comes_again(database: Database, days: Days) -> None:
    (marie,) = await keys(database, 1)
    async with transaction(database, NOON) as changing:
        await owe(changing, days[0], FIRST, marie)
    (reminder,) = await claim(database, NOON)
    assert await claim(database, NOON + A_WHILE - timedelta(seconds=1)) == []
    async with transaction(database, NOON) as changing:
        await changing.outgoing.keep([reminder], NOON + 2 * A_WHILE)
    assert await claim(database, NOON + A_WHILE) == []
    assert await claim(database, NOON + 2 * A_WHILE) == [reminder]


async def test_what_was_sent_or_cannot_be_is_owed_no_more(database: Database, days: Days) -> None:
    marie, paul = await keys(database, 1, 2)
    async with transaction(database, NOON) as changing:
        await owe(changing, days[0], FIRST, marie, paul)
    sent, failed = await claim(database, NOON)
    async with transaction(database, NOON) as changing:
        await changing.outgoing.set_sent(sent)
        await changing.outgoing.set_failed(failed, "blocked")
    assert await claim(database, NOON + timedelta(hours=1)) == []
    async with transaction(database, NOON) as changing:
        assert await (await changing.books(days[0], EVENT)).deliveries.unreached() == {paul}
        assert await (await changing.books(days[1], EVENT)).deliveries.unreached() == set()


async def test_what_is_put_off_is_tried_again_and_counted(database: Database, days: Days) -> None:
    (marie,) = await keys(database, 1)
    async with transaction(database, NOON) as changing:
        await owe(changing, days[0], FIRST, marie)
    (reminder,) = await claim(database, NOON)
    async with transaction(database, NOON) as changing:
        await changing.outgoing.put_off(reminder, NOON + A_WHILE)
    assert await claim(database, NOON + A_WHILE / 2) == []
    (again,) = await claim(database, NOON + A_WHILE)
    assert (again.key, again.tries) == (reminder.key, 1)


async def test_what_is_owed_anew_while_it_leaves_leaves_again(
    database: Database, days: Days
) -> None:
    (marie,) = await keys(database, 1)
    async with transaction(database, NOON) as changing:
        await owe(changing, days[0], FIRST, marie)
    (leaving,) = await claim(database, NOON)
    async with transaction(database, NOON) as changing:
        await owe(changing, days[0], FIRST, marie)
        await changing.outgoing.set_sent(leaving)
        await changing.outgoing.forget(leaving)
    assert await claim(database, NOON) == [leaving]


async def test_what_is_cancelled_is_owed_no_more(database: Database, days: Days) -> None:
    marie, paul = await keys(database, 1, 2)
    async with transaction(database, NOON) as changing:
        for kind in (REMINDER, OFFER, HOLD_ENDING):
            await owe(changing, days[0], FIRST, marie, paul, kind=kind)
        await owe(changing, days[1], SECOND, marie)
        deliveries = (await changing.books(days[0], EVENT)).deliveries
        await deliveries.cancel_for(marie, FIRST, REMINDER)
        await deliveries.cancel(FIRST, OFFER, HOLD_ENDING)
    assert [(one.kind, one.address) for one in await reading.owed(database)] == [
        (REMINDER, paul),
        (REMINDER, marie),
    ]
    async with transaction(database, NOON) as changing:
        deliveries = (await changing.books(days[0], EVENT)).deliveries
        await deliveries.forget(marie)
        await deliveries.cancel(FIRST)
    assert [one.subject for one in await reading.owed(database)] == [SECOND]
