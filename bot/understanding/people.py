"""Who comes, as what a tagger found in a message tells: names, functions, organisations."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.understanding import names, sizes
from bot.understanding.functions import FUNCTIONS
from bot.understanding.names import Name
from bot.understanding.normal import plain
from bot.understanding.results import Doubtful, Understood
from bot.understanding.roles import hall
from bot.understanding.tagger import Span
from bot.understanding.territories import capitalised


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who comes. Without a name: who writes, or the one who was asked about."""

    name: Name | None = None
    function: str | None = None
    organisation: str | None = None
    is_writing: bool = False
    is_same: bool = False
    """The organisation is said to be that of another, who is not in the message."""
    called: str = ""
    """What they are called where that is no whole name: « Gérard »."""


@dataclass(slots=True)
class _Mention:
    """Somebody who is being read about, as far as the text goes."""

    start: int
    end: int
    name: Name | None = None
    said: str = ""
    is_writing: bool = False
    function: str | None = None
    organisation: str | None = None
    is_same: bool = False
    is_of_the_commune: bool = False
    is_one_of_several: bool = False

    @property
    def is_partial(self) -> bool:
        """Whether only a first name, or a last one, is told."""
        return bool(self.said) and self.name is None


_MYSELF = re.compile(
    r"(?<![\w'’-])(?<!chez )(?<!selon )(?<!pas )(?<!sauf )(?<!dites )(?<!d'après )"
    r"(?:moi(?:[ -]m[êe]me)?|myself|me(?= and\b)|(?<=and )me|I(?= and\b))(?![\w'’-])"
)
_I_AM = re.compile(
    r"\b(?:(?:je|j['’]|chui|chuis|jsuis|jsui) ?(?:suis)?|moi|moi-m[êe]me|en tant que"
    r"|i am|i['’]m|my job is|ma fonction(?: est| c['’]est)?)\W*(?:\w+['’]?\W+){0,2}$",
    re.IGNORECASE,
)
_COMPANY = re.compile(
    r"\b(?:avec|with|accompagn\w+ (?:de|d['’]|par))[\s,]+(?:[\w'’.]+[\s,]+){0,3}$", re.IGNORECASE
)
_FOR_OTHERS = re.compile(
    r"\b(?:inscri(?:re|s|vez|vons)|register|ne viens pas|ne viendrai pas|ne serai pas)\b", re.I
)
_OTHERS_COME = re.compile(
    r"\b(?:(?:elle|il) (?:viendra|sera|participe)|(?:elle|il)s (?:viendront|seront|participe)"
    r"|ne (?:viens|viendrai|serai|participe\w*) pas|(?:assistante?|secr[ée]taire|collaborat\w+)"
    r" d(?:e|u) (?:m\b|mme|madame|monsieur|maire))",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[.;!?\n]")
_ALL_OF_THEM = re.compile(
    r"\b(?:(?:to?us|toutes|tts?|ts) )?les (?:deux|trois|2|3)\b|\b(?:to?us|toutes) (?:deux|trois)\b"
    r"|\bboth\b|\btous\b",
    re.IGNORECASE,
)
_BOTH_BEFORE = 30
"""Characters before a function or an organisation in which it may be said to be of all."""
_COMPANION = re.compile(
    r"\b(?:mon|ma|mes|notre|nos|son|sa|leur|un|une|my|our|his|her|their)\s+$", re.IGNORECASE
)
_THE_COMMUNE = re.compile(r"\s*de (?:la|notre) (?:commune|mairie|ville)\b", re.IGNORECASE)
_OF_A_PLACE = re.compile(
    r"\b(?:rue|avenue|place|boulevard|impasse|quai|cours|[ée]cole|coll[èe]ge|lyc[ée]e|salle|espace"
    r"|centre|maison|stade|gymnase|h[ôo]pital|m[ée]diath[èe]que|foyer)\s+"
    r"(?:de la |du |des |d['’])?$",
    re.IGNORECASE,
)
_ABSENT = re.compile(
    r"\W{1,3}(?:qui\s+)?(?:ne\b|n['’](?=est|y|a|ir)|est\s+(?:absente?|malade|indisponible)|can['’]?t\b)",
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
_NAMES = ("name", "self")
_WHERE = ("organisation", "of", "same")


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
    _hand_out(text, spans, listed, is_asked=is_asked)
    vague = any(one.is_partial for one in listed)
    people = [_person(one) for one in sorted(listed, key=lambda one: one.start)]
    return [one for one in people if _says_something(one)], vague


def _says_something(one: Person) -> bool:
    told = (one.name, one.function, one.organisation)
    return one.is_writing or one.is_same or any(part is not None for part in told)


def _person(one: _Mention) -> Person:
    called = one.said if one.is_partial else ""
    return Person(one.name, one.function, one.organisation, one.is_writing, one.is_same, called)


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
    absent = [one for one in spans if one.label in _NAMES and _ABSENT.match(text[one.end :])]
    near = [(one.start - 3, one.end + 3) for one in absent]
    return [
        one
        for one in spans
        if not any(start <= one.end and one.start <= end for start, end in near)
    ]


def _named(text: str, spans: Sequence[Span]) -> list[_Mention]:
    listed: list[_Mention] = []
    for span in spans:
        if span.label not in _NAMES or _OF_A_PLACE.search(text[: span.start]):
            continue
        said = text[span.start : span.end]
        reading = names.read(said)
        name = reading.value if isinstance(reading, Understood | Doubtful) else None
        known = next((one for one in listed if _is_same(one, name, said)), None)
        if known is not None:
            known.name, known.end = known.name or name, span.end
            known.is_writing |= span.label == "self"
            continue
        if _SIGNED.search(text[: span.start]):
            continue  # who signs writes, and may not come
        listed.append(_Mention(span.start, span.end, name, said, span.label == "self"))
    return listed


def _is_same(one: _Mention, name: Name | None, said: str) -> bool:
    if name is not None and one.name is not None:
        return plain(" ".join(name)) == plain(" ".join(one.name))
    words, before = {*plain(said).split()}, {*plain(one.said).split()}
    return bool(words and before) and (words <= before or before <= words)


def _set_apart(text: str, listed: list[_Mention], size: int | None) -> None:
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


def _add_writer(text: str, listed: list[_Mention]) -> None:
    """« moi et Julie Faure », « je viens avec Julie Faure »: who writes comes too."""
    if any(one.is_writing for one in listed):
        return
    said = _MYSELF.search(text)
    first = min((one.start for one in listed), default=len(text))
    if said is not None and not any(one.start <= said.start() < one.end for one in listed):
        listed.append(_Mention(said.start(), said.end(), is_writing=True))
    elif listed and _COMPANY.search(text[:first]) and not _is_for_others(text[:first]):
        listed.append(_Mention(0, 0, is_writing=True))


def _is_for_others(text: str) -> bool:
    return bool(_FOR_OTHERS.search(text) or _OTHERS_COME.search(text))


# ---- what they do, and where


def _hand_out(text: str, spans: Sequence[Span], listed: list[_Mention], *, is_asked: bool) -> None:
    """Give each function and organisation to whom it is told of."""
    owner: _Mention | None = None
    last = ""
    in_turn = _in_turn(text, spans, listed)
    for at, span in enumerate(spans):
        said = " ".join(text[span.start : span.end].split())
        if span.label in _NAMES:
            owner = _of_name(listed, span, text) or owner
        elif span.label == "function":
            owner = in_turn.get(at) or _owner(text, spans, at, listed, owner, is_asked=is_asked)
            owner.function = owner.function or _quiet(said, opens=span.start == 0)
            owner.end = span.end
            owner.is_of_the_commune |= bool(_THE_COMMUNE.match(text[span.end :]))
        elif span.label in _WHERE:
            if owner is None:
                owner = _for_whom(text, spans, at, listed)
            if owner is None:
                owner = _unnamed(listed, span, text, is_asked=is_asked)
            where = _where(text, span, said, owner, last)
            owner.is_same |= span.label == "same" and where is None
            owner.organisation = owner.organisation or where
            last = owner.organisation or last
        if span.label in ("function", *_WHERE) and _is_of_all(text, span, owner):
            _share(listed, owner)
    _at_the_commune(listed)


def _at_the_commune(listed: Sequence[_Mention]) -> None:
    """« DGS de la commune », beside the mayor of Roisey: at Roisey’s town hall."""
    halls = {one.organisation for one in listed if (one.organisation or "").startswith("mairie ")}
    for one in listed:
        if one.is_of_the_commune and one.organisation is None and len(halls) == 1:
            one.organisation = next(iter(halls))


def _for_whom(
    text: str, spans: Sequence[Span], at: int, listed: Sequence[_Mention]
) -> _Mention | None:
    """« mairie de Roisey pour Colette »: the name that follows."""
    for span in spans[at + 1 :]:
        between = text[spans[at].end : span.start]
        if _BREAK.search(between) or len(between) > 30:
            return None
        if span.label in _NAMES:
            return _of_name(listed, span, text)
    return None


def _of_name(listed: Sequence[_Mention], span: Span, text: str) -> _Mention | None:
    said = text[span.start : span.end]
    reading = names.read(said)
    name = reading.value if isinstance(reading, Understood | Doubtful) else None
    return next((one for one in listed if _is_same(one, name, said)), None)


def _owner(
    text: str,
    spans: Sequence[Span],
    at: int,
    listed: list[_Mention],
    owner: _Mention | None,
    *,
    is_asked: bool,
) -> _Mention:
    """Whose function it is: of the name before, of the one that follows, or of who writes."""
    span = spans[at]
    since = owner.end if owner is not None else 0
    if _I_AM.search(text[since : span.start]):
        own = next((one for one in listed if one.is_writing), None)
        return own if own is not None else _unnamed(listed, span, text, is_asked=is_asked)
    following = _next_name(text, spans, at)
    after = _of_name(listed, following, text) if following is not None else None
    if following is not None and after is not None:
        is_near = (
            not text[span.end : following.start]
            .strip(" .")
            .casefold()
            .removeprefix("m")
            .strip(" .me")
        )
        parted = owner is not None and re.search(
            r"\b(?:et|avec|and|with|plus)\b|[.;\n]", text[since : span.start]
        )
        if owner is None or owner.function is not None or (is_near and parted):
            return after
    if following is None and _COMPANION.search(text[: span.start]) and not is_asked:
        # « mon adjoint »: somebody whose name is not told.
        companion = _Mention(span.start, span.end, said=text[span.start : span.end])
        listed.append(companion)
        return companion
    if owner is None:
        return _unnamed(listed, span, text, is_asked=is_asked)
    return owner


def _in_turn(text: str, spans: Sequence[Span], listed: Sequence[_Mention]) -> dict[int, _Mention]:
    """« Gérard Oriol et Luc Vial, maire et adjoint »: to each of them, in their order."""
    people = [one for one in spans if one.label in _NAMES]
    work = [at for at, one in enumerate(spans) if one.label == "function"]
    if len(people) < 2 or len(people) != len(work) or spans[work[0]].start < people[-1].start:
        return {}
    owners = [_of_name(listed, one, text) for one in people]
    return {at: one for at, one in zip(work, owners, strict=True) if one is not None}


_APART = re.compile(
    r"\b(?:et|avec|and|with|puis|suis|est|am|is|moi|appelle)\b|,\s*,", re.IGNORECASE
)


def _next_name(text: str, spans: Sequence[Span], at: int) -> Span | None:
    """The name that follows a function in the same breath: « le maire Jean Granger »."""
    for span in spans[at + 1 :]:
        between = text[spans[at].end : span.start]
        if (
            span.label == "function"
            or len(between) > 60
            or _BREAK.search(re.sub(r"\b(?:M|Mme|Mlle|Mr|Mrs|Dr)\.", "", between))
        ):
            return None
        if span.label in _NAMES:
            return None if _APART.search(between) else span
    return None


def _unnamed(listed: list[_Mention], span: Span, text: str, *, is_asked: bool) -> _Mention:
    """Who is not named: who was asked about, else who writes."""
    known = next((one for one in listed if one.name is None and not one.is_partial), None)
    if known is not None:
        return known
    one = _Mention(span.start, span.end, is_writing=not is_asked)
    if is_asked or (not listed and not _OTHERS_COME.search(text)):
        listed.append(one)  # else it is told of somebody who only writes
    return one


def _is_of_all(text: str, span: Span, owner: _Mention | None) -> bool:
    """« animateurs », « animatrices toutes les deux »."""
    if owner is not None and span.label == "function":
        alone = _singular(text[span.start : span.end])
        if alone is not None:
            owner.function, owner.is_one_of_several = alone, True
    is_several = owner is not None and owner.is_one_of_several
    before = text[max(0, span.start - _BOTH_BEFORE) : span.start]
    is_of_all = _ALL_OF_THEM.match(text[span.end :].lstrip(" ,(")) or _ALL_OF_THEM.search(before)
    return is_several or bool(is_of_all)


def _singular(function: str) -> str | None:
    """One of several: « élus » gives « élu ». None: it is one."""
    first, space, rest = function.partition(" ")
    words = FUNCTIONS.vocabulary
    is_plural = first.endswith("s") and plain(first[:-1]) in words and len(first) > 3
    return f"{first[:-1]}{space}{rest}" if is_plural else None


def _share(listed: Sequence[_Mention], owner: _Mention | None) -> None:
    """« animateurs tous les deux »."""
    for one in listed:
        if owner is not None:
            one.function = one.function or owner.function
            one.organisation = one.organisation or owner.organisation


def _quiet(function: str, *, opens: bool) -> str:
    """A function that was shouted is said quietly, as is « le Maire »."""
    if not opens and function.istitle() and plain(function) in FUNCTIONS.vocabulary:
        return function.lower()
    words = [
        word.lower() if word.isupper() and len(word) > 4 else word for word in function.split()
    ]
    return " ".join(words)


def _where(text: str, span: Span, said: str, owner: _Mention, last: str) -> str | None:
    match span.label:
        case "same":
            return last or None
        case "of":
            link = re.search(r"(?:\b(?:d['’]|de|à|a|of|in|du|des)\s*)$", text[: span.start], re.I)
            return hall(
                owner.function or "", town=capitalised(said), link=link[0] if link else "de "
            )
        case _:
            return capitalised(said) if said.isupper() and len(said) > 8 else said


_SUPPOSED = re.compile(r"\b(?:si|s['’]|if)\s[^,.;:!]*$", re.IGNORECASE)


def sizes_said(text: str, spans: Sequence[Span], largest: int) -> Iterator[int]:
    """Give the numbers of people that are told; what is only supposed is not."""
    for span in spans:
        if span.label == "size" and not _SUPPOSED.search(text[: span.start]):
            reading = sizes.read(text[span.start : span.end], largest)
            if isinstance(reading, Understood):
                yield reading.value
