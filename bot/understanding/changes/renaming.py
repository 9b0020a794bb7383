"""Somebody is called otherwise than it was written."""

import re

from bot.understanding import known_people, names
from bot.understanding.changes.kinds import Change, Kind
from bot.understanding.changes.phrases import NOISE, kernel
from bot.understanding.known_people import People
from bot.understanding.names import Name
from bot.understanding.normal import plain, vocabulary
from bot.understanding.results import Doubtful, Understood
from bot.understanding.spoken import Spoken

_N = r"[a-z]+(?: [a-z]+){0,3}?"
_RENAMING = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<new>{_N}) (?:et )?(?:pas|non|au lieu de|plutot que|not) (?P<old>{_N})$",
        rf"\b(?:pas|non|not) (?P<old>{_N}) (?:mais |c est |but )*(?P<new>{_N})$",
        rf"\bremplac\w+ (?P<old>{_N}) par (?P<new>{_N})$",
        rf"\b(?P<old>mon|my) (?:nom|prenom|name) s ecrit (?P<new>{_N})(?: avec .*)?$",
        rf"(?P<old>{_N}) (?:s ecrit) (?P<new>{_N}) avec .*$",
        rf"(?P<old>{_N}) (?:s appelle|se (?:pre)?nomme|s ecrit|is called)(?: en fait)?"
        rf" (?P<new>{_N})$",
        rf"\b(?P<old>mon|my) (?:vrai )?(?:nom|prenom|name)(?: de famille)? (?:c )?(?:est|is)"
        rf" (?P<new>{_N})$",
        rf"\b(?:nom|prenom)(?: de famille)? (?:de|d) (?P<old>{_N}) (?:c est|est) (?P<new>{_N})$",
        rf"\b(?:ecrit|mis|note) (?P<old>{_N}) (?:mais |et |alors que )*c est (?P<new>{_N})"
        r"(?: avec (?:une? )?\w+)?$",
        rf"\b(?P<old>je) m appelle(?: en fait)? (?P<new>{_N})$",
    )
)
_OWN_NAME = re.compile(r"\b(?:mon|my) (?:vrai )?(?:pre)?(?:nom|name)\b")
_CIVILITY = vocabulary("m mme mr monsieur madame mlle")


def renamed(said: Spoken, known: People) -> Change | None:
    """Read another name of somebody: « pas Martin, Martinez »."""
    for pattern in _RENAMING:
        for found in pattern.finditer(said.text):
            change = _other_name(said, known, found)
            if change is not None:
                return change
    return None


def _other_name(said: Spoken, known: People, found: re.Match[str]) -> Change | None:
    old = found["old"].split()
    is_own = found["old"] == "je" or _OWN_NAME.search(found[0]) is not None
    who = known_people.writing(known) if is_own else None
    if who is None:
        who = known_people.named(" ".join(word for word in old if word not in NOISE), known)
        if who is not None and not set(old) - NOISE - _CIVILITY <= known[who].words:
            return None
    if who is None:
        return None
    new = kernel(said.text, start=found.start("new"), end=found.end("new"))
    if is_own and found["old"] != "je":
        part = known[who].first if "prenom" in found[0] else known[who].last
        old = plain(part).split()
    return _name_of(known, who, said.raw(*new), set(old), said=said.text)


_ABOUT_A_NAME = re.compile(r"\b(?:noms?|prenoms?|appelle\w*|name|called)\b")
_RANKED = re.compile(
    r"\b(?:la|le|l) (?P<rank>1|2|3|4|premiere?|deuxieme|seconde?|troisieme|quatrieme)(?: ?e|eme)? ?"
    rf"(?:personne|nom|participante?)? ?(?:s appelle|se nomme|c est|est) (?P<new>{_N})$"
)
_RANKS = ("1 premier premiere", "2 deuxieme second seconde", "3 troisieme", "4 quatrieme")


def ranked(said: Spoken, known: People) -> Change | None:
    """« la troisième personne s’appelle Laurent Roy »."""
    found = _RANKED.search(said.text)
    if found is None:
        return None
    who = next(at for at, ranks in enumerate(_RANKS) if found["rank"] in ranks.split())
    reading = names.read(said.raw(*found.span("new")))
    if who >= len(known) or not isinstance(reading, Understood | Doubtful):
        return None
    return Change(Kind.RENAME, who, reading.value)


def _name_of(known: People, who: int, written: str, old: set[str], *, said: str) -> Change | None:
    """The whole name that is meant by a whole one, or by one part of it."""
    one = known[who]
    reading = names.read(written)
    is_same = bool(_ABOUT_A_NAME.search(said))
    if isinstance(reading, Understood | Doubtful):
        name = reading.value
        shares = is_same or bool(known_people.Known(*name).words & one.words)
        return Change(Kind.RENAME if shares else Kind.REPLACE, who, name)
    if len(written.split()) != 1 or not written.replace("-", "").replace("’", "").isalpha():
        return None
    part = written[:1].upper() + written[1:]
    if re.search(r"\bprenom (?:de|d|c|est)\b", said):
        return Change(Kind.RENAME, who, Name(part, one.last))
    first, last = (known_people.Known(text, "").words for text in (one.first, one.last))
    if old & last or (old & first and not names.is_first_name(part)):
        return Change(Kind.RENAME, who, Name(one.first, part))
    return Change(Kind.RENAME, who, Name(part, one.last)) if old & first else None


_CALLED = re.compile(
    r"^(?:(?:non|mais|oui|alors|attendez|attends|attention|ah|oh|euh|pardon|en fait|finalement) )*"
    rf"(?:c est|il s appelle|elle s appelle|it s) (?P<new>{_N})$"
)


def called(said: Spoken, known: People) -> Change | None:
    """« c’est Julie Martinez », of Julie Martin."""
    found = _CALLED.match(said.text)
    reading = names.read(said.raw(*found.span("new"))) if found else None
    if not isinstance(reading, Understood | Doubtful):
        return None
    who = known_people.named(" ".join(known_people.Known(*reading.value).words), known)
    if who is None or known[who].words == known_people.Known(*reading.value).words:
        return None
    return Change(Kind.RENAME, who, reading.value)
