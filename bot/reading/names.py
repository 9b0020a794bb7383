"""A person's first and last names."""

from typing import NamedTuple

from bot.reading.results import Reading, Unclear, Understood


class Name(NamedTuple):
    """A first name and a last name, written as they are shown."""

    first: str
    last: str


def read(text: str) -> Reading[Name]:
    """Read first and last names."""
    words = text.split()
    if len(words) < 2:
        return Unclear("first_name_missing")
    return Understood(Name(words[0], " ".join(words[1:])))
