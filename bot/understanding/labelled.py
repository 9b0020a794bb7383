"""One answer, named by what it is: « ma fonction, c’est directrice », « mettez société civile »."""

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.party import Category
from bot.understanding.normal import plain


class Label(StrEnum):
    """Which answer is named."""

    FUNCTION = "function"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class Labelled:
    """What an answer is said to be, and of whom: words; empty, it is not said."""

    label: Label
    value: str
    whom: str = ""
    is_own: bool = False


_STATED = re.compile(
    r"(?<![\w'’-])(?P<whose>ma|mon|my|sa|son|his|her|la|le|l['’]|the)?\s?"
    r"(?:(?P<function>fonction|titre|poste|m[ée]tier|profession|job|title|function|role)"
    r"|structure|organisation|organisme|association|asso|employeur|employer|organization)\b"
    r"(?: (?:exacte?|officiel(?:le)?|actuel(?:le)?))?"
    r"(?: (?:de |d['’]|of |pour )(?P<whom>[\w'’ -]{2,40}?))?"
    r"(?:\s*,?\s+(?:c(?:['’ ]?est)?|ce serait|est|serait|s['’ ]appelle|is|should be)|\s*[:=])\s+"
    r"(?P<value>[^.;!?\n]{2,90})",
    re.IGNORECASE,
)
_REVERSED = re.compile(
    r"\bc['’ ]?(?:est\s)?(?P<value>[\w'’ -]{3,60}?),?\s+(?P<whose>ma|sa|son|mon)\s+"
    r"(?P<function>fonction|titre|poste)\b",
    re.IGNORECASE,
)
_RATHER = re.compile(
    r"\s*,?\s+(?:et )?(?:pas|non|au lieu d\w*|plut[ôo]t qu\w*|not|rather than)\b.*$", re.I | re.S
)


def stated(text: str) -> list[Labelled]:
    """Each answer that is named and given: « la fonction de Luc est maire, et non adjoint »."""
    return [
        Labelled(
            Label.FUNCTION if found["function"] else Label.ORGANISATION,
            _RATHER.sub("", found["value"]).strip(" ,«»\"'’"),
            found["whom"] or "",
            (found["whose"] or "").lower() in ("ma", "mon", "my"),
        )
        for found in _STATED.finditer(text)
    ] + [
        Labelled(Label.FUNCTION, found["value"].strip(), is_own=found["whose"].lower() == "ma")
        for found in _REVERSED.finditer(text)
    ]


# ---- in what capacity

_CAPACITIES = {
    Category.ELECTED: r"elue?|elected",
    Category.STAFF: r"agente?|technicien(?:ne)?|fonctionnaire|staff",
    Category.CIVIL: r"(?:la )?societe civile(?: organisee)?|associati(?:f|ve)"
    r"|(?:organised )?civil society(?: one)?|voluntary(?: sector)?",
}
_NOT = (
    r"(?:pas|non|ni|plutot qu|au lieu d|plutot que|plutot [a-z ]{3,40} qu?e?|not|rather than"
    r"|instead of)"
)
_DENIED = rf"\b{_NOT}(?: (?:comme|vraiment|really|an?|en tant qu|d|de|une?|l|la|le|cette?))* "
_AFTER = r" (?:non\b|pas (?:vraiment|du tout|$)|(?:and|mais|but) (?:i m|i am|he s|she s) not)"


def capacity(text: str) -> tuple[Category | None, Category | None]:
    """In what capacity somebody is said to come, and in which they are said not to.

    None: it is not said, or of several.
    """
    sentence = plain(text)
    said: set[Category] = set()
    denied: set[Category] = set()
    for category, names in _CAPACITIES.items():
        refused = re.compile(rf"{_DENIED}(?:{names})\b|\b(?:{names}){_AFTER}")
        denied |= {category} if refused.search(sentence) else set()
        rest = refused.sub(" ", sentence)
        said |= {category} if re.search(rf"\b(?:{names})\b", rest) else set()
    return _only(said), _only(denied)


_CLAUSE = re.compile(
    r"\s*[,;.!?]\s*|\s+(?:et|mais|and|but)\s+(?=(?:moi|je|elle|il|i|she|he)\b)", re.I
)


def clauses(text: str) -> list[str]:
    """The parts of a sentence, each about somebody: « Luc est élu, et moi je suis agente »."""
    return [one for one in _CLAUSE.split(text) if one.strip()]


def is_capacity(words: str) -> bool:
    """Whether words say in what capacity somebody comes, and no function: « société civile »."""
    every = f"{_CAPACITIES[Category.CIVIL]}|{_CAPACITIES[Category.ELECTED]}|agente?"
    return re.fullmatch(every, plain(words)) is not None


def _only(found: set[Category]) -> Category | None:
    return next(iter(found)) if len(found) == 1 else None


# ---- who is written to

_CONTACT = re.compile(
    r"\b(?:contact|qui (?:vous )?(?:ecri\w+|parle)|vous (?:m )?ecri\w+|personne a (?:contacter"
    r"|joindre|prevenir)|qui (?:fait|a fait) l inscription|je suis|i am|i m)\b"
)
_NOT_THEM = re.compile(r"\b(?:pas|non|not|et pas|et non)\b(?: \w+){1,4}")


_FEW = 8
"""Words after « contact » that say who it is."""


def contact(text: str) -> str | None:
    """The words that say who is written to: « le contact, c’est moi, pas Odile »; None: none do."""
    sentence = _NOT_THEM.sub(" ", plain(text))
    found = _CONTACT.search(sentence)
    return " ".join(sentence[found.start() :].split()[:_FEW]) if found else None
