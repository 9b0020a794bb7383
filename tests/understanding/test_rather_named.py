"""Names put right by what they are not, and who is not taken out by that."""

import pytest

from bot.understanding import absences, known_people, presence, rather_named
from bot.understanding.telling.scene import Known

KNOWN = [Known("Solange", "Vallet", "présidente"), Known("Bruno", "Teyssier", "agriculteur")]
PEOPLE = [known_people.Known(one.first, one.last, one.function) for one in KNOWN]


@pytest.mark.parametrize(
    ("text", "place", "name"),
    [
        ("Attention, Bruno c'est Tessier, pas Teyssier. Sinon c'est bon", 2, "Bruno Tessier"),
        ("Tessier et pas Teyssier", 2, "Bruno Tessier"),
        ("pas Teyssier, Tessier", 2, "Bruno Tessier"),
        ("petite erreur : Tessier, pas Teyssier svp", 2, "Bruno Tessier"),
        ("M. Tessier, et non M. Teyssier", 2, "Bruno Tessier"),
        ("corrigez Teyssier en Tessier", 2, "Bruno Tessier"),
        ("remplacez Teyssier par Tessier", 2, "Bruno Tessier"),
        ("Bruno Tessier, pas Bruno Teyssier, le reste est bon", 2, "Bruno Tessier"),
        ("Bruno c'est Martin, pas Teyssier", 2, "Bruno Martin"),
        ("Solange c'est Valette, pas Vallet, sinon tout est bon", 1, "Solange Valette"),
        ("plutôt Aude, pas Solange, son prénom", 1, "Aude Vallet"),
    ],
)
def test_a_name_that_is_denied_beside_the_right_one(text: str, place: int, name: str) -> None:
    assert {at: " ".join(one) for at, one in rather_named.read(text, KNOWN).items()} == {
        place: name
    }
    assert False not in absences.settled(text, PEOPLE).values()
    assert not presence.read(text, PEOPLE).absent


@pytest.mark.parametrize(
    "text",
    [
        "Bruno ne vient pas, Teyssier non plus",
        "c'est Paul Martin qui vient, pas Teyssier",
        "tout est bon, pas Teyssier",
        "remplacez Bruno Teyssier par Paul Martin",
        "Bruno vient pas",
    ],
)
def test_somebody_else_is_no_other_name(text: str) -> None:
    assert not rather_named.read(text, KNOWN)
