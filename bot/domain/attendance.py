"""Who comes to a day and who was there: the values that the organisers' papers are made of.

A day has one half or two, and people are checked in for each. Hours are local to the event's zone.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from bot.domain.event import Event
from bot.domain.keys import NO_CODE, MemberKey, PartyCode
from bot.domain.party import Category

MEAL = (time(12, 30), time(14))
"""From when to when a day pauses for its meal."""

SHORTEST_HALF = timedelta(minutes=30)
"""What is left of a day before or after the meal is a half of its own from this length on."""


class Half(StrEnum):
    """A half of the day."""

    MORNING = "morning"
    AFTERNOON = "afternoon"


@dataclass(frozen=True, slots=True)
class Session:
    """One half of a day, with its hours."""

    half: Half
    start: time
    end: time

    @property
    def length(self) -> timedelta:
        """How long it lasts."""
        return _minutes(self.end) - _minutes(self.start)


def sessions(event: Event, meal: tuple[time, time] = MEAL) -> tuple[Session, ...]:
    """The halves of a day, one or two, in their order: the one place that says what they are.

    A day from before the meal until after it has a morning until the meal and an afternoon from
    its end on. A day that is over before the afternoon would be half an hour old is one morning,
    without a pause; one that begins less than half an hour before the meal is one afternoon.
    """
    start, end = event.start, event.end
    has_morning = _minutes(start) + SHORTEST_HALF <= _minutes(meal[0])
    has_afternoon = _minutes(meal[1]) + SHORTEST_HALF <= _minutes(end)
    if has_morning and has_afternoon:
        return Session(Half.MORNING, start, meal[0]), Session(Half.AFTERNOON, meal[1], end)
    return (Session(Half.MORNING if has_morning else Half.AFTERNOON, start, end),)


def session_at(event: Event, moment: datetime) -> Session:
    """The half that people arrive for at a moment (UTC): the first until it is over, and so on.

    On any other day than the event's, the first.
    """
    halves, local = sessions(event), moment.astimezone(event.zone)
    is_today = local.date() == event.date
    to_come = [one for one in halves if is_today and local.time() < one.end]
    return to_come[0] if to_come else halves[-1 if is_today else 0]


def _minutes(at: time) -> timedelta:
    return timedelta(hours=at.hour, minutes=at.minute)


@dataclass(frozen=True, slots=True)
class Attendee:
    """One person as papers name them: no e-mail, no telephone."""

    key: MemberKey
    first_name: str
    last_name: str
    function: str = ""
    organisation: str = ""
    category: Category | None = None
    """None for somebody who came without being registered and was not asked."""
    territory: str = ""
    code: PartyCode = NO_CODE
    """Their party's; `NO_CODE`: they belong to none."""
    morning: datetime | None = None
    """When they were checked in for the morning, UTC; None: they were not."""
    afternoon: datetime | None = None
    """When they were checked in for the afternoon, UTC; None: they were not."""
    is_walk_in: bool = False
    """Whether they came without being registered."""

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}".strip()

    def is_present(self, half: Half) -> bool:
        """Whether they were checked in for this half."""
        return (self.morning if half is Half.MORNING else self.afternoon) is not None

    @property
    def is_absent(self) -> bool:
        """Whether they were checked in for no half at all."""
        return self.morning is None and self.afternoon is None

    def attended(self, halves: Iterable[Session]) -> tuple[Session, ...]:
        """Those of the day's halves they were checked in for."""
        return tuple(one for one in halves if self.is_present(one.half))


@dataclass(frozen=True, slots=True)
class Attendance:
    """Everybody of a day."""

    coming: tuple[Attendee, ...]
    """Those with a seat, a party's members one after the other, and those who came besides."""
    waiting: tuple[Attendee, ...] = ()
    """Those on the waiting list, first come first."""

    @property
    def registered(self) -> tuple[Attendee, ...]:
        """Those who had a seat before the day."""
        return tuple(one for one in self.coming if not one.is_walk_in)

    @property
    def walk_ins(self) -> tuple[Attendee, ...]:
        """Those who came without being registered."""
        return tuple(one for one in self.coming if one.is_walk_in)

    @property
    def present(self) -> tuple[Attendee, ...]:
        """Those who were checked in for a half at least."""
        return tuple(one for one in self.coming if not one.is_absent)

    @property
    def absent(self) -> tuple[Attendee, ...]:
        """Those who had a seat and were checked in for no half."""
        return tuple(one for one in self.registered if one.is_absent)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of some people were registered, were there, and were not."""

    label: str
    """What these people have in common: a territory, a category, an organisation."""
    registered: int
    morning: int
    afternoon: int
    present: int
    """There for a half at least; those who were not registered among them."""
    absent: int
    """Registered, and there for no half."""

    def at(self, half: Half) -> int:
        """How many were there for this half."""
        return self.morning if half is Half.MORNING else self.afternoon


def tally(label: str, people: Iterable[Attendee]) -> Tally:
    """Count some people, all under one label."""
    people = tuple(people)
    return Tally(
        label=label,
        registered=sum(not one.is_walk_in for one in people),
        morning=sum(one.is_present(Half.MORNING) for one in people),
        afternoon=sum(one.is_present(Half.AFTERNOON) for one in people),
        present=sum(not one.is_absent for one in people),
        absent=sum(one.is_absent and not one.is_walk_in for one in people),
    )


def tallies(people: Iterable[Attendee], label: Callable[[Attendee], str]) -> tuple[Tally, ...]:
    """Count people by what `label` says of each, the most numerous first, no label last.

    Labels that differ in upper and lower case alone are one, as most people write it.
    """
    groups: dict[str, list[Attendee]] = {}
    spellings: dict[str, Counter[str]] = {}
    for one in people:
        text = label(one).strip()
        groups.setdefault(text.casefold(), []).append(one)
        spellings.setdefault(text.casefold(), Counter())[text] += 1
    found = [tally(spellings[key].most_common(1)[0][0], who) for key, who in groups.items()]
    return tuple(
        sorted(found, key=lambda one: (not one.label, -one.registered, one.label.casefold()))
    )


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What a funder wants to see at the head of a paper."""

    file_number: str = ""
    """The number of the funder's file; empty: there is none."""
    logos: tuple[bytes, ...] = ()
    """Pictures (PNG or JPEG), from left to right."""
