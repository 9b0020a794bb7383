"""What an answer to the reminder tells besides who comes: what is otherwise, who comes too."""

import re

from bot.conversation import given
from bot.conversation.turn import Turn
from bot.understanding import absences, changes, known_people, presence
from bot.understanding.act import Act
from bot.understanding.known_people import People
from bot.understanding.normal import normal, plain


def changes_more(turn: Turn, people: People, text: str, said: presence.Presence) -> bool:
    """Whether something else is put right than that those who are absent leave."""
    if absences.renamed(text, people):
        return True
    change = changes.read(text, people, country=turn.event.country)
    is_but_absent = change is not None and said.absent == {change.who}
    return change is not None and not (change.kind is changes.Kind.LEAVE and is_but_absent)


def brings_somebody(turn: Turn, people: People, text: str) -> bool:
    """« Nous venons, et Paul Roux accompagnera Odile »: whether somebody more is said to come."""
    if not _MORE.search(normal(text)):
        return False
    may_add = turn.may(Act.ADDS)
    told = [one for one in given.read(turn, text).people if may_add or one.function]
    new = [one for one in told if one.name and not (one.is_writing or one.place or one.leaves)]
    own = {*plain(turn.called).split()}
    return any(
        known_people.alike(one.name, people) is None and {*plain(" ".join(one.name)).split()} != own
        for one in new
        if one.name is not None
    )


_MORE = re.compile(
    r"\b(?:accompagn\w+|ajout\w+|remet\w+|avec|aussi|egalement|en plus|rejoin\w+|with|too"
    r"|join\w*)\b"
)
