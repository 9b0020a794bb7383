"""What is asked instead of an answer to the open question, and what is said to it."""

import re
from collections.abc import Sequence

from markupsafe import Markup

from bot.conversation import checking, concerning, given
from bot.conversation.asking import Asking
from bot.conversation.days import other_day
from bot.understanding import (
    agreed,
    assurances,
    changes,
    commune,
    confirmations,
    digressions,
    eligibility,
    erasing,
    for_team,
    openings,
    questions,
    reasons,
    rulings,
    seeking,
    sentences,
    unnamed,
    wishes,
)
from bot.understanding.intents import Intent
from bot.understanding.normal import normal
from bot.understanding.seeking import Seeking


def read(asking: Asking, text: str) -> Sequence[Intent]:
    """What a message asks, as a whole or in its sentences; a yes to all asks nothing."""
    if asking.step.is_final and confirmations.read(text) is True:
        return ()  # « oui, il faut que j’appuie ? »
    _, asked = sentences.parted(text)
    is_wondered = bool(asked) and "?" not in text  # « Pierre voudrait savoir si… »
    return each(asking, asked if len(asked) > 1 or is_wondered else [text])


def only(asking: Asking, text: str) -> Sequence[Intent]:
    """What a message asks of what is noted or kept, where it says no more: no news."""
    stated, asked = sentences.parted(text)
    is_one = len(asked) == 1 and not stated.strip(" .,")
    is_yes = asking.step.is_final and agreed.says_yes(text)
    is_yes &= not concerning.is_asked(asking.turn, text)  # « elle doit confirmer ou c’est bon ? »
    if (
        is_yes
        or for_team.only(text)
        or not (is_one or (not asked and len(sentences.sentences(text)) == 1))
    ):
        return ()
    if erasing.asks_to_see(text):
        return (Intent.PRIVACY,)
    return (Intent.MINE,) if checking.is_asked(asking.turn, text) else ()


def _is_commune(asking: Asking, text: str) -> bool:
    """« ma commune, vous l’avez notée ? », where it is not asked for."""
    return not asking.turn.event.audience.territory and commune.is_told(text)


def each(asking: Asking, asked: Sequence[str]) -> Sequence[Intent]:
    """What each of these sentences asks, a few at most."""
    found = [intent for one in asked for intent in _digression(asking, one)]
    return tuple(dict.fromkeys(found))[: questions.AT_ONCE]


def _digression(asking: Asking, text: str) -> Sequence[Intent]:
    """What is asked instead of an answer; how sure a registration is, is told with it."""
    if asking.step.is_final and seeking.read(text) is Seeking.SEARCH:
        return ()  # « je confirme ; pouvez-vous me trouver quelqu’un ? »: that is done
    if reasons.asks_why(text) and not asking.step.is_final:
        return (Intent.PRIVACY,)
    if eligibility.worries(text) and eligibility.asks_of_elsewhere(asking.turn.text):
        return (Intent.AUDIENCE,)
    if rulings.refers(text) and rulings.read(asking.turn.text) is not None:
        return (Intent.AUDIENCE,)
    if wishes.worries(text) or _is_put_off(asking, text) or for_team.only(text):
        return ()
    if assurances.is_of_registration(text) or checking.is_asked(asking.turn, text):
        return (Intent.MINE,)
    return digressions.read(text, asking.step.topic, asking.turn.names)


def is_answered_besides(asking: Asking, asked: str) -> bool:
    """« …, c’est grave ? », « ce sont lesquelles ? »: answered with what is noted.

    So is what asks for nothing that can be noted: it is at least sent to somebody who knows.
    """
    if sentences.asks_which(asked) or wishes.worries(asked):
        return True
    if asking.turn.dialogue.step is None or not sentences.is_asking(normal(asked)):
        return False
    is_told = given.read(asking.turn, asked).kinds > 0 or changes.may_be_told(asked)
    return not is_told and not _CHECKED.search(normal(asked))


_CHECKED = re.compile(r"\b(?:note\w*|compris|ajout\w+|inscri\w+|chang\w+|corrig\w+|mettre|mets)\b")


def only_asks_number(text: str) -> bool:
    """« quatre, ce serait trop ? », and no word more: that many are not told yet."""
    return openings.asks_number(text) and not sentences.parted(text)[0].strip(" .,")


async def answered(asking: Asking, text: str, asked: Sequence[Intent]) -> Sequence[Markup]:
    """What is said to a question that was asked instead of an answer; nothing where none was."""
    is_of_it = reasons.must_be_given(text) in (None, asking.step.topic)
    if (wishes.asks_whether_needed(text) and is_of_it) or (_is_put_off(asking, text) and not asked):
        return [asking.step.need(asking.turn)]
    if not asked:
        return []
    back_to = () if asking.step.is_final else (asking.turn.words("register.back_to"),)
    return [*await in_passing(asking, asked, text), *back_to]


def _is_put_off(asking: Asking, text: str) -> bool:
    """Whether the answer to the open question is to come later: « on peut voir ça après ? »."""
    return not asking.step.is_final and unnamed.puts_off(text)


async def in_passing(asking: Asking, asked: Sequence[Intent], text: str) -> Sequence[Markup]:
    """The answers, about the day that the question names."""
    turn = asking.turn
    other = other_day(text, turn.books.key, turn.days, turn.now) if len(turn.days) > 1 else None
    about = await turn.at(other) if other is not None else turn
    return await turn.topics.in_passing(about, asked, asking.step.finish_first(turn))
