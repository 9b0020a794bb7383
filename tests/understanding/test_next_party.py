"""« Confirmez. Et l’autre groupe : … »: whether another group is begun, and what is told of it."""

import pytest

from bot.understanding import next_party


@pytest.mark.parametrize(
    ("text", "before"),
    [
        (
            "Oui, confirmez. Et ensuite l'autre groupe : Luc Roux, maire, et Léa Vial",
            "Oui, confirmez",
        ),
        ("Maintenant le deuxième groupe, de la même commune : Luc Roux, maire", ""),
        ("ok valide. pr le 2e groupe cest luc roux le maire", "ok valide"),
        (
            "c'est parfait, validez et après le deuxième binôme c'est Luc Roux",
            "c'est parfait, validez",
        ),
        ("je voudrais inscrire un autre groupe : Luc Roux, maire", ""),
        ("Bien. Passons à l'autre trinôme : Luc Roux, maire", "Bien"),
        ("Voici la deuxième équipe : Luc Roux, maire", ""),
        ("merci ! et puis un second binôme, Luc Roux et Léa Vial", "merci"),
    ],
)
def test_another_group_is_begun(text: str, before: str) -> None:
    said = next_party.read(text)
    assert said is not None
    assert said.before.rstrip(" .!") == before
    assert "roux" in said.rest.lower()


@pytest.mark.parametrize(
    "text",
    [
        "annulez l'autre groupe",
        "dans l'autre groupe Luc Roux est maire",
        "Il y a une erreur, le deuxième groupe c'est Luc Roux",
        "Luc Roux remplace Léa Vial, et l'autre groupe ne change pas",
        "nous sommes un groupe de deux",
    ],
)
def test_no_group_is_begun(text: str) -> None:
    assert next_party.read(text) is None


def test_what_is_for_later() -> None:
    said = next_party.read("oui. l'autre groupe je le ferai plus tard")
    assert said is not None
    assert said.is_later
