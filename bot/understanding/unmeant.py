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


_KIND = (
    r"(?:associations?|asso|club|comit[ée]|amicale|collectif|entreprise|mairie|commune|syndicat"
    r"|com ?com|communaut[ée] de communes|parc|mjc)"
)
_NOT_AT = rf"pas (?:dans|à|a|de|du|pour|au) ?(?:la |l['’]|le |une? |cette |son |notre )?{_KIND}"
_BESIDES = re.compile(
    rf"\s*[,;(]\s*(?:et |mais )?{_NOT_AT}\b\)?(?=\s*(?:[,.;!)]|$))", re.IGNORECASE
)
"""« je suis à la mairie, pas dans l’association »."""
_FIRST = re.compile(
    r"\b(?P<who>[Jj]e|[Ii]l|[Ee]lle|[A-ZÀ-Ý][\w-]+(?: [A-ZÀ-Ý][\w-]+)?)"
    rf" ?(?:ne |n['’])?(?P<is>suis|est) {_NOT_AT}"
    r"\b\s*[,.;]\s*(?:mais )?(?:je |il |elle )(?:suis |est )",
)
"""« Léo n’est pas dans l’association, il est à la mairie »."""


_SAME_PLACE = re.compile(
    r"(?:\s*,)?\s*\b(?:(?:et|toujours|tous|pour|c['’]est|du|le|la|sur le)\s)*(?:m[êe]me|same)\s"
    r"(?:territoire|secteur|coin|bassin(?: de vie)?|territory|area)\b"
    r"(?:\s(?:que (?:nous|moi|le premier)|[ée]videmment|bien s[ûu]r))?",
    re.IGNORECASE,
)
"""« même territoire »: no function, and nobody’s organisation."""


def without(text: str) -> str:
    """The same text without what tells nothing to note."""
    text = _SAME_PLACE.sub("", text)
    text = _FIRST.sub(r"\g<who> \g<is> ", _BESIDES.sub("", text))
    return _UNIMPORTANT.sub(" ", text).strip()
