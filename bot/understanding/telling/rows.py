"""Facts in a row, told of as many people in a row: « Luc Roux et Anne Vial, maire et adjointe »."""

from collections.abc import Sequence

from bot.understanding.normal import vocabulary
from bot.understanding.telling.scene import Heard


def in_turn(heard: Heard, number: int) -> list[int]:
    """« Luc Roux et Anne Vial, maire et adjointe à Die »: whose the first is, the second, the last.

    Nobody: there is no such row.
    """
    span, start, _ = heard.spans[number]
    if span.label in ("of", "organisation"):
        before, _, end = heard.spans[number - 1] if number else heard.spans[0]
        is_next = number > 0 and before.label == "function" and start - end <= _LINK
        row = _row(heard, number - 1) if is_next else []
        return _people_of(heard, row) if row and row[-1] == number - 1 else []
    row = _row(heard, number)
    people = _people_of(heard, row)
    return [people[row.index(number)]] if people else []


_LINK = 2
"""Words at most between the last function of a row and where they all work: « de la »."""


def _row(heard: Heard, number: int) -> list[int]:
    """The facts of one kind that stand one after the other, this one among them."""
    label, row = heard.spans[number][0].label, [number]
    while row[-1] + 1 < len(heard.spans) and _follows_on(heard, row[-1], label):
        row.append(row[-1] + 1)
    while row[0] > 0 and _follows_on(heard, row[0] - 1, label):
        row.insert(0, row[0] - 1)
    return row


def _people_of(heard: Heard, row: Sequence[int]) -> list[int]:
    """As many people as there are facts in a row, who are named right before it."""
    start = heard.spans[row[0]][1]
    named = [one for one in heard.mentions if one.end <= start]
    people = list(dict.fromkeys(one.who for one in named[-len(row) :]))
    return people if len(row) == len(people) > 1 else []


_ROW = frozenset(["et", "and", ",", "puis", "ou", "/", "&"])


def _follows_on(heard: Heard, number: int, label: str) -> bool:
    """Whether the next fact is one more of its kind, with nothing between but « et »."""
    (span, _, end), (after, start, _) = heard.spans[number : number + 2]
    return span.label == after.label == label and {*heard.words[end:start]} <= _ROW


_LINKS = vocabulary("de du d des la le l au aux a chez from of")


def mine(heard: Heard, number: int) -> list[int]:
    """« moi de la MJC »: of who writes."""
    at = heard.spans[number][1]
    while at > 0 and heard.words[at - 1] in _LINKS:
        at -= 1
    is_mine = heard.words[at - 1 : at] == ["moi"] and at < heard.spans[number][1]
    return [heard.scene.writing] if is_mine else []
