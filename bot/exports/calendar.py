"""The day as an iCalendar file (RFC 5545)."""

from datetime import datetime, timedelta

from icalendar import Alarm, Calendar
from icalendar import Event as Entry

from bot.domain.event import Event


def day(event: Event, now: datetime, description: str, sequence: int = 0) -> bytes:
    """The event as one calendar entry with an alarm the day before.

    The UID depends on the event alone, so that opening the file a second time updates the entry.
    `sequence` goes up with every change of its facts: calendars keep the entry of the highest.
    """
    entry = Entry()
    entry.add("uid", f"{event.code}@binome")
    entry.add("dtstamp", now)
    entry.add("sequence", sequence)
    entry.add("dtstart", event.starts_at)
    entry.add("dtend", event.ends_at)
    entry.add("summary", event.title)
    entry.add("location", event.place.whole)
    contact = event.contact
    lines = [description, f"{contact.name}, {contact.spoken_phone}, {contact.email}"]
    entry.add("description", "\n".join(line for line in lines if line))
    entry.add_component(_alarm(event))
    file = Calendar()
    file.add("prodid", "-//Binome//FR")
    file.add("version", "2.0")
    file.add("method", "PUBLISH")
    file.add_component(entry)
    return bytes(file.to_ical())


def _alarm(event: Event) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", event.title)
    alarm.add("trigger", -timedelta(days=1))
    return alarm
