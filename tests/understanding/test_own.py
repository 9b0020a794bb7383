"""Questions of an event's own, and the threshold they are recognised from."""

import pytest

from bot.teaching import examples
from bot.understanding import own, questions
from bot.understanding.event_names import EventNames
from bot.understanding.intents import Intent

WORDINGS = (
    ("Je peux venir avec mon chien ?", "Les chiens sont-ils acceptés ?", "animaux"),
    ("Je peux venir avec mon bébé ?", "Y a-t-il une garderie pour les enfants ?"),
    ("Où garer un camping-car ?", "On peut dormir dans notre van ?"),
    ("Y a-t-il le wifi dans la salle ?", "code wifi"),
    ("Peut-on visiter la fromagerie après ?", "visite de la fromagerie"),
)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("mon chien peut venir ?", 0),
        ("vous acceptez les chiens ?", 0),
        ("j’ai un chien, je peux l’amener ?", 0),
        ("chien autorisé", 0),
        ("les animaux sont admis ?", 0),
        ("je viens avec mon bébé, c’est possible ?", 1),
        ("bébé bienvenu ?", 1),
        ("vous avez une garderie ?", 1),
        ("on vient en camping-car, où se garer", 2),
        ("parking camping-car ?", 2),
        ("ya le wifi", 3),
        ("wifi ?", 3),
        ("c’est quoi le code du wifi", 3),
        ("la visite de la fromagerie c’est à quelle heure ?", 4),
    ],
)
def test_near_wordings(text: str, place: int) -> None:
    assert own.nearest(WORDINGS, text) == place


def test_other_questions_are_none_of_the_own_ones() -> None:
    about = {Intent.OTHER_QUESTION, Intent.LODGING, Intent.ACCESS, Intent.OFF_TOPIC}
    others = [one for one in examples.load_blind() if about.isdisjoint(one.intents)]
    taken = [one.text for one in others if own.nearest(WORDINGS, one.text) is not None]
    assert len(taken) <= len(others) * 0.005, taken


def test_an_own_question_comes_before_what_was_learnt() -> None:
    names = EventNames(own_questions=WORDINGS)
    assert questions.ask("vous avez une garderie ?", names).intents == (Intent.OTHER_QUESTION,)
    assert questions.ask("c’est à quelle heure ?", names).intents == (Intent.HOURS,)


def test_no_wordings() -> None:
    assert own.nearest((), "chien ?") is None
    assert own.nearest(WORDINGS, "") is None
