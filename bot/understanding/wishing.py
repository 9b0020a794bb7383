"""Who is but said to wish to come, by what they are: « Monsieur le Maire souhaite venir »."""

import re
from collections.abc import Sequence

from bot.understanding.functions import is_function
from bot.understanding.normal import plain
from bot.understanding.person import Person

_WISHES = re.compile(
    r"\b(?:(?:monsieur|madame|m\.|mme|mr)\s+)?(?:le|la|l['’]|notre|mon|ma)\s*"
    r"(?P<function>[^\W\d_][\w'’-]*(?:\s+(?:général|générale|adjointe?|délégu[ée]e?))?)"
    r"(?:\s*,[^,.;!?\n]{3,40},)?\s+"
    r"(?:souhait(?:e|erait)|voudrait|veut|veu|aimerait|désire(?:rait)?|desire(?:rait)?|tient)\s+"
    r"(?:(?:y|bien|beaucoup|[àa])\s+)*"
    r"(?:venir|participer|assister|s['’ ]?(?:y )?inscrire"
    r"|[êe]tre\s+(?:pr[ée]sente?|inscrite?|l[àa]))\b",
    re.IGNORECASE,
)


_WHO_WISHES = (
    r"(?:\s*,[^,.;!?\n]{3,60},)?\s*,?\s+qui\s+(?:souhait\w+|voudrait|veut|d[ée]sire\w*|viendra|viendrait"
    r"|participera|sera(?:it)?\s+pr[ée]sente?)\b"
)


def wishes(text: str, *, name: str) -> bool:
    """« M. Luc Roux, maire de Die, qui souhaite participer »: whether somebody new is to come."""
    return bool(name) and re.search(rf"{re.escape(name)}{_WHO_WISHES}", text) is not None


def is_represented(text: str, *, name: str) -> bool:
    """« M. Luc Roux sera représenté par… », « je remplace Mme Vial »: whether they do not come."""
    said = re.escape(name)
    goes = (
        rf"{said}\b[^.;!?\n]{{0,40}}\b(?:est|sera|serait)\s+(?:repr[ée]sent|remplac|suppl[ée])[ée]e?\s+par\b"
        rf"|\bje (?:remplace|remplacerai|repr[ée]sente|succ[èe]de)\b"
        rf"(?:(?!\b(?:par|et|avec)\b)[^.;,!?\n]){{0,25}}{said}\b"
    )
    return bool(name) and re.search(goes, text, re.IGNORECASE) is not None


def with_them(text: str, people: Sequence[Person]) -> list[Person]:
    """The people that a text tells of, those who wish to come among them, first."""
    told = {plain(one.function or "").split()[0] for one in people if one.function}
    found = [one["function"] for one in _WISHES.finditer(text)]
    new = [one for one in found if is_function([plain(one).split()[0]])]
    theirs = [one for one in new if plain(one).split()[0] not in told]
    return [*(Person(function=one[:1].lower() + one[1:], is_ours=True) for one in theirs), *people]
