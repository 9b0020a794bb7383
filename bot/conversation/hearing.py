"""What people write after the bot's own messages: it answers them as a press of a button would.

What was asked in the last answer (`Turn.confirm`) comes first; then what topics hear by
themselves; then the messages owed that reached the person of late, as their topics declare
(`Topic.replied`). Where words may answer two of them, it is asked which.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta

from bot.conversation import acting
from bot.conversation.buttons import unpack
from bot.conversation.messages import Button
from bot.conversation.turn import Turn
from bot.days import offered
from bot.understanding import replies, wishes
from bot.understanding.normal import plain
from bot.understanding.replies import Reply

LONGEST_WITH_A_NAME = 10
"""Words of an answer that names somebody; more tell something else."""
ANSWERED_WITHIN = timedelta(hours=48)
"""So long words may answer a message."""


async def hear(turn: Turn, text: str) -> bool:
    """Do what words ask for that answer what the bot has said; whether they do."""
    awaited = turn.awaited
    if await hear_label(turn, text):
        return True
    if await turn.topics.hear(turn, text):
        return True
    asked = _answer(turn, text)
    if asked is None and replies.read(text) is None:
        return False
    since = awaited.at if awaited is not None else turn.now - ANSWERED_WITHIN
    meant = [one for at in await _days(turn) for one in await _buttons(at, text, since)]
    if asked is not None and not meant:
        return await _press(turn, asked)
    if asked is not None:
        meant.insert(0, Button(turn.words.plain("heard.asked"), asked))
    if len(meant) > 1:
        turn.say(turn.words("heard.which"), *((button,) for button in meant))
        return True
    return await _press(turn, meant[0].data) if meant else False


async def hear_label(turn: Turn, text: str) -> bool:
    """Do what the button does whose label was written; whether there is one."""
    if turn.awaited is None or not text:
        return False
    data = turn.awaited.labels.get(plain(text)) or _named(turn.awaited.names, plain(text))
    return data is not None and await _press(turn, data)


def _named(names: Mapping[str, str], text: str) -> str | None:
    """The data of the button of whoever alone is named: « ben Anne, je viens de le dire »."""
    words = text.split()
    found = {data for name, data in names.items() if set(name.split()) <= {*words}}
    return found.pop() if len(found) == 1 and len(words) <= LONGEST_WITH_A_NAME else None


def _answer(turn: Turn, text: str) -> str | None:
    """The data of the button that answers what was asked last."""
    if turn.awaited is None:
        return None
    if turn.awaited.stays and wishes.stays(text):
        return turn.awaited.stays
    if turn.awaited.stays and wishes.leaves(text):
        return turn.awaited.yes
    match replies.read(text):
        case Reply.YES:
            return turn.awaited.yes or None
        case Reply.NO:
            return turn.awaited.no or None
        case _:
            return None


async def _days(turn: Turn) -> list[Turn]:
    """The turn about each day that somebody may have been written to about, theirs first."""
    others = [day for day in offered(turn.days, turn.now) if day.key != turn.books.key]
    return [turn, *[await turn.at(day) for day in others]]


async def _buttons(turn: Turn, text: str, since: datetime) -> list[Button]:
    """What the words stand for of each message that waits for an answer, the last one first."""
    sent = await turn.books.deliveries.sent_to(turn.address, since)
    found = [await turn.topics.reply(turn, message, text) for message in sent]
    return list({one.data: one for one in found if one is not None}.values())


async def _press(turn: Turn, data: str) -> bool:
    """Do what a button does, about the day that it names."""
    pressed = unpack(data)
    if pressed is None:
        return False
    day = turn.days.get(pressed.event)
    about = turn if day is None else await turn.at(day)
    await acting.follow(about, pressed)
    return await turn.topics.press(about, pressed.verb, argument=pressed.argument)
