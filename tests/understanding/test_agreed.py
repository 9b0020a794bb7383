"""A yes to all, and what is said besides."""

import pytest

from bot.understanding import agreed


@pytest.mark.parametrize(
    ("text", "waits"),
    [
        ("dès que mon maire est d’accord, vous pouvez valider", True),
        ("envoyez-moi d’abord le programme, et validez", False),
        ("Confirmez. Je viens quand même", False),
    ],
)
def test_a_yes_for_later(text: str, waits: bool) -> None:
    """It is not now."""
    assert agreed.waits(text) is waits


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("c’est bon. Mettez présidente pour moi. confirmez", True),
        ("oui validez, Je ne conduis plus", False),
        ("allez-y", False),
    ],
)
def test_a_yes_that_asks_for_more(text: str, asks: bool) -> None:
    """That is done before."""
    assert agreed.asks_for_more(text) is asks


@pytest.mark.parametrize(
    ("text", "says_more"),
    [
        ("je n’ai plus de voiture", True),
        ("oui c’est bon, pourvu qu’il fasse beau", False),
        ("c’est bon, c’est où exactement", False),
    ],
)
def test_a_yes_that_says_more(text: str, says_more: bool) -> None:
    """A worry and a question are no more than that."""
    assert agreed.says_more(text) is says_more
