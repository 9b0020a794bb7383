"""The territory a party comes from."""

from bot.reading.results import Reading, Unclear, Understood


def read(text: str) -> Reading[str]:
    """Read the name of a territory."""
    if len(text.strip()) < 2:
        return Unclear("too_short")
    return Understood(text.strip())
