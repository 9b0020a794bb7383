"""« Carte ou chèque ? », « faut du liquide ? »: how one pays; and what a day's facts say of it."""

import re
from collections.abc import Iterable

from bot.understanding.normal import normal

_MEANS = re.compile(
    r"\b(?:carte (?:bleue|bancaire|de credit|visa)|(?:par|en|la|une|ma|prend\w*|prenez|accept\w+)"
    r" (?:cb|carte)|carte ou (?:pas |non )?\w+|cb|cheques?|especes|liquide|cash|virement\w*"
    r"|mandat administratif|bon de commande|ticket restaurant|credit card|bank card|by card|paypal"
    r"|(?:pa(?:y|i)\w+|regl\w+) comment|comment (?:on |je |nous |doit on |peut on )(?:pa(?:y"
    r"|i)\w+|regl\w+)"
    r"|(?:pay\w+|regl\w+) (?:sur place|d avance|a l avance|on the spot|in advance))\b"
)
_TOLD = re.compile(
    r"\b(?:especes|cheques?|cartes?|virement\w*|liquide|cash|sur place|en ligne|mandat|facture"
    r"|cards?)\b"
)
_NOT_MONEY = re.compile(
    r"\b(?:carte (?:de visite|d identite|d acces|du (?:pays|coin|parc)|routiere|grise|d electeur)"
    r"|la carte (?:du|de la|des)|sur la carte)\b"
)


def is_asked(text: str) -> bool:
    """Whether words ask how one pays."""
    sentence = normal(text)
    return _MEANS.search(sentence) is not None and _NOT_MONEY.search(sentence) is None


def fact(facts: Iterable[str | None]) -> str | None:
    """The fact that says how one pays; of several the one that names most ways."""
    told = [(len({*_TOLD.findall(normal(one))}), one) for one in facts if one]
    most, best = max(told, key=lambda one: one[0], default=(0, ""))
    return best if most else None
