"""Who comes, as what a tagger found in a message tells: names, functions, organisations."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.understanding import names, occupations, outright, writers
from bot.understanding.firstnames import FIRST_NAMES
from bot.understanding.mentions import NAMES, OTHERS_COME, Mention, is_same, of_name
from bot.understanding.names import Name
from bot.understanding.normal import plain
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
    is_ours: bool = False
    """« notre directeur »: where they work is where who writes does."""
    is_companion: bool = False
    """« mon adjoint »: somebody of whom only that is told."""


_MYSELF = re.compile(
    r"(?<![\w'’-])(?<!chez )(?<!selon )(?<!pas )(?<!sauf )(?<!dites )(?<!d'après )"
    r"(?:moi(?:[ -]m[êe]me)?|myself|me(?= and\b)|(?<=and )me|I(?= and\b))(?![\w'’-])"
)
_COMPANY = re.compile(
    r"\b(?:avec|with|accompagn\w+ (?:de|d['’]|par))[\s,]+(?:[\w'’.]+[\s,]+){0,3}$", re.IGNORECASE
)
_FOR_OTHERS = re.compile(
    r"\b(?:(?<!\bm['’])(?<!\bm )(?<!\bnous )(?<!\bns )inscri(?:re|s|vez|vons)(?![ -]moi)"
    r"|register(?! (?:with|me|myself|us|for)\b)|ne viens pas|ne viendrai pas|ne serai pas)\b",
    re.I,
)
_OF_A_PLACE = re.compile(
    r"\b(?:rue|avenue|place|boulevard|impasse|quai|cours|[ée]cole|coll[èe]ge|lyc[ée]e|salle|espace"
    r"|saint|sainte|ste?|centre|maison|stade|gymnase|h[ôo]pital|m[ée]diath[èe]que|foyer)\s+"
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
    text: str, spans: Sequence[Span], size: int | None, *, is_asked: bool, writer: str = ""
) -> tuple[list[Person], bool]:
    """Give those who come, and whether others are told of who are not wholly named.

    `size`: how many come, where that is told: « on sera trois : moi, Léa Vial et Jean Roche ».
    `is_asked`: it answers a question about somebody, so that who writes does not come for having
    said « avec ».
    `writer`: the name of who writes, as far as it is known.
    """
    spans = _present(text, _with_titles(text, _brought(text, spans)))
    spans = outright.added(text, spans)
    listed = _named(text, spans)
    _only_writer(text, listed, writer)
    if not is_asked:
        _set_apart(text, listed, size)
        _add_writer(text, listed)
    occupations.hand_out(text, spans, listed, is_asked=is_asked)
    vague = any(one.is_partial and not (one.is_writing or _is_somebody(one)) for one in listed)
    people = [_person(one) for one in sorted(listed, key=lambda one: one.start)]
    return [one for one in people if _says_something(one)], vague


def says_myself(text: str) -> bool:
    """Say whether who writes counts themselves in: « Julie et moi », not « pas moi »."""
    return _myself(text) is not None


_OF_ONESELF = re.compile(
    r"\b(?:quant [àa]|pour) moi\b(?!\s*(?:\bet\b|\bavec\b|[+&]))"
    r"|\bmoi[ -]?m[êe]me n['’ e]|\bmoi\W+(?:je )?(?:n['’]|ne\b"
    r"|simple|juste|fais que)",
    re.IGNORECASE,
)
"""« quant à moi, je ne viens pas »: who writes is named, and not among them."""


def _myself(text: str) -> re.Match[str] | None:
    """Where who writes counts themselves in."""
    masked = _OF_ONESELF.sub(lambda found: " " * len(found.group()), text)
    return _MYSELF.search(masked)


def _says_something(one: Person) -> bool:
    told = (one.name, one.function, one.organisation)
    if one.is_writing or one.is_same or any(part is not None for part in told):
        return True
    return bool(one.called) and _is_called(one.called)


def _is_somebody(one: Mention) -> bool:
    """Whether half a name is surely one: « Léa », « Mme Aubert »."""
    return not one.is_companion and _is_called(one.said)


def _is_called(said: str) -> bool:
    return bool(_TITLE.match(said) or {*plain(said).split()} & FIRST_NAMES)


def _person(one: Mention) -> Person:
    called = one.said if one.is_partial and not one.is_companion else ""
    return Person(
        one.name,
        one.function,
        one.organisation,
        one.is_writing,
        one.is_same,
        one.email,
        called,
        one.is_ours,
        one.is_companion,
    )


# ---- who

_BROUGHT = re.compile(
    r"\b(?:accompagn\w+\s+(?:de|d['’]|par)"
    r"|(?:vien\w*|venir|viendr\w+|serai\w*|serons|inscri\w+)\b[^.;!?]{0,20}\bavec|am[èe]ne)[\s,]+"
    r"(?:[\w'’.]+[\s,]+){0,3}$",
    re.IGNORECASE,
)


def _brought(text: str, spans: Sequence[Span]) -> list[Span]:
    """« accompagné de Serge Rault »: he comes."""
    found: list[Span] = []
    for one in spans:
        follows = bool(found) and found[-1].label == "name"
        is_next = follows and _AND_TOO.fullmatch(text, found[-1].end, one.start)
        before = text[: one.start]
        is_along = _BROUGHT.search(before) or _WITH_MINE.search(before)
        if one.label == "other" and (is_next or is_along):
            found.append(replace(one, label="name"))
        else:
            found.append(one)
    return found


_WITH_MINE = re.compile(
    r"(?:^|[.;!?,\n]|\bet|\bdonc|\balors)\s*(?:et |donc |alors )*avec (?:mon|ma|notre) "
    r"[^\W\d_]+(?: [^\W\d_]+)?\W{1,3}$",
    re.IGNORECASE,
)
_AND_TOO = re.compile(
    r"\W*(?:et puis|et|and|puis|ainsi que)\W+(?:de |d['’]|par |avec )?"
    r"(?:(?:M|Mme|Mlle|Mr|Mrs|Monsieur|Madame)\b\.?\s*)?"
)


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
        if span.label == "other" and _SIGNED.search(text[: span.start]):
            _note_signed(listed, span, text)
        if span.label not in NAMES or _OF_A_PLACE.search(text[: span.start]):
            continue
        said = text[span.start : span.end]
        if _NO_NAME.search(said) or _LIKE.search(text[: span.start]):
            continue
        reading = names.read(said)
        name = reading.value if isinstance(reading, Understood | Doubtful) else None
        whole = _last_first(listed, span, text) if name is None else None
        if whole is not None:
            listed[-1].name, listed[-1].said, listed[-1].end = whole, " ".join(whole), span.end
            continue
        known = next((one for one in listed if is_same(one, name, said)), None)
        if known is not None:
            known.name, known.end = known.name or name, span.end
            is_signed = _SIGNED.search(text[: span.start]) is not None
            known.is_writing |= span.label == "self" or is_signed
            continue
        if _SIGNED.search(text[: span.start]):
            continue  # who signs writes, and may not come
        title = _TITLE.search(text[: span.start]) if name is None else None
        called = f"{title.group().strip()} {said}" if title is not None else said
        listed.append(Mention(span.start, span.end, name, called, span.label == "self"))
    return listed


_NO_NAME = re.compile(
    r"\b(?:j['’ ]?y|jy|bosse\w*|taffe\w*|travaille\w*|suis|viens|vient)\b", re.IGNORECASE
)
"""« jy bosse »: words that are in nobody's name."""


_LIKE = re.compile(
    r"\b(?:comme|(?:le |la )?m[êe]mes?(?: [^\W\d_]+)? que|pareil (?:que|à)|idem(?: que)?|same as"
    r"|(?<!would )(?<!i['’]d )like)\s+(?:(?:M|Mme|Mr|Mrs|Monsieur|Madame)\b\.?\s*)?$",
    re.IGNORECASE,
)
"""« la même que M. Vigne », « comme Léa »: what follows is told of another."""


def _last_first(listed: Sequence[Mention], span: Span, text: str) -> Name | None:
    """« Mme Montagnon, Sylvie », « Faverjon, Muriel »: one name in two parts; None: it is none."""
    before = listed[-1] if listed else None
    if before is None or before.name is not None or not before.said:
        return None
    if not re.fullmatch(r"\s*,\s*", text[before.end : span.start]):
        return None
    last, said = _TITLED_NAME.sub("", before.said), text[span.start : span.end]
    is_titled = last != before.said
    parts = (last, said) if names.is_first_name(last) and not is_titled else (said, last)
    is_first = names.is_first_name(parts[0])
    return Name(*parts) if is_first and not names.is_first_name(parts[1]) else None


_TITLED_NAME = re.compile(r"^(?:M\.|Mr|Mrs|Ms|Mme|Mlle|Monsieur|Madame)\s+", re.IGNORECASE)


def _note_signed(listed: Sequence[Mention], span: Span, text: str) -> None:
    """Who signs is who writes, where they are one of those who come."""
    signed = of_name(listed, span, text)
    if signed is not None:
        signed.is_writing = True


_I = r"(?:je suis|je m['’]appelle|i am|i['’]m|moi(?:[ -]m[êe]me)?|ici|my name is|de la part de)"


def _only_writer(text: str, listed: Sequence[Mention], writer: str) -> None:
    """One of them writes at most; who is another than `writer` does not, unless it is said."""
    own = [one for one in listed if one.is_writing]
    known = {*plain(writer).split()}
    said = [one for one in own if _says_so(text, one)]
    for one in own:
        is_other = len(known) > 1 and not known & {*plain(one.said).split()}
        is_other |= _COMPANY.search(text[: one.start]) is not None
        one.is_writing = one in said[:1] if said else one is own[0] and not is_other
    if len(known) > 1 and not any(one.is_writing for one in listed):
        for one in listed:
            one.is_writing = one.name is not None and plain(" ".join(one.name)) == plain(writer)


def _says_so(text: str, one: Mention) -> bool:
    """« je suis Paul Martin », « moi-même, Paul Martin »."""
    return re.search(rf"\b{_I}\W{{1,3}}(?:c['’ ]?est\W+)?$", text[: one.start], re.I) is not None


_TITLE = re.compile(r"\b(?:M\.|Mr|Mrs|Ms|Mme|Mlle|Monsieur|Madame)\s+(?:$|(?=[\w'’-]+$))", re.I)


def _set_apart(text: str, listed: list[Mention], size: int | None) -> None:
    """Who writes may be another than the first one named, or not come at all."""
    apart = ME_THEN.search(text)
    if apart is not None and size is not None:
        follows = next((one for one in listed if one.start >= apart.end()), None)
        for one in listed:
            one.is_writing = one is follows and size == len(listed)
    others = [one for one in listed if not one.is_writing]
    own = next((one for one in listed if one.is_writing), None)
    if own is None or not others or _myself(text):
        return
    registers = _FOR_OTHERS.search(text)
    if registers is not None and size != len(listed):
        listed.remove(own)


def _add_writer(text: str, listed: list[Mention]) -> None:
    """« moi et Julie Faure », « je viens avec Julie Faure »: who writes comes too."""
    if any(one.is_writing for one in listed):
        return
    said = _myself(text)
    first = min((one.start for one in listed), default=len(text))
    if said is not None and not any(one.start <= said.start() < one.end for one in listed):
        listed.append(Mention(said.start(), said.end(), is_writing=True))
    elif listed and not _is_for_others(text[:first]) and _joins(text, first):
        listed.append(Mention(0, 0, is_writing=True))


def _joins(text: str, first: int) -> bool:
    """Whether who writes comes along: « avec Julie Faure », « m’accompagnera Julie Faure »."""
    return _COMPANY.search(text[:first]) is not None or writers.comes(text)


def _is_for_others(text: str) -> bool:
    return bool(_FOR_OTHERS.search(text) or OTHERS_COME.search(text))
