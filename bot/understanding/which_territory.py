"""Which of the territories that a message names is meant."""

import re
from collections.abc import Sequence

from bot.understanding import tagger, territories
from bot.understanding.firstnames import FIRST_NAMES
from bot.understanding.functions import FUNCTIONS
from bot.understanding.normal import plain
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
    r"\b(?:territoires?|territory)\W+(?:n['’]est pas (?:le )?(?:bon|juste|exact|correct)\W+)?"
    r"(?:c['’]est|est|is|:|=|:?\s*ce (?:sont|serait|sera)|serait|devrait [êe]tre"
    r"|(?:vous pouvez )?(?:mett(?:ez|re)|mets|not(?:ez|er?)|pren(?:ez|dre)|gard(?:ez|er))"
    r"(?:[- ]moi)?)?"
    r"(?:\W*\b(?:bien|en fait|plut[ôo]t|juste|simplement|seulement|exactement))?"
    r"\W*(?:l[ae]s? |l['’])?$",
    re.IGNORECASE,
)
_CLAIMED_AT_LENGTH = re.compile(
    r"\bterritoire\b(?:(?!\b(?:structure|mairie|fonction|pas)\b)[^.!?\n]){0,50}?"
    r"(?:\b(?:est|porter|inscrire|mettre|mettez|noter|notez|indiquer|devient|corriger)|c['’]est|:)"
    r"(?:\s(?:plut[ôo]t|en fait|bien))?[\s:«\"“]*(?:l[ae]s? |l['’])?$",
    re.IGNORECASE,
)
"""« le territoire que je représente est… », « rubrique “Territoire” : merci d’y porter… »."""
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
    r"|collectif|amicale|admr|mjc|amap|ehpad|cr[èe]che|foyer|centre social|r[ée]gie|entreprise"
    r"|asso|associations?|l['’]asso\w*|union|chez)\b",
    re.IGNORECASE,
)


_PUT = re.compile(
    r"\b(?:mettons|mettez|mets|disons|marquez|notez"
    r"|put)\s+(?:plut[ôo]t\s+)?(?P<what>[^,;.!?]{3,50}?)\s+"
    r"(?:(?:[àa] la place|au lieu) d[eu'’]?\s?[^,;.!?]{3,40}?\s+)?(?:pour|comme|en|as)\s+(?:le "
    r"|la |mon |notre |our |the )?territo",
    re.IGNORECASE,
)

_TURNED = re.compile(
    r"\b(?:corrig|chang|modifi|rectifi|remplac|correct)\w*\s+(?:le |mon |notre |the "
    r"|our )?(?:territoire|territory)"
    r"\s+(?:en|par|pour|to|with)\s+(?:l[ae]s? |l['’])?(?P<what>[^,;.!?\n]{3,60})",
    re.IGNORECASE,
)
"""« corrigez le territoire en Parc du Pilat »."""


_WHOLE = re.compile(
    r"\bterritoire\b(?:[ ,]+(?:en entier|entier|complet|exact|en toutes lettres|svp"
    r"|s['’ ]?il vous pla[iî]t|c['’ ]?est|c['’ ]?[ée]tait|pour le nom|le nom|plut[ôo]t|en fait))+"
    r"[ ,:]*(?:la |le |l['’])?$",
    re.IGNORECASE,
)
"""« et le territoire en entier s’il vous plaît, … »."""


def claimed_in(text: str, spans: Sequence[Span]) -> str | None:
    """The same in a message that answers another question, too."""
    named = claimed(text, spans)
    if named is not None or "territoire" not in text.lower():
        return named
    again = (claimed(text, tagger.tag(text, question=one)) for one in ("recap", "territory"))
    return next((one for one in again if one is not None), None)


def claimed(text: str, spans: Sequence[Span]) -> str | None:
    """Give what is said outright to be the territory: « le territoire, c’est le Trièves »."""
    put = _PUT.search(text) or _TURNED.search(text)
    if put is not None and not _SHOP.match(put["what"]):
        reading = territories.read(put["what"].strip(' «»"“”'))
        if isinstance(reading, Understood):
            return reading.value
    found = [
        span
        for span in spans
        if span.label in _BODIES
        and (
            _CLAIMED.search(text[: span.start])
            or _CLAIMED_AT_LENGTH.search(text[: span.start])
            or _WHOLE.search(text[: span.start])
            or _FOR_TERRITORY.match(text[span.end :])
        )
    ]
    return _value(text, _in_full(text, found[-1], spans)) if found else None


def _in_full(text: str, found: Span, spans: Sequence[Span]) -> Span:
    """« c’est le PETR, mets PETR du Val d’Ernoy »: where it is written in more words."""
    said = {*plain(text[found.start : found.end]).split()}
    fuller = (one for one in spans if one.start > found.end and one.label in _BODIES)
    return next(
        (one for one in fuller if said < {*plain(text[one.start : one.end]).split()}), found
    )


_BODIES = ("territory", "organisation")


_NEAR = re.compile(
    r"(?:\b[àa] (?:c[ôo]t[ée]|\d+ ?(?:km|min\w*)|deux pas)|\bpr[èe]s|\bproche|\bpas loin|\bvoisine?"
    r"|\bau[ -]dessus|\ben dessous|\bnext to|\bnear|\bclose to|\bnot far from)"
    r"\s*(?:de |d['’]|du |des |of )?(?:la |le |les |l['’])?$",
    re.IGNORECASE,
)
"""« à côté de Rive-de-Gier »: that is where it lies, and another place."""
_SOMEBODYS = re.compile(
    r"\bqui (?:tient|dirige|g[èe]re|habite|travaille|bosse|s['’]occupe|runs|works"
    r"|lives)\b[^.;!?\n]*$"
    r"|\b(?:lui|elle|il|he|she)(?: il| elle)? (?:habite|vit|travaille|bosse|est de|vient de|lives"
    r"|works)\b[^.,;!?\n]*$",
    re.IGNORECASE,
)
"""« Luc, qui tient le magasin à Nay »: where one of them works."""
_NOT = r"\b(?:pas|not|et non|au lieu de?)(?: (?:a|de|du|d|la|le|les|l|celui|celle|the))*"


def instead(text: str, *, known: str) -> str | None:
    """Give what is named in the place of a known territory: « pas Rive-de-Gier, Génilac »."""
    if not re.search(rf"{_NOT} {re.escape(plain(known))}\b", plain(text)):
        return None
    spans = tagger.tag(text, question="territory")
    named = [
        value
        for span in spans
        if span.label in ("territory", "organisation", "of")
        and (value := _value(text, span)) is not None
        and plain(value) != plain(known)
    ]
    return named[0] if named else None


_SAME = re.compile(
    r"\bm[êe]me (?:communaut[ée]s? (?:de communes|d['’]agglo\w*)|com ?com|cc|interco\w*|agglo\w*"
    r"|territoire|pays|parc)\b[\s,:–-]*"
    r"(?:(?:c['’ ]?est|[àa] savoir|celle|celui|du|de) )*(?:l[ae] |l['’])?$",
    re.IGNORECASE,
)
_OF_ALL = re.compile(
    r"\b(?:(?:tou(?:s|tes) )?(?:les )?(?:deux|trois|[23])|tous|toutes|both) "
    r"(?:de |du |d['’]|dans |sur |à |from )(?:la |le |l['’]|the )?$",
    re.IGNORECASE,
)


def _common(text: str, spans: Sequence[Span]) -> Span | None:
    """« c’est la même communauté de communes, le Pilat », « tous les deux de la CC du Pilat »."""
    for span in spans:
        before = text[: span.start]
        is_one = span.label in _BODIES and not is_shop(text[span.start : span.end])
        is_wide = _BODY.match(text, span.start) is not None and _OF_ALL.search(before)
        if is_one and (is_wide or _SAME.search(before)):
            return span
    return None


def read(text: str, spans: Sequence[Span]) -> str | None:
    """Give the territory that a message tells; of several, the one that is meant."""
    meant = _common(text, spans) or span_of(text, spans)
    return _value(text, meant) if meant is not None else None


_SIDE = re.compile(r"(?:l['’]autre )?(?:c[ôo]t[ée]|bord|bout|rive)\b(?! ?-)", re.IGNORECASE)
"""« de l’autre côté du Rhône »: where it lies."""


_SEAT = re.compile(
    r"\b(?:pr[ée]sidente?|tr[ée]sori[eè]re?|secr[ée]taire|b[ée]n[ée]vole|membre|direct\w+|salari[ée]e?"
    r"|animat\w+|coordinat\w+|adh[ée]rente?|g[ée]rante?)\s(?:de |d['’]|du |à |au |chez )[^.;!?\n]*"
    r"\b(?:associations?|asso|club|comit[ée]|amicale|collectif|foyer|coop[ée]rative|ligue|cuma|gaec"
    r"|union|f[ée]d[ée]ration|entreprise|ferme|chorale|r[ée]seau)\b[^.;!?\n]{0,60}"
    r"\b(?:[àa]|sur|bas[ée]e? [àa]|situ[ée]e? [àa])\s$",
    re.IGNORECASE,
)
"""« présidente de l’association Les Vergers, à Roisey »: where that is, and no territory."""


def span_of(text: str, spans: Sequence[Span]) -> Span | None:
    """Give where the territory stands that is meant; None: none does."""
    named = [
        (span, value)
        for span in spans
        if span.label == "territory" and (value := _value(text, span)) is not None
    ]
    named = [one for one in named if not _is_somebody(text, one[0])]
    named = [one for one in named if not _SIDE.match(one[1])]
    named = [one for one in named if not _SEAT.search(text[: one[0].start])]
    named = [one for one in named if not _SOMEBODYS.search(text[: one[0].start])]
    named = [one for one in named if not _NEAR.search(text[: one[0].start])] or named
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


def _is_somebody(text: str, span: Span) -> bool:
    """« Solange Ravel, secrétaire »: a first name and another, and a function after them."""
    words = text[span.start : span.end].split()
    work = plain(text[span.end :]).split()[:1]
    is_name = len(words) == 2 and plain(words[0]) in FIRST_NAMES
    return is_name and bool({*work} & FUNCTIONS.vocabulary)


def is_shop(said: str) -> bool:
    """Say whether a text is a shop, a club…, which is no territory."""
    return _SHOP.match(said) is not None


_GOES_ON = re.compile(r"(?: [A-ZÀ-Ý][\w’'-]+)+")
"""« Pays des Deux Sources », of which « Pays des Deux » was found."""


def _value(text: str, span: Span) -> str | None:
    more = _GOES_ON.match(text, span.end)
    said = text[span.start : span.end if more is None else more.end()]
    said = territories.COMMUNE.sub("", said, count=1) if territories.COMMUNE.match(said) else said
    if _SHOP.match(said):
        return None
    reading: Reading[str] = territories.read(said)
    return reading.value if isinstance(reading, Understood | Doubtful) else None


_OF_COMMUNE = re.compile(
    r"(?:^|[.,;:!?\n(–-]\s*|\bpour )(?:la |notre |ma )?commune (?:de |d['’])$", re.IGNORECASE
)


def commune(line: str, spans: Sequence[Span]) -> str | None:
    """« pour la commune de Roisey », « …, commune de Roisey »: Roisey."""
    for span in spans:
        if span.label == "of" and _OF_COMMUNE.search(line[: span.start]):
            return _value(line, span)
        found = territories.COMMUNE.match(line, span.start)
        if span.label == "organisation" and found is not None and found.end() < span.end:
            reading = territories.read(line[found.end() : span.end])
            return reading.value if isinstance(reading, Understood) else None
    return None


_REPRESENTING = re.compile(
    r"\b(?:repr[ée]sent\w+|au nom|au titre|from|(?:on|nous) (?:vien\w+|venons)(?: [àa] \w+)?"
    r"|ven(?:ir|ant|us)|(?:\d+|deux|trois|quatre|cinq|six) (?:personnes|[ée]lus|agents"
    r"|coll[èe]gues)"
    r"|territoire\w*|(?:on|nous) (?:est|sommes|sera|serons)(?: \w+){1,2})\W+"
    r"(?:c['’]est |est |:)?(?:tous |toutes )?(?:les )?(?:deux |trois )?(?:\w+['’ ])?"
    r"(?:de )?(?:la |l['’]|le |les )?$",
    re.IGNORECASE,
)


def represented(line: str, spans: Sequence[Span]) -> str | None:
    """« Ils représentent la communauté de communes… »: a body that is come for."""
    for span in spans:
        said = line[span.start : span.end]
        if span.label != "organisation" or is_shop(said):
            continue
        if _REPRESENTING.search(line, 0, span.start):
            value = _value(line, span)
            if value is not None:
                return value
    return None
