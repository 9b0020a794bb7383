"""Answers that are named by what they are."""

import pytest

from bot.domain.party import Category
from bot.understanding import labelled
from bot.understanding.labelled import Label, Labelled


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "ma fonction : présidente et éleveuse",
            Labelled(Label.FUNCTION, "présidente et éleveuse", is_own=True),
        ),
        (
            "la fonction de Luc est maire, et non adjoint",
            Labelled(Label.FUNCTION, "maire", whom="Luc"),
        ),
        (
            "l’association d’Odile, c’est Lire en fête",
            Labelled(Label.ORGANISATION, "Lire en fête", whom="Odile"),
        ),
        ("my job title is director", Labelled(Label.FUNCTION, "director")),
    ],
)
def test_an_answer_is_named(text: str, expected: Labelled) -> None:
    assert labelled.stated(text) == [expected]


@pytest.mark.parametrize("text", ["c’est une association", "la fonction publique", "oui", ""])
def test_no_answer_is_named(text: str) -> None:
    assert labelled.stated(text) == []


@pytest.mark.parametrize(
    ("text", "said", "denied"),
    [
        ("mettez plutôt société civile", Category.CIVIL, None),
        ("put me as organised civil society, please", Category.CIVIL, None),
        ("plutôt « société civile » que « agente »", Category.CIVIL, Category.STAFF),
        ("je suis élue, pas agente", Category.ELECTED, Category.STAFF),
        ("je représente la société civile, pas la mairie", Category.CIVIL, None),
        ("je ne suis pas agent de la commune", None, Category.STAFF),
        ("you have me down as staff and I’m not", None, Category.STAFF),
        ("élu ou technicien, comme vous voulez", None, None),
        ("I'm civil society rather than staff", Category.CIVIL, Category.STAFF),
        ("Odile est élue, pas agente", Category.ELECTED, Category.STAFF),
        ("je suis élu et agent", None, None),
        ("les élus viennent", None, None),
        ("bonjour", None, None),
    ],
)
def test_in_what_capacity(text: str, said: Category | None, denied: Category | None) -> None:
    assert labelled.capacity(text) == (said, denied)


def test_who_is_written_to() -> None:
    assert labelled.contact("le contact c’est moi, pas Odile") == "contact c est moi"
    assert labelled.contact("c’est parfait") is None
