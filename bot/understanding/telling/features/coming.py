"""Whether somebody comes."""

from collections.abc import Iterator
from itertools import pairwise

from bot.understanding.telling.features.words import clause, cues, few
from bot.understanding.telling.scene import Heard, Mention


def presence(heard: Heard, who: int) -> Iterator[str]:
    """What speaks for somebody coming."""
    scene = heard.scene
    own = [one for one in heard.mentions if one.who == who]
    kind = scene.kind(who)
    if kind == "me" and scene.is_aside:
        kind = "aside"
    alone = f"{kind}|{len(scene.known) > 0}"
    yield alone
    yield f"{alone}|q={scene.question}"
    if not own:
        yield f"{kind}|unmentioned|{len(heard.people) > 0}"
    for one in own:
        yield f"{kind}|{one.kind}|{one.label == 'known'}"
        yield from _around(heard, one, kind)
    if kind in ("me", "aside"):
        for cue in {*cues(heard.words)}:
            yield f"{kind}|t:{cue}"
        for word in {word[:5] for word in heard.words}:
            yield f"{kind}|t={word}"
        for pair in pairwise(heard.words):
            yield f"{kind}|tt={' '.join(pair)}"
    named = [other for other in heard.people if other not in (who, scene.writing)]
    yield f"{kind}|named={few(len(named))}|known={few(len(scene.known))}"


def _around(heard: Heard, one: Mention, kind: str) -> Iterator[str]:
    words = heard.words
    start, end = clause(words, start=one.start, end=one.end)
    first, last = _own_part(heard, one, start=start, end=end)
    after, before = words[one.end : last], words[first : one.start]
    for size, part in (("a", after[:10]), ("b", before[-6:])):
        for cue in cues(part):
            yield f"{size}:{cue}"
            yield f"{kind}|{size}:{cue}"
            yield f"{one.kind}|{size}:{cue}"
        stems = [word[:5] for word in part]
        for stem in stems:
            yield f"{size}={stem}"
        for pair in pairwise(stems):
            yield f"{size}{size}={' '.join(pair)}"
    for cue in {*cues(words[start:end])}:
        yield f"c:{cue}"
        yield f"{kind}|c:{cue}"
    for back in (1, 2, 3):
        yield f"b{back}={' '.join(words[max(start, one.start - back) : one.start])}"
    for ahead in (1, 2, 3):
        yield f"a{ahead}={' '.join(words[one.end : min(end, one.end + ahead)])}"
    others = [other for other in heard.mentions if start <= other.start < end and other is not one]
    yield f"{kind}|others={few(len({other.who for other in others}))}"


def _own_part(heard: Heard, one: Mention, *, start: int, end: int) -> tuple[int, int]:
    """The part of a sentence around a mention in which nobody else is mentioned."""
    others = [other for other in heard.mentions if other.who != one.who]
    before = [other.end for other in others if start <= other.end <= one.start]
    after = [other.start for other in others if one.end <= other.start <= end]
    return max(before, default=start), min(after, default=end)
