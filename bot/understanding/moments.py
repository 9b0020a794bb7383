"""A moment said in words: « la veille à 18 h », « dans une semaine », « le 3 mars à 9 h »."""

import datetime as dt
import re
from datetime import datetime, timedelta

from bot.understanding.dates import dates
from bot.understanding.normal import normal, without_accents

_NUMBERS = {
    word: number
    for number, words in enumerate(
        (
            "un une a an one", "deux two", "trois three", "quatre four", "cinq five", "six",
            "sept seven", "huit eight", "neuf nine", "dix ten", "onze", "douze", "treize",
            "quatorze", "quinze",
        ),
        1,
    )
    for word in words.split()
}  # fmt: skip
_N = rf"(?P<n>\d{{1,3}}|{'|'.join(_NUMBERS)})"
_IN = re.compile(
    rf"\b(?:dans|d ici|in) {_N} (?P<what>minute|min|mn|heure|h|hour|jour|j|day|semaine|week)s?\b"
)
_BEFORE = re.compile(
    rf"\b{_N} (?P<what>jour|day|semaine|week)s? (?:avant|before|plus tot)\b"
    r"|\bj (?P<minus>\d{1,2})\b"
)
_CLOCK = re.compile(
    r"(?<![\d/])(?P<hour>\d{1,2}) ?(?:h|heures?|:)(?: ?(?P<minute>[0-5]\d))?(?![\d/])"
    r"|(?<![\d/])(?P<english>\d{1,2})(?::(?P<minutes>[0-5]\d))? ?(?P<half>am|pm)\b",
    re.IGNORECASE,
)
_PARTS = (("apres midi", 14), ("afternoon", 14), ("matin", 9), ("morning", 9), ("midi", 12),
          ("noon", 12), ("soir", 18), ("evening", 18))  # fmt: skip
_STEPS = {
    "minute": timedelta(minutes=1), "min": timedelta(minutes=1), "mn": timedelta(minutes=1),
    "heure": timedelta(hours=1), "hour": timedelta(hours=1), "h": timedelta(hours=1),
    "jour": timedelta(days=1), "day": timedelta(days=1), "j": timedelta(days=1),
    "semaine": timedelta(weeks=1), "week": timedelta(weeks=1),
}  # fmt: skip
_NOW = re.compile(r"\b(?:maintenant|tout de suite|immediatement|now)\b")
_DAYS_FROM_NOW = (
    (r"apres demain|day after tomorrow", 2), (r"demain|tomorrow", 1),
    (r"aujourd hui|ce (?:matin|midi|soir)|cet apres midi", 0),
    (r"today|tonight|this (?:morning|evening)", 0),
)  # fmt: skip
_DAYS_BEFORE = (
    (r"avant veille", 2), (r"veille|day before|eve", 1),
    (r"jour (?:meme|j)|matin meme|same day|le jour de la journee", 0),
)  # fmt: skip
LONGEST = dt.timedelta(days=730)
"""Nothing is planned further ahead."""
JUST_OVER = 60
"""Days in which a date is taken for one that is over."""


def read(text: str, now: datetime, day: dt.date, *, at: dt.time) -> datetime | None:
    """The moment that a text names, in the zone of `now`; None where it names none.

    Args:
        text: what was written.
        now: the present moment, in the zone it is to be understood in.
        day: the event's day, which « la veille » is the eve of.
        at: the time of the day where none is said.
    """
    said = normal(text)
    if _NOW.search(said):
        return now
    steps = _IN.search(said)
    if steps is not None and _STEPS[steps["what"]] < timedelta(days=1):
        return now + _number(steps["n"]) * _STEPS[steps["what"]]
    date = now.date() + _number(steps["n"]) * _STEPS[steps["what"]] if steps else None
    clock = _clock(text)
    date = date or _date(text, now, day)
    if date is None and clock is not None and not _names_a_day(said):
        date = now.date() if clock > now.time() else now.date() + timedelta(days=1)
    if date is None or abs(date - now.date()) > LONGEST:
        return None
    return datetime.combine(date, clock or at, now.tzinfo)


def _number(word: str) -> int:
    return int(word) if word.isdecimal() else _NUMBERS[word]


def _names_a_day(said: str) -> bool:
    return bool(dates(said))


def _date(text: str, now: datetime, day: dt.date) -> dt.date | None:
    said = normal(text)
    before = _BEFORE.search(said)
    if before is not None:
        if before["minus"]:
            return day - timedelta(days=int(before["minus"]))
        return day - _number(before["n"]) * _STEPS[before["what"]]
    for pattern, days in _DAYS_FROM_NOW:
        if re.search(rf"\b(?:{pattern})\b", said):
            return now.date() + timedelta(days=days)
    for pattern, days in _DAYS_BEFORE:
        if re.search(rf"\b(?:{pattern})\b", said):
            return day - timedelta(days=days)
    named = dates(text)
    if len(named) != 1:
        return None
    # The next one that fits, up to the day; else one that is just over, rather than next year's.
    first = 1 if re.search(r"\b(?:prochaine?|next)\b", said) else 0
    to_the_day = range(first, max(first, (day - now.date()).days) + 1)
    ahead = (*to_the_day, *range(-1, -JUST_OVER, -1), *range(first, LONGEST.days))
    near = (now.date() + timedelta(days=days) for days in ahead)
    return next((date for date in near if named[0].fits(date)), None)


def _clock(text: str) -> dt.time | None:
    found = _CLOCK.search(without_accents(text))
    if found is not None:
        hour = int(found["hour"] or found["english"])
        if found["half"]:
            hour = hour % 12 + (12 if found["half"].lower() == "pm" else 0)
        minute = int(found["minute"] or found["minutes"] or 0)
        return dt.time(hour, minute) if hour < 24 else None
    return next((dt.time(hour) for part, hour in _PARTS if part in normal(text)), None)
