"""Offices written as they are heard, titles that fit nobody, and whose gender a word tells."""

import pytest

from bot.understanding import categories, mistyped, unmeant


@pytest.mark.parametrize(
    ("said", "right"),
    [
        ("conseillé municipale de Roisey", "conseiller municipal de Roisey"),
        ("conseiller municipale", "conseiller municipal"),
        ("conseillère municipal", "conseillère municipale"),
        ("conseillez communautaire", "conseiller communautaire"),
        ("vis président du club", "vice-président du club"),
        ("vis-présidente", "vice-présidente"),
        ("adjointe au mère", "adjointe au maire"),
        ("adjoint au mére de Roisey", "adjoint au maire de Roisey"),
        ("je suis le mère de Roisey", "je suis le maire de Roisey"),
        ("mon voisin qui ai conseillé municipal", "mon voisin qui est conseiller municipal"),
        ("ma mère ne vient pas", "ma mère ne vient pas"),
        ("on m'a conseillé de venir", "on m'a conseillé de venir"),
    ],
)
def test_offices_as_they_are_heard(said: str, right: str) -> None:
    assert mistyped.put_right(said) == right


def test_a_misspelt_function_tells_no_gender() -> None:
    assert categories.gender("conseillé municipale") is None
    assert categories.gender("secrétaire générale") == "f"


@pytest.mark.parametrize(
    "text",
    [
        "aucun des trois, je suis de la presse",
        "euh aucun des trois je crois je suis juste étudiante",
        "je ne rentre dans aucune de vos cases",
        "ni l'un ni l'autre",
        "rien de tout ça",
        "autre",
        "aucun",
        "none of the three",
        "aucun de ces titres, je suis retraité",
        "moi je suis dans aucune case",
    ],
)
def test_who_fits_no_title(text: str) -> None:
    assert categories.fits_none(text)


@pytest.mark.parametrize(
    "text",
    [
        "je ne sais pas",
        "élue",
        "aucun des trois ? comment ça ?",
        "aucun, mais je suis aussi conseillère municipale",
        "aucune idée",
        "ni élue ni agente, je suis bénévole",
    ],
)
def test_who_may_fit_one(text: str) -> None:
    assert not categories.fits_none(text)


@pytest.mark.parametrize(
    "text",
    [
        "vous mettriez quoi à ma place",
        "vous feriez quoi a ma place",
        "si vous étiez à ma place",
        "mettez-vous à ma place",
    ],
)
def test_nobody_comes_in_somebodys_place(text: str) -> None:
    assert "place" not in unmeant.without(text)


def test_somebody_does() -> None:
    text = "Luc Roux viendra à ma place"
    assert unmeant.without(text) == text
