"""Whose each of several numbers of one message is."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.understanding import phones
from bot.understanding.addresses import ADDRESS
from bot.understanding.facts import Facts
from bot.understanding.reach_words import (
    OWN,
    REACH,
    THEIR,
    given,
    known_at,
    mentioned,
    mentioned_first,
)
from bot.understanding.results import Understood
from bot.understanding.telling.scene import Known
from bot.understanding.whose_number import MINE_AFTER, NUMBER


def settled(told: Facts, text: str, known: Sequence[Known]) -> Facts:
    """Give each of several numbers to who is named with it, where that is plain for all of them.

    « 06… pour Mme Oriol et 06… pour M. Roux »; « n.oriol@…, 06… et g.roux@…, 06… ».
    """
    numbers = list(NUMBER.finditer(text))
    if len(numbers) < 2:
        return told
    ends = [0, *(one.end() for one in numbers)]
    before = [text[ends[at] : one.start()] for at, one in enumerate(numbers)]
    found = owners(before, text[ends[-1] :], known)
    for at, said in enumerate(before[1:], 1):
        if found[at - 1] and found[at] is None and _SAME_ONES.fullmatch(said):
            return _without_number(told, numbers[at].group())
    if None in found or len({*found}) < len(found):
        return told
    for number, whose in zip(numbers, found, strict=True):
        told = _with_number(told, number.group(), known, whose or 0)
    return told


def owners(before: Sequence[str], rest: str, known: Sequence[Known]) -> list[int | None]:
    """Whose each number or address is: 0: who writes'. `before`: what stands before each."""
    is_bare = _owner(before[0], known) is None
    if not is_bare:
        return [_owner(said, known) for said in before]
    if all(map(_leads, before[1:])):
        return [0, *(_owner(said, known) for said in before[1:])]
    after = [
        _owner_after(said, known, lead=lead)
        for said, lead in zip([*before[1:], rest], before, strict=True)
    ]
    is_first_own = after[0] is None and before[1].strip() in ("et", ",", "and")
    return [0, *after[1:]] if is_first_own else after


def _owner_after(said: str, known: Sequence[Known], *, lead: str) -> int | None:
    """Whose a number is that stands before these words, by them or by what leads to it."""
    if MINE_AFTER.match(said):
        return 0
    if _THEIRS_AFTER.match(said):
        return _only_other(known)
    named = mentioned_first(re.split(r"(?<=\w\w)[.;!?](?:\s|$)|^[.;!?]\s", said)[0], known)
    return 0 if named is None and OWN.search(re.split(r"[.;,\n]", lead)[-1]) else named


_THEIRS_AFTER = re.compile(
    r"\s*[,:(]?\s*(?:c['’ ]?est |est |is )?(?:(?:pour|for|[àa]) (?:lui|elle|her|him)"
    r"|le sien|la sienne|hers|his)\b",
    re.IGNORECASE,
)
_SAME_ONES = re.compile(
    r"[^.;\n\d]{0,12}[,)\s](?:fixe|portable|mobile|bureau|ou|or|ou au|ou le)\s*:?\s*", re.IGNORECASE
)
"""« 06… (Serge), fixe 04… »: both are his."""
_LEADING = re.compile(
    rf"[\s,;.\n–-]*(?:(?:et|mais|and)\s)?(?:(?:pour|for)\b|{REACH}|(?:celui|celle|son|sa|le|la|l['’]"
    rf"|the|his|her)\b)?[^,;.!?()]*(?:[:=]|\b(?:est|is|c['’]?est|au|sur)(?:\s(?:le|la|au))?|\b{REACH}"
    r")\s*|[\s,;.]*(?:et\s)?(?:pour|celui|celle)\s[^,;.!?()]+|\s*\n[^,;.!?()\n]+",
    re.IGNORECASE,
)


def _leads(said: str) -> bool:
    """« . Celui du président : »: whether words lead to the number after them, and tell whose."""
    is_of_the_one_before = re.match(r"\s*(?:c['’]?est|est|is|pour|for)\b", said, re.IGNORECASE)
    said = _TITLE.sub(" ", ADDRESS.sub(" ", said)).rstrip(" ,;/")
    return is_of_the_one_before is None and _LEADING.fullmatch(said) is not None


_TITLE = re.compile(r"\b(?:M|Mr|Mme|Mlle|Dr)\.?\s")


def _without_number(told: Facts, said: str) -> Facts:
    reading = phones.read(said)
    is_it = isinstance(reading, Understood) and reading.value == told.phone
    return replace(told, phone=None) if is_it else told


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
    told = given(told, known_at(known, at), email=None, phone=reading.value)
    return replace(told, phone=phone)


def _owner(said: str, known: Sequence[Known]) -> int | None:
    """Whose a number or an address after these words is: 0: who writes'; None: it is not said."""
    own = [found.end() for found in OWN.finditer(said)]
    named = mentioned(said, known)
    if own and (named is None or own[-1] > _last_of(known[named - 1], said.casefold())):
        return 0
    if named is not None and known[named - 1].is_writing:
        return 0
    if named is None and THEIR.search(said):
        return _only_other(known)
    return named


def _last_of(one: Known, said: str) -> int:
    """Where somebody is named last in words, by either name; -1: by neither."""
    names = [name.casefold() for name in (one.first, one.last) if name]
    return max((said.rfind(name) for name in names), default=-1)


def _only_other(known: Sequence[Known]) -> int | None:
    others = [at for at, one in enumerate(known, 1) if not one.is_writing]
    return others[0] if len(others) == 1 else None
