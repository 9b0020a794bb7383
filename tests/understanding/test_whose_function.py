"""Each function goes to whom the sentence ties it to."""

import pytest

from bot.understanding import facts, told, which_territory
from bot.understanding.names import Name
from bot.understanding.results import Understood
from bot.understanding.telling.scene import Scene

Who = str


def _functions(text: str, question: str) -> dict[Who, str | None]:
    people = facts.read(Scene(text, question, writer="Sandrine Vacher"), 9).people
    return {
        " ".join(one.name)
        if one.name
        else one.called or ("moi" if one.is_writing else "?"): one.function
        for one in people
    }


@pytest.mark.parametrize(
    ("text", "question", "functions"),
    [
        (
            "et donc avec ma voisine Odile Faye, qui est secrétaire à la mairie",
            "territory",
            {"moi": None, "Odile Faye": "secrétaire"},
        ),
        (
            "animatrice au foyer rural, Odile Faye elle est coordinatrice, et Paul lui il est élu",
            "function",
            {"moi": "animatrice", "Odile Faye": "coordinatrice", "Paul": "élu"},
        ),
        (
            "j’inscris la directrice Odile Faye, moi je ne viens pas",
            "menu",
            {"Odile Faye": "directrice"},
        ),
        (
            "c’est Paul le directeur et Odile la présidente",
            "function",
            {"Paul": "directeur", "Odile": "présidente"},
        ),
        (
            "j’aurai plaisir à participer en compagnie de M. Paul Roux, notre secrétaire général",
            "menu",
            {"moi": None, "Paul Roux": "secrétaire général"},
        ),
    ],
)
def test_whose(text: str, question: str, functions: dict[Who, str | None]) -> None:
    assert _functions(text, question) == functions


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Faverjon, Muriel", Name("Muriel", "Faverjon")),
        ("Mme Ravel, Solange", Name("Solange", "Ravel")),
        ("Thibaud, Girodet", Name("Thibaud", "Girodet")),
        ("Muriel Faverjon donc", Name("Muriel", "Faverjon")),
        ("M. Ravel donc, Luc de son prénom, commerçant", Name("Luc", "Ravel")),
    ],
)
def test_parts_of_a_name(text: str, name: Name) -> None:
    assert told.name(text) == Understood(name)


def test_what_lies_near_is_no_territory() -> None:
    assert facts.read(Scene("Génilac, à côté de Rive-de-Gier", "territory"), 3).territory == (
        "Génilac"
    )
    assert which_territory.instead("mais non, pas Rive-de-Gier, Génilac", known="Rive-de-Gier")
    assert which_territory.instead("oui, Rive-de-Gier", known="Rive-de-Gier") is None
