"""What change words mean, of whom, and what they do not."""

import pytest

from bot.understanding import changes
from bot.understanding.changes import Change, Kind
from bot.understanding.known_people import Known
from bot.understanding.names import Name

MARIE = Known("Marie", "Dupont", "maire", is_writing=True)
PAUL = Known("Paul", "Martin", "agent")
LEA = Known("Léa", "Petit", "chargée de mission")
TWO = [MARIE, PAUL]
LUC = Name("Luc", "Bonnet")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("attendez en fait on sera 3", Change(Kind.SIZE, value=3)),
        ("que deux, pas trois", Change(Kind.SIZE, value=2)),
        ("je voudrais changer le nombre", Change(Kind.SIZE)),
        ("corriger mon tél : 06 39 98 12 34", Change(Kind.PHONE, None, "+33639981234")),
        ("le mail de Paul c’est p@a.fr", Change(Kind.EMAIL, 1, "p@a.fr")),
        ("mon collègue ne vient plus", Change(Kind.LEAVE, 1)),
        ("M. Martin ne pourra pas venir", Change(Kind.LEAVE, 1)),
        ("Monsieur le Maire ne pourra pas venir, Paul viendra seul", Change(Kind.LEAVE, 0)),
        ("je ne viens plus mais Paul si", Change(Kind.LEAVE, 0)),
        ("on ne pourra pas venir", Change(Kind.LEAVE_ALL)),
        ("personne ne viendra finalement", Change(Kind.LEAVE_ALL)),
        ("c’est sa remplaçante qui vient à la place de Paul", Change(Kind.REPLACE, 1)),
    ],
)
def test_a_change_is_read(text: str, expected: Change) -> None:
    assert changes.read(text, TWO) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Paul vient-il toujours ?",
        "est-ce que je peux venir seul ?",
        "Luc Bonnet",
        "chargé de mission, Parc du Pilat",
        "marie@exemple.fr",
        "aucun des trois",
        "Non, c’est la même personne ! Paul vient bien",
        "on peut pas parler à une vraie dame là",
        "c’est à quelle heure",
        "oui",
        "",
    ],
)
def test_what_is_no_change_is_none(text: str) -> None:
    assert changes.read(text, TWO) is None


def test_one_of_several_colleagues_is_not_guessed() -> None:
    assert changes.read("mon collègue ne vient plus", [*TWO, LEA]) == Change(Kind.LEAVE)


def test_what_is_meant_instead_of_a_change_that_was_refused() -> None:
    before = Change(Kind.REPLACE, 1, LUC)
    again = changes.instead("non, Julie Faure", before, TWO)
    assert again == Change(Kind.REPLACE, 1, Name("Julie", "Faure"))
    assert changes.instead("non merci", before, TWO) is None
    assert changes.instead("non, trois", Change(Kind.SIZE, value=2), TWO) == Change(
        Kind.SIZE, value=3
    )
