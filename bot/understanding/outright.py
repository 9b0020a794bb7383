"""Functions said outright, where no tagger finds them: « le DGS, c’est Luc Vial »."""

import re
from collections.abc import Sequence

from bot.understanding.functions import FUNCTIONS
from bot.understanding.mentions import NAMES
from bot.understanding.normal import plain
from bot.understanding.tagger import Span

_THE_ONE = re.compile(
    r"\b(?:l[ae]\s|l['’]|the\s)\s*(?P<function>[^\W\d_][\w'’-]*(?:\s[\w'’-]+){0,3}?)"
    r"\s*,?\s+(?:c['’ ]?est|c|est|is)\s+(?!pas moi\W*(?:$|[.!;]))",
    re.IGNORECASE,
)
_NEAR = 30
"""Characters after « le DGS c’est » within which who it is stands."""
_WHAT_I_AM = re.compile(
    r"\b(?:je suis|chuis|i am|i['’]m)\s+(?:la |le |l['’]|the )(?P<function>[^\W\d_][\w-]{4,})"
    r"(?=\s*(?:$|[.,;!)]|du\b|de\b|d['’]|of\b|et\b|and\b))",
    re.IGNORECASE,
)
"""« je suis la présidente »: said in passing."""
_APPOSED = re.compile(
    r"\s*,\s*(?:qui est |who is )?(?:mon|ma|notre|son|sa|my|our|his|her)\s+"
    r"(?P<function>[^\W\d_][\w-]+(?: g[ée]n[ée]rale?| adjointe?)?)\b",
    re.IGNORECASE,
)
"""« Mme Vial, notre vice-présidente »."""
_THEN = re.compile(
    r"\s+(?:qui est |c['’ ]?est |est )?(?:l[ae]\s|l['’]|the\s)(?P<function>[^\W\d_][\w-]{3,})\b",
    re.IGNORECASE,
)
"""« c’est Luc le directeur et Anne la présidente »."""
_TITLED = re.compile(
    r"\b(?:l[ae]\s|l['’]|the\s)(?P<function>[^\W\d_][\w-]{3,})\s+$",
    re.IGNORECASE,
)
"""« la directrice Anne Fol »."""


def added(text: str, spans: Sequence[Span]) -> list[Span]:
    """Give the spans, and those of the functions that are said outright besides."""
    found = [one for one in _THE_ONE.finditer(text) if _is_somebodys(spans, one)]
    found += _WHAT_I_AM.finditer(text)
    named = [one.end for one in spans if one.label in NAMES]
    after = [pattern.match(text, end) for end in named for pattern in (_APPOSED, _THEN)]
    titled = [
        _TITLED.search(text, max(0, one.start - _NEAR), one.start)
        for one in spans
        if one.label in NAMES
    ]
    found += [one for one in (*after, *titled) if one is not None]
    more = [
        Span("function", *one.span("function"), 1.0)
        for one in found
        if plain(one["function"]).split()[0] in FUNCTIONS.vocabulary and _is_free(spans, one)
    ]
    return sorted([*spans, *more], key=lambda span: span.start)


def _is_somebodys(spans: Sequence[Span], said: re.Match[str]) -> bool:
    return any(one.label in NAMES and 0 <= one.start - said.end() < _NEAR for one in spans)


def _is_free(spans: Sequence[Span], said: re.Match[str]) -> bool:
    start, end = said.span("function")
    return not any(one.start < end and start < one.end for one in spans)
