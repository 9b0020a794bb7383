"""Whether a message says again, and otherwise, what was told before: « c’est moi, l’animateur »."""

import re

from bot.understanding.normal import plain

_CORRECTS = re.compile(
    r"\b(?:non|nan|nn|pas|inverse|contraire|a l envers|erreurs?|fautes?|tromp\w+|melang\w+"
    r"|confond\w*"
    r"|mal compris|malentendu|repet\w+|redis|deja dit|je l ai dit|viens de (?:vous |te |l |le )?\w*"
    r"|vous (?:l )?ai (?:deja )?(?:dit|ecrit)|corrig\w+|rectifi\w+|plutot|en fait|au lieu"
    r"|c est (?:moi|lui|elle) qui|c est \w+ (?:le|la|l)|not|no|instead|rather|actually|wrong"
    r"|mistake|mixed up|other way|i said|as i said)\b"
)
_TURNED_ROUND = re.compile(
    r"\b(?:non|nan|nn|inverse|contraire|pas moi|tromp\w+|melang\w+|confond\w*|not me|mixed up"
    r"|other way|wrong)\b"
)
_I_AM = re.compile(
    r"\b(?:je suis|chuis|j suis|moi (?:c est|je suis)|c est moi|i am|i m|ma fonction c est)\b"
)
_AS_WELL = re.compile(
    r"\b(?:aussi|egalement|par ailleurs|en plus|ancienn?e?|ex|retraitee?|retraite|fut|etais"
    r"|also|former|retired|used to)\b"
)
_NOT_THAT = re.compile(
    r"\b(?:je (?:ne )?suis|moi je suis|chuis|i m|i am) (?:pas|not)(?: (?:le|la|l|une?|du tout|the"
    r"|an?))? (?P<what>\w+)"
)


def corrects(text: str) -> bool:
    """Whether something in a message says that it is otherwise than it was taken."""
    return _CORRECTS.search(plain(text)) is not None


def turns_round(text: str) -> bool:
    """Whether what was told of one is said to be another's: « la secrétaire, c’est pas moi »."""
    return _TURNED_ROUND.search(plain(text)) is not None


def says_inverse(text: str) -> bool:
    """Whether two were taken for each other: « c’est l’inverse »."""
    return re.search(r"\b(?:inverse|contraire|a l envers|other way)\b", plain(text)) is not None


def says_what_i_am(text: str) -> bool:
    """Whether who writes says outright, and of today, what they are: « je suis la trésorière »."""
    said = plain(text)
    return bool(_I_AM.search(said)) and not _AS_WELL.search(said)


def denied(text: str) -> str:
    """Give the first word of what who writes says they are not; empty: nothing."""
    found = _NOT_THAT.search(plain(text))
    return found["what"] if found is not None else ""
