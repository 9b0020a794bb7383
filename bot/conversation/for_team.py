"""What a registration has no place for, and the team should know: kept with the answers, sent on.

A diet, a wheelchair, an early leave: in the words in which it was told, read back with the rest.
"""

from collections.abc import Sequence

from markupsafe import Markup, escape

from bot import usecases
from bot.conversation import phrases
from bot.conversation.arriving import is_registering
from bot.conversation.messages import Question, Replace, Reply, Say
from bot.conversation.topics import relaying
from bot.conversation.turn import Turn
from bot.domain.party import Party
from bot.understanding import diets, for_team, lateness, passing_on, subjects
from bot.understanding.for_team import ForTeam, Told
from bot.understanding.intents import Intent
from bot.usecases.questions import LONGEST

_OF_THE_MEAL = frozenset({ForTeam.DIET, ForTeam.MEAL, ForTeam.NO_MEAL})


def told(turn: Turn, text: str) -> list[Told]:
    """What a message tells that is for the team; nothing that is kept, or known, otherwise."""
    if turn.is_organiser or passing_on.to_pass_on(text) is not None:
        return []
    start = turn.event.start
    return [
        one
        for one in for_team.told(text)
        if not _is_known(turn, one) and lateness.read(one.words, start) is None
    ]


def _is_known(turn: Turn, one: Told) -> bool:
    """Whether the event asks for it itself, or all have it: a lunch, a meal without meat."""
    meal = turn.event.answers.get("meal") or ""
    if one.kind is ForTeam.MEAL or (
        one.kind is ForTeam.DIET and diets.is_met(one.words, meal=meal)
    ):
        return bool(meal)
    labels = [f"{ask.label} {ask.question}" for ask in turn.event.ask]
    return one.kind in _OF_THE_MEAL and any(
        subjects.is_plausible(label, Intent.MEAL) for label in labels
    )


def only(turn: Turn, text: str) -> list[str]:
    """The words of a message that tells the team something, and nothing else."""
    return [one.words for one in told(turn, text)] if is_all(text) else []


def is_all(text: str) -> bool:
    """Whether a message says nothing else."""
    return bool(for_team.only(text))


without = for_team.without


def is_kept(turn: Turn) -> bool:
    """Whether what is told now is kept with the answers, to be sent with the registration."""
    return is_registering(turn) and relaying.may_ask(turn)


def keep(turn: Turn, words: Sequence[str]) -> Markup:
    """Keep it with the answers; give what is said of it."""
    turn.draft.for_team = [*dict.fromkeys([*turn.draft.for_team, *words])]
    return turn.words("for_team.kept", said=phrases.quoted(turn.words, words))


async def add(turn: Turn, text: str, at: int) -> None:
    """Keep what a message that was answered told of it besides; it is said before the answer."""
    if (lunch := _of_lunch(turn, text)) is not None:
        turn.say_before(at, [lunch])
    words = [one.words for one in told(turn, text)]
    words = [one for one in words if not any(_says(reply, one) for reply in turn.replies[at:])]
    if words and is_kept(turn):
        turn.say_before(at, [keep(turn, words)])
    elif words and turn.left_open:
        return  # it may be sent on already
    elif words and (turn.dialogue.step is not None or turn.dialogue.awaited is not None):
        turn.say_before(at, [_may_be_sent(turn, words)])
    elif words and await turn.registered() is not None:
        await offer(turn, words)


def _of_lunch(turn: Turn, text: str) -> Markup | None:
    """« je prends le repas », where everybody does: there is nothing to note."""
    meal = turn.event.answers.get("meal")
    is_told = not turn.is_organiser and any(one.kind is ForTeam.MEAL for one in for_team.told(text))
    return turn.words("for_team.lunch", meal=meal) if meal and is_told else None


def _says(reply: Reply, words: str) -> bool:
    """Whether a reply has these words in it already."""
    if not isinstance(reply, Say | Replace | Question):
        return False
    return str(escape(words)) in str(reply.text)


async def offer(turn: Turn, words: Sequence[str]) -> None:
    """Show it as it would leave; where nobody of the team reads it, say whom to tell."""
    if relaying.may_ask(turn):
        await relaying.propose_words(turn, "\n".join(words))
    else:
        turn.say(_may_be_sent(turn, words))


def _may_be_sent(turn: Turn, words: Sequence[str]) -> Markup:
    if not relaying.may_ask(turn):
        return turn.words("for_team.nobody", contact=phrases.reach(turn.words, turn.event))
    relaying.remember(turn, "\n".join(words))
    return turn.words("for_team.may_send", said=phrases.quoted(turn.words, words))


def all_told(turn: Turn) -> list[str]:
    """All that was told for the team while they registered, the last message included."""
    now = [one.words for one in told(turn, turn.text)] if is_kept(turn) else []
    return [*dict.fromkeys([*turn.draft.for_team, *now])]


async def send(turn: Turn, words: Sequence[str], party: Party) -> Markup | None:
    """Send it with a registration that was just made; give what is said of it."""
    if not words:
        return None
    reader = party.spoken_to_at(turn.address)
    who = reader.name if reader is not None else turn.called
    text = "\n".join(words)[:LONGEST]
    is_sent = await usecases.questions.ask(turn.books, turn.address, who, text)
    said = phrases.quoted(turn.words, words)
    return turn.words("for_team.sent", said=said) if is_sent else turn.words("relay.too_many")
