"""Whose each of several e-mail addresses is: it is mostly made of their name."""

import re
from collections.abc import Mapping, Sequence, Set

from bot.understanding import emails
from bot.understanding.normal import plain
from bot.understanding.results import Understood

_ADDRESS = re.compile(r"[^\s<>()\[\]:;,\"«»@]++@[^\s<>()\[\]:;,\"«»@]++")
_SHORTEST = 3
"""Letters that a last name has at least to be found in an address."""


def theirs(text: str, people: Sequence[str]) -> Mapping[int, str]:
    """Give the addresses of a text that are somebody's by their name, by the place in `people`."""
    found: dict[int, str] = {}
    for address in _ADDRESS.findall(text):
        reading = emails.read(address)
        local = re.sub(r"\W", "", plain(address.partition("@")[0]))
        owners = [at for at, name in enumerate(people) if any(one in local for one in _lasts(name))]
        if isinstance(reading, Understood) and len(owners) == 1:
            found[owners[0]] = reading.value
    return found


def others(text: str, known: Set[str]) -> list[str]:
    """Give the addresses of a text but those that are known to be somebody's."""
    readings = map(emails.read, _ADDRESS.findall(text))
    read = [one.value for one in readings if isinstance(one, Understood)]
    return [one for one in read if one not in known]


def _lasts(name: str) -> list[str]:
    """What a last name may be, in one word: « goff » and « legoff »."""
    words = plain(name).split()
    every = ["".join(words[at:]) for at in range(1, len(words))]
    return [last for last in every if len(last) >= _SHORTEST]
