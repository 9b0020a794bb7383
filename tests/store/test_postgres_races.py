"""Several processes on one PostgreSQL database, each as a pool of connections of its own."""

import asyncio
import random
from collections import Counter
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from bot.usecases.desk import Desk

from bot import event_file
from bot.clock import StartedClock
from bot.conversation.messages import Command, Input, Person, Text
from bot.departures import Departure
from bot.domain.party import Category, Member, Party
from bot.reception import Received, Reception
from bot.settings import BUNDLED_EVENT
from bot.store import deliveries, updates
from bot.store.database import migrate, open_database
from bot.store.deliveries import Delivery
from bot.store.postgres import Postgres

NOW = datetime(2015, 2, 16, 8, 0, tzinfo=UTC)
EVENT = event_file.load(BUNDLED_EVENT)


def reception(database: Postgres) -> Reception:
    return Reception(database, EVENT, StartedClock(NOW), frozenset())


@pytest.fixture
async def databases(postgresql_url: str) -> AsyncIterator[list[Postgres]]:
    """The same database, opened by four processes."""
    opened = []
    for _ in range(4):
        database = await open_database(postgresql_url)
        assert isinstance(database, Postgres)
        opened.append(database)
    await migrate(opened[0])
    yield opened
    for database in opened:
        await database.close()


def said(update_id: int, chat_id: int, what: Input) -> Received:
    return Received(update_id, Person(chat_id, chat_id, "Marie"), what)


async def test_an_update_delivered_to_two_processes_at_once_has_its_effect_once(
    databases: list[Postgres],
) -> None:
    one, two = reception(databases[0]), reception(databases[1])

    for number in range(30):
        update = said(number, 2000 + number % 3, Command("start"))
        answers = await asyncio.gather(one.receive([update]), two.receive([update]))
        assert sorted(map(len, answers)) == [0, 1]


async def test_different_updates_of_one_chat_are_taken_one_after_the_other(
    databases: list[Postgres],
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
    async with databases[0].transaction() as transaction:
        rows = await transaction.fetch("select dialogue from chats")
        # The first was the territory; the others, whatever they were, found it there.
        assert len(rows) == 1
        assert rows[0]["dialogue"].count("Territoire") == 1
        assert len(await updates.known(transaction, range(1, 14))) == 13


async def test_a_message_owed_is_claimed_by_one_process_only(databases: list[Postgres]) -> None:
    owed = [Delivery("reminder", f"PIL-{number}", number) for number in range(40)]
    async with databases[0].transaction() as transaction:
        for delivery in owed:
            due, over = NOW, NOW + timedelta(hours=1)
            await deliveries.owe(transaction, EVENT.code, delivery, due, over)

    async def claim_all(database: Postgres) -> list[Delivery]:
        claimed: list[Delivery] = []
        while True:
            async with database.transaction() as transaction:
                until = NOW + timedelta(minutes=1)
                one = await deliveries.claim(transaction, EVENT.code, NOW, until)
            if one is None:
                return claimed
            claimed.append(one)

    shares = await asyncio.gather(*map(claim_all, databases))

    assert Counter(one for share in shares for one in share) == Counter(owed)
    assert sum(bool(share) for share in shares) > 1


async def test_what_a_dead_process_left_is_taken_over_by_one(databases: list[Postgres]) -> None:
    await reception(databases[0]).receive([said(1, 2001, Command("start"))])
    async with databases[0].transaction() as transaction:
        await transaction.fetch("update updates set claimed_until = $1", "2015-02-16T07:59")

    answers = await asyncio.gather(*(reception(one).abandoned() for one in databases))

    (resumed,) = [answer for share in answers for answer in share]
    assert (resumed.update_ids, resumed.chat_id) == ((1,), 2001)
    assert resumed.replies


async def test_what_a_live_process_is_sending_is_left_to_it(databases: list[Postgres]) -> None:
    one, two = reception(databases[0]), reception(databases[1])
    await one.receive([said(1, 2001, Command("start")), said(2, 2002, Command("start"))])
    async with databases[0].transaction() as transaction:
        await transaction.fetch("update updates set claimed_until = $1", "2015-02-16T07:59")

    await one.keep([2], [])

    assert [answer.chat_id for answer in await two.abandoned()] == [2001]


SAYINGS: tuple[Input, ...] = (
    Command("inscription"),
    Text("CC du Pilat Rhodanien"),
    Text("On sera deux"),
    Text("Marie Dupont"),
    Command("annuler"),
    Command("places"),
)


async def one_process(database: Postgres, number: int) -> None:
    """Receive batches, send the answers, look at what is due and at what was left: all at once."""
    process = reception(database)
    dice = random.Random(number)

    async def receive() -> None:
        for turn in range(15):
            chats = dice.sample(range(2000, 2008), 5)
            first = 10_000 * number + 10 * turn
            batch = [
                said(first + place, chat, dice.choice(SAYINGS)) for place, chat in enumerate(chats)
            ]
            for answer in await process.receive(batch):
                process.note(Departure(answer, dice.randrange(1000), dice.random() < 0.1))

    async def look_after() -> None:
        for turn in range(15):
            await process.settle()
            await process.keep([10_000 * number + place for place in range(5)], [])
            await process.abandoned()
            await process.tidy()
            async with database.transaction() as transaction:
                due = Delivery("reminder", f"PIL-{number}-{turn}", dice.randrange(2000, 2008))
                await deliveries.owe(transaction, EVENT.code, due, NOW, EVENT.starts_at)
            for message in await process.due(limit=3):
                await process.delivered(message.delivery)

    await asyncio.gather(receive(), look_after())


async def test_processes_never_wait_for_each_other_in_a_circle(
    databases: list[Postgres],
) -> None:
    members = (Member("Jo", "Ailleurs", "maire", "mairie", Category.ELECTED),) * 3
    async with databases[0].transaction() as transaction:
        desk = Desk(transaction, EVENT, NOW)
        for number in range(4):  # few seats are left, and two parties wait for some
            await desk.confirm(Party("", f"d{number}", number, "Le Pilat", members, NOW))
        for number in range(4, 6):
            party = Party("", f"d{number}", number, "Le Pilat", (), NOW, waiting=members)
            await desk.confirm(party)

    # A circle would be broken by PostgreSQL, and raise UnavailableError here.
    await asyncio.gather(
        *(one_process(database, number) for number, database in enumerate(databases, 1))
    )

    async with databases[0].transaction() as transaction:
        count = await Desk(transaction, EVENT, NOW).seats()
    assert count.taken + count.held + count.offered <= count.capacity
