"""What is said to a message that answers nothing, by what it does as far as was learnt."""

from markupsafe import Markup

from bot.conversation import missing, phrases
from bot.conversation.asking import Asking
from bot.conversation.steps.recap import YES
from bot.understanding import procedure, sentences
from bot.understanding.act import Act
from bot.understanding.intents import Intent
from bot.understanding.results import Unclear, Understood

_ASKING = frozenset({Act.ASKS, Act.CHECKS})
_LATER = "later"
_CHANGES = frozenset({Act.TELLS, Act.CORRECTS, Act.LEAVES, Act.REPLACES, Act.ADDS, Act.REFUSES})
"""What keeps from confirming what was read back."""


async def heard(asking: Asking, text: str, reading: Unclear) -> bool:
    """Do what is meant instead of an answer; whether it is known what that is.

    `reading`: why no answer was read. What has a sentence of its own is said.
    """
    turn, acts = asking.turn, {*asking.turn.likely_acts()}
    if turn.dialogue.doubt is not None or turn.dialogue.change is not None or reading.why == _LATER:
        return False
    if asking.step.is_final and Act.AGREES in acts and not turn.may(*_CHANGES):
        await asking.take(asking.step, Understood(YES))
        return True
    if acts & _ASKING and any(map(procedure.read, sentences.sentences(text))):
        await asking.repeat(*await turn.topics.in_passing(turn, [Intent.PROCEDURE], Markup()))
        return True
    key = f"unclear.{asking.step.topic}"
    is_plain = turn.words.first(f"{key}.{reading.why}", key) != key
    said = None if is_plain else _said(asking, text, acts)
    if said is None:
        return False
    await asking.repeat(said)
    return True


def _said(asking: Asking, text: str, acts: set[Act]) -> Markup | None:
    """What is said before the question is asked again; None: that no answer was found."""
    turn = asking.turn
    if acts & _CHANGES:
        return None
    if Act.ASKS in acts:
        turn.leave_open()
        reach = phrases.reach(turn.words, turn.event)
        return turn.words("answer.not_known", question=text, contact=reach)
    if Act.WAITS in acts:
        return turn.words("heard.undecided")
    is_remark = Act.REMARKS in acts and Act.AGREES not in acts and len(text.split()) > missing.SIGH
    is_first = is_remark and missing.way(turn, "heard.read") is missing.Way.FIRST
    return turn.words("heard.read") if is_first else None
