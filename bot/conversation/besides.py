"""What is asked in the message that wants to register: it is answered before the first question."""

import re
from collections.abc import Sequence

from markupsafe import Markup

from bot.conversation.turn import Turn
from bot.understanding import questions, sentences, wishes
from bot.understanding.intents import Intent

ANOTHER_WISH = frozenset({Intent.CHANGE, Intent.CANCEL, Intent.MINE, Intent.WAITING_LIST})
"""What somebody wants who is registered."""
_NO_QUESTION = frozenset(
    {Intent.REGISTER, Intent.GREETING, Intent.THANKS, Intent.HELP, Intent.PARTNER, *ANOTHER_WISH}
)


def asked(turn: Turn, text: str, intents: Sequence[Intent]) -> list[Intent]:
    """What a message asks; where who comes hides it, what its question alone asks."""
    found = [one for one in intents if one not in _NO_QUESTION]
    about = only_asked_about(text)
    if found or about:
        return list(dict.fromkeys([*found, *about]))
    if "?" in text:
        question = re.split(r"[,.;:!?…\n]+", text[: text.rindex("?")])[-1]
    else:
        question = " ".join(sentences.parted(text)[1][-1:])
    return [one for one in questions.recognise(question, turn.names) if one not in _NO_QUESTION]


def only_asked_about(text: str) -> list[Intent]:
    """Giving up, or changing, where a question is but about it: « on pourra modifier ? »."""
    _, each = sentences.parted(text)
    return [one for one in map(wishes.asked_about, each) if one is not None]


async def answers(turn: Turn) -> Sequence[Markup]:
    """The answers to what was asked with a bare wish to register, and of which day they are."""
    if "?" not in turn.text:
        return turn.about()
    intents = questions.ask_each(turn.text, turn.names).intents
    return await turn.topics.in_passing(turn, asked(turn, turn.text, intents), Markup())
