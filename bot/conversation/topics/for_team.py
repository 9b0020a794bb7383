"""What only the team has use for, said by itself: kept while they register, else sent on."""

import re
from collections.abc import Sequence

from markupsafe import Markup

from bot.conversation import for_team, phrases
from bot.conversation.asking import open_question
from bot.conversation.topic import Topic
from bot.conversation.topics import mine, relaying
from bot.conversation.turn import Turn
from bot.understanding import diets
from bot.understanding.act import Act
from bot.understanding.normal import normal

topic = Topic("for_team")


@topic.heard()
async def hear(turn: Turn, text: str) -> bool:
    """« Au fait, je suis en fauteuil », of who is registered: shown as it would leave."""
    if await turn.registered() is None or turn.is_organiser:
        return False
    sent = [one.question for one in await turn.books.questions.asked_by(turn.address)]
    if _is_about(turn, text, sent):
        turn.say(await of_meals(turn), (turn.button("button.mine", mine.show),))
        return True
    words = for_team.only(turn, text)
    if not words or Act.COMES in turn.likely_acts():
        return False  # who comes is noted first
    await for_team.offer(turn, words)
    return True


def _is_about(turn: Turn, text: str, notes: Sequence[str]) -> bool:
    """« Avez-vous bien transmis, pour le gluten ? », of what is noted for the team."""
    said, is_asked = normal(text), turn.may(Act.ASKS, Act.CHECKS)
    if not is_asked or not _PASSES_ON.search(said) or for_team.told(turn, text):
        return False
    told = {word for one in notes for word in normal(one).split() if len(word) >= _TELLING}
    is_diet = _OF_DIETS.search(said) is not None and any(map(diets.is_diet, notes))
    is_named = is_diet or bool(told & {*said.split()}) or _OWN_NOTE.search(said) is not None
    return bool(notes) and is_named


_TELLING = 5
"""Letters of a word that tells which note is meant."""
_PASSES_ON = re.compile(
    r"\b(?:transm\w+|not\w+|recu\w*|perdu\w*|gard\w+|enregistr\w+|marqu\w+|parti\w*|prevenu\w*|sai[st]"
    r"|saura|savent|sauront|au courant|got|noted|received|lost|kept|know\w*|passed)\b"
)
_OF_DIETS = re.compile(r"\b(?:gluten|regime\w*|allergi\w*|cuisine|cuisini\w+|kitchen|diet\w*)\b")
_OWN_NOTE = re.compile(r"\b(?:mon|ma|le|la|my|the) (?:mot|message|note|remarque)\b")


_DROPS = re.compile(
    r"\b(?:enlev\w+|retir\w+|supprim\w+|efface\w*|oublie\w*|remove|drop|forget)\b.*\b(?:mot|message"
    r"|remarque|note|equipe|team)\b"
    r"|\b(?:ne|n|pas|rien|not|nothing)\b.*\b(?:transm\w+|dite\w*|dire|envoy\w+|tell|send)\b.*\b(?:equipe"
    r"|team)\b|\b(?:transm\w+|dite\w*|envoy\w+) (?:rien|pas)\b"
)


@topic.heard_meanwhile()
async def hear_meanwhile(turn: Turn, text: str) -> bool:
    """« Enlevez le mot pour l’équipe », « vous gardez bien mon mot ? », of what is kept so far."""
    if not for_team.is_kept(turn) or not turn.draft.for_team:
        return False
    if _is_about(turn, text, turn.draft.for_team):
        await open_question(turn).repeat(await of_meals(turn))
        return True
    if not _DROPS.search(normal(text)):
        return False
    turn.draft.for_team = []
    await open_question(turn).repeat(turn.words("for_team.dropped"))
    return True


def of_details(turn: Turn) -> Markup:
    """What can be done of a diet, of an early leave that is asked about."""
    if relaying.may_ask(turn):
        return turn.words("for_team.tell")
    return turn.words("for_team.nobody", contact=phrases.reach(turn.words, turn.event))


async def of_meals(turn: Turn) -> Markup:
    """Whether it is noted who has lunch: what they told of it, or how to tell it."""
    draft = turn.dialogue.draft
    if draft is not None and draft.for_team:
        return turn.words("for_team.kept", said=phrases.quoted(turn.words, draft.for_team))
    if sent := [one.question for one in await turn.books.questions.asked_by(turn.address)]:
        return turn.words("for_team.has", said=phrases.quoted(turn.words, sent))
    if relaying.may_ask(turn):
        return turn.words("for_team.meal")
    return turn.words("for_team.nobody", contact=phrases.reach(turn.words, turn.event))
