"""Every fact of a free message: how many, where from, who they are, how to reach them.

Precision comes before recall: what is not sure is left out, and asked.
"""

import re
from dataclasses import dataclass

from bot.understanding import company, emails, people, phones, sizes, territories
from bot.understanding.company import Person
from bot.understanding.names import read as read_name
from bot.understanding.people import Named
from bot.understanding.results import Understood

READ_AT_MOST = 2000
"""Characters of a message."""


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
    line, phone = _phone(line, country=country)
    found = people.find(line)
    if named and not found:
        found = _first_words(line)
    size, span = _size(line, found, largest)
    territory = _territory(line)
    coming = company.coming(line, found, size)
    is_vague = bool(_UNNAMED.search(line)) or bool(company.ME_THEN.search(line))
    size = _agreed(size, coming, largest, is_vague=is_vague)
    rest = line[: span[0]] + line[span[1] :] if span else line
    return Facts(size, territory, coming, email, phone, rest.strip(" ,;.:"))


_OWN = re.compile(r"\b(?:mon|ma|mes|me|m|my|mine|joindre|contact)\b", re.IGNORECASE)


_CHANGE = re.compile(
    r"\b(?:annul\w+|retir\w+|supprim\w+|d[ée]sinscri\w+|remplac\w+|[àa] (?:ma|sa|la) "
    r"place|ne \w+ plus"
    r"|n['’]\w+ plus|cancel\w*|instead|d[ée]j[àa] inscri\w+|attente)\b",
    re.IGNORECASE,
)


def is_address(text: str) -> bool:
    """Say whether a text is an e-mail address and nothing else, well written or not."""
    return _ADDRESS.fullmatch(text.strip()) is not None


def says_change(text: str) -> bool:
    """Say whether a message is about what was registered before, not about registering."""
    return bool(_CHANGE.search(text))


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


def _phone(line: str, *, country: str) -> tuple[str, str | None]:
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
    r"|(?<=\s)from\s+(?:the\s+)?|(?:we|i)(?:['’](?:re|m)| are| am| come)\s+from\s+)"
    r"(?P<name>(?:la |le |les |l['’])?[A-ZÀ-Ý][^,.;:()!?\n]{1,60})",
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
