"""The halves of a day, who was there, and how they are counted."""

from dataclasses import replace
from datetime import time, timedelta

import pytest

from bot.domain.attendance import Attendance, Half, sessions, tallies, tally
from exports.people import DIE, NOW, PELUSSIN, people, person


def at(start: time, end: time) -> list[tuple[str, time, time]]:
    event = PELUSSIN.model_copy(update={"start": start, "end": end})
    return [(one.half.value, one.start, one.end) for one in sessions(event)]


def test_a_day_pauses_for_its_meal() -> None:
    assert at(time(9, 30), time(17)) == [
        ("morning", time(9, 30), time(12, 30)),
        ("afternoon", time(14), time(17)),
    ]
    assert [one.length for one in sessions(DIE)] == [timedelta(hours=2.5)] * 2


@pytest.mark.parametrize(
    ("start", "end", "half"),
    [
        (time(9), time(12), "morning"),
        (time(9), time(13, 30), "morning"),
        (time(9), time(14, 29), "morning"),
        (time(12, 1), time(17), "afternoon"),
        (time(14), time(17), "afternoon"),
        (time(18), time(20), "afternoon"),
        (time(12, 10), time(13, 30), "afternoon"),
    ],
)
def test_a_short_day_is_one_half(start: time, end: time, half: str) -> None:
    assert at(start, end) == [(half, start, end)]


def test_two_halves_from_half_an_hour_on() -> None:
    assert len(at(time(12), time(14, 30))) == 2


def test_the_meal_can_be_another() -> None:
    morning, afternoon = sessions(PELUSSIN, (time(12), time(13)))
    assert (morning.end, afternoon.start) == (time(12), time(13))


def test_who_was_there() -> None:
    here = replace(person(1, 0, PELUSSIN), morning=NOW)
    absent = person(2, 0, PELUSSIN)
    walk_in = replace(person(3, 0, PELUSSIN), afternoon=NOW, is_walk_in=True)
    everybody = Attendance((here, absent, walk_in))

    assert everybody.registered == (here, absent)
    assert everybody.present == (here, walk_in)
    assert everybody.absent == (absent,)
    assert everybody.walk_ins == (walk_in,)
    assert [one.half for one in here.attended(sessions(PELUSSIN))] == [Half.MORNING]


def test_counting_adds_up() -> None:
    everybody = people(40, checked_in=True)
    whole = tally("", everybody.coming)
    groups = tallies(everybody.coming, lambda one: one.territory)
    assert sum(one.registered for one in groups) == whole.registered == 40
    assert sum(one.morning for one in groups) == whole.morning == whole.at(Half.MORNING)
    assert whole.present + whole.absent == 40


def test_the_same_organisation_in_other_capitals_is_one() -> None:
    names = ["Mairie de Die", "mairie de Die", "mairie de Die ", "Parc", ""]
    some = [
        replace(person(number, 0, PELUSSIN), organisation=name) for number, name in enumerate(names)
    ]
    counted = tallies(some, lambda one: one.organisation)
    assert [(one.label, one.registered) for one in counted] == [
        ("mairie de Die", 3),
        ("Parc", 1),
        ("", 1),
    ]
