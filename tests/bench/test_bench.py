"""The benchmark's own server and people, against a small bot that asks the script's questions."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.error import InvalidToken

from bench.people import BINOME, Crowd, NoAnswerError, Person, Press, find_button
from bench.server import TOKEN, BotApi, serve
from bot.channels.telegram.transport import AiohttpTransport

LABELS = ["S’inscrire", "Un binôme", "Sans téléphone", "Confirmer l’inscription"]


async def answer(bot: Bot, update: Update) -> None:
    """Answer anything with a question that has every button, a tap in the same message."""
    buttons = InlineKeyboardMarkup(
        [[InlineKeyboardButton(label, callback_data=label)] for label in LABELS]
    )
    assert update.effective_chat is not None
    if update.callback_query is not None:
        assert update.callback_query.data in LABELS
        await update.callback_query.answer()
        await update.callback_query.edit_message_text("Et ensuite ?", reply_markup=buttons)
    else:
        document = b"BEGIN:VCALENDAR"
        await bot.send_document(update.effective_chat.id, document, filename="journée.ics")
        await bot.send_message(update.effective_chat.id, "Bonjour", reply_markup=buttons)


async def poll(bot: Bot, crowd: Crowd, finished: int) -> list[Update]:
    """Answer everybody until so many people have finished; return what they sent."""
    updates: list[Update] = []
    while crowd.finished < finished:
        offset = updates[-1].update_id + 1 if updates else 0
        for update in await bot.get_updates(offset=offset, timeout=5):
            updates.append(update)
            await answer(bot, update)
    return updates


@asynccontextmanager
async def connected(api: BotApi) -> AsyncIterator[Bot]:
    server, root = await serve(api)
    request, polling = AiohttpTransport(), AiohttpTransport()
    bot = Bot(TOKEN, base_url=f"{root}/bot", request=request, get_updates_request=polling)
    async with server, bot:
        yield bot


async def test_people_follow_the_script_to_its_end_and_are_replaced() -> None:
    api = BotApi()
    async with connected(api) as bot:
        crowd = Crowd(2, BINOME, api)
        crowd.start()
        updates = await poll(bot, crowd, 4)
        crowd.check()
    first = [
        update
        for update in updates
        if update.effective_user and update.effective_user.id == 1_000_001
    ]
    taps = [update.callback_query.data for update in first if update.callback_query]
    texts = [update.message.text for update in first if update.message]
    assert len(first) == len(BINOME.steps)
    assert taps == LABELS
    assert texts[0] == "/start" and texts[-1] == "marie.dupont1@mairie-pelussin.fr"
    assert len(crowd.latencies) >= 4 * len(BINOME.steps)
    assert min(crowd.latencies) > 0


async def test_an_answer_that_does_not_come_is_reported() -> None:
    crowd = Crowd(1, BINOME, BotApi())
    crowd.start()
    crowd.check()
    with pytest.raises(NoAnswerError, match=r"step 1, Say.*last heard: nothing"):
        crowd.check(patience=0)


def test_an_answer_must_have_the_button_that_comes_next() -> None:
    person = Person(1, BINOME, BotApi())
    assert BINOME.steps[1] == Press("S’inscrire")
    message = {"message_id": 1, "chat": {"id": person.id}, "text": "Bonjour"}
    assert not person.hears(message)
    markup = {"inline_keyboard": [[{"text": "S'inscrire ici", "callback_data": "x"}]]}
    assert person.hears(message | {"reply_markup": markup})
    assert find_button(message | {"reply_markup": markup}, "Autre") is None
    assert "[S'inscrire ici]" in person.describe()


async def test_what_the_server_does_not_know_is_refused() -> None:
    async with connected(BotApi()) as bot:
        assert (await bot.get_me()).username == "binome_bench_bot"
        assert await bot.set_my_commands([("start", "Commencer")])
        with pytest.raises(InvalidToken, match="method not found"):
            await bot.get_chat(1)


async def test_updates_of_one_moment_travel_together_until_confirmed() -> None:
    api = BotApi()
    async with connected(api) as bot:
        people = [Person(number, BINOME, api) for number in range(3)]
        waiting = asyncio.create_task(bot.get_updates(timeout=5))
        await api.polled.wait()
        for person in people:
            person.send()
        assert [update.update_id for update in await waiting] == [1, 2, 3]
        assert [update.update_id for update in await bot.get_updates(offset=2)] == [2, 3]
        assert await bot.get_updates(offset=4) == ()
