"""The same answer is not given twice running: who asks again was not helped by it.

How the contact is reached is told once in a few turns, the notice on data as well.
"""

import re
import zlib
from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from bot.conversation import phrases
from bot.conversation.messages import Question, Replace, Say, Text
from bot.conversation.phrases import LINE, PARAGRAPH
from bot.conversation.turn import Turn
from bot.understanding.intents import Intent
from bot.understanding.normal import normal

_MAY_REPEAT = frozenset(
    {
        Intent.MINE,
        Intent.PRIVACY,
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


def each(
    turn: Turn,
    general: Sequence[tuple[Intent, Markup]],
    answers: Sequence[tuple[Intent, Markup]],
) -> list[Markup]:
    """The answers to one message; what was given just before is left out beside a new detail."""
    is_new = any(one not in general for one in answers)
    return [
        told(turn, intent, said)
        for intent, said in answers
        if not (is_new and (intent, said) in general and is_told(turn, said))
    ]


def is_told(turn: Turn, said: Markup) -> bool:
    """Whether the answer just before had this."""
    return isinstance(turn.input, Text) and _mark(said) in turn.told


def note(turn: Turn, said: Markup) -> Markup:
    """Remember what an answer says beside more, so that the next one need not."""
    turn.dialogue.told = [*turn.dialogue.told, _mark(said)]
    return said


def told(turn: Turn, intent: Intent, said: Markup) -> Markup:
    """An answer; where it was given just before, that there is no more to it, and whom to ask."""
    if intent in _MAY_REPEAT or not isinstance(turn.input, Text):
        return said
    mark = _mark(said)
    times = turn.told.count(mark)
    turn.dialogue.told = [*turn.dialogue.told, *[mark] * (times + 1)]
    if times == 0:
        return said
    is_of_day = intent is not Intent.PROCEDURE
    is_long = len(said) > _SHORT or phrases.reach(turn.words, turn.event) in said
    if times == 1 and not (is_of_day and is_long):
        return turn.words("answer.once_more", said=said)
    key = "answer.told" if times % 2 else "answer.told_again"
    return turn.words(key, contact=phrases.reach(turn.words, turn.event))


_SHORT = 250
"""Characters of an answer that is said once more to who asks again."""
_RECENT = 4
"""So many turns long it is remembered what was said."""
_STAYS = "~"
"""Begins the marks of what is remembered so long, one for each turn that is left."""


def is_recent(turn: Turn, said: Markup) -> bool:
    """Whether one of the last few answers had this; it is remembered from now on."""
    mark = _STAYS + _mark(said)
    others = [one for one in turn.dialogue.told if one != mark]
    turn.dialogue.told = [*others, *[mark] * _RECENT]
    return mark in turn.told


def _remember(turn: Turn) -> None:
    """Keep the marks that stay, one turn less of each."""
    for mark in dict.fromkeys(turn.told):
        if mark.startswith(_STAYS) and mark not in turn.dialogue.told:
            turn.dialogue.told = [*turn.dialogue.told, *[mark] * (turn.told.count(mark) - 1)]


def is_again(turn: Turn, said: Markup) -> bool:
    """Whether the last answer was this one; then something shorter will do, and is remembered."""
    if not is_told(turn, said):
        return False
    turn.dialogue.told = [*turn.dialogue.told, _mark(said)]
    return True


def once(turn: Turn) -> None:
    """Leave out what a message says twice, and how the contact is reached if it was just told."""
    _remember(turn)
    if not isinstance(turn.input, Text) or turn.is_organiser:
        return
    reach, is_said = phrases.reach(turn.words, turn.event), False
    is_above = _STAYS + _mark(reach) in turn.told
    is_above &= not _WANTS_TO_REACH.search(normal(turn.text))
    for place, reply in enumerate(turn.replies):
        if isinstance(reply, Say | Replace | Question):
            paragraphs = _without_parts(list(dict.fromkeys(reply.text.split(PARAGRAPH))))
            said = phrases.reached_once(turn.words, turn.event, paragraphs)
            if is_above:
                said = [phrases.reached_above(turn.words, turn.event, one) for one in said]
            is_said |= any(reach in one for one in said)
            if is_above:
                said = phrases.named_once(turn.words, turn.event, said)
            turn.replies[place] = replace(reply, text=PARAGRAPH.join(filter(None, said)))

    if is_said:
        is_recent(turn, reach)


_WANTS_TO_REACH = re.compile(
    r"\b(?:appel\w*|telephon\w*|tel|numeros?|joindre|contact\w*|parler|humaine?|quelqu un|personne"
    r"|coordonnees|compren\w+ rien|rien compris"
    r"|previen\w*|preven\w*|avert\w*|souci|urgence|demanderai|verrai|call|phone|number|reach|human|talk|speak)\b"
)
"""Who asks for a person is told how to reach one, though it was told just before."""


def _without_parts(paragraphs: Sequence[Markup]) -> list[Markup]:
    """Without lists that another one holds: what is noted anew, where all of it is shown."""
    lines = [frozenset(one.split(LINE)) for one in paragraphs]
    return [
        one
        for one, its in zip(paragraphs, lines, strict=True)
        if len(its) < _A_LIST or not any(its < other for other in lines)
    ]


_A_LIST = 2
"""Lines from which on a paragraph is a list."""


def _mark(said: Markup) -> str:
    return f"{zlib.crc32(str(said).encode()):08x}"
