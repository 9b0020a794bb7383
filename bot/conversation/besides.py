"""What a message asks besides what it wants or tells: answered before that is done, or after."""

import re
from collections.abc import Sequence

from markupsafe import Markup

from bot.conversation import checking, given, phrases
from bot.conversation.messages import Say
from bot.conversation.phrases import PARAGRAPH
from bot.conversation.turn import Turn
from bot.understanding import (
    asides,
    assurances,
    inquiries,
    one_by_one,
    procedure,
    questions,
    sentences,
    wishes,
)
from bot.understanding.asides import Aside
from bot.understanding.intents import POLITE, Intent
from bot.understanding.normal import normal
from bot.understanding.procedure import Procedure

ANOTHER_WISH = frozenset({Intent.CHANGE, Intent.CANCEL, Intent.MINE, Intent.WAITING_LIST})
"""What somebody wants who is registered."""
_NO_QUESTION = frozenset(
    {Intent.REGISTER, Intent.GREETING, Intent.THANKS, Intent.HELP, Intent.PARTNER, *ANOTHER_WISH}
)


def asked(turn: Turn, text: str, intents: Sequence[Intent]) -> list[Intent]:
    """What a message asks; where who comes hides it, what its question alone asks."""
    found = [one for one in intents if one not in _NO_QUESTION]
    if any(map(asides.asks_if_here, sentences.parted(text)[1])):
        found = [Intent.DATE, *(one for one in found if one is not Intent.OTHER_QUESTION)]
    about = only_asked_about(text)
    if found or about:
        return list(dict.fromkeys([*found, *about]))
    if "?" in text:
        question = re.split(r"[,.;:!?…\n]+", text[: text.rindex("?")])[-1]
    else:
        question = " ".join(sentences.parted(text)[1][-1:])
    return [one for one in inquiries.recognise(question, turn.names) if one not in _NO_QUESTION]


def only_asked_about(text: str) -> list[Intent]:
    """Giving up, or changing, where a question is but about it: « on pourra modifier ? »."""
    _, each = sentences.parted(text)
    return [one for one in map(wishes.asked_about, each) if one is not None]


def unknown(turn: Turn, asked: Sequence[str]) -> list[Markup]:
    """« À « … », je n’ai pas su répondre. »: of what is asked beside what is told, and is unclear.

    What tells something itself, or asks that it be done, is no such question.
    """
    found = [one for one in asked if _is_unknown(turn, one)]
    for one in found:
        with turn.reading(one):
            turn.leave_open()
    reach = phrases.reach(turn.words, turn.event)
    return [turn.words("answer.not_known", question=one, contact=reach) for one in found]


def _is_unknown(turn: Turn, asked: str) -> bool:
    if len(asked.split()) < _SHORT or not sentences.is_asking(normal(asked)):
        return False
    told = given.read(turn, asked)
    is_told = any(one.name or one.function or one.organisation for one in told.people)
    is_told |= told.kinds > 1 or told.territory is not None or told.size is not None
    if is_told or _DONE.search(normal(asked)) or turn.topics.said(turn, asked) is not None:
        return False
    meant = {*inquiries.each_of(asked, turn.names)} - {Intent.OFF_TOPIC}
    return not meant and not wishes.worries(asked) and only_asked_about(asked) == []


_DONE = re.compile(
    r"\b(?:note\w*|compris|ajout\w+|inscri\w+|chang\w+|corrig\w+|mettre|mets|cherch\w+|trouv\w+)\b"
)
"""What is asked of the registration itself."""


async def answers(turn: Turn) -> Sequence[Markup]:
    """The answers to what was asked with a bare wish to register, and of which day they are."""
    if "?" not in turn.text:
        return turn.about()
    intents = inquiries.ask_each(turn.text, turn.names).intents
    return await turn.topics.in_passing(turn, asked(turn, turn.text, intents), Markup())


# ---- beside what was just done


async def answer(turn: Turn, asked: Sequence[str], at: int, *, is_after: bool = False) -> None:
    """Say what is known of what was asked besides, before the replies from a place on, or after."""
    worries = [text for text in asked if wishes.worries(text)]
    if worries:
        say = turn.say_after if _is_done(turn) else turn.say_before
        say(at, [turn.words("heard.no_harm")])
    questioned = [
        one
        for one in asked
        if one not in worries
        and not one_by_one.asks_who(one)
        and asides.read(one) is not Aside.RELAY
    ]
    checked = {one: await checking.answer(turn, one) for one in questioned}
    questioned = [one for one in questioned if checked[one] is None]
    is_assured = any(map(assurances.is_of_registration, questioned))
    found = [] if not is_assured else [Intent.MINE]
    for text in questioned if not is_assured else ():
        meant = inquiries.recognise(text, turn.names)
        is_done = Intent.PROCEDURE in meant and procedure.read(text) in _DONE_PROCEDURES
        found += [Intent.MINE] if is_done else meant
    done = _DONE_HERE - ({Intent.MINE} if is_assured else set()) - _only_asked(questioned)
    told = [one for one in turn.topics.answered(dict.fromkeys(found)) if one not in done]
    answers = [*filter(None, checked.values())]
    with turn.reading(" ".join(questioned)):
        answers += await turn.topics.answers_to(turn, told[: questions.AT_ONCE])
    if not found and any(len(text.split()) > _SHORT for text in questioned):
        turn.dialogue.unanswered = " ".join(questioned)
        reach = phrases.reach(turn.words, turn.event)
        answers.append(turn.words("heard.asked_besides", contact=reach))
    said = phrases.reached_once(turn.words, turn.event, answers)
    if said and is_after:
        turn.replies.append(Say(PARAGRAPH.join(said)))
    elif said:
        (turn.say_after if _is_done(turn) else turn.say_before)(at, said)


def _is_done(turn: Turn) -> bool:
    """Whether nothing is asked any more: then what was done is said first."""
    return turn.dialogue.awaited is None and turn.dialogue.step is None


def _only_asked(texts: Sequence[str]) -> set[Intent]:
    """What is but asked about: « je pourrai l’ajouter ? »."""
    return {about for text in texts if (about := wishes.asked_about(text)) is not None}


_DONE_PROCEDURES = frozenset(
    {
        Procedure.DONE,
        Procedure.DETAIL,
        Procedure.COMING,
        Procedure.MAY_ADD,
        Procedure.CHANGE_LATER,
        Procedure.CANCEL_LATER,
    }
)
"""What is answered by what was just done."""
_SHORT = 4
"""Words of a question that only seeks a nod: « ça ira comme ça ? »."""
_DONE_HERE = frozenset(
    {*POLITE, Intent.CANCEL, Intent.CHANGE, Intent.MINE, Intent.REGISTER, Intent.HELP}
)
"""What is answered by what was just done."""
