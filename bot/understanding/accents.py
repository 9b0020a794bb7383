"""The accents that capitals leave out: « RETRAITE MACON » is « retraité maçon »."""

import re
from functools import cache
from pathlib import Path

from bot.understanding.normal import vocabulary

ACCENTS = Path(__file__).with_name("accents.txt")
"""A line a word: its plain form, how it is written, `*` where the plain form is a word as well."""
_WORD = re.compile(r"[^\W\d_]+")
_AFTER_WHICH = vocabulary("de la en une sa ma")
"""« la retraite », « en charge »: the words without an accent stand after these."""


def given_back(said: str) -> str:
    """Give words that were written in capitals the accents that they are known with."""
    pieces, done, before = [], 0, ""
    for found in _WORD.finditer(said):
        word = found.group()
        pieces += [said[done : found.start()], _accented(word, before=before.lower())]
        done, before = found.end(), word
    return "".join([*pieces, said[done:]])


def _accented(word: str, *, before: str) -> str:
    known, is_ambiguous = _known().get(word.lower(), (word, False))
    if is_ambiguous and before in _AFTER_WHICH:
        return word
    return known.title() if word.istitle() else known.upper() if word.isupper() else known


@cache
def _known() -> dict[str, tuple[str, bool]]:
    lines = ACCENTS.read_text("utf-8").splitlines()
    rows = [line.split() for line in lines if not line.startswith("#")]
    return {plain: (known, bool(more)) for plain, known, *more in rows}
