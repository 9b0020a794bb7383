"""What the bot does with each person of a party, as it is: who is written to, and who is not."""

import re
from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from bot.conversation import concern_answers, noted
from bot.conversation.concern_answers import Question
from bot.conversation.messages import Text
from bot.conversation.noted import Noted, State
from bot.conversation.turn import Turn
from bot.understanding import concerned, concerns, diets, procedure
from bot.understanding.concerned import Whom
from bot.understanding.concerns import Concern
from bot.understanding.known_people import Known
from bot.understanding.normal import normal


def is_asked(turn: Turn, text: str) -> bool:
    """Whether a question is about somebody of the registration being made."""
    everyone = noted.in_draft(turn)
    question = _read(turn, text, everyone) if everyone else None
    if question is None or question.concern is Concern.CONFIRMED:
        return False
    return question.whom.is_other or question.concern in _OF_ANYBODY


_OF_ANYBODY = frozenset({Concern.SEEN, Concern.LISTING, Concern.MEAL})


async def answer(turn: Turn, text: str, everyone: Sequence[Noted]) -> Markup | None:
    """What is so of whom a question is about; None: it is none of these."""
    if not everyone:
        return _of_nobody_left(turn, text)
    question = _read(turn, text, everyone)
    if question is None:
        return None
    said = await concern_answers.ANSWERS[question.concern](turn, question)
    if said is not None:
        turn.dialogue.asked_of = question.text
    return said


async def answer_as(turn: Turn, text: str, concern: Concern) -> Markup | None:
    """What is so of whom a question is about that is known to ask this; None: nothing fits."""
    everyone = await noted.everyone(turn)
    if not everyone:
        return None
    whom = _whom(turn, text, everyone)
    about = tuple(everyone[at] for at in whom.places)
    question = Question(concern, text, whom, about, everyone)
    return await concern_answers.ANSWERS[concern](turn, question)


def named(turn: Turn, text: str, everyone: Sequence[Noted]) -> list[Noted]:
    """Those whom words mean, who writes among them where nobody else is."""
    return [everyone[at] for at in _whom(turn, text, everyone).places]


async def may_invite(turn: Turn, text: str) -> bool:
    """Whether the answer is better with a way to invite those who are asked about."""
    question = _read(turn, text, await noted.everyone(turn))
    if question is None or question.concern not in _INVITES:
        return False
    return any(one.state is State.REGISTERED and not one.has_chat for one in question.others)


_INVITES = frozenset(
    {Concern.RECEIVES, Concern.RECEIVED, Concern.TOLD, Concern.OPENED, Concern.NEEDED}
    | {Concern.FOR_WHAT}
)
_BARE = re.compile(
    r"^(?:(?:et|and|mais|ok|oui|merci|alors|donc) )*(?:(?:pour|a|for) )?(?:\w+ ?){1,4}$"
)


def others_meant(turn: Turn, everyone: Sequence[Noted]) -> list[Noted] | None:
    """Those whom the words read now mean besides who writes; None: they speak of nobody else."""
    whom = _whom(turn, turn.text, everyone)
    if not whom.is_other:
        return None
    return [everyone[at] for at in whom.places if not everyone[at].is_writing]


def _whom(turn: Turn, text: str, everyone: Sequence[Noted]) -> Whom:
    """Whom words mean; those who organise are none of them."""
    people = list(map(_known, everyone))
    organisers = [turn.event.contact.name, *(one.name for one in turn.event.leaders)]
    return concerned.read(text, people, strangers=organisers)


def _read(turn: Turn, text: str, everyone: Sequence[Noted]) -> Question | None:
    is_else = diets.is_diet(text) or procedure.is_none(text)
    concern = None if is_else else concerns.read(text)
    whom = _narrowed(turn, text, _whom(turn, text, everyone), everyone)
    if concern is None and "?" in text and turn.asked_of and _is_only_of(text, whom):
        concern, text = concerns.read(turn.asked_of), turn.asked_of
    if concern is None:
        return None
    if concern is Concern.FOR_WHAT and not whom.is_other and not _OWN.search(normal(text)):
        whom = _whom(turn, turn.asked_of, everyone)
    if concern is Concern.CODE and not whom.is_other and _WE.search(normal(text)):
        whom = Whom(tuple(range(len(everyone))), is_other=True)
    about = tuple(everyone[at] for at in whom.places)
    return Question(concern, text, whom, about, everyone)


def _narrowed(turn: Turn, text: str, whom: Whom, everyone: Sequence[Noted]) -> Whom:
    """« Jean ne vient plus. Il recevra encore le rappel ? »: of two, who was just named."""
    if not whom.is_kin or len(whom.places) < _SEVERAL or _PLURAL.search(normal(text)):
        return whom
    message = turn.input.text if isinstance(turn.input, Text) else ""
    for said in (message, turn.asked_of):
        named = _whom(turn, said, everyone).places
        if len(named) == 1 and named[0] in whom.places:
            return replace(whom, places=named)
    return whom


_SEVERAL = 2
_PLURAL = re.compile(r"\b(?:ils|elles|eux|leurs?|les|tous|toutes|they|them|their)\b")


def _is_only_of(text: str, whom: Whom) -> bool:
    """« et Léon Vidal ? »: the same as before, of somebody else."""
    said = normal(text).replace("?", "").strip()
    is_of_one = whom.is_other or bool(whom.places)
    return is_of_one and _BARE.match(said) is not None and " ".join(said.split()[:1]) in _AND


_WE = re.compile(r"\b(?:on|nous|we)\b")
_OWN = re.compile(r"\b(?:mon|ma|mes|my)\b")
_AND = frozenset({"et", "and", "pour", "mais"})


def _known(one: Noted) -> Known:
    answers = one.who.answers
    first, last = answers.get("first_name", ""), answers.get("last_name", "")
    return Known(first, last, one.who.function or "", is_writing=one.is_writing)


def _of_nobody_left(turn: Turn, text: str) -> Markup | None:
    """What was asked of somebody, where nobody is registered or noted any more."""
    if turn.dialogue.draft is not None or turn.dialogue.later:
        return None
    match concerns.read(text):
        case Concern.ERASED:
            return turn.words("concern.erased.nobody")
        case Concern.RECEIVES if re.search(r"\bplus\b", normal(text)):
            return turn.words("concern.receives.nobody")
        case _:
            return None
