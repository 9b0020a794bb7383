"""How many come and how many wait, said where not all of them fit: « attendre à deux »."""

import re
from dataclasses import dataclass

from bot.understanding import sizes
from bot.understanding.results import Understood
from bot.understanding.spoken import Spoken


@dataclass(frozen=True, slots=True)
class Seating:
    """What was said; None: it was not."""

    number: int | None
    """How many they are, or of how many it is said that they come."""
    waits: bool
    """All of them wait."""
    rest_waits: bool
    """Those wait who are not among the number."""


NOTHING = Seating(None, waits=False, rest_waits=False)
"""Neither a number nor waiting was said."""

_WAITING = re.compile(
    r"\b(?:(?:en|d|la|l|une|votre|notre) (?:liste|file|attente)|liste d attente|attente|patiente\w*"
    r"|attend(?:re|s|ons|rons|rai|ra|ront)?"
    r"(?! (?:votre|vos|une?|la|ta|de vos|confirmation|reponse|que)\b)|wait\w*|(?:the|a) list)\b"
)
_LIST = re.compile(r"\b(?:liste|attente|file|wait\w*|list)\b")
_COMING = re.compile(r"\b(?:vien\w*|venons|venir|come|coming)\b")
_REST = re.compile(
    r"\b(?:l autre|les (?:\w+ )?autres|le reste|(?:la|le) (?:deuxieme|troisieme|quatrieme|derniere?"
    r"|2e|3e|4e)|une? (?:de nous|d entre nous)|m[ao]n? collegue"
    r"|the (?:other|rest|others|third|last))\b"
)
_WRONG = re.compile(
    r"\b(?:et non|pas|not|au lieu de|plutot que|instead of)(?: (?:a|que))? \d{1,2}\b"
)
_NUMBER = re.compile(r"\b\d{1,2}\b")
_ALONE = re.compile(r"\b(?:seule?|solo|alone|(?:juste|que|rien que|just|only) (?:moi|me))\b")
_GROUPS = {"binome": 2, "duo": 2, "trinome": 3, "trio": 3}


def read(text: str, largest: int) -> Seating:
    """Read the number of people and whether they wait, all of them or but the others."""
    said = Spoken(text)
    waits = _WAITING.search(said.text) is not None
    if waits and _COMING.search(said.text) and not _LIST.search(said.text):
        waits = _REST.search(said.text) is not None
    rest_waits = waits and _REST.search(said.text) is not None
    return Seating(_number(said, text, largest), waits and not rest_waits, rest_waits)


def _number(said: Spoken, text: str, largest: int) -> int | None:
    """The one number that is said, but for those that are put right."""
    if _ALONE.search(said.text):
        return 1
    numbers = {int(one) for one in _NUMBER.findall(_WRONG.sub(" ", said.counted))}
    if len(numbers) == 1:
        return numbers.pop()
    groups = {_GROUPS[word] for word in said.text.split() if word in _GROUPS}
    if len(groups) == 1 and not numbers:
        return groups.pop()
    reading = sizes.read(text, largest)
    return reading.value if isinstance(reading, Understood) and not numbers else None
