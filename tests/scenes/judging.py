"""What a played scene got wrong, against what a good receptionist has noted."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.teaching.scenes import Example, Noted, Somebody, is_same
from bot.understanding.normal import plain

from .playing import Outcome, number


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is not noted as it should be."""

    about: str
    is_wrong: bool
    """Another thing is noted; else nothing is, and it will be asked."""


def faults(example: Example, outcome: Outcome) -> list[Fault]:
    """What is missing, and what is wrong; nothing: the message was read wholly and rightly."""
    expected, noted = example.expect, outcome.noted
    if expected.stops:
        is_left = not outcome.is_open and (not outcome.is_registered or outcome.is_asked)
        return [] if is_left else [Fault("stops", is_wrong=False)]
    found = [*_confirmed(example, outcome)]
    found += _size(example, noted)
    found += _territory(example, noted)
    for about, told, other in (
        ("email", plain(expected.email), plain(noted.email)),
        ("phone", number(expected.phone), noted.phone),
    ):
        if told and told != other:
            found.append(Fault(about, is_wrong=bool(other)))
    return [*found, *_people(example, noted)]


def _confirmed(example: Example, outcome: Outcome) -> Iterator[Fault]:
    if example.expect.confirmed and not outcome.is_registered:
        yield Fault("confirmed", is_wrong=False)
    elif not example.expect.confirmed and example.asked == "recap" and outcome.is_registered:
        yield Fault("confirmed", is_wrong=True)


def _size(example: Example, noted: Noted) -> Iterator[Fault]:
    expected = example.expect.size
    if expected is not None and noted.size != expected:
        yield Fault("size", is_wrong=noted.size is not None)
    is_asked = example.asked != "registered" and example.known.size is None
    few = max(1, len(example.expect.people))
    if expected is None and is_asked and (noted.size or 0) > few:
        yield Fault("size", is_wrong=True)


def _territory(example: Example, noted: Noted) -> Iterator[Fault]:
    """What is come for; in a first message it may be told of a body, and is asked then."""
    expected = example.expect.territory
    if expected and not noted.territory:
        is_surely = example.question not in ("none", "size", "name") or "territoi" in example.text
        if is_surely:
            yield Fault("territory", is_wrong=False)
    elif expected:
        yield from [] if is_same(expected, noted.territory) else [Fault("territory", is_wrong=True)]
    elif noted.territory and example.asked != "registered":
        yield Fault("territory", is_wrong=True)


# ---- people


def _people(example: Example, noted: Noted) -> Iterator[Fault]:
    left = [one for one in noted.people if one.name or one.function]
    for expected in example.expect.people:
        found = _found(expected, left)
        if found is None:
            if not _is_bare_writer(example, expected) or noted.registrar:
                yield Fault("person", is_wrong=False)
            continue
        left.remove(found)
        yield from _told(example, expected, found)
    for _ in left:
        yield Fault("person", is_wrong=True)


def _found(expected: Somebody, left: list[Somebody]) -> Somebody | None:
    """Who of those noted is meant: by name, by part of it, by function; or who writes."""
    if expected.name:
        named = [one for one in left if one.name]
        whole = [one for one in named if plain(one.name) == plain(expected.name)]
        part = [o for o in named if o.words <= expected.words or expected.words <= o.words]
        found = [*whole, *part]
    else:
        told = [one for one in left if one.function and expected.function]
        found = [one for one in told if is_same(expected.function, one.function)]
    own = [one for one in left if expected.writes and one.writes]
    return next(iter([*found, *own]), None)


def _is_writer(example: Example, expected: Somebody) -> bool:
    """Whether their name is no more than the channel tells of who writes."""
    writer = {*plain(example.writer).split()}
    first = plain(expected.name).split()[:1] == plain(example.writer).split()[:1]
    return expected.writes and (not expected.name or expected.words <= writer or first)


def _is_bare_writer(example: Example, expected: Somebody) -> bool:
    is_bare = not expected.function and not expected.organisation
    return _is_writer(example, expected) and is_bare


def _told(example: Example, expected: Somebody, found: Somebody) -> Iterator[Fault]:
    is_asked_later = _is_writer(example, expected) and not found.name
    is_whole = plain(found.name) == plain(expected.name)
    is_more = bool(found.name) and expected.words <= found.words
    if expected.name and not is_asked_later and not is_whole and not is_more:
        yield Fault("name", is_wrong=not found.words <= expected.words)
    for about in ("function", "organisation"):
        told, other = getattr(expected, about), getattr(found, about)
        if told and not (other and is_same(told, other)):
            yield Fault(about, is_wrong=bool(other))
        elif not told and other and example.asked not in ("registered", "recap"):
            yield Fault(about, is_wrong=True)
