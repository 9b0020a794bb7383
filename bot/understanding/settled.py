"""What is plainly said of people who are known goes before what was learnt."""

from collections.abc import Sequence
from dataclasses import replace

from bot.understanding import absences, apposed, kept, substitutes
from bot.understanding.known_people import Known
from bot.understanding.normal import plain
from bot.understanding.person import Person
from bot.understanding.telling.scene import Scene

_COMPLETE = ("recap", "registered")
"""What is asked, or nothing is, once all is known of those who come."""


def by_plain_words(scene: Scene, people: Sequence[Person]) -> list[Person]:
    """The same people: who comes, who does not, what is to stay, what stands before a name."""
    if scene.question not in _COMPLETE:
        return apposed.with_functions(scene.text, apposed.joined(scene.text, people))
    people = substitutes.settled(scene, people)
    people = apposed.with_functions(scene.text, kept.untouched(scene.text, scene.known, people))
    known = [
        Known(one.first, one.last, one.function, is_writing=one.is_writing) for one in scene.known
    ]
    settled = absences.settled(scene.text, known)
    told: list[Person] = []
    for one in people:
        if one.place - 1 in settled:
            told += _settled(one, scene, comes=settled[one.place - 1])
        else:
            told.append(one)
    named = {one.place for one in told}
    away = [at + 1 for at, comes in settled.items() if not comes and at + 1 not in named]
    return [*told, *(Person(place=at, comes=0.0) for at in away)]


def _settled(one: Person, scene: Scene, *, comes: bool) -> list[Person]:
    """Somebody known; who was taken for them under another name comes instead of them."""
    words = {*plain(" ".join(one.name or ())).split()}
    is_another = bool(words) and not words & scene.one(one.place).words
    if comes or not is_another:
        return [replace(one, comes=float(comes))]
    return [
        Person(place=one.place, is_writing=one.is_writing, comes=0.0),
        replace(one, place=0, is_writing=False, comes=1.0),
    ]
