"""Who writes under another name than their account bears: « Bonjour, je suis Paul Gachet »."""

import re

from bot.understanding import names
from bot.understanding.firstnames import FIRST_NAMES, TITLES
from bot.understanding.names import Name
from bot.understanding.normal import plain
from bot.understanding.results import Understood

_WORD = r"[^\W\d_]+(?:[-'’][^\W\d_]+)*"
_I_AM = (
    r"(?:\b(?:je suis|je m['’ ]?appelle|moi,? c['’ ]?est|my name is|i['’ ]?a?m)"
    r"|^[^.!?\n]{0,20}\bici)"
)
_INTRODUCED = re.compile(
    rf"{_I_AM}\s*,?\s+(?:(?:M\.|Mme|Monsieur|Madame|Mr|Mrs)\s+)?(?P<name>{_WORD}\s+{_WORD})",
    re.IGNORECASE,
)

_APPOSED = re.compile(
    r"^\W*(?:(?:bonjour|bonsoir|salut|slt|hello|hi|madame|monsieur|mesdames|messieurs)\b[\s,.!]*)*"
    rf"(?P<name>{_WORD}\s+{_WORD}),\s(?!et\b|and\b)[^.!?\n]{{2,90}}?[,.]\s*(?:et\s|and\s)?"
    r"(?:je\s|j['’]|i\s)(?:viens?|viendrai\w*|m['’ ]?inscris|souhaite\w*|voudrais|aimerais"
    r"|participe\w*|serai|come|would|will|am coming)\b",
    re.IGNORECASE,
)
"""« Bonjour, Odile Vernay, conseillère à Roisey, je viens avec Luc »."""


def name(text: str, *, account: str) -> Name | None:
    """The whole name that who writes gives, where it shares no word with that of their account."""
    apposed = _APPOSED.match(text)
    for found in (*_INTRODUCED.finditer(text), *([apposed] if apposed else [])):
        first, *last = plain(found["name"]).split()
        is_other = not {first, *last} & ({*plain(account).split()} | TITLES)
        reading = names.read(found["name"])
        if is_other and first in FIRST_NAMES and isinstance(reading, Understood):
            return reading.value
    return None
