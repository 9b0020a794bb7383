"""Finds the facts in what people write: a tagger over words, learnt from labelled messages.

What it learns from is `examples/facts/`, a line a message; `binome teach` learns it. It tells
where a name, a function, an organisation… stands in a text; what that is worth is for the readers
of each to say.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path

import pycrfsuite

from bot.understanding import known_words
from bot.understanding.firstnames import FIRST_NAMES
from bot.understanding.functions import FUNCTIONS
from bot.understanding.normal import vocabulary, without_accents

WEIGHTS = Path(__file__).with_name("facts.weights")

LABELS = (
    "self",
    "name",
    "other",
    "function",
    "organisation",
    "of",
    "same",
    "territory",
    "size",
    "email",
    "phone",
)
"""What is found; what each means is told in examples/facts/README.md."""

QUESTIONS = (
    "menu",
    "territory",
    "size",
    "name",
    "function",
    "organisation",
    "email",
    "phone",
    "recap",
)
"""What was asked when the text was written; `menu`: nothing."""

READ_AT_MOST = 250
"""Words and signs of a text."""

_TOKEN = re.compile(
    r"[^\s<>(),;:@«»]+@[^\s<>(),;:@«»]+\w|\+?\d(?:[ ./-]?\d){8,}"  # an address, a number
    r"|[^\W\d_]+(?:['’](?=\w))?|\d+|\n|[^\w\s]|_"
)
_BODIES = vocabulary(
    "mairie commune ville communaute communes cc ca agglo agglomeration comcom interco parc pnr"
    " departement conseil region association asso amis syndicat metropole office ecole college"
    " lycee universite chambre gaec earl ferme club comite cooperative petr gal scot maison mjc"
    " centre federation foyer collectif pays council town county"
)


@dataclass(frozen=True, slots=True)
class Span:
    """Something found in a text, from `start` to `end` (excluded); how sure it is, from 0 to 1."""

    label: str
    start: int
    end: int
    sure: float


def tag(text: str, *, question: str = "menu") -> tuple[Span, ...]:
    """Give what is found in a text, in its order; none lies in another.

    `question`: one of `QUESTIONS`.
    """
    return _read(text, question=question)[0]


def says_nothing(text: str, *, question: str) -> float:
    """Give how sure it is, from 0 to 1, that no word of a text is a fact."""
    return _read(text, question=question)[1]


@lru_cache(maxsize=8)
def _read(text: str, *, question: str) -> tuple[tuple[Span, ...], float]:
    """Give what is found, and how sure it is that there is nothing.

    One text is read for several things: what was found is remembered for a while.
    """
    words = tokens(text)
    if not words:
        return (), 1.0
    tagger = _tagger()
    labels = tagger.tag(list(features([word.group() for word in words], question)))
    sure = [tagger.marginal(label, at) for at, label in enumerate(labels)]
    nothing = min(tagger.marginal("O", at) for at in range(len(words)))
    found = [_whole(text, span) for span in _spans(words, labels, sure)]
    found = [_placed(text, one, after) for after, one in zip([None, *found], found, strict=False)]
    apart = [one for at, one in enumerate(found) if not at or one.start >= found[at - 1].end]
    return tuple(apart), nothing


_OF = re.compile(r" (?:d[eu] |d['’]|[àa] )", re.IGNORECASE)


def _placed(text: str, span: Span, after: Span | None) -> Span:
    """« maire de Bard »: a function is of a place, and of nobody."""
    is_of = after is not None and _OF.fullmatch(text, after.end, span.start)
    is_place = after is not None and after.label == "function" and is_of and span.label == "name"
    return replace(span, label="of") if is_place else span


_COUNTED = re.compile(
    r"\b(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|vingt|cent|mille|\d+)$",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r" [A-ZÀ-Ý][\w'’-]*")
_TAIL = re.compile(r"-[^\W\d_]+(?:-[^\W\d_]+)*")
_KIND = re.compile(
    r"\b(?:arrondissement|canton|pays|bassin|vall[ée]e|d[ée]partement)\s+"
    r"(?:de |d['’]|du |des )(?:la |l['’])?$",
    re.IGNORECASE,
)
"""« l’arrondissement d’Ardencey »: no mere place, and no town hall."""
_CHARGE = re.compile(
    r" (?:en charge|charg[ée]e?s?|d[ée]l[ée]gu[ée]e?s?) (?:de |d['’]|du |[àa] )", re.I
)
"""« la communauté de communes en charge de l’eau »: who is, not what it is called."""
_PLACES = ("of", "territory", "organisation")
_GO_ON = ("self", "name", "other", *_PLACES)
_RIVER = re.compile(
    r"[ -](?:sur|sous)[ -](?!place|internet|site|zone|mon|ma|votre|notre|cette|ce|une?\b|le\b|la\b)"
    r"[^\W\d_]{3,}",
    re.IGNORECASE,
)
"""« mairie de plouvarec sur lie »."""


def _whole(text: str, span: Span) -> Span:
    """Give a span from its first word, « l’arrondissement d’Ardencey », to its last."""
    kind = _KIND.search(text, 0, span.start) if span.label == "of" else None
    if kind is not None:
        span = replace(span, label="territory", start=kind.start())
    return replace(span, end=_end(text, span))


def _end(text: str, span: Span) -> int:
    """Where a span ends: with « Chirat-Payre », and with the bracket it opens.

    An organisation does not end with a number: « Les Quatre Vents ».
    """
    end = span.end
    if span.label == "organisation":
        if charge := _CHARGE.search(text, span.start, end):
            return charge.start()
        end = _goes_on(text, span.start, end=end)
        counted = _COUNTED.search(text[span.start : end]) and _CAPITAL.match(text, end)
        end = counted.end() if counted else end
    river = _RIVER.match(text, end) if span.label in _PLACES else None
    tail = river or (_TAIL.match(text, end) if span.label in _GO_ON else None)
    if tail is not None:
        return tail.end()
    return end + (text[end : end + 1] == ")" and "(" in text[span.start : end])


_NAMED = re.compile(
    r"(?:r[ée]seau|association|asso|collectif|club|compagnie|ferme|gaec|f[ée]d[ée]ration"
    r"|coop[ée]rative)\b",
    re.IGNORECASE,
)


def _goes_on(text: str, start: int, *, end: int) -> int:
    """« réseau Agri Court Drôme », of which « réseau Agri » was found: the capitals after it."""
    is_named = (
        _NAMED.match(text, start, end) and text[start:end].rsplit(maxsplit=1)[-1][:1].isupper()
    )
    while is_named and (more := _CAPITAL.match(text, end)) is not None:
        word = more.group().strip()
        if word.isupper() or without_accents(word).casefold() in FIRST_NAMES:
            break
        end = more.end()
    return end


def tokens(text: str) -> list[re.Match[str]]:
    """Cut a text into words, numbers and signs: « l’ », « agglo », « , »."""
    return list(_TOKEN.finditer(text))[:READ_AT_MOST]


def features(words: Sequence[str], question: str) -> Iterator[list[str]]:
    """Give what is known of each word, and of those around it."""
    own = [_of(word) for word in words]
    whole = f"q={question}"
    last = len(words) - 1
    for at, (low, shape, kinds) in enumerate(own):
        said = [
            "bias",
            whole,
            f"w={low}",
            f"s={shape}",
            f"{whole}|s={shape}",
            f"p3={low[:3]}",
            f"x2={low[-2:]}",
            f"x3={low[-3:]}",
            f"x4={low[-4:]}",
        ]
        said += [f"k={kind}" for kind in kinds]
        said += [f"{whole}|k={kind}" for kind in kinds]
        if at == 0:
            said += ["first", f"first|{whole}|s={shape}"]
        if at == last:
            said += ["last", f"last|{whole}"]
        if last <= 3:
            said.append(f"short={last}|{whole}|s={shape}")
        for step in (-3, -2, -1, 1, 2, 3):
            there = at + step
            if not 0 <= there <= last:
                continue
            other, form, more = own[there]
            said.append(f"{step}w={other}")
            if abs(step) < 3:
                said.append(f"{step}s={form}")
                said += [f"{step}k={kind}" for kind in more]
        if at:
            said.append(f"-1w={own[at - 1][0]}|w={low}")
            said.append(f"-1w={own[at - 1][0]}|s={shape}")
        if at > 1:
            said.append(f"-2w={own[at - 2][0]}|-1w={own[at - 1][0]}")
        if at < last:
            said.append(f"w={low}|+1w={own[at + 1][0]}")
        yield said


@lru_cache(maxsize=10_000)
def _of(word: str) -> tuple[str, str, tuple[str, ...]]:
    """A word in its plain form, how it is written, and what kinds of words it may be."""
    low = without_accents(word).casefold().replace("’", "'")
    kinds = []
    if low in FIRST_NAMES:
        kinds.append("first")
    if low in FUNCTIONS.vocabulary:
        kinds.append("function")
    if low in _BODIES:
        kinds.append("body")
    if low[:1].isalpha():
        kinds += known_words.kinds(low.rstrip("'"))
    return low, _shape(word), tuple(kinds)


def _shape(word: str) -> str:
    if "@" in word and len(word) > 1:
        return "@"
    if word[-1].isdigit():
        return f"d{min(len(word), 4)}"
    if not word[0].isalpha():
        return word
    if word.isupper():
        return "X" if len(word) == 1 else "XX"
    return "Xx" if word[0].isupper() else "x"


def _spans(
    words: Sequence[re.Match[str]], labels: Sequence[str], sure: Sequence[float]
) -> Iterator[Span]:
    """The runs of one label: each begins with `B-`, and goes on with `I-`."""
    start = None
    for at, label in enumerate([*labels, "O"]):
        if start is not None and label != f"I-{labels[start][2:]}":
            yield Span(
                labels[start][2:], words[start].start(), words[at - 1].end(), min(sure[start:at])
            )
            start = None
        if start is None and label != "O":
            start = at


@cache
def _tagger() -> pycrfsuite.Tagger:
    tagger = pycrfsuite.Tagger()
    tagger.open(str(WEIGHTS))
    return tagger
