"""What only the team has use for, measured on sentences that were never learnt from."""

import pytest

from bot.teaching.for_team import LESSON
from bot.teaching.kinds import fingerprint
from bot.teaching.teach import floors
from bot.understanding import for_team
from bot.understanding.for_team import KINDS, ForTeam


def test_the_blind_figures_do_not_fall() -> None:
    reached = LESSON.summary(LESSON.load_blind())
    for name, floor in floors("for_team").items():
        is_kept = reached[name] >= floor if name.endswith("right") else reached[name] <= floor
        assert is_kept, (name, reached[name], floor)


def test_the_weights_are_those_of_the_sentences() -> None:
    taught = KINDS.learnt.model.taught_with
    assert taught == fingerprint(LESSON.load()), "examples changed: run `binome teach`"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Sonia est végétalienne", ForTeam.DIET),
        ("notre maire ne mange pas de porc", ForTeam.DIET),
        ("I'm allergic to nuts", ForTeam.DIET),
        ("je ne prendrai pas le repas", ForTeam.NO_MEAL),
        ("pas de repas pour moi svp", ForTeam.NO_MEAL),
        ("je devrai filer avant 16 h", ForTeam.LEAVING),
        ("notre élue quittera la réunion vers 15 heures", ForTeam.LEAVING),
        ("je me déplace en fauteuil roulant", ForTeam.ACCESS),
        ("je viendrai avec mon bébé", ForTeam.ALONG),
        ("j'ai deux places dans ma voiture depuis Feurs", ForTeam.TRAVEL),
    ],
)
def test_what_is_told(text: str, told: ForTeam) -> None:
    assert [one.kind for one in for_team.told(text)] == [told]


@pytest.mark.parametrize(
    "text",
    [
        "le repas est végétarien ?",
        "peut-on partir avant la fin ?",
        "est-ce que je peux ne pas manger sur place ?",
        "on part à 6 h du matin pour être à l'heure",
        "mon train part à 7 h",
        "nous sommes partants",
        "je viens avec Paul Martin, maire de Roisey",
        "je serai en retard de vingt minutes",
        "je ne participe pas, merci de m’enlever de la liste",
    ],
)
def test_what_is_none_of_it(text: str) -> None:
    assert not for_team.told(text)


def test_the_words_that_tell_it() -> None:
    told = for_team.told("Oui c’est bon, par contre je suis intolérante au gluten. À demain !")
    assert [one.words for one in told] == ["je suis intolérante au gluten"]
