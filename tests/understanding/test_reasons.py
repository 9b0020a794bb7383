"""What something that is asked for is for, and whether it must be given: in many wordings."""

import pytest

from bot.understanding import reasons
from bot.understanding.reasons import Datum


@pytest.mark.parametrize(
    "text",
    [
        "POUR QUOI FAIRE",
        "pourquoi ?",
        "pourquoi vous voulez savoir ça ?",
        "à quoi ça vous sert de savoir ça ?",
        "Pourquoi cette question ?",
        "pk vous demandez ça",
        "vous en faites quoi ?",
        "en quoi ça vous regarde ?",
        "What for?",
        "Why do you need that?",
    ],
)
def test_a_bare_why_is_of_what_is_asked(text: str) -> None:
    assert reasons.asks_why(text)


@pytest.mark.parametrize(
    "text",
    [
        "pourquoi pas",
        "pourquoi je suis notée deux fois ?",
        "c’est quoi",
        "Pourquoi ne puis-je pas venir ?",
        "Marie Pourquoi",
    ],
)
def test_what_is_no_bare_why(text: str) -> None:
    assert not reasons.asks_why(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("pourquoi vous voulez mon nom ?", Datum.NAME),
        ("à quoi ça sert le téléphone", Datum.PHONE),
        ("ça sert à quoi le territoire ?", Datum.TERRITORY),
        ("et le numéro c’est pour quoi ?", Datum.PHONE),
        ("Pourquoi faut-il donner une adresse mail ?", Datum.EMAIL),
        ("vous faites quoi de mon numéro ?", Datum.PHONE),
        ("pourquoi me demander ma fonction ?", Datum.ROLE),
        ("Pourquoi demandez-vous la structure ?", Datum.ORGANISATION),
        ("à quoi sert le territoire ?", Datum.TERRITORY),
        ("pourquoi mon nom est faux ?", None),
        ("pourquoi vous avez pas noté mon numéro ?", None),
        ("pourquoi le nom de la journée est si long ?", None),
    ],
)
def test_what_is_named(text: str, expected: Datum | None) -> None:
    assert reasons.named(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("faut une adresse mail obligatoirement ?", Datum.EMAIL),
        ("j’ai pas de mail c’est grave ?", Datum.EMAIL),
        ("Le téléphone est-il obligatoire ?", Datum.PHONE),
        ("il faut appeler quel numéro ?", None),
        ("il faut envoyer un mail à qui ?", None),
    ],
)
def test_whether_it_must_be_given(text: str, expected: Datum | None) -> None:
    assert reasons.must_be_given(text) is expected


def test_whether_the_others_give_theirs() -> None:
    assert reasons.wants_others("vous avez besoin aussi des adresses des deux autres ?")
    assert reasons.wants_others("faut il les mails de tout le monde ?")
    assert not reasons.wants_others("il faut l’adresse de la salle ?")
