"""The date or department that a question names, to say whether it is the event's.

« le 3 mars, c’est juste ? » names a day, « c’est dans la Drôme ? » a department.
"""

import datetime as dt
import re
from dataclasses import dataclass

from bot.understanding.normal import normal, vocabulary

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "janvier january", "fevrier february", "mars march", "avril april", "mai may",
            "juin june", "juillet july", "aout august", "septembre september",
            "octobre october", "novembre november", "decembre december",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_DAYS = {
    name: number
    for number, names in enumerate(
        ("lundi monday", "mardi tuesday", "mercredi wednesday", "jeudi thursday",
         "vendredi friday", "samedi saturday", "dimanche sunday")
    )
    for name in names.split()
}  # fmt: skip
_A_DAY = "|".join(_DAYS)
_A_MONTH = "|".join(_MONTHS)
_NUMBERS = re.compile(r"\b(\d{1,2})/(\d{1,2})(?:/(\d{4}|\d{2}))?\b")
_DATE = re.compile(
    rf"\b(?:(?P<weekday>{_A_DAY}) )?(?:le |the )?(?P<day>\d{{1,2}}|1er|premier)(?:st|nd|rd|th)?"
    rf"(?: (?:of )?(?P<month>{_A_MONTH})(?: (?P<year>\d{{4}}))?)\b"
    rf"|\b(?P<month_first>{_A_MONTH}) (?P<day_after>\d{{1,2}})(?:st|nd|rd|th)?\b"
    rf"|\b(?P<weekday_before>{_A_DAY}) (?P<day_only>\d{{1,2}})\b"
    rf"|\b(?:le|the) (?P<day_alone>\d{{1,2}})(?:st|nd|rd|th)?\b(?! ?(?:personne|place|h\b|heure))"
    rf"|\b(?P<weekday_alone>{_A_DAY})\b"
    rf"|\b(?:en|in|au mois de|debut|fin) (?P<month_alone>{_A_MONTH})\b"
)


@dataclass(frozen=True, slots=True)
class NamedDate:
    """As much of a date as was said; the rest is None. Monday is weekday 0."""

    day: int | None = None
    month: int | None = None
    year: int | None = None
    weekday: int | None = None

    def fits(self, date: dt.date) -> bool:
        """Say whether the date may be the one meant."""
        said = (
            (self.day, date.day),
            (self.month, date.month),
            (self.year, date.year),
            (self.weekday, date.weekday()),
        )
        return all(part is None or part == real for part, real in said)


def dates(text: str) -> list[NamedDate]:
    """Give the dates that a text names, in its order; « le 5 ou le 6 » names two."""
    written = _NUMBERS.search(text)
    if written:
        day, month, year = written.groups()
        long = None if year is None else int(year) + (2000 if len(year) == 2 else 0)
        return [NamedDate(int(day), int(month), long)]
    return [_date(found) for found in _DATE.finditer(normal(text))]


def _date(found: re.Match[str]) -> NamedDate:
    part = found.groupdict()
    day = part["day"] or part["day_after"] or part["day_only"] or part["day_alone"]
    month = part["month"] or part["month_first"] or part["month_alone"]
    weekday = part["weekday"] or part["weekday_before"] or part["weekday_alone"]
    return NamedDate(
        None if day is None else 1 if day in {"1er", "premier"} else int(day),
        None if month is None else _MONTHS[month],
        None if part["year"] is None else int(part["year"]),
        None if weekday is None else _DAYS[weekday],
    )


def is_the_day(text: str, date: dt.date) -> bool | None:
    """Say whether the one date that a text names is the event's; None when it names none or two."""
    named = dates(text)
    return named[0].fits(date) if len(named) == 1 else None


_TOWN = re.compile(
    r"\b(?:à|a|at|in|(?:[Jj]ourn[ée]e|[Rr]encontre|[Aa]telier|[Ss]ession|celle|day)"
    r" (?:de|du|d['’]|of))\s+([A-ZÉÈÎÔ][\w’']+(?:[- ](?:[A-ZÉ]\w+|l[eèé]s|sur|en|de|la|du)){0,4})"
)


def is_the_town(text: str, *, town: str) -> bool | None:
    """Say whether the one town that a text names is the event's; None when none is named.

    A town is known by its capital after « à »: « c’est bien à Crest ? », « la journée de Crest ».
    """
    if f" {normal(town)} " in f" {normal(text)} ":
        return True
    named = _TOWN.findall(text)
    if len(named) != 1:
        return None
    return normal(named[0]) == normal(town)


_FOR_A_TOWN = re.compile(r"\b[Pp]our ([A-ZÉÈÎÔ][\w’'-]+)\b(?! [A-ZÉ])")


def is_for_the_town(text: str, *, town: str) -> bool | None:
    """The same where « c’est ici pour Crest ? » is asked, too: a town, and nobody's whole name."""
    is_here = is_the_town(text, town=town)
    named = [] if is_here is not None else _FOR_A_TOWN.findall(text)
    return normal(named[0]) == normal(town) if len(named) == 1 else is_here


_OF_A_DAY = re.compile(
    r"\b(?:journee|rencontre|atelier|session|reunion|formation|day) (?:sur l \w+ |sur la \w+ )?"
    r"(?:de|du|d|a|pour|of|in) (?!la |l |le |les |ce |cette )(?P<what>\w+(?: \w+)?)"
)


def may_be_another(text: str, *, known: str) -> bool:
    """« c’est la journée de st etienne ici ? »: of something that the event's texts do not say."""
    words = {*normal(known).split()}
    found = _OF_A_DAY.search(normal(text).replace("?", " "))
    return found is not None and not {*found["what"].split()} & (words | {*_DAYS, *_MONTHS})


_VENUE = re.compile(
    r"\b(?:salle|foyer|mairie|maison|espace|centre|place|rue|avenue|chemin|ferme|gymnase|cinema"
    r"|mediatheque|bibliotheque|chateau|ecole|auberge|hall|room)\b"
)
_SMALL = vocabulary(
    "de du des la le les l d a au aux en et sur chez dans rue place avenue chemin the of"
)


def is_the_venue(text: str, *, address: str) -> bool:
    """Whether the place that a question names is where the day is: « la salle Saint-Nicolas ? »."""
    said, known = normal(text), {*normal(address).split()} - _SMALL
    if "?" not in text or _VENUE.search(said) is None:
        return False
    named = _VENUE.split(said, maxsplit=1)[-1].replace("?", " ").split()
    words = [one for one in named if one not in _SMALL and not one.isdecimal()]
    return bool(words) and {*words} <= known
