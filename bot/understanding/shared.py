"""What is said of several: « tous deux animateurs », « agent au SIVOM, Élise pareil »."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.understanding.functions import FUNCTIONS
from bot.understanding.normal import plain, vocabulary
from bot.understanding.person import Person
from bot.understanding.telling.reading import Telling, Told

Pair = tuple[Telling, Person]
_ALIKE = vocabulary("aussi pareil pareille idem egalement too")
_COMES = vocabulary("vient viendra viennent viendront sera seront participe comes is will")
"""« ma femme vient aussi »: she comes, and is nothing more."""
_NEAR = 2
"""So few words after a name, « aussi » is about who bears it."""


def singular(function: str) -> str | None:
    """One of several: « élus » gives « élu ». None: it is one."""
    first, space, rest = function.partition(" ")
    is_plural = first.endswith("s") and plain(first[:-1]) in FUNCTIONS.vocabulary and len(first) > 3
    if not is_plural:
        return None
    rest = re.sub(r"^(municipa|communauta|départementa|régiona)(?:ux|les|ires)\b", _one_of, rest)
    return f"{first[:-1]}{space}{rest}"


def in_singular(function: str) -> str | None:
    """« urbanistes » gives « urbaniste », a known word or not. None: it is no plural."""
    first, space, rest = function.partition(" ")
    if singular(function) is None and first.endswith("s") and len(first) > 3:
        rest = re.sub(r"^(\w{4,})s$", r"\1", rest)
        return f"{first[:-1]}{space}{rest}"
    one = singular(function)
    return None if one is None else re.sub(r"^(\S+ \w{4,}(?:ques|els|elles|ifs|ives))$", _less, one)


_ENDS_SO = vocabulary("commis dgs fils dgas drh")


def one_of(function: str) -> str:
    """What one of several is who are told to be « parents d’élèves »."""
    first = function.split(" ", maxsplit=1)[0]
    is_plain = first.islower() and plain(first) not in _ENDS_SO
    return (in_singular(function) if is_plain else singular(function)) or function


def _less(found: re.Match[str]) -> str:
    return found.group()[:-1]


def _one_of(found: re.Match[str]) -> str:
    """« municipales » is « municipale », « municipaux » is « municipal »."""
    said = found.group()
    return f"{said[:-2]}l" if said.endswith("ux") else said[:-1]


_GENDERS = (
    ("teur", "trice"), ("ier", "ière"), ("ller", "llère"), ("ien", "ienne"), ("dent", "dente"),
    ("é", "ée"), ("u", "ue"), ("oint", "ointe"), ("al", "ale"), ("gent", "gente"), ("ant", "ante"),
)  # fmt: skip
"""How words of functions end, of a man and of a woman."""
_REGULAR = (("ien", "ienne"), ("é", "ée"))
"""Endings that every word has so."""


def of_gender(function: str, *, is_woman: bool) -> str:
    """« conseillère municipale » of a man is « conseiller municipal », as far as it is known."""
    words = function.split(" ")
    for at, word in enumerate(words):
        if at > 0 and not word.endswith(("al", "ale")):
            break
        for man, woman in _GENDERS:
            old, new = (man, woman) if is_woman else (woman, man)
            other = f"{word.removesuffix(old)}{new}"
            is_known = plain(other) in FUNCTIONS.vocabulary or (man, woman) in _REGULAR
            if word.endswith(old) and is_known:
                words[at] = other
                break
    return " ".join(words)


def several(found: Told, people: Sequence[Person]) -> list[Person]:
    """Give each the function that is said of all of them, and where they hold it."""
    of_all = [one for one in people if one.function and singular(one.function)]
    unowned = _unowned(found, people)
    if unowned is not None and not any(one.function for one in people):
        return [replace(one, function=unowned) if _is_somebody(one) else one for one in people]
    others = [one for one in people if one.function is None and _is_somebody(one)]
    if len(of_all) != 1 or not others:
        return list(people)
    told = of_all[0]
    function = singular(told.function or "")
    is_group = not _is_somebody(told) and len(others) > 1
    return [
        replace(one, function=function, organisation=one.organisation or told.organisation)
        if one in others or one is told
        else one
        for one in people
        if not (is_group and one is told)
    ]


def _unowned(found: Told, people: Sequence[Person]) -> str | None:
    """« Karim et Zoé, tous deux animateurs »: the one function of several, given to nobody yet."""
    named = sum(map(_is_somebody, people))
    said = [
        found.heard.scene.text[span.start : span.end]
        for span, _, _ in found.heard.spans
        if span.label == "function"
    ]
    is_of_all = _OF_ALL.search(plain(found.heard.scene.text)) is not None
    return singular(said[0]) if len(said) == 1 and named > 1 and is_of_all else None


_OF_ALL = re.compile(r"\b(?:tous|toutes|both)\b")


def _is_somebody(one: Person) -> bool:
    return bool(one.name or one.called or one.place or one.is_writing)


def alike(found: Told, pairs: Sequence[Pair]) -> list[Person]:
    """Give who is « pareil » the function of whoever was told of before, and where they hold it."""
    words, mentions = found.heard.words, sorted(found.heard.mentions, key=lambda one: one.start)
    told: dict[int, Person] = {telling.who: person for telling, person in pairs}
    for at, mention in enumerate(mentions):
        person = told.get(mention.who)
        near = words[mention.end : mention.end + _NEAR]
        is_alike = bool(_ALIKE & {*near}) and _COMES.isdisjoint(near)
        if person is None or person.function or not is_alike:
            continue
        before = [told[one.who] for one in mentions[:at] if one.who in told]
        before += [told[one] for one in told if one == found.heard.scene.asked]
        said = [one for one in reversed(before) if one.function and one is not person]
        if said:
            body = person.organisation or said[0].organisation
            told[mention.who] = replace(person, function=said[0].function, organisation=body)
    return [told[telling.who] for telling, _ in pairs]
