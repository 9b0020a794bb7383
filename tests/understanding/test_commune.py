"""Which commune somebody says to be from."""

import pytest

from bot.understanding import commune


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("ma commune c'est Luc, l'avez-vous noté ?", True),
        ("Je ne vois pas ma commune.", True),
        ("je suis de Die", True),
        ("j'habite Saint-Roman", True),
        ("Notez que je viens de Luc-en-Diois", True),
        ("Je suis Paul Martin", False),
        ("je viens avec Lise", False),
        ("je viens de Luc avec ma collègue Lise Roche", False),
        ("je suis d'accord", False),
        ("Je viens de Valence en train, y a-t-il une navette ?", False),
    ],
)
def test_the_commune(text: str, *, tells: bool) -> None:
    assert commune.is_told(text) is tells
