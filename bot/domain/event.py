"""The event: every fact of the day the bot may state, and nothing else.

Dates and times are local to the event's zone; the properties that give instants (`starts_at`,
`remind_at`…) give UTC datetimes. An event can be kept as JSON and read back exactly.
"""

import datetime as dt
import re
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any, Literal, Self
from zoneinfo import ZoneInfo

from pydantic import (
    BaseModel,
    ConfigDict,
    EmailStr,
    Field,
    StringConstraints,
    ValidationInfo,
    field_validator,
    model_validator,
)

from bot.domain.event_values import (
    Code,
    Country,
    Day,
    Department,
    LocalTime,
    Moment,
    Phone,
    Prefix,
    Sentence,
    Zone,
)
from bot.domain.keys import Address, telegram
from bot.typography import spoken_phone

LARGEST_PARTY = 30
"""No event takes larger parties than this."""

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


class _Table(BaseModel):
    model_config = ConfigDict(
        extra="forbid", frozen=True, strict=True, use_attribute_docstrings=True
    )


class Place(_Table):
    """Where the day takes place."""

    town: Sentence
    department: Department
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

    @property
    def whole(self) -> str:
        """The address with the town, which is said once; the town alone without an address."""
        if self.address is None:
            return self.name
        names_it = rf"\b{re.escape(self.town)}\b|\b{self.department}\d{{3}}\b"
        is_named = re.search(names_it, self.address, re.IGNORECASE)
        return self.address if is_named else f"{self.address}, {self.name}"


Size = Annotated[int, Field(ge=1, le=LARGEST_PARTY)]
"""How many people a party counts."""


def _preferred(seats: dict[str, Any]) -> tuple[int, ...]:
    sizes: tuple[int, ...] = seats["sizes"]
    return tuple(size for size in sizes if size > 1) or sizes


class Seats(_Table):
    """What capacity counts, and the party sizes the day accepts."""

    capacity: Annotated[int, Field(ge=1)]
    sizes: tuple[Size, ...] = (2, 3, 1)
    """How many may register together, in the order of the buttons."""
    preferred_sizes: tuple[Size, ...] = Field(default_factory=_preferred)
    """Those the day is made for: all but one person alone, when the file does not say."""
    hold_minutes: Annotated[int, Field(ge=1, le=24 * 60)] = 30
    """How long an answer keeps the seats of a draft set aside."""
    hold_at_most_minutes: Annotated[int, Field(ge=1, le=24 * 60)] = 120
    """How long answers together can keep them."""
    hold_warning_minutes: Annotated[int, Field(ge=1, le=60)] = 5
    """How long before the end of a hold it is announced."""

    @field_validator("sizes")
    @classmethod
    def _sizes_that_exist(cls, sizes: tuple[int, ...]) -> tuple[int, ...]:
        if not sizes or len(set(sizes)) != len(sizes):
            raise ValueError("au moins une taille, chacune une seule fois : [2, 3, 1]")
        return sizes

    @field_validator("preferred_sizes")
    @classmethod
    def _accepted(cls, preferred: tuple[int, ...], info: ValidationInfo) -> tuple[int, ...]:
        if not set(preferred) <= set(info.data.get("sizes", preferred)):
            raise ValueError("chacune doit aussi être dans sizes")
        return preferred

    @property
    def largest(self) -> int:
        """The size of the largest party."""
        return max(self.sizes)

    @property
    def only_size(self) -> int | None:
        """The one size there is, so that nobody needs to be asked; None where there are several."""
        return self.sizes[0] if len(self.sizes) == 1 else None


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
    at: LocalTime = dt.time(10)


class Contact(_Table):
    """Whom people are sent to when the bot does not know."""

    first_name: Sentence
    last_name: Sentence
    function: Sentence
    phone: Phone
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
    territory: bool = True
    """Whether parties are asked which territory they come from."""


class Examples(_Table):
    """What questions give as an example; where the file says nothing, examples are general."""

    territory: Sentence | None = None
    organisation: Sentence | None = None
    other_organisation: Sentence | None = None


FileName = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""A file beside the event's own, as it is written; where it was read, its whole path."""


class Papers(_Table):
    """What a funder wants to see at the head of papers."""

    logos: Annotated[tuple[FileName, ...], Field(max_length=4)] = ()
    """Pictures (PNG or JPEG), from left to right."""
    file_number: Sentence | None = None
    """The number of the funder's file."""


class Ask(_Table):
    """Something the event asks besides: of each member, or once a party."""

    key: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{1,15}$")]
    """What the answer is kept under; it does not change any more."""
    label: Sentence
    """What it is called in recaps and lists: « Atelier »."""
    question: Sentence
    """The question as it is asked; `{name}` stands for the member's name."""
    choices: tuple[Sentence, ...] = ()
    """The possible answers; none: a short text."""
    of: Literal["member", "party"] = "member"
    optional: bool = False
    confidential: bool = False
    """Whether only organisers, and whoever answered, see it: not the other people of the party."""

    @model_validator(mode="after")
    def _enough_choices(self) -> Self:
        if len(self.choices) == 1 or len(set(self.choices)) != len(self.choices):
            raise ValueError("choices : au moins deux réponses, chacune une seule fois")
        return self


class Question(_Table):
    """A question of the event's own, `[[question]]`: a few ways to ask it, and its answer."""

    asked: Annotated[tuple[Sentence, ...], Field(min_length=1)]
    answer: Sentence


class Event(_Table):
    """One day with a programme, a place and a capacity."""

    code: Code
    party_prefix: Prefix
    kind: Sentence
    title: Sentence
    organiser: Sentence
    date: Day
    start: LocalTime
    end: LocalTime
    timezone: Zone = "Europe/Paris"
    country: Country = "FR"
    """Where telephone numbers without a country code are from (ISO 3166)."""
    registration_closes: Moment | None = None
    """When nobody registers any more: an instant, or local when it names no offset; the start of
    the day when absent."""
    organisers: tuple[Annotated[int, Field(ge=1)], ...] = ()
    """Telegram user ids of this day's organisers, beside those of the settings."""
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
    examples: Examples = Examples()
    papers: Papers = Papers()
    answers: dict[UNSAID_TOPICS, Sentence] = {}
    ask: tuple[Ask, ...] = ()
    question: tuple[Question, ...] = ()

    @field_validator("end")
    @classmethod
    def _ends_after_it_starts(cls, end: dt.time, info: ValidationInfo) -> dt.time:
        start = info.data.get("start")
        if start is not None and end <= start:
            raise ValueError("l’heure de fin doit venir après l’heure de début")
        return end

    @field_validator("registration_closes")
    @classmethod
    def _closes_before_it_starts(
        cls, closes: datetime | None, info: ValidationInfo
    ) -> datetime | None:
        known = info.data
        if closes is not None and {"date", "start", "timezone"} <= known.keys():
            zone = ZoneInfo(known["timezone"])
            if _instant(closes, zone) > datetime.combine(known["date"], known["start"], zone):
                raise ValueError("la clôture doit venir avant le début de la journée")
        return closes

    @property
    def lines(self) -> tuple[str, ...]:
        """What the announcement says of the day, and its answers: a sentence or a point each."""
        why, aims, whom = self.why, self.objectives, self.audience
        answers = (*self.answers.values(), *(one.answer for one in self.question))
        points = (point for part in self.programme for point in (part.title, *part.points))
        reasons = (*why.context, *why.questions, *why.stakes, why.conclusion)
        audience = (whom.summary, whom.categories, whom.invitation, whom.limit)
        told = (*answers, *points, aims.intro, *aims.points, *audience, *reasons)
        return tuple(one for one in told if one)

    @property
    def organiser_addresses(self) -> frozenset[Address]:
        """Where this day's organisers write from."""
        return frozenset(telegram(number) for number in self.organisers)

    @property
    def zone(self) -> ZoneInfo:
        """The event's time zone."""
        return ZoneInfo(self.timezone)

    def _at(self, day: dt.date, at: dt.time) -> datetime:
        return datetime.combine(day, at, self.zone).astimezone(UTC)

    @property
    def starts_at(self) -> datetime:
        """The start, UTC."""
        return self._at(self.date, self.start)

    @property
    def ends_at(self) -> datetime:
        """The end, UTC."""
        return self._at(self.date, self.end)

    @property
    def closes_at(self) -> datetime:
        """When registration closes, UTC."""
        if self.registration_closes is None:
            return self.starts_at
        return _instant(self.registration_closes, self.zone)

    @property
    def remind_at(self) -> datetime:
        """When reminders are due, UTC."""
        return self._at(self.date - timedelta(days=self.reminder.days_before), self.reminder.at)

    @property
    def keeps_seats_until(self) -> datetime:
        """Until when free seats may be kept for a party whose turn it is, UTC."""
        return self.closes_at - timedelta(days=self.waiting_list.keep_until_days)

    @property
    def erase_at(self) -> datetime:
        """When all personal data of the event is erased, UTC."""
        return self.ends_at + timedelta(days=self.privacy.erase_after_days)


def _instant(moment: datetime, zone: ZoneInfo) -> datetime:
    """A moment as UTC; one without an offset is the zone's."""
    return (moment if moment.tzinfo else moment.replace(tzinfo=zone)).astimezone(UTC)
