"""The lines under a message that say who writes: their name, function and organisation."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.understanding import names, roles
from bot.understanding.firstnames import FIRST_NAMES
from bot.understanding.functions import FUNCTIONS
from bot.understanding.names import Name
from bot.understanding.normal import plain
from bot.understanding.results import Understood

LINES_AT_MOST = 9
"""A signature has no more of them."""

_LINE = re.compile(r"[^\n]+")
_CLOSING = re.compile(
    r"(?:\b(?:cordialement|salutations|sinc[èe]re\w*|amicalement|respectueusement|cdlt"
    r"|bien [àa] vous"
    r"|bonne (?:journ[ée]e|r[ée]ception)|distingu[ée]e?s?|d[ée]vou[ée]e?s?|meilleurs?|regards|merci"
    r"|remerciements|avance|sincerely|faithfully)\b[\s,.!]*|^\W*[-–—_*]{2,}\W*)$",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"@|\bwww\.|https?:|\d(?:[ ./-]?\d){5}|^\s*(?:t[ée]l|mob|port|fax|e?-?mail|courriel)\b", re.I
)
_STREET = re.compile(r"\b\d{5}\b|^\s*\d+\W+(?:bis |ter )?\w+|\b(?:bp|cedex)\b", re.IGNORECASE)
_SALUTATION = re.compile(
    r"^\W*(?:(?:madame|monsieur|mesdames|messieurs|mademoiselle|chers?|ch[èe]res?|dear)\b"
    r"[^\n]{0,60},[ \t]*\n)+|^\W*dear [\w .]{2,30},",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Signature:
    """Who writes, as a signature says it; `start`: where it begins in the text."""

    start: int
    name: Name
    function: str | None = None
    organisation: str | None = None


def without_salutation(text: str) -> str:
    """Give a text of the same length without « Monsieur le Directeur, » over it."""
    found = _SALUTATION.match(text)
    return text if found is None else " " * found.end() + text[found.end() :]


_CLOSED_BY = re.compile(
    r"(?:[.!?]\s+|\n\s*)(?P<closing>(?:(?:yours (?:faithfully|sincerely|truly)"
    r"|(?:kind|best|warm) regards|sincerely|(?:(?:bien|très) )?cordialement|respectueusement"
    r"|bien [àa] vous|cdlt|amicalement)\s*,?\s*(?:[A-ZÀ-Ý][\w.'’-]*\s?){1,4}"
    r"|(?:merci(?: (?:beaucoup|d['’]avance|[àa] vous))?|(?:tr[èe]s )?bonne (?:journ[ée]e|soir[ée]e)"
    r"|[àa] (?:demain|bient[ôo]t|jeudi)|(?:\w+ )?salutations(?: distingu[ée]es)?"
    r"|thanks)\s*[,–—\n-]\s*"
    r"(?-i:(?:[A-ZÀ-Ý][\w.'’-]*\s?){1,4}))\.?\s*)$",
    re.IGNORECASE,
)


def without_closing(text: str) -> str:
    """Give a text of the same length without « Yours faithfully, H. Black » on its last line."""
    found = _CLOSED_BY.search(text)
    if found is None:
        return text
    start, end = found.span("closing")
    return text[:start] + " " * (end - start) + text[end:]


def without(text: str) -> str:
    """Give what is written over a signature; all of it where there is none, or nothing else."""
    signed = of(text)
    above = without_closing(text if signed is None else text[: signed.start])
    return above if above.strip() else text


def of(text: str) -> Signature | None:
    """Give the signature under a text; None: it has none that tells more than a name."""
    lines = [found for found in _LINE.finditer(text) if found.group().strip()]
    for at, line in enumerate(lines):
        if len(lines) - at > LINES_AT_MOST:
            continue
        name = _name(line.group())
        if name is None:
            continue
        below = [one.group().strip(" ,;|") for one in lines[at + 1 :]]
        is_closed = at > 0 and _CLOSING.search(lines[at - 1].group().strip()) is not None
        if any(map(_name, below)):  # a list of people
            return None
        if _is_below(below, is_closed=is_closed):
            return Signature(line.start(), name, *_work(below))
    return None


def _name(line: str) -> Name | None:
    """Give the name that a line is, and nothing else."""
    said = line.strip(" ,.-–—|*")
    words = said.split()
    is_proper = all(word[:1].isupper() or plain(word) in _PARTICLES for word in words)
    if not 2 <= len(words) <= 5 or not is_proper or not all(map(_is_word, words)):
        return None
    head = plain(words[0])
    if (len(head) > 1 and head in FUNCTIONS.vocabulary) or roles.names_body(said):
        return None
    initials = _INITIALS.match(said)
    if initials is not None:
        return Name(initials["first"].strip(), initials["last"])
    reading = names.read(said)
    if not isinstance(reading, Understood):
        return None
    parts = plain(reading.value.first).split()
    return reading.value if FIRST_NAMES & {*parts} or said != said.title() else None


_INITIALS = re.compile(
    r"(?P<first>(?:[A-ZÀ-Ý]\.[ -]?){1,2})\s*(?P<last>(?:de |d['’]|du )?[A-ZÀ-Ý].+)"
)


_PARTICLES = frozenset(["de", "du", "des", "d", "la", "le", "von", "van", "di", "el", "ben"])


def _is_word(word: str) -> bool:
    return all(sign.isalpha() or sign in ".'’-" for sign in word)


def _is_below(lines: Sequence[str], *, is_closed: bool) -> bool:
    """Whether lines are what stands below the name in a signature."""
    told = [bool(_CONTACT.search(one)) or any(_work([one])) for one in lines]
    if is_closed:
        return True
    return bool(told) and told[0] and sum(told) * 2 >= len(told)


def _work(lines: Sequence[str]) -> tuple[str | None, str | None]:
    """Give the function and the organisation that lines tell."""
    function = organisation = None
    for line in lines:
        if _CONTACT.search(line) or _STREET.search(line):
            continue
        head = plain(line).split()[:3]
        if function is None and set(head) & FUNCTIONS.vocabulary and not roles.is_body(line):
            function, at = roles.parts(line)
            organisation = organisation or at
        elif organisation is None and roles.names_body(line):
            organisation = line
    return function, organisation
