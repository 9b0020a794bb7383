"""What one line of an event's file may say: each value checked, and kept in one form.

What is wrong is said in French, to whoever writes the file.
"""

import datetime as dt
import re
from collections.abc import Callable
from typing import Annotated, TypeVar
from zoneinfo import ZoneInfo

import phonenumbers
from pydantic import AfterValidator, StringConstraints

from bot.typography import typeset

D = TypeVar("D", bound=dt.date)

Sentence = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(typeset)
]
"""A text of the file: never empty, set as French is printed."""


def _shaped(pattern: str, *, expected: str) -> Callable[[str], str]:
    """Check that a text has a shape; `expected` says it to whoever writes the file."""

    def check(text: str) -> str:
        if not re.fullmatch(pattern, text):
            raise ValueError(expected)
        return text

    return check


_code = _shaped(r"[a-z0-9-]{3,40}", expected="de 3 à 40 minuscules sans accent, chiffres ou tirets")
_prefix = _shaped(r"[A-Z]{2,5}", expected="de 2 à 5 majuscules sans accent sont attendues")
_department = _shaped(r"\d{2,3}|2[AB]", expected="un numéro est attendu : « 42 », « 2A », « 971 »…")


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise ValueError("fuseau horaire inconnu ; attendu par exemple « Europe/Paris »") from None
    return name


def _country(code: str) -> str:
    if code not in phonenumbers.SUPPORTED_REGIONS:
        raise ValueError("pays inconnu ; attendu en deux majuscules, par exemple « FR »")
    return code


def _phone(number: str) -> str:
    try:
        parsed = phonenumbers.parse(number, None)
    except phonenumbers.NumberParseException:
        raise ValueError(
            "un numéro de téléphone est attendu, par exemple « 04 65 71 12 34 »"
        ) from None
    if not phonenumbers.is_possible_number(parsed):
        raise ValueError("ce numéro n’a pas le bon nombre de chiffres")
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)


def _local(at: dt.time) -> dt.time:
    if at.tzinfo is not None:
        raise ValueError("une heure du lieu est attendue, sans fuseau : 09:30:00")
    return at


def _of_our_time(day: D) -> D:
    if not 2000 <= day.year < 2100:
        raise ValueError("une année entre 2000 et 2099 est attendue")
    return day


Code = Annotated[str, AfterValidator(_code)]
"""What names the event, in file names and for life."""

Prefix = Annotated[str, AfterValidator(_prefix)]
"""What codes of its parties begin with: « PIL »."""

Department = Annotated[str, AfterValidator(_department)]
"""The number of a département."""

Zone = Annotated[str, AfterValidator(_zone)]
"""A time zone by its name in the tz database."""

Country = Annotated[str, AfterValidator(_country)]
"""A country whose telephone numbers are known (ISO 3166)."""

Phone = Annotated[str, AfterValidator(_phone)]
"""A telephone number, kept as E.164: « +33666462276 »."""

Day = Annotated[dt.date, AfterValidator(_of_our_time)]
"""A day of this century."""

Moment = Annotated[dt.datetime, AfterValidator(_of_our_time)]
"""A moment of this century."""

LocalTime = Annotated[dt.time, AfterValidator(_local)]
"""A time of the event's zone."""
