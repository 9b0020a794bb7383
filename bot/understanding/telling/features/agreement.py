"""Whether all that was shown is agreed to."""

from collections.abc import Iterator
from itertools import pairwise

from bot.understanding.telling.features.words import few, near
from bot.understanding.telling.scene import Heard


def agrees(heard: Heard) -> Iterator[str]:
    """What speaks for a message agreeing to all that was shown, but for what it puts right."""
    words = [word[:6] for word in heard.words]
    yield f"asks={'?' in heard.words}|{near(len(words))}"
    for word in words:
        yield f"w={word}"
    for pair in pairwise(words):
        yield f"ww={' '.join(pair)}"
    for word in words[-6:]:
        yield f"last={word}"
    for word in words[:3]:
        yield f"first={word}"
    yield f"facts={few(len(heard.spans))}|{bool(heard.people)}"
