"""Whose a lateness is, where one is said to be late and another not: « moi 11 h, Luc à l’heure ».

Told in several clauses, of people who are known; a lateness alone is `lateness` to read.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import time

from bot.understanding import known_people, lateness, presence
from bot.understanding.known_people import People
from bot.understanding.normal import normal


@dataclass(slots=True)
class Told:
    """Who is said to be late, by how many minutes, and who is not; places among the people."""

    late: dict[int, int] = field(default_factory=dict)
    on_time: set[int] = field(default_factory=set)
    denied: set[int] = field(default_factory=set)
    """Who is but said not to be meant: « pas Luc »."""
    is_corrected: bool = False
    """Whether it puts right what was noted: « non, c’est moi qui suis en retard »."""


_ON_TIME = re.compile(
    r"(?<!tout )\ba l heure\b(?! (?:du|de|d|des|actuelle|qu|ou|pour manger)\b)|\bon time\b"
    r"|\bpas (?:\w+ ){0,2}?retard\b|\b(?:plus|sans|aucun|zero) (?:\w+ )?retard\b|\bponctuel\w*"
    r"|\bnot (?:\w+ )?late\b|\bdes le debut\b"
)
_LATE = re.compile(r"\bretards?\b|\blate\b|\bretardee?s?\b")
_DENIED = re.compile(
    r"^(?:(?:et|mais|donc|bien sur|and|but) )*(?:pas|non(?: pas)?|not|ni)"
    r" (?:(?:pour|celui|celle|le|la|retard|de|du|d|for|a) )*(?:\w+ ?){1,3}$"
)
_CORRECTS = re.compile(
    r"^(?:ah |oh |euh |mais |desole\w* |pardon |oups )*(?:non|nan|nn|no|erreur|pas du tout)\b"
    r"|\b(?:erreur|tromp\w+|l inverse|le contraire|confond\w*|mal compris|je me suis mal|plutot"
    r"|mistake|wrong)\b"
)
_CLEFT = re.compile(
    r"\bc est (?:\w+ ){1,4}?(?:qui|le retard|en retard)\b|\bretard c est\b|\bit s (?:me|\w+) who\b"
)
_HOUR = re.compile(
    r"\b(?:a|vers|pas avant|que|apres|around|at|about) (?:les )?(?P<hour>\d{1,2}) ?(?:h|heures?)"
    r" ?(?P<minute>[0-5]\d|et quart|et demie?)?\b"
)
_COMES = re.compile(r"\b(?:arriv\w+|jarr?iv\w*|ariv\w+|serai?|vien\w*|viendr\w+|la|moi|pour)\b")
_OWN = re.compile(r"\b(?:moi|je|j|mon|mien|i|me|mine|my)\b|\bj(?:arr?iv|serai|aurai|suis)\w*")
_WITH_ME = re.compile(r"\b(?:et|avec|and|with) (?:moi|me|i)\b|\b(?:moi|me|i) (?:et|avec|and)\b")
_OTHER = re.compile(r"\b(?:il|elle|lui|sien|sienne|he|she|him|her)\b")
_UNDOES = re.compile(
    r"\b(?:annul|enlev|retir|supprim|efface|oubli|remove)\w*|\bsi (?:je|j|on|il|elle|jamais)\b"
    r"|\bnous\b|\bon\b|\bwe\b"
)


def may_tell(text: str) -> bool:
    """Whether a text may say of somebody that they are not late, or that another is."""
    said = normal(text)
    if "?" in text or not (_LATE.search(said) or _ON_TIME.search(said)):
        return False
    return (
        _ON_TIME.search(said) is not None
        or _CLEFT.search(said) is not None
        or bool(re.search(r"\b(?:pas|non|not|inverse|contraire)\b", said))
    )


def read(text: str, start: time, people: People) -> Told | None:
    """Read it; None where nobody is said to be on time or meant instead of another.

    What but undoes a lateness, tells of all, or of somebody who does not come is read elsewhere.
    """
    told, whom = Told(is_corrected=_CORRECTS.search(normal(text)) is not None), set[int]()
    for part in _parts(text, people):
        said = lateness.in_figures(part)
        if _UNDOES.search(said):
            return None
        named = _whom(said, people)
        if _ON_TIME.search(said):
            told.on_time |= named
        elif _DENIED.match(said) and named:
            told.denied |= named
        elif (minutes := _minutes(part, start)) is not None:
            for who in named or whom:
                told.late[who] = minutes or told.late.get(who, minutes)
        elif named and presence.says_away(part):
            return None
        whom = named or whom
    told.denied -= told.late.keys() if told.late else told.denied
    told.on_time -= told.late.keys()
    is_moved = told.is_corrected and len(told.late) == 1 and _CLEFT.search(normal(text)) is not None
    return told if told.on_time or told.denied or is_moved else None


def settled(told: Told, noted: Sequence[int | None]) -> Told:
    """The same with what is noted: whoever is late instead comes as late as was noted of another.

    `noted`: the minutes that are noted of each of the people.
    """
    gone = told.on_time | {at for at in told.denied if noted[at] is not None}
    if told.is_corrected and not gone:
        gone = {at for at, minutes in enumerate(noted) if minutes is not None} - told.late.keys()
        gone = gone if len(gone) == 1 else set()
    before = [noted[at] for at in gone if noted[at]]
    late = dict[int, int]()
    for who, minutes in told.late.items():
        known = noted[who] or (before[0] if len(before) == 1 else None)
        late[who] = minutes or known or lateness.UNSAID
    return Told(late, gone)


_IS_GONE = re.compile(
    r"\b(?:enlevee?|retiree?|supprimee?|otee?|annulee?|effacee?|enleves?|removed|taken off)\b"
)


def asks_if_gone(text: str) -> bool:
    """Whether it is asked if a lateness was taken off: « vous avez enlevé mon retard ? »."""
    said = normal(text)
    return "?" in text and _IS_GONE.search(said) is not None and _LATE.search(said) is not None


def meant(text: str, people: People) -> set[int]:
    """Of whom a text tells."""
    return _whom(normal(text), people)


def _parts(text: str, people: People) -> list[str]:
    """The text where each part tells of somebody: before « moi », « pas Luc », « et Sylvie »."""
    names = "|".join(re.escape(one.first) for one in people if one.first) or "(?!)"
    whom = rf"(?:moi|lui|elle|il|je|j['’]|mme|m\.|madame|monsieur|{names})\b"
    cut = re.compile(
        r"[,;:!\n]+|\.(?!\w)|\b(?:mais|but|par contre|en revanche|alors que|tandis que)\b"
        rf"|\s(?:et|and)\s(?={whom})|\s(?=(?:pas|non pas|et pas|et non)\s(?:pour\s)?{whom})"
        rf"|(?<=heure)\s(?={whom})|(?<=retard)\s(?={whom})",
        re.IGNORECASE,
    )
    return [one for one in cut.split(_TITLE.sub(r"\1", text)) if one and normal(one)]


_TITLE = re.compile(r"\b(M|Mr|Mme)\.(?=\s)")


def _whom(said: str, people: People) -> set[int]:
    """Of whom a part tells: those who are named, who writes, or the only other one."""
    words, own = {*said.split()}, known_people.writing(people)
    found = {at for at, one in enumerate(people) if one.words & words}
    if len(found) > 1 and (one := known_people.named(said, people)) is not None:
        found = {one}
    if (not found or _WITH_ME.search(said)) and _OWN.search(said) and own is not None:
        found.add(own)
    if not found and _OTHER.search(said) and (other := known_people.only_other(people)) is not None:
        found.add(other)
    return found


def _minutes(part: str, start: time) -> int | None:
    """By how much a part says that somebody is late; None: it does not."""
    said = lateness.in_figures(part)
    minutes = lateness.read(part, start)
    if minutes:
        return minutes
    found = _HOUR.search(said)
    if found is not None and (_COMES.search(said) or _HOUR.match(said)):
        late = lateness.after_hour(start, int(found["hour"]), found["minute"] or "0")
        if 0 < late <= lateness.MOST:
            return late
    return lateness.UNSAID if minutes is not None or _LATE.search(said) else None
