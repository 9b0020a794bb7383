"""« Je serai en retard d’une demi-heure »: by how much somebody comes late."""

import re
from datetime import time
from enum import StrEnum, auto

from bot.understanding.figures import number_at
from bot.understanding.normal import normal

UNSAID = 0
"""Late, without saying by how much."""
MOST = 12 * 60
"""More minutes than that is another appointment."""

_LATE = re.compile(
    r"\b(?:(?:j|je|jsui|on|nous|ns|i|we) (?:\w+ ){0,2}"
    r"(?:serai|sera|serons|aurai|aura|aurons|suis|est|sommes|vais|va|allons|risqu\w+|pense"
    r"|arriv\w+|viend\w+|peux|peut|be|am|are|ll|running)(?: \w+){0,8} (?:retard|retardee?|late)"
    r"|(?:petit|leger|gros) retard\b.*\b(?:mon|notre|moi|nous)"
    r"|\w+ (?:(?:n |ne |y )*(?:sera|seront|aura|auront|arriv\w+|viendra|viendront|risque\w*"
    r"|will be|is|va|vont))(?: \w+){0,6} (?:retard|retardee?s?|late)"
    r"|^(?:\w+ ){0,4}(?:min\w*|mn|h|heures?) de retard(?: \w+){0,3}$)\b"
)
_ASIDE = re.compile(
    r"[,.;!\n]\s*(?:est[- ]ce(?: que c['’]est)?|c['’]est|ça ira|ca ira|pas)[^,.;!?\n]*\?\s*$",
    re.IGNORECASE,
)
"""« …, c’est grave ? »: a question, but not about it."""
_APOLOGY = re.compile(r"\bretard (?:de|pour|dans) (?:ma|la|mon|cette|repondre)\b")
_NOT = re.compile(r"\b(?:pas|jamais|sans|not|aucun) (?:\w+ ){0,2}(?:retard|late)\b")
_AT = re.compile(
    r"\b(?:j|je|on|nous|i|we)? ?(?:n |ne |y )*"
    r"(?:arriv\w+|jariv\w*|jarriv\w*|viendr\w+|serai(?: la)?|serons(?: la)?|sera(?: la)?"
    r"|be there|arrive|come)(?: \w+){0,3}?"
    r" (?:vers(?: les)?|a|qu a|pas avant?|apres|around|at|about|before)"
    r" (?P<hour>\d{1,2}) ?(?:h|heures?|o clock)? ?(?P<minute>[0-5]\d|et quart"
    r"|et demie?)?\b(?! ?(?:min|personnes"
    r"|places))"
)
_HALF = (
    (re.compile(r"\b(?:trois|3) quarts? d ?heures?\b"), 45),
    (re.compile(r"\b(?:quart d ?heure|quarter of an hour)\b"), 15),
    (re.compile(r"\b(?:une|1) ?h(?:eures?)? et demie?\b"), 90),
    (re.compile(r"\b(?:dizaine|dix) (?:de )?minutes?\b"), 10),
    (re.compile(r"\bquinzaine de minutes?\b"), 15),
    (re.compile(r"\b(?:vingtaine|vingt) (?:de )?minutes?\b"), 20),
    (re.compile(r"\btrentaine de minutes?\b"), 30),
    (re.compile(r"\b(?:demi ?e? heure|half an hour|1 2 heure|1 2 h)\b"), 30),
)
_HOURS = re.compile(r"\b(?P<hours>\d{1,2}) ?(?:h|heures?|hours?)(?: ?(?P<minutes>[0-5]\d))?\b")
_MINUTES = re.compile(r"\b(?P<n>\d{1,3}) ?(?:mn|min|mins|minutes?|m)\b")


_SUPPOSED = re.compile(
    r"\b(?:si (?:je|j|on|nous|il|elle|jamais)|peut on|on peut|puis je|je peux|if (?:i|we)"
    r"|can (?:i|we))\b"
)


_WE = re.compile(
    r"\b(?:on|nous|ns|we)\b(?: \w+){0,5} (?:retard|late|arriv\w*|vers)|\bnous (?:deux|trois)\b"
)
_I = re.compile(r"\b(?:je|j|moi|jsui|i)\b(?: \w+){0,9} (?:retard|late|vers|arriv\w*)|\bmoi qui\b")


class Who(StrEnum):
    """Of whom it is said that they come late."""

    WRITER = auto()
    ALL = auto()
    NAMED = auto()


def who(text: str) -> Who:
    """Say who comes late: who writes, all of them, or somebody who is named."""
    for clause in re.split(r"[,.;:!\n]+|\bmais\b|\bbut\b", text):
        said = normal(clause)
        if _WE.search(said):
            return Who.ALL
        if _I.search(said):
            return Who.WRITER
    return Who.NAMED


def read(text: str, start: time) -> int | None:
    """The minutes somebody says they come late; `UNSAID` where they do not say; None: not late.

    `start` is when the day begins where it takes place: « vers 10 h » is reckoned from it.
    """
    text = _ASIDE.sub("", text)
    if "?" in text or len(text) > 300:
        return None
    sentence = _with_figures(re.sub(r"(\d)h(\d)", r"\1 h \2", normal(text)))
    said_late = _LATE.search(sentence) is not None and not _APOLOGY.search(sentence)
    if _NOT.search(sentence) or _SUPPOSED.search(sentence):
        return None
    told = _minutes(sentence) if said_late else UNSAID
    if told != UNSAID:
        return told  # « une demi-heure de retard, mon train arrive à 10 h 20 »
    for arrival in _AT.finditer(sentence):
        is_last = _AT.search(sentence, arrival.end()) is None
        if not is_last:
            continue  # « mon train arrive à 9 h 50, je serai là vers 10 h »
        minutes = int(arrival["hour"]) * 60 + _minute(arrival["minute"] or "0")
        late = minutes - (start.hour * 60 + start.minute)
        if 0 < late <= MOST:
            return late
    return _minutes(sentence) if said_late else None


def _minute(said: str) -> int:
    """The minutes after the hour: figures, « et quart », « et demie »."""
    return {"et quart": 15, "et demi": 30, "et demie": 30}.get(said) or int(
        said if said.isdecimal() else 0
    )


def _with_figures(sentence: str) -> str:
    """Numbers with figures, « une » too where it counts hours or minutes."""
    words, written, at = sentence.split(), list[str](), 0
    while at < len(words):
        counts = words[at] not in {"un", "une", "one", "a"} or words[at + 1 : at + 2] in (
            ["heure"],
            ["hour"],
        )
        said = number_at(words, at) if counts else None
        written.append(words[at] if said is None else str(said[0]))
        at = at + 1 if said is None else said[1]
    return " ".join(written)


def _minutes(sentence: str) -> int:
    for pattern, minutes in _HALF:
        if pattern.search(sentence):
            return minutes
    found = _MINUTES.search(sentence)
    if found is not None:
        return min(int(found["n"]), MOST)
    hours = _HOURS.search(sentence)
    if hours is not None:
        late = int(hours["hours"]) * 60 + int(hours["minutes"] or 0)
        return late if late <= MOST else UNSAID
    return UNSAID
