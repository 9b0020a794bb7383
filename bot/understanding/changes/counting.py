"""They are another number."""

import re

from bot.understanding.changes.kinds import Change, Kind
from bot.understanding.known_people import People
from bot.understanding.spoken import Spoken

_COUNTING = tuple(
    re.compile(pattern)
    for pattern in (
        r"\bplutot (?:a )?(?P<n>\d{1,2}) (?:que|au lieu de) (?:a )?\d{1,2}\b",
        r"\b(?:on|nous|ns|we) (?:(?:ne|n) )?(?:va etre|sera|serons|est|sommes|vient|venons"
        r"|viendra|viendrons"
        r"|are|will be|ll be)(?: (?:donc|finalement|en fait|plus|bien|plutot|only))*"
        r"(?: (?:que|a|au nombre de|juste|seulement))* (?P<n>\d{1,2})\b(?! (?:h|heures?"
        r"|min\w*|mars|jours?))",
        r"\b(?P<n>\d{1,2})(?: personnes?)? (?:et )?(?:pas|au lieu de|non|plutot que|not"
        r"|instead of) (?:a )?\d{1,2}\b",
        r"\b(?:pas|not) \d{1,2}(?: personnes?)?(?: mais| but)? (?P<n>\d{1,2})\b",
        r"\b(?P<n>\d{1,2}) (?:seulement|finalement|en fait|personnes finalement)$",
        r"^(?:(?:non|mais|attendez|finalement|en fait|plutot|ah|euh|pardon|oups|alors|oui) )+"
        r"(?:(?:plutot|juste|que|a|plus|mets?|mettez|actually) )*(?P<n>\d{1,2})(?: personnes?)?$",
        r"\b(?:finalement|en fait|plutot|passe[rz]?|passons|mettez)(?: \w+){0,4}? (?:a|en"
        r"|pour) (?P<n>\d{1,2})(?: personnes?)?$",
    )
)
_GROUP = re.compile(
    r"\b(?:finalement|en fait|plutot|mettez|changez)(?: \w+){0,4}? (?P<group>binome|trinome|solo)\b"
)
_GROUPS = {"solo": 1, "binome": 2, "trinome": 3}


def counted(said: Spoken, _known: People) -> Change | None:
    """Read another number of people: « que deux, pas trois »."""
    for pattern in _COUNTING:
        found = pattern.search(said.counted)
        if found is not None:
            return Change(Kind.SIZE, value=int(found["n"]))
    group = _GROUP.search(said.text)
    return Change(Kind.SIZE, value=_GROUPS[group["group"]]) if group else None
