"""Whose each of several e-mail addresses is: it is mostly made of their name."""

import re
from collections.abc import Mapping, Sequence, Set

from bot.understanding import emails
from bot.understanding.normal import plain
from bot.understanding.results import Understood

ADDRESS = re.compile(r"[^\s<>()\[\]:;,\"«»@]++@[^\s<>()\[\]:;,\"«»@]++")
_SHORTEST = 3
"""Letters that a last name has at least to be found in an address."""


def theirs(text: str, people: Sequence[str], *, by_first: bool = False) -> Mapping[int, str]:
    """Give the addresses of a text that are somebody's by their name, by the place in `people`.

    `by_first`: whether their first name alone is enough: « ines@… ».
    """
    found: dict[int, str] = {}
    for address in ADDRESS.findall(text):
        reading = emails.read(address)
        local = re.sub(r"\W", "", plain(address.partition("@")[0]))
        owners = [at for at, name in enumerate(people) if any(one in local for one in _lasts(name))]
        if len(owners) != 1:  # « theo.merle@… », of two who are called Merle; « ines@… »
            alike = [at for at, name in enumerate(people) if by_first and _first(name) == local]
            among = owners or alike
            owners = [
                at for at in among if len(_first(people[at])) > 1 and _first(people[at]) in local
            ]
        if isinstance(reading, Understood) and len(owners) == 1:
            found[owners[0]] = reading.value
    return found


def others(text: str, known: Set[str]) -> list[str]:
    """Give the addresses of a text but those that are known to be somebody's."""
    readings = map(emails.read, ADDRESS.findall(text))
    read = [one.value for one in readings if isinstance(one, Understood)]
    return [one for one in read if one not in known]


def _first(name: str) -> str:
    return next(iter(plain(name).split()), "")


def _lasts(name: str) -> list[str]:
    """What a last name may be, in one word: « goff », « legoff »; half of a double one."""
    words = plain(name).split()
    every = ["".join(words[at:]) for at in range(1, len(words))]
    if len(words) > 2 and (double := re.search(r"(\w+)-(\w+)$", name.strip())):
        every += map(plain, double.groups())
    return [last for last in every if len(last) >= _SHORTEST]
