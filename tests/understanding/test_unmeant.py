"""« pas dans l’association »: where somebody is not tells nothing of where they are."""

import pytest

from bot.understanding import unmeant


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("je suis à la mairie, pas dans l'association", "je suis à la mairie"),
        ("adjointe à la mairie de Roisey, et pas au club.", "adjointe à la mairie de Roisey."),
        ("Léo n'est pas dans l'association, il est à la mairie", "Léo est à la mairie"),
        ("je ne suis pas au comité, je suis DGS", "je suis DGS"),
        ("je ne suis pas à la mairie", "je ne suis pas à la mairie"),
    ],
)
def test_where_somebody_is_not(text: str, left: str) -> None:
    assert unmeant.without(text) == left
