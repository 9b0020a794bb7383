"""The words in which an address or a number is told, and whom they name."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.understanding.facts import Facts
from bot.understanding.normal import plain
from bot.understanding.person import Person
from bot.understanding.telling.scene import Known

REACH = (
    r"(?:adresse|e-?mails?|mail|m[ée]l|courriel|num[ée]ro|num|t[ée]l\w*|portable|mobile|fixe|phone"
    r"|address|number|cell)\b"
)
OWN = re.compile(
    rf"\b(?:mon|ma|mes|my)\s(?:\w+\s){{0,2}}{REACH}|\b(?:le mien|la mienne|mine|me joindre"
    r"|m['’](?:[ée]cri|appel|avoir|envoy)\w*|(?:appel|contact)\w*[- ]moi"
    r"|me (?:contacter|t[ée]l[ée]phoner)"
    r"|reach me|call me|(?:pour|à) moi|for me)\b|\bmoi\s*(?:,?\s*c['’]?est|:)",
    re.IGNORECASE,
)
THEIR = re.compile(
    rf"\b(?:son|sa|ses|his|her)\s(?:\w+\s){{0,2}}{REACH}|\b(?:le sien|la sienne|hers)\b"
    r"|\b(?:la|le|lui|l['’])\s?(?:joindre|joign\w+|contacte[rz]|appele[rz]|t[ée]l[ée]phoner)\b"
    r"|\b(?:appel|contact|joign|t[ée]l[ée]phon)\w+[- ](?:la|le|lui)\b"
    r"|\b(?:elle|il) est (?:\w+ )?joignable"
    r"|\b(?:elle|il) (?:r[ée]pond|pr[ée]f[èe]re) (?:\w+ ){0,3}(?:au|sur)\b"
    r"|\b(?:call|reach) (?:her|him)\b",
    re.IGNORECASE,
)


def _mentions(said: str, known: Sequence[Known]) -> list[tuple[int, int]]:
    """Where in words each of those known is named, also in an address, and their place."""
    plain_text = plain(said.replace("@", " ").replace(".", " "))
    found = []
    for at, one in enumerate(known, 1):
        names = [word for word in one.words if len(word) > 2]
        spots = [
            spot.start()
            for word in names
            if sum(word in other.words for other in known) == 1
            for spot in re.finditer(rf"\b\w?{re.escape(word)}\b", plain_text)
        ]
        if own := office(one, known):
            spots += [spot.start() for spot in re.finditer(by_office(own), plain_text)]
        found += [(max(spots), at)] if spots else []
    return sorted(found)


def office(one: Known, known: Sequence[Known]) -> str:
    """The head of their function, where nobody else known has one of that head; else nothing."""
    heads = [next(iter(plain(other.function).split()), "") for other in known]
    own = next(iter(plain(one.function).split()), "")
    return own if len(own) > 3 and heads.count(own) == 1 else ""


def by_office(office: str) -> str:
    """« celui du président », « pour notre maire »; « l’adjoint au maire » is not the mayor."""
    of = r"(?:du|la|le|l|notre|mon|ma|monsieur|madame|m|mme)"
    return rf"(?<!adjoint au )(?<!adjointe au )(?:^|\b{of} ){re.escape(office)}\b"


def mentioned(said: str, known: Sequence[Known]) -> int | None:
    """Who of those known is named last in words; None: nobody."""
    found = _mentions(said, known)
    return found[-1][1] if found else None


def mentioned_first(said: str, known: Sequence[Known]) -> int | None:
    """Who of those known is named first in words; None: nobody."""
    found = _mentions(said, known)
    return found[0][1] if found else None


def known_at(known: Sequence[Known], at: int) -> Person:
    """Tell of the one known at a place (1 and up)."""
    one = known[at - 1]
    return Person(called=f"{one.first} {one.last}".strip(), place=at)


def given(told: Facts, whom: Person, *, email: str | None, phone: str | None) -> Facts:
    """Tell an address and a number of somebody, and no more of who writes."""
    if email is None and phone is None:
        return told
    people, is_told = list[Person](), False
    for one in told.people:
        is_it = one.place == whom.place if whom.place else one.name == whom.name
        is_told |= is_it
        people.append(
            replace(one, email=email or one.email, phone=phone or one.phone) if is_it else one
        )
    if not is_told:
        people.append(Person(place=whom.place, email=email, phone=phone))
    return replace(
        told,
        people=tuple(people),
        email=None if email else told.email,
        phone=None if phone else told.phone,
    )
