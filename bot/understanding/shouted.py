"""Messages in capitals, written as others are: « ON VIENT A DEUX » names nothing."""

import re

from bot.understanding.normal import vocabulary

_WORD = re.compile(r"[^\W\d_]+")
_WORDS = 4
"""From so many words on a message in capitals is shouted; fewer may be a name, or initials."""
_INITIALS = re.compile(
    r"\b(?:[bcdfghjklmnpqrstvwxz]{2,}|onf|epci|cpie|cuma|gaec|earl|scop|scic|amap|admr|mjc|ccas|cias"
    r"|caue|inrae|ddt|dgs|dga|petr|sivu|sivom|sictom|sicoval|gal|aappma|fdsea|mfr|cnrs|ehpad|udaf"
    r"|adil|asa|cen|lpo|frapna)\b",
    re.IGNORECASE,
)
_NO_INITIALS = vocabulary("je me se le la tt bjr slt svp stp mlle mme mr dr st ste")


def quietly(text: str) -> str:
    """Write a message that is in capitals in small letters, but for initials; others stay."""
    words = _WORD.findall(text)
    loud = [one for one in words if one.isupper() and len(one) > 1]
    if len(words) < _WORDS or len(loud) < len([one for one in words if len(one) > 1]):
        return text
    return _INITIALS.sub(_loudly, text.lower())


def _loudly(found: re.Match[str]) -> str:
    said = found.group()
    return said if said in _NO_INITIALS else said.upper()


def title(name: str) -> str:
    """Write a name that is all in small letters with its capitals."""
    return name.title() if name.islower() else name
