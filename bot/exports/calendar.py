"""The day as an iCalendar file (RFC 5545)."""

from datetime import datetime, timedelta
from functools import lru_cache

from icalendar import Alarm, Calendar
from icalendar import Event as Entry

from bot.domain.event import Contact, Event, Place

_BEGIN, _END = b"BEGIN:VEVENT\r\n", b"END:VEVENT\r\n"


def day(event: Event, now: datetime, description: str, sequence: int = 0) -> bytes:
    """The event as one calendar entry with an alarm the day before.

    The UID depends on the event alone, so that opening the file a second time updates the entry.
    `sequence` goes up with every change of its facts: calendars keep the entry of the highest.
    """
    before, after = _same_for_all(
        event.code, event.starts_at, event.ends_at, event.title, event.place
    )
    own = Entry()
    own.add("dtstamp", now)
    own.add("sequence", sequence)
    lines = [description, _reached(event.contact)]
    own.add("description", "\n".join(line for line in lines if line))
    return before + bytes(own.to_ical()).removesuffix(_END) + after


@lru_cache(maxsize=16)
def _same_for_all(
    code: str, starts_at: datetime, ends_at: datetime, title: str, place: Place
) -> tuple[bytes, bytes]:
    """What stands in everybody's file before and after what is theirs.

    It takes most of the time, and everybody who registers is sent a file.
    """
    entry = Entry()
    entry.add("uid", f"{code}@binome")
    entry.add("dtstart", starts_at)
    entry.add("dtend", ends_at)
    entry.add("summary", title)
    entry.add("location", place.whole)
    entry.add_component(_alarm(title))
    file = Calendar()
    file.add("prodid", "-//Binome//FR")
    file.add("version", "2.0")
    file.add("method", "PUBLISH")
    file.add_component(entry)
    before, _, after = bytes(file.to_ical()).partition(_BEGIN)
    return before, after


@lru_cache(maxsize=16)
def _reached(contact: Contact) -> str:
    return f"{contact.name}, {contact.spoken_phone}, {contact.email}"


def _alarm(title: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", -timedelta(days=1))
    return alarm
