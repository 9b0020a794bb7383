"""« maire de Roisey et vice-présidente de la CC »: the several functions of one person."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from bot.understanding.normal import vocabulary
from bot.understanding.telling.scene import Heard

_AND = vocabulary("et aussi egalement and also ainsi que as well par ailleurs puis")
_SIGNS = frozenset([",", "/", "&", "+"])
_WHERE = ("organisation", "of")


@dataclass(frozen=True, slots=True)
class Offices:
    """What somebody is, in one go, and where they are that first."""

    function: str
    where: int | None
    """The number of what was found that says where; None: it is not said."""


def of(heard: Heard, number: int, owners: Mapping[int, int]) -> Offices | None:
    """Give both functions of who has one of them; None: they have but one.

    `number`: which of what was found is a function of theirs; `owners`: whose each thing is.
    """
    functions = [at for at, (span, _, _) in enumerate(heard.spans) if span.label == "function"]
    for first, second in pairwise(functions):
        whose = {owners.get(one, owners.get(number)) for one in (first, second)}
        is_theirs = number in (first, second) and whose == {owners.get(number)}
        if is_theirs and _are_joined(heard, first, second=second):
            return _both(heard, first, second=second)
    return None


def _where(heard: Heard, number: int) -> int | None:
    """What says where somebody is that, right after it."""
    following = number + 1
    is_next = following < len(heard.spans) and heard.spans[following][0].label in _WHERE
    return following if is_next else None


def _are_joined(heard: Heard, first: int, *, second: int) -> bool:
    """« …, et aussi … », and nobody named between."""
    where = _where(heard, first)
    if second - (first if where is None else where) != 1:
        return False
    end, start = heard.spans[second - 1][2], heard.spans[second][1]
    between = {*heard.words[end:start]}
    is_somebody = any(end <= one.start < start for one in heard.mentions)
    return bool(between & _AND) and between <= _AND | _SIGNS and not is_somebody


def _both(heard: Heard, first: int, *, second: int) -> Offices:
    where, other = _where(heard, first), _where(heard, second)
    end = heard.spans[other if where is not None and other is not None else second][2]
    _, start, stop = heard.spans[first]
    also = heard.spans[second][1]
    joint = "and" if "and" in heard.words[heard.spans[second - 1][2] : also] else "et"
    function = f"{heard.text(start, end=stop)} {joint} {heard.text(also, end=end)}"
    return Offices(" ".join(function.split()), where if where is not None else other)
