"""What a question is after, and the line that tells of it."""

import pytest

from bot.understanding import halves, partly, sentences, subjects, things
from bot.understanding.intents import Intent

LINES = (
    "une source et son captage, à pied (deux kilomètres, bonnes chaussures)",
    "trois communes racontent",
    "Venez témoigner de vos pratiques !",
    "On se gare place de la République.",
)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("faut-il de bonnes chaussures ?", ["bonnes chaussures"]),
        ("et une facture ?", ["facture"]),
        ("Pouvez-vous m’indiquer comment obtenir une facture ?", ["facture"]),
        ("Et une facture au nom du Syndicat est-elle possible ?", ["facture"]),
        ("faut amener quelque chose ? bottes papiers", ["bottes", "papiers"]),
        ("Y a-t-il des tables rondes et qui les anime ?", ["tables rondes"]),
        ("y a un bus depuis Crest ?", ["bus"]),
        ("à quelle heure est l’accueil ?", ["accueil"]),
        ("il y aura du café le matin ?", ["café"]),
        ("Peut-on connaître l’intitulé des interventions ?", ["intitulé des interventions"]),
        ("y a-t-il encore de la place ?", []),
        ("une personne seule peut venir ?", []),
        ("faut-il être élu ?", []),
        ("y a-t-il un problème ?", []),
        ("à quelle heure finit la réunion ?", []),
    ],
)
def test_things_asked_for(text: str, what: list[str]) -> None:
    assert [one.what for one in things.asked(text)] == what


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("faut-il des bottes pour la marche ?", LINES[0]),
        ("on visite un captage ?", LINES[0]),
        ("y a des témoignages ?", LINES[2]),
        ("y a-t-il un parking ?", LINES[3]),
        ("et une facture ?", None),
        ("y a un bus depuis Crest ?", None),
    ],
)
def test_the_line_that_tells(text: str, line: str | None) -> None:
    assert things.line(LINES, things.asked(text)[0], text) == line


@pytest.mark.parametrize(
    "text",
    [
        "et pour se garer y a un parking j’aurai le camion",
        "Merci de bien vouloir me préciser l’adresse du lieu.",
        "Je renouvelle ma question relative à l’adresse exacte du lieu.",
        "et on finit tôt ou pas, et à quelle heure",
    ],
)
def test_asked_without_a_mark(text: str) -> None:
    assert subjects.asked(text)
    if not text.startswith("et on"):
        assert sentences.parted(f"Mon numéro est faux. {text}")[1]


@pytest.mark.parametrize(
    "text", ["y a une erreur dans mon nom", "y a une collègue qui vient aussi", "Merci à vous."]
)
def test_told_and_not_asked(text: str) -> None:
    assert sentences.parted(text) == (text, [])


@pytest.mark.parametrize(
    ("text", "may_be"),
    [
        ("c’est où ?", True),
        ("et Patrice il est passé où ?", False),
        ("bon et chez moi c’est adjoint voirie et bâtiments", False),
        ("c’est dans quel bâtiment ?", True),
    ],
)
def test_the_place_is_asked(text: str, may_be: bool) -> None:
    assert subjects.is_plausible(text, Intent.PLACE) is may_be


def test_coming_early_and_halves() -> None:
    assert partly.comes_early("on arrive en avance, c’est ouvert ?")
    assert not partly.comes_early("je peux partir plus tôt ?")
    assert halves.asked("c koi le programme du matin ?") == "morning"
    assert halves.asked("matin et après-midi ?") is None
    assert halves.is_of("L’après-midi : faire", half="afternoon")
