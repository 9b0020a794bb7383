"""Whose a name is: that of who writes, or another one of somebody known."""

from collections.abc import Iterator, Sequence

from bot.understanding.firstnames import FIRST_NAMES
from bot.understanding.normal import plain
from bot.understanding.telling.features.words import clause, cues, few
from bot.understanding.telling.scene import Heard, Kind, Mention


def writes(heard: Heard, who: int) -> Iterator[str]:
    """What speaks for a name being that of who writes."""
    scene, words = heard.scene, heard.words
    own = [one for one in heard.mentions if one.who == who and one.kind is Kind.NAME]
    known = {*plain(scene.writer).split()}
    said = {word for one in own for word in plain(one.said).split()}
    alike = "whole" if known and said and (known <= said or said <= known) else ""
    alike = alike or ("part" if known & said else "none" if len(known) > 1 else "unknown")
    yield alike
    yield f"{alike}|q={scene.question}"
    people = [one.who for one in heard.mentions if one.kind is Kind.NAME]
    first = people[0] == who if people else False
    yield f"{alike}|first={first}|{few(len({*people}))}"
    for one in own:
        yield f"{one.label}"
        yield f"{alike}|{one.label}"
        for back in (1, 2, 3):
            yield f"b{back}={' '.join(words[max(0, one.start - back) : one.start])}"
        yield f"a1={words[one.end] if one.end < len(words) else '$'}"
        yield f"a2={' '.join(words[one.end : one.end + 2])}"
        near = any(
            other.kind is Kind.ME and 0 <= one.start - other.end <= 3 for other in heard.mentions
        )
        yield f"me near={near}"
        is_last = one.start > len(words) * 0.8 and len(words) > 15
        yield f"signs={is_last}|{words[one.start - 1] if one.start else '^'}"


def renames(heard: Heard, *, who: int, place: int) -> Iterator[str]:
    """What speaks for a name that is nobody's being another one of somebody known."""
    scene, words = heard.scene, heard.words
    own = [one for one in heard.mentions if one.who == who and one.kind is Kind.NAME]
    known = scene.one(place)
    said = {word for one in own for word in plain(one.said).split()}
    first, last = {*plain(known.first).split()}, {*plain(known.last).split()}
    shared = "first" if first & said else "last" if last & said else "none"
    mentioned = any(one.who == place for one in heard.mentions)
    yield f"{shared}|{len(said) > 1}"
    denied = [at for at, word in enumerate(words) if word in known.words and _is_denied(words, at)]
    yield f"{shared}|denied={bool(denied)}"
    yield f"{shared}|is first={bool(said & FIRST_NAMES)}"
    yield f"{shared}|mentioned={mentioned}|q={scene.question}"
    yield f"known last={bool(known.last)}"
    for one in own:
        start, end = clause(words, start=one.start, end=one.end)
        for word in words[max(start, one.start - 5) : one.start]:
            yield f"b={word[:5]}"
        for word in words[one.end : min(end, one.end + 5)]:
            yield f"a={word[:5]}"
        yield f"b1={' '.join(words[max(0, one.start - 1) : one.start])}"
        yield f"b2={' '.join(words[max(0, one.start - 2) : one.start])}"
        yield f"a1={words[one.end] if one.end < len(words) else '$'}"
    for cue in ("nom", "preno", "appel", "ecri", "mari", "ortho", "faute", "non", "pas", "corri"):
        if any(word.startswith(cue) for word in words):
            yield f"t={cue}"
    for cue in {*cues(words)}:
        yield f"t:{cue}"


def renamed(heard: Heard) -> Iterator[tuple[int, int]]:
    """The names of nobody known that may be another one of somebody known: who, whose place.

    Whole names that share a word with theirs; half a name, of who is mentioned beside it.
    """
    scene = heard.scene
    named = {one.who for one in heard.mentions if one.kind is Kind.NAME and one.who < 0}
    for who in sorted(named, reverse=True):
        own = [one for one in heard.mentions if one.who == who and one.kind is Kind.NAME]
        said = {word for one in own for word in plain(one.said).split()}
        places = [at for at, one in enumerate(scene.known, 1) if said & one.words]
        if not places and len(said) == 1:
            places = _beside_of(heard, own[0])
        if len(places) == 1:
            yield who, places[0]


def _beside_of(heard: Heard, one: Mention) -> list[int]:
    """The known who are mentioned in the same sentence, the nearest one."""
    start, end = clause(heard.words, start=one.start, end=one.end)
    beside = [
        other
        for other in heard.mentions
        if 0 < other.who <= len(heard.scene.known) and start <= other.start < end
    ]
    beside.sort(key=lambda other: abs(other.start - one.start))
    return [beside[0].who] if beside else []


_DENIAL = frozenset(["pas", "non", "not", "lieu"])


def _is_denied(words: Sequence[str], at: int) -> bool:
    """« pas Josette », « et non Antoine », « au lieu de Colin », « plutôt que Colin »."""
    is_rather = [*words[max(0, at - 2) : at]] in (["plutot", "que"], ["plutot", "qu"])
    return is_rather or bool(_DENIAL & {*words[max(0, at - 2) : at]})


def denied(heard: Heard, place: int) -> str:
    """The word of somebody's name that is said to be wrong; empty: none is."""
    known = heard.scene.one(place).words
    found = [
        word for at, word in enumerate(heard.words) if word in known and _is_denied(heard.words, at)
    ]
    return found[0] if len({*found}) == 1 else ""
