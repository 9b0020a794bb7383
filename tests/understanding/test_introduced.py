"""Who writes under another name than their account bears."""

import pytest

from bot.understanding import introduced
from bot.understanding.names import Name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Bonjour, je suis Paul Gachet, maire de Roisey", Name("Paul", "Gachet")),
        ("bonjour ici marc durand du parc", Name("Marc", "Durand")),
        ("Je m’appelle Jean-Paul Gachet", Name("Jean-Paul", "Gachet")),
        ("I'm John Smith, mayor", Name("John", "Smith")),
        ("Je suis Marie Dupond", None),
        ("je suis avec Paul Gachet", None),
        ("je suis maire adjointe", None),
        ("je suis Pierre, maire", None),
        ("Paul Gachet vient avec moi", None),
    ],
)
def test_a_name_of_ones_own_is_read(text: str, name: Name | None) -> None:
    assert introduced.name(text, account="Marie Dupont") == name
