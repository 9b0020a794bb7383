"""What a question is learnt and recognised by: its masked words and pieces of words.

Training and reading share this module, so that both see the same. Names, dates, numbers and
addresses give way to stand-ins: a sentence about one town teaches something about every other.
"""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from bot.understanding.event_names import NO_NAMES, EventNames
from bot.understanding.normal import READ_AT_MOST, normal

STEM = 6
"""Letters of a word that tell what it means: « inscrire », « inscription » begin alike."""
PIECES = (2, 3, 4)
"""Letters of a piece of a word."""
UNKNOWN = "*"
"""Stands for a word that no example says."""
READ_WORDS = 60
"""Words of a text that are looked at."""

_MONTHS = (
    "janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre"
    "|january|february|march|april|june|july|august|september|october|november|december"
)
_DAYS = (
    "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    "|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
)
_WRITTEN: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\S+@\S+"), " unmail "),
    (re.compile(r"https?:\S+|\bwww\.\S+"), " unlien "),
    (re.compile(r"\b[A-Z]{2,5}-[0-9A-Z]{4}\b"), " uncode "),
    (re.compile(r"(?:\+\d{2}|\b0)(?:[ .-]?\d){8,10}\b"), " untelephone "),
    (re.compile(r"\b\d{1,2} ?h ?(?:\d\d)?\b|\b\d{1,2}:\d\d\b", re.IGNORECASE), " uneheure "),
    (re.compile(r"\b\d{1,2}/\d{1,2}(?:/\d{2,4})?\b"), " unedate "),
    (re.compile("[👍👌✅]"), " daccord "),
    (re.compile("[🙏]"), " merci "),
    (re.compile("[👋]"), " bonjour "),
    (re.compile(r"\boù\b", re.IGNORECASE), "oou"),  # « ou » is another word
)
"""Replaced as they are written, before case and signs are gone."""
_SAID: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(
            rf"\b(?:(?:{_DAYS}) )?(?:\d{{1,2}}(?:st|nd|rd|th)?|1er|premier) (?:{_MONTHS})"
            rf"(?: \d{{4}})?\b|\b(?:{_MONTHS}) \d{{1,2}}(?:st|nd|rd|th)?\b"
            rf"|\b(?:{_DAYS}) \d{{1,2}}\b"
        ),
        "unedate",
    ),
    (re.compile(r"\b\d+\b"), "unnombre"),
)
"""Replaced in the normal form."""

_POLITE = re.compile(
    r"^(?:(?:madame|monsieur|svp|euh|heu|bon|alors|dites|excusez moi|pardon|please) )+(?=\w+ \w)"
    r"|(?: (?:merci(?: d avance| beaucoup| bcp)?|svp|s il (?:vous|te) plait|please|thanks"
    r"|cordialement))+$"
)
"""Politeness around a request, which is no part of it. A greeting stays: it may be all there is."""


def masked(text: str, names: EventNames = NO_NAMES) -> str:
    """Give the normal form of a text, with stand-ins for names, dates and numbers."""
    written = text[:READ_AT_MOST]
    for pattern, stand_in in _WRITTEN:
        written = pattern.sub(stand_in, written)
    said = names.stand_in(normal(written))
    for pattern, stand_in in _SAID:
        said = pattern.sub(stand_in, said)
    return _POLITE.sub("", said).strip() or said


def pieces(words: list[str]) -> Iterator[str]:
    """Give the pieces of each word, its edges marked by a space."""
    for word in words:
        edged = f" {word} "
        for length in PIECES:
            for start in range(len(edged) - length + 1):
                yield edged[start : start + length]


def phrases(words: list[str], knows: Callable[[str], bool]) -> Iterator[str]:
    """Give the stems, each two neighbours, and each two with one between; all begin with « = »."""
    stems = [stem if knows(stem) else UNKNOWN for stem in map(stem_of, words)]
    yield from (f"={stem}" for stem in stems)
    unknown = stems.count(UNKNOWN)
    if unknown:
        yield f"=#{min(unknown, 4)}"
    edged = ["^", *stems, "$"]
    yield from (f"={one} {two}" for one, two in pairwise(edged))
    yield from (f"={one} _ {two}" for one, two in zip(edged, edged[2:], strict=False))


def stem_of(word: str) -> str:
    """Give the beginning of a word."""
    return word[:STEM]
