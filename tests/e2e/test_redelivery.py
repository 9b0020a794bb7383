"""Telegram delivers twice, out of order, or not for a while: each thing is done once."""

from datetime import UTC, datetime

import pytest

from .process import BotProcess
from .telegram import Person, Telegram, callback_data, has_button, is_button, reminders, until


@pytest.fixture
def marie(telegram: Telegram) -> Person:
    return telegram.join("Marie", "Dupont")


def all_was_fetched(telegram: Telegram) -> bool:
    return telegram.updates.count() == 0 and telegram.updates.someone_waits()


async def test_updates_that_come_twice_are_done_once(
    telegram: Telegram, bot: BotProcess, marie: Person
) -> None:
    await bot.start()
    telegram.fail(duplicate=1.0)

    await marie.registers(2)
    await until(lambda: all_was_fetched(telegram), "the last duplicate")

    assert [party.seats for party in await bot.onlooker.parties()] == [2]
    assert len(marie.messages()) == len(marie.answers(2)) + 1


async def test_the_same_tap_under_a_new_update_id_is_done_once(
    telegram: Telegram, bot: BotProcess, marie: Person
) -> None:
    await bot.start()
    *answers, confirm = marie.answers(3)
    for answer in answers:
        await marie.answers_with(answer)
    telegram.fail(next_updates=["repeat_press"])

    await marie.answers_with(confirm)
    await until(lambda: all_was_fetched(telegram), "the repeated tap")
    await bot.onlooker.all_is_answered()

    assert [party.seats for party in await bot.onlooker.parties()] == [3]
    telegram.go_to(datetime(2015, 3, 4, 9, 1, tzinfo=UTC))
    await until(lambda: reminders(marie), "the reminder")
    await bot.onlooker.nothing_is_owed()
    assert len(reminders(marie)) == 1


async def test_a_button_tapped_twice_does_its_work_once_and_says_so(
    telegram: Telegram, bot: BotProcess, marie: Person
) -> None:
    await bot.start()
    for answer in marie.answers(2)[:-1]:
        await marie.answers_with(answer)
    await marie.toast()  # it may come after the message
    seen = len(marie.toasts())

    message = marie.presses("choose", "yes")
    data = next(one for one in callback_data(message) if is_button(one, "choose", "yes"))
    marie.forges(data, message["message_id"])
    await until(lambda: len(marie.toasts()) == seen + 2, "both taps to be answered")

    assert marie.toasts()[-1] != ""
    assert [party.seats for party in await bot.onlooker.parties()] == [2]


async def test_updates_that_overtake_each_other_are_both_done(
    telegram: Telegram, bot: BotProcess, marie: Person
) -> None:
    await bot.start()
    telegram.fail(next_updates=["reorder", "ok"])

    marie.writes("/programme")
    marie.writes("/places")
    await marie.hears()
    await marie.hears()
    await until(lambda: all_was_fetched(telegram), "the bot to have fetched both")
    await bot.onlooker.all_is_answered()

    newest = telegram.updates.next_number
    assert len(await bot.onlooker.recorded(range(newest - 40, newest + 40))) == 2
    assert len(marie.messages()) == 2


async def test_an_update_that_is_overtaken_after_the_confirmation_is_not_lost(
    telegram: Telegram, bot: BotProcess, marie: Person
) -> None:
    karim = telegram.join("Karim", "Benali")
    await bot.start()
    telegram.fail(next_updates=["reorder"])

    marie.writes("/programme")  # held back for a second: nobody overtakes it
    await marie.hears()
    await karim.says("/places")

    await bot.onlooker.all_is_answered()
    assert (len(marie.messages()), len(karim.messages())) == (1, 1)


async def test_after_an_outage_the_bot_comes_back_by_itself(
    telegram: Telegram, bot: BotProcess, marie: Person
) -> None:
    await bot.start()
    await marie.says("/inscription")
    telegram.fail(outage=True)
    marie.writes("CC du Pilat Rhodanien")
    await until(lambda: refused(telegram) >= 2, "the bot to try twice in vain")

    telegram.fail()

    assert has_button(await marie.hears(), "choose", "2")
    assert len(marie.messages()) == 2


def refused(telegram: Telegram) -> int:
    return sum(call["status"] == 502 for call in telegram.calls("getUpdates"))


async def test_started_during_an_outage_the_bot_waits_for_its_end(
    telegram: Telegram, bot: BotProcess, marie: Person
) -> None:
    telegram.fail(outage=True)
    await bot.launch()
    await until(lambda: len(telegram.calls("getMe")) >= 2, "the bot to try twice in vain")

    telegram.fail()

    await marie.says("/start")


async def test_an_answer_that_fails_is_sent_again(
    telegram: Telegram, bot: BotProcess, marie: Person
) -> None:
    await bot.start()
    telegram.fail(next=["lost", "ok", "ok", "outage", "ok", "ok", "too_many"])

    await marie.registers(2)

    assert len(marie.messages()) == len(marie.answers(2)) + 1


async def test_when_telegram_says_wait_only_that_chat_waits(
    telegram: Telegram, bot: BotProcess, marie: Person
) -> None:
    karim = telegram.join("Karim", "Benali")
    await bot.start()
    telegram.fail(next=["too_many"], retry_after=3)
    marie.writes("/inscription")
    await until(lambda: telegram.calls("sendMessage", marie.id), "the first try")

    for _ in range(3):
        await karim.says("/places")
    assert marie.messages() == []

    await marie.hears()
    refused, again = telegram.calls("sendMessage", marie.id)
    assert (refused["status"], again["status"]) == (429, 200)
    assert again["at"] - refused["at"] >= 3
