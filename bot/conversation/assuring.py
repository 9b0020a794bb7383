"""To be sure of a registration: what was noted, whether it holds, who hears of it."""

import re

from markupsafe import Markup

from bot.conversation import showing
from bot.conversation.phrases import PARAGRAPH
from bot.conversation.turn import Turn
from bot.domain.party import Party
from bot.understanding import assurances, openings
from bot.understanding.assurances import Assurance
from bot.understanding.normal import normal

_OF_REGISTRATION = re.compile(
    r"\b(?:inscri\w+|valid\w+|confirm\w+|enregistr\w+|places?|reserv\w+|registered|booked|final\w*"
    r"|registration|definiti\w+|acquis\w*)\b"
)


def asks_of_registration(text: str) -> bool:
    """Whether it is asked of the registration itself, and not of what was noted."""
    is_recall = assurances.read(text) is Assurance.RECALL
    return not is_recall and _OF_REGISTRATION.search(normal(text)) is not None


def so_far(turn: Turn) -> Markup:
    """What was noted, of a registration that is not made yet."""
    not_yet = turn.words("mine.not_yet")
    noted = "" if openings.wants_a_yes(turn.text) else showing.noted(turn)
    return not_yet + PARAGRAPH + noted if noted else not_yet


async def assured(turn: Turn, party: Party | None) -> Markup | None:
    """What else they want to be sure of: that it is final, in writing, undone."""
    match assurances.read(turn.text):
        case Assurance.IN_WRITING:
            return turn.words("mine.in_writing")
        case Assurance.FINAL:
            return _final(turn, party)
        case Assurance.UNDONE:
            return _undone(turn, party)
        case _:
            return None


def _undone(turn: Turn, party: Party | None) -> Markup:
    """Whether somebody was taken off: who is on the list says it."""
    if turn.dialogue.step is not None and (noted := showing.noted(turn)):
        return noted
    return turn.words("mine.undone" if party is None else "mine.now")


def _final(turn: Turn, party: Party | None) -> Markup:
    """Whether somebody has to accept the registration."""
    if party is None or turn.dialogue.step is not None:
        return turn.words("mine.final_once")
    if not party.members:
        return turn.words("mine.yes_waiting", n=len(party.everyone))
    return turn.words("mine.final")


def wants_a_yes(text: str) -> bool:
    """Whether it is a yes that is wanted: « on est bien inscrits ? »."""
    assurance = assurances.read(text)
    if assurance is Assurance.RECALL:
        return False
    return openings.wants_a_yes(text) or assurance is Assurance.STANDS
