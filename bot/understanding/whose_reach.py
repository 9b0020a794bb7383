"""Whose an address or a number is that stands alone in a message: « téléphone de Mme Roux : … »."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.understanding import addresses, each_address, each_number
from bot.understanding.facts import Facts
from bot.understanding.normal import plain
from bot.understanding.person import Person
from bot.understanding.reach_words import OWN, REACH, THEIR, by_office, given, known_at, office
from bot.understanding.telling.scene import Known
from bot.understanding.whose_number import NUMBER, is_mine_alone

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
    rf"|(?:celui|celle|ceux|le {REACH}|l['’]adresse|l['’]e-?mail|son {REACH}|sa {REACH})"
    rf"(?: d[eu] [^,.;!?\n]{{1,30}}?| d['’][^,.;!?\n]{{1,30}}?)?)"
    rf"\s*,?\s*(?:(?:je|j['’]|on|i)\s?)(?:ne\s)?(?:(?:l['’]|le |la |les )\s?)?(?:n['’]?)?"
    rf"(?:ai|a|connais|conna[iî]t|sais|retrouve|don['’]t have)\b{_ON}{{0,40}}"
    rf"|(?:je |j['’]|on )(?:n['’]|ne )?\s?(?:ai|a|connais) (?:pas|plus) "
    rf"(?:le sien|la sienne|les siens|les leurs|le leur|son {REACH}|sa {REACH}"
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
    return re.search(rf"\b{REACH}", text, re.IGNORECASE) is not None


def is_but_reach(text: str) -> bool:
    """« n.bonnand@…, 06… »: whether nothing stands there but how somebody is reached."""
    rest = NUMBER.sub(" ", re.sub(_AN_ADDRESS, " ", text))
    left = re.sub(_LEADS, " ", re.sub(REACH, " ", rest))
    return rest != text and re.search(r"[^\W\d_]{2,}", left) is None


_LEADS = (
    r"(?i)\b(?:son|sa|ses|his|her|their|le|la|les|et|ou|and|or|au|est|is|voici|voil[àa]|contact"
    r"|coordonn[ée]es|merci|svp|cordialement|here)\b"
)


def says_own(text: str) -> bool:
    """Whether words say that an address or a number is that of who writes."""
    return OWN.search(text) is not None


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
    told = each_address.settled(told, text, before.known)
    told = each_number.settled(told, text, before.known)
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
    is_asked_of = is_but_reach(text.rpartition("?")[2]) and "?" in text
    email = phone = None
    bears = _Bearing(told, before)
    if told.email is not None and bears.alone(told.email, whom):
        email = told.email
    elif told.email is not None and text.count("@") == 1:
        is_known = is_asked_of or (before.has_email and not is_own_told)
        email = told.email if _is_theirs(_Part.around(text, sign="@"), whom, is_known) else None
    numbers = NUMBER.findall(text)
    if told.phone is not None and len(numbers) < 2 and not is_mine:
        is_known = is_asked_of or (before.has_phone and not is_own_told)
        is_known |= _is_one_sentence(text, numbers) and bool(
            email or (whom.email and bears.alone(whom.email, whom))
        )
        part = _Part.around(text, sign=numbers[0] if numbers else "")
        phone = told.phone if _is_theirs(part, whom, is_known) else None
    return given(told, whom, email=email, phone=phone)


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
    if OWN.search(part.clause):
        return False
    return is_known or THEIR.search(part.clause) is not None or _is_labelled(part, whom)


def _is_labelled(part: _Part, whom: Person) -> bool:
    """« le téléphone de Mme Roux est le 06… », « Paul : 06… », « 06… est celui de M. Roux »."""
    office = (whom.function or "").split()[:1]
    called = [*whom.called.split(), *office, *map(plain, office)]
    names = "|".join(re.escape(one) for one in called if len(one) > 2)
    said = re.compile(
        rf"(?:{REACH}|celui|celle)\s(?:est\s)?(?:de|d['’]|du|pour|of|for)\s?[^,;.@]{{0,30}}"
        rf"(?:{names})"
        rf"|(?:{names})\s*[:(]\s*(?:(?:au|le|{REACH})\s*[:]?\s*)*$"
        rf"|(?:{names})(?:(?!\b(?:je|moi|me|nous|on|i)\b|\b[jm]['’])[^,;.@\d]){{0,30}}"
        r"\b(?:au|sur le|on)\s*$"
        rf"|\b(?:appeler|appelez|joindre|contacter|contactez|call)\s(?:\w+\.?\s)?(?:{names})(?:\s\w+)?"
        r"\s*[,:(]?\s*(?:(?:au|le)\s)?$",
        re.IGNORECASE,
    )
    after = re.compile(
        rf"\s*[,:(]?\s*(?:c['’ ]?est |est |is )?(?:le |la |celui |celle |l['’])?(?:{REACH}\s)?"
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
    if found or THEIR.search(text) is None:
        return None
    others = [at for at, one in enumerate(before.known, 1) if not one.is_writing]
    at = before.spoken_of or (others[0] if len(others) == 1 else 0)
    return known_at(before.known, at) if 0 < at <= len(before.known) else None


def _named(told: Facts, text: str, known: Sequence[Known]) -> Iterator[Person]:
    said = {*plain(text).split()}
    own = [{word for word in one.words if len(word) > 2} for one in known]
    for at, one in enumerate(known, 1):
        others = set[str]().union(*(it for place, it in enumerate(own, 1) if place != at))
        head = office(one, known)
        is_meant = bool(head) and re.search(by_office(head), plain(text)) is not None
        if ((own[at - 1] - others) & said or is_meant) and not one.is_writing:
            yield replace(known_at(known, at), function=one.function if head else None)
    for person in told.people:
        if person.name is not None and not (person.place or person.is_writing):
            yield replace(person, called=" ".join(person.name))
