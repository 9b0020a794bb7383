"""What is asked of the others who come."""

import pytest

from bot.understanding import fellows
from bot.understanding.fellows import Fellows


@pytest.mark.parametrize(
    "text",
    [
        "Est-ce qu'il y aura quelqu'un d'autre de mon coin ?",
        "il y a combien de gens de Véranne ou du Pilat inscrits ?",
        "je demandais s'il y a des inscrits de Véranne ou du Pilat",
        "y aura du monde de chez nous ?",
        "Y a-t-il d'autres communes du plateau inscrites ?",
        "Savez-vous si des voisins viennent ?",
        "on sera plusieurs du même coin ?",
        "Savez-vous si la commune de Bessey sera représentée ?",
        "y a du monde de Roisey ?",
        "Vous pouvez me dire qui sera là de mon secteur ?",
        "les gens du plateau viennent aussi ?",
    ],
)
def test_whether_some_come_from_near(text: str) -> None:
    assert fellows.read(text) is Fellows.NEAR


@pytest.mark.parametrize(
    "text",
    [
        "combien de personnes sont inscrites pour l'instant ?",
        "combien de personnes viennent ?",
        "combien d'inscrits ?",
        "il y a déjà du monde ?",
        "on sera combien ?",
        "vous attendez combien de personnes ?",
        "vous etes combien a venir ?",
    ],
)
def test_how_many_come(text: str) -> None:
    assert fellows.read(text) is Fellows.NUMBER


@pytest.mark.parametrize("text", ["qui d'autre vient ?", "who else is coming?"])
def test_who_comes(text: str) -> None:
    assert fellows.read(text) is Fellows.WHO


@pytest.mark.parametrize(
    "text",
    [
        "combien de personnes peuvent venir ?",
        "combien de personnes par groupe ?",
        "vous avez noté combien de personnes ?",
        "les gens de Roisey peuvent venir ?",
        "il y a quelqu'un de l'équipe pour nous accueillir ?",
        "Mon collègue de la mairie vient aussi, vous pouvez l'inscrire ?",
        "Une personne de ma commune viendra avec moi, c'est possible ?",
        "nous venons avec des agents de la mairie qui seront là.",
    ],
)
def test_what_is_asked_of_nobody_else(text: str) -> None:
    assert fellows.read(text) is None
