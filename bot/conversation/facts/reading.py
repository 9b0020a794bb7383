"""What reads a fact of the day from what an organiser wrote.

Each gives the values of one fact, or raises UnreadError.
"""

from datetime import datetime, time
from typing import TypeVar

from bot.conversation.facts.fact import About, Reader, UnreadError, Values
from bot.domain.event import Event
from bot.understanding import day_words, emails, moments, names, phones
from bot.understanding.results import Doubtful, Understood

Read = TypeVar("Read")

LONGEST_TEXT = 1500
LONGEST_LINE = 200
"""Characters of what is written."""

LAST_MINUTE = time(23, 59)
"""When registration closes on a day of which no hour is said."""


def _found(read: Read | None) -> Read:
    if read is None:
        raise UnreadError
    return read


def any_text(longest: int, *, one_line: bool) -> Reader:
    """A reader of a text of so many characters at most."""

    def read(text: str, _about: About) -> Values:
        said = day_words.line(text) if one_line else day_words.clean(text)
        if not said:
            raise UnreadError
        if len(said) > longest:
            raise UnreadError("too_long")
        return (said,)

    return read


LINE_OF_TEXT = any_text(LONGEST_LINE, one_line=True)
WHOLE_TEXT = any_text(LONGEST_TEXT, one_line=False)


def lines(text: str, about: About) -> Values:
    """A point a line."""
    WHOLE_TEXT(text, about)
    return (day_words.lines(text),)


def date(text: str, about: About) -> Values:
    """The date; what is before it by so many days stays so: the end of registration."""
    read = day_words.date(text, about.now.date(), about.event.date)
    if not isinstance(read, Understood | Doubtful):
        raise UnreadError(read.why)
    closes = about.event.registration_closes
    moved = closes and closes + (read.value - about.event.date)
    return read.value.isoformat(), moved and moved.isoformat()


def date_again(event: Event, file: Event) -> Values:
    """The file's date; the end of registration is before it as it is before the one that holds."""
    closes = event.registration_closes
    moved = closes and closes + (file.date - event.date)
    return file.date.isoformat(), moved and moved.isoformat()


def hours(text: str, about: About) -> Values:
    """Start and end; what is not said stays."""
    read = _found(day_words.hours(text))
    start, end = read[0] or about.event.start, read[1] or about.event.end
    return start.isoformat(), end.isoformat()


def closing(text: str, about: About) -> Values:
    """When registration closes."""
    read = moments.read(text, about.now, about.event.date, at=LAST_MINUTE)
    return (local(_found(read)),)


def local(moment: datetime) -> str:
    """A moment of the event's zone as its file writes it, to the minute."""
    return moment.replace(second=0, microsecond=0, tzinfo=None).isoformat()


def capacity(text: str, _about: About) -> Values:
    """How many seats there are."""
    return (_found(day_words.number(text)),)


def town(text: str, about: About) -> Values:
    """The town; another one has neither the address nor the place on the map of the one before."""
    read = _found(day_words.town(text))
    place = about.event.place
    if read[0] == place.town:
        return read[0], read[1] or place.department, place.address, place.latitude, place.longitude
    return read[0], read[1] or place.department, None, None, None


def address(text: str, about: About) -> Values:
    """Room and address; what the map showed is that of the one before."""
    return *LINE_OF_TEXT(text, about), None, None


def point(text: str, _about: About) -> Values:
    """A point on the map."""
    return _found(day_words.coordinates(text))


def part(text: str, about: About) -> Values:
    """A part of the programme."""
    WHOLE_TEXT(text, about)
    read = _found(day_words.part(text))
    return ({"title": read[0], "points": read[1]},)


def question(text: str, about: About) -> Values:
    """A question of the event's own, with its answer."""
    WHOLE_TEXT(text, about)
    read = _found(day_words.question(text))
    return ({"asked": read[0], "answer": read[1]},)


def leader(text: str, about: About) -> Values:
    """Somebody who leads the day."""
    LINE_OF_TEXT(text, about)
    read = _found(day_words.named_with_function(text))
    return ({"name": read[0], "function": read[1]},)


def name(text: str, about: About) -> Values:
    """First and last name."""
    LINE_OF_TEXT(text, about)
    read = names.read(text)
    if not isinstance(read, Understood | Doubtful) or not read.value.last:
        raise UnreadError
    return read.value.first, read.value.last


def phone(text: str, about: About) -> Values:
    """A telephone number, E.164."""
    read = phones.read(text, country=about.event.country)
    if not isinstance(read, Understood | Doubtful):
        raise UnreadError
    return (read.value,)


def email(text: str, _about: About) -> Values:
    """An e-mail address."""
    read = emails.read(text)
    if not isinstance(read, Understood | Doubtful):
        raise UnreadError
    return (read.value,)
