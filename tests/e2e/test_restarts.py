"""Killed in the middle of a registration and started again: nothing is lost."""

from datetime import timedelta

import pytest

from .process import BotProcess
from .telegram import Json, Person, Telegram, has_button, until


@pytest.fixture
def marie(telegram: Telegram) -> Person:
    return telegram.join("Marie", "Dupont")


ONE_BINOME = [("CC du Pilat Rhodanien", 2)]


async def test_killed_between_two_answers_the_dialogue_goes_on_where_it_stood(
    bot: BotProcess, marie: Person
) -> None:
    await bot.start()
    answers = marie.answers(2)

    for number, answer in enumerate(answers):
        if number in {3, 8}:
            await bot.onlooker.all_is_answered()
            await bot.kill()
            await bot.start()
        await marie.answers_with(answer)
    await marie.hears()

    assert await bot.onlooker.sizes() == ONE_BINOME
    assert len(marie.messages()) == len(answers) + 1  # no question was asked twice


@pytest.mark.parametrize("step", [0, 7])
async def test_killed_before_the_commit_the_update_comes_again(
    telegram: Telegram, bot: BotProcess, marie: Person, step: int
) -> None:
    await bot.start()
    answers = marie.answers(2)
    for answer in answers[:step]:
        await marie.answers_with(answer)
    await bot.onlooker.all_is_answered()

    async with bot.onlooker.changing():  # SQLite is locked: the bot can commit nothing
        polls = len(telegram.calls("getUpdates"))
        answer = answers[step]
        marie.writes(answer) if isinstance(answer, str) else marie.presses(*answer)
        await until(lambda: len(telegram.calls("getUpdates")) > polls, "the update to be fetched")
        await bot.kill()
    await bot.start()

    await marie.hears()
    for answer in answers[step + 1 :]:
        await marie.answers_with(answer)
    await marie.hears()
    assert await bot.onlooker.sizes() == ONE_BINOME
    assert len(marie.messages()) == len(answers) + 1


@pytest.mark.parametrize("step", [2, 8])
async def test_killed_while_the_answer_leaves_the_question_is_asked_again(
    telegram: Telegram, bot: BotProcess, marie: Person, step: int
) -> None:
    await bot.start()
    answers = marie.answers(2)
    for answer in answers[:step]:
        await marie.answers_with(answer)
    kill_when_said(telegram, bot, marie)

    await marie.answers_with(answers[step])
    await bot.ends()
    telegram.hooks.clear()
    await bot.start()

    again = await marie.hears()
    assert has_button(again, "stop")
    for answer in answers[step + 1 :]:
        await marie.answers_with(answer)
    await marie.hears()
    assert await bot.onlooker.sizes() == ONE_BINOME


async def test_killed_while_it_says_that_all_is_confirmed_it_says_so_again(
    telegram: Telegram, bot: BotProcess, marie: Person
) -> None:
    await bot.start()
    *answers, confirm = marie.answers(2)
    for answer in answers:
        await marie.answers_with(answer)
    kill_when_said(telegram, bot, marie)

    await marie.answers_with(confirm)
    await bot.ends()
    telegram.hooks.clear()
    await bot.start()

    (party,) = await bot.onlooker.parties()
    assert party.code in (await marie.hears())["text"]
    assert await bot.onlooker.sizes() == ONE_BINOME


def kill_when_said(telegram: Telegram, bot: BotProcess, person: Person) -> None:
    """Kill the bot when its next message has come, before it can know."""

    def hook(happening: Json) -> None:
        if person.is_told(happening):
            bot.kill_now()

    telegram.hooks.append(hook)


async def test_killed_while_the_answer_cannot_leave_it_leaves_after_the_restart(
    telegram: Telegram, bot: BotProcess, marie: Person
) -> None:
    await bot.start()
    await marie.says("/inscription")
    telegram.fail(next=["outage"] * 100)

    marie.writes("CC du Pilat Rhodanien")
    refused = 502
    await until(
        lambda: any(call["status"] == refused for call in telegram.calls("sendMessage")),
        "the answer to be refused",
    )
    await bot.kill()
    telegram.fail()
    await bot.start()

    question = await marie.hears()
    assert has_button(question, "choose", "2")
    assert len(marie.messages()) == 2


async def test_three_days_later_the_dialogue_goes_on(
    telegram: Telegram, bot: BotProcess, marie: Person
) -> None:
    await bot.start()
    answers = marie.answers(2)
    for answer in answers[:5]:
        await marie.answers_with(answer)
    await bot.stop()
    telegram.clock.forward(timedelta(days=3).total_seconds())
    await bot.start()

    for answer in answers[5:]:
        await marie.answers_with(answer)
    await marie.hears()

    assert await bot.onlooker.sizes() == ONE_BINOME


async def test_asked_to_stop_it_lets_its_answers_leave(
    telegram: Telegram, bot: BotProcess, marie: Person
) -> None:
    await bot.start()
    telegram.fail(next=["too_many"], retry_after=1)
    marie.writes("/inscription")
    await until(lambda: telegram.calls("sendMessage"), "the answer to be put off")

    assert await bot.stop() == 0

    assert len(marie.messages()) == 1
    assert await bot.onlooker.unanswered() == 0
