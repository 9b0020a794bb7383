"""Which words of a message ask each of its questions, and which questions nothing was found for."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bot.understanding import sentences
from bot.understanding.intents import POLITE, Intent

Reader = Callable[[str], Iterable[Intent]]
"""Gives what a sentence asks."""


@dataclass(frozen=True, slots=True)
class Question:
    """One thing that is asked, and the words that ask it."""

    intent: Intent
    text: str


def each(text: str, intents: Iterable[Intent], read: Reader) -> list[Question]:
    """Give the questions of a message in the order asked; a lone one is asked by all of it."""
    intents = list(dict.fromkeys(intents))
    _, asked = sentences.parted(text)
    if len(asked) < 2:
        return [Question(one, text) for one in intents]
    found = [
        Question(intent, sentence)
        for sentence in asked
        for intent in dict.fromkeys(read(sentence))
        if intent in intents
    ]
    placed = [one for one in found if one.intent in _ASKED_ANEW or _is_first(one, found)]
    known = {one.intent for one in placed}
    return [*placed, *(Question(one, text) for one in intents if one not in known)]


_ASKED_ANEW = frozenset({Intent.MINE, Intent.PRIVACY, Intent.AUDIENCE})
"""What two sentences may ask two things about."""


def _is_first(one: Question, all_of_them: Sequence[Question]) -> bool:
    return next(other for other in all_of_them if other.intent is one.intent) is one


_A_QUESTION = 4
"""Words from which on a sentence may ask a thing of its own, and not only seek a nod."""


def unclear(text: str, read: Reader) -> list[str]:
    """Give the questions of a message of several that nothing was found for."""
    _, asked = sentences.parted(text)
    if len(asked) < 2:
        return []
    return [
        one
        for one in asked
        if len(one.split()) >= _A_QUESTION and not {*read(one)} - {Intent.OFF_TOPIC} - POLITE
    ]
