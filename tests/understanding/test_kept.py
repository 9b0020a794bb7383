"""What is said to stay as it is, and functions that stand before a name."""

import pytest

from bot.understanding import facts
from bot.understanding.telling.scene import Known, Scene

KNOWN = (
    Known("Anne", "Roy", "médecin", "MSP", is_writing=True),
    Known("Luc", "Bru", "maire", "mairie de Die"),
)


@pytest.mark.parametrize(
    "text",
    [
        "Luc est maire ET président de la CC, mais laissez maire. Donc rien à faire en fait !",
        "Luc est conseiller communautaire aussi mais gardez maire. C'est bon.",
        "Luc sera président en juin mais ne changez rien",
    ],
)
def test_what_is_to_be_left_is_not_told(text: str) -> None:
    told = facts.read(Scene(text, "recap", known=KNOWN), 3)
    assert all(one.function is None for one in told.people if one.place == 2)


@pytest.mark.parametrize(
    ("text", "function"),
    [
        ("Luc est remplacé par son adjointe, Mme Carole Tastet", "adjointe"),
        ("Luc laisse sa place à sa première adjointe, Carole Tastet", "première adjointe"),
        ("Luc ne vient plus, mettez Carole Tastet à la place, c'est notre agente", "agente"),
        ("je viens finalement avec mon commis, Bastien Sahuc", "commis"),
    ],
)
def test_a_function_before_a_name_is_theirs(text: str, function: str) -> None:
    told = facts.read(Scene(text, "registered", known=KNOWN), 3)
    assert [one.function for one in told.people if not one.place] == [function]
