"""The same answer is not given twice running: who asks again was not helped by it."""

import zlib

from markupsafe import Markup

from bot.conversation import phrases
from bot.conversation.messages import Text
from bot.conversation.turn import Turn
from bot.understanding.intents import Intent

_MAY_REPEAT = frozenset(
    {
        Intent.MINE,
        Intent.SEATS,
        Intent.REGISTER,
        Intent.GREETING,
        Intent.THANKS,
        Intent.HELP,
        Intent.CONTACT,
        Intent.OFF_TOPIC,
        Intent.WAITING_LIST,
    }
)
"""What is asked twice because it changes, or costs nothing to say again."""


def told(turn: Turn, intent: Intent, said: Markup) -> Markup:
    """An answer; where it was given just before, that there is no more to it, and whom to ask."""
    if intent in _MAY_REPEAT or not isinstance(turn.input, Text):
        return said
    mark = _mark(said)
    times = turn.told.count(mark)
    turn.dialogue.told = [*turn.dialogue.told, *[mark] * (times + 1)]
    if times == 0:
        return said
    key = "answer.told" if times % 2 else "answer.told_again"
    return turn.words(key, contact=phrases.reach(turn.words, turn.event))


def is_again(turn: Turn, said: Markup) -> bool:
    """Whether the last answer was this one; then something shorter will do, and is remembered."""
    if not isinstance(turn.input, Text) or _mark(said) not in turn.told:
        return False
    turn.dialogue.told = [*turn.dialogue.told, _mark(said)]
    return True


def _mark(said: Markup) -> str:
    return f"{zlib.crc32(str(said).encode()):08x}"
