"""Messages owed: due in their time, claimed by one, sent once, one after the other to a person."""

from collections.abc import Collection
from dataclasses import replace
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


async def claim(
    database: Database, now: datetime, but_not: Collection[AddressKey] = ()
) -> Delivery | None:
    """The next one, as a process claims it: in a transaction of its own."""
    async with transaction(database, now) as changing:
        return await changing.outgoing.claim(now + A_WHILE, but_not)


async def claims(database: Database, now: datetime) -> list[Delivery]:
    """All that may leave now, one after the other."""
    found: list[Delivery] = []
    while (delivery := await claim(database, now)) is not None:
        found.append(delivery)
    return found


async def test_none_before_it_is_due_nor_after_it_makes_sense(
    database: Database, days: Days
) -> None:
    (marie,) = await keys(database, 1)
    async with transaction(database, NOON) as changing:
        await owe(changing, days[0], FIRST, marie)
    assert await claims(database, NOON - timedelta(seconds=1)) == []
    assert await claims(database, OVER) == []
    (reminder,) = await claims(database, NOON)
    assert reminder == Delivery(reminder.key, days[0], REMINDER, FIRST, marie, OVER)


async def test_what_is_due_first_comes_first_whatever_the_day(
    database: Database, days: Days
) -> None:
    marie, paul, jean = await keys(database, 1, 2, 3)
    async with transaction(database, NOON) as changing:
        await owe(changing, days[0], FIRST, marie)
        await owe(changing, days[1], SECOND, paul, due=NOON - timedelta(hours=1))
        await owe(changing, days[0], DRAFT, jean, due=NOON - timedelta(hours=2), kind=HOLD_ENDING)
    assert [one.subject for one in await claims(database, NOON)] == [DRAFT, SECOND, FIRST]


async def test_one_chat_s_leave_one_after_the_other_in_their_order(
    database: Database, days: Days
) -> None:
    marie, paul = await keys(database, 1, 2)
    async with transaction(database, NOON) as changing:
        await owe(changing, days[0], SECOND, marie)
        await owe(changing, days[0], FIRST, marie, due=NOON - timedelta(minutes=5))
        await owe(changing, days[1], SECOND, marie, kind=OFFER)
        await owe(changing, days[0], SECOND, paul, kind=OFFER)
    first, other = await claims(database, NOON)  # her other ones wait until this one has left
    assert ((first.subject, first.address), other.address) == ((FIRST, marie), paul)
    async with transaction(database, NOON) as changing:
        await changing.outgoing.set_sent(first)
    (second,) = await claims(database, NOON)
    assert (second.subject, second.kind) == (SECOND, REMINDER)
    # Its sender died: what is still owed comes in its order.
    (again,) = [one for one in await claims(database, NOON + A_WHILE) if one.address == marie]
    assert again.key == second.key


async def test_some_chats_are_passed_over(database: Database, days: Days) -> None:
    marie, paul, jean = await keys(database, 1, 2, 3)
    async with transaction(database, NOON) as changing:
        await owe(changing, days[0], FIRST, marie, paul)
    claimed = await claim(database, NOON, {marie, jean})
    assert claimed is not None
    assert claimed.address == paul
    assert await claim(database, NOON, {marie, jean}) is None


async def test_what_reached_somebody_of_late_the_last_one_first(
    database: Database, days: Days
) -> None:
    marie, karim = await keys(database, 1, 2)
    async with transaction(database, NOON) as changing:
        await owe(changing, days[0], FIRST, marie, karim)
        await owe(changing, days[0], FIRST, marie, kind=OFFER)
        await owe(changing, days[1], SECOND, marie)
        await owe(changing, days[0], DRAFT, marie, kind=HOLD_ENDING, due=NOON + A_WHILE)
    for minutes in range(4):
        now = NOON + timedelta(seconds=minutes)
        claimed = await claim(database, now)
        assert claimed is not None
        async with transaction(database, now) as changing:
            await changing.outgoing.set_sent(claimed)
    async with transaction(database, NOON + A_WHILE) as changing:
        here = (await changing.books(days[0], EVENT)).deliveries
        sent = await here.sent_to(marie, NOON - A_WHILE)
        assert {one.kind for one in sent} == {REMINDER, OFFER}
        assert await here.sent_to(marie, NOON + A_WHILE) == []
        assert [one.kind for one in await here.sent_to(karim, NOON - A_WHILE)] == [REMINDER]


async def test_what_was_claimed_and_not_sent_comes_again(database: Database, days: Days) -> None:
    (marie,) = await keys(database, 1)
    async with transaction(database, NOON) as changing:
        await owe(changing, days[0], FIRST, marie)
    (reminder,) = await claims(database, NOON)
    assert await claims(database, NOON + A_WHILE - timedelta(seconds=1)) == []
    async with transaction(database, NOON) as changing:
        await changing.outgoing.keep([reminder], NOON + 2 * A_WHILE)
    assert await claims(database, NOON + A_WHILE) == []
    assert await claims(database, NOON + 2 * A_WHILE) == [reminder]


async def test_what_was_sent_or_cannot_be_is_owed_no_more(database: Database, days: Days) -> None:
    marie, paul = await keys(database, 1, 2)
    async with transaction(database, NOON) as changing:
        await owe(changing, days[0], FIRST, marie, paul)
    sent, failed = await claims(database, NOON)
    async with transaction(database, NOON) as changing:
        await changing.outgoing.set_sent(sent)
        await changing.outgoing.set_failed(failed, "blocked")
    assert await claims(database, NOON + timedelta(hours=1)) == []
    async with transaction(database, NOON) as changing:
        assert await (await changing.books(days[0], EVENT)).deliveries.unreached() == {paul}
        assert await (await changing.books(days[1], EVENT)).deliveries.unreached() == set()


async def test_what_is_put_off_keeps_neither_its_chat_nor_others_waiting(
    database: Database, days: Days
) -> None:
    marie, paul = await keys(database, 1, 2)
    async with transaction(database, NOON) as changing:
        await owe(changing, days[0], FIRST, marie)
        await owe(changing, days[0], SECOND, marie, paul, due=NOON + timedelta(seconds=1))
    now, again = NOON + timedelta(seconds=2), NOON + timedelta(seconds=30)
    reminder = await claim(database, now)
    assert reminder is not None
    assert reminder.subject == FIRST
    async with transaction(database, now) as changing:
        await changing.outgoing.put_off(reminder, again, tries=3)
    beside = await claims(database, now)
    assert [(one.subject, one.address) for one in beside] == [(SECOND, marie), (SECOND, paul)]
    async with transaction(database, now) as changing:
        for one in beside:
            await changing.outgoing.set_sent(one)
    assert await claims(database, again - timedelta(seconds=1)) == []
    (later,) = await claims(database, again)
    assert later == replace(reminder, tries=3)
    assert later.not_after == OVER


async def test_what_is_owed_anew_while_it_is_put_off_is_due_as_it_says(
    database: Database, days: Days
) -> None:
    (marie,) = await keys(database, 1)
    async with transaction(database, NOON) as changing:
        await owe(changing, days[0], FIRST, marie)
    (leaving,) = await claims(database, NOON)
    async with transaction(database, NOON) as changing:
        await owe(changing, days[0], FIRST, marie)
        await changing.outgoing.put_off(leaving, NOON + A_WHILE, tries=3)
    assert await claims(database, NOON) == [leaving]
    assert leaving.tries == 0


async def test_what_is_owed_anew_while_it_leaves_leaves_again(
    database: Database, days: Days
) -> None:
    (marie,) = await keys(database, 1)
    async with transaction(database, NOON) as changing:
        await owe(changing, days[0], FIRST, marie)
    (leaving,) = await claims(database, NOON)
    async with transaction(database, NOON) as changing:
        await owe(changing, days[0], FIRST, marie)
        await changing.outgoing.set_sent(leaving)
        await changing.outgoing.forget(leaving)
    assert await claims(database, NOON) == [leaving]


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
