"""Several receptions on one PostgreSQL database, as several processes have them."""

import asyncio
import random
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import asyncpg
import pytest

from bot import event_file
from bot.clock import StartedClock
from bot.conversation.messages import Command, Input, Person, Text
from bot.days import Days
from bot.departures import Answer, Departure
from bot.domain.keys import Address, BotId, DraftId, EventKey, PartyKey, Subject
from bot.domain.party import Application, Category, Member
from bot.reception import CLAIM, Received, Reception
from bot.settings import BUNDLED_EVENT
from bot.store.addresses import Correspondent
from bot.store.books import Books, transaction
from bot.store.database import Database, UnavailableError
from bot.store.opening import migrate, open_database
from bot.usecases import register

NOW = datetime(2015, 2, 16, 8, 0, tzinfo=UTC)
EVENT = event_file.load(BUNDLED_EVENT)
BOT = BotId("1234")


def reception(database: Database, now: datetime = NOW) -> Reception:
    """A process of its own."""
    return Reception(database, Days([EVENT]), StartedClock(now), frozenset(), BOT)


@pytest.fixture
async def databases(postgresql_url: str) -> AsyncIterator[list[Database]]:
    """The same database, opened by four processes."""
    opened = [await open_database(postgresql_url) for _ in range(4)]
    await migrate(opened[0])
    await reception(opened[0]).start()
    yield opened
    for database in opened:
        await database.close()


def address(number: int) -> Address:
    """Somebody."""
    return Address("test", str(number))


def said(update_id: int, number: int, what: Input) -> Received:
    """An update."""
    return Received(update_id, Person(address(number)), what)


async def the_day(database: Database) -> EventKey:
    """The key of the event."""
    async with transaction(database, NOW) as changing:
        (key,) = await changing.event_rows()
    return key


async def test_an_update_delivered_to_two_processes_at_once_has_its_effect_once(
    databases: list[Database],
) -> None:
    one, two = reception(databases[0]), reception(databases[1])

    for number in range(30):
        update = said(number, 2000 + number % 3, Command("start"))
        answers = await asyncio.gather(one.receive([update]), two.receive([update]))
        assert sorted(map(len, answers)) == [0, 1]


async def test_different_updates_of_one_person_are_taken_one_after_the_other(
    databases: list[Database],
) -> None:
    receptions = [reception(database) for database in databases]
    await receptions[0].receive([said(1, 2001, Command("inscription"))])

    answers = await asyncio.gather(
        *(
            receptions[number % 4].receive([said(number, 2001, Text(f"Territoire {number}"))])
            for number in range(2, 14)
        )
    )

    assert [len(one) for one in answers] == [1] * 12
    async with transaction(databases[0], NOW) as changing:
        who = (await changing.addresses.load([address(2001)]))[address(2001)]
        (standing,) = who.dialogues.values()
        # The first was the territory; the others, whatever they were, found it there.
        assert standing.state.count("Territoire") == 1
        received = [(number, who.key) for number in range(1, 14)]
        assert await changing.updates(BOT).record(received, NOW) == set()


async def test_what_a_dead_process_left_is_taken_over_by_one(databases: list[Database]) -> None:
    await reception(databases[0]).receive([said(1, 2001, Command("start"))])
    later = [reception(database, NOW + 2 * CLAIM) for database in databases]

    async def abandoned(process: Reception) -> list[Answer]:
        return [answer async for answer in process.abandoned()]

    answers = await asyncio.gather(*map(abandoned, later))

    (resumed,) = [answer for share in answers for answer in share]
    assert (resumed.update_ids, resumed.address) == ((1,), address(2001))
    assert resumed.replies


async def test_what_a_live_process_is_sending_is_left_to_it(databases: list[Database]) -> None:
    await reception(databases[0]).receive(
        [said(1, 2001, Command("start")), said(2, 2002, Command("start"))]
    )
    later = NOW + 2 * CLAIM

    await reception(databases[0], later).keep([2])

    abandoned = reception(databases[1], later).abandoned()
    assert [answer.address async for answer in abandoned] == [address(2001)]


async def test_where_somebody_stands_is_told_before_a_later_answer(
    databases: list[Database],
) -> None:
    await reception(databases[0]).receive(
        [said(1, 2001, Command("inscription")), said(2, 2002, Command("inscription"))]
    )
    process, outbox = reception(databases[0], NOW + 2 * CLAIM), list[int]()

    async for answer in process.abandoned():
        outbox += answer.update_ids
        if answer.address == address(2001):  # who writes again before the others are told
            later = await process.receive([said(3, 2001, Text("Parc du Pilat"))])
            outbox += later[0].update_ids

    assert outbox == [1, 3, 2]


async def test_an_update_that_meets_an_outage_is_not_apologised_for_but_comes_again(
    databases: list[Database], postgresql_url: str
) -> None:
    process = reception(databases[0])
    (answer,) = await process.receive([said(1, 2001, Command("start"))])
    process.note(Departure(answer, 41))
    name = postgresql_url.partition("?")[0].rpartition("/")[2]
    server = await asyncpg.connect(postgresql_url.replace(f"/{name}", "/postgres"))
    await server.execute(f"alter database {name} with allow_connections false")
    await server.execute(
        f"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'"
    )

    with pytest.raises(UnavailableError):
        await process.receive([said(2, 2001, Command("places"))])
    with pytest.raises(UnavailableError):
        await process.settle()

    await server.execute(f"alter database {name} with allow_connections true")
    await server.close()
    assert len(await process.receive([said(2, 2001, Command("places"))])) == 1
    async with transaction(databases[0], NOW) as changing:
        who = (await changing.addresses.load([address(2001)]))[address(2001)]
        (standing,) = who.dialogues.values()
        assert standing.live_message_id == 41  # the departure was not lost either
        assert await changing.updates(BOT).answered_later(who.key, 0)


SAYINGS: tuple[Input, ...] = (
    Command("inscription"),
    Text("CC du Pilat Rhodanien"),
    Text("On sera deux"),
    Text("Marie Dupont"),
    Command("annuler"),
    Command("places"),
)


async def one_process(database: Database, number: int, day: EventKey) -> None:
    """Receive batches, send the answers, look at what is due and at what was left: all at once."""
    process = reception(database)
    dice = random.Random(number)

    async def receive() -> None:
        for turn in range(15):
            people = dice.sample(range(2000, 2008), 5)
            first = 10_000 * number + 10 * turn
            batch = [
                said(first + place, who, dice.choice(SAYINGS)) for place, who in enumerate(people)
            ]
            for answer in await process.receive(batch):
                process.note(Departure(answer, dice.randrange(1000), dice.random() < 0.1))

    async def look_after() -> None:
        for turn in range(15):
            await process.settle()
            await process.keep([10_000 * number + place for place in range(5)])
            async for _ in process.abandoned():
                pass
            await process.tidy()
            async with transaction(database, NOW) as changing:
                whose = address(dice.randrange(2000, 2008))
                who = (await changing.addresses.load([whose]))[whose]
                deliveries = (await changing.books(day, EVENT)).deliveries
                subject = Subject.party(PartyKey(100 * number + turn))
                await deliveries.owe("reminder", subject, [who.key], NOW, EVENT.starts_at)
            async with transaction(database, NOW) as changing:
                due = await changing.outgoing.claim(NOW + timedelta(minutes=1))
            if due is not None:
                async with transaction(database, NOW) as changing:
                    await changing.outgoing.set_sent(due)

    await asyncio.gather(receive(), look_after())


async def fill(books: Books, number: int, *, waits: bool) -> None:
    """Register a party of three by telephone."""
    answers = {"first_name": "Jo", "last_name": "Ailleurs", "function": "maire"}
    jo = Member(answers | {"organisation": "mairie", "category": Category.ELECTED})
    people, seats = (jo,) * 3, 0 if waits else 3
    await register.confirm(books, Application(DraftId(f"d{number}"), "Le Pilat", people, seats))


async def test_who_waits_for_a_new_address_holds_no_other(databases: list[Database]) -> None:
    known, new = address(2000), address(2001)
    async with transaction(databases[0], NOW) as changing:
        await changing.addresses.load([known])

    async with transaction(databases[0], NOW) as changing:
        await changing.addresses.load([new])
        waiting = asyncio.create_task(_load(databases[1], [known, new]))
        await asyncio.sleep(0.5)  # it waits for the new one by now
        assert not waiting.done()
        await asyncio.wait_for(changing.addresses.load([known]), 5)
    assert {*await waiting} == {known, new}


async def _load(database: Database, wanted: list[Address]) -> dict[Address, Correspondent]:
    async with transaction(database, NOW) as changing:
        return await changing.addresses.load(wanted)


async def test_processes_never_wait_for_each_other_in_a_circle(databases: list[Database]) -> None:
    day = await the_day(databases[0])
    async with transaction(databases[0], NOW) as changing:
        books = await changing.books(day, EVENT)
        for number in range(6):  # few seats are left, and two parties wait for some
            await fill(books, number, waits=number > 3)

    # A circle would be broken by PostgreSQL, and raise UnavailableError here.
    await asyncio.gather(
        *(one_process(database, number, day) for number, database in enumerate(databases, 1))
    )

    async with transaction(databases[0], NOW) as changing:
        count = await (await changing.books(day, EVENT)).count()
    assert count.taken + count.held + count.offered <= count.capacity
