"""What is owed to one chat waits, cannot be written, is answered strangely: nobody else notices."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from bot.store.deliveries import REMINDER

from .onlooker import until_it_is_so
from .process import BotProcess
from .strange import UNFORESEEN, StrangeTelegram, hanging, refusal
from .telegram import Person, is_reminder, reminders, until
from .test_reminders import DAY_BEFORE_AT_TEN, unreached

LAST_NAMES = ("Dupont", "Benali", "Diallo", "Morel", "Faure", "Garnier", "Petit", "Roux")
AT_ONCE = 6.0
"""Seconds in which seven reminders leave, on a busy machine."""


@pytest.fixture
async def telegram() -> AsyncIterator[StrangeTelegram]:
    telegram = StrangeTelegram()
    async with telegram.served():
        yield telegram


async def eight_parties(telegram: StrangeTelegram, bot: BotProcess) -> tuple[Person, list[Person]]:
    """One person, and seven others; all are registered, each alone."""
    people = [telegram.join("Jo", name) for name in LAST_NAMES]
    await asyncio.gather(*(person.registers(1) for person in people))
    await bot.onlooker.all_is_answered()
    return people[0], people[1:]


async def all_are_reminded(people: list[Person]) -> None:
    async with asyncio.timeout(AT_ONCE):
        await until(lambda: all(map(reminders, people)), "the other reminders")


async def until_tried_again(bot: BotProcess, person: Person, kind: str = REMINDER) -> None:
    async def is_tried_again() -> bool:
        owed = await bot.onlooker.message_to(person.id, kind)
        assert owed.failure is None
        return owed.tries > 1

    await until_it_is_so(is_tried_again, "a second try")


async def until_set_aside(bot: BotProcess, person: Person, kind: str = REMINDER) -> str:
    """Wait for it; the reason."""

    async def failure() -> str | None:
        return (await bot.onlooker.message_to(person.id, kind)).failure

    await until_it_is_so(failure, "the reminder to be set aside")
    return str(await failure())


@pytest.mark.parametrize(
    "kind", ["wait a minute", "hanging", "flood", "html", "result true", "401"]
)
async def test_one_slow_chat_keeps_no_other_from_their_reminder(
    telegram: StrangeTelegram, bot: BotProcess, kind: str
) -> None:
    await bot.start()
    slow, others = await eight_parties(telegram, bot)
    too_many = refusal(429, "Too Many Requests: retry after 60", retry_after=60)
    answers = UNFORESEEN | {"wait a minute": too_many, "hanging": hanging, "flood": too_many}
    telegram.answers(answers[kind], "sendMessage", chat_id=slow.id)
    if kind == "flood":
        for _ in range(100):
            slow.writes("/places")

    telegram.go_to(DAY_BEFORE_AT_TEN)
    await all_are_reminded(others)

    assert reminders(slow) == []
    assert not bot.has_ended()
    telegram.strange = None
    if kind not in {"wait a minute", "flood"}:
        await until(lambda: reminders(slow), "the slow one's reminder")
        assert len(reminders(slow)) == 1


async def test_what_is_never_answered_clearly_is_set_aside_and_shown_to_organisers(
    telegram: StrangeTelegram, bot: BotProcess
) -> None:
    dominique = telegram.join("Dominique", "Bernier", organiser=True)
    bot.organisers = [dominique.id]
    await bot.start()
    slow, others = await eight_parties(telegram, bot)
    telegram.answers(UNFORESEEN["result true"], "sendMessage", chat_id=slow.id)
    telegram.go_to(DAY_BEFORE_AT_TEN)
    await all_are_reminded(others)
    await until_tried_again(bot, slow)
    assert len(telegram.calls("sendMessage", slow.id)) < 40

    await bot.onlooker.note_tries(slow.id, 19)

    assert await until_set_aside(bot, slow) == "unclear"
    assert await unreached(telegram, dominique) == {"Dupont"}
    telegram.strange = None


async def test_one_that_cannot_be_written_harms_no_other_and_is_set_aside_in_the_end(
    telegram: StrangeTelegram, bot: BotProcess
) -> None:
    dominique = telegram.join("Dominique", "Bernier", organiser=True)
    bot.organisers = [dominique.id]
    bot.may_fail = True
    await bot.start()
    victim, others = await eight_parties(telegram, bot)
    await bot.onlooker.make_unwritable(victim.id, "of_tomorrow")

    telegram.go_to(DAY_BEFORE_AT_TEN)
    await all_are_reminded(others)

    await until_tried_again(bot, victim, "of_tomorrow")
    await bot.onlooker.note_tries(victim.id, 19)
    assert await until_set_aside(bot, victim, "of_tomorrow") == "unwritten"
    assert await unreached(telegram, dominique) == {"Dupont"}
    assert await victim.says("/places")


async def test_what_could_not_leave_in_time_is_shown_to_organisers(
    telegram: StrangeTelegram, bot: BotProcess
) -> None:
    await bot.start()
    slow, others = await eight_parties(telegram, bot)
    an_hour = refusal(429, "Too Many Requests: retry after 3600", retry_after=3600)
    telegram.answers(an_hour, "sendMessage", chat_id=slow.id)

    telegram.go_to(datetime(2015, 3, 5, 8, 0, tzinfo=UTC))
    await all_are_reminded(others)

    assert await until_set_aside(bot, slow) == "late"


async def test_killed_half_way_no_more_than_those_on_their_way_come_twice(
    telegram: StrangeTelegram, bot: BotProcess
) -> None:
    await bot.start()
    first, others = await eight_parties(telegram, bot)
    sent = 0

    def kill_at_the_fifth(happening: dict[str, object]) -> None:
        nonlocal sent
        message = happening.get("message")
        if happening["type"] == "message" and isinstance(message, dict) and is_reminder(message):
            sent += 1
            if sent == 5:
                bot.kill_now()

    telegram.hooks.append(kill_at_the_fifth)
    telegram.fail(latency=0.3)  # several are on their way at once
    telegram.go_to(DAY_BEFORE_AT_TEN)
    await bot.ends()
    telegram.hooks.clear()
    telegram.fail()
    telegram.clock.forward(61)
    await bot.start()

    people = [first, *others]
    await until(lambda: all(map(reminders, people)), "the other reminders")
    await bot.onlooker.nothing_is_owed()
    assert all(len(reminders(person)) <= 2 for person in people)


async def one_waits(bot: BotProcess) -> bool:
    return await bot.onlooker.unanswered() == 1


async def test_answers_and_what_is_owed_keep_their_order_in_a_chat(
    telegram: StrangeTelegram, bot: BotProcess
) -> None:
    await bot.start()
    slow, others = await eight_parties(telegram, bot)
    telegram.answers(refusal(429, "Too Many", retry_after=2), "sendMessage", chat_id=slow.id)
    slow.writes("/places")
    await until_it_is_so(lambda: one_waits(bot), "the answer to wait")
    telegram.go_to(DAY_BEFORE_AT_TEN)
    await all_are_reminded(others)
    telegram.strange = None

    await until(lambda: reminders(slow), "the reminder")

    assert [is_reminder(message) for message in slow.messages()][-2:] == [False, True]
