"""Who writes: one of those who come, or somebody who registers them."""

import pytest

from bot.understanding import writers
from bot.understanding.results import Unclear, Understood

PEOPLE = ("Marie Lenoir", "Luc Bonnet")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("je ne viens pas", 0),
        ("Je viens pas moi", 0),
        ("non, j’inscris mes élus", 0),
        ("j'inscris d'autres personnes", 0),
        ("je suis la secrétaire de mairie, leur secrétaire", 0),
        ("c’est pour le compte de la mairie", 0),
        ("pas moi", 0),
        ("non", 0),
        ("ni l’un ni l’autre", 0),
        ("I'm not coming", 0),
        ("Marie Lenoir", 1),
        ("je suis Luc", 2),
        ("oui, je suis luc bonnet", 2),
        ("la première", 1),
        ("le 2e", 2),
        ("c’est moi Lenoir", 1),
    ],
)
def test_who_writes_is_understood(text: str, place: int) -> None:
    assert writers.read(text, PEOPLE) == Understood(place)


@pytest.mark.parametrize("text", ["oui", "je viens aussi", "yes", "moi aussi"])
def test_who_comes_says_as_whom(text: str) -> None:
    assert writers.read(text, PEOPLE) == Unclear("which")
    assert writers.read(text, PEOPLE[:1]) == Understood(1)


@pytest.mark.parametrize("text", ["bof", "", "42", "c’est où ?", "marie et luc"])
def test_anything_else_is_no_answer(text: str) -> None:
    assert isinstance(writers.read(text, PEOPLE), Unclear)


@pytest.mark.parametrize(
    "text", ["Marie Lenoir", "moi", "pas moi seule", "je viens", "maire de Véranne", "on sera deux"]
)
def test_names_do_not_say_that_nobody_comes(text: str) -> None:
    assert not writers.does_not_come(text)


@pytest.mark.parametrize(
    "text",
    [
        "je ne viens pas toute seule, Karim m’accompagne",
        "c’est pour cela que je viens, pas pour la visite",
        "je ne viendrai pas seul",
    ],
)
def test_who_does_not_come_alone_comes(text: str) -> None:
    assert not writers.only_registers(text)
