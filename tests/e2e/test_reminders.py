"""The day before, at ten: each party is reminded, once, whatever happens to the bot."""

import asyncio
import os
import signal
from datetime import UTC, datetime

from .onlooker import until_it_is_so
from .process import BotProcess
from .telegram import Json, Person, Telegram, is_reminder, reminders, until

DAY_BEFORE_AT_TEN = datetime(2015, 3, 4, 9, 0, tzinfo=UTC)
DAY_BEFORE_IN_THE_EVENING = datetime(2015, 3, 4, 19, 0, tzinfo=UTC)
JUST_BEFORE_THE_START = datetime(2015, 3, 5, 8, 29, tzinfo=UTC)
JUST_AFTER_THE_START = datetime(2015, 3, 5, 8, 31, tzinfo=UTC)
LONG_AFTER = datetime(2016, 1, 1, tzinfo=UTC)
A_CLAIM_IS_OVER = 61.0
"""Seconds after which what a killed bot was about to send is sent by the next one."""
NAMES = ("Marie Dupont", "Karim Benali", "Awa Diallo", "Yves Morel", "Lise Faure")


async def register(telegram: Telegram, *sizes: int) -> list[Person]:
    """So many people, each with a party of that size."""
    people = [telegram.join(*name.split()) for name, _ in zip(NAMES, sizes, strict=False)]
    await asyncio.gather(
        *(person.registers(size) for person, size in zip(people, sizes, strict=True))
    )
    return people


async def nothing_more_is_sent(bot: BotProcess, last: Person) -> None:
    """Owe the last person one more: when it comes, all that was due before has been sent."""
    await bot.onlooker.nothing_is_owed()
    before = len(reminders(last))
    await bot.onlooker.owe_reminder(last.id, LONG_AFTER)
    await until(lambda: len(reminders(last)) > before, "the one reminder more")
    await bot.onlooker.nothing_is_owed()


async def test_at_ten_each_party_is_reminded_once_and_a_cancelled_one_is_not(
    telegram: Telegram, bot: BotProcess
) -> None:
    await bot.start()
    marie, karim, awa, yves = await register(telegram, 2, 3, 1, 1)
    await awa.says("/annuler")
    awa.presses("cancel_yes")
    await awa.sees_edit()

    telegram.go_to(DAY_BEFORE_AT_TEN)
    await until(lambda: reminders(marie) and reminders(karim) and reminders(yves), "reminders")
    await nothing_more_is_sent(bot, yves)

    assert [len(reminders(person)) for person in (marie, karim, awa)] == [1, 1, 0]
    text = reminders(marie)[0]["text"].replace("\u00a0", " ")
    assert all(fact in text for fact in ("5 mars", "9 h 30", "Pélussin", "Paul Martin"))
    assert "06 66 46 62 76" in text
    marie.presses("coming")
    assert await marie.toast() != ""
    parties = await bot.onlooker.parties()
    coming = [one.name for party in parties for one in party.everyone if one.coming_at]
    assert coming == ["Marie Dupont"]


async def test_none_before_ten(telegram: Telegram, bot: BotProcess) -> None:
    await bot.start()
    marie, last = await register(telegram, 2, 1)

    telegram.go_to(datetime(2015, 3, 4, 8, 58, tzinfo=UTC))
    await bot.onlooker.owe_reminder(last.id, LONG_AFTER)
    await until(lambda: reminders(last), "the reminder that is due early")

    assert reminders(marie) == []


async def test_a_bot_that_was_down_at_ten_sends_them_when_it_is_back(
    telegram: Telegram, bot: BotProcess
) -> None:
    await bot.start()
    marie, karim = await register(telegram, 2, 3)
    await bot.stop()

    telegram.go_to(JUST_BEFORE_THE_START)
    await bot.start()

    await until(lambda: reminders(marie) and reminders(karim), "reminders")
    await bot.stop()
    await bot.start()
    await nothing_more_is_sent(bot, karim)
    assert len(reminders(marie)) == 1


async def test_none_comes_after_the_day_has_begun(telegram: Telegram, bot: BotProcess) -> None:
    await bot.start()
    marie, last = await register(telegram, 2, 3)
    await bot.stop()

    telegram.go_to(JUST_AFTER_THE_START)
    await bot.start()

    await nothing_more_is_sent(bot, last)
    assert reminders(marie) == []


async def test_killed_half_way_the_rest_is_sent_and_only_the_one_in_flight_comes_twice(
    telegram: Telegram, bot: BotProcess
) -> None:
    await bot.start()
    people = await register(telegram, 2, 3, 3, 1, 2)
    sent: list[int] = []

    def kill_at_the_third(happening: Json) -> None:
        if happening["type"] == "message" and is_reminder(happening["message"]):
            sent.append(happening["chat_id"])
            if len(sent) == 3:
                bot.kill_now()

    telegram.hooks.append(kill_at_the_third)
    telegram.go_to(DAY_BEFORE_AT_TEN)
    await bot.ends()
    telegram.hooks.clear()
    assert len(sent) == 3
    in_flight = sent[-1]

    telegram.clock.forward(A_CLAIM_IS_OVER)
    await bot.start()
    await until(lambda: all(reminders(person) for person in people), "the other reminders")
    await nothing_more_is_sent(bot, people[-1])

    for person in people[:-1]:
        assert len(reminders(person)) == (2 if person.id == in_flight else 1)


async def test_a_chat_that_blocks_the_bot_keeps_no_other_waiting_and_is_shown_to_organisers(
    telegram: Telegram, bot: BotProcess
) -> None:
    dominique = telegram.join("Dominique", "Bernier", organiser=True)
    bot.organisers = [dominique.id]
    await bot.start()
    marie, karim = await register(telegram, 2, 3)
    assert await unreached(telegram, dominique) == set()
    before = (await dominique.says("/effectif"))["text"]

    telegram.chats[marie.id].blocked = True  # the bot is not told
    telegram.go_to(DAY_BEFORE_AT_TEN)
    await until(lambda: reminders(karim), "the reminder to the one who does not block")
    assert "Résumé" in (await dominique.hears())["text"]

    assert reminders(marie) == []
    assert await bot.onlooker.unreached() == {marie.id}
    assert await unreached(telegram, dominique) == {"Dupont", "Martin"}
    assert len((await dominique.says("/effectif"))["text"].splitlines()) > len(before.splitlines())


async def unreached(telegram: Telegram, organiser: Person) -> set[str]:
    """The last names of those whom the export marks as not reached."""
    await organiser.says("/export")
    lines = telegram.spreadsheet(await organiser.taps("export_as", "xlsx"))
    return {line["Nom"] for line in lines if line["Messages"]}


async def test_who_blocks_and_unblocks_is_reached_again(
    telegram: Telegram, bot: BotProcess
) -> None:
    await bot.start()
    marie, karim = await register(telegram, 2, 3)

    telegram.block(marie, blocked=True)
    telegram.block(karim, blocked=True)
    await until_unreached(bot, marie, karim)
    telegram.block(karim, blocked=False)
    await until_unreached(bot, marie)


async def until_unreached(bot: BotProcess, *people: Person) -> None:
    async def is_noted() -> bool:
        return await bot.onlooker.unreached() == {person.id for person in people}

    await until_it_is_so(is_noted, "the bot to note who blocks it")


async def test_when_telegram_says_wait_the_bot_waits(telegram: Telegram, bot: BotProcess) -> None:
    await bot.start()
    marie, karim = await register(telegram, 2, 3)
    await bot.onlooker.all_is_answered()  # the refusal is not for these answers
    # Old buttons may still be taken off, at most in both chats: the third is a reminder's.
    telegram.fail(next=["too_many"] * 3, retry_after=2)

    telegram.go_to(DAY_BEFORE_AT_TEN)
    await until(lambda: reminders(marie) and reminders(karim), "reminders")

    refused = next(one for one in telegram.calls("sendMessage") if one["status"] == 429)
    person = refused["arguments"]["chat_id"]
    again = telegram.calls("sendMessage", person)[-1]
    assert again["at"] - refused["at"] >= 2
    await nothing_more_is_sent(bot, karim)
    assert len(reminders(marie)) == 1


async def test_asked_to_stop_while_a_reminder_leaves_it_comes_once(
    telegram: Telegram, bot: BotProcess
) -> None:
    await bot.start()
    marie, last = await register(telegram, 2, 3)
    telegram.hooks.append(lambda happening: stop_at_a_reminder(happening, bot))

    telegram.go_to(DAY_BEFORE_AT_TEN)
    await until(bot.has_ended, "the bot to end")
    telegram.hooks.clear()
    assert await bot.ends() == 0
    telegram.clock.forward(A_CLAIM_IS_OVER)
    await bot.start()

    await until(lambda: reminders(last), "the other reminder")
    await nothing_more_is_sent(bot, last)
    assert len(reminders(marie)) == 1


def stop_at_a_reminder(happening: Json, bot: BotProcess) -> None:
    if happening["type"] == "message" and is_reminder(happening["message"]):
        os.kill(bot.pid, signal.SIGTERM)
