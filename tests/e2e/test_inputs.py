"""Every kind of message gets a fitting answer; a flood slows only the one it comes from."""

import pytest

from telegram_sandbox import actions

from .process import BotProcess
from .telegram import Json, Person, Telegram, has_button, until

KINDS = ("photo", "voice", "sticker", "document", "video")


@pytest.fixture
async def marie(telegram: Telegram, bot: BotProcess) -> Person:
    marie = telegram.join("Marie", "Dupont")
    await bot.start()
    return marie


async def test_what_is_no_text_is_answered_with_a_way_on(telegram: Telegram, marie: Person) -> None:
    for kind in KINDS:
        actions.send_kind(telegram, marie.id, kind)
        assert has_button(await marie.hears(), "menu"), kind
    actions.share_location(telegram, marie.id, 45.4, 4.7)
    assert has_button(await marie.hears(), "menu")
    actions.share_contact(telegram, marie.id)
    assert (await marie.hears())["text"]


async def test_during_a_registration_the_question_is_asked_again(
    telegram: Telegram, marie: Person
) -> None:
    await marie.says("/inscription")
    for kind in KINDS:
        actions.send_kind(telegram, marie.id, kind)
        assert has_button(await marie.hears(), "stop"), kind
    actions.share_location(telegram, marie.id, 45.4, 4.7)
    assert has_button(await marie.hears(), "stop")
    actions.share_contact(telegram, marie.id)
    await marie.hears()
    assert has_button(await marie.hears(), "stop")
    assert has_button(await marie.says("CC du Pilat Rhodanien"), "choose")


async def test_an_edited_message_is_not_an_answer(telegram: Telegram, marie: Person) -> None:
    await marie.says("/inscription")
    await marie.says("CC du Pilat Rhodanien")
    written = [m for m in telegram.chats[marie.id].messages.values() if m["from"]["id"] == marie.id]

    actions.edit(telegram, marie.id, written[-1]["message_id"], "Pays de Saint-Flour")

    assert has_button(await marie.hears(), "choose")  # the size is asked again
    assert await registered_territory(marie) == "CC du Pilat Rhodanien"


async def registered_territory(marie: Person) -> str:
    for answer in marie.answers(1)[2:-1]:
        message = await marie.answers_with(answer)
    return next(t for t in ("CC du Pilat Rhodanien", "Pays de Saint-Flour") if t in message["text"])


async def test_the_own_number_is_shared_with_telegrams_button(
    telegram: Telegram, bot: BotProcess, marie: Person
) -> None:
    for answer in marie.answers(1)[:-2]:
        await marie.answers_with(answer)
    await marie.taps("choose", "share")
    assert telegram.chats[marie.id].keyboard is not None

    actions.share_contact(telegram, marie.id)
    await marie.hears()
    await marie.hears()

    assert telegram.chats[marie.id].keyboard is None
    await marie.taps("choose", "yes")
    (party,) = await bot.onlooker.parties()
    assert [one.phone for one in party.everyone] == [telegram.people[marie.id].phone]


async def test_in_a_group_the_bot_points_to_a_chat_of_ones_own(
    telegram: Telegram, bot: BotProcess, marie: Person
) -> None:
    group = actions.make_group(telegram, "Le Pilat", [marie.id])
    assert group_answers(telegram, group.id) == []
    await until(lambda: group_answers(telegram, group.id), "a word to the group")
    before = len(group_answers(telegram, group.id))

    actions.write(telegram, group.id, "/start@binome_bot", marie.id)

    await until(lambda: len(group_answers(telegram, group.id)) > before, "an answer")
    (button,) = group_answers(telegram, group.id)[-1]["reply_markup"]["inline_keyboard"][0]
    assert button["url"] == "https://t.me/binome_bot?start=inscription"
    for chat_id in (group.id, marie.id):
        assert "draft" not in await bot.onlooker.dialogue(chat_id)


def group_answers(telegram: Telegram, chat_id: int) -> list[Json]:
    messages = telegram.chats[chat_id].messages.values()
    return [one for one in messages if one["from"]["id"] == telegram.bot_id]


async def test_a_flood_slows_the_one_it_comes_from(telegram: Telegram, bot: BotProcess) -> None:
    karim, marie = telegram.join("Karim", "Benali"), telegram.join("Marie", "Dupont")
    await bot.start()
    telegram.fail(latency=0.01)

    for _ in range(300):
        karim.writes("/places")
    await marie.registers(2)

    telegram.fail()
    karim.writes("/programme")
    await until(lambda: telegram.updates.count() == 0, "the flood to be taken")
    await bot.onlooker.all_is_answered()
    assert 5 < len(karim.messages()) < 300
    assert [party.seats for party in await bot.onlooker.parties()] == [2]
