"""Whose an address or a number is that stands alone in a message: « téléphone de Mme Roux : … »."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.understanding import addresses, phones
from bot.understanding.facts import Facts
from bot.understanding.normal import plain
from bot.understanding.person import Person
from bot.understanding.results import Understood
from bot.understanding.telling.scene import Known
from bot.understanding.whose_number import NUMBER, is_mine_alone

_REACH = (
    r"(?:adresse|e-?mails?|mail|m[ée]l|courriel|num[ée]ro|num|t[ée]l\w*|portable|mobile|fixe|phone"
    r"|address|number|cell)\b"
)
_OWN = re.compile(
    rf"\b(?:mon|ma|mes|my)\s(?:\w+\s){{0,2}}{_REACH}|\b(?:le mien|la mienne|mine|me joindre"
    r"|m['’][ée]cri\w+|reach me|(?:pour|à) moi|for me)\b|\bmoi\s*(?:,?\s*c['’]?est|:)",
    re.IGNORECASE,
)
_THEIR = re.compile(
    rf"\b(?:son|sa|ses|his|her)\s(?:\w+\s){{0,2}}{_REACH}|\b(?:le sien|la sienne|hers)\b"
    r"|\b(?:la|le) joindre\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"[\s,;(]+(?:et\s+)?(?:non|pas|au lieu|plut[ôo]t que|instead|not|rather than)\s+(?:pas\s+)?"
    r"(?:(?:de|du|d['’]|le|la|of|than)\s*)*"
    r"(?:[^\s<>()\[\]:;,\"«»@]+@[^\s<>()\[\]:;,\"«»@]+[\w]|(?:\+33|0)[\d .-]{8,14}\d)",
    re.IGNORECASE,
)
_FOR_THE_PARTY = re.compile(
    r"\b(?:pour le contact|comme contact|[àa] utiliser|pas (?:[àa] )?moi|plus (?:[àa] )?moi)\b"
    r"|\bplut[ôo]t (?:que|qu['’]) ?[àa]? ?(?:moi|mon|ma|le mien|la mienne)\b"
    r"|\bplut[ôo]t (?:[àa] )?(?:celui|celle|lui|elle)\b|\bau lieu (?:de|du) (?:mon|ma|mien|moi)\b"
    r"|\b(?:[ée]cri|envoy)\w*[- ](?:lui|leur)\b|\binstead of (?:me|my|mine)\b",
    re.IGNORECASE,
)
"""« mettez plutôt celui de Corinne »: where the party is written to from now on."""
_CLAUSE = re.compile(r"[;\n]|(?<=[.!?])\s|\s(?:et|and)\s", re.IGNORECASE)


_ON = r"(?:(?!\bmais\b|\bet\b)[^,.;!?\n\d])"
_LACKED = re.compile(
    rf"(?:^|[,;.(\n–-]|\b(?:et|mais|par contre|and|but)\b)\s*(?:(?:et|mais|par contre|pour)\s)*"
    rf"(?:(?:le sien|la sienne|les siens|les leurs|le leur|his|hers|theirs"
    rf"|(?:celui|celle|ceux|le {_REACH}|l['’]adresse|l['’]e-?mail|son {_REACH}|sa {_REACH})"
    rf"(?: d[eu] [^,.;!?\n]{{1,30}}?| d['’][^,.;!?\n]{{1,30}}?)?)"
    rf"\s*,?\s*(?:(?:je|j['’]|on|i)\s?)(?:ne\s)?(?:(?:l['’]|le |la |les )\s?)?(?:n['’]?)?"
    rf"(?:ai|a|connais|conna[iî]t|sais|retrouve|don['’]t have)\b{_ON}{{0,40}}"
    rf"|(?:je |j['’]|on )(?:n['’]|ne )?\s?(?:ai|a|connais) (?:pas|plus) "
    rf"(?:le sien|la sienne|les siens|les leurs|le leur|son {_REACH}|sa {_REACH}"
    rf"|(?:celui|celle) d[^,.;!?\n]{{1,30}}){_ON}{{0,30}})",
    re.IGNORECASE,
)
"""« le sien, je ne l’ai pas sous la main »: nothing of anybody's stands there."""
_AN_ADDRESS = r"[^\s<>()\[\]:;,\"«»@]+@[^\s<>()\[\]:;,\"«»@]+\w"
_EITHER = re.compile(
    rf"{_AN_ADDRESS}[\s,]+(?:ou|or)\b"
    r"(?:\s(?:alors|bien|peut[- ][êe]tre|sinon|c['’]est|else|maybe))*\s+"
    rf"{_AN_ADDRESS}",
    re.IGNORECASE,
)
"""« a@b.fr ou alors c@d.fr, je ne sais plus »: neither is told."""
_NEGATED = re.compile(r"\b(?:pas|plus|not|don['’]t)\b", re.IGNORECASE)


def without_denied(text: str) -> str:
    """Leave out what is said to be wrong or not known: « …@b.fr et non de …@a.fr »."""
    text = _EITHER.sub("", text) if text.count("@") > 1 else text
    lacked = _LACKED.sub(lambda said: "" if _NEGATED.search(said[0]) else said[0], text)
    return _DENIED.sub("", lacked if re.search(r"\d|@", lacked) else text)


def names_reach(text: str) -> bool:
    """Whether words are about an address or a number, whatever it is."""
    return re.search(rf"\b{_REACH}", text, re.IGNORECASE) is not None


@dataclass(frozen=True, slots=True)
class Before:
    """What was known before a message."""

    known: Sequence[Known]
    """Those who come, in their order, who waits after them."""
    has_email: bool
    has_phone: bool
    """Whether an address, a number of who writes is known."""
    spoken_of: int = 0
    """The place (1 and up) of the other who was spoken of last; 0: nobody."""
    writer: str = ""
    """Who writes, as the channel calls them."""


def settled(told: Facts, text: str, before: Before) -> Facts:
    """Give the one address and the one number of a message to the one other whom it is about.

    They are who is named, or who « son », « her » stands for; « mon numéro » stays who writes'.
    """
    told = _each_number(told, text, before.known)
    is_mine = is_mine_alone(text)
    if is_mine:
        told = _with_own_number(told)
    if told.phone in {one.phone for one in told.people if not one.is_writing}:
        told = replace(told, phone=None)
    if told.email is None and told.phone is None:
        return told
    whom = _whom(told, text, before)
    if whom is None or _FOR_THE_PARTY.search(text):
        return told
    is_own_told = any(one.is_writing and one.says_something for one in told.people)
    email = phone = None
    bears = _Bearing(told, before)
    if told.email is not None and bears.alone(told.email, whom):
        email = told.email
    elif told.email is not None and text.count("@") == 1:
        is_known = before.has_email and not is_own_told
        email = told.email if _is_theirs(_Part.around(text, sign="@"), whom, is_known) else None
    numbers = NUMBER.findall(text)
    if told.phone is not None and len(numbers) < 2 and not is_mine:
        is_known = (before.has_phone and not is_own_told) or (
            _is_one_sentence(text, numbers)
            and bool(email or (whom.email and bears.alone(whom.email, whom)))
        )
        part = _Part.around(text, sign=numbers[0] if numbers else "")
        phone = told.phone if _is_theirs(part, whom, is_known) else None
    return _given(told, whom, email=email, phone=phone)


def _with_own_number(told: Facts) -> Facts:
    """The one number of a message as that of who writes."""
    given = [one.phone for one in told.people if one.phone and not one.is_writing]
    people = tuple(one if one.is_writing else replace(one, phone=None) for one in told.people)
    return replace(told, people=people, phone=told.phone or next(iter(given), None))


def _is_one_sentence(text: str, numbers: Sequence[str]) -> bool:
    """Whether the number stands in the sentence of the address: « Nadia Roux, n.roux@…, 06… »."""
    parts = _SENTENCE.split(text)
    return not numbers or any(numbers[0] in part and "@" in part for part in parts)


_SENTENCE = re.compile(r"(?<=[\w][.!?])\s+(?=[A-ZÀ-Ý])")


# ---- several numbers


def _each_number(told: Facts, text: str, known: Sequence[Known]) -> Facts:
    """Give each of several numbers to who is named with it, where that is plain for all of them.

    « 06… pour Mme Oriol et 06… pour M. Roux »; « n.oriol@…, 06… et g.roux@…, 06… ».
    """
    numbers = list(NUMBER.finditer(text))
    if len(numbers) < 2:
        return told
    ends = [0, *(one.end() for one in numbers)]
    before = [text[ends[at] : one.start()] for at, one in enumerate(numbers)]
    after = [*before[1:], text[ends[-1] :]]
    is_after = _mentioned(before[0], known) is None and _OWN.search(before[0]) is None
    owners = [
        _mentioned_first(said, known) if is_after else _owner(said, known)
        for said in (after if is_after else before)
    ]
    if None in owners or len({*owners}) < len(owners):
        return told
    for number, at in zip(numbers, owners, strict=True):
        told = _with_number(told, number.group(), known, at or 0)
    return told


def _with_number(told: Facts, said: str, known: Sequence[Known], at: int) -> Facts:
    reading = phones.read(said)
    if not isinstance(reading, Understood):
        return told
    if at == 0:
        return replace(told, phone=reading.value)
    bare = tuple(
        replace(one, phone=None) if one.phone == reading.value else one for one in told.people
    )
    phone = None if told.phone == reading.value else told.phone
    told = replace(told, people=bare)
    told = _given(told, _known(known, at), email=None, phone=reading.value)
    return replace(told, phone=phone)


def _owner(said: str, known: Sequence[Known]) -> int | None:
    """Whose a number after these words is: 0, that of who writes; None: it is not said."""
    own = [found.end() for found in _OWN.finditer(said)]
    named = _mentioned(said, known)
    if own and (named is None or own[-1] > said.casefold().rfind(known[named - 1].last.casefold())):
        return 0
    if named is not None and known[named - 1].is_writing:
        return 0
    return named


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
        found += [(max(spots), at)] if spots else []
    return sorted(found)


def _mentioned(said: str, known: Sequence[Known]) -> int | None:
    """Who of those known is named last in words; None: nobody."""
    found = _mentions(said, known)
    return found[-1][1] if found else None


def _mentioned_first(said: str, known: Sequence[Known]) -> int | None:
    found = _mentions(said, known)
    return found[0][1] if found else None


@dataclass(frozen=True, slots=True)
class _Bearing:
    """Whose name an address bears, of all who are known or told of."""

    told: Facts
    before: Before

    def alone(self, address: str, whom: Person) -> bool:
        """Whether it bears the name of this one and of nobody else."""
        told = [" ".join(one.name) for one in self.told.people if one.name]
        known = [f"{one.first} {one.last}".strip() for one in self.before.known]
        every = {plain(one): one for one in (*told, *known, self.before.writer) if one}
        others = [one for key, one in every.items() if key != plain(whom.called)]
        return [*addresses.theirs(address, [whom.called, *others])] == [0]


@dataclass(frozen=True, slots=True)
class _Part:
    """The clause in which an address or a number stands, and what of it is before it."""

    clause: str
    lead: str
    tail: str

    @classmethod
    def around(cls, text: str, *, sign: str) -> "_Part":
        parts = [one for one in _CLAUSE.split(text) if sign and sign in one]
        clause = parts[0] if len(parts) == 1 else text
        lead, _, tail = clause.partition(sign) if sign else (clause, "", "")
        return cls(clause, lead, tail)


def _is_theirs(part: _Part, whom: Person, is_known: bool) -> bool:
    """Whether it is said to be theirs; `is_known`: that of who writes is known, or told apart."""
    if _OWN.search(part.clause):
        return False
    return is_known or _THEIR.search(part.clause) is not None or _is_labelled(part, whom)


def _is_labelled(part: _Part, whom: Person) -> bool:
    """« le téléphone de Mme Roux est le 06… », « Paul : 06… », « 06… est celui de M. Roux »."""
    names = "|".join(re.escape(one) for one in whom.called.split() if len(one) > 2)
    said = re.compile(
        rf"(?:{_REACH}|celui|celle)\s(?:est\s)?(?:de|d['’]|du|pour|of|for)\s?[^,;.@]{{0,30}}(?:{names})"
        rf"|(?:{names})\s*[:(]\s*(?:(?:au|le|{_REACH})\s*[:]?\s*)*$",
        re.IGNORECASE,
    )
    after = re.compile(
        rf"\s*[,:(]?\s*(?:c['’ ]?est |est |is )?(?:le |la |celui |celle |l['’])?(?:{_REACH}\s)?"
        rf"(?:de|d['’]|du|pour|of|for)\s?[^,;.@]{{0,30}}(?:{names})",
        re.IGNORECASE,
    )
    is_said = said.search(part.lead) is not None or after.match(part.tail) is not None
    return bool(names) and is_said


def _whom(told: Facts, text: str, before: Before) -> Person | None:
    """The one other who is named, or stands for « son »; None: nobody, or several."""
    found = list(_named(told, text, before.known))
    if len(found) == 1:
        return found[0]
    if found or _THEIR.search(text) is None:
        return None
    others = [at for at, one in enumerate(before.known, 1) if not one.is_writing]
    at = before.spoken_of or (others[0] if len(others) == 1 else 0)
    return _known(before.known, at) if 0 < at <= len(before.known) else None


def _named(told: Facts, text: str, known: Sequence[Known]) -> Iterator[Person]:
    said = {*plain(text).split()}
    own = [{word for word in one.words if len(word) > 2} for one in known]
    for at, one in enumerate(known, 1):
        others = set[str]().union(*(it for place, it in enumerate(own, 1) if place != at))
        if (own[at - 1] - others) & said and not one.is_writing:
            yield _known(known, at)
    for person in told.people:
        if person.name is not None and not (person.place or person.is_writing):
            yield replace(person, called=" ".join(person.name))


def _known(known: Sequence[Known], at: int) -> Person:
    one = known[at - 1]
    return Person(called=f"{one.first} {one.last}".strip(), place=at)


def _given(told: Facts, whom: Person, *, email: str | None, phone: str | None) -> Facts:
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
