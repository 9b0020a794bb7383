"""A telephone number."""

from bot.reading.results import Reading, Unclear


def read(text: str, country: str = "FR") -> Reading[str]:
    """Read a telephone number, as E.164 (« +33… »)."""
    return Unclear("no_number")
