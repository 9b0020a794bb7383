"""Changes as those whom a message names tell them, whatever the sentence around."""

import pytest

from bot.understanding import changes, facts
from bot.understanding.changes import Change, Kind
from bot.understanding.known_people import Known
from bot.understanding.names import Name

NADIA = Known("Nadia", "Cheref", "animatrice", is_writing=True)
MARC = Known("Marc", "Fayolle", "adjoint")
ODILE = Known("Odile", "Chorain", "secrétaire")
LUC = Name("Luc", "Arnoux")


def read(text: str, *, is_recap: bool = True) -> Change | None:
    told = facts.read(text, 10, country="FR", question="menu").people
    named = [one.name for one in told if one.name is not None]
    return changes.read(text, [NADIA, MARC, ODILE], named=named, is_recap=is_recap)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("M. Fayolle est souffrant ; c’est M. Luc Arnoux, technicien, qui le représentera.", 1),
        ("Marc ne pourra se joindre à nous. M. Luc Arnoux, DGS, a accepté de le suppléer.", 1),
        ("marc vient plus, on le remplace par luc arnoux 2e adjoint", 1),
        ("ce n’est plus moi qui viens : Luc Arnoux, président, prend ma place", 0),
        ("Je serai remplacée par mon collègue Luc Arnoux, agent de développement", 0),
        ("Présents, sauf Mme Chorain, malade. Luc Arnoux la remplacera.", 2),
        ("Marc has had to drop out. Luc Arnoux, our director, will come instead.", 1),
    ],
)
def test_somebody_comes_instead(text: str, who: int) -> None:
    assert read(text) == Change(Kind.REPLACE, who, LUC)


@pytest.mark.parametrize(
    "text",
    [
        "j’ai trouvé : Luc Arnoux, technicien à la chambre d’agriculture, il vient avec nous",
        "il faut ajouter quelqu’un : Luc Arnoux, adjoint, mairie de Saint-Just",
        "Luc Arnoux (adjoint à Saint-Just) peut revenir, pouvez-vous le rajouter ?",
        "vous avez oublié la quatrième personne, Luc Arnoux, conseiller municipal",
        "La personne manquante est connue : M. Luc Arnoux, trésorier de l’association.",
        "y a Luc Arnoux en plus, il est technicien",
    ],
)
def test_somebody_comes_too(text: str) -> None:
    assert read(text) == Change(Kind.ADD, None, LUC)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("odile c odile chorrain 2 r", Name("Odile", "Chorrain")),
        ("Chorrain avec deux r, pour Odile", Name("Odile", "Chorrain")),
        ("C H O R R A I N, corrigez", Name("Odile", "Chorrain")),
        ("Odile s’écrit Chorrain depuis toujours", Name("Odile", "Chorrain")),
    ],
)
def test_somebody_is_written_otherwise(text: str, expected: Name) -> None:
    assert read(text) == Change(Kind.RENAME, 2, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Marc annule", Change(Kind.LEAVE, 1)),
        ("Marc ne viendra pas. Est-ce que cela pose problème ?", Change(Kind.LEAVE, 1)),
        ("Quoi ?? Non, c’est Marc qui ne vient pas.", Change(Kind.LEAVE, 1)),
        ("please remove Marc Fayolle", Change(Kind.LEAVE, 1)),
    ],
)
def test_somebody_leaves(text: str, expected: Change) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "on viendra donc à trois, inutile de la remplacer, merci",
        "Marc ne vient pas le matin, il arrive à 14 h",
        "a-t-il prévenu Luc Arnoux ?",
        "merci beaucoup, c’est noté",
        "je voudrais parler à la responsable",
    ],
)
def test_nobody_is_made_up(text: str) -> None:
    change = read(text, is_recap=False)
    assert change is None or change.kind is Kind.SIZE


@pytest.mark.parametrize(
    "text",
    [
        "elle, c’est Cheref",
        "Marc Fayolle y travaille aussi",
        "M. Fayolle également, s’il vous plaît",
    ],
)
def test_a_small_word_is_no_name(text: str) -> None:
    change = read(text)
    assert change is None or not isinstance(change.value, Name)


def test_somebody_has_another_first_name() -> None:
    assert read("M. Fayolle se prénomme Jean-Marc, et non Marc") == Change(
        Kind.RENAME, 1, Name("Jean-Marc", "Fayolle")
    )
