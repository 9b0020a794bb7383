"""The event file: what it gives, and what is said about each kind of mistake."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.domain import event as events
from bot.domain.event import EventError
from bot.settings import BUNDLED_EVENT

SMALLEST = """
code = "essai-2016"
party_prefix = "ESS"
kind = "journée d'essai"
title = "Essayer : pourquoi ?"
organiser = "Cap Rural"
date = 2016-07-14
start = 09:00:00
end = 17:30:00

[place]
town = "Pélussin"
department = "42"

[seats]
capacity = 10

[contact]
first_name = "Dominique"
last_name = "Bernier"
function = "chargée de mission"
phone = "+33666466276"
email = "contact@caprural.org"

[privacy]
keeper = "Cap Rural"

[why]
context = ["Un contexte."]
questions = []

[objectives]
intro = "La journée vise à :"
points = ["essayer"]

[[programme]]
title = "Décryptage"

[[leaders]]
name = "Lou Morel"
function = "consultante"

[audience]
summary = "tout le monde"
categories = "élu·e·s"
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "essai.toml"
    path.write_text(text, "utf-8")
    return path


def complaint(path: Path) -> str:
    with pytest.raises(EventError) as caught:
        events.load(path)
    return str(caught.value)


def test_the_smallest_file_has_sensible_defaults(tmp_path: Path) -> None:
    event = events.load(write(tmp_path, SMALLEST))

    assert event.seats.sizes == (2, 3, 1)
    assert event.starts_at == datetime(2016, 7, 14, 7, 0, tzinfo=UTC)  # summer time
    assert event.ends_at == datetime(2016, 7, 14, 15, 30, tzinfo=UTC)
    assert event.closes_at == event.starts_at
    assert event.remind_at == datetime(2016, 7, 13, 8, 0, tzinfo=UTC)
    assert (event.erase_at - event.ends_at).days == 90
    assert event.title == "Essayer\u202f: pourquoi\u202f?"
    assert event.kind == "journée d’essai"


def test_the_announcement_is_as_announced() -> None:
    event = events.load(BUNDLED_EVENT)

    assert event.starts_at == datetime(2015, 3, 5, 8, 30, tzinfo=UTC)
    assert event.remind_at == datetime(2015, 3, 4, 9, 0, tzinfo=UTC)
    assert event.place.name == "Pélussin (42)"
    assert event.seats.capacity == 15
    assert event.contact.spoken_phone == "06 66 46 62 76"
    assert len(event.programme) == 3


def test_the_day_before_is_ten_oclock_there_also_when_the_clocks_change(tmp_path: Path) -> None:
    text = SMALLEST.replace("2016-07-14", "2016-03-27")  # clocks go forward that night
    event = events.load(write(tmp_path, text))
    assert event.remind_at == datetime(2016, 3, 26, 9, 0, tzinfo=UTC)
    assert event.starts_at == datetime(2016, 3, 27, 7, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("good", "bad", "key", "expected"),
    [
        ('code = "essai-2016"', 'code = "Essai 2016"', "code", "forme"),
        ('party_prefix = "ESS"', 'party_prefix = "essai"', "party_prefix", "forme"),
        ('organiser = "Cap Rural"\n', "", "organiser", "manquante"),
        ('organiser = "Cap Rural"', 'organiser = ""', "organiser", "vide"),
        ('organiser = "Cap Rural"', "organiser = 7", "organiser", "texte entre guillemets"),
        ('title = "Ess', 'titre = "Ess', "titre", "inconnue"),
        ("date = 2016-07-14", 'date = "14 juillet"', "date", "date"),
        ("date = 2016-07-14", "date = 2016-07-14T09:00:00", "date", "date"),
        ("start = 09:00:00", 'start = "9 h"', "start", "heure"),
        ("end = 17:30:00", "end = 08:30:00", "end", "après l’heure de début"),
        ("end = 17:30:00", 'end = 17:30:00\ntimezone = "Paris"', "timezone", "Europe/Paris"),
        (
            "end = 17:30:00",
            "end = 17:30:00\nregistration_closes = 2016-07-15T10:00:00",
            "registration_closes",
            "avant le début",
        ),
        (
            "end = 17:30:00",
            'end = 17:30:00\nregistration_closes = "la veille"',
            "registration_closes",
            "moment",
        ),
        ('department = "42"', 'department = "Loire"', "place.department", "forme"),
        ('department = "42"', 'department = "42"\nlatitude = 45.4', "place", "vont ensemble"),
        (
            'department = "42"',
            'department = "42"\nlatitude = 99\nlongitude = 4',
            "place.latitude",
            "90",
        ),
        ("capacity = 10", "capacity = 0", "seats.capacity", "au moins 1"),
        ("capacity = 10", 'capacity = "dix"', "seats.capacity", "nombre entier"),
        ("capacity = 10", "capacity = 10.5", "seats.capacity", "nombre entier"),
        ("capacity = 10", "capacity = 10\nsizes = [2, 4]", "seats.sizes.1", "1, 2 or 3"),
        ("capacity = 10", "capacity = 10\nsizes = []", "seats", "au moins une taille"),
        ("capacity = 10", "capacity = 10\nsizes = [2, 2]", "seats", "une seule fois"),
        ("capacity = 10", "capacity = 10\nsizes = [1]", "seats", "aussi être dans sizes"),
        ("capacity = 10", "capacity = 10\nsizes = 2", "seats.sizes", "liste entre crochets"),
        ("[place]", "[[place]]", "place", "tableau"),
        ("+33666466276", "0666466276", "contact.phone", "indicatif"),
        ("+33666466276", "+33666", "contact.phone", "chiffres"),
        ("contact@caprural.org", "caprural.org", "contact.email", "e-mail"),
        ('points = ["essayer"]', "points = []", "objectives.points", "vide"),
        ('points = ["essayer"]', 'points = ["a", ""]', "objectives.points.1", "vide"),
        ('[[leaders]]\nname = "Lou Morel"', "[[leaders]]", "leaders.0.name", "manquante"),
        ("[[programme]]", "[programme]", "programme", "liste entre crochets"),
        ("[audience]", '[answers]\nweather = "beau"\n[audience]', "answers.weather", "meal"),
        ("[audience]", "[reminder]\ndays_before = 0\n[audience]", "reminder.days_before", "moins"),
        ("[audience]", '[reminder]\nat = "dix"\n[audience]', "reminder.at", "heure"),
    ],
)
def test_a_mistake_names_the_file_the_key_and_what_was_expected(
    tmp_path: Path, good: str, bad: str, key: str, expected: str
) -> None:
    assert SMALLEST.count(good) == 1
    path = write(tmp_path, SMALLEST.replace(good, bad))

    lines = complaint(path).splitlines()

    about = [line for line in lines if key in line and expected in line]
    assert about, lines
    assert all(line.startswith(f"{path} : ") for line in lines)


def test_every_mistake_has_its_line(tmp_path: Path) -> None:
    text = SMALLEST.replace("capacity = 10", "capacity = 0").replace('code = "essai-2016"\n', "")
    assert len(complaint(write(tmp_path, text)).splitlines()) == 2


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "absent.toml"
    assert str(path) in complaint(path)


def test_a_folder(tmp_path: Path) -> None:
    assert str(tmp_path) in complaint(tmp_path)


def test_a_file_that_is_not_toml(tmp_path: Path) -> None:
    said = complaint(write(tmp_path, "date = le cinq mars\n"))
    assert "TOML" in said
    assert "line 1" in said


def test_a_file_in_another_encoding(tmp_path: Path) -> None:
    path = tmp_path / "essai.toml"
    path.write_bytes(SMALLEST.encode("latin-1"))
    assert "UTF-8" in complaint(path)


def test_an_empty_file_misses_everything(tmp_path: Path) -> None:
    lines = complaint(write(tmp_path, "")).splitlines()
    assert len(lines) > 10
    assert all("manquante" in line for line in lines)
