"""Addresses and numbers that are dictated in the middle of a message, written as they are read."""

import re

from bot.understanding import emails, phones
from bot.understanding.results import Doubtful, Understood

_PIECE = r"[^\W_]+(?:(?:\s+(?:point|dot|tiret|underscore)\s+|[._-])[^\W_]+)*"
_LETTER = r"(?:(?![aày]\s)[^\W\d_]\s+)"
_ADDRESS = re.compile(
    rf"\b(?P<letters>{_LETTER}*)(?P<local>{_PIECE})\s+ar+obb?a[sz]e?\s+(?P<domain>{_PIECE})\b",
    re.IGNORECASE,
)
_WORD = (
    r"(?:z[ée]ro|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze"
    r"|quinze|seize|vingts?|trente|quarante|cinquante|soixante|et)"
)
_NUMBER = re.compile(rf"\bz[ée]ro(?:[\s-]+{_WORD}){{4,16}}(?<!\bet)\b", re.IGNORECASE)


def written(text: str, *, is_one_asked: bool, country: str) -> str:
    """Write the addresses and numbers of a message as signs.

    `is_one_asked`: an address or a number is asked for, and one alone is read with more care there.
    """
    several = len(_ADDRESS.findall(text)) > 1 or not is_one_asked
    text = _ADDRESS.sub(_address, text) if several else text
    several = len(_NUMBER.findall(text)) > 1 or not is_one_asked
    return _NUMBER.sub(lambda found: _number(found, country), text) if several else text


def _address(said: re.Match[str]) -> str:
    letters = re.sub(r"\s", "", said["letters"])
    reading = emails.read(f"{letters}{said['local']} arobase {said['domain']}")
    return reading.value if isinstance(reading, Understood | Doubtful) else said.group()


def _number(said: re.Match[str], country: str) -> str:
    reading = phones.read(said.group(), country=country)
    return reading.value if isinstance(reading, Understood) else said.group()
