"""To whom the telephone numbers of one message belong."""

import pytest

from bot.understanding import facts
from bot.understanding.telling.scene import Known, Scene

KNOWN = (Known("Sandrine", "Vallon", is_writing=True), Known("Bruno", "Keller"))
OWN, OTHER = "+33477512210", "+33611223344"


@pytest.mark.parametrize(
    ("text", "own", "other"),
    [
        ("04 77 51 22 10. Le 06 est celui de Bruno : 06 11 22 33 44", OWN, OTHER),
        ("le mien : 04 77 51 22 10, le sien 06 11 22 33 44", OWN, OTHER),
        ("mon fixe 04 77 51 22 10 et le portable de M. Keller 06 11 22 33 44", OWN, OTHER),
        ("06 11 22 33 44 pour Bruno et 04 77 51 22 10 pour moi", OWN, OTHER),
        ("Bruno, c’est le 06 11 22 33 44", None, OTHER),
        ("06 11 22 33 44 (Bruno)", None, OTHER),
        ("et pour mon collègue, Bruno, son tel 06 11 22 33 44", None, OTHER),
        ("son portable : 06 11 22 33 44", None, OTHER),
        ("04 77 51 22 10", OWN, None),
        ("04 77 51 22 10, Bruno vient aussi", OWN, None),
    ],
)
def test_each_number_goes_to_its_owner(text: str, own: str | None, other: str | None) -> None:
    told = facts.read(Scene(text, known=KNOWN), 3)
    theirs = next((one.phone for one in told.people if one.place == 2), None)
    assert (told.phone, theirs) == (own, other)


def test_two_people_who_are_new_have_each_their_own() -> None:
    text = "Inscrivez Marie Petit, maire, 06 11 22 33 44 et Luc Roux, DGS, 06 22 33 44 55"
    told = facts.read(Scene(text), 3)
    assert [one.phone for one in told.people] == ["+33611223344", "+33622334455"]
