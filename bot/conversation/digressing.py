"""What is asked instead of an answer to the open question, and what is said to it."""

from collections.abc import Sequence

from markupsafe import Markup

from bot.conversation.asking import Asking
from bot.conversation.days import other_day
from bot.understanding import (
    assurances,
    confirmations,
    digressions,
    questions,
    sentences,
    wishes,
)
from bot.understanding.intents import Intent


def read(asking: Asking, text: str) -> Sequence[Intent]:
    """What a message asks, as a whole or in its sentences; a yes to all asks nothing."""
    if asking.step.is_final and confirmations.read(text) is True:
        return ()  # « oui, il faut que j’appuie ? »
    _, asked = sentences.parted(text)
    is_wondered = bool(asked) and "?" not in text  # « Pierre voudrait savoir si… »
    return each(asking, asked if len(asked) > 1 or is_wondered else [text])


def each(asking: Asking, asked: Sequence[str]) -> Sequence[Intent]:
    """What each of these sentences asks, a few at most."""
    found = [
        intent for one in asked if not wishes.worries(one) for intent in _digression(asking, one)
    ]
    return tuple(dict.fromkeys(found))[: questions.AT_ONCE]


def _digression(asking: Asking, text: str) -> Sequence[Intent]:
    """What is asked instead of an answer; how sure a registration is, is told with it."""
    if assurances.is_of_registration(text):
        return (Intent.MINE,)
    return digressions.read(text, asking.step.topic, asking.turn.names)


async def answered(asking: Asking, text: str, asked: Sequence[Intent]) -> Sequence[Markup]:
    """What is said to a question that was asked instead of an answer; nothing where none was."""
    if wishes.asks_whether_needed(text):
        return [asking.step.need(asking.turn)]
    if not asked:
        return []
    back_to = () if asking.step.is_final else (asking.turn.words("register.back_to"),)
    return [*await in_passing(asking, asked, text), *back_to]


async def in_passing(asking: Asking, asked: Sequence[Intent], text: str) -> Sequence[Markup]:
    """The answers, about the day that the question names."""
    turn = asking.turn
    other = other_day(text, turn.books.key, turn.days, turn.now) if len(turn.days) > 1 else None
    about = await turn.at(other) if other is not None else turn
    return await turn.topics.in_passing(about, asked, asking.step.finish_first(turn))
