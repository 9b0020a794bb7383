"""« notre directeur », « mon collègue »: who works where who writes does."""

from collections.abc import Mapping, Sequence

from bot.understanding.normal import vocabulary
from bot.understanding.telling.mentions import FAMILY
from bot.understanding.telling.scene import Heard, Kind

_OURS = frozenset(["mon", "ma", "notre", "my", "our"])
_AT_HOME = FAMILY | vocabulary(
    """
    compagnon compagne cousin cousine neveu niece oncle tante beau belle voisin voisine ami amie
    copain copine pote friend neighbour neighbor partner mate
    """
)
_OF_THE_TOWN = ("maire", "mayor", "deput", "senat", "conseil", "elu", "council")
"""« notre maire » is not one of ours, where we are an association."""
_BEFORE_A_NAME = 4
"""Words before a name in which « mon collègue » stands."""


def is_ours(heard: Heard, who: int, facts: Mapping[str, int]) -> bool:
    """Say whether somebody is said to work where who writes does; `facts`: what is theirs."""
    starts = [
        one.start
        for one in heard.mentions
        if one.who == who and one.kind in (Kind.NAME, Kind.COMPANION)
    ]
    if "function" in facts:
        starts.append(heard.spans[facts["function"]][1])
    return any(_said_ours(heard.words, start) for start in starts)


def _said_ours(words: Sequence[str], start: int) -> bool:
    """Whether « mon », « notre » and what somebody is at work stand before, or right there."""
    return any(
        words[at] in _OURS and not _is_of_home(words, at) and not _BREAKS & {*words[at:start]}
        for at in range(max(0, start - _BEFORE_A_NAME), start)
    )


def _is_of_home(words: Sequence[str], at: int) -> bool:
    """« mon mari », « notre maire »: no colleague."""
    noun = words[at + 1]
    is_town = words[at] in ("notre", "our") and noun.startswith(_OF_THE_TOWN)
    return noun in _AT_HOME or is_town


_BREAKS = frozenset(["et", "and", ".", ";", "\n", "!", "?", "est", "c", "nom", "name", "mail"])
