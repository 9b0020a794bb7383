"""Each function goes to whom the sentence ties it to."""

import pytest

from bot.understanding import facts, restated, told, which_territory
from bot.understanding.names import Name
from bot.understanding.results import Understood

Who = str


def _functions(text: str, question: str) -> dict[Who, str | None]:
    people = facts.read(text, 9, question=question, writer="Sandrine Vacher").people
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
            "non la directrice c’est ma collègue Odile Faye, moi je suis trésorière",
            "territory",
            {"Odile Faye": "directrice", "moi": "trésorière"},
        ),
        (
            "la secrétaire c’est pas moi, c’est Odile ! moi je suis présidente du club",
            "size",
            {"Odile": "secrétaire", "moi": "présidente"},
        ),
        ("The mayor is Paul Roux, he takes me along", "territory", {"Paul Roux": "mayor"}),
        (
            "et donc avec ma voisine Odile Faye, qui est secrétaire à la mairie",
            "territory",
            {"moi": None, "Odile Faye": "secrétaire"},
        ),
        (
            "animatrice au foyer rural, Odile Faye elle est coordinatrice, et Paul lui il est élu",
            "function",
            {"?": "animatrice", "Odile Faye": "coordinatrice", "Paul": "élu"},
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
    assert facts.read("Génilac, à côté de Rive-de-Gier", 3, question="territory").territory == (
        "Génilac"
    )
    assert which_territory.instead("mais non, pas Rive-de-Gier, Génilac", known="Rive-de-Gier")
    assert which_territory.instead("oui, Rive-de-Gier", known="Rive-de-Gier") is None


@pytest.mark.parametrize(
    "text", ["non, c’est moi l’adjointe", "c’est l’inverse", "je le répète : adjointe", "not me"]
)
def test_it_corrects(text: str) -> None:
    assert restated.corrects(text)


@pytest.mark.parametrize("text", ["adjointe à Lupé", "oui", "à la mairie, comme Léa"])
def test_it_corrects_nothing(text: str) -> None:
    assert not restated.corrects(text)


def test_what_they_are_today() -> None:
    assert restated.says_what_i_am("je suis la trésorière")
    assert not restated.says_what_i_am("je suis institutrice à la retraite")
    assert restated.denied("je suis pas la secrétaire") == "secretaire"
