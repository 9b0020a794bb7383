"""What a registration has no place for: no lunch, and the commune where none is asked."""

import pytest

from bot.understanding import unkept
from bot.understanding.unkept import Unkept


@pytest.mark.parametrize(
    "text",
    [
        "je mange pas sur place, vous pouvez le noter ?",
        "je mange pas, vous avez noté ?",
        "et pour le repas, vous avez noté que je ne mange pas ?",
        "pas de repas pour moi svp",
        "nous ne déjeunerons pas sur place, pouvez-vous en tenir compte ?",
        "je ne prendrai pas le repas",
        "je ne reste pas manger",
        "Je viendrai sans déjeuner",
    ],
)
def test_no_lunch(text: str) -> None:
    assert unkept.read(text) is Unkept.NO_MEAL


@pytest.mark.parametrize(
    "text",
    [
        "je ne participe pas, merci de m’enlever de la liste",
        "est-ce que je peux ne pas manger sur place ?",
        "je mange avec vous",
        "on mange pas trop tard ?",
    ],
)
def test_another_thing_than_no_lunch(text: str) -> None:
    assert unkept.read(text) is not Unkept.NO_MEAL


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
    assert unkept.tells_commune(text) is tells
