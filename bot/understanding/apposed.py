"""A function that stands before somebody's name: « son adjointe, Mme Tastet », « mon commis »."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.understanding.functions import FUNCTIONS
from bot.understanding.normal import plain, vocabulary
from bot.understanding.person import Person

_BEFORE = re.compile(
    r"\b(?:son|sa|mon|ma|notre|leur|his|her|my|our) (?:(?:autre|nouve\w+|propre|jeune|cher|chere"
    r"|new|own) )?(?P<what>[\w'’-]+(?: [\w'’-]+){0,3}?)\s*,?\s+(?:(?:M\.|Mme|Mr|Monsieur|Madame"
    r"|madame|monsieur|mme)\s)?$"
)
_AFTER = re.compile(
    r"^[^.;!?]{0,30}[,.]\s*c['’]?\s?est (?:notre|mon|ma|son|sa) (?:(?:autre|nouve\w+) )?"
    r"(?P<what>[\w'’-]+)\s*(?:[.,!]|$)"
)
_RIGHT_AFTER = re.compile(
    r"^\s*[,(]\s*(?:notre|mon|ma|son|sa|leur|my|our|his|her) (?:(?:autre|nouve\w+|new) )?"
    r"(?P<what>[\w'’-]+(?: [\w'’-]+){0,3}?)\s*(?:[.,;:!?)\n]|$| (?:et|and|qui|who)\b)"
)
"""« Nicole Faure, sa première adjointe »."""


def with_functions(text: str, people: Sequence[Person]) -> list[Person]:
    """The same people, where nothing is told of somebody new but by the words before their name."""
    return [
        replace(one, function=found) if (found := _function(text, one)) else one for one in people
    ]


def joined(text: str, people: Sequence[Person]) -> list[Person]:
    """The same people, one instead of two for « un élu de Roisey qui m’accompagne, M. Oriol »."""
    new = [one for one in people if not one.place and not one.is_writing]
    unnamed = [one for one in new if one.function and not (one.name or one.called)]
    named = [one for one in new if (one.name or one.called) and not one.function]
    if len(unnamed) != 1 or len(named) != 1:
        return list(people)
    what, who = unnamed[0], named[0]
    said = " ".join(who.name or ()) or who.called
    stands = (
        rf"\b{re.escape(what.function or '')}\b(?:(?!\b(?:et|and|avec|with)\b)[^.;!?]){{0,60}},"
    )
    behind = rf"{stands}\s*(?:M\.|Mme|Mr|Mrs|Monsieur|Madame)?\s*{re.escape(said)}\b"
    if re.search(behind, text, re.IGNORECASE) is None:
        return list(people)
    whole = replace(who, function=what.function, organisation=who.organisation or what.organisation)
    return [whole if one is who else one for one in people if one is not what]


def _function(text: str, one: Person) -> str:
    said = " ".join(one.name or ()) or one.called
    if one.place or one.is_writing or one.function or not said:
        return ""
    at = re.search(re.escape(said), text, re.IGNORECASE)
    if at is None:
        return ""
    before = _BEFORE.search(f"{text[: at.start()].rstrip(' ,')} ")
    after = text[at.end() :]
    found = before or _AFTER.match(after) or _RIGHT_AFTER.match(after)
    what = found["what"].strip(" ,") if found is not None else ""
    words = plain(what).split()
    if len(words) == 1 and words[0] in _RELATIONS:
        return ""
    ends = [hit.end for hit in FUNCTIONS.find(words)]
    is_function = len(words) in ends or bool({*words[-1:]} & _ALSO)
    return what if words and is_function else ""


_RELATIONS = vocabulary("chef cheffe patron patronne responsable boss manager referent referente")
_ALSO = vocabulary("commis lieutenant apprenti apprentie stagiaire suppleant suppleante")
