"""When a reminder is to leave, in words."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from bot.understanding import moments

PARIS = ZoneInfo("Europe/Paris")
NOW = dt.datetime(2015, 2, 16, 9, 0, tzinfo=PARIS)
"""A Monday."""
DAY = dt.date(2015, 3, 5)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("la veille à 18 h", "2015-03-04 18:00"),
        ("La veille, 18h30", "2015-03-04 18:30"),
        ("l’avant-veille", "2015-03-03 10:00"),
        ("le matin même à 7 h", "2015-03-05 07:00"),
        ("J-3", "2015-03-02 10:00"),
        ("j-2 à 8:15", "2015-03-03 08:15"),
        ("une semaine avant", "2015-02-26 10:00"),
        ("deux jours avant à midi", "2015-03-03 12:00"),
        ("dans une semaine", "2015-02-23 10:00"),
        ("dans 3 semaines à 8h", "2015-03-09 08:00"),
        ("dans deux heures", "2015-02-16 11:00"),
        ("dans 10 min", "2015-02-16 09:10"),
        ("le 3 mars à 9 h", "2015-03-03 09:00"),
        ("mardi 3 mars 14h", "2015-03-03 14:00"),
        ("3/3 à 14h", "2015-03-03 14:00"),
        ("03/03/2015", "2015-03-03 10:00"),
        ("le 2 mars vers 18 heures", "2015-03-02 18:00"),
        ("le 1er mars au matin", "2015-03-01 09:00"),
        ("vendredi", "2015-02-20 10:00"),
        ("lundi prochain à midi", "2015-02-23 12:00"),
        ("demain soir", "2015-02-17 18:00"),
        ("après-demain après-midi", "2015-02-18 14:00"),
        ("aujourd’hui à 17h45", "2015-02-16 17:45"),
        ("ce soir à 20 h", "2015-02-16 20:00"),
        ("à 18h", "2015-02-16 18:00"),
        ("à 8h", "2015-02-17 08:00"),
        ("maintenant", "2015-02-16 09:00"),
        ("le 10 février à 9 h", "2015-02-10 09:00"),
        ("in three days at 6 pm", "2015-02-19 18:00"),
        ("the day before at 18:00", "2015-03-04 18:00"),
        ("tomorrow at 9 am", "2015-02-17 09:00"),
    ],
)
def test_a_moment_in_words(text: str, expected: str) -> None:
    found = moments.read(text, NOW, DAY, at=dt.time(10))
    assert found is not None
    assert f"{found:%Y-%m-%d %H:%M}" == expected
    assert found.tzinfo is PARIS


@pytest.mark.parametrize(
    "text",
    [
        "",
        "bonjour",
        "quand il fera beau",
        "le 30 février",
        "le 3 ou le 4 mars",
        "dans 900 semaines",
    ],
)
def test_no_moment_or_more_than_one(text: str) -> None:
    assert moments.read(text, NOW, DAY, at=dt.time(10)) is None


def test_the_clock_is_the_event_s_even_where_it_changes() -> None:
    before = dt.datetime(2015, 3, 28, 9, 0, tzinfo=PARIS)
    found = moments.read("demain à 9 h", before, dt.date(2015, 4, 5), at=dt.time(10))
    assert found is not None
    assert found.isoformat() == "2015-03-29T09:00:00+02:00"
