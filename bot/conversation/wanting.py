"""What a message asks and wants, of what it may do as a whole."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.conversation.turn import Turn
from bot.understanding import for_team, inquiries, openings, questions, subjects, wishes
from bot.understanding.act import Act, Situation
from bot.understanding.intents import POLITE, Intent
from bot.understanding.questions import Asked


def wanted(turn: Turn, text: str, intents: Sequence[Intent]) -> Sequence[Intent]:
    """What is to be done; what is but asked about is answered, and nothing given up unsaid."""
    may_leave = turn.may(Act.LEAVES) and subjects.is_plausible(text, Intent.CANCEL)
    intents = [one for one in intents if one is not Intent.CANCEL or may_leave]
    if wishes.asked_about(text) is None:
        return intents
    return [one for one in intents if one is Intent.REGISTER]


async def asked(turn: Turn, text: str) -> Asked:
    """What is asked or wanted, of what the message as a whole may do."""
    return _possible(turn, await _by_words(turn, text))


async def _by_words(turn: Turn, text: str) -> Asked:
    """The same by how people begin, then by what was learnt."""
    asked = inquiries.ask_each(text, turn.names, organiser=turn.is_organiser)
    # « qui verra que je suis inscrite ? » is no wish to see it
    if turn.is_organiser or {Intent.OTHER_QUESTION, Intent.PRIVACY} & {*asked.intents}:
        return asked
    meant = openings.read(text, is_registered=await turn.registered() is not None)
    if meant is None or (meant is not Intent.MINE and {meant} < {*asked.intents}):
        return asked  # with what else is asked
    if meant is Intent.MINE:
        return Asked((meant, *subjects.asked(text))[: questions.AT_ONCE], (), 1.0)
    both = subjects.beside((meant,), text, is_sure=True)
    return Asked(both[: questions.AT_ONCE] or (meant,), (), 1.0)


def _possible(turn: Turn, asked: Asked) -> Asked:
    """What is asked, but for what the message as a whole does not do; a diet is said apart."""
    if for_team.told(turn.text):
        return asked
    intents = tuple(one for one in asked.intents if turn.may(*_acts(turn, one)))
    return asked if intents == asked.intents else replace(asked, intents=intents)


def _acts(turn: Turn, intent: Intent) -> tuple[Act, ...]:
    """What a message does that is about an intent; who is registered asks nothing of it."""
    if intent is Intent.REGISTER and turn.situation is Situation.REGISTERED:
        return (Act.REGISTERS, Act.ADDS, Act.TELLS)
    return _ACTS.get(intent, (Act.ASKS, Act.CHECKS))


_ACTS: Mapping[Intent, tuple[Act, ...]] = {
    **dict.fromkeys([*POLITE, Intent.OFF_TOPIC, Intent.HELP], tuple(Act)),
    Intent.CANCEL: (Act.LEAVES, Act.ASKS),
    Intent.CHANGE: (Act.CORRECTS, Act.REPLACES, Act.ADDS, Act.LEAVES, Act.ASKS),
    Intent.REGISTER: (Act.REGISTERS, Act.ADDS, Act.TELLS, Act.ASKS),
    Intent.MINE: (Act.CHECKS, Act.ASKS),
    Intent.PARTNER: (Act.SEARCHES, Act.ASKS),
    Intent.HUMAN: (Act.RELAYS, Act.ASKS, Act.REMARKS),
    Intent.PRIVACY: (Act.ERASES, Act.ASKS, Act.CHECKS, Act.REMARKS),
}
"""What a message does that is about an intent; any other is asked."""
