"""What organisers write of a day: hours, dates, places, numbers, questions."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding import day_words
from bot.understanding.results import Unclear, Understood

TODAY = dt.date(2015, 2, 16)
DAY = dt.date(2015, 3, 5)
MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
WEEKDAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche"

HOURS = {
    "de 9 h à 16 h 30": ((9, 0), (16, 30)),
    "9h-17h": ((9, 0), (17, 0)),
    "9h30 à midi": ((9, 30), (12, 0)),
    "de 9 à 17": ((9, 0), (17, 0)),
    "9 à 17 heures": ((9, 0), (17, 0)),
    "de neuf heures à seize heures trente": ((9, 0), (16, 30)),
    "neuf heures et demie jusqu’à dix-sept heures": ((9, 30), (17, 0)),
    "neuf heures moins le quart à midi et demi": ((8, 45), (12, 30)),
    "9:00–16:30": ((9, 0), (16, 30)),
    "9.30-17.00": ((9, 30), (17, 0)),
    "le 12 mars de 9h00 à 17h15": ((9, 0), (17, 15)),
    "from 9am to 5:30pm": ((9, 0), (17, 30)),
    "on commence à 9 h et on finit à 17 h": ((9, 0), (17, 0)),
    "fin à 17h": (None, (17, 0)),
    "ça se termine à 16 heures": (None, (16, 0)),
    "on commence à 8 h 45": ((8, 45), None),
    "ouverture à 8h45": ((8, 45), None),
}
NO_HOURS = ("", "10h", "tôt", "25h à 30h", "le 12 mars", "à 9h, 10h, 11h", "9", "jeudi", "17 mars")


def clock(said: tuple[int, int] | None) -> dt.time | None:
    """An hour and minutes."""
    return None if said is None else dt.time(*said)


@pytest.mark.parametrize(("text", "said"), HOURS.items())
def test_hours_are_read_as_people_write_them(
    text: str, said: tuple[tuple[int, int] | None, tuple[int, int] | None]
) -> None:
    assert day_words.hours(text) == (clock(said[0]), clock(said[1]))


@pytest.mark.parametrize("text", NO_HOURS)
def test_no_hours_are_read_where_none_are_said(text: str) -> None:
    assert day_words.hours(text) is None


TIMES = st.times().map(lambda one: one.replace(second=0, microsecond=0))
FORMS = (
    lambda one: f"{one.hour} h {one.minute:02}" if one.minute else f"{one.hour} h",
    lambda one: f"{one.hour}h{one.minute:02}",
    lambda one: f"{one.hour:02}:{one.minute:02}",
    lambda one: f"{one.hour}\u202fh\u00a0{one.minute:02}",
    lambda one: f"{one.hour} heures {one.minute:02}" if one.minute else f"{one.hour} heures",
    lambda one: f"{(one.hour - 1) % 12 + 1}:{one.minute:02} {'am' if one.hour < 12 else 'pm'}",
)
FRAMES = ("de {} à {}", "{}-{}", "{} – {}", "{} à {}", "de {} jusqu’à {}", "from {} to {}",
          "La journée aura lieu de {} à {}, merci")  # fmt: skip


@given(TIMES, TIMES, st.sampled_from(FORMS), st.sampled_from(FORMS), st.sampled_from(FRAMES))
def test_any_hours_in_any_form(start, end, first, last, frame) -> None:  # type: ignore[no-untyped-def]
    assert day_words.hours(frame.format(first(start), last(end))) == (start, end)


DATES = {
    "le 12 mars": dt.date(2015, 3, 12),
    "jeudi 12 mars 2015": dt.date(2015, 3, 12),
    "12/03": dt.date(2015, 3, 12),
    "jeudi 12/3/15": dt.date(2015, 3, 12),
    "12.03.2015": dt.date(2015, 3, 12),
    "2015-03-12": dt.date(2015, 3, 12),
    "on déplace au 1er avril": dt.date(2015, 4, 1),
    "le 3 janvier": dt.date(2016, 1, 3),
    "demain": dt.date(2015, 2, 17),
    "après-demain": dt.date(2015, 2, 18),
    "dans deux semaines": dt.date(2015, 3, 2),
    "une semaine plus tard": dt.date(2015, 3, 12),
    "deux jours plus tôt": dt.date(2015, 3, 3),
    "March 12": dt.date(2015, 3, 12),
}
NO_DATES = {
    "": "none",
    "mars": "none",
    "bientôt": "none",
    "le 12 ou le 13 mars": "none",
    "le 30 février": "no_such",
    "31/04/2015": "no_such",
    "vendredi 12 mars": "weekday",
    "vendredi 12/03/2015": "weekday",
    "12 mars 2014": "past",
    "2015-01-01": "past",
}


@pytest.mark.parametrize(("text", "date"), DATES.items())
def test_dates_are_read_as_people_write_them(text: str, date: dt.date) -> None:
    assert day_words.date(text, TODAY, DAY) == Understood(date)


@pytest.mark.parametrize(("text", "why"), NO_DATES.items())
def test_what_is_wrong_with_a_date_is_told(text: str, why: str) -> None:
    assert day_words.date(text, TODAY, DAY) == Unclear(why)


AHEAD = st.dates(TODAY, TODAY + dt.timedelta(days=360))


@given(AHEAD)
def test_any_date_in_any_form(date: dt.date) -> None:
    month, weekday = MONTHS.split()[date.month - 1], WEEKDAYS.split()[date.weekday()]
    day = "1er" if date.day == 1 else str(date.day)
    for text in (
        f"le {day} {month}",
        f"{weekday} {day} {month} {date.year}",
        f"{date.day}/{date.month}",
        f"{date.day:02}/{date.month:02}/{date.year}",
        date.isoformat(),
        f"{weekday} {date.day}.{date.month}.{date.year % 100:02}",
    ):
        assert day_words.date(text, TODAY, DAY) == Understood(date), text


@given(st.text(max_size=80))
def test_whatever_is_written_is_read_without_an_error(text: str) -> None:
    day_words.hours(text)
    day_words.date(text, TODAY, DAY)
    day_words.town(text)
    day_words.coordinates(text)
    day_words.part(text)
    day_words.question(text)
    day_words.number(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [("18", 18), ("18 places", 18), ("dix-huit", 18), ("vingt et une", 21), ("-3", None),
     ("18 ou 20", None), ("beaucoup", None), ("passe à 24 places", 24)],
)  # fmt: skip
def test_one_number_is_read(text: str, number: int | None) -> None:
    assert day_words.number(text) == number


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Pélussin (42)", ("Pélussin", "42")),
        ("42410 Pélussin", ("Pélussin", "42")),
        ("à Bourg-Argental", ("Bourg-Argental", None)),
        ("Bastia, 2B", ("Bastia", "2B")),
        ("20000 Ajaccio", ("Ajaccio", "2A")),
        ("97400 Saint-Denis", ("Saint-Denis", "974")),
        ("42", None),
    ],
)
def test_a_town_with_its_departement(text: str, town: tuple[str, str | None] | None) -> None:
    assert day_words.town(text) == town


@pytest.mark.parametrize(
    "text",
    ["45.418, 4.681", "45,418 ; 4,681", "https://www.openstreetmap.org/#map=17/45.418/4.681",
     "https://maps.example/?q=45.418,4.681"],
)  # fmt: skip
def test_a_point_is_read_from_figures_and_addresses(text: str) -> None:
    assert day_words.coordinates(text) == (45.418, 4.681)


def test_questions_with_their_answers() -> None:
    asked = ["Y a-t-il un parking ?", "Où se garer ?"]
    assert day_words.question("Y a-t-il un parking ?\nOù se garer ?\nDerrière la mairie.") == (
        asked,
        "Derrière la mairie.",
    )
    assert day_words.question("Le parking est où ? Derrière.") == (
        ["Le parking est où ?"],
        "Derrière.",
    )
    assert day_words.question("Derrière la mairie.") is None
    assert day_words.question("Où se garer ?") is None
