"""How many people a party counts."""

from bot.reading.results import Reading, Unclear, Understood


def read(text: str, largest: int) -> Reading[int]:
    """Read the number of people, from 1 to ``largest``."""
    if text.strip().isdecimal() and 1 <= int(text) <= largest:
        return Understood(int(text))
    return Unclear("no_size")
