"""Every fact of a free message: how many, where from, who they are, how to reach them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.understanding import (
    accents,
    company,
    counted,
    emails,
    headcounts,
    introduced,
    mistyped,
    office_words,
    people,
    phones,
    refusals,
    roles,
    roster,
    shouted,
    signatures,
    spelling,
    territories,
    unmeant,
    which_territory,
    whose_number,
    writers,
)
from bot.understanding.names import Name
from bot.understanding.normal import plain
from bot.understanding.person import Person
from bot.understanding.results import Doubtful, Reading, Understood
from bot.understanding.signatures import Signature
from bot.understanding.tagger import Span
from bot.understanding.telling.scene import Scene
from bot.understanding.territories import capitalised

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
    is_for_others: bool = False
    """Who writes registers others, and does not come."""
    writer: Name | None = None
    """Who signs the message, or says who they are, whether they come or not."""
    is_territory_claimed: bool = False
    """« le territoire, c’est le Trièves »: said in so many words."""
    agrees: bool = False
    """All that was shown is right, but for what is put right."""
    is_unowned: bool = False
    """It tells a function or an organisation, and not whose."""
    without: frozenset[str] = frozenset()
    """Which of `email` and `phone` who writes has none of, as they say."""
    rest: str = ""
    """The text without what was understood of size, e-mail and telephone."""

    @property
    def others(self) -> tuple[Person, ...]:
        """Those who come besides who writes."""
        return tuple(one for one in self.people if not one.is_writing and not one.leaves)

    def beside(self, more: "Facts") -> "Facts":
        """The same, with what a clause by itself says of those known, where nothing is said."""
        claimed = more.territory if more.is_territory_claimed else None
        return replace(
            self,
            territory=claimed if claimed and not self.is_territory_claimed else self.territory,
            is_territory_claimed=self.is_territory_claimed or more.is_territory_claimed,
            people=_beside(self.people, more.people),
            email=self.email or more.email,
            phone=self.phone or more.phone,
        )

    @property
    def kinds(self) -> int:
        """How many different things it says; a person with their function says two."""
        told = [self.size, self.territory, self.email, self.phone]
        named = sum(
            (one.name is not None or bool(one.called)) + (one.function is not None)
            for one in self.people
        )
        return sum(one is not None for one in told) + named


def _beside(told: Sequence[Person], more: Sequence[Person]) -> tuple[Person, ...]:
    """People as a message tells of them, and what a clause says of them besides."""
    known = {
        one.place: one
        for one in more
        if one.place and not one.leaves and (one.function or one.organisation or one.phone)
    }
    merged = [
        replace(
            one,
            function=one.function or known[one.place].function,
            organisation=one.organisation or known[one.place].organisation,
            phone=one.phone or known[one.place].phone,
        )
        if one.place in known
        else one
        for one in told
    ]
    places = {one.place for one in told}
    return (*merged, *(one for place, one in known.items() if place not in places))


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


@lru_cache(maxsize=8)  # several readers look at the text at hand
def read(scene: Scene, largest: int, *, country: str = "FR") -> Facts:
    """Read what a message says; `largest` is the largest party there is."""
    quiet = shouted.quietly(scene.text)
    if quiet != scene.text:
        return _loudly(read(replace(scene, text=quiet), largest, country=country))
    line = signatures.without_salutation(company.not_without(scene.text[:READ_AT_MOST]))
    line = unmeant.without(signatures.without_closing(line))
    signed = signatures.of(line)
    body = line if signed is None else line[: signed.start]
    body = office_words.put_plainly(mistyped.put_right(spelling.in_one(body)), writer=scene.writer)
    body = roles.with_offices(body, writer=scene.writer)
    plainly = replace(scene, text=body)
    found, coming = people.told(plainly)
    spans = [span for span, _, _ in found.heard.spans]
    line = _without_theirs(line, coming)
    coming = [_with_number(one, country=country) for one in coming]
    if signed is not None:
        signed = _briefly(signed, scene.one(scene.writing).function)
        coming = _signed(coming, signed, is_alone=not found.writer.leaves)
    left, email = _email(line)
    left, phone = _phone(left, country=country)
    email = email or _said(line, spans, "email", emails.read) or _writers_own(line, coming)
    phone = phone or _said(line, spans, "phone", lambda said: phones.read(said, country=country))
    if phone is None and scene.question in ("email", "phone") and email is None:
        told = phones.read(line, country=country)
        phone = told.value if isinstance(told, Understood) else None
    claimed = which_territory.claimed_in(body, spans)
    territory = claimed or which_territory.read(body, spans)
    territory = territory or which_territory.represented(body, spans)
    territory = territory or which_territory.commune(body, spans)
    if territory is None:
        territory = _unclaimed(body, spans, coming, is_asked=scene.question == "territory")
    if claimed is not None and plain(body).count(plain(claimed)) == 1:
        coming = [_not_there(one, claimed) for one in coming]
    if people.stays_away(found.writer, plainly):
        coming = [one for one in coming if not writers.is_their_secretary(one.function, one.name)]
    if headcounts.is_perhaps(body):
        coming = [one for one in coming if one.name or one.called or one.is_writing or one.place]
    is_new = not scene.known and not people.stays_away(found.writer, plainly)
    size = headcounts.besides_who_writes(body, spans, largest) if is_new else None
    size = size or headcounts.read(body, spans, largest)
    if size is None and is_new:
        size = headcounts.of_a_list(body, spans, largest)
    if size is None and all(one.is_writing for one in scene.known):
        size = roster.number(body)
    return Facts(
        size=size,
        territory=territory,
        people=tuple(coming if size is None else counted.no_more_than(size, coming, scene)),
        email=email,
        phone=phone,
        is_for_others=people.stays_away(found.writer, plainly),
        writer=signed.name if signed else introduced.name(body, account=scene.writer),
        is_territory_claimed=claimed is not None,
        agrees=found.agrees,
        is_unowned=found.is_unowned,
        without=refusals.of_reach(line),
        rest=_rest(line, spans, left),
    )


def _loudly(told: Facts) -> Facts:
    """Names of a message that was shouted, written as names are."""
    return replace(
        told,
        people=tuple(
            replace(
                one,
                name=Name(*map(_proper, one.name)) if one.name else None,
                called=_proper(one.called),
                function=one.function and accents.given_back(one.function),
                organisation=one.organisation and accents.given_back(capitalised(one.organisation)),
            )
            for one in told.people
        ),
    )


def _proper(name: str) -> str:
    return accents.given_back(shouted.title(name))


def _without_theirs(line: str, coming: Sequence[Person]) -> str:
    """The text with blanks for the numbers of others: what is left is who writes'."""
    for number in filter(None, (one.phone for one in coming)):
        line = line.replace(number, " " * len(number), 1)
    return line


def _with_number(person: Person, *, country: str) -> Person:
    """Their number in E.164; None where it is no valid one."""
    reading = phones.read(person.phone, country=country) if person.phone else None
    return replace(person, phone=reading.value if isinstance(reading, Understood) else None)


def _not_there(person: Person, territory: str) -> Person:
    """What is said to be the territory is nobody's organisation."""
    is_it = person.organisation is not None and plain(person.organisation) == plain(territory)
    return replace(person, organisation=None) if is_it else person


def _briefly(signed: Signature, known: str) -> Signature:
    """« adjointe au maire de Die » tells no more than a longer function that is noted."""
    said = plain(signed.function or "").split()[:_HEAD]
    is_shorter = len(plain(signed.function or "")) <= len(plain(known))
    is_known = bool(said) and is_shorter and {*said} <= {*plain(known).split()}
    return replace(signed, function=None) if is_known else signed


_HEAD = 3
"""So many words of a function say what it is."""


def _signed(coming: Sequence[Person], signed: Signature, *, is_alone: bool) -> list[Person]:
    """Tell of who writes what their signature says, where they come."""
    own = next((one for one in coming if one.is_writing), None)
    if own is None and (coming or not is_alone):
        return [*coming]
    own = own or Person(is_writing=True)
    whole = replace(
        own,
        name=own.name or signed.name,
        function=own.function or signed.function,
        organisation=own.organisation or signed.organisation,
    )
    return [whole, *(one for one in coming if not one.is_writing)]


def _unclaimed(
    line: str, spans: Sequence[Span], coming: Sequence[Person], *, is_asked: bool
) -> str | None:
    """« Luc Vial, mairie de Roisey, CC du Vernois »: a body with a territory, and nobody’s own.

    `is_asked`: the territory is; then any body may be one.
    """
    owned = {plain(one.organisation) for one in coming if one.organisation}
    for span in spans:
        said = line[span.start : span.end]
        is_body = span.label == "organisation" and not which_territory.is_shop(said)
        is_owned = any(plain(said) in one for one in owned)
        is_one = is_body and (is_asked or territories.is_body(said))
        is_held = _OF_AN_OFFICE.search(line[: span.start]) is not None
        reading = territories.read(said) if is_one and not (is_owned or is_held) else None
        if isinstance(reading, Understood):
            return reading.value
    return None


_OF_AN_OFFICE = re.compile(
    r"\b(?:pr[ée]sidente?|tr[ée]sori[eè]re?|secr[ée]taire|direct\w+|membre|b[ée]n[ée]vole|salari[ée]e?|adh[ée]rente?)"
    r" (?:de |du |des |d['’])(?:la |l['’])?$",
    re.IGNORECASE,
)
"""« secrétaire des Tréteaux du Rhône »: where an office is held, and no territory."""


def _writers_own(line: str, coming: Sequence[Person]) -> str | None:
    """Of several addresses, that of who writes, or of nobody else, or else of the first."""
    ordered = sorted(coming, key=lambda one: not one.is_writing)
    named = [one.email for one in ordered if one.email]
    if not named or (ordered[0].is_writing and ordered[0].email):
        return next(iter(named), None)
    readings = (emails.read(one.group()) for one in _ADDRESS.finditer(line))
    every = [one.value for one in readings if isinstance(one, Understood)]
    return next((one for one in every if one not in named), named[0])


def _said(
    line: str, spans: Sequence[Span], label: str, read: Callable[[str], Reading[str]]
) -> str | None:
    """Read what stands where a label is; None: nothing does, or two things."""
    found = {
        reading.value
        for span in spans
        if span.label == label
        and isinstance(
            reading := read(line[_word_start(line, span.start) : span.end]), Understood | Doubtful
        )
    }
    return found.pop() if len(found) == 1 else None


def _word_start(line: str, at: int) -> int:
    """Where the word begins that a place is in: « k.ndiaye at… » begins with its « k. »."""
    return line.rfind(" ", 0, at) + 1


def _rest(line: str, spans: Sequence[Span], left: str) -> str:
    """The text without addresses and numbers, whatever way they were told."""
    if any(span.label in ("email", "phone", "size") for span in spans):
        for span in reversed(spans):
            if span.label in ("email", "phone", "size"):
                line = f"{line[: span.start]} {line[span.end :]}"
        left = line if len(line) < len(left) else left
    return left.strip(" ,;.:")


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


def _email(line: str) -> tuple[str, str | None]:
    """The text without its one address, and the address."""
    found = list(_ADDRESS.finditer(line))
    if len({one.group().casefold() for one in found}) != 1:
        return line, None
    reading = emails.read(found[0].group())
    if not isinstance(reading, Understood):
        return line, None
    return _without(line, found[0]), reading.value


_FIGURES = re.compile(r"\d\D?\d\D?\d")


def _phone(line: str, *, country: str) -> tuple[str, str | None]:
    """The text without the numbers written in figures, and the number that is meant."""
    if not _FIGURES.search(line):
        return line, phones.find(line, country=country)
    found = list(whose_number.NUMBER.finditer(line))
    reading = phones.read(line, country=country)
    value = _own_number(line, found, country=country) or _mobile(found, country=country)
    if value is None and not isinstance(reading, Understood):
        return line, None
    if value is None and isinstance(reading, Understood):
        value = reading.value
    for number in reversed(found):
        line = _without(line, number)
    return line, value


def without_numbers(text: str) -> str:
    """Leave out telephone numbers: they count nobody."""
    return whose_number.NUMBER.sub(" ", text)


def _own_number(line: str, found: Sequence[re.Match[str]], *, country: str) -> str | None:
    """Of several numbers, the one that is said to be one's own; None: none, or there is one."""
    for number in found if len(found) > 1 else ():
        before = line[max(0, number.start() - _LEAD_AT_MOST) : number.start()]
        clause = re.split(r"[.;,]", before)[-1]
        if _MINE.search(clause):
            reading = phones.read(number.group(), country=country)
            return reading.value if isinstance(reading, Understood) else None
    return None


def _mobile(found: Sequence[re.Match[str]], *, country: str) -> str | None:
    """Of several numbers, the first mobile one of this country; None: there is one, or none is."""
    for number in found if len(found) > 1 else ():
        reading = phones.read(number.group(), country=country)
        if isinstance(reading, Understood) and _MOBILE.match(reading.value):
            return reading.value
    return None


def number_in(text: str, *, country: str) -> str | None:
    """Give the number that a text tells, E.164; None: none, or several."""
    return _phone(text, country=country)[1]


def number(text: str, *, country: str = "FR") -> str | None:
    """Of several numbers, the one that is one's own, or the mobile one; None: there is but one."""
    found = list(whose_number.NUMBER.finditer(text))
    own = _own_number(text, found, country=country)
    return own or _mobile(found, country=country)


_MOBILE = re.compile(r"\+33[67]")
_MINE = re.compile(r"\b(?:mon|le mien|moi|me|m['’]|my|mine)\b", re.IGNORECASE)


def _without(line: str, found: re.Match[str]) -> str:
    """The text without an address or a number, and what leads to it."""
    start = max(0, found.start() - _LEAD_AT_MOST)
    lead = _LEAD.search(line, start, found.start())
    kept = line[: lead.start() if lead else found.start()]
    return f"{kept}. {line[found.end() :]}"
