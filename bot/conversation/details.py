"""What is asked of a detail: the line of the event's own texts that tells of it, or that none does.

An answer tells what its question is about; « une facture » beside the price, « des bottes » beside
what to bring are looked for in all that the event's file says.
"""

from collections.abc import Sequence
from typing import get_args

from markupsafe import Markup

from bot.conversation import phrases
from bot.conversation.turn import Turn
from bot.domain.event import UNSAID_TOPICS
from bot.understanding import aspects, diets, own, payment, subjects, things
from bot.understanding.intents import Intent
from bot.understanding.things import Thing

Answers = Sequence[tuple[Intent, Markup]]

_UNSAID = frozenset(get_args(UNSAID_TOPICS))
_NAMED = _UNSAID - {Intent.OTHER_QUESTION}
"""What has a noun, `untold.…`."""
_NARROW = frozenset(
    {
        Intent.ACCESSIBILITY,
        Intent.MEAL,
        Intent.LODGING,
        Intent.REMOTE,
        Intent.OTHER_SESSION,
        Intent.DEADLINE,
    }
)
"""That the announcement says nothing of these says it of each of their things."""


def fitted(turn: Turn, answers: Answers) -> Answers:
    """The answers, with what the texts tell of the things that are asked for besides."""
    if not {intent for intent, _ in answers} <= subjects.OF_THE_DAY:
        return answers
    told = things.stems(" ".join(said.striptags() for _, said in answers))
    intents = [intent for intent, _ in answers]
    asked = [
        one
        for one in things.asked(turn.text)
        if one.head not in told and not any(_covers(turn, intent, one) for intent in intents)
    ]
    if not asked:
        return answers
    said = [(Intent.OTHER_QUESTION, one) for one in _told_of(turn, asked)]
    return [
        *(one for one in answers if one[0] in _NARROW or not is_unsaid(turn, one[0])),
        *said,
    ]


def is_unsaid(turn: Turn, intent: Intent) -> bool:
    """Whether the event's file does not answer it at all."""
    if intent.value not in _UNSAID or intent.value in turn.event.answers:
        return False
    if intent is not Intent.OTHER_QUESTION:
        return True
    return own.nearest(turn.names.own_questions, turn.text, turn.names) is None


def unsaid(turn: Turn, fact: Intent) -> Markup:
    """That the announcement does not tell it, by the name of what was asked."""
    words, reach, side = turn.words, phrases.reach(turn.words, turn.event), _side(turn, fact)
    if _is_of_payment(turn, fact):
        return words("unsaid.payment", contact=reach)
    if side is not None:
        return words(f"unsaid.{fact}.{side}", contact=reach)
    return words(f"unsaid.{fact}", contact=reach)


def _is_of_payment(turn: Turn, fact: Intent) -> bool:
    return fact is Intent.PRICE and payment.is_asked(turn.text)


def _side(turn: Turn, fact: Intent) -> str | None:
    return None if fact is Intent.MEAL else aspects.read(fact, turn.text)


def not_told(turn: Turn, intent: Intent, said: Markup) -> str | None:
    """What an answer says but that the announcement does not tell it, as a noun; None: more."""
    if intent not in _NAMED or said != unsaid(turn, intent):
        return None
    if _is_of_payment(turn, intent):
        return turn.words.plain("untold.payment")
    side = _side(turn, intent)
    return turn.words.plain(f"untold.{intent}.{side}" if side else f"untold.{intent}")


def together(turn: Turn, answers: Answers, nouns: Sequence[str | None]) -> Answers:
    """The answers, with all that the announcement does not tell said in one of them."""
    missing = list(dict.fromkeys(one for one in nouns if one is not None))
    if len(missing) < _SEVERAL:
        return answers
    reach = phrases.reach(turn.words, turn.event)
    said = turn.words("unsaid.several", what=turn.words.listing(missing), contact=reach)
    told = [one for one, noun in zip(answers, nouns, strict=True) if noun is None]
    return [*told, (Intent.OTHER_QUESTION, said)]


_SEVERAL = 2
"""From so many on they are said together."""


def _covers(turn: Turn, intent: Intent, thing: Thing) -> bool:
    """Whether an answer is about a thing without naming it: the price of « un tarif réduit »."""
    if intent is Intent.MEAL and diets.is_met(turn.text, meal=turn.event.answers.get("meal") or ""):
        return True
    if is_unsaid(turn, intent):
        return intent in _NARROW and subjects.is_plausible(thing.what, intent)
    is_its = intent in subjects.asked(f"les {thing.what}")
    return intent is Intent.AUDIENCE or (is_its and intent is not Intent.ACCESS)


def _told_of(turn: Turn, asked: Sequence[Thing]) -> list[Markup]:
    """The lines that tell of these things, and that nothing tells of the others."""
    words, names = turn.words, turn.names
    lines = [things.line(names.lines, one, turn.text) for one in asked]
    found = dict.fromkeys(line for line in lines if line is not None)
    said = [_quoted(turn, line) for line in found]
    missing = [one.what for one, line in zip(asked, lines, strict=True) if line is None]
    if missing:
        turn.leave_open()
        reach = phrases.reach(words, turn.event)
        what = missing[0]
        for other in missing[1:]:
            what = words.plain("unsaid.nor", first=what, other=other)
        said.append(words("unsaid.thing", what=what, contact=reach))
    return said


def _quoted(turn: Turn, line: str) -> Markup:
    """A line of the announcement in quotes; an answer of the organisers as it is."""
    is_answer = line in {*turn.event.answers.values(), *(one.answer for one in turn.event.question)}
    key = "fact.told" if is_answer else "answer.line"
    return turn.words(key, fact=line if is_answer else line.rstrip(" ."))
