"""A function said once of several: « tous deux élus à Die », « deux agents : Luc et Léa »."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.understanding import diets, shared
from bot.understanding.firstnames import FIRST_NAMES, gender_of
from bot.understanding.functions import FUNCTIONS
from bot.understanding.normal import plain
from bot.understanding.telling.mentions import companion_gender
from bot.understanding.telling.reading import Telling, Told
from bot.understanding.telling.scene import Kind

_NUMBERS = {"deux": 2, "2": 2, "two": 2, "trois": 3, "3": 3, "three": 3, "quatre": 4, "4": 4}
_NUMBER = r"(?P<number>deux|trois|quatre|two|three|[2-4])"
_ALL_ARE = re.compile(
    rf"\b(?:tous|toutes|both)(?:[.… ]+enfin tous)? ?(?:les )?{_NUMBER}? "
    r"(?:également |aussi |comme |en tant que )?$"
    r"|\b(?:on est|nous sommes|we are|we're)(?: tous)? $",
    re.IGNORECASE,
)
_ALL_AFTER = re.compile(
    rf"[ ,]*(?:tous|toutes|both)(?: les)? {_NUMBER}\b(?! (?:[àa]|au|de|du|chez)\b)", re.IGNORECASE
)
_SO_MANY = re.compile(
    rf"\b(?:(?:mes|nos|ses|leurs|vos|my|our|his|her) )?{_NUMBER} (?:jeunes |autres )?$",
    re.IGNORECASE,
)
_THEY_ARE = re.compile(r"\b(?:sont|ils|elles|they)\b[^.;!?]{0,12}$", re.IGNORECASE)
_PLURAL = re.compile(
    r"(?P<head>[^\W\d_]{3,}s)(?: (?:municipa|techni|territori|communauta|départementa|régiona|spor"
    r"|cultu|socia|familia|indépenda|retraité|bénévole)\w*[sx])?"
    r"(?: de (?:mission|projets?))?(?!\w)",
    re.IGNORECASE,
)
_TRADES = re.compile(
    r"(?:ist|og|thérap)es$|(?:t|s|d)(?:eur|rice|euse)s$|(?:ien|ienne)s$|bénévoles$"
)
_TO_THE_BODY = re.compile(r"[ ,]*(?:(?:de|à|a|au|aux|du|des|chez|dans|d['’]|la|le|les|l['’]) ?)*$")
_TO_THE_NAMES = re.compile(r"[^.;!?]{0,45}?\s*[:,(–-]")


@dataclass(frozen=True, slots=True)
class _Said:
    """A function in its plural, and of how many it is said."""

    function: str
    start: int
    end: int
    number: int = 0
    """How many they are; 0: all."""


def spread(found: Told) -> Told:
    """Give each the function, and the body, that are said of all of them at once."""
    for said in _plurals(found):
        theirs = _recipients(found, said)
        if len(theirs) > 1:
            return replace(found, people=tuple(_given(found, said, theirs)))
    return found


def _plurals(found: Told) -> Iterator[_Said]:
    text = found.heard.scene.text
    spans = [(span.start, span.end) for span, _, _ in found.heard.spans if span.label == "function"]
    taken = [(span.start, span.end) for span, _, _ in found.heard.spans]
    words = [one.span() for one in _PLURAL.finditer(text) if _is_trade(one["head"])]
    free = [one for one in words if not any(a <= one[0] < b for a, b in taken)]
    for start, end in sorted([*spans, *free]):
        function = text[start:end]
        if shared.in_singular(function) is None or diets.is_diet(function):
            continue
        said = _Said(function, start, end)
        if _ALL_ARE.search(text, 0, start) or _ALL_AFTER.match(text, end):
            yield said
        elif (many := _SO_MANY.search(text, 0, start)) and _TO_THE_NAMES.match(text, end):
            yield replace(said, number=_NUMBERS[many["number"].lower()])


def _is_trade(head: str) -> bool:
    is_known = plain(head).removesuffix("s") in FUNCTIONS.vocabulary
    return is_known or _TRADES.search(head.lower()) is not None


def _recipients(found: Told, said: _Said) -> list[int]:
    """Of whom it is said; nobody: that many are not told of."""
    heard = found.heard
    theirs = [one.who for one in found.people if _is_somebody(found, one)]
    theirs = [one for one in theirs if not _has_another(found, one, said)]
    if said.number:
        first = {
            one.who: heard.at[one.start][0]
            for one in reversed(heard.mentions)
            if heard.at[one.start][0] >= said.end
        }
        after = [one for one in theirs if one in first]
        return after if len(after) == said.number else []
    is_me_meant = any(one.who == found.me for one in heard.mentions) or _says_we(found)
    if _THEY_ARE.search(heard.scene.text, 0, said.start) or (len(theirs) > 2 and not is_me_meant):
        return [one for one in theirs if one != found.me]
    return theirs


def _says_we(found: Told) -> bool:
    return not {"on", "nous", "ns", "we"}.isdisjoint(found.heard.words)


def _is_somebody(found: Told, one: Telling) -> bool:
    is_meant = one.who == found.me or bool(one.name or one.called)
    is_meant |= any(
        other.who == one.who and other.kind is Kind.COMPANION for other in found.heard.mentions
    )
    return is_meant and not one.leaves


def _has_another(found: Told, who: int, said: _Said) -> bool:
    told = next(one for one in found.people if one.who == who)
    function = told.function or found.heard.scene.one(who).function
    return bool(function) and function != said.function


def _given(found: Told, said: _Said, theirs: Sequence[int]) -> Iterator[Telling]:
    where = _where(found, said)
    for one in found.people:
        if one.who in theirs:
            is_woman = _is_woman(found, one)
            function = shared.in_singular(said.function) or said.function
            function = function[:1].lower() + function[1:]
            if is_woman is not None:
                function = shared.of_gender(function, is_woman=is_woman)
            told = replace(one, function=function, is_mentioned=True)
            is_free = where is not None and told.where is None
            yield replace(told, where=where[0], is_place=where[1]) if where and is_free else told
        elif one.function != said.function or one.name or one.called:
            yield one


def _where(found: Told, said: _Said) -> tuple[str, bool] | None:
    """The body, or the place, right after what they are."""
    text = found.heard.scene.text
    for number, (span, _, _) in enumerate(found.heard.spans):
        is_body = span.label in ("organisation", "of") and span.start >= said.end
        if is_body and _TO_THE_BODY.fullmatch(text, said.end, span.start):
            return found.heard.said(number), span.label == "of"
    return None


def _is_woman(found: Told, one: Telling) -> bool | None:
    """Whether somebody is a woman, as their first name tells it; None: it does not."""
    writer = found.heard.scene.writer if one.who == found.me else ""
    first = one.name.first if one.name else one.called or writer
    words = plain(first).split()
    said = gender_of(words[0]) if words and words[0] in FIRST_NAMES else ""
    for mention in found.heard.mentions:
        if mention.who == one.who and mention.kind is Kind.COMPANION:
            said = said or companion_gender(mention.said)
    return {"f": True, "m": False}.get(said)
