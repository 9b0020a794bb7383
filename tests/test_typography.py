"""French as it is printed."""

import pytest

from bot.typography import elided


@pytest.mark.parametrize(
    ("name", "said"),
    [("Anne", "la place d’Anne"), ("Élodie", "la place d’Élodie"), ("Paul", "la place de Paul")],
)
def test_de_is_elided_before_a_vowel(name: str, said: str) -> None:
    template = "la place de {name}"
    assert elided(template, {"name": name}).format(name=name) == said


def test_only_what_is_filled_in_is_looked_at() -> None:
    assert elided("de {n} places, que {name} garde", {"n": 11, "name": "Aline"}) == (
        "de {n} places, qu’{name} garde"
    )
    assert elided("de {name}", {}) == "de {name}"
