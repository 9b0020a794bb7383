"""Several processes on one PostgreSQL database, each as a pool of connections of its own."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.domain.keys import AddressKey, BotId, EventKey, PartyKey, Subject
from bot.store.books import Transaction, transaction
from bot.store.database import Database, UnavailableError
from bot.store.deliveries import REMINDER, Delivery
from bot.store.opening import migrate, open_database

from . import reading
from .samples import EVENT, NOW, address, keys

A_MINUTE = timedelta(minutes=1)
BOT = BotId("1234")


@pytest.fixture
async def databases(postgresql_url: str) -> AsyncIterator[list[Database]]:
    """The same database, opened by four processes."""
    opened = [await open_database(postgresql_url) for _ in range(4)]
    await migrate(opened[0])
    yield opened
    for database in opened:
        await database.close()


@pytest.fixture
async def days(databases: list[Database]) -> list[EventKey]:
    """Two days, in the order of their keys."""
    async with transaction(databases[0], NOW) as changing:
        found = [await changing.events.put(code=code, facts="{}") for code in ("first", "second")]
    return sorted(key for key in found if key is not None)


async def test_an_address_new_to_all_at_once_gets_one_key(databases: list[Database]) -> None:
    for turn in range(20):
        numbers = range(10 * turn, 10 * turn + 5)
        shares = await asyncio.gather(*(keys(database, *numbers) for database in databases))
        assert len({tuple(share) for share in shares}) == 1
    assert await reading.count(databases[0], "addresses") == 100


async def test_an_update_delivered_to_all_at_once_has_its_effect_once(
    databases: list[Database],
) -> None:
    async def receive(database: Database, number: int) -> set[int]:
        async with transaction(database, NOW) as changing:
            who = (await changing.addresses.load([address(number % 3)]))[address(number % 3)]
            return await changing.updates(BOT).record([(number, who.key)], NOW + A_MINUTE)

    for number in range(30):
        fresh = await asyncio.gather(*(receive(database, number) for database in databases))
        assert sorted(map(len, fresh)) == [0, 0, 0, 1]


async def test_seats_of_one_day_are_changed_one_after_the_other(
    databases: list[Database], days: list[EventKey]
) -> None:
    async def take(database: Database) -> None:
        for _ in range(20):
            async with transaction(database, NOW) as changing:
                books = await changing.books(days[0], EVENT)
                await changing.event_rows()  # read before the lock, and not what counts
                async with books.seats() as seats:
                    seats.taken += 1

    await asyncio.gather(*map(take, databases))
    assert (await reading.kept_sums(databases[0]))[days[0]].taken == 80


async def seats_of(changing: Transaction, *days: EventKey) -> None:
    """Lock the seats of days, in this order, and take one of each."""
    for day in days:
        async with (await changing.books(day, EVENT)).seats() as seats:
            seats.taken += 1
        await asyncio.sleep(0.01)  # the other has time to lock its own


async def test_two_days_locked_the_other_way_round_are_not_waited_for(
    databases: list[Database], days: list[EventKey]
) -> None:
    first, second = days
    async with transaction(databases[0], NOW) as changing:
        await seats_of(changing, first)
        with pytest.raises(UnavailableError):
            async with transaction(databases[1], NOW) as other:
                await seats_of(other, second, first)
        # What it had locked is free again.
        await seats_of(changing, second)
    async with transaction(databases[1], NOW) as other:
        await seats_of(other, second, first)  # where nobody is in the way, any order will do
    sums = await reading.kept_sums(databases[0])
    assert {day: of.taken for day, of in sums.items()} == {first: 2, second: 2}


async def test_two_days_in_any_order_never_end_in_a_circle(
    databases: list[Database], days: list[EventKey]
) -> None:
    async def want(database: Database, order: list[EventKey]) -> None:
        while True:
            try:
                async with transaction(database, NOW) as changing:
                    return await seats_of(changing, *order)
            except UnavailableError as error:
                # A circle would have been broken by PostgreSQL after a second.
                assert "Deadlock" not in str(error)

    for _ in range(5):
        async with asyncio.timeout(20):
            orders = (days, days[::-1], days, days[::-1])
            await asyncio.gather(*map(want, databases, orders))
    sums = await reading.kept_sums(databases[0])
    assert [sums[day].taken for day in days] == [20, 20]


async def test_a_message_owed_is_claimed_by_one_process_only(
    databases: list[Database], days: list[EventKey]
) -> None:
    people = await keys(databases[0], *range(40))
    async with transaction(databases[0], NOW) as changing:
        deliveries = (await changing.books(days[0], EVENT)).deliveries
        for number in (1, 2):  # two to each, which never leave at once
            subject = Subject.party(PartyKey(number))
            await deliveries.owe(REMINDER, subject, people, NOW, NOW + timedelta(hours=1))

    async def claim_all(database: Database) -> list[Delivery]:
        claimed: list[Delivery] = []
        while True:
            async with transaction(database, NOW) as changing:
                one = await changing.outgoing.claim(NOW + A_MINUTE)
            if one is None:
                return claimed
            claimed.append(one)

    shares = await asyncio.gather(*map(claim_all, databases))

    found = Counter(one.address for share in shares for one in share)
    assert found == Counter(people)
    assert sum(bool(share) for share in shares) > 1


async def test_what_a_dead_process_left_is_taken_over_by_one(databases: list[Database]) -> None:
    (marie,) = await keys(databases[0], 1)
    async with transaction(databases[0], NOW) as changing:
        await changing.updates(BOT).record([(number, marie) for number in range(9)], NOW)

    async def take_over(database: Database) -> dict[AddressKey, list[int]]:
        async with transaction(database, NOW) as changing:
            return await changing.updates(BOT).take_over(NOW, NOW + A_MINUTE)

    shares = await asyncio.gather(*map(take_over, databases))

    assert sorted(number for share in shares for one in share.values() for number in one) == list(
        range(9)
    )


async def test_who_writes_while_they_are_to_be_forgotten_stays(
    databases: list[Database], days: list[EventKey]
) -> None:
    marie, paul = await keys(databases[0], 1, 2)
    async with transaction(databases[0], NOW) as changing:
        who = (await changing.addresses.load([address(1)]))[address(1)]
        who.dialogue(days[0]).state = "{}"
        async with transaction(databases[1], NOW) as tidying:
            assert await tidying.addresses.forget_unused([marie, paul]) == 1
        await changing.addresses.save_dialogues([(who, days[0])])
    assert await keys(databases[0], 1) == [marie]
    assert await reading.count(databases[0], "dialogues") == 1
