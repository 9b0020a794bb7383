"""Whatever the server answers, the bot goes on: nothing but a clear refusal is final."""

import asyncio
import json
import os
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from .process import BotProcess
from .strange import UNFORESEEN, StrangeTelegram, hanging, plain, refusal
from .telegram import TOKEN, Json, until

MOVED = -100_123


@pytest.fixture
async def telegram() -> AsyncIterator[StrangeTelegram]:
    telegram = StrangeTelegram()
    async with telegram.served():
        yield telegram


async def test_an_answer_leaves_in_spite_of_what_the_server_says_first(
    telegram: StrangeTelegram, bot: BotProcess
) -> None:
    await bot.start()
    for number, (kind, answer) in enumerate(UNFORESEEN.items()):
        marie, karim = telegram.join("Marie", "Dupont"), telegram.join("Karim", "Benali")
        telegram.answers_once(answer, "sendMessage", chat_id=marie.id)

        marie.writes("/places")
        marie.writes("/programme")
        await karim.says("/places")

        texts = [(await marie.hears())["text"] for _ in range(2)]
        assert texts[0] != texts[1], (number, kind)
    await bot.onlooker.all_is_answered()
    assert await bot.onlooker.blocking() == 0


@pytest.mark.parametrize("kind", ["html", "result true", "401"])
async def test_other_methods_may_be_answered_so_too(
    telegram: StrangeTelegram, bot: BotProcess, kind: str
) -> None:
    marie = telegram.join("Marie", "Dupont")
    await bot.start()
    for answer in marie.answers(2)[:-1]:
        await marie.answers_with(answer)

    telegram.answers_once(UNFORESEEN[kind], "sendDocument")
    await marie.taps("choose", "yes")
    await marie.hears()  # the calendar file

    telegram.answers_once(UNFORESEEN[kind], "editMessageReplyMarkup")
    await marie.says("/programme")
    assert await marie.says("/places")


async def test_a_group_that_has_moved_is_answered_where_it_is(
    telegram: StrangeTelegram, bot: BotProcess
) -> None:
    marie = telegram.join("Marie", "Dupont")
    marie.start_chat()
    await bot.start()
    moved = refusal(400, "Bad Request: group chat was upgraded", migrate_to_chat_id=marie.id)
    telegram.answers(moved, "sendMessage", chat_id=MOVED)
    group = {"id": MOVED, "type": "group", "title": "Équipe"}
    message = {"message_id": 1, "date": 0, "chat": group, "text": "/start"}
    sender = {"id": marie.id, "is_bot": False, "first_name": marie.name}
    telegram.queue("message", message | {"from": sender}, MOVED)

    assert "inline_keyboard" in (await marie.hears())["reply_markup"]


async def test_polling_goes_on_whatever_it_brings(
    telegram: StrangeTelegram, bot: BotProcess
) -> None:
    marie = telegram.join("Marie", "Dupont")
    junk = plain('{"ok": true, "result": [null, 7, "x", [], {}, {"update_id": "1"}]}')
    conflict = refusal(409, "Conflict: terminated by other getUpdates request")
    await bot.start()

    for answer in (*UNFORESEEN.values(), junk, conflict):
        telegram.answers_once(answer, "getUpdates")
        await marie.says("/places")  # the poll that was waiting brings this one
        await marie.says("/places")


async def test_a_server_that_ignores_the_offset_is_not_asked_all_the_time(
    telegram: StrangeTelegram, bot: BotProcess
) -> None:
    marie = telegram.join("Marie", "Dupont")
    await bot.start()
    marie.writes("/places")
    await marie.hears()
    polls = 0
    update = {"update_id": 1_000_000_000, "edited_message": None}

    async def again() -> object:
        nonlocal polls
        polls += 1
        return await plain(json_result([update]))()

    telegram.answers(again, "getUpdates")  # type: ignore[arg-type]
    marie.writes("/places")
    await until(lambda: polls > 3, "some polls")
    await asyncio.sleep(2)

    assert polls < 10


def json_result(result: object) -> str:
    return json.dumps({"ok": True, "result": result})


POISON: list[object] = [
    [],
    7,
    {"message": {}},
    {"update_id": None},
    {"update_id": True},
    {"update_id": 2**63, "message": {"chat": {"id": 1}}},
    {"update_id": 2**80},
    {"update_id": -1},
]


async def test_poisonous_updates_are_logged_by_kind_and_passed(
    telegram: StrangeTelegram, bot: BotProcess
) -> None:
    marie = telegram.join("Marie", "Dupont")
    await bot.start()
    await marie.says("/places")
    number = telegram.updates.next_number
    person = {"id": marie.id, "is_bot": False, "first_name": "Marie"}
    chat = {"id": 2**70, "type": "private"}
    bad = [
        {"update_id": number, "message": {"message_id": 1, "chat": chat, "from": person}},
        {"update_id": number + 1, "message": {"message_id": 1, "chat": [[[]]], "text": "secret!"}},
        {"update_id": number + 2, "callback_query": ["secret!"]},
    ]
    telegram.updates.next_number = number + 3
    telegram.answers_once(plain(json_result([*POISON, *bad])), "getUpdates")

    await marie.says("/places")
    await marie.says("/programme")

    assert "update_id" in bot.log()
    assert "message.chat" in bot.log()
    assert "secret!" not in bot.log()


async def test_an_answer_that_is_no_json_is_not_logged(
    telegram: StrangeTelegram, bot: BotProcess
) -> None:
    marie = telegram.join("Marie", "Dupont")
    await bot.start()
    await marie.says("/places")
    for method in ("getUpdates", "sendMessage", "getMe"):
        telegram.answers_once(plain('{"ok": true, "result": "Marie Dupont écrit'), method)
        marie.writes("/infos")
        await until(lambda: telegram.strange is None, "the answer")
    await marie.hears()
    telegram.answers_once(plain('{"ok": true, "result": "Marie Dupont écrit'), "sendDocument")
    marie.presses("ics")
    await until(lambda: telegram.strange is None, "the answer")

    assert "Dupont" not in bot.log()


async def test_a_token_that_is_revoked_ends_nothing_but_the_heartbeat(
    telegram: StrangeTelegram, bot: BotProcess
) -> None:
    marie = telegram.join("Marie", "Dupont")
    await bot.start()
    await marie.says("/places")
    heartbeat = Path(bot.log_file.parent) / f"binome-{TOKEN.partition(':')[0]}.alive"
    telegram.token, right = "123456:another", telegram.token
    telegram.answers(refusal(401, "Unauthorized"), "getUpdates")
    marie.writes("/places")  # ends the poll that was waiting
    await until(lambda: "does not know this token" in bot.log(), "the bot to notice")
    long_ago = time.time() - 100
    os.utime(heartbeat, (long_ago, long_ago))
    await asyncio.sleep(3)

    assert not bot.has_ended()
    assert heartbeat.stat().st_mtime < long_ago + 1
    telegram.strange, telegram.token = None, right
    await marie.hears()
    marie.writes("/places")  # ends the poll that is waiting now
    await until(lambda: heartbeat.stat().st_mtime > long_ago + 50, "the heart to beat")


async def test_a_token_that_is_revoked_while_the_bot_starts(
    telegram: StrangeTelegram, bot: BotProcess
) -> None:
    telegram.answers(refusal(401, "Unauthorized"), "setMyCommands")
    bot.expected_ends = {2}
    await bot.launch()

    assert await bot.ends() == 2
    complaint = [line for line in bot.log().splitlines() if "DEBUG" not in line]
    assert len(complaint) == 1
    assert "BINOME_TOKEN" in complaint[0]
    telegram.strange = None


@pytest.mark.parametrize("kind", ["html", "result true"])
async def test_the_bot_starts_in_spite_of_what_the_server_says_first(
    telegram: StrangeTelegram, bot: BotProcess, kind: str
) -> None:
    marie = telegram.join("Marie", "Dupont")
    left = {"getMe", "setMyCommands", "deleteWebhook", "setMyDescription"}

    async def strange(method: str, _arguments: Json) -> object:
        if method not in left:
            return None
        left.remove(method)
        return await UNFORESEEN[kind]()

    telegram.strange = strange  # type: ignore[assignment]
    await bot.start()

    assert await marie.says("/places")
    assert not left


async def test_a_hanging_chat_keeps_no_other_waiting(
    telegram: StrangeTelegram, bot: BotProcess
) -> None:
    marie, karim = telegram.join("Marie", "Dupont"), telegram.join("Karim", "Benali")
    await bot.start()
    telegram.answers(hanging, "sendMessage", chat_id=marie.id)
    marie.writes("/places")

    for _ in range(5):
        await karim.says("/places")
    telegram.strange = None
    await marie.hears()
