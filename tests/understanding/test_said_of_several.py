"""A function or a body that is said once, of several people."""

import pytest

from bot.understanding import facts
from bot.understanding.telling.scene import Scene

_OF_ALL = [
    "Luc Vial et Léa Roche, tous deux élus à Trézac",
    "deux élus de la mairie de Trézac : Luc Vial et Léa Roche",
    "nous sommes tous les deux élus à la mairie de Trézac, Luc Vial et Léa Roche",
    "Nous serons deux élus, Luc Vial et Léa Roche, de la mairie de Trézac",
]


@pytest.mark.parametrize("text", _OF_ALL)
def test_a_function_of_both_is_said_in_the_singular_of_each(text: str) -> None:
    told = facts.read(Scene(text, writer="Luc Vial"), 6).people
    found = [(one.function, one.organisation) for one in told]
    assert found == [("élu", "mairie de Trézac"), ("élue", "mairie de Trézac")]


@pytest.mark.parametrize(
    ("text", "functions"),
    [
        ("Luc Vial et Léa Roche, toutes les deux bénévoles à la MJC", ["bénévole"] * 2),
        ("Luc Vial et Léa Roche agriculteurs tous les deux", ["agriculteur", "agricultrice"]),
        ("2 élus : moi et Léa Roche", ["élu", "élue"]),
        ("moi et mes deux adjoints, Léa Roche et Paul Thil", [None, "adjointe", "adjoint"]),
        ("Luc Vial et Léa Roche, tous deux inscrits au mail", [None, None]),
    ],
)
def test_of_whom_a_plural_is_said(text: str, functions: list[str | None]) -> None:
    told = facts.read(Scene(text, writer="Luc Vial"), 6).people
    assert [one.function for one in told] == functions


@pytest.mark.parametrize(
    "text",
    [
        "Luc et Léa, Radio Cactus",
        "luc + léa + nour, radio cactus",
        "Radio Cactus : Luc Vial, animateur, et Léa Roche, trésorière",
        "Luc Vial, animateur, et Léa Roche, trésorière, tous deux de Radio Cactus",
        "Luc Vial, animateur, Léa Roche, trésorière\nRadio Cactus",
        "Luc Vial, président de Radio Cactus, et sa trésorière",
        "Luc Vial, animateur à Radio Cactus, et Léa Roche, technicienne là-bas aussi",
        "Luc Vial, animateur à Radio Cactus ; Léa Roche, technicienne à la radio",
    ],
)
def test_a_body_said_once_is_of_each(text: str) -> None:
    told = facts.read(Scene(text, writer="Luc Vial"), 6).people
    assert {(one.organisation or "").lower() for one in told} == {"radio cactus"}


def test_a_body_of_one_is_of_nobody_else() -> None:
    text = "Deux. Mme Léa Roche, DGA. Et M. Luc Vial, échevin, de la ville de Poperlinge."
    told = facts.read(Scene(text, writer="Léa Roche"), 6).people
    assert [one.organisation for one in told] == [None, "ville de Poperlinge"]


@pytest.mark.parametrize(
    "text",
    [
        "M. Sarrieu, du conseil départemental, m'a transmis votre numéro. Je viens avec Léa Roche",
        "Je viens avec Léa Roche à la place de Simon Gauthey",
        "C'est M. Dewaele, l'ancien maire, qui nous a parlé de vous. Je viens avec Léa Roche",
        "La sous-préfète nous a dit de nous inscrire, je viens avec Léa Roche",
        "Présentes : moi et Léa Roche ; excusée : Mme Thomé",
    ],
)
def test_who_is_but_mentioned_does_not_come(text: str) -> None:
    told = facts.read(Scene(text, writer="Luc Vial"), 6).people
    assert [" ".join(one.name or ()) for one in told if not one.is_writing] == ["Léa Roche"]


@pytest.mark.parametrize(
    ("text", "writer", "names"),
    [
        ("ici Luc Vial, maire, je viens avec Mme Pons. Deux personnes", "papy", ["Luc Vial", ""]),
        ("Nora Vial, N-O-R-A V-I-A-L, maire, et Léa Roche", "Nora", ["Nora Vial", "Léa Roche"]),
    ],
)
def test_somebody_told_of_twice_is_one(text: str, writer: str, names: list[str]) -> None:
    told = facts.read(Scene(text, writer=writer), 6).people
    assert [" ".join(one.name or ()) for one in told] == names
    assert told[0].is_writing


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("moi et quelqu'un de la mairie", 2),
        ("salut moi et deux bénévoles", 3),
        ("Luc Vial, DGS de Trézac, avec deux élus à désigner", 3),
        ("luc vial chef de service et 2 agents pas encore désignés", 3),
        ("je m'inscris, ainsi que deux enseignants du réseau", 3),
        ("Luc Vial, notaire, non accompagné", 1),
        ("je viens avec personne", 1),
        ("nous sommes trois, avec deux élus", 3),
        ("moi et mes deux adjoints, Léa Roche et Paul Thil", None),
        ("une question", None),
    ],
)
def test_how_many_a_first_message_tells(text: str, size: int | None) -> None:
    assert facts.read(Scene(text, writer="Luc Vial"), 6).size == size
