"""What a few plain words settle: who alone comes, for whom a yes is, who registers nobody."""

import pytest

from bot.understanding import (
    absences,
    agreed,
    categories,
    confirmations,
    not_registering,
    office_words,
    one_by_one,
)
from bot.understanding.company import not_without
from bot.understanding.known_people import Known

KNOWN = [
    Known("Sandrine", "Ollivier", "", is_writing=True),
    Known("Hélène", "Marcoux", "directrice", is_writing=False),
    Known("Julien", "Bard", "technicien", is_writing=False),
]


@pytest.mark.parametrize(
    "text",
    [
        "enlevez-moi : seuls Hélène Marcoux et Julien Bard viennent",
        "seules viennent ? non, il n'y a que Hélène et Julien qui viennent",
        "ne gardez qu'Hélène et Julien",
        "Hélène Marcoux et Julien Bard sont les seuls à venir",
        "uniquement Hélène et Julien participeront",
    ],
)
def test_those_who_are_said_to_come_alone_stay(text: str) -> None:
    """The reverse is never understood."""
    assert absences.settled(text, KNOWN) == {0: False, 1: True, 2: True}


@pytest.mark.parametrize("text", ["c'est juste Julien qui vient pas", "seul Julien ne vient plus"])
def test_the_only_one_who_does_not_come_is_not_the_only_one_who_does(text: str) -> None:
    """« juste Julien qui vient pas »."""
    assert absences.settled(text, KNOWN).get(1) is not False
    assert absences.settled(text, KNOWN).get(2) is not True


@pytest.mark.parametrize(
    ("text", "is_of_all"),
    [
        ("Parfait, je confirme pour nous deux.", True),
        ("je confirme pour tous", True),
        ("Je valide les trois inscriptions", True),
        ("oui, les deux", True),
        ("c'est bon pour tout le monde", True),
        ("oui, je confirme", False),
        ("oui, les deux numéros sont bons", False),
    ],
)
def test_for_whom_a_yes_is(text: str, *, is_of_all: bool) -> None:
    """One yes may be for all who wait."""
    assert one_by_one.is_of_all(text) is is_of_all


@pytest.mark.parametrize(
    ("text", "refuses"),
    [
        ("Non non je ne m'inscris pas, je demandais juste.", True),
        ("Laissez tomber, je ne veux pas m'inscrire.", True),
        ("mais je ne voulais pas m'inscrire !", True),
        ("je n'ai jamais demandé à m'inscrire", True),
        ("je ne m'inscris pas seule, on est deux", False),
        ("je ne m'inscris pas, j'inscris ma directrice", False),
        ("je ne veux pas m'inscrire tout de suite", False),
        ("je veux m'inscrire", False),
    ],
)
def test_who_registers_nobody(text: str, *, refuses: bool) -> None:
    """Who registers others, or otherwise, refuses nothing."""
    assert not_registering.refuses(text) is refuses


@pytest.mark.parametrize(
    ("text", "is_asked"),
    [
        ("Faut s'inscrire même pour la presse ?", True),
        ("est-ce que la presse doit s'inscrire ?", True),
        ("l'inscription est obligatoire ?", True),
        ("comment faut-il s'inscrire ?", False),
        ("je dois m'inscrire", False),
    ],
)
def test_whether_one_must_register(text: str, *, is_asked: bool) -> None:
    """A question starts nothing."""
    assert not_registering.asks_whether_to(text) is is_asked


@pytest.mark.parametrize(
    "text", ["Allez, vendu", "adjugé", "c'est parti", "va pour ça", "topez là"]
)
def test_a_yes_as_it_is_spoken(text: str) -> None:
    """A yes needs no « oui »."""
    assert confirmations.read(text) is True


@pytest.mark.parametrize(
    ("text", "goes_ahead"),
    [
        ("ça m'a l'air bon, on verra si Luc est libre mais allez-y", True),
        ("C'est parfait, sauf l'adjectif que Sylvie va me faire payer. Allez, vendu.", True),
        ("le prénom de Luc est faux, mais allez-y", False),
        ("attendez, bon, allez-y quand je le dirai", False),
    ],
)
def test_a_yes_at_last(text: str, *, goes_ahead: bool) -> None:
    """What is to be put right is not agreed to."""
    assert agreed.goes_ahead(text) is goes_ahead


@pytest.mark.parametrize(
    ("function", "gender"),
    [("secrétaire générale", "f"), ("secrétaire général de mairie", "m"), ("maire", None)],
)
def test_what_agrees_with_a_function_tells_its_gender(function: str, gender: str | None) -> None:
    """« agent·e » is for those of whom nothing tells it."""
    assert categories.gender(function) == gender


def test_words_put_plainly() -> None:
    """A verb is a function, an honorary title none, « pas sans Karim » is with him."""
    said = office_words.put_plainly("elle enseigne les SVT avec moi au lycée", writer="Luc Roux")
    assert said == "elle est enseignante en SVT au lycée"
    said = office_words.put_plainly(
        "je suis maire honoraire et présidente du club", writer="Anne Roux"
    )
    assert said == "je suis présidente du club"
    assert not_without("je ne peux pas y aller sans Karim") == "je viens avec Karim"
