"""The calendar file says the right things to any calendar."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest

from bot import event_file
from bot.exports import calendar

EVENT = event_file.load(Path(__file__).parents[2] / "events" / "pelussin-2015.toml")
NOW = datetime(2015, 2, 16, 8, 0, tzinfo=UTC)


def entry_of(content: bytes) -> Any:
    """The one entry; icalendar gives its properties so many types that they tell nothing."""
    (entry,) = icalendar.Calendar.from_ical(content).walk("VEVENT")
    return entry


def test_when_where_and_what() -> None:
    entry = entry_of(calendar.day(EVENT, NOW, "Code : PIL-7F3K"))

    assert entry["dtstart"].dt == datetime(2015, 3, 5, 8, 30, tzinfo=UTC)
    assert entry["dtend"].dt == datetime(2015, 3, 5, 16, 0, tzinfo=UTC)
    assert entry["dtstamp"].dt == NOW
    assert entry["location"] == "Pélussin (42)"
    assert entry["summary"] == EVENT.title
    assert "PIL-7F3K" in entry["description"]
    assert EVENT.contact.email in entry["description"]


def test_times_are_in_utc_and_the_bytes_are_as_the_standard_wants() -> None:
    content = calendar.day(EVENT, NOW, "")
    assert b"DTSTART:20150305T083000Z" in content
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert b"VERSION:2.0" in content
    assert b"PRODID:" in content


def test_a_later_one_takes_the_place_of_the_one_before() -> None:
    first = entry_of(calendar.day(EVENT, NOW, "", sequence=3))
    second = entry_of(calendar.day(EVENT, NOW, "", sequence=4))
    assert (first["sequence"], second["sequence"]) == (3, 4)


def test_opened_again_later_it_is_the_same_entry() -> None:
    first = entry_of(calendar.day(EVENT, NOW, "Code : PIL-7F3K"))
    second = entry_of(calendar.day(EVENT, NOW + timedelta(days=9), ""))
    assert first["uid"] == second["uid"]
    assert EVENT.code in first["uid"]


def test_it_reminds_the_day_before() -> None:
    (alarm,) = entry_of(calendar.day(EVENT, NOW, "")).walk("VALARM")
    assert alarm["action"] == "DISPLAY"
    assert alarm["trigger"].dt == timedelta(days=-1)


@pytest.mark.parametrize("address", [None, "Salle des fêtes ; 3, rue de l’Étang"])
def test_an_address_stands_before_the_town(address: str | None) -> None:
    place = EVENT.place.model_copy(update={"address": address})
    entry = entry_of(calendar.day(EVENT.model_copy(update={"place": place}), NOW, ""))
    assert entry["location"] == (f"{address}, Pélussin (42)" if address else "Pélussin (42)")
