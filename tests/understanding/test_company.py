"""How many come, where nobody counts them."""

import pytest

from bot.understanding import company, facts
from bot.understanding.telling.scene import Scene


@pytest.mark.parametrize(
    "text",
    [
        "moi + notre DGS",
        "ma voisine et moi",
        "moi et ma collègue Odile",
        "just the two of us",
        "my neighbour and me",
        "on vient nous deux",
    ],
)
def test_two(text: str) -> None:
    assert company.are_two(text)


@pytest.mark.parametrize(
    "text",
    [
        "moi et mes collègues",
        "moi, ma collègue et mon adjoint",
        "moi et ma collègue et notre maire",
        "moi et mon mail",
        "notre commune et moi",
        "moi et ma collègue Odile Faye, ainsi que Paul Roux",
    ],
)
def test_not_two(text: str) -> None:
    assert not company.are_two(text)


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("je viens avec une voisine à votre journée du 5", 2),
        ("inscrivez-nous pour le 5, ma directrice et moi", 2),
        ("DEUX. Ma collègue et moi. Le 5 c’est la date", 2),
        ("on the 5th there’d be the two of us", 2),
        ("votre réunion du 5 m’intéresse", None),
        ("je travaille avec la mairie", None),
    ],
)
def test_a_date_counts_nobody(text: str, size: int | None) -> None:
    assert facts.read(Scene(text), 9).size == size
