"""A number that is known, meant by its end or by having been told: « le 63 08 », « ce numéro »."""

import re
from collections.abc import Sequence

from bot.typography import spoken_phone
from bot.understanding.whose_number import NUMBER

_END = re.compile(r"(?<![\d.@_-])(?<!\d )\b(\d\d)[ .-]?(\d\d)\b(?![ .-]?\d)(?![\w@])")
_TOLD = re.compile(
    r"\b(?:(?:le |ce )(?:num[ée]ro|portable|t[ée]l(?:[ée]phone)?|06|07)|celui) (?:que |qu['’])"
    r"(?:je |j['’]|on )(?:\w+ ){0,2}(?:ai |a |viens de )?"
    r"(?:donn\w+|mis\w*|[ée]crit|envoy\w+|not\w+|indiqu\w+|fourni)"
    r"(?: (?:avant|tout [àa] l['’]heure|plus haut|au d[ée]but|ci-dessus))?"
    r"|\ble (?:num[ée]ro|t[ée]l(?:[ée]phone)?|portable) (?:donn[ée]|indiqu[ée]|not[ée]|ci-dessus"
    r"|pr[ée]c[ée]dent)\b"
    r"|\b(?:ce|this) (?:num[ée]ro|number)(?:[- ]l[àa])?\b"
    r"|\bthe number i (?:just )?gave(?: you)?\b",
    re.IGNORECASE,
)
_OF_NUMBERS = re.compile(
    r"\b(?:num[ée]ro|num|t[ée]l\w*|portable|mobile|phone|number|celui|mien|sien|mine|hers|his"
    r"|(?:[àa]|pour) (?:lui|elle|moi))\b",
    re.IGNORECASE,
)


def may_tell(text: str) -> bool:
    """Whether a number may be meant so."""
    return _OF_NUMBERS.search(text) is not None and (
        _END.search(text) is not None or _TOLD.search(text) is not None
    )


def written_out(text: str, known: Sequence[str]) -> str:
    """Write in full a number that is known: « le 63 08, c’est le numéro de Solange ».

    `known`: the numbers that are noted, in E.164, that of who is written to first.
    """
    if not may_tell(text) or not known:
        return text
    whole = [(one.start(), one.end()) for one in NUMBER.finditer(text)]

    def in_full(found: re.Match[str]) -> str:
        is_within = any(start <= found.start() < end for start, end in whole)
        meant = [one for one in dict.fromkeys(known) if one.endswith(found[1] + found[2])]
        return found[0] if is_within or len(meant) != 1 else spoken_phone(meant[0])

    ended = _END.sub(in_full, text)
    return ended if ended != text else _TOLD.sub(f"le {spoken_phone(known[0])}", text)
