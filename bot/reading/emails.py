"""An e-mail address."""

from bot.reading.results import Reading, Unclear, Understood


def read(text: str) -> Reading[str]:
    """Read an e-mail address, in lower case."""
    if "@" not in text:
        return Unclear("no_at")
    return Understood(text.strip().lower())
