"""The event file: what it gives, and what is said about each kind of mistake."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic_core.core_schema import ErrorType

from bot import event_file
from bot.domain.event import Event, Place
from bot.event_file import EventError, expected_of
from bot.i18n import data_folder
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
        event_file.load(path)
    return str(caught.value)


def test_the_smallest_file_has_sensible_defaults(tmp_path: Path) -> None:
    event = event_file.load(write(tmp_path, SMALLEST))

    assert event.seats.sizes == (2, 3, 1)
    assert event.starts_at == datetime(2016, 7, 14, 7, 0, tzinfo=UTC)  # summer time
    assert event.ends_at == datetime(2016, 7, 14, 15, 30, tzinfo=UTC)
    assert event.closes_at == event.starts_at
    assert event.remind_at == datetime(2016, 7, 13, 8, 0, tzinfo=UTC)
    assert (event.erase_at - event.ends_at).days == 90
    assert event.title == "Essayer\u202f: pourquoi\u202f?"
    assert event.kind == "journée d’essai"


def test_the_announcement_is_as_announced() -> None:
    event = event_file.load(BUNDLED_EVENT)

    assert event.starts_at == datetime(2015, 3, 5, 8, 30, tzinfo=UTC)
    assert event.remind_at == datetime(2015, 3, 4, 9, 0, tzinfo=UTC)
    assert event.place.name == "Pélussin (42)"
    assert event.seats.capacity == 15
    assert event.contact.spoken_phone == "06 66 46 62 76"
    assert len(event.programme) == 3


def test_the_day_before_is_ten_oclock_there_also_when_the_clocks_change(tmp_path: Path) -> None:
    text = SMALLEST.replace("2016-07-14", "2016-03-27")  # clocks go forward that night
    event = event_file.load(write(tmp_path, text))
    assert event.remind_at == datetime(2016, 3, 26, 9, 0, tzinfo=UTC)
    assert event.starts_at == datetime(2016, 3, 27, 7, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("good", "bad", "key", "expected"),
    [
        ('code = "essai-2016"', 'code = "Essai 2016"', "code", "minuscules"),
        ('party_prefix = "ESS"', 'party_prefix = "essai"', "party_prefix", "majuscules"),
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
        ('department = "42"', 'department = "Loire"', "place.department", "« 2A »"),
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
        (
            "capacity = 10",
            "capacity = 10\nsizes = [2, 31]",
            "seats.sizes, 2e élément",
            "au plus 30",
        ),
        ("capacity = 10", "capacity = true", "seats.capacity", "nombre entier"),
        ("capacity = 10", "capacity = 10\nsizes = []", "seats.sizes", "au moins une taille"),
        ("capacity = 10", "capacity = 10\nsizes = [2, 2]", "seats.sizes", "une seule fois"),
        (
            "capacity = 10",
            "capacity = 10\nsizes = [1]\npreferred_sizes = [2]",
            "seats.preferred_sizes",
            "aussi être dans sizes",
        ),
        ("capacity = 10", "capacity = 10\nsizes = 2", "seats.sizes", "liste entre crochets"),
        ("[place]", "[[place]]", "place", "tableau"),
        ("+33666466276", "appelez-moi", "contact.phone", "« 04 65 71 12 34 »"),
        ("+33666466276", "+33666", "contact.phone", "chiffres"),
        ("contact@caprural.org", "caprural.org", "contact.email", "e-mail"),
        ('points = ["essayer"]', "points = []", "objectives.points", "vide"),
        ('points = ["essayer"]', 'points = ["a", ""]', "objectives.points, 2e élément", "vide"),
        (
            '[[leaders]]\nname = "Lou Morel"',
            "[[leaders]]",
            "leaders, 1re personne, name",
            "manquante",
        ),
        ("[[programme]]", "[programme]", "programme", "liste entre crochets"),
        ("[audience]", '[answers]\nweather = "beau"\n[audience]', "answers.weather", "meal"),
        (
            "end = 17:30:00",
            "end = 17:30:00\nregistration_closes = 2016-07-14T07:00:01Z",
            "registration_closes",
            "avant le début",
        ),
        ("start = 09:00:00", "start = 9", "start", "heure"),
        ("start = 09:00:00", 'start = "09:00:00Z"', "start", "sans fuseau"),
        ("date = 2016-07-14", "date = 2016", "date", "date"),
        ("date = 2016-07-14", "date = 0216-07-14", "date", "entre 2000 et 2099"),
        ("end = 17:30:00", "end = 17:30:00\nregistration_closes = 2016-07-13", "closes", "moment"),
        ("end = 17:30:00", 'end = 17:30:00\ncountry = "France"', "country", "« FR »"),
        ("end = 17:30:00", 'end = 17:30:00\norganisers = ["Lou"]', "organisers, 1er", "entier"),
        ("[audience]", "[audience]\nterritory = 1", "audience.territory", "false (non)"),
        ("[audience]", '[audience]\nterritory = "non"', "audience.territory", "false (non)"),
        ("[audience]", "[waiting_list]\noffer_hours = 0\n[audience]", "offer_hours", "plus de 0"),
        ("[audience]", "answers = 3\n[audience]", "answers", "inconnue"),
        ('title = "Décryptage"', "title = 3", "programme, 1re partie, title", "guillemets"),
        ("[contact]", '[answers]\nmeal = ["a"]\n[contact]', "answers.meal", "guillemets"),
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


PAPERS = """
[papers]
logos = ["region.png", "logos/parc.jpg"]
file_number = "LEADER-2016-7"
"""


def test_logos_lie_beside_the_file(tmp_path: Path) -> None:
    (tmp_path / "logos").mkdir()
    for name in ("region.png", "logos/parc.jpg"):
        (tmp_path / name).write_bytes(name.encode())
    event = event_file.load(write(tmp_path, SMALLEST + PAPERS))
    assert [event_file.picture(one) for one in event.papers.logos] == [
        b"region.png",
        b"logos/parc.jpg",
    ]
    assert event.papers.file_number == "LEADER-2016-7"
    (tmp_path / "region.png").unlink()
    assert event_file.picture(event.papers.logos[0]) is None


@pytest.mark.parametrize(
    ("logos", "key", "expected"),
    [
        ('["absent.png"]', "papers.logos, 1er élément", "n’est pas à côté du fichier"),
        ('"absent.png"', "papers.logos", "une liste"),
        ("[3]", "papers.logos, 1er élément", "guillemets"),
        ('["a", "b", "c", "d", "e"]', "papers.logos", "trop longue"),
    ],
)
def test_logos_that_are_none(tmp_path: Path, logos: str, key: str, expected: str) -> None:
    said = complaint(write(tmp_path, f"{SMALLEST}\n[papers]\nlogos = {logos}\n"))
    assert any(key in line and expected in line for line in said.splitlines()), said


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "absent.toml"
    assert str(path) in complaint(path)


def test_a_folder(tmp_path: Path) -> None:
    assert str(tmp_path) in complaint(tmp_path)


def test_a_file_that_is_not_toml(tmp_path: Path) -> None:
    said = complaint(write(tmp_path, "date = le cinq mars\n"))
    assert "ligne 1, colonne 8 : une valeur est attendue" in said


def test_a_file_in_another_encoding(tmp_path: Path) -> None:
    path = tmp_path / "essai.toml"
    path.write_bytes(SMALLEST.encode("latin-1"))
    assert "UTF-8" in complaint(path)


def test_an_empty_file_misses_everything(tmp_path: Path) -> None:
    lines = complaint(write(tmp_path, "")).splitlines()
    assert len(lines) > 10
    assert all("manquante" in line for line in lines)


@pytest.mark.parametrize(
    ("torn", "expected"),
    [
        ("date = le cinq mars\n", "ligne 1, colonne 8 : une valeur est attendue"),
        ("a = 1\na = 2\n", "cette clé est écrite deux fois"),
        ("[a]\n[a]\n", "ce tableau est écrit deux fois"),
        ('a = "un\nb = 2\n', "ligne 1, colonne 8 : il manque un guillemet"),
        ("a = [1\n", "il manque un crochet"),
        ("a 1\n", "un signe = est attendu"),
        ("a = 09:30\n", "rien n’est attendu après la valeur"),
        ("= 1\n", "une clé ou un [tableau] est attendu"),
        ('a = "un "mot""\n', "rien n’est attendu après la valeur"),
    ],
)
def test_what_is_no_toml_is_said_in_french(tmp_path: Path, torn: str, expected: str) -> None:
    said = complaint(write(tmp_path, torn))
    assert expected in said
    assert not ENGLISH.search(said.removeprefix(str(tmp_path)))


ENGLISH = re.compile(r"\b(the|should|be|value|expected|input|not|is|of|key|at)\b", re.IGNORECASE)


def test_no_check_of_pydantics_is_told_in_english() -> None:
    for kind in get_args(ErrorType):
        context = dict.fromkeys(("ge", "gt", "le", "lt"), 7.0) | {"expected": "'x'"}
        said = expected_of({"type": kind, "loc": (), "msg": "", "input": None, "ctx": context})
        assert not ENGLISH.search(said), kind


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("04 75 22 00 11", "+33475220011"),
        ("06.39.98.12.34", "+33639981234"),
        ("+41 79 123 45 67", "+41791234567"),
        ("0033 4 75 22 00 11", "+33475220011"),
    ],
)
def test_a_telephone_as_one_writes_it_there(tmp_path: Path, written: str, kept: str) -> None:
    event = event_file.load(write(tmp_path, SMALLEST.replace("+33666466276", written)))
    assert event.contact.phone == kept


def test_a_telephone_of_the_country_of_the_day(tmp_path: Path) -> None:
    text = SMALLEST.replace("+33666466276", "079 123 45 67")
    swiss = text.replace("end = 17:30:00", 'end = 17:30:00\ncountry = "CH"')
    assert event_file.load(write(tmp_path, swiss)).contact.phone == "+41791234567"


@pytest.mark.parametrize(
    ("written", "instant"),
    [
        ("2016-07-12T18:00:00", datetime(2016, 7, 12, 16, tzinfo=UTC)),
        ("2016-07-12T18:00:00Z", datetime(2016, 7, 12, 18, tzinfo=UTC)),
        ("2016-07-12T18:00:00-05:00", datetime(2016, 7, 12, 23, tzinfo=UTC)),
    ],
)
def test_a_closing_time_with_an_offset_is_that_instant(
    tmp_path: Path, written: str, instant: datetime
) -> None:
    text = SMALLEST.replace("end = 17:30:00", f"end = 17:30:00\nregistration_closes = {written}")
    assert event_file.load(write(tmp_path, text)).closes_at == instant


@pytest.mark.parametrize(
    ("sizes", "preferred"),
    [("[1]", (1,)), ("[2, 3, 1]", (2, 3)), ("[1, 5]", (5,)), ("[4]", (4,)), ("[3, 1]", (3,))],
)
def test_the_sizes_preferred_follow_from_those_accepted(
    tmp_path: Path, sizes: str, preferred: tuple[int, ...]
) -> None:
    text = SMALLEST.replace("capacity = 10", f"capacity = 10\nsizes = {sizes}")
    assert event_file.load(write(tmp_path, text)).seats.preferred_sizes == preferred


def test_none_may_be_preferred(tmp_path: Path) -> None:
    text = SMALLEST.replace("capacity = 10", "capacity = 10\nsizes = [1]\npreferred_sizes = []")
    assert event_file.load(write(tmp_path, text)).seats.preferred_sizes == ()


@pytest.mark.parametrize(
    ("address", "whole"),
    [
        (None, "Die (26)"),
        ("26150 Die", "26150 Die"),
        ("3 rue du Viaduc", "3 rue du Viaduc, Die (26)"),
        ("Salle des fêtes, DIE", "Salle des fêtes, DIE"),
        ("3 rue Diekirch", "3 rue Diekirch, Die (26)"),
        ("ZA, 26150", "ZA, 26150"),
    ],
)
def test_the_town_is_said_once(address: str | None, whole: str) -> None:
    assert Place(town="Die", department="26", address=address).whole == whole


EVENTS = sorted(data_folder("events").glob("*.toml"))


@pytest.mark.parametrize("path", EVENTS, ids=[path.stem for path in EVENTS])
def test_an_event_kept_as_json_is_the_same_when_read_back(path: Path) -> None:
    event = event_file.load(path)
    kept = event.model_dump_json()
    again = Event.model_validate_json(kept)
    assert again == event
    assert again.model_dump_json() == kept


@given(st.text(min_size=1), st.sampled_from(["2016-07-12T18:00:00", "2016-07-12T18:00:00+02:00"]))
def test_whatever_its_texts_say(title: str, closes: str) -> None:
    assume(title.strip())
    pelussin = event_file.load(BUNDLED_EVENT)
    changes = {"title": title, "registration_closes": closes, "organisers": [1001, 1002]}
    event = Event.model_validate_json(
        json.dumps(json.loads(pelussin.model_dump_json()) | {"date": "2016-07-14"} | changes)
    )
    assert Event.model_validate_json(event.model_dump_json()) == event


def test_two_files_cannot_share_code_or_prefix(tmp_path: Path) -> None:
    one, other, third = (tmp_path / f"{name}.toml" for name in ("un", "deux", "trois"))
    one.write_text(SMALLEST, "utf-8")
    other.write_text(SMALLEST.replace('"essai-2016"', '"autre-2016"'), "utf-8")
    third.write_text(SMALLEST.replace('"ESS"', '"TRO"'), "utf-8")

    lines = event_file.clashes({path: event_file.load(path) for path in (one, other, third)})

    assert [line.partition(" : ")[2] for line in lines] == [
        f"code : « essai-2016 » est déjà le code de {one}",
        f"party_prefix : « ESS » est déjà le début des codes d’inscription de {one}",
    ]
