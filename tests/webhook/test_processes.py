"""Two processes behind a load balancer, on PostgreSQL: as one, also when one of them is killed."""

import asyncio
from datetime import UTC, datetime

import pytest
from e2e.onlooker import Onlooker
from e2e.telegram import Json, Person, Telegram, has_button, is_reminder, reminders, until

from bot.domain.keys import telegram as address_of

from .processes import Balancer, Process

DAY_BEFORE_AT_TEN = datetime(2015, 3, 4, 9, 0, 30, tzinfo=UTC)
LONG_AFTER = datetime(2016, 1, 1, tzinfo=UTC)
A_CLAIM_IS_OVER = 61.0
NAMES = ("Dupont", "Benali", "Diallo", "Morel", "Faure", "Garnier")
SIZES = (3, 3, 2, 2, 3, 2)
"""All 15 seats."""


@pytest.fixture
def onlooker(telegram: Telegram, postgresql_url: str) -> Onlooker:
    return Onlooker(telegram, postgresql_url)


@pytest.fixture
def people(telegram: Telegram) -> list[Person]:
    return [telegram.join("Marie", name) for name in NAMES]


async def register_all(people: list[Person]) -> list[str]:
    """All at once; their codes."""
    pairs = zip(people, SIZES, strict=True)
    return await asyncio.gather(*(person.registers(size) for person, size in pairs))


async def all_are_answered(telegram: Telegram) -> None:
    await until(lambda: telegram.updates.count() == 0, "every update to be acknowledged")


async def seats_taken(onlooker: Onlooker) -> int:
    return sum(party.seats for party in await onlooker.parties())


async def test_they_share_the_work_and_the_seats(
    telegram: Telegram, balancer: Balancer, people: list[Person], onlooker: Onlooker
) -> None:
    codes = await register_all(people)
    await all_are_answered(telegram)

    assert set(balancer.handed) == set(balancer.processes)
    assert len(set(codes)) == len(people)
    assert await seats_taken(onlooker) == 15
    assert await onlooker.unanswered() == 0
    for person, size in zip(people, SIZES, strict=True):
        assert len(person.messages()) == len(person.answers(size)) + 1


async def test_answers_of_one_chat_keep_their_order_and_one_question_is_live(
    telegram: Telegram, balancer: Balancer, people: list[Person]
) -> None:
    commands = ["/places", "/programme", "/infos", "/inscription", "/faq", "/contact"]
    alone = [(await people[0].says(command))["text"] for command in commands]
    marie, karim = people[1:3]

    for command in commands:
        marie.writes(command)
        karim.writes(command)

    for person in (marie, karim):
        assert [(await person.hears())["text"] for _ in commands] == alone
    await all_are_answered(telegram)
    assert len(set(balancer.handed)) == 2
    await marie.says("CC du Pilat Rhodanien")

    def live() -> int:
        return sum(has_button(one, "stop") for one in marie.messages())

    # Older buttons are taken off when nothing is left to do.
    await until(lambda: live() == 1, "one question to be live")


async def test_each_reminder_leaves_once(
    telegram: Telegram, balancer: Balancer, people: list[Person], onlooker: Onlooker
) -> None:
    await register_all(people)
    await all_are_answered(telegram)

    telegram.go_to(DAY_BEFORE_AT_TEN)
    await until(lambda: all(map(reminders, people)), "the reminders")
    await until_none_is_owed(onlooker, people[-1])

    assert [len(reminders(person)) for person in people] == [1, 1, 1, 1, 1, 2]


async def until_none_is_owed(onlooker: Onlooker, last: Person) -> None:
    """Owe the last person one more: when it comes, all that was due before has been sent."""
    await onlooker.nothing_is_owed()
    before = len(reminders(last))
    await onlooker.owe_reminder(last.id, LONG_AFTER)
    await until(lambda: len(reminders(last)) > before, "the one reminder more")
    await onlooker.nothing_is_owed()


async def test_one_that_is_told_to_stop_is_not_missed(
    telegram: Telegram, balancer: Balancer, people: list[Person], onlooker: Onlooker
) -> None:
    one, two = balancer.processes
    registering = asyncio.create_task(register_all(people))
    for bot in (one, two):
        await until(lambda: len(people[0].messages()) > 2, "some to have answered")
        assert await bot.stop() == 0
        await bot.start()
    await registering
    await all_are_answered(telegram)

    assert await seats_taken(onlooker) == 15
    for person, size in zip(people, SIZES, strict=True):
        assert len(person.messages()) == len(person.answers(size)) + 1


# ---- kill -9


async def half_way(people: list[Person]) -> None:
    """Everybody has answered four questions."""

    async def answer(person: Person, size: int) -> None:
        for one in person.answers(size)[:4]:
            await person.answers_with(one)

    await asyncio.gather(*map(answer, people, SIZES))


async def go_on(person: Person, size: int, step: int) -> None:
    for answer in person.answers(size)[step:]:
        await person.answers_with(answer)
    await person.hears()  # the calendar file


async def all_register_in_the_end(
    telegram: Telegram, people: list[Person], steps: list[int], onlooker: Onlooker
) -> None:
    await asyncio.gather(*map(go_on, people, SIZES, steps))
    await all_are_answered(telegram)
    assert await seats_taken(onlooker) == 15
    assert len(await onlooker.parties()) == len(people)


def busy(balancer: Balancer) -> Process:
    """The process that the last update was handed to."""
    return balancer.handed[-1]


async def test_killed_before_the_commit_another_one_takes_the_update(
    telegram: Telegram, balancer: Balancer, people: list[Person], onlooker: Onlooker
) -> None:
    await half_way(people)
    await all_are_answered(telegram)
    marie = people[0]
    async with onlooker.looking() as changing:
        await changing.addresses.load([address_of(marie.id)])  # which locks it
        handed = len(balancer.handed)
        marie.writes("adjointe au maire, mairie de Pélussin")
        await until(lambda: len(balancer.handed) > handed, "the update to be handed on")
        busy(balancer).kill_now()
    await marie.hears()

    await all_register_in_the_end(telegram, people, [5, 4, 4, 4, 4, 4], onlooker)


async def test_killed_when_the_answer_has_left_nobody_is_told_twice(
    telegram: Telegram, balancer: Balancer, people: list[Person], onlooker: Onlooker
) -> None:
    await half_way(people)
    await all_are_answered(telegram)
    marie = people[0]

    def kill_when_told(happening: Json) -> None:
        if marie.is_told(happening):
            busy(balancer).kill_now()

    telegram.hooks.append(kill_when_told)
    await marie.says("adjointe au maire, mairie de Pélussin")
    telegram.hooks.clear()

    await all_register_in_the_end(telegram, people, [5, 4, 4, 4, 4, 4], onlooker)
    telegram.clock.forward(A_CLAIM_IS_OVER)
    await onlooker.all_is_answered()
    for person, size in zip(people, SIZES, strict=True):
        assert len(person.messages()) == len(person.answers(size)) + 1


async def test_killed_before_the_answer_leaves_another_one_says_where_they_stand(
    telegram: Telegram, balancer: Balancer, people: list[Person], onlooker: Onlooker
) -> None:
    await half_way(people)
    await all_are_answered(telegram)
    marie = people[0]
    telegram.fail(next=["outage"] * 100)
    marie.writes("adjointe au maire, mairie de Pélussin")
    await until(lambda: refused(telegram), "the answer to be refused")
    busy(balancer).kill_now()
    await busy(balancer).ends()
    telegram.fail()
    seen = len(marie.messages())

    telegram.clock.forward(A_CLAIM_IS_OVER)

    await onlooker.all_is_answered()
    assert len(marie.messages()) == seen + 1
    assert has_button(await marie.hears(), "stop")
    await all_register_in_the_end(telegram, people, [5, 4, 4, 4, 4, 4], onlooker)


def refused(telegram: Telegram) -> bool:
    return any(call["status"] == 502 for call in telegram.calls("sendMessage"))


async def test_killed_while_reminders_leave_none_is_lost(
    telegram: Telegram, balancer: Balancer, people: list[Person], onlooker: Onlooker
) -> None:
    await register_all(people)
    await all_are_answered(telegram)
    sent: list[int] = []

    def kill_one_at_the_third(happening: Json) -> None:
        if happening["type"] == "message" and is_reminder(happening["message"]):
            sent.append(happening["chat_id"])
            if len(sent) == 3:
                balancer.processes[0].kill_now()

    telegram.hooks.append(kill_one_at_the_third)
    telegram.go_to(DAY_BEFORE_AT_TEN)
    await until(lambda: len(sent) >= 5, "the other reminders")
    telegram.clock.forward(A_CLAIM_IS_OVER)
    await onlooker.nothing_is_owed()

    counts = [len(reminders(person)) for person in people]
    assert min(counts) == 1
    assert sum(counts) <= len(people) + 1  # only the one in flight may come twice
