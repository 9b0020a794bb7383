"""The event as its TOML file describes it: every fact the bot may state, and nothing else.

Dates and times in the file are local to the event's zone; the properties that give instants
(`starts_at`, `remind_at`…) give UTC datetimes.
"""

import datetime as dt
import tomllib
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated, Literal, Self
from zoneinfo import ZoneInfo

import phonenumbers
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    EmailStr,
    Field,
    StringConstraints,
    ValidationError,
    model_validator,
)
from pydantic_core import ErrorDetails

from bot.i18n import spoken_phone, typeset

Sentence = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(typeset)
]
"""A text of the file: never empty, set as French is printed."""

UNSAID_TOPICS = Literal[
    "access",
    "accessibility",
    "certificate",
    "deadline",
    "documents",
    "lodging",
    "meal",
    "other_question",
    "other_session",
    "price",
    "remote",
]
"""What people ask that an announcement often leaves out; `[answers]` can supply each."""


class EventError(Exception):
    """An event file that cannot be used; the message names file, key and what was expected."""


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise ValueError("fuseau horaire inconnu ; attendu par exemple « Europe/Paris »") from None
    return name


def _phone(number: str) -> str:
    try:
        parsed = phonenumbers.parse(number, None)
    except phonenumbers.NumberParseException:
        raise ValueError(
            "numéro attendu avec son indicatif, par exemple « +33666466276 »"
        ) from None
    if not phonenumbers.is_possible_number(parsed):
        raise ValueError("ce numéro n’a pas le bon nombre de chiffres")
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class Place(_Table):
    """Where the day takes place."""

    town: Sentence
    department: Annotated[str, StringConstraints(pattern=r"^(\d{2,3}|2[AB])$")]
    address: Sentence | None = None
    latitude: Annotated[float, Field(ge=-90, le=90)] | None = None
    longitude: Annotated[float, Field(ge=-180, le=180)] | None = None

    @model_validator(mode="after")
    def _both_coordinates(self) -> Self:
        if (self.latitude is None) != (self.longitude is None):
            raise ValueError("latitude et longitude vont ensemble : donnez les deux, ou aucune")
        return self

    @property
    def name(self) -> str:
        """The town with its département: « Pélussin (42) »."""
        return f"{self.town} ({self.department})"


class Seats(_Table):
    """What capacity counts, and the party sizes the day accepts."""

    capacity: Annotated[int, Field(ge=1)]
    sizes: tuple[Literal[1, 2, 3], ...] = (2, 3, 1)
    preferred_sizes: tuple[Literal[1, 2, 3], ...] = (2, 3)
    hold_minutes: Annotated[int, Field(ge=1, le=24 * 60)] = 30
    """How long an answer keeps the seats of a draft set aside."""
    hold_at_most_minutes: Annotated[int, Field(ge=1, le=24 * 60)] = 120
    """How long answers together can keep them."""
    hold_warning_minutes: Annotated[int, Field(ge=1, le=60)] = 5
    """How long before the end of a hold it is announced."""

    @model_validator(mode="after")
    def _sizes_that_exist(self) -> Self:
        if not self.sizes or len(set(self.sizes)) != len(self.sizes):
            raise ValueError("sizes : au moins une taille, chacune une seule fois : [2, 3, 1]")
        if not set(self.preferred_sizes) <= set(self.sizes):
            raise ValueError("preferred_sizes : chacune doit aussi être dans sizes")
        return self


class WaitingList(_Table):
    """How seats that come free go to those who wait (`bot.domain.waiting`)."""

    passes: Annotated[int, Field(ge=0, le=20)] = 2
    """How often a larger party may be passed over before seats are kept for it."""
    keep_until_days: Annotated[int, Field(ge=0, le=60)] = 3
    """So many days before the day, no seat is kept empty any more."""
    offer_hours: Annotated[float, Field(gt=0, le=240)] = 24
    """How many working hours an offer lasts."""


class Reminder(_Table):
    """When the reminder leaves: so many days before the day, at this local time."""

    days_before: Annotated[int, Field(ge=1, le=30)] = 1
    at: dt.time = dt.time(10)


class Contact(_Table):
    """Whom people are sent to when the bot does not know."""

    first_name: Sentence
    last_name: Sentence
    function: Sentence
    phone: Annotated[str, AfterValidator(_phone)]
    email: EmailStr

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}"

    @property
    def spoken_phone(self) -> str:
        """The phone as people of the country write it: « 06 66 46 62 76 »."""
        return spoken_phone(self.phone)


class Privacy(_Table):
    """Who keeps people's data, and how many days after the day all of it is erased."""

    keeper: Sentence
    erase_after_days: Annotated[int, Field(ge=1, le=3 * 365)] = 90


class Why(_Table):
    """The context: paragraphs, the questions it raises, what is at stake."""

    context: tuple[Sentence, ...]
    questions: tuple[Sentence, ...]
    stakes: tuple[Sentence, ...] = ()
    conclusion: Sentence | None = None


class Objectives(_Table):
    """What the day aims at."""

    intro: Sentence
    points: Annotated[tuple[Sentence, ...], Field(min_length=1)]


class Part(_Table):
    """One part of the programme with its points."""

    title: Sentence
    points: tuple[Sentence, ...] = ()


class Leader(_Table):
    """Who leads the day."""

    name: Sentence
    function: Sentence


class Audience(_Table):
    """For whom the day is."""

    summary: Sentence
    categories: Sentence
    invitation: Sentence | None = None
    limit: Sentence | None = None


class Question(_Table):
    """A question of the event's own, `[[question]]`: a few ways to ask it, and its answer."""

    asked: Annotated[tuple[Sentence, ...], Field(min_length=1)]
    answer: Sentence


class Event(_Table):
    """One day with a programme, a place and a capacity."""

    code: Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{3,40}$")]
    party_prefix: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2,5}$")]
    kind: Sentence
    title: Sentence
    organiser: Sentence
    date: dt.date
    start: dt.time
    end: dt.time
    timezone: Annotated[str, AfterValidator(_zone)] = "Europe/Paris"
    registration_closes: datetime | None = None
    """Local moment after which nobody registers; the start of the day when absent."""
    place: Place
    seats: Seats
    waiting_list: WaitingList = WaitingList()
    reminder: Reminder = Reminder()
    contact: Contact
    privacy: Privacy
    why: Why
    objectives: Objectives
    programme: Annotated[tuple[Part, ...], Field(min_length=1)]
    leaders: Annotated[tuple[Leader, ...], Field(min_length=1)]
    audience: Audience
    answers: dict[UNSAID_TOPICS, Sentence] = {}
    question: tuple[Question, ...] = ()

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.end <= self.start:
            raise ValueError("end : l’heure de fin doit venir après l’heure de début")
        if self.closes_at > self.starts_at:
            raise ValueError("registration_closes : la clôture vient avant le début du jour")
        return self

    @property
    def zone(self) -> ZoneInfo:
        """The event's time zone."""
        return ZoneInfo(self.timezone)

    def _instant(self, day: dt.date, at: dt.time) -> datetime:
        return datetime.combine(day, at, self.zone).astimezone(UTC)

    @property
    def starts_at(self) -> datetime:
        """The start, UTC."""
        return self._instant(self.date, self.start)

    @property
    def ends_at(self) -> datetime:
        """The end, UTC."""
        return self._instant(self.date, self.end)

    @property
    def closes_at(self) -> datetime:
        """When registration closes, UTC."""
        if self.registration_closes is None:
            return self.starts_at
        return self.registration_closes.replace(tzinfo=self.zone).astimezone(UTC)

    @property
    def remind_at(self) -> datetime:
        """When reminders are due, UTC."""
        return self._instant(
            self.date - timedelta(days=self.reminder.days_before), self.reminder.at
        )

    @property
    def keeps_seats_until(self) -> datetime:
        """Until when free seats may be kept for a party whose turn it is, UTC."""
        return self.closes_at - timedelta(days=self.waiting_list.keep_until_days)

    @property
    def erase_at(self) -> datetime:
        """When all personal data of the event is erased, UTC."""
        return self.ends_at + timedelta(days=self.privacy.erase_after_days)


def load(path: Path) -> Event:
    """Read and check an event file.

    Raises:
        EventError: the file is missing, is not TOML, or a key is missing, unknown or wrong; the
            message has one line for each mistake.
    """
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise EventError(f"{path} : fichier illisible ({error.strerror})") from None
    except UnicodeDecodeError:
        raise EventError(f"{path} : le fichier n’est pas en UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise EventError(f"{path} : ce n’est pas du TOML ({error})") from None
    try:
        return Event.model_validate(table)
    except ValidationError as error:
        raise EventError("\n".join(_mistakes(path, error))) from None


_EXPECTED = {
    "missing": "clé manquante",
    "extra_forbidden": "clé inconnue, à corriger ou à retirer",
    "string_type": "un texte entre guillemets est attendu",
    "string_too_short": "le texte est vide",
    "int_type": "un nombre entier est attendu",
    "int_parsing": "un nombre entier est attendu",
    "int_from_float": "un nombre entier est attendu",
    "float_type": "un nombre est attendu",
    "date_type": "une date est attendue, par exemple 2015-03-05",
    "date_from_datetime_parsing": "une date est attendue, par exemple 2015-03-05",
    "time_type": "une heure est attendue, par exemple 09:30:00",
    "time_parsing": "une heure est attendue, par exemple 09:30:00",
    "datetime_type": "un moment est attendu, par exemple 2015-03-04T18:00:00",
    "datetime_from_date_parsing": "un moment est attendu, par exemple 2015-03-04T18:00:00",
    "tuple_type": "une liste entre crochets est attendue",
    "model_type": "un tableau [entre crochets] est attendu",
    "dict_type": "un tableau [entre crochets] est attendu",
    "too_short": "la liste est vide",
}
"""What was expected, said to an organiser, by pydantic's error type."""


def _expected(error: ErrorDetails) -> str:
    context = error.get("ctx", {})
    match error["type"]:
        case "value_error" if "error" in context and error["loc"][-1:] != ("email",):
            return str(context["error"])
        case "value_error":
            return "une adresse e-mail est attendue"
        case "greater_than_equal":
            return f"au moins {context['ge']} est attendu"
        case "less_than_equal":
            return f"au plus {context['le']} est attendu"
        case "literal_error":
            return f"valeurs possibles : {context['expected']}"
        case "string_pattern_mismatch":
            return f"une autre forme est attendue ({context['pattern']})"
        case kind:
            return _EXPECTED.get(kind, error["msg"])


def _mistakes(path: Path, error: ValidationError) -> list[str]:
    lines = []
    for detail in error.errors():
        key = ".".join(str(part) for part in detail["loc"] if part != "[key]")
        lines.append(f"{path} : {key or 'le fichier'} : {_expected(detail)}")
    return lines
