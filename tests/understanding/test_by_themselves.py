"""Who is said to register by themselves, and what else the message says."""

import pytest

from bot.understanding import by_themselves


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Mon collègue viendra aussi, il s'inscrira lui-même. Comment faire ?", "Comment faire ?"),
        ("Non, il le fera lui-même. Quel lien lui donner ?", "Quel lien lui donner ?"),
        ("non non il le fait lui même", ""),
        ("c juste moi, ma boss s'inscrit de son coté", "c juste moi"),
        ("Je viens seul. Mme Vallet fera sa propre inscription.", "Je viens seul."),
        ("Jeanne Morel, la présidente, préfère s'inscrire toute seule", ""),
        ("MON MARI EST DEJA INSCRIT. MOI C EST MARIE DUPONT", "MOI C EST MARIE DUPONT"),
        ("Ma collègue est déjà inscrite à la journée, moi pas encore", "moi pas encore"),
        ("My colleague Tom will register himself, just register me", "just register me"),
    ],
)
def test_what_tells_of_them_is_parted(text: str, rest: str) -> None:
    apart = by_themselves.read(text)
    assert apart is not None
    assert apart.rest == rest


@pytest.mark.parametrize(
    "text",
    [
        "Je souhaite savoir comment mon collègue peut s'inscrire de son côté.",
        "suis-je déjà inscrite ?",
        "Paul est déjà inscrit ?",
        "Peut-il s'inscrire lui-même ?",
        "je m'inscris moi-même et Paul aussi",
        "inscrivez-la à part",
        "Le territoire est déjà inscrit dans le projet",
    ],
)
def test_others_are_not(text: str) -> None:
    assert by_themselves.read(text) is None


def test_who_is_known_here_is_no_news() -> None:
    assert by_themselves.read("Hélène est déjà inscrite", {"helene"}) is None
    assert by_themselves.read("Hélène est déjà inscrite", {"paul"}) is not None
