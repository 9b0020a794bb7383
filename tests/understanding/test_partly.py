"""Whether a part of the day is asked about."""

import pytest

from bot.understanding import partly


@pytest.mark.parametrize(
    "text",
    [
        "il peut arriver à 14h oui ou non ?",
        "on peut venir que le matin ?",
        "est-ce possible de ne venir qu’une demi-journée",
        "elle repart à 15 h, c'est embêtant ?",
        "et si j'ai une heure de retard c grave",
        "faut-il rester toute la journée ?",
        "je peux partir plus tôt ?",
        "venir seulement l'après-midi",
        "can I leave early?",
    ],
)
def test_a_part_of_the_day(text: str) -> None:
    assert partly.read(text)


@pytest.mark.parametrize(
    "text",
    [
        "à quelle heure faut-il arriver ?",
        "ça finit à quelle heure ?",
        "c’est toute la journée ?",
        "l’après-midi reprend à quelle heure ?",
        "faut que j'arrive à quelle heure au plus tard",
        "c’est le matin ou l’après-midi ?",
    ],
)
def test_the_hours(text: str) -> None:
    assert not partly.read(text)


@pytest.mark.parametrize(
    "text",
    [
        "Lina ne peut pas venir le matin, que l'après-midi, c'est possible ?",
        "il vient pas le matin, seulement l’après-midi",
        "Paul can only come in the afternoon only",
    ],
)
def test_somebody_comes_for_a_half(text: str) -> None:
    assert partly.says_half(text)


@pytest.mark.parametrize(
    "text", ["je crois que demain matin Paul ne viendra pas", "elle ne vient plus que le matin"]
)
def test_nobody_comes_for_a_half(text: str) -> None:
    assert not partly.says_half(text)
