"""What an organiser's words change of the day, and to what: « la salle change, c’est le foyer »."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.understanding import day_words
from bot.understanding.normal import plain


@dataclass(frozen=True, slots=True)
class Wish:
    """A fact that may be meant, by its name, and what it is to be; empty: that is not said."""

    fact: str
    value: str


_OF_THE_PLACE: Final = ("address",)
_FACTS: Final = {
    "date": ("date",), "journee": ("date", "hours", "address"), "day": ("date", "hours"),
    "reunion": ("date", "hours", "address"), "rencontre": ("date", "hours", "address"),
    "horaire": ("hours",), "horaires": ("hours",), "heure": ("hours",), "heures": ("hours",),
    "hours": ("hours",), "salle": _OF_THE_PLACE, "room": _OF_THE_PLACE, "lieu": _OF_THE_PLACE,
    "adresse": _OF_THE_PLACE, "endroit": _OF_THE_PLACE, "rdv": _OF_THE_PLACE,
    "rendez vous": _OF_THE_PLACE, "programme": ("programme",),
    "repas": ("meal",), "meal": ("meal",), "prix": ("price",), "tarif": ("price",),
    "price": ("price",), "titre": ("title",), "title": ("title",), "commune": ("town",),
    "town": ("town",),
}  # fmt: skip
"""The facts that a word may mean, the first of them that what is written can be read as."""
_WHAT = rf"(?P<what>{'|'.join(sorted(_FACTS, key=len, reverse=True))})"
_MOVING = r"(?:chang|modif|corrig|deplac|decal|repouss|avanc|report|move|postpone)\w*"
_TO_CHANGE = (
    re.compile(rf"\b{_MOVING}\b(?: \w+){{0,3}}? {_WHAT}\b"),
    re.compile(rf"\b{_WHAT} (?:\w+ ){{0,2}}?(?:{_MOVING}|devient|passe (?:a|au|en)|n est plus)\b"),
    re.compile(rf"\b(?:nouve\w+|autre) {_WHAT}\b"),
    re.compile(r"^(?:\w+ ){0,2}?(?P<what>rdv|rendez vous) (?:a|au|dans|devant|sur)\b"),
    re.compile(
        r"\b(?P<what>journee|reunion|rencontre|day) (?:\w+ ){0,2}?"
        r"(?:fini|termin|commenc|debut|demarr|start|end)\w*\b"
    ),
    re.compile(
        r"\b(?P<what>repas|meal|prix|tarif|price) (?:\w+ )?(?:est|sera|serait|is|will be)\b"
    ),
)
_VALUE = re.compile(
    r"\s*:\s+|\b(?:c['’ ]?est|(?:ce|[çc]a|elle|il) sera|devient|finalement|deviendra)\s+"
    r"|\bd[ée]plac\w+\s+(?:[àa] |au |dans |en |vers )?(?=\S)"
    r"|\b(?:rdv|rendez[- ]vous)\s+(?:[àa] |au |dans |devant |sur )"
    r"|\b(?:on|nous) (?:va|ira|irons|allons|sera|serons) (?:[àa] |au |dans )?",
    re.IGNORECASE,
)
"""What stands before the value of a fact that is a text."""
_AFTER = re.compile(
    r"\s+finalement\b.*|,?\s+(?:et )?(?:pas|non|plut[oô]t qu|au lieu|merci|svp|stp)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_INSTEAD = re.compile(r"\b(?:au lieu d|plut[oô]t qu|et (?:pas|non) )\S*\s*\S+", re.IGNORECASE)
"""« à 9 h 45 au lieu de 10 h »: that hour holds no more."""
_HOURS = re.compile(
    r"\b(?:on|nous|ca) (?:ne )?(?:fini\w*|termin\w*|commenc\w*|debut\w*|demarr\w*)\b"
)
_QUESTION = re.compile(r"\b(?:quel\w*|quand|combien|est ce)\b|\?")
_ARTICLE = re.compile(r"^(?:[àa] )?(?:la |le |l['’])|^(?:au|dans la|dans le) ", re.IGNORECASE)
_WHOLE = frozenset({"date", "hours"})
"""Read in the whole text, wherever they stand in it."""
_SENTENCES = frozenset({"meal", "price"})
_SENTENCE = re.compile(r"\b(?:est|sera|is|will be|passe (?:a|au))\b")
"""« Le repas sera tiré du sac » is what participants are to read."""


def read(text: str, *, capacity: int) -> Sequence[Wish]:
    """What is to be changed; empty: nothing. `capacity`: seats there are now."""
    said = plain(text)
    seats = _capacity(text, now=capacity)
    if seats is not None:
        return (Wish("capacity", seats),)
    found = next((match for one in _TO_CHANGE if (match := one.search(said))), None)
    if found is None and (_QUESTION.search(said) or not _HOURS.search(said)):
        return ()
    text = _INSTEAD.sub(" ", text)
    facts = _FACTS[found["what"]] if found is not None else ("hours",)
    if _SENTENCE.search(said) and facts[0] in _SENTENCES:
        return (Wish(facts[0], _capitalised(text)),)
    value = _value(text)
    return [Wish(one, text if one in _WHOLE else value) for one in facts]


def _value(text: str) -> str:
    """What follows the last words that say what it is to be."""
    before = [*_VALUE.finditer(text)]
    value = _AFTER.sub("", text[before[-1].end() :]).strip(" .!,;") if before else ""
    return _capitalised(_ARTICLE.sub("", value))


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


# ---- seats

_OF_CAPACITY = re.compile(r"\b(?:capacite|jauge|capacity)\b")
_SEATS = r"(?:places?|personnes?|participant\w*|sieges?|seats?|people)"
_LIMIT = re.compile(
    r"\b(?:pass\w+|mont\w+|augment\w+|baiss\w+|descend\w*|limit\w+|mets|mettez|mettre|met"
    r"|fix\w+|elargi\w*|aller|accueilli\w+|on prend|prends|prenons"
    r"|set|raise|lower)"
    rf" (?:\w+ ){{0,4}}?\w+ {_SEATS}\b"
)
_MORE = re.compile(r"\b(?:ajout\w+|rajout\w+|add)\b(?: \w+){0,2} (?:places?|seats?)\b")
_LESS = re.compile(r"\b(?:enlev\w+|retir\w+|supprim\w+|remove)\b(?: \w+){0,2} (?:places?|seats?)\b")
_FROM_NOW = re.compile(r"\bde \d+ (?=(?:places? )?[àa] )", re.IGNORECASE)
_OF_SOMEBODY = re.compile(
    r"\b(?:moi|nous|me|m|lui|eux|reserv\w+|inscri\w+|pour (?!la journee|le jour|tout|que)\w+)\b"
)
"""Seats for somebody are no capacity: « mettez-moi deux places »."""


def _capacity(text: str, *, now: int) -> str | None:
    """So many seats as they are written; empty where they are not said, None: not meant."""
    said = plain(text)
    text = _FROM_NOW.sub(" ", text)
    number = day_words.number(text)
    if _OF_CAPACITY.search(said):
        return text if number is not None else ""
    if number is None or _OF_SOMEBODY.search(said):
        return None
    if _MORE.search(said):
        return str(now + number)
    if _LESS.search(said):
        return str(now - number) if number < now else None
    return text if _LIMIT.search(said) else None
