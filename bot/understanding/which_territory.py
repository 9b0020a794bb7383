"""Which of the territories that a message names is meant."""

import re
from collections.abc import Sequence

from bot.understanding import territories
from bot.understanding.results import Doubtful, Reading, Understood
from bot.understanding.tagger import Span

_TURNS = re.compile(
    r"\b(?:enfin|plut[ôo]t|pardon|pour (?:[êe]tre )?pr[ée]cis|c['’ ]?est[ -][àa][ -]dire|non"
    r"|finalement"
    r"|or rather|i mean|rather)\b",
    re.IGNORECASE,
)
_IN = re.compile(r"^\W*(?:c['’ ]?est |est |se trouve )?(?:dans|in)\b", re.IGNORECASE)
_BODY = re.compile(
    r"(?:communaut[ée]|com ?com|cc|ca|cu|[\w-]*agglo\w*|pays|parc|pnr|petr|m[ée]tropole|scot"
    r"|bassin)\b"
    r"|.*\b\w*(?:agglo\w*|m[ée]tropole)$",
    re.IGNORECASE,
)
_CLAIMED = re.compile(
    r"\b(?:territoires?|territory)\W+(?:c['’ ]?est|est|is|:|=|:?\s*ce sont|serait|devrait [êe]tre)?"
    r"\W*(?:bien |plutôt |juste )?(?:l[ae]s? |l['’])?$",
    re.IGNORECASE,
)
_FOR_TERRITORY = re.compile(
    r"^\W*(?:pour (?:le |mon |notre )?territoire|(?:en|comme) territoire|as (?:the "
    r"|our )?territory)",
    re.IGNORECASE,
)
_SHOP = re.compile(
    r"(?:caf[ée]|[ée]picerie|bar|tabac|restaurant|auberge|h[ôo]tel|g[îi]te|boulangerie|boucherie"
    r"|garage"
    r"|ferme|gaec|earl|sarl|sci|sas|cabinet|salon|boutique|magasin|librairie|pharmacie|club"
    r"|comit[ée]"
    r"|collectif|amicale|asso|associations?|l['’]asso\w*|union|chez)\b",
    re.IGNORECASE,
)


_PUT = re.compile(
    r"\b(?:mettons|mettez|mets|disons|marquez|notez"
    r"|put)\s+(?:plut[ôo]t\s+)?(?P<what>[^,;.!?]{3,50}?)\s+"
    r"(?:pour|comme|en|as)\s+(?:le |la |mon |notre |our |the )?territo",
    re.IGNORECASE,
)


def claimed(text: str, spans: Sequence[Span]) -> str | None:
    """Give what is said outright to be the territory: « le territoire, c’est le Trièves »."""
    put = _PUT.search(text)
    if put is not None and not _SHOP.match(put["what"]):
        reading = territories.read(put["what"])
        if isinstance(reading, Understood):
            return reading.value
    found = [
        span
        for span in spans
        if span.label in ("territory", "organisation")
        and (_CLAIMED.search(text[: span.start]) or _FOR_TERRITORY.match(text[span.end :]))
    ]
    return _value(text, found[-1]) if found else None


def read(text: str, spans: Sequence[Span]) -> str | None:
    """Give the territory that a message tells; of several, the one that is meant."""
    meant = span_of(text, spans)
    return _value(text, meant) if meant is not None else None


def span_of(text: str, spans: Sequence[Span]) -> Span | None:
    """Give where the territory stands that is meant; None: none does."""
    named = [
        (span, value)
        for span in spans
        if span.label == "territory" and (value := _value(text, span)) is not None
    ]
    if not named:
        return None
    meant, value = named[0]
    for span, other in named[1:]:
        between = text[meant.end : span.start]
        is_wider = _IN.match(between) is not None
        is_body = bool(_BODY.match(other)) and not _BODY.match(value)
        if _TURNS.search(between) or is_wider or is_body:
            meant, value = span, other
    return meant


def is_shop(said: str) -> bool:
    """Say whether a text is a shop, a club…, which is no territory."""
    return _SHOP.match(said) is not None


def _value(text: str, span: Span) -> str | None:
    said = text[span.start : span.end]
    if _SHOP.match(said):
        return None
    reading: Reading[str] = territories.read(said)
    return reading.value if isinstance(reading, Understood | Doubtful) else None
