"""Another name of somebody known, said in so many words: « le prénom de M. Roux est Luc »."""

import re
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA

from bot.understanding import names, other_forms, rather_named
from bot.understanding.clauses import clauses
from bot.understanding.firstnames import FIRST_NAMES
from bot.understanding.names import Name
from bot.understanding.normal import plain, vocabulary
from bot.understanding.results import Doubtful, Understood
from bot.understanding.sentences import sentences
from bot.understanding.spoken import Spoken
from bot.understanding.telling.mentions import alike
from bot.understanding.telling.scene import Known

_N = r"[a-z]+(?: [a-z]+){0,3}?"
_OLD = rf"(?:(?:m|mr|mme|mlle|monsieur|madame) )?(?P<old>{_N})"
_NOW = (
    r"(?:officiellement|en vrai|officially|really"
    r"|en fait|maintenant|desormais|bien|donc|plutot|en entier|tout court|svp|merci|now"
    r"|actually)"
)
_NEW = rf"(?:{_NOW} )*(?P<new>{_N})(?: {_NOW})*$"
_PART = r"(?P<part>nom|prenom|name|first name|last name)(?: de famille)?"
_CALLED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_PART} (?:de |du |d |of ){_OLD} (?:c est|est|s ecrit|is) {_NEW}",
        rf"\b(?P<me>mon|my) (?:(?:vrai|bon) )?{_PART}(?: (?:exact|complet|correct|juste))?"
        rf" (?:c est|est|s ecrit|is) {_NEW}",
        rf"\b(?P<me>je) m appelle {_NEW[:-1]} (?:et |mais )?(?:pas|non) {_N}$",
        rf"\b(?P<me>je) m appelle {_NEW}",
        rf"{_OLD} (?:s appelle|se nomme|se (?P<part>prenomme)|s ecrit|is called) {_NEW}",
        rf"{_OLD} (?:c est|it s) (?P<near>){_NEW}",
        rf"{_OLD} (?:son|sa|leur|his|her) {_PART} (?:c est|est|is) {_NEW}",
        rf"\b(?:{_PART} )?(?:c est|ce sera|it s|it is) {_NEW[:-1]} (?:et |mais )?"
        rf"(?:pas|non|not|au lieu de) {_OLD}$",
        rf"\b(?:pas|non|not) {_OLD} (?:mais |but |c est |it s )+{_NEW}",
    )
)
_LAST = ("nom", "last name")
_PARTICLE = re.compile(r"(?:d['’]|(?:de|du|des|le|la|van|von|da|dos|el|ben)\s)[\w'’-]+$", re.I)
"""« de Fays »: a last name of two words."""
_SINCE = re.compile(
    r"(?<=\w)\s*(?:[,(;]|\b(?:depuis|suite à|since|avec (?:un|une|deux|\w{1,2})\b"
    r"|et (?:il|elle|on|je|c['’ ]?est)\b))\s*"
)
_TITLE = re.compile(r"^(?:M\.|Mr|Mme|Mlle|Monsieur|Madame)\s+", re.IGNORECASE)
_BEFORE = vocabulary(
    "et mais en fait alors donc oui non ah euh pardon attendez attends bonjour attention the m mme"
    " mr monsieur madame mlle c est que l la le"
)
"""Words before a name that are none of it."""


def read(text: str, known: Sequence[Known]) -> dict[int, Name]:
    """The whole other names that are told, by the place (1 and up) of whom they mean."""
    ordered = dict(_ordered(text, known)) or dict(_spelt(text, known))
    if ordered:
        return ordered
    rather = rather_named.read(text, known)
    return {**other_forms.read(text, known), **_called(text, known), **rather}


def _called(text: str, known: Sequence[Known]) -> dict[int, Name]:
    """The same, where somebody is said to be called otherwise."""
    told = {place: name for one in clauses(text) for place, name in _told(one, known)}
    parts = [part for one in sentences(text) for part in _AND.split(one)[1:]]
    besides = {place: name for one in parts for place, name in _told(one, known)}
    return {**besides, **told} if told else told


_AND = re.compile(r"\s*,?\s+(?:et|and)\s+", re.IGNORECASE)


_INSTEAD = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:c est|ce sera|it s|it is) {_NEW[:-1]} (?:et |mais )?"
        rf"(?:pas|non|not|au lieu de) {_OLD}$",
        rf"\b(?:pas|non|not) {_OLD} (?:mais |but |c est |it s )+{_NEW}",
        rf"\ba la place de {_OLD} (?:vous )?(?:mett?\w+|inscri\w+|note\w*|c est|ce sera) {_NEW}",
        rf"\b(?P<only>le|son|the) (?:bon )?(?:nom|name) (?:c est|est|is) {_NEW}",
    )
)


def instead(text: str, known: Sequence[Known]) -> dict[int, Name]:
    """The whole names of somebody else that are told to be the right ones: « pas Luc Roux »."""
    found: dict[int, Name] = {}
    for said in map(Spoken, sentences(text)):
        matches = (one for pattern in _INSTEAD for one in pattern.finditer(said.text))
        for match in matches:
            is_only = "only" in match.re.groupindex
            place = int(len(known) == 1) if is_only else _place(match, known)
            reading = names.read(_TITLE.sub("", said.raw(*match.span("new")))) if place else None
            if isinstance(reading, Understood) and all(reading.value):
                found.setdefault(place, reading.value)
    return found


_N1 = r"[a-z]+(?: [a-z]+){0,2}?"
_IS = r"(?:c est|est|is)"
_WHICH = (
    re.compile(
        rf"(?P<last>{_N1}) {_IS} (?:le |mon |son )?nom(?: de famille)? (?:et |mais )*"
        rf"(?P<first>{_N1}) (?:{_IS} )?(?:le |mon |son )?prenom\b"
    ),
    re.compile(
        rf"(?P<first>{_N1}) {_IS} (?:le |mon |son )?prenom (?:et |mais )*"
        rf"(?P<last>{_N1}) (?:{_IS} )?(?:le |mon |son )?nom\b"
    ),
    re.compile(
        rf"\b(?:le |mon |son )?prenom {_IS} (?P<first>{_N1}) (?:et |mais )*"
        rf"(?:le |mon |son )?nom(?: de famille)? (?:{_IS} )?(?P<last>[a-z]+(?: [a-z]+)?)$"
    ),
)
_SWAPPED = re.compile(r"\b(?:a l envers|invers\w+|interverti\w*|swapped|reversed)\b")
_OF_NAMES = re.compile(r"\bprenoms?\b.*\bnoms?\b|\bnoms?\b.*\bprenoms?\b|\bmon nom\b|\bnames?\b")


_SPELT_WITH = re.compile(
    r"^(?:(?:non|mais|attention|attendez|pardon|euh|ah|oups|oh|excusez moi|desolee?|c est"
    r"|ca s ecrit|il faut lire) )*(?P<new>[a-z]+(?: [a-z]+)??) (?:(?:il y a (?:un|une|deux)"
    r"|avec (?:un|une|deux)"
    r"|prend (?:un|une|deux)|s ecrit avec|y a (?:un|une|deux)) [a-z]"
    r"|(?:(?:ca )?s ecrit |je (?:vous )?l epelle )?(?P<letters>[a-z](?: [a-z]){2,}|(?P=new))$)"
)
_CORRECTED = re.compile(
    r"^(?:(?:non|mais|euh|ah|oups|oh) )*(?:attendez|attention|pardon|excusez moi|desolee?|erreur"
    r"|je me suis trompee?)(?: (?:non|mais|euh))* (?:c est|ca s ecrit|il faut lire)?"
    r" ?(?P<new>[a-z]{4,})(?P<letters>)$"
)
"""« attendez, c’est Pitiaud »."""
_FAR = 2
_ALIKE = 3
"""Letters at the beginning, where one more may be otherwise."""


def _spelt(text: str, known: Sequence[Known]) -> Iterator[tuple[int, Name]]:
    """« Moulin, il y a un i »: of the one whose name is nearly that."""
    said = Spoken(text)
    found = _SPELT_WITH.match(said.text) or _CORRECTED.match(said.text)
    if found is None or "?" in text:
        return
    written, new = said.raw(*found.span("new")), found["new"]
    if (found["letters"] or new).replace(" ", "") != new:
        return
    for place, one in enumerate(known, 1):
        for is_first, old in ((True, plain(one.first)), (False, plain(one.last))):
            far = _FAR + (new[:_ALIKE] == old[:_ALIKE])
            if old and old != new and OSA.distance(new, old, score_cutoff=far) <= far < len(new):
                shown = written.title() if written == written.lower() else written
                yield place, Name(shown, one.last) if is_first else Name(one.first, shown)
                return


def _ordered(text: str, known: Sequence[Known]) -> Iterator[tuple[int, Name]]:
    """« Bouvet, c’est le nom, et Thierry le prénom », « nom et prénom sont inversés »."""
    said = Spoken(text)
    meant = [at for at, one in enumerate(known, 1) if one.words & {*said.text.split()}]
    meant = meant or [at for at, one in enumerate(known, 1) if one.is_writing or len(known) == 1]
    if len(meant) != 1 or "?" in text:
        return
    if _SWAPPED.search(said.text) and _OF_NAMES.search(said.text):
        yield meant[0], Name(known[meant[0] - 1].last, known[meant[0] - 1].first)
    for found in filter(None, (pattern.search(said.text) for pattern in _WHICH)):
        raw = (said.raw(*found.span(one)) for one in ("first", "last"))
        first, last = (re.sub(r"\s+c(?:['’ ]?est)?$", "", one, flags=re.I) for one in raw)
        yield meant[0], Name(*(one.title() if one.isupper() else one for one in (first, last)))


def _told(sentence: str, known: Sequence[Known]) -> Iterator[tuple[int, Name]]:
    if "?" in sentence or "@" in sentence:
        return
    for piece in dict.fromkeys([sentence, _SINCE.split(sentence)[0]]):
        said = Spoken(piece)
        for pattern in _CALLED:
            for found in pattern.finditer(said.text):
                place = _place(found, known)
                name = _name(said, found, known[place - 1]) if place else None
                if name is not None and " ".join(name) != _whole(known[place - 1]):
                    yield place, name
                    return


def _whole(one: Known) -> str:
    return f"{one.first} {one.last}"


def _place(found: re.Match[str], known: Sequence[Known]) -> int:
    """Who alone is called as the words before say, or who writes; 0: nobody, or several."""
    if found.groupdict().get("me"):
        return next((at for at, one in enumerate(known, 1) if one.is_writing), 0)
    words = [word for word in found["old"].split() if word not in _BEFORE]
    for start in range(len(words)):
        said = {*words[start:]}
        places = [at for at, one in enumerate(known, 1) if said <= _called_by(one)]
        if places:
            return places[0] if len(places) == 1 else 0
    return 0


def _called_by(one: Known) -> set[str]:
    """What somebody is called by: « Luc », « Roux », « le président »."""
    return {*one.words, *plain(one.function).split()}


def _name(said: Spoken, found: re.Match[str], one: Known) -> Name | None:
    """Their whole name, where it is told whole or in part."""
    written = _TITLE.sub("", said.raw(*found.span("new")))
    words = {*plain(written).split()}
    reading = names.read(written)
    part = found.groupdict().get("part") or ""
    is_particled = _PARTICLE.match(written) is not None
    is_own = is_particled and {*plain(one.last).split()} <= words
    if part == "last name" or (is_particled and (part in _LAST or is_own)):
        return Name(one.first, written)
    is_half = part.endswith("prenom") or "near" in found.re.groupindex
    if isinstance(reading, Understood | Doubtful) and not is_half:
        name = reading.value
        is_same = bool({*plain(" ".join(name)).split()} & one.words) or not _is_denied(found)
        return name if is_same else None
    if len(written.split()) != 1 or not written.replace("-", "").replace("’", "").isalpha():
        return None
    is_first = _is_first(found, part, words, one)
    is_own_word = bool(found.groupdict().get("me"))
    is_doubted = (_is_denied(found) and not is_own_word) or "near" in found.re.groupindex
    if is_doubted and not part and not _is_near(words, one, is_first=is_first):
        return None
    shown = written if written != written.lower() else written.title()
    return Name(shown, one.last) if is_first else Name(one.first, shown)


def _is_denied(found: re.Match[str]) -> bool:
    """« c’est Luc, pas Lucas »: of somebody else perhaps, who comes instead."""
    return re.search(r"\b(?:pas|non|not|au lieu de)\b", found.group()) is not None


def _is_near(words: set[str], one: Known, *, is_first: bool) -> bool:
    known = frozenset(plain(one.first if is_first else one.last).split())
    return alike(words, known) > 0 or bool(words & known)


def _is_first(found: re.Match[str], part: str, words: set[str], one: Known) -> bool:
    """Whether half a name is the first one."""
    first, last = {*plain(one.first).split()}, {*plain(one.last).split()}
    if part.startswith(("prenom", "first")):
        return True
    if part in _LAST or words & last:
        return False
    if found.groupdict().get("me"):
        return words <= FIRST_NAMES
    said = {*(found.groupdict().get("old") or "").split()}
    if words & first or (said & first and not said & last):
        return bool(words <= FIRST_NAMES or words & first)
    return False
