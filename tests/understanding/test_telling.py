"""What a message tells of those who are known: who leaves, who comes, who is called otherwise."""

import pytest

from bot.understanding import facts
from bot.understanding.facts import Facts
from bot.understanding.person import Person
from bot.understanding.telling.scene import Known, Scene

NADIA = Known("Nadia", "Cheref", "animatrice", "mairie de Tence", is_writing=True)
MARC = Known("Marc", "Fayolle", "adjoint", "mairie de Tence")
ODILE = Known("Odile", "Chorain", "secrétaire", "mairie de Tence")
THREE = (NADIA, MARC, ODILE)


def read(text: str) -> Facts:
    """Read a message that is written while the recap is shown."""
    return facts.read(Scene(text, "recap", known=THREE), 10)


def _new(told: Facts) -> list[str]:
    return [" ".join(one.name or ()) for one in told.others if not one.place]


def _leaving(told: Facts) -> list[int]:
    return [one.place for one in told.people if one.leaves]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("M. Fayolle est souffrant ; c’est M. Luc Arnoux, technicien, qui le représentera.", 2),
        ("Marc ne pourra se joindre à nous. M. Luc Arnoux, DGS, a accepté de le suppléer.", 2),
        ("marc vient plus, on le remplace par luc arnoux 2e adjoint", 2),
        ("ce n’est plus moi qui viens : Luc Arnoux, président, prend ma place", 1),
        ("Présents, sauf Mme Chorain, malade. Luc Arnoux la remplacera.", 3),
        ("Marc has had to drop out. Luc Arnoux, our director, will come instead.", 2),
        ("c’est Luc Arnoux qui vient à ma place", 1),
        ("c luc arnoux ki vient a la place de marc", 2),
        ("pouvez-vous remplacer Marc par Luc Arnoux ?", 2),
    ],
)
def test_somebody_comes_instead(text: str, place: int) -> None:
    told = read(text)
    assert (_leaving(told), _new(told)) == ([place], ["Luc Arnoux"])


@pytest.mark.parametrize(
    "text",
    [
        "j’ai trouvé : Luc Arnoux, technicien à la chambre d’agriculture, il vient avec nous",
        "il faut ajouter quelqu’un : Luc Arnoux, adjoint, mairie de Saint-Just",
        "Luc Arnoux (adjoint à Saint-Just) peut revenir, pouvez-vous le rajouter ?",
        "vous avez oublié la quatrième personne, Luc Arnoux, conseiller municipal",
        "La personne manquante est connue : M. Luc Arnoux, trésorier de l’association.",
        "Luc Arnoux vient aussi",
    ],
)
def test_somebody_comes_too(text: str) -> None:
    told = read(text)
    assert (_leaving(told), _new(told)) == ([], ["Luc Arnoux"])


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Marc annule", [2]),
        ("Marc ne viendra pas. Est-ce que cela pose problème ?", [2]),
        ("please remove Marc Fayolle", [2]),
        ("l’adjoint ne peut pas venir", [2]),
        ("Marc Fayolle y travaille aussi", []),
        ("merci beaucoup, c’est noté", []),
        ("je voudrais parler à la responsable", []),
    ],
)
def test_who_leaves(text: str, places: list[int]) -> None:
    told = read(text)
    assert (sorted(_leaving(told)), _new(told)) == (places, [])


def _of(text: str, place: int) -> Person:
    return next(one for one in read(text).people if one.place == place)


@pytest.mark.parametrize(
    ("text", "called", "instead_of"),
    [
        ("odile c odile chorrain 2 r", "odile chorrain", ""),
        ("Chorrain avec deux r, pour Odile", "odile chorrain", ""),
        ("pas Chorain, Chorrain !", "odile chorrain", ""),
    ],
)
def test_somebody_is_written_otherwise(text: str, called: str, instead_of: str) -> None:
    person = _of(text, 3)
    said = " ".join(person.name) if person.name else person.called
    assert (said.casefold(), person.instead_of) == (called.casefold(), instead_of)


@pytest.mark.parametrize(
    ("text", "function", "organisation"),
    [
        (
            "Julie Faure, maire de Roisey et vice-présidente de la CC du Pilat",
            "maire et vice-présidente de la CC du Pilat",
            "mairie de Roisey",
        ),
        (
            "Monique Brun, maire de Lupé, également conseillère départementale",
            "maire et conseillère départementale",
            "mairie de Lupé",
        ),
        (
            "Paul Martin, adjoint au maire et président de l’association des parents",
            "adjoint au maire et président",
            "association des parents",
        ),
    ],
)
def test_two_functions_of_one_person(text: str, function: str, organisation: str) -> None:
    (person,) = (one for one in facts.read(Scene(text), 10).people if one.name)
    assert (person.function, person.organisation) == (function, organisation)


def test_two_functions_of_two_people() -> None:
    told = facts.read(Scene("Julie Faure et Paul Martin, maire et DGS de Roisey"), 10)
    assert [one.function for one in told.people if one.name] == ["maire", "DGS"]


@pytest.mark.parametrize(
    ("text", "functions"),
    [
        ("Marc est premier adjoint", {2: "premier adjoint"}),
        ("je suis coordinatrice maintenant", {1: "coordinatrice"}),
        ("Odile est DGS et moi directrice", {3: "DGS", 1: "directrice"}),
        ("elle est trésorière, Odile", {3: "trésorière"}),
    ],
)
def test_whose_function_is_told(text: str, functions: dict[int, str]) -> None:
    assert {one.place: one.function for one in read(text).people if one.function} == functions


def test_where_they_work_with_who_writes() -> None:
    told = facts.read(Scene("je viens avec notre directeur, Luc Arnoux"), 10)
    assert [(one.is_writing, one.is_ours) for one in told.people] == [(True, False), (False, True)]
    assert [one.name is not None for one in told.others] == [True]


def test_somebody_new_may_have_no_name() -> None:
    (person,) = facts.read(Scene("je viens avec mon adjoint"), 10).others
    assert (person.place, person.name, person.called) == (0, None, "")
    assert person.says_something


@pytest.mark.parametrize(
    ("text", "agrees"),
    [
        ("Marc est premier adjoint, le reste est juste, confirmez", True),
        ("tout est bon sauf Odile qui est DGS, vous pouvez valider", True),
        ("Marc est premier adjoint", False),
        ("est-ce que Marc peut venir ?", False),
    ],
)
def test_all_is_agreed_to_but_what_is_put_right(text: str, agrees: bool) -> None:
    assert read(text).agrees is agrees


def test_a_daughter_is_no_man_of_the_party() -> None:
    known = (Known("Marie", "Dupont", is_writing=True), Known("Paul", "Martin"))
    told = facts.read(Scene("ma fille est malade je peux pas venir", "registered", known=known), 3)
    assert [(one.place, one.leaves) for one in told.people] == [(1, True)]
