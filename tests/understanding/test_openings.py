"""What the first words of a conversation want."""

import pytest

from bot.understanding import openings
from bot.understanding.intents import Intent


@pytest.mark.parametrize(
    "text",
    [
        "c’est bien ici qu’on peut s’inscrire ou pas ?",
        "slt, c pour la rencontre, je vien",
        "inscrivez-moi donc",
        "sign us up please",
        "on fait comment, on est quatre",
        "nous souhaitons participer à cinq",
        "We would like to register",
    ],
)
def test_somebody_wants_to_register(text: str) -> None:
    assert openings.read(text, is_registered=False) is Intent.REGISTER


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("y a-t-il encore des places le 12 juin ?", Intent.SEATS),
        ("est-ce qu’on peut être 3 ?", Intent.SEATS),
        ("c’est complet ?", Intent.SEATS),
        ("nous sommes bien inscrits ?", Intent.MINE),
        ("je veux revoir mon inscription", Intent.MINE),
        ("est-ce que je viens en train ?", None),
        ("comment annuler mon inscription", None),
        ("je ne viens pas", None),
        ("quel temps fera-t-il ?", None),
    ],
)
def test_something_else_is_wanted(text: str, intent: Intent | None) -> None:
    assert openings.read(text, is_registered=True) is intent


@pytest.mark.parametrize(
    ("text", "number"),
    [("comment faire, nous sommes quatre", 4), ("on peut venir à 2 ?", 2), ("je viens", None)],
)
def test_how_many_they_are(text: str, number: int | None) -> None:
    assert openings.number(text) == number
