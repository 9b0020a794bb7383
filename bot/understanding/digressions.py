"""What is asked instead of an answer to a step, and greetings that hold none."""

import re
from collections.abc import Iterable

from bot.understanding import (
    categories,
    confirmations,
    phones,
    plainly,
    reasons,
    sentences,
    sizes,
    things,
    wishes,
)
from bot.understanding.event_names import NO_NAMES, EventNames
from bot.understanding.inquiries import ask_all
from bot.understanding.intents import POLITE, Intent
from bot.understanding.names import read as read_name
from bot.understanding.normal import READ_AT_MOST, normal
from bot.understanding.questions import SURE_ASIDE, SURE_WITHOUT_A_MARK, ask
from bot.understanding.results import Unclear, Understood

_WHERE = re.compile(r"\boù\b", re.IGNORECASE)
_SIZE_AT_MOST = 10
"""Words of an answer to the size that is put as a question."""
_COUNT = re.compile(r"\b(?:\d+|deux|trois|quatre|cinq|six|sept|huit|dix|douze)\b")
_SPEAKING = re.compile(r"\b(?:je|j|on|vous|moi|tu|me|i|you)\b")
# Asked without any mark of a question, all the same not an answer.
_REQUESTS = frozenset({Intent.HUMAN, Intent.HELP})
# What an answer to the step may look like.
_LOOKALIKES: dict[str, frozenset[Intent]] = {
    "size": frozenset({Intent.AUDIENCE, Intent.SEATS, Intent.REGISTER, Intent.CHANGE}),
    "category": frozenset({Intent.AUDIENCE}),
    "recap": frozenset({Intent.CHANGE, Intent.REGISTER, Intent.MINE, Intent.CANCEL}),
}


def read(text: str, step: str, names: EventNames = NO_NAMES) -> tuple[Intent, ...]:
    """Give the question asked instead of an answer to ``step``; empty when it is an answer.

    Steps: territory, size, name, role, category, email, phone, recap. OTHER_QUESTION stands for a
    question whose subject is not recognised. Ask ``command_words.read`` first.
    """
    sentence = normal(_WHERE.sub("oou", text[:READ_AT_MOST]))
    asking = sentences.is_asking(sentence)
    marked = asking or "?" in sentence
    if _is_plain(text, step):
        return ask(text, names).intents
    if not marked and not _SPEAKING.search(sentence):
        return ()  # most answers: nothing to ask the model
    asked = ask_all(text, names)
    if _is_answer(text, sentence, step, asked.intents):
        return ()
    sure = asked.confidence >= (SURE_ASIDE if marked else SURE_WITHOUT_A_MARK)
    found = asked.intents or asked.suggestions[:1]
    intents = tuple(intent for intent in found if sure and intent not in POLITE)
    is_needed = "?" in sentence and things.is_needed(text)
    if Intent.OFF_TOPIC in intents and is_needed:
        return (Intent.OTHER_QUESTION,)  # « faut des bottes ? »
    if Intent.OFF_TOPIC in intents and not asking:
        return ()  # « Marie Dupont ? »
    if not marked:
        is_request = bool(intents) and intents[0] in _REQUESTS
        return intents if is_request or wishes.asked_about(text) else ()
    if not intents:
        is_question = (asking or is_needed) and ("?" in sentence or bool(things.asked(text)))
        return (Intent.OTHER_QUESTION,) if is_question else ()
    if step in {"email", "phone"} and intents[0] is Intent.OBJECTIVES:
        return (Intent.PRIVACY,)  # « pourquoi ? »: why this is asked for
    return intents


def _is_plain(text: str, step: str) -> bool:
    """Whether words ask so plainly that they are no answer: « et l’autre groupe après ? »."""
    plain = plainly.first(text)
    if plain is None or "@" in text:
        return False
    is_answer = step == "size" and plain is Intent.SEATS
    is_answer |= step in ("email", "phone") and reasons.must_be_given(text) is not None
    stated, asked = sentences.parted(text)
    is_told_too = bool(asked) and bool(stated.strip(" .,"))
    return not is_answer and not is_told_too


def courtesy(text: str, names: EventNames = NO_NAMES) -> tuple[Intent, ...]:
    """Give the greeting, thanks or call for help that a text is, where it holds no answer."""
    asked = ask(text, names)
    if asked.confidence < SURE_WITHOUT_A_MARK or confirmations.read(text) is True:
        return ()
    return tuple(intent for intent in asked.intents if intent in {*POLITE, Intent.HELP})


def _is_answer(text: str, sentence: str, step: str, intents: Iterable[Intent]) -> bool:
    """Say whether the text holds what the step wants, even when it is said as a question."""
    beside = not set(intents) - _LOOKALIKES.get(step, frozenset())
    match step:
        case "size":
            short = len(sentence.split()) <= _SIZE_AT_MOST
            counted = not isinstance(sizes.read(text, 3), Unclear) or bool(_COUNT.search(sentence))
            return short and counted and beside
        case "category":
            return isinstance(categories.read(text), Understood) and beside
        case "name":
            return isinstance(read_name(text.rstrip(" ?")), Understood)
        case "email":
            return "@" in text
        case "phone":
            return isinstance(phones.read(text), Understood)
        case "recap":
            return confirmations.read(text) is not None and beside
        case _:
            return False
