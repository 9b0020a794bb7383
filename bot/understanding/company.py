"""Who comes, as a free message says it: their functions, and who of them writes."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.understanding import people, roles
from bot.understanding.functions import FUNCTIONS, LITTLE
from bot.understanding.names import Name, is_title
from bot.understanding.normal import plain, vocabulary
from bot.understanding.people import Named
from bot.understanding.results import Understood
from bot.understanding.roles import Role


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who comes. Without a name: the person who writes."""

    name: Name | None = None
    role: Role | None = None
    is_writing: bool = False


_MYSELF = re.compile(r"\b(?:moi(?:[ -]m[êe]me)?|myself|(?:and )me|me(?= and|,)|I(?= and))\b")
_I_AM = re.compile(
    r"\b(?:je suis|je m['’ ]?appelle|moi,?(?: c['’ ]?est)?|me|i am|i['’]m|my name is|ici)[\s,:]*$",
    re.IGNORECASE,
)
ME_THEN = re.compile(r"\b(?:moi|me|myself)\s*,\s*(?=$|[A-ZÀ-Ý])")
_MY_ROLE = re.compile(
    r"\b(?:je suis|j['’]suis|i am|i['’]m)\s+(?:aussi |moi-m[êe]me |l[ae] |l['’]|an? |the |une? )?"
    r"(?P<role>[^.;!?\n]+)",
    re.IGNORECASE,
)
_COMPANY = re.compile(
    r"\b(?:avec|with|accompagn\w+ (?:de|d['’]|par))[\s,]+(?:\w+[\s,]+){0,3}$", re.IGNORECASE
)
_SIGNED = re.compile(
    r"\b(?:cordialement|salutations|sinc[èe]res?|regards|amicalement|bien [àa] vous)[\s,.]*$", re.I
)
_FOR_OTHERS = re.compile(
    r"\b(?:inscri(?:re|s|vez|vons)|register)[\s:]+(?:\w+[\s,.]+){0,4}$", re.IGNORECASE
)
# « , maire de Lupé et Mme », where the next name begins.
_TAIL = re.compile(r"[\s,]*(?:\b(?:et|and|avec|with|ainsi que|puis)\b[^,.;()]{0,40})?$")
_AND_SOMEBODY = re.compile(r"\s+(?:et|and|avec|with)\s+(?=[A-ZÀ-Ý][\w'’-]+ [A-ZÀ-Ý]).*$")
_NEXT_SENTENCE = re.compile(r"\s+(?:on|nous|je|j['’]|we|i|my|mon|mes)\s.*$", re.IGNORECASE)
_OTHERS_COME = re.compile(
    r"\b(?:(?:elle|il) (?:viendra|sera|participe)|(?:elle|il)s (?:viendront|seront|participe)"
    r"|(?:assistante?|secr[ée]taire|collaborat\w+) d(?:e|u) (?:m\b|mme|madame|monsieur|maire))",
    re.IGNORECASE,
)
_THE_COMMUNE = re.compile(r"\bde (?:la|notre) (?:commune|mairie|ville)\b", re.IGNORECASE)


def coming(line: str, found: list[Named], size: int | None) -> tuple[Person, ...]:
    """Those who come, who writes among them where they say so.

    « moi, Léa Vial et Jean Roche » are two or three: the number says whether Léa writes.
    """
    me_apart = size == len({one.name for one in found}) + 1
    listed: list[Person] = []
    told = 0  # up to where the text is about those before
    for one, following in pairwise([*found, None]):
        if one is None:
            continue
        end = len(line) if following is None else following.start
        before = line[: one.start]
        if _SIGNED.search(before):
            listed = [_signing(person, one.name) for person in listed]
            continue
        if any(person.name == one.name for person in listed):
            continue
        after = line[one.end : end] if following is None else _TAIL.sub("", line[one.end : end])
        role = _role_after(after) or _role_before(line[told : one.start])
        told = one.end if _role_after(after) is None else one.end + len(after)
        is_apart = me_apart and ME_THEN.search(before)
        listed.append(Person(one.name, role, bool(_I_AM.search(before)) and not is_apart))
    return _with_company(line, _with_writer(line, found, listed))


def _signing(person: Person, name: Name) -> Person:
    return replace(person, is_writing=True) if person.name == name else person


def _with_writer(line: str, found: list[Named], listed: list[Person]) -> list[Person]:
    """Add who writes, where they come too, and what they say of themselves."""
    own = _own_role(line, found)
    if not any(person.is_writing for person in listed):
        first = found[0].start if found else len(line)
        comes = _MYSELF.search(line) or (found and _COMPANY.search(line[:first]))
        for_others = found and _FOR_OTHERS.search(line[:first])
        if not comes and (for_others or found or own is None or _OTHERS_COME.search(line)):
            return listed
        if not comes:
            return [Person(None, own, is_writing=True)]
        place = len(listed) if comes and _says_myself_last(line, found) else 0
        listed.insert(place, Person(None, None, is_writing=True))
    if own is None:
        return listed
    return [
        replace(person, role=person.role or own) if person.is_writing else person
        for person in listed
    ]


def _says_myself_last(line: str, found: list[Named]) -> bool:
    said = _MYSELF.search(line)
    return bool(said and found and said.start() > found[0].start)


def _own_role(line: str, found: list[Named]) -> Role | None:
    """« Je suis DGS de la commune »."""
    for said in _MY_ROLE.finditer(line):
        if any(said.start("role") <= one.start < said.end("role") for one in found):
            stop = min(one.start for one in found if one.start >= said.start("role"))
            role = _role(line[said.start("role") : stop])
        else:
            role = _role(said["role"])
        if role is not None:
            return role
    return None


def _role_after(text: str) -> Role | None:
    """« (maire de Roisey) », « , vice-présidente, CC du Pilat Rhodanien et »."""
    said = re.split(r"[.;!?\n()]", text.lstrip(" ,(:–-"), maxsplit=1)[0]
    said = re.sub(
        r"^(?:(?:et|and)\s+(?=je suis|i am|i['’]m))?(?:(?:son|sa|leur|notre|mon|ma|our"
        r"|my)\s+|(?:qui|who) (?:est|is)|est|c['’]est"
        r"|je suis|is|i am)?\s*",
        "",
        said,
    )
    return _role(said)


def _role(said: str) -> Role | None:
    """A function, its organisation if what follows a comma is one; None when it is neither."""
    said = _AND_SOMEBODY.sub("", said)
    parts = [part.strip() for part in re.split(r"\s*,\s*", said)]
    head = re.split(r"\s+(?:et|and|avec|with)\s*(?:moi\b.*|me\b.*|$)", parts[0])[0]
    head = re.sub(r"\s+(?:et|and)$", "", _NEXT_SENTENCE.sub("", head))
    if not _is_role(head):
        return None
    body = parts[1] if len(parts) > 1 and _is_body(parts[1]) else ""
    body = re.split(r"\s+(?:et|and|avec|with)\s*(?:moi\b.*|$)", body)[0]
    reading = roles.read(f"{head}, {body}" if body else head)
    return reading.value if isinstance(reading, Understood) else None


_NO_FUNCTION = vocabulary(
    "association asso associations club collectif cld codev comite elus elues agents agentes"
    " techniciens techniciennes collegues"
)
"""What begins no single person’s function: an organisation, or people."""


def _is_role(text: str) -> bool:
    words = [word for word in plain(text).split() if word not in LITTLE]
    found = next(FUNCTIONS.find(words), None)
    is_plain = found is not None and found.start <= 1 and len(words) <= 12
    if words and words[0] in _NO_FUNCTION:
        return False
    return is_plain and not re.search(r"\b(?:pas|plus|ne|pour|serons|sera)\b", text)


def _is_body(text: str) -> bool:
    named = re.match(r"(?:l[ae] |l['’])?[A-ZÀ-Ý]", text) and not people.find(text)
    return bool(named) or bool(
        re.match(r"(?:mairie|commune|cc|communaut|parc|pnr|association|syndicat|agglo)", text, re.I)
    )


def _role_before(text: str) -> Role | None:
    """« Monsieur le Maire, », « notre DGS »."""
    said = re.split(r"[.;:!?\n()]|\bet\b|\bavec\b|\band\b|\binscri\w+", text)[-1]
    words = re.sub(r"\b(?:monsieur|madame|m|mme)\b\.?", "", said.strip(" ,"), flags=re.I).split()
    while words and plain(words[0]) in LITTLE | {"notre", "our", "my", "mon", "ma", "son", "sa"}:
        words.pop(0)
    function = " ".join(words).strip(" ,")
    if not function or not is_title(function):
        return None
    reading = roles.read(function[0].lower() + function[1:] if words[0].istitle() else function)
    return reading.value if isinstance(reading, Understood) else None


def _with_company(line: str, listed: list[Person]) -> tuple[Person, ...]:
    """« DGS de la commune », beside the mayor of Roisey: at Roisey’s town hall."""
    halls = {
        person.role.organisation
        for person in listed
        if person.role and (person.role.organisation or "").startswith("mairie ")
    }
    if len(halls) != 1 or not _THE_COMMUNE.search(line):
        return tuple(listed)
    (hall,) = halls
    return tuple(
        replace(person, role=person.role._replace(organisation=hall))
        if person.role and person.role.organisation is None and person.is_writing
        else person
        for person in listed
    )
