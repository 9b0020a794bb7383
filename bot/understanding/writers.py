"""Who writes: one of those who come, or somebody who registers others."""

import re
from collections.abc import Sequence

from bot.understanding.normal import plain
from bot.understanding.results import Reading, Unclear, Understood

_NOT_COMING = re.compile(
    r"\b(?:je|j|moi je) (?:ne |n )?(?:(?:y )?(?:viens|vais|serai|participe|assiste) pas)\b"
    r"|\bje ne (?:participerai|viendrai|assisterai|serai) pas\b"
    r"|\bne (?:viens|viendrai) pas moi meme\b"
    r"|\bsans moi\b|\bpas (?:pour )?moi(?! seule?)\b|\bje (?:ne )?fais que (?:les |l )?inscri\w+"
    r"|\bj (?:en )?inscris (?:seulement |juste )?(?:d )?(?:une? )?(?:autres?|mes|le|la|les|l|mon|ma"
    r"|nos|notre|quelqu un|ces|deux|trois|des)\b"
    r"|\bje (?:les|l) inscris\b|\bpour (?:le compte de|d autres|quelqu un d autre)\b"
    r"|\b(?:leur|son|sa|la|le|une?|as) (?:secretaire|assistante?)\b|^(?:secretaire|assistante?)\b"
    r"|\bi (?:am not|m not|won t be|will not be) (?:coming|there|attending)\b|\bnot me\b"
    r"|\bon behalf of\b|\bi (?:am|m) (?:only )?registering (?:others|them|someone|somebody)\b"
)
_NEITHER = re.compile(
    r"^(?:non|no|nope|ni l un|ni l une|aucun|aucune|none|neither|les autres|d autres|others?)\b"
)
_COMING = re.compile(r"\b(?:oui|yes|je viens|moi aussi|j y serai|aussi|i am|i m coming|me too)\b")
_RANKS = (
    re.compile(r"\b(?:1|1ere?|premiere?|first)\b"),
    re.compile(r"\b(?:2|2e|2eme|deuxieme|seconde?|second)\b"),
    re.compile(r"\b(?:3|3e|3eme|troisieme|third)\b"),
)


_STAYS_AWAY = re.compile(
    r"\bje (?:ne |n )?(?:y )?(?:viens|vais|serai|participe|assiste|participerai|viendrai"
    r"|assisterai) pas\b|\bsans moi\b|\bpas moi meme\b|\bon behalf of\b|\bpour le compte de\b"
    r"|\bi (?:am not|m not|won t be|will not be) (?:coming|there|attending)\b"
)


def stays_away(text: str) -> bool:
    """Whether somebody says of themselves, in whatever message, that they do not come."""
    return _STAYS_AWAY.search(plain(text)) is not None


def does_not_come(text: str) -> bool:
    """Whether somebody says that they register others and do not come: « j’inscris deux élus »."""
    return _NOT_COMING.search(plain(text)) is not None


def read(text: str, people: Sequence[str]) -> Reading[int]:
    """Read which of the people, by their whole names, writes: their place from 1 on; 0: none.

    Unclear: « which » (they come, but which of them are they?), « no_answer ».
    """
    said = plain(text)
    if does_not_come(text):
        return Understood(0)
    found = _named(said, people)
    if len(found) == 1:
        return Understood(found[0])
    if _NEITHER.search(said):
        return Understood(0)
    if _COMING.search(said):
        return Understood(1) if len(people) == 1 else Unclear("which")
    return Unclear("no_answer")


def _named(said: str, people: Sequence[str]) -> list[int]:
    """The places of those who are named, or whose rank is said."""
    words = set(said.split())
    named = [set(plain(name).split()) for name in people]
    whole = [place for place, name in enumerate(named, 1) if name and name <= words]
    ranks = [place for place, rank in enumerate(_RANKS[: len(people)], 1) if rank.search(said)]
    return whole or [place for place, name in enumerate(named, 1) if name & words] or ranks
