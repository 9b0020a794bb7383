"""A person's function, and the organisation where they hold it."""

from typing import NamedTuple

from bot.reading.results import Reading, Unclear, Understood


class Role(NamedTuple):
    """A function and its organisation, None when the text names none apart."""

    function: str
    organisation: str | None


def read(text: str) -> Reading[Role]:
    """Read a function and its organisation."""
    if len(text.strip()) < 2:
        return Unclear("too_short")
    return Understood(Role(text.strip(), None))
