"""Saying that one would rather not give an address or a number, or has none."""

import re

from bot.understanding.normal import plain, without_accents

_REFUSED = re.compile(
    r"\bj?(?:prefere\w*|veux|veut|vx|voulons|souhait\w+|voudrais|tiens|donne\w*|communique|laisse)"
    r" (?:autant |mieux |plutot )?(?:pas|pa|point|rien|ne pas|eviter|m abstenir)\b"
    r"|\bne (?:souhait\w+|donne\w*|veux|voulons|tiens|communique|prefere)\b"
    r"|\b(?:ne pas|eviter de|pas|pa) (?:(?:le|la|l|vous|te|mon|ma|en) )*"
    r"(?:donner|communiquer|dire|laisser|fournir|partager)\b"
    r"|\b(?:pas?|plus) (?:de|d|besoin|necessaire|utile|la peine|indispensable|oblige|obligatoire)\b"
    r"|\b(?:ai|a|avons|avez) (?:pas?|plus|ni|aucune?)\b|\b(?:sans|aucune?)\b"
    r"|\b(?:non merci|rather not|no need|not needed|no (?:phone|e ?mail|number)|prefer not)\b"
    r"|\b(?:je )?refuse\w*\b|\bdon t (?:have|want|use)\b|\bje (?:m en )?passe\b"
    r"|\b(?:avez|ave|av|as|have) (?:deja )?(?:mon|my) (?:e ?mail|mail|mel|courriel|adresse|tel\w*"
    r"|numero|phone|number)\b"
    r"|\b(?:mail|mel|courriel|adresse|telephone|tel|portable) (?:suffi\w+|ira)\b"
)


_NO_PHONE = re.compile(
    r"\b(?:pas?|sans|aucun|no|without|not) (?:(?:de|d|besoin|mon|du|a|my) )*"
    r"(?:tel\w*|portable|numero|mobile|phone)\b"
)


_GIVES_PHONE = re.compile(
    r"\b(?:donner|de donner|communiquer|laisser|dire|partager|give)(?: (?:mon|de|le|un|my|a|the))*"
    r" (?:tel\w*|portable|numero|mobile|phone|number)\b"
)


_BEGINS = r"(?:^|[.,;:!?(\n]|\b(?:et|mais|donc|car|and|but)\b)\s*"
_MINE = (
    r"(?:(?:moi |perso |non |desole\w* |sorry )?(?:je |j['’ ]?|i )(?:n['’ ]?)?(?:ai|a|have|use"
    r"|utilise|possede)\s+)?"
)
_NONE = (
    r"(?:(?:pas?|point|sans|aucune?|ni|no|without)\s+(?:(?:de|d|un|une|a|any|my|mon|ma)[\s'’]*)*"
    r"(?:adresse\s+)?)"
)
_ENDS = (
    r"\b(?:\s+(?:fixe|portable|perso\w*|pro|svp|merci|du tout|ici|chez moi))*\s*"
    r"(?:$|[.,;:!?)\n]|\b(?:et|mais|and|but|c['’ ]?est)\b)"
)
_NO_EMAIL_HERE = re.compile(
    rf"{_BEGINS}{_MINE}{_NONE}(?:e[ -]?mails?|mails?|mel|courriels?|internet|adresse){_ENDS}"
)
_NO_PHONE_HERE = re.compile(
    rf"{_BEGINS}{_MINE}{_NONE}(?:tel|telephone|portable|numero|mobile|phone){_ENDS}"
)


def of_reach(text: str) -> frozenset[str]:
    """Which of `email` and `phone` who writes says they have none of, whatever was asked."""
    said = without_accents(text).casefold()
    found = {"email": _NO_EMAIL_HERE, "phone": _NO_PHONE_HERE}
    return frozenset(what for what, none in found.items() if none.search(said))


def of_phone(text: str) -> bool:
    """Whether a telephone is what they give none of: « lise@mjc.fr, pas de tel »."""
    said = plain(text)
    is_kept = _REFUSED.search(said) is not None and _GIVES_PHONE.search(said) is not None
    return is_kept or _NO_PHONE.search(said) is not None


def read(text: str) -> bool:
    """Whether a text says so: « je préfère pas », « pas besoin, vous avez mon mail »."""
    return _REFUSED.search(plain(text)) is not None
