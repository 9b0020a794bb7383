"""What is asked by cue words: subjects, payment, diets, assurances, whom to tell, what to send."""

import pytest

from bot.understanding import (
    aspects,
    assurances,
    eligibility,
    inquiries,
    passing_on,
    payment,
    seeking,
    sentences,
    subjects,
    unclear_changes,
    wishes,
    without,
)
from bot.understanding.assurances import Assurance
from bot.understanding.intents import Intent

from .corpora import PELUSSIN


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("le prix, et qui anime ?", [Intent.PRICE, Intent.SPEAKERS]),
        ("c'est où exactement ? et on se gare où ?", [Intent.PLACE, Intent.ACCESS]),
        ("rappelez-moi l'heure et le numéro de la personne", [Intent.HOURS, Intent.CONTACT]),
        ("what time does it end, and is there a car park?", [Intent.HOURS, Intent.ACCESS]),
        ("je suis maire de Condrieu", []),
    ],
)
def test_the_subjects_of_clauses(text: str, expected: list[Intent]) -> None:
    assert list(subjects.asked(text)) == expected


@pytest.mark.parametrize(
    ("text", "is_of_the_meal"),
    [
        ("on déjeune à quelle heure ?", True),
        ("when do we eat?", True),
        ("à quelle heure ça commence ? et il y a un repas ?", False),
        ("quelle heure ?", False),
    ],
)
def test_the_hour_of_the_meal(text: str, *, is_of_the_meal: bool) -> None:
    assert subjects.hour_of_the_meal(text) is is_of_the_meal


@pytest.mark.parametrize(
    ("fact", "text", "side"),
    [
        (Intent.ACCESS, "y a de quoi stationner ?", "parking"),
        (Intent.ACCESS, "la gare est loin ?", "transport"),
        (Intent.ACCESS, "quelqu'un fait du covoiturage ?", "ride"),
        (Intent.ACCESS, "comment venir ?", None),
        (Intent.DOCUMENTS, "je dois amener quelque chose ?", "bring"),
        (Intent.DOCUMENTS, "il y aura un compte rendu ?", "after"),
    ],
)
def test_the_side_that_is_asked(fact: Intent, text: str, side: str | None) -> None:
    assert aspects.read(fact, text) == side


@pytest.mark.parametrize(
    ("text", "is_asked"),
    [
        ("vous prenez la carte bleue ?", True),
        ("chèque ou espèces ?", True),
        ("can I pay in cash?", True),
        ("vous avez une carte du pays ?", False),
        ("où se trouve la carte de visite ?", False),
    ],
)
def test_how_one_pays(text: str, *, is_asked: bool) -> None:
    assert payment.is_asked(text) is is_asked


def test_the_fact_that_says_how_one_pays() -> None:
    price, meal = "C’est gratuit.", "15 €, en espèces ou par chèque."
    assert payment.fact([price, meal]) == meal
    assert payment.fact([price, None]) is None


@pytest.mark.parametrize(
    ("text", "assurance"),
    [
        ("vous avez bien corrigé le prénom ?", Assurance.RECALL),
        ("c'est quoi ce que vous avez noté sur nous ?", Assurance.RECALL),
        ("c'est validé ou pas ?", Assurance.STANDS),
        ("suis-je bien rayée de la liste ?", Assurance.UNDONE),
        ("c'est quoi le prix au final ?", None),
        ("le repas est à quelle heure ?", None),
    ],
)
def test_assurances(text: str, assurance: Assurance | None) -> None:
    assert assurances.read(text) is assurance


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("en cas d'imprévu, je vous appelle où ?", True),
        ("if something comes up, whom do I call?", True),
        ("comment je préviens si je suis en retard ?", False),
        ("je préviens Paul", False),
    ],
)
def test_whom_to_tell(text: str, *, asks: bool) -> None:
    assert wishes.asks_how_to_tell(text) is asks


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("si je trouve une collègue, je peux l'inscrire plus tard ?", True),
        ("can I add somebody later?", True),
        ("je peux venir seul ?", False),
        ("ajoutez Paul Martin", False),
    ],
)
def test_adding_later(text: str, *, asks: bool) -> None:
    assert wishes.asks_to_add_later(text) is asks


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (
            "transmettez-leur : y a-t-il un vestiaire pour les vélos ?",
            "y a-t-il un vestiaire pour les vélos ?",
        ),
        ("Demandez-leur si le café est servi dès 9 h", "si le café est servi dès 9 h"),
        ("could you ask them: is there a shower?", "is there a shower?"),
        ("merci de dire à Mme Roux que nous viendrons à vélo", "nous viendrons à vélo"),
        ("transmettez-leur", None),
        ("y a-t-il une douche ?", None),
        ("je transmettrai à ma collègue", None),
    ],
)
def test_the_question_to_pass_on(text: str, question: str | None) -> None:
    assert passing_on.to_pass_on(text) == question


def test_who_has_nobody_to_come_with_asks_to_come_alone() -> None:
    asked = eligibility.read("je n'ai personne pour m'accompagner, c'est gênant ?")
    assert asked.is_alone
    assert not asked.is_companion
    assert seeking.read("j'ai trouvé personne avec qui venir, seule c'est gênant ?") is None
    assert eligibility.read("mon mari m'accompagne, il peut entrer ?").is_companion


def test_those_whom_the_day_names_are_among_them() -> None:
    categories = "élu·e·s, associations, agricultrices et agriculteurs"
    assert eligibility.is_among("c'est ouvert aux éleveurs ?", categories=categories)
    assert eligibility.is_among("les associations peuvent venir ?", categories=categories)
    assert not eligibility.is_among("c'est ouvert aux avocats ?", categories=categories)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("On y sera. Claire demande si c'est loin de la gare", 1),
        ("M. Roux souhaiterait savoir qui anime", 1),
        ("Claire demande une place", 0),
    ],
)
def test_what_somebody_else_asks(text: str, asked: int) -> None:
    assert len(sentences.parted(text)[1]) == asked


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        ("moi je viens quand même", True),
        ("I'm still coming", True),
        ("je ne viens pas", False),
    ],
)
def test_who_comes_all_the_same(text: str, *, stays: bool) -> None:
    assert without.is_said(text, 1) is stays


@pytest.mark.parametrize(
    ("text", "is_meant"),
    [
        ("Noémie, c'est plutôt chargée d'accueil", True),
        ("il y a une erreur sur mon mail", True),
        ("il fait beau", False),
        ("où dormir ?", False),
    ],
)
def test_an_unclear_change(text: str, *, is_meant: bool) -> None:
    assert unclear_changes.may_be_meant(text, ["Noémie Brun", "Ali Sow"]) is is_meant


def test_nothing_is_proposed_that_no_word_speaks_of() -> None:
    assert not subjects.is_plausible("avez-vous noté la fonction ?", Intent.LODGING)
    assert subjects.is_plausible("un hôtel pas loin ?", Intent.LODGING)


def test_two_questions_of_one_message() -> None:
    found = inquiries.ask_each("What time do we wrap up? And is there a car park?").intents
    assert {*found} == {Intent.HOURS, Intent.ACCESS}


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        (
            "Ma collègue est en fauteuil et vient avec son chien guide, c’est accepté ?",
            Intent.AUDIENCE,
        ),
        ("quand saurai-je si je passe de la liste d’attente aux inscrits ?", Intent.MINE),
    ],
)
def test_what_is_learnt_goes_before_a_few_words(text: str, intent: Intent) -> None:
    assert intent not in inquiries.recognise(text, PELUSSIN)
