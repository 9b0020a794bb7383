"""What organisers write of a day's facts: its date, hours, place, programme, questions.

Whatever was read is shown before it holds, so that a reading may be bold; none is a guess at what
was not said.
"""

import datetime as dt
import re
from datetime import timedelta

from bot.understanding.dates import NamedDate, dates
from bot.understanding.figures import number_at
from bot.understanding.normal import normal, without_accents
from bot.understanding.results import Reading, Unclear, Understood

# ---- numbers

_TOKEN = re.compile(r"\d+|[a-z]+|\s+|[^a-z\d\s]")


def _in_figures(text: str) -> str:
    """Bare lower-case text, numbers in figures: « neuf heures trente » is « 9 heures 30 »."""
    bare = without_accents(text[:500]).casefold().replace("’", "'")
    bare = re.sub(r"(?<=[a-z])-(?=[a-z])", " ", bare)
    tokens = [one for one in _TOKEN.findall(bare) if not one.isspace()]
    said: list[str] = []
    at = 0
    while at < len(tokens):
        found = number_at(tokens, at)
        is_article = tokens[at] in ("un", "une") and tokens[at + 1 : at + 2] not in (
            ["heure"], ["h"], ["place"], ["semaine"], ["jour"],
        )  # fmt: skip
        if found is None or is_article:
            said.append(tokens[at])
            at += 1
        else:
            said.append(str(found[0]))
            at = found[1]
    return " ".join(said)


def number(text: str) -> int | None:
    """The one number of a text, in figures or in words: « 18 places », « dix-huit »."""
    said = _in_figures(text)
    found = [] if re.match(r"\D*- ?\d", said) else re.findall(r"\d+", said)
    return int(found[0]) if len(found) == 1 and len(found[0]) <= 5 else None


# ---- hours

_MARKED = re.compile(
    r"(?<!\d)(\d{1,2}) ?(?:(?:heures?\b|hours?\b|h(?![a-z])|:|\.)(?: ?([0-5]\d)(?!\d))?"
    r" ?(am|pm)?|(am|pm))"
)
_RANGE = re.compile(
    r"(?<![\d/])(\d{1,2})(?: ?(?:heures?\b|h(?![a-z])|:|\.)(?: ?([0-5]\d)(?!\d))?)? ?(am|pm)?"
    r" ?(?:a|-|–|—|jusqu ?' ?a|jusque|to|until|et|>|→) ?"
    r"(\d{1,2})(?: ?(?:heures?\b|h(?![a-z])|:|\.)(?: ?([0-5]\d)(?!\d))?)? ?(am|pm)?(?![\d/])"
)
_QUARTERS = (
    (r"(\d{1,2}) ?(?:heures?|h) et demie?", 30), (r"(\d{1,2}) ?(?:heures?|h) et quart", 15),
)  # fmt: skip
_LESS_A_QUARTER = re.compile(r"(\d{1,2}) ?(?:heures?|h) moins (?:le )?quart")
_OF_END = re.compile(r"\b(?:fin\w*|termin\w*|jusqu\w*|arret\w*|ends?|until|close\w*)\b")
_OF_START = re.compile(
    r"\b(?:debut\w*|commenc\w*|demarr\w*|partir|des|ouv(?:r|ert)\w*|starts?|from)\b"
)

Hours = tuple[dt.time | None, dt.time | None]
"""The start and the end; None: it was not said."""


def hours(text: str) -> Hours | None:
    """From when to when: « de 9 h à 16 h 30 », « 9h-17h », « fin à midi ».

    None: it says none, more than two, or one without saying which.
    """
    said = _clocked(text)
    ranged = _RANGE.search(said)
    if ranged is not None:
        first = _time(ranged[1], ranged[2], half=ranged[3])
        last = _time(ranged[4], ranged[5], half=ranged[6])
        return (first, last) if first is not None and last is not None else None
    found = [_time(one[1], one[2], half=one[3] or one[4]) for one in _MARKED.finditer(said)]
    if len(found) == 2 and None not in found:
        return found[0], found[1]
    if len(found) != 1 or found[0] is None:
        return None
    is_end, is_start = bool(_OF_END.search(said)), bool(_OF_START.search(said))
    if is_end == is_start:
        return None
    return (None, found[0]) if is_end else (found[0], None)


def _clocked(text: str) -> str:
    """The text with its hours in figures: « midi et demi » is « 12h30 »."""
    said = re.sub(r"\b(?:midi|noon)\b", "12 h", _in_figures(text))
    said = re.sub(r"\bminuit\b", "0 h", said)
    for pattern, minutes in _QUARTERS:
        said = re.sub(pattern, rf"\1 h {minutes}", said)
    return _LESS_A_QUARTER.sub(lambda found: f"{(int(found[1]) - 1) % 24} h 45", said)


def _time(hour: str, minute: str | None = None, *, half: str | None = None) -> dt.time | None:
    number = int(hour)
    if half is not None and 1 <= number <= 12:
        number = number % 12 + (12 if half == "pm" else 0)
    return dt.time(number, int(minute or 0)) if number < 24 else None


# ---- dates

_ISO = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b")
_DOTTED = re.compile(r"\b(\d{1,2})[./-](\d{1,2})(?:[./-](\d{4}|\d{2}))?\b")
_FROM_TODAY = re.compile(r"\b(?:dans|in) (\d{1,3}) (jour|day|semaine|week)s?\b")
_FROM_THE_DAY = re.compile(
    r"\b(\d{1,3}) (jour|day|semaine|week)s? (plus tard|apres|later|plus tot|avant|earlier)\b"
)
_NEAR = {"apres demain": 2, "demain": 1, "tomorrow": 1, "aujourd hui": 0, "today": 0}
AHEAD = 730
"""Days in which a date without a year is looked for."""


def date(text: str, today: dt.date, day: dt.date) -> Reading[dt.date]:
    """The date of a day to come: « le 12 mars », « jeudi 12/3 », « une semaine plus tard ».

    `day` is the one that holds. Unclear: « none », « no_such » (30 February), « weekday » (that
    date is another day of the week), « past ».
    """
    moved = _moved(text, today, day)
    if moved is not None:
        return _to_come(moved, today)
    named = _named(text)
    if named is None:
        return Unclear("none")
    if named.day is not None and named.month is not None and named.year is not None:
        return _whole(named, today)
    ahead = [today + timedelta(days=days) for days in range(AHEAD)]
    found = next((one for one in ahead if named.fits(one)), None)
    if found is not None:
        return Understood(found)
    without = NamedDate(named.day, named.month, named.year)
    return Unclear("weekday" if any(without.fits(one) for one in ahead) else "no_such")


def _moved(text: str, today: dt.date, day: dt.date) -> dt.date | None:
    said = normal(_in_figures(text))
    later = _FROM_TODAY.search(said)
    if later is not None:
        return today + _span(later[1], what=later[2])
    by = _FROM_THE_DAY.search(said)
    if by is not None:
        is_back = by[3] in ("plus tot", "avant", "earlier")
        return day - _span(by[1], what=by[2]) if is_back else day + _span(by[1], what=by[2])
    near = next((days for word, days in _NEAR.items() if re.search(rf"\b{word}\b", said)), None)
    return None if near is None else today + timedelta(days=near)


def _span(count: str, *, what: str) -> timedelta:
    return timedelta(days=int(count) * (7 if what in ("semaine", "week") else 1))


def _named(text: str) -> NamedDate | None:
    """The one date that is said: with a day of the month, or a day of the week."""
    iso = _ISO.search(text)
    if iso is not None:
        return NamedDate(int(iso[3]), int(iso[2]), int(iso[1]))
    dotted = _DOTTED.search(text)
    weekday = dates(_DOTTED.sub(" ", text)) if dotted is not None else []
    if dotted is not None:
        year = None if dotted[3] is None else int(dotted[3]) + (2000 if len(dotted[3]) == 2 else 0)
        on = weekday[0].weekday if len(weekday) == 1 else None
        return NamedDate(int(dotted[1]), int(dotted[2]), year, on)
    found = dates(text)
    if len(found) != 1 or (found[0].day is None and found[0].weekday is None):
        return None
    return found[0]


def _whole(named: NamedDate, today: dt.date) -> Reading[dt.date]:
    try:
        found = dt.date(named.year or 0, named.month or 0, named.day or 0)
    except ValueError:
        return Unclear("no_such")
    return _to_come(found, today) if named.fits(found) else Unclear("weekday")


def _to_come(found: dt.date, today: dt.date) -> Reading[dt.date]:
    return Unclear("past") if found < today else Understood(found)


# ---- places

_POSTCODE = re.compile(r"\b(\d{2})(\d)(\d{2})\b")
_DEPARTMENT = re.compile(r"\b(\d{2,3}|2[AaBb])\b")
_PAIR = re.compile(
    r"(-?\d{1,2}\.\d{2,})\s*[;,/ ]\s*(-?\d{1,3}\.\d{2,})"
    r"|(-?\d{1,2},\d{2,})\s*[; /]\s*(-?\d{1,3},\d{2,})"
)


def town(text: str) -> tuple[str, str | None] | None:
    """A town, and its département where it is said: « Pélussin (42) », « 42410 Pélussin »."""
    one_line = " ".join(text.split())
    postcode = _POSTCODE.search(one_line)
    number = postcode or _DEPARTMENT.search(one_line)
    name = one_line if number is None else one_line.replace(number[0], " ", 1)
    name = re.sub(r"^\s*(?:[àa]|at|in)\s+(?=[A-ZÀ-Ý])", "", re.sub(r"[(),;]+", " ", name))
    name = " ".join(name.split()).strip(" .-–")
    if not name or len(name) > 80 or not re.search(r"[^\W\d_]", name):
        return None
    if number is None:
        return name, None
    return name, _department(postcode) if postcode is not None else number[0].upper()


def _department(postcode: re.Match[str]) -> str:
    first, third, rest = postcode.groups()
    if first in ("97", "98"):
        return f"{first}{third}"
    if first == "20":
        return "2A" if int(third + rest) < 200 else "2B"
    return first


def coordinates(text: str) -> tuple[float, float] | None:
    """Latitude and longitude, written or in a map's address: « 45.418, 4.681 »."""
    found = _PAIR.search(text)
    if found is None:
        return None
    latitude, longitude = found[1] or found[3], found[2] or found[4]
    return float(latitude.replace(",", ".")), float(longitude.replace(",", "."))


# ---- texts

_BULLET = re.compile(r"^\s*(?:[-–—•*·▪→]|\d{1,2}[.)])\s+")
_CONTROL = re.compile(r"[^\S\n]+|[\x00-\x08\x0b-\x1f\x7f]+|[\ud800-\udfff]")


def clean(text: str) -> str:
    """A text without what cannot be seen, its lines kept."""
    lines = [_CONTROL.sub(" ", line).strip() for line in text.splitlines()]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def line(text: str) -> str:
    """The same on one line."""
    return " ".join(clean(text).split())


def lines(text: str) -> list[str]:
    """What stands on each line, without bullets."""
    found = (_BULLET.sub("", one).strip() for one in clean(text).splitlines())
    return [one for one in found if one]


def part(text: str) -> tuple[str, list[str]] | None:
    """A part of a programme: its title on the first line, its points on the others."""
    found = lines(text)
    return (found[0], found[1:]) if found else None


def question(text: str) -> tuple[list[str], str] | None:
    """A question, perhaps in several ways, and its answer: what follows the last « ? »."""
    asked, mark, answer = clean(text).rpartition("?")
    ways = [f"{line(one)} ?" for one in re.split(r"[?\n]", asked) if line(one)]
    said = re.sub(r"^[\s:–—-]+", "", answer).strip()
    return (ways, said) if mark and ways and said else None


def named_with_function(text: str) -> tuple[str, str] | None:
    """« Anne Carton, directrice de Cap Rural »: a name, and what they do."""
    name, comma, function = line(text).partition(",")
    return (name.strip(), function.strip()) if comma and name.strip() and function.strip() else None
