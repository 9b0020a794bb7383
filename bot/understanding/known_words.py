"""What is known of French words, whatever the event: how common, whose names, in what places."""

from bisect import bisect_left
from functools import cache
from pathlib import Path

WORDS = Path(__file__).with_name("words.txt")
"""A line a word, in their order; its first lines tell what the kinds mean."""
UNKNOWN = ("z0",)


def kinds(word: str) -> tuple[str, ...]:
    """Give the kinds of a word in small letters, without accents; `UNKNOWN`: it is not known."""
    lines = _lines()
    at = bisect_left(lines, f"{word} ")
    found, *its = lines[at].split() if at < len(lines) else [""]
    return tuple(its) if found == word else UNKNOWN


def is_last_name(word: str) -> bool:
    """Whether a word is known as somebody's last name."""
    return any(kind.startswith("l") for kind in kinds(word))


@cache
def _lines() -> list[str]:
    lines = WORDS.read_text("utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]
