"""Who comes, as what a tagger found in a message tells: names, functions, organisations."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.understanding import names, occupations
from bot.understanding.mentions import NAMES, OTHERS_COME, Mention, is_same
from bot.understanding.names import Name
from bot.understanding.results import Doubtful, Understood
from bot.understanding.tagger import Span


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who comes. Without a name: who writes, or the one who was asked about."""

    name: Name | None = None
    function: str | None = None
    organisation: str | None = None
    is_writing: bool = False
    is_same: bool = False
    """The organisation is said to be that of another, who is not in the message."""
    email: str | None = None
    """An address that stands after their name."""
    called: str = ""
    """What they are called where that is no whole name: « Gérard »."""


_MYSELF = re.compile(
    r"(?<![\w'’-])(?<!chez )(?<!selon )(?<!pas )(?<!sauf )(?<!dites )(?<!d'après )"
    r"(?:moi(?:[ -]m[êe]me)?|myself|me(?= and\b)|(?<=and )me|I(?= and\b))(?![\w'’-])"
)
_COMPANY = re.compile(
    r"\b(?:avec|with|accompagn\w+ (?:de|d['’]|par))[\s,]+(?:[\w'’.]+[\s,]+){0,3}$", re.IGNORECASE
)
_FOR_OTHERS = re.compile(
    r"\b(?:inscri(?:re|s|vez|vons)|register|ne viens pas|ne viendrai pas|ne serai pas)\b", re.I
)
_OF_A_PLACE = re.compile(
    r"\b(?:rue|avenue|place|boulevard|impasse|quai|cours|[ée]cole|coll[èe]ge|lyc[ée]e|salle|espace"
    r"|centre|maison|stade|gymnase|h[ôo]pital|m[ée]diath[èe]que|foyer)\s+"
    r"(?:de la |du |des |d['’])?$",
    re.IGNORECASE,
)
_ABSENT = re.compile(
    r"\W{1,3}(?:qui\s+)?(?:ne\b|n['’](?:y|ira|aura)\b|n['’]est\s+(?:pas|plus)\s+(?:l[àa]|dispo|libre)"
    r"|est\s+(?:absente?|malade|indisponible)|can['’]?t\b)",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"\b(?:cordialement|salutations|sinc[èe]res?|regards|amicalement|respectueusement"
    r"|bien [àa] vous|bonne journ[ée]e|merci d['’]avance)[\s,.!]*$",
    re.IGNORECASE,
)
_TITLED = re.compile(
    r"\b(?:monsieur|madame|m\.|mme)\s+(?:l[ae]\s+|l['’])"
    r"(?P<function>(?:vice-)?(?:maire|pr[ée]sidente?|directrice|directeur|d[ée]put[ée]e?"
    r"|s[ée]natrice|s[ée]nateur|conseill[èe]re?|adjointe?))\b",
    re.IGNORECASE,
)
ME_THEN = re.compile(r"\b(?:moi|me|myself)\s*,\s*(?=$|[A-ZÀ-Ý])")


def coming(
    text: str, spans: Sequence[Span], size: int | None, *, is_asked: bool
) -> tuple[list[Person], bool]:
    """Give those who come, and whether others are told of who are not wholly named.

    `size`: how many come, where that is told: « on sera trois : moi, Léa Vial et Jean Roche ».
    `is_asked`: it answers a question about somebody, so that who writes does not come for having
    said « avec ».
    """
    spans = _present(text, _with_titles(text, spans))
    listed = _named(text, spans)
    if not is_asked:
        _set_apart(text, listed, size)
        _add_writer(text, listed)
    occupations.hand_out(text, spans, listed, is_asked=is_asked)
    vague = any(one.is_partial for one in listed)
    people = [_person(one) for one in sorted(listed, key=lambda one: one.start)]
    return [one for one in people if _says_something(one)], vague


def says_myself(text: str) -> bool:
    """Say whether who writes counts themselves in: « Julie et moi », not « pas moi »."""
    return _MYSELF.search(text) is not None


def _says_something(one: Person) -> bool:
    told = (one.name, one.function, one.organisation)
    return one.is_writing or one.is_same or any(part is not None for part in told)


def _person(one: Mention) -> Person:
    called = one.said if one.is_partial else ""
    return Person(
        one.name,
        one.function,
        one.organisation,
        one.is_writing,
        one.is_same,
        one.email,
        called,
    )


# ---- who


def _with_titles(text: str, spans: Sequence[Span]) -> list[Span]:
    """« Monsieur le Maire » tells a function too."""
    titles = [
        Span("function", *found.span("function"), 1.0)
        for found in _TITLED.finditer(text)
        if not any(
            one.start < found.end("function") and found.start("function") < one.end for one in spans
        )
    ]
    return sorted([*spans, *titles], key=lambda span: span.start)


def _present(text: str, spans: Sequence[Span]) -> list[Span]:
    """What is told of those who do come: not « Mon président, Georges Bonnard, ne viendra pas »."""
    absent = [one for one in spans if one.label in NAMES and _ABSENT.match(text[one.end :])]
    near = [(one.start - 3, one.end + 3) for one in absent]
    return [
        one
        for one in spans
        if not any(start <= one.end and one.start <= end for start, end in near)
    ]


def _named(text: str, spans: Sequence[Span]) -> list[Mention]:
    listed: list[Mention] = []
    for span in spans:
        if span.label not in NAMES or _OF_A_PLACE.search(text[: span.start]):
            continue
        said = text[span.start : span.end]
        reading = names.read(said)
        name = reading.value if isinstance(reading, Understood | Doubtful) else None
        known = next((one for one in listed if is_same(one, name, said)), None)
        if known is not None:
            known.name, known.end = known.name or name, span.end
            known.is_writing |= span.label == "self"
            continue
        if _SIGNED.search(text[: span.start]):
            continue  # who signs writes, and may not come
        listed.append(Mention(span.start, span.end, name, said, span.label == "self"))
    return listed


def _set_apart(text: str, listed: list[Mention], size: int | None) -> None:
    """Who writes may be another than the first one named, or not come at all."""
    apart = ME_THEN.search(text)
    if apart is not None and size is not None:
        follows = next((one for one in listed if one.start >= apart.end()), None)
        for one in listed:
            one.is_writing = one is follows and size == len(listed)
    others = [one for one in listed if not one.is_writing]
    own = next((one for one in listed if one.is_writing), None)
    if own is None or not others or _MYSELF.search(text):
        return
    registers = _FOR_OTHERS.search(text)
    if registers is not None and size != len(listed):
        listed.remove(own)


def _add_writer(text: str, listed: list[Mention]) -> None:
    """« moi et Julie Faure », « je viens avec Julie Faure »: who writes comes too."""
    if any(one.is_writing for one in listed):
        return
    said = _MYSELF.search(text)
    first = min((one.start for one in listed), default=len(text))
    if said is not None and not any(one.start <= said.start() < one.end for one in listed):
        listed.append(Mention(said.start(), said.end(), is_writing=True))
    elif listed and _COMPANY.search(text[:first]) and not _is_for_others(text[:first]):
        listed.append(Mention(0, 0, is_writing=True))


def _is_for_others(text: str) -> bool:
    return bool(_FOR_OTHERS.search(text) or OTHERS_COME.search(text))
