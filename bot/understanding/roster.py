"""People told of by what they are, one after the other: « nous sommes le maire, moi et la DGS »."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.understanding import roles
from bot.understanding.firstnames import FIRST_NAMES
from bot.understanding.functions import FUNCTIONS
from bot.understanding.names import Name
from bot.understanding.normal import plain
from bot.understanding.person import Person
from bot.understanding.telling.scene import Known, Scene

_WE = r"(?:nous (?:sommes|serons|serions|venons|viendrons)|on (?:est|sera|serait|vient|viendra))"
_THEY = r"(?:il y (?:a|aura|aurait)|viendr(?:ont|aient|a)|viennent|ce (?:sera|serait|seront|sont))"
_WITH = r"(?:je (?:viens|viendrai|serai|serais|suis) (?:accompagnée? (?:de|par)|avec))"
_NUMBER = r"(?: (?:à |donc |tous )*(?P<number>deux|trois|quatre|cinq|six|\d)(?: personnes)?)?"
_COUNTED = {"deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6}
_BEGINS = re.compile(
    rf"\b(?:(?P<we>{_WE})|(?P<they>{_THEY})|(?P<with>{_WITH})){_NUMBER}\s*[:,(–-]?\s+"
    r"(?=(?:le|la|notre|mon|ma|une?|moi)\b|l['’])(?P<list>[^.;!?\n]+)",
    re.IGNORECASE,
)
_JOINS = re.compile(
    r"\s*(?:,\s*(?:et|puis|ainsi que|avec)\s+|,\s*|\s(?:et|puis|ainsi que|avec)\s+|\s[+&]\s)"
    r"(?=(?:aussi |bien sûr )?(?:(?:le|la|notre|mon|ma|son|sa|une?|moi)\b|l['’]))",
    re.IGNORECASE,
)
_JOINS_UNMARKED = re.compile(
    rf"{_JOINS.pattern}|(?<!\bde)(?<!\bà)(?<!\bet)(?<!\bpour)(?<!\bdans)(?<!\bsur)\s"
    r"(?=(?:(?:le|la|notre|mon|ma|une?|moi)\b|l['’]))",
    re.IGNORECASE,
)
"""« le maire moi la DGS et la présidente du club », as in a text message."""
_POLITE = re.compile(
    r"[\s,]*\b(?:possible|c['’]est possible|svp|stp|merci|s['’]il vous pla[îi]t|voil[àa])\W*$",
    re.IGNORECASE,
)
_ONE = re.compile(r"(?:le |la |l['’]|notre |mon |ma |son |sa |une? )(?P<what>.+)", re.IGNORECASE)
_ME = re.compile(
    r"moi(?:[- ]m[êe]me)?(?:\s*[,(]?\s*(?:qui suis |en tant que? |comme )?"
    r"(?:le |la |l['’]|une? )?(?P<what>[^,()]+?)\)?)?",
    re.IGNORECASE,
)
_OF_ONE = re.compile(
    r"(?P<what>.+?) (?:de l['’]|d['’]une |d['’]un |du |de la |de notre |à l['’]|à la |au )"
    r"(?P<body>(?:association|asso|club|comit[ée]|amicale|collectif|foyer|f[ée]d[ée]ration|ligue"
    r"|cuma|coop[ée]rative|union|office|syndicat|conseil de d[ée]veloppement|maison|mjc|mairie"
    r"|communaut[ée]|cc|com ?com|parc|ccas|[ée]cole|lyc[ée]e|coll[èe]ge|biblioth[èe]que"
    r"|m[ée]diath[èe]que|agglo\w*|entreprise|ferme|r[ée]gie)\b.*)",
    re.IGNORECASE,
)
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Roster:
    """Those who are listed, and whether they are all who come."""

    people: tuple[Person, ...]
    is_whole: bool


def read(text: str) -> Roster | None:
    """Those who are listed by what they are; None: it is no such list, or names are told."""
    found = _BEGINS.search(text)
    if found is None:
        return None
    listed = _POLITE.sub("", found["list"])
    joins = _JOINS if "," in listed else _JOINS_UNMARKED
    people = [_one(said.strip(" ,()")) for said in joins.split(listed)]
    told = [one for one in people if one is not None]
    if found["with"] and not any(one.is_writing for one in told):
        told = [Person(is_writing=True), *told]
    number = (found["number"] or "").lower()
    is_so_many = not number or (_COUNTED.get(number) or int(number)) == len(told)
    if joins is _JOINS_UNMARKED and not is_so_many:
        return None  # « on sera trois le maire moi la DGS et la présidente »: who is whom?
    if len(told) < _FEWEST or None in people or sum(one.is_writing for one in told) > 1:
        return None
    is_with_me = any(one.is_writing for one in told)
    return Roster(tuple(told), is_whole=bool(found["we"]) or is_with_me)


def number(text: str) -> int | None:
    """How many they are, where all who come are listed so."""
    roster = read(text)
    return len(roster.people) if roster is not None and roster.is_whole else None


def _one(said: str) -> Person | None:
    """One of the list: who writes, or somebody by their function; None: it is neither."""
    me = _ME.fullmatch(said)
    if me is not None:
        told = _held(me["what"]) if me["what"] else Person()
        return told and replace(told, is_writing=True)
    one = _ONE.fullmatch(said)
    return _held(one["what"]) if one is not None else None


def _held(said: str) -> Person | None:
    """A function, where it is held, and a name before or after it; None: no function is told."""
    words = said.split()
    if len(words) > _NAME and plain(words[0]) in FIRST_NAMES:
        told = _held(" ".join(words[_NAME:]))
        return told and replace(told, name=Name(*map(_capital, words[:_NAME])))
    first = next(FUNCTIONS.find(plain(said).split()), None)
    if first is None or first.start != 0:
        return None
    if len(words) > _NAME and plain(words[-_NAME]) in FIRST_NAMES:
        name = Name(*map(_capital, words[-_NAME:]))
        return replace(_placed_at(" ".join(words[:-_NAME])), name=name)
    return _placed_at(said)


def _placed_at(said: str) -> Person:
    of_one = _OF_ONE.fullmatch(said)
    if of_one is not None:
        return Person(function=of_one["what"], organisation=of_one["body"])
    role = roles.parts(said)
    return Person(function=role.function, organisation=role.organisation)


def _capital(word: str) -> str:
    return word if word != word.lower() else word.title()


_NAME = 2
"""A first name and a last one."""


def with_all(scene: Scene, people: Sequence[Person]) -> list[Person]:
    """The people as they are listed; what is known of one of them is that of the same function."""
    roster = read(scene.text)
    named = {" ".join(one.name or ()).lower() for one in people if one.name}
    if roster is None or not named <= {" ".join(one.name or ()).lower() for one in roster.people}:
        return [*people]
    return list(_placed(scene, roster.people))


def _placed(scene: Scene, listed: Sequence[Person]) -> Iterator[Person]:
    free = {at: one for at, one in enumerate(scene.known, 1) if not one.is_writing}
    for person in listed:
        at = scene.writing if person.is_writing else _same(person, free)
        free.pop(at, None)
        yield replace(person, place=max(at, 0))


def _same(person: Person, known: dict[int, Known]) -> int:
    said = plain(person.function or "")
    return next((at for at, one in known.items() if plain(one.function) == said), 0)
