"""Who comes in whose place, as words plainly say it: « Mme Roux le représentera »."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.understanding.firstnames import gender_of
from bot.understanding.normal import plain
from bot.understanding.person import Person
from bot.understanding.telling.scene import Known, Scene

_SOME = r"(?: (?!new\b|old\d)\w+){0,12}?"
"""What may stand between: a title, a function, « finalement »."""
_STEPS_IN = r"(?:re)?(?:mplac|present|supple)\w+"
_PLACE = r"(?:(?:a|en) (?:la |sa |son )?(?:place|lieu(?: et place)?)|au lieu|instead)"
_SENDS = (
    r"(?:envoie\w*|envoy\w+|deleg\w+|mandat\w+|design\w+|depech\w+|sends?|cede\w*"
    r"|laisse\w*|donne\w*)"
)
_PATTERNS = tuple(
    re.compile(one)
    for one in (
        rf"\bnew\b{_SOME} {_PLACE} (?:de |du |d |of )?(?:\w+ ){{0,3}}?old(?P<old>\d)\b",
        rf"\bnew\b{_SOME} {_STEPS_IN} (?:\w+ ){{0,3}}?old(?P<old>\d)\b",
        rf"\bold(?P<old>\d)\b{_SOME} (?:est|sera|serait|is|will be"
        rf"|etre) (?:\w+ )?{_STEPS_IN} (?:par|by)"
        rf" (?:\w+ ){{0,4}}?new\b",
        rf"\b{_STEPS_IN} (?:\w+ ){{0,3}}?old(?P<old>\d)\b{_SOME} (?:par|by"
        rf"|with) (?:\w+ ){{0,4}}?new\b",
        rf"\bold(?P<old>\d)\b{_SOME} {_SENDS}\b{_SOME} new\b{_SOME}"
        rf" (?:{_PLACE}|pour (?:le|la|l) {_STEPS_IN})\b",
        rf"\bold(?P<old>\d)\b{_SOME} (?:cede|laisse|donne)\w* sa place a (?:\w+ ){{0,4}}?new\b",
        # « il a un empêchement ; c’est Mme Roux qui le remplace », « vient à sa place »
        rf"\bold(?P<old>\d)\b(?:(?! old\d) \w+){{0,25}}? new\b{_SOME} (?:(?:le|la|l|him|her)"
        rf" {_STEPS_IN}|(?:vien\w+|viendr\w+|ira|participer\w+|assister\w+)?"
        r" ?(?:a|en) (?:sa place|son lieu)|in (?:his|her) (?:place|stead))",
    )
)


@dataclass(frozen=True, slots=True)
class _Substitution:
    old: int
    """The place (1 and up) of who does not come."""
    new: int
    """Where who comes instead stands among the people who are told of."""


def settled(scene: Scene, people: Sequence[Person]) -> list[Person]:
    """The same people: who is replaced does not come; what is said is of who comes instead."""
    found = _read(scene, people)
    if found is None:
        return [*people]
    said = [*plain(scene.text).split()]
    new = replace(people[found.new], comes=1.0)
    others: list[Person] = []
    for at, one in enumerate(people):
        if at == found.new or one.place == found.old:
            new = _with(new, one) if at != found.new else new
        elif one.place and not _is_named(scene.known[one.place - 1], said):
            new = _with(new, one)
        else:
            others.append(one)
    old = Person(place=found.old, is_writing=scene.one(found.old).is_writing, comes=0.0)
    return [*others, old, new]


def _with(new: Person, one: Person) -> Person:
    """« Elle est vice-présidente »: what was taken for somebody else’s."""
    return replace(
        new,
        function=new.function or one.function,
        organisation=new.organisation or one.organisation,
        email=new.email or one.email,
        phone=new.phone or one.phone,
    )


def _read(scene: Scene, people: Sequence[Person]) -> _Substitution | None:
    """The one substitution that is told, where somebody new is named in full."""
    new = [at for at, one in enumerate(people) if one.name and not (one.place or one.is_writing)]
    if len(new) != 1:
        return None
    text = _marked(scene, people[new[0]])
    for pattern in _PATTERNS:
        for found in pattern.finditer(text):
            if not _DENIED.search(found.group()):
                return _Substitution(int(found["old"]) + 1, new[0])
    pronoun = _BY_PRONOUN.search(text)
    old = _meant(pronoun["pronoun"], scene) if pronoun else 0
    return _Substitution(old, new[0]) if old else None


_BY_PRONOUN = re.compile(rf"\bnew\b{_SOME} (?P<pronoun>le|la|him|her) {_STEPS_IN}")


def _meant(pronoun: str, scene: Scene) -> int:
    """« Mme Roux le représentera »: the only man of those known; 0: nobody, or several."""
    gender = "m" if pronoun in ("le", "him") else "f"
    known = enumerate(scene.known, 1)
    alike = [at for at, one in known if gender_of(plain(one.first)) == gender]
    return alike[0] if len(alike) == 1 else 0


_DENIED = re.compile(r"\b(?:ne|n) (?:le |la |l )?(?:re)?(?:mplac|present)\w* (?:pas|plus)\b")


def _marked(scene: Scene, new: Person) -> str:
    """The text in plain form, « new » for who is new and « old0 » for those who are known."""
    text = f" {plain(scene.text)} "
    text = text.replace(f" {plain(' '.join(new.name or ()))} ", " new ")
    own = {*plain(" ".join(new.name or ())).split()}
    for at, one in enumerate(scene.known):
        others = {word for it in scene.known if it is not one for word in _words(it)}
        words = {word for word in _words(one) - others - own if len(word) > 2}
        if words:
            names = "|".join(map(re.escape, sorted(words)))
            text = re.sub(rf"(?: (?:{names})\b)+", f" old{at}", text)
    return text


def _words(one: Known) -> set[str]:
    return {*plain(f"{one.first} {one.last}").split()}


def _is_named(one: Known, said: Sequence[str]) -> bool:
    return bool(_words(one) & {*said})
