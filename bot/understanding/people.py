"""The people that a free message names, and where it names them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.understanding.firstnames import FIRST_NAMES
from bot.understanding.functions import FUNCTIONS
from bot.understanding.names import Name
from bot.understanding.names import read as read_name
from bot.understanding.normal import plain, vocabulary
from bot.understanding.results import Understood

_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")
_PARTICLES = vocabulary("de du des la le les da di dos el ben van von")
_TITLES = vocabulary("monsieur madame mademoiselle m mme mlle mr mrs ms dr")
# Before a name, these make it that of a place or of somebody who is only spoken of.
_OF_A_PLACE = vocabulary(
    "de d du rue avenue place ecole college lycee salle espace centre maison chez selon by of a au"
    " via saint sainte"
)
# After a name, only these leave no doubt that the person is just named.
_AFTER = vocabulary(
    "et and avec with from ainsi plus son sa leur notre qui who est sera seront is are will "
    "vient viendra "
    "viendront comme pour de du des d a au"
    " je on nous we i c mon ma my mail tel"
)
_BEFORE_SMALL = vocabulary(
    "suis appelle appel nomme est c avec with et and moi inscrire inscris inscrivez is am m s"
)
_NO_LAST_NAME = (
    FUNCTIONS.vocabulary
    | _PARTICLES
    | _AFTER
    | vocabulary(
        "moi ne n pas le la les un une se il elle on y en ou mais si car puis merci bonjour"
    )
)
_ACCOMPANIED = re.compile(r"\baccompagn\w+ (?:de |d['’]|par )$", re.IGNORECASE)
_ABSENT = re.compile(
    r"\W{1,3}(?:qui\s+)?(?:ne\b|n['’]|est\s+(?:absente?|malade|indisponible))", re.I
)


# Whatever the first name is: « je m’appelle Maïwenn Kerdoncuff ».
_CAPITAL = r"[A-ZÀ-Ý][\w]+(?:['’-][\w]+)*"
_INTRODUCED = re.compile(
    r"\b(?:(?i:je m['’ ]?appelle|je me nomme|my name is|je me pr[ée]sente)\s*:?\s+)"
    rf"(?P<first>{_CAPITAL})\s+(?P<last>(?:(?:de|du|la|le|d['’])\s?)*{_CAPITAL})"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A name as it stands in a text, from `start` to `end` (excluded)."""

    name: Name
    start: int
    end: int


def find(text: str) -> list[Named]:
    """Give the people named in a text, where it is sure that these are names of people.

    A first name that is well known, then a last name written as one; in small letters only where
    what stands around it leaves no doubt.
    """
    words = list(_WORD.finditer(text))
    found = [_introduced(one) for one in _INTRODUCED.finditer(text)]
    spans = [(one.start, one.end) for one in found]
    at = 0
    while at < len(words):
        named = _named_at(text, words, at)
        if named is None:
            at += 1
            continue
        if not any(start < named.end and named.start < end for start, end in spans):
            found.append(named)
        at = next((i for i, word in enumerate(words) if word.start() >= named.end), len(words))
    return sorted(found, key=lambda one: one.start)


def _introduced(found: re.Match[str]) -> Named:
    return Named(Name(found["first"], found["last"]), found.start("first"), found.end("last"))


def _named_at(text: str, words: list[re.Match[str]], at: int) -> Named | None:
    before = plain(words[at - 1].group()) if at else ""
    if before in _OF_A_PLACE and _touch(text, words, at - 1):
        is_company = _ACCOMPANIED.search(text, 0, words[at].start())
        if not is_company:
            return None
    end = next(iter(_ends(text, words, at)), None)
    if end is None or not _is_only_named(text, words, end):
        return None
    start = words[at].start()
    reading = read_name(text[start : words[end - 1].end()])
    if not isinstance(reading, Understood):
        return None
    return Named(reading.value, start, words[end - 1].end())


def _ends(text: str, words: list[re.Match[str]], at: int) -> Iterator[int]:
    """Give where a name may end that begins with this word; nothing when none does."""
    first = words[at].group()
    if not _follows(text, words, at):
        return
    if _is_last_name_first(words, at):
        yield at + 2
    elif _is_first(first) and first[0].isupper():
        end = _end_of_capitals(text, words, at + 1)
        if end is not None:
            yield end
    elif _is_first(first) and _may_be_small(text, words, at):
        yield at + 2


def _is_last_name_first(words: list[re.Match[str]], at: int) -> bool:
    """« GRANGER Jean-Pierre »."""
    last, first = words[at].group(), words[at + 1].group()
    shouts = last.isupper() and len(last) > 3 and plain(last) not in _NO_LAST_NAME
    return shouts and _is_first(first) and first[0].isupper() and not first.isupper()


def _end_of_capitals(text: str, words: list[re.Match[str]], at: int) -> int | None:
    """Where a last name ends that begins at a word: particles, then one or two capitals."""
    second_first = _is_first(words[at].group()) and _is_capital(text, words, at + 1)
    if second_first and _follows(text, words, at):
        at += 1
    while at < len(words) and plain(words[at].group()) in _PARTICLES and _follows(text, words, at):
        at += 1
    if not _is_capital(text, words, at):
        return None
    shouted = words[at].group().isupper()
    more = at + 1
    if _follows(text, words, at) and _is_capital(text, words, more):
        alike = words[more].group().isupper() == shouted and not _is_first(words[more].group())
        if alike and plain(words[more].group()) not in _NO_LAST_NAME:
            return more + 1
    return more


def _is_capital(text: str, words: list[re.Match[str]], at: int) -> bool:
    return at < len(words) and words[at].group()[0].isupper()


def _may_be_small(text: str, words: list[re.Match[str]], at: int) -> bool:
    """Whether a name in small letters may begin here: « je suis luc bonnet maire de… »."""
    before = plain(words[at - 1].group()).split()[-1:] if at else []
    opens = not before or before[0] in _BEFORE_SMALL | _TITLES | FUNCTIONS.vocabulary
    last = plain(words[at + 1].group())
    return opens and last not in _NO_LAST_NAME and not last.startswith(("fonction", "collegue"))


def _is_only_named(text: str, words: list[re.Match[str]], end: int) -> bool:
    """Whether what follows a name tells nothing else of them: « m’a parlé de », « ne "
    "vient pas »."""
    after = text[words[end - 1].end() :]
    if _ABSENT.match(after):
        return False
    if end == len(words) or not _follows(text, words, end - 1):
        return True
    following = plain(words[end].group()).split()[0]
    return following in _AFTER or following in FUNCTIONS.vocabulary


def _follows(text: str, words: list[re.Match[str]], at: int) -> bool:
    """Whether there is a next word, with nothing but a space between."""
    return at + 1 < len(words) and _touch(text, words, at)


def _touch(text: str, words: list[re.Match[str]], at: int) -> bool:
    return not text[words[at].end() : words[at + 1].start()].strip()


def _is_first(word: str) -> bool:
    parts = plain(word).split()
    return bool(parts) and all(part in FIRST_NAMES for part in parts)
