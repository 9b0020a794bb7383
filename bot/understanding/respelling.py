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
_IN_PLACE_OF = (
    re.compile(
        rf"(?:à|a|au)\s(?:la\s)?(?:place|lieu)\s(?:de"
        rf"|d['’])\s?[«\"“]?\s?(?P<old>{_WORD})\s?[»\"”]?\s*,?\s+"
        rf"(?:mettez|met|mets|mettre|[ée]crivez|notez"
        rf"|il faut)\s+[«\"“]?\s?(?P<new>{_WORD})(?=[\s»\"”.,!]*(?:svp|stp|merci|$))",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:mettez|met|mets|mettre|[ée]crivez"
        rf"|notez)\s+[«\"“]?\s?(?P<new>{_WORD})\s?[»\"”]?\s*,?\s+"
        rf"(?:à|a)\sla\splace\s(?:de|d['’])\s?[«\"“]?\s?(?P<old>{_WORD})(?=[\s»\"”.,!]*(?:svp|stp"
        rf"|merci|$))",
        re.IGNORECASE,
    ),
)
"""« à la place de asso, mets association »: another word, however unlike."""
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
    for found in (one for pattern in _IN_PLACE_OF for one in pattern.finditer(text)):
        before, after = _LEAD.sub("", text[: found.start()]), text[found.end() :]
        before = re.sub(r"\W*\bpar contre\W*$", "", before)
        yield Respelt(found["old"], found["new"], f"{before} {after}".strip(" ,.;:!"))


_IT_IS = re.compile(
    r"\b(?:c['’ ]?est|it['’ ]?s|mettez|mets|met|lire)\s+(?:la |le |l['’])?"
    r"(?P<whole>[^\W\d_][\w'’-]*(?:[ -][\w'’]+){1,7}?)"
    r"(?=\W*$|\W+(?:pas|et|svp|stp|merci)\b)",
    re.IGNORECASE,
)
_TAIL_AT_LEAST = 4


def completed(said: str, *, text: str) -> str | None:
    """« c’est Ponet-et-Saint-Auban », of the « mairie de Ponet »: what was noted, in full.

    None: the text tells no more of it than it says.
    """
    for found in _IT_IS.finditer(text):
        whole = plain(found["whole"])
        for start in re.finditer(r"(?:(?<=\s)|(?<=['’])|^)(?=\w)", said):
            tail = said[start.end() :]
            is_begun = whole.startswith(f"{plain(tail)} ") and len(plain(tail)) >= _TAIL_AT_LEAST
            if is_begun and whole != plain(said):
                written = found["whole"]
                return said[: start.end()] + (_title(written) if written.isupper() else written)
    return None


def _title(shouted: str) -> str:
    small = {"et", "en", "sur", "sous", "les", "la", "le", "de", "du", "des"}
    return re.sub(
        r"[^\W\d_]+",
        lambda one: (
            one[0].lower() if one[0].lower() in small and one.start() else one[0].capitalize()
        ),
        shouted,
    )


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
