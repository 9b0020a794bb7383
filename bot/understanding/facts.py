"""Every fact of a free message: how many, where from, who they are, how to reach them.

Precision comes before recall: what is not sure is left out, and asked.
"""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.understanding import emails, people, phones, roles, sizes, territories
from bot.understanding.functions import FUNCTIONS, LITTLE
from bot.understanding.names import Name, is_title
from bot.understanding.names import read as read_name
from bot.understanding.normal import plain, vocabulary
from bot.understanding.people import Named
from bot.understanding.results import Understood
from bot.understanding.roles import Role

READ_AT_MOST = 2000
"""Characters of a message."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who comes. Without a name: the person who writes."""

    name: Name | None = None
    role: Role | None = None
    is_writing: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """What a message says for sure; None, and nobody: it does not say."""

    size: int | None = None
    territory: str | None = None
    people: tuple[Person, ...] = ()
    email: str | None = None
    phone: str | None = None
    rest: str = ""
    """The text without what was understood of size, e-mail and telephone."""

    @property
    def kinds(self) -> int:
        """How many different things it says; a person with their function says two."""
        told = [self.size, self.territory, self.email, self.phone]
        named = sum((one.name is not None) + (one.role is not None) for one in self.people)
        return sum(one is not None for one in told) + named


# What comes before an address or a number without being a fact: « et mon mail c’est ».
_LEAD = re.compile(
    r"[,;.]?\s*\b(?:(?:et|ou|and|or)\s+)?(?:(?:mon|ma|my|pour me joindre|joignable)\b\s*)?"
    r"(?:(?:au|sur)\s+)?(?:adresse\s*)?(?:(?:e-?mail|mail|mel|courriel|adresse|t[ée]l(?:[ée]phone)?"
    r"|portable|mobile|num[ée]ro|phone|number)\b\.?)?\s*(?:(?:c['’ ]?est|est|is)\b"
    r"|:)?\s*(?:le\s+)?$",
    re.IGNORECASE,
)
_LEAD_AT_MOST = 60
_IN_ADDRESS = r"[^\s<>()\[\]:;,\"«»@]"
_ADDRESS = re.compile(rf"(?<!{_IN_ADDRESS}){_IN_ADDRESS}++@{_IN_ADDRESS}++")
_NUMBER = re.compile(r"(?<![\w+])(?:\+|\b)\(?[\doO](?:[ ./()_-]{0,2}[\doO]){8,13}\b")


def read(text: str, largest: int, *, country: str = "FR", named: bool = False) -> Facts:
    """Read what a message says; `largest` is the largest party there is.

    `named`: somebody’s name is what was asked for, so that one that begins the text is one, known
    or not.
    """
    line = re.sub(r"\s*\n\s*", ". ", text[:READ_AT_MOST].strip())
    line, email = _email(line)
    line, phone = _phone(line, country)
    found = people.find(line)
    if named and not found:
        found = _first_words(line)
    size, span = _size(line, found, largest)
    territory = _territory(line)
    coming = _people(line, found)
    size = _agreed(size, coming, largest, is_vague=bool(_UNNAMED.search(line)))
    rest = line[: span[0]] + line[span[1] :] if span else line
    return Facts(size, territory, coming, email, phone, rest.strip(" ,;.:"))


_OWN = re.compile(r"\b(?:mon|ma|mes|me|m|my|mine|joindre|contact)\b", re.IGNORECASE)


def says_own(text: str) -> bool:
    """Say whether an e-mail or a number is said to be that of who writes: « mon mail »."""
    return bool(_OWN.search(text))


def _email(line: str) -> tuple[str, str | None]:
    """The text without its one address, and the address."""
    found = list(_ADDRESS.finditer(line))
    if len({one.group().casefold() for one in found}) != 1:
        return line, None
    reading = emails.read(found[0].group())
    if not isinstance(reading, Understood):
        return line, None
    return _without(line, found[0]), reading.value


def _phone(line: str, country: str) -> tuple[str, str | None]:
    """The text without the numbers written in figures, and the number that is meant."""
    reading = phones.read(line, country=country)
    if not isinstance(reading, Understood):
        return line, None
    for number in reversed(list(_NUMBER.finditer(line))):
        line = _without(line, number)
    return line, reading.value


def _without(line: str, found: re.Match[str]) -> str:
    """The text without an address or a number, and what leads to it."""
    start = max(0, found.start() - _LEAD_AT_MOST)
    lead = _LEAD.search(line, start, found.start())
    kept = line[: lead.start() if lead else found.start()]
    return f"{kept}. {line[found.end() :]}"


def _first_words(line: str) -> list[Named]:
    """The name that opens the text, before a bracket or a comma and a function."""
    head = re.match(r"\s*([^,(;:]+?)\s*[,(]", line)
    if head is None:
        return []
    reading = read_name(head[1])
    return (
        [Named(reading.value, head.start(1), head.end(1))]
        if isinstance(reading, Understood)
        else []
    )


# ---- how many

_COUNTING = re.compile(
    r"(?<!\bsi )(?<!\bif )\b(?:(?:on|nous|ns|n[ou]us)\s+(?:ne\s+)?(?:y\s+)?(?:sera|serons"
    r"|serions|serait|est|sommes"
    r"|vient|venons|viendra|viendrons|arrive|arrivons)\b|(?:ns|nous)\s+(?=\d|deux|trois)"
    r"|je\s+(?:viens|viendrai|serai|suis)\s+(?=seule?\b|tou[te]+ seule?\b|avec\b)"
    r"|(?:inscription|r[ée]servation) pour (?=\d|deux|trois)|(?:inscri\w+|pour|[àa]"
    r"|register)\s+(?=(?:\d+|une?|deux|trois|quatre|cinq|six|two|three)\s+"
    r"(?:personnes?|people|agents?|[ée]lus?|places?)\b)|(?:inscri\w+|en|comme|un)\s+(?=(?:un\s+)?"
    r"(?:bin[ôo]me|trin[ôo]me)\b)|(?:we|there)(?:['’]?ll| will|['’]re| are)\s+(?:be\s+)?"
    r"(?=\w+)|(?=\b(?:two|three|\d) of us\b))",
    re.IGNORECASE,
)
_END_OF_COUNT = re.compile(r"[:.;(!?\n]|\bavec\b|\bwith\b|\bje\b|\bdu\b|\bde la\b")
_UNNAMED = re.compile(
    r"\b(?:mon|ma|mes|notre|nos|une?|deux|trois|des|my|our|a)\s+(?:coll[èe]gues?|bin[ôo]mes?|stagiaires?"
    r"|colleagues?|adjointe?s?|[ée]lue?s?|agente?s?|techniciens?|voisine?s?)\b(?!\s*[,:]?\s*[A-ZÉ])",
)


def _size(line: str, found: list[Named], largest: int) -> tuple[int | None, tuple[int, int] | None]:
    """The number that is said, and where; none when two places say different ones."""
    said: dict[int, tuple[int, int]] = {}
    for counting in _COUNTING.finditer(line):
        end = _end_of_count(line, counting, found)
        reading = sizes.read(line[counting.start() : end], largest)
        if isinstance(reading, Understood):
            said.setdefault(reading.value, (counting.start(), end))
    if len(said) != 1:
        return None, None
    return next(iter(said.items()))


def _end_of_count(line: str, counting: re.Match[str], found: list[Named]) -> int:
    is_company = line[counting.end() :].startswith("avec")
    after = counting.end() + (len("avec") if is_company else 0)
    end = _END_OF_COUNT.search(line, after)
    ends = [end.start()] if end else [len(line)]
    ends += [one.start for one in found if one.start >= counting.end()]
    return min([*ends, counting.end() + 60])


def _agreed(
    size: int | None, coming: tuple[Person, ...], largest: int, *, is_vague: bool
) -> int | None:
    """The number said, if those named are no more; else how many are named, if all of them are."""
    if size is not None:
        return size if len(coming) <= size else None
    if is_vague or not 2 <= len(coming) <= largest:
        return None
    return len(coming)


# ---- where from

_TERRITORY = re.compile(
    r"\b(?:(?:nous|on|je)\s+(?:y\s+)?(?:venons|vient|viens|sommes|est|suis|repr[ée]sente\w*)\s+"
    r"(?:(?:tous|toutes|[àa])\s+\w+\s+)?(?:deux\s+)?(?:du|de la|des|de l['’]|de|d['’]|la|le|les)\s*"
    r"|(?:\d|deux|trois)\s+(?:personnes?\s|[ée]lue?s?\s|agente?s?\s)?(?:du|de la|des|de l['’])\s*"
    r"|(?:notre |mon |le |pour le )?[Tt]erritoire\s*(?:c['’]est|est|:|du|de la|des|de l['’]|de)\s*"
    r"|(?:we|i)(?:['’](?:re|m)| are| am| come)\s+from\s+)"
    r"(?P<name>(?:la |le |les |l['’])?[A-ZÀ-Ý0-9][^,.;:()!?\n]{1,60})",
)
_AFTER_TERRITORY = re.compile(
    r"\s+(?:et|avec|pour|moi|à|on|nous|je|and|with|qui|dans)\b.*$|\s*[-–]\s.*$"
)


def _territory(line: str) -> str | None:
    said = set()
    for found in _TERRITORY.finditer(line):
        reading = territories.read(_AFTER_TERRITORY.sub("", found["name"]))
        if isinstance(reading, Understood):
            said.add(reading.value)
    return said.pop() if len(said) == 1 else None


# ---- who

_MYSELF = re.compile(r"\b(?:moi(?:[ -]m[êe]me)?|myself|(?:and )me|me(?= and|,)|I(?= and))\b")
_I_AM = re.compile(
    r"\b(?:je suis|je m['’ ]?appelle|moi,?(?: c['’ ]?est)?|me|i am|i['’]m|my name is|ici)[\s,:]*$",
    re.IGNORECASE,
)
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
_NEXT_SENTENCE = re.compile(r"\s+(?:on|nous|je|j['’]|we|i|my|mon|mes)\s.*$", re.IGNORECASE)
_OTHERS_COME = re.compile(
    r"\b(?:(?:elle|il) (?:viendra|sera|participe)|(?:elle|il)s (?:viendront|seront|participe)"
    r"|(?:assistante?|secr[ée]taire|collaborat\w+) d(?:e|u) (?:m\b|mme|madame|monsieur|maire))",
    re.IGNORECASE,
)
_THE_COMMUNE = re.compile(r"\bde (?:la|notre) (?:commune|mairie|ville)\b", re.IGNORECASE)


def _people(line: str, found: list[Named]) -> tuple[Person, ...]:
    """Those who come, who writes among them where they say so."""
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
        listed.append(Person(one.name, role, bool(_I_AM.search(before))))
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
    said = re.sub(r"^(?:(?:qui|who) (?:est|is)|est|c['’]est|je suis|is|i am)?\s*", "", said)
    return _role(said)


def _role(said: str) -> Role | None:
    """A function, its organisation if what follows a comma is one; None when it is neither."""
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
