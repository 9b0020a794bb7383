"""A name put right by what it is not: « Tessier, pas Teyssier », « changez Teyssier en… »."""

import re
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA

from bot.understanding import known_words
from bot.understanding.firstnames import FIRST_NAMES
from bot.understanding.names import Name
from bot.understanding.normal import plain
from bot.understanding.sentences import sentences
from bot.understanding.spoken import Spoken
from bot.understanding.telling.scene import Known

_NOT = (
    r"(?:(?:et|mais|donc|and|but) )?(?:pas|non|not|au lieu de|plutot que|instead of"
    r"|a la place de)(?: c est)?"
)
_TITLE = r"(?:(?:m|mr|mme|mlle|monsieur|madame) )?"
_IS = (
    r"(?:(?:c est|c|est|s appelle|se nomme|s ecrit|it s|is|is called)"
    r"(?: (?:juste|plutot|bien|en fait|simplement|actually))* )?"
)
_INTO = (
    r"(?:remplac\w+|chang\w+|corrig\w+|modifi\w+|replace|change|correct)"
    r" (?:(?:le |the )?(?:nom|name)(?: de| of)? )?"
)
_NEW = r"(?P<new>[a-z]{3,})"
_SOMEBODY_ELSE = re.compile(r"\b(?:qui|who) (?:vien\w*|viendra|remplace\w*|comes?|will)\b")
_OF_A_NAME = re.compile(r"\b(?:prenom|nom|name)\b")
_SAME_BEGINNING, _FAR = 3, 3


def read(text: str, known: Sequence[Known]) -> dict[int, Name]:
    """The whole names that are told to be right, by the place (1 and up) of whom they mean."""
    found: dict[int, Name] = {}
    for said in map(Spoken, sentences(text)):
        for place, one in enumerate(known, 1):
            for name in _told(said, one, known):
                found.setdefault(place, name)
    return found


def _told(said: Spoken, one: Known, known: Sequence[Known]) -> Iterator[Name]:
    """The other name of one of them that a sentence tells beside the one that is denied."""
    for is_first, old, other in ((False, one.last, one.first), (True, one.first, one.last)):
        half = plain(old)
        is_theirs_alone = sum(half in plain(f"{it.first} {it.last}").split() for it in known) == 1
        if not half or not (is_theirs_alone or " " in half):
            continue
        for found in _matches(said.text, half=half, other=plain(other)):
            written = said.raw(*found.span("new"))
            if _is_name(written, known, text=said.written) and _is_theirs(
                found, half, sentence=said.text
            ):
                shown = written.title() if written == written.lower() else written
                yield Name(shown, one.last) if is_first else Name(one.first, shown)


def _matches(sentence: str, *, half: str, other: str) -> Iterator[re.Match[str]]:
    beside = rf"(?:(?P<beside>{re.escape(other)}) )?" if other else r"(?P<beside>(?!))?"
    again = rf"(?:{re.escape(other)} )?" if other else ""
    old = rf"{_TITLE}{again}{re.escape(half)}\b"
    for pattern in (
        rf"\b{beside}{_IS}{_TITLE}{_NEW} {_NOT} {old}",
        rf"\b{_NOT} {old} (?:(?:mais|but|plutot) )?{beside}{_IS}{_TITLE}{_NEW}\b",
        rf"\b{_INTO}{old} (?:par|en|pour|by|with|to) {beside}{_TITLE}{_NEW}\b",
    ):
        yield from re.finditer(pattern, sentence)


def _is_theirs(found: re.Match[str], half: str, *, sentence: str) -> bool:
    """Whether it is the same person: nearly the same name, or the other half is said with it."""
    new = found["new"]
    far = _FAR if new[:_SAME_BEGINNING] == half[:_SAME_BEGINNING] else _FAR - 1
    is_near = OSA.distance(new, half) <= min(far, len(half) // 2)
    is_both_first = new in FIRST_NAMES and half in FIRST_NAMES
    if is_near and not is_both_first:
        return new != half
    is_of_a_name = bool(found["beside"]) or _OF_A_NAME.search(sentence) is not None
    return is_of_a_name and new != half and not _SOMEBODY_ELSE.search(sentence)


def _is_name(written: str, known: Sequence[Known], *, text: str) -> bool:
    """Whether a word is written as a name is, is no common one and is nobody's yet."""
    word = plain(written)
    is_common = known_words.kinds(word)[0] in ("z0", "z1") and word not in FIRST_NAMES
    is_written = written[:1].isupper() or text == text.lower()
    is_known = any(word in one.words for one in known)
    return is_written and not is_known and not (is_common and written[:1].islower())
