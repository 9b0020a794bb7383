"""What organisers write to many: once, at the pace Telegram allows, whatever happens to the bot."""

import time

from .crowd import large_event, register_crowd
from .onlooker import until_it_is_so
from .process import BotProcess
from .telegram import Json, Person, Telegram, has_button, until

WORDS = "Le parking est derrière la mairie."
A_CLAIM_IS_OVER = 61.0
FASTEST = 30.0
"""Messages a second that Telegram takes over all chats."""


def announcements(person: Person) -> list[Json]:
    """Those that somebody got."""
    return [one for one in person.messages() if is_announcement(one)]


def is_announcement(message: Json) -> bool:
    return message.get("text", "").startswith("📣") and WORDS in message["text"]


async def organise(telegram: Telegram, bot: BotProcess, many: int, **more: int) -> list[Person]:
    """An organiser and a crowd, and the bot that serves them."""
    bot.event = large_event(bot.log_file.parent, many + 50)
    dominique = telegram.join("Dominique", "Bernieretcompagnie", organiser=True)
    bot.organisers = [dominique.id]
    bot.expected_refusals |= {"editMessageText"}  # nothing may have left since it was said last
    people = await register_crowd(telegram, bot, many, **more)
    await bot.start()
    return [dominique, *people]


async def write(dominique: Person, text: str = WORDS) -> None:
    """Write an announcement, and choose everybody."""
    await dominique.says("/annonce")
    dominique.writes(text)
    for _ in range(3):
        await dominique.hears()  # that it follows, as it arrives, and to whom
    verb, key = "ann_to", newest_key(dominique)
    dominique.presses(verb, f"{key}.all")
    await dominique.sees_edit()


def newest_key(dominique: Person) -> str:
    """The number of the announcement that was written last."""
    rows = dominique.messages()[-1]["reply_markup"]["inline_keyboard"]
    data = next(
        one["callback_data"] for row in rows for one in row if ":ann_to:" in one["callback_data"]
    )
    return str(data.split(":")[3].partition(".")[0])


def plainly(text: str) -> str:
    """A text with plain spaces."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def report(dominique: Person) -> str:
    """The last report, with plain spaces; empty as long as there is none."""
    told = [one for one in dominique.messages() if has_button(one, "ann_past")]
    texts = [plainly(one["text"]) for one in told if "Reçue" in one["text"]]
    return texts[-1] if texts else ""


async def test_to_a_crowd_with_refusals_and_blocks_each_once_at_a_bearable_pace(
    telegram: Telegram, bot: BotProcess
) -> None:
    dominique, *people = await organise(telegram, bot, 80, without_chat=2)
    blocking = people[::20]
    for person in blocking:
        telegram.chats[person.id].blocked = True  # the bot is not told
    await write(dominique)
    telegram.fail(too_many=0.03, retry_after=1)
    began = time.monotonic()
    dominique.presses("ann_go")
    dominique.presses("ann_go")  # a double tap
    await until(lambda: report(dominique), "the report")
    seconds = time.monotonic() - began
    telegram.fail()
    assert [len(announcements(one)) for one in people] == [
        0 if one in blocking else 1 for one in people
    ]
    said = report(dominique)
    assert "Reçue dans 76 conversations." in said
    assert all(one.name in said for one in blocking)
    assert "Nomdelapersonne80 (CC du Pilat Rhodanien) : 06 39 98 00 80" in said
    assert 80 / seconds < FASTEST
    # How far it was is one message, said anew.
    bars = [one for one in dominique.messages() if "▓" in one["text"] or "░" in one["text"]]
    assert len(bars) == 1
    assert "100 %" in plainly(bars[0]["text"])
    edits = [
        one["message"]["text"]
        for one in telegram.happened
        if one["type"] == "edit"
        and one["chat_id"] == dominique.id
        and "%" in one["message"]["text"]
    ]
    assert len(set(edits)) >= 3


async def test_killed_half_way_none_is_lost_and_only_those_in_flight_come_twice(
    telegram: Telegram, bot: BotProcess
) -> None:
    dominique, *people = await organise(telegram, bot, 20)
    await write(dominique)
    sent: list[int] = []

    def kill_half_way(happening: Json) -> None:
        if happening["type"] == "message" and is_announcement(happening["message"]):
            sent.append(happening["chat_id"])
            if len(sent) == 10:
                bot.kill_now()

    telegram.hooks.append(kill_half_way)
    dominique.presses("ann_go")
    await bot.ends()
    telegram.hooks.clear()
    telegram.clock.forward(A_CLAIM_IS_OVER)
    await bot.start()
    await until(lambda: all(announcements(one) for one in people), "the other half")
    await until(lambda: "Reçue dans 20 conversations." in report(dominique), "the report")

    twice = [one.id for one in people if len(announcements(one)) > 1]
    assert all(len(announcements(one)) <= 2 for one in people)
    assert len(twice) <= 10
    assert set(twice) <= set(sent)


async def test_stopped_half_way_the_rest_gets_nothing_and_the_report_says_so(
    telegram: Telegram, bot: BotProcess
) -> None:
    dominique, *people = await organise(telegram, bot, 30)
    await write(dominique)
    dominique.presses("ann_go")
    await until(lambda: sum(map(len, map(announcements, people))) >= 5, "the first ones")
    dominique.presses("ann_stop")
    await until(lambda: report(dominique), "the report")
    got = sum(map(len, map(announcements, people)))
    assert 5 <= got < 30
    assert f"Reçue dans {got} conversations." in report(dominique)
    assert f"{30 - got} conversations ne l’ont pas eue" in report(dominique)

    async def nothing_is_owed() -> bool:
        return not await bot.onlooker.owed()

    await until_it_is_so(nothing_is_owed, "nothing to be owed")
    assert sum(map(len, map(announcements, people))) == got


async def test_told_to_wait_by_one_chat_after_the_other_the_bot_waits_as_a_whole(
    telegram: Telegram, bot: BotProcess
) -> None:
    dominique, *people = await organise(telegram, bot, 12)
    await write(dominique)
    dominique.presses("ann_go")
    await until(lambda: sum(map(len, map(announcements, people))) >= 3, "the first ones")
    telegram.fail(next=["too_many"] * 3, retry_after=2)
    await until(lambda: "Reçue dans 12 conversations." in report(dominique), "the report")
    refused = [one for one in telegram.happened if one.get("status") == 429]
    assert refused
    last = max(one["at"] for one in refused)
    soon = [
        one
        for one in telegram.calls("sendMessage")
        if one["status"] == 200
        and last < one["at"] < last + 1.5
        and one["arguments"]["chat_id"] != dominique.id
    ]
    assert len(soon) <= 1  # what was on its way
    assert [len(announcements(one)) for one in people] == [1] * 12


async def test_a_picture_is_sent_on_to_everybody_with_its_words(
    telegram: Telegram, bot: BotProcess
) -> None:
    from telegram_sandbox import actions

    dominique, *people = await organise(telegram, bot, 3)
    await dominique.says("/annonce")
    actions.send_kind(telegram, dominique.id, "photo", caption="Le plan d’accès")
    for _ in range(3):
        await dominique.hears()
    dominique.presses("ann_to", f"{newest_key(dominique)}.coming")
    await dominique.sees_edit()
    dominique.presses("ann_go")
    await until(lambda: report(dominique), "the report")
    for person in people:
        (picture,) = [one for one in person.messages() if "photo" in one]
        assert picture["caption"].endswith("Le plan d’accès")
