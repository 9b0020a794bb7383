"""What is said and tells nothing of those who come: « vous mettriez quoi à ma place »."""

import re

_UNIMPORTANT = re.compile(
    r"\b(?:vous|tu|on) (?:\w+ ){0,3}?\w+(?:iez|ais|ait|ez)\b"
    r"[^.!?;\n]{0,30} [àa] (?:ma|notre) place\b"
    r"|\bsi (?:vous|tu) [ée]t(?:iez|ais) [àa] (?:ma|notre) place\b"
    r"|\b(?:mettez[ -]vous|mets[ -]toi|[àa] votre avis,?) [àa] (?:ma|notre) place\b"
    r"|(?:^|(?<=[.!?;\n]))[^.!?;\n]*\b(?:mais|même si) (?:cela"
    r"|[çc]a) (?:n['’]a pas d['’]importance|ne compte pas|importe peu)"
    r"[^.!?;\n]*[.!?;\n]?",
    re.IGNORECASE,
)
"""« …, mais cela n’a pas d’importance », « vous mettriez quoi à ma place »: nothing to note."""


def without(text: str) -> str:
    """The same text without what tells nothing to note."""
    return _UNIMPORTANT.sub(" ", text).strip()
