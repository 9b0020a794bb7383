"""What people ask to be erased: all that is kept of them, or how they are reached."""

import re

from bot.understanding.changes.kinds import Kind
from bot.understanding.normal import normal

_ERASE = r"(?:effac|supprim|detrui|retir|enlev|erase|delete|remove)\w*"
_ALL = re.compile(
    rf"\b{_ERASE}(?: \w+){{0,3}}? (?:(?:toutes? )?(?:mes|nos|my|our) (?:donnees|informations?"
    rf"|coordonnees|data|details)"
    r"|tout ce (?:que|qui)|tout(?:es)? (?:me|ce|sur)|everything|all (?:my|you))\b"
    rf"|\b{_ERASE} (?:moi )?tout\b(?! (?:de suite|simplement|a fait|ca))"
)
_ASKED_ABOUT = re.compile(
    r"\b(?:quand(?! meme)|combien|comment|est ce que|when|how|puis je|peut on|on peut)\b"
)
_REACH = re.compile(
    rf"\b{_ERASE}(?: (?:donc|bien|aussi|moi|please))? (?:mon|l|ma|my) "
    r"(?:(?P<email>(?:e )?mail|email|mel|courriel|adresse)"
    r"|(?P<phone>numero|telephone|portable|mobile|phone|number))\b"
    r"|\b(?:mon|my) (?:(?P<email2>(?:e )?mail|email|courriel|adresse(?: mail)?)|(?P<phone2>numero"
    r"|telephone|portable))"
    rf" (?:doit|devrait|must|should)(?: \w+){{0,2}} {_ERASE}"
)


def asks_all(text: str) -> bool:
    """Whether all that is kept of who writes is to be erased, and it is not asked when or how."""
    said = normal(text)
    return _ALL.search(said) is not None and _ASKED_ABOUT.search(said) is None


_SEES = re.compile(
    r"\b(?:que|qu|quoi|quelles? \w+|what)\b(?: \w+){0,5} (?:gard|conserv|sav|ave|stock|not|keep"
    r"|know|have|hold)\w*"
    r"(?: \w+){0,3} (?:sur|de|about) (?:moi|nous|me|us)\b"
    r"|\b(?:voir|montr\w+|see|show me) (?:toutes )?(?:mes|my) (?:donnees|infos|informations|data)\b"
)


def asks_to_see(text: str) -> bool:
    """« Qu’est-ce que vous gardez sur moi ? »: whether what is kept of them is to be shown."""
    return _SEES.search(normal(text)) is not None


_WHEN = re.compile(
    r"\b(?:quand|combien|jusqu a|jusque|when|how long)\b(?: \w+){0,8} (?:effac|supprim|detrui"
    r"|conserv|gard|eras|delet"
    r"|keep|kept)\w*"
    r"|\b(?:effac|supprim|detrui|conserv|eras|delet|kept)\w*(?: \w+){0,6} (?:quand|combien|when"
    r"|how long)\b"
)


def asks_when(text: str) -> bool:
    """« Vous effacez quand ? »: whether it is asked until when what is told is kept."""
    return _WHEN.search(normal(text)) is not None


def asks_reach(text: str) -> Kind | None:
    """Which way to reach who writes is to be erased; None: none, or another is given for it."""
    said = normal(text)
    found = _REACH.search(said)
    if (
        found is None
        or "@" in text
        or re.search(r"\d\d[ .]?\d\d", text)
        or _ASKED_ABOUT.search(said)
    ):
        return None
    return Kind.EMAIL if found["email"] or found["email2"] else Kind.PHONE
