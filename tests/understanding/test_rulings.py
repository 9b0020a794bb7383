"""How groups are made up: what is asked of it, in many wordings."""

import pytest

from bot.understanding import rulings
from bot.understanding.rulings import Ruling


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Est-ce qu’il faut absolument un élu dans le groupe ?", Ruling.REQUIRED),
        ("Il en faut un obligatoirement, ou une association peut venir sans ?", Ruling.REQUIRED),
        ("La présence d’un élu est-elle obligatoire ?", Ruling.REQUIRED),
        ("On peut venir sans élu ?", Ruling.REQUIRED),
        ("Is it mandatory to have an elected person in the group?", Ruling.REQUIRED),
        ("Agente ou société civile, vous mettriez quoi ?", Ruling.TITLE),
        ("Élu ou agent, je mets quoi ?", Ruling.TITLE),
        ("Les places sont-elles réservées pour eux ?", Ruling.HELD),
        ("Vous gardez bien des places pour le second groupe ?", Ruling.HELD),
        ("Que se passe-t-il pour le second groupe ?", Ruling.NEXT),
        ("Comment on fait pour le deuxième binôme ?", Ruling.NEXT),
        ("Le maire et moi dans le premier groupe, elles dans le second : ça va ?", Ruling.NEXT),
        ("Il faut être élu pour venir ?", None),
        ("Faut-il une délibération pour inscrire un élu ?", None),
        ("Deux binômes de la même mairie, est-ce possible ?", None),
        ("Il faut un élu dans le groupe.", None),
    ],
)
def test_what_is_asked_of_groups(text: str, expected: Ruling | None) -> None:
    assert rulings.read(text) is expected
