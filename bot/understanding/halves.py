"""« Le programme du matin », « on fait quoi l’après-midi ? »: one half of the day."""

import re

from bot.understanding.normal import normal

_HALVES = (
    ("afternoon", re.compile(r"\b(?:apres midi|aprem\w*|afternoon|pm)\b")),
    ("morning", re.compile(r"\b(?:matins?|matinees?|morning)\b(?! meme)")),
)


def asked(text: str) -> str | None:
    """Which half a text is about; None: the day, or both."""
    found = [half for half, words in _HALVES if words.search(normal(text))]
    return found[0] if len(found) == 1 else None


def is_of(title: str, *, half: str) -> bool:
    """Whether the title of a part of the programme says that it is of this half."""
    return asked(title) == half
