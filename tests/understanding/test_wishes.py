"""Asking for something to be done, asking about it, taking it back."""

import pytest

from bot.understanding import wishes
from bot.understanding.intents import Intent


@pytest.mark.parametrize(
    "text",
    [
        "et si jamais je dois annuler ?",
        "Si je ne peux plus venir, y a-t-il des frais ?",
        "comment on annule",
        "jusqu’à quand peut-on se désister ?",
        "que se passe-t-il si mon collègue tombe malade ?",
        "est-ce possible d’annuler la veille",
        "What happens if I cancel?",
        "puis-je annuler ?",
    ],
)
def test_giving_up_is_asked_about(text: str) -> None:
    assert wishes.asked_about(text) is Intent.CANCEL


@pytest.mark.parametrize(
    "text",
    [
        "pourra-t-on changer les noms plus tard ?",
        "on peut modifier l’inscription après ?",
        "est-ce que je pourrai remplacer une personne",
        "et si finalement on était trois ?",
        "est-ce modifiable ensuite ?",
        "c'est modifiable après ?",
        "si je trouve une collègue d'ici là je pourrai la rajouter ?",
        "what if we were three?",
    ],
)
def test_changing_is_asked_about(text: str) -> None:
    assert wishes.asked_about(text) is Intent.CHANGE


@pytest.mark.parametrize(
    "text",
    [
        "j’annule",
        "je ne viens plus, comment faire ?",
        "pouvez-vous annuler mon inscription ?",
        "je ne pourrai pas venir",
        "annulez tout svp",
        "je dois annuler",
        "on ne peut plus venir, désolés",
    ],
)
def test_it_is_to_be_done(text: str) -> None:
    assert not wishes.only_asks(text)


@pytest.mark.parametrize(
    "text",
    [
        "non non, je n’annule pas",
        "c’était juste pour savoir",
        "je n’ai pas dit d’annuler !",
        "I don't want to cancel",
        "ne changez rien",
    ],
)
def test_it_is_taken_back(text: str) -> None:
    assert wishes.takes_back(text)


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        ("mais non elle vient", True),
        ("mais si", True),
        ("non, je viens bien", True),
        ("si, Paul sera là", True),
        ("he is coming!", True),
        ("oui", False),
        ("oui il ne vient plus", False),
        ("non il ne vient pas", False),
        ("oui je viens seule", False),
        ("oui Paul, je viens de le dire", False),
    ],
)
def test_somebody_comes_after_all(text: str, *, stays: bool) -> None:
    assert wishes.stays(text) is stays


@pytest.mark.parametrize(
    ("text", "leaves"),
    [
        ("oui annulez", True),
        ("on ne vient plus", True),
        ("ok", True),
        ("non", False),
        ("non n’annulez pas", False),
        ("je n’annule pas", False),
    ],
)
def test_leaving_is_agreed_to(text: str, *, leaves: bool) -> None:
    assert wishes.leaves(text) is leaves
