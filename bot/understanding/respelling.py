"""A word of what is noted that is spelt otherwise: « c’est Drobie, pas Drobize »."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from bot.understanding.normal import plain

_WORD = r"[^\W\d_](?:[\w'’-]*\w)?"
_SPELT = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:c['’ ]?(?:est)?|s['’ ]?[ée]crit|lire|mettez|mets)\s+(?P<new>{_WORD})\s*,?\s+"
        rf"(?:et\s+|mais\s+|svp,?\s+)?(?:pas|non|au lieu de)\s+(?P<old>{_WORD})",
        rf"\b(?:pas|non)\s+(?P<old>{_WORD})\s*,?\s+(?:mais\s+|c['’ ]?est\s+)+(?P<new>{_WORD})",
    )
)
_EXCUSE = re.compile(
    r"[\s,.;:!-]*\b(?:faute de frappe|erreur de frappe|pardon|d[ée]sol[ée]e?|typo|oups)\b"
    r"[\s,.;:!]*",
    re.IGNORECASE,
)
_LEAD = re.compile(r"(?:^|\s)(?:et|mais|ah|non|oui|ok)\s*$", re.IGNORECASE)
_SHORTEST, _LONG = 4, 7
"""Letters of a word that may be wrong by one, and by two."""


@dataclass(frozen=True, slots=True)
class Respelt:
    """A word, as it was written and as it is to be; and the message without saying so."""

    old: str
    new: str
    rest: str


def read(text: str) -> Iterator[Respelt]:
    """The words that a message spells otherwise, nearly as before."""
    for found in (one for pattern in _SPELT for one in pattern.finditer(text)):
        old, new = plain(found["old"]), plain(found["new"])
        is_near = len(old) >= _SHORTEST and OSA.distance(old, new) <= 1 + (len(old) >= _LONG)
        if is_near and found["old"] != found["new"]:
            before = _LEAD.sub("", text[: found.start()])
            rest = _EXCUSE.sub(" ", f"{before} {text[found.end() :]}")
            yield Respelt(found["old"], found["new"], rest.strip(" ,.;:!"))


def put_right(said: str, word: Respelt) -> str:
    """What was noted, with the word as it is to be; unchanged where it has not got it."""
    return re.sub(
        r"[^\W\d_](?:[\w'’-]*\w)?",
        lambda one: (
            _like(one.group(), new=word.new) if plain(one.group()) == plain(word.old) else one[0]
        ),
        said,
    )


def _like(before: str, *, new: str) -> str:
    """With a capital where there was one."""
    return f"{new[:1].upper()}{new[1:]}" if before[:1].isupper() else new
