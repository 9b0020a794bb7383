"""When each of several comes, and how it is said anew."""

from datetime import time

import pytest

from bot.understanding import arrivals
from bot.understanding.known_people import Known

START = time(9, 30)
PEOPLE = [Known("Odile", "Garnier", "maire", True), Known("Paul", "Martin"), Known("Anne", "Roy")]


@pytest.mark.parametrize(
    ("text", "late"),
    [
        ("Oui nous serons là Paul et moi, vers 10h pour moi.", {0: 30}),
        ("moi à 10h et Paul à 11h", {0: 30, 1: 90}),
        ("Paul sera là à 11h et moi à 10h", {0: 30, 1: 90}),
        ("oui ok, moi vers 10h, Anne vers 11h", {0: 30, 2: 90}),
        ("Paul arrivera à 11h, je serai à l'heure", {1: 90}),
        ("I'm coming, around 10 for me", {0: 30}),
        ("On vient tous les deux, mais je repars à 15 h", {}),
        ("oui on vient, mais j'ai rendez-vous à 11h", {}),
        ("j'arrive à 10h, Paul lui sera là à 9h30", {}),
    ],
)
def test_each_has_an_hour(text: str, late: dict[int, int]) -> None:
    """Theirs who are named, or of who writes."""
    assert arrivals.each(text, START, PEOPLE) == late


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("finalement c plutot 11h jpense, reunion le matin", 90),
        ("finalement ce sera plutôt 10h30", 60),
        ("10h30 finalement", 60),
        ("actually more like 11", 90),
        ("finalement on sera 10", None),
        ("la réunion commence finalement à 10h", None),
        ("finalement je repars plutôt à 15h", None),
        ("mon numéro est plutot le 06 12 34 56 78", None),
    ],
)
def test_another_hour(text: str, minutes: int | None) -> None:
    """An hour of arrival, not a number of people, nor when something begins."""
    assert arrivals.again(text, START) == minutes
