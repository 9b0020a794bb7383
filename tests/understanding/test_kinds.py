"""Kinds of answers as people give them: wrapped, misspelt, corrected, spelt, dictated."""

import pytest

from bot.understanding import answers

CASES: dict[str, dict[str, str | int | None]] = {
    "nom": {
        "M. le Maire, Paul DURAND": "Paul Durand",
        "Le Bihan gaëlle": "Gaëlle Le Bihan",
        "c'est moi Paul Roux": "Paul Roux",
        "He's John Smith": "John Smith",
        "M A R T I N Lucie": "Lucie Martin",
        "Roux, R O U X, Léa": "Léa Roux",
        "Marie Chol (maire de Roisey)": "Marie Chol",
        "Anne Vial née Bonnet": "Anne Vial",
        "première adjointe de Pavezin": None,
        "maire de Véranne": None,
        "Julien Personne": "Julien Personne",
        "ma voisine s'appelle Aline Roux": "Aline Roux",
        "euh... Luc Roche": "Luc Roche",
        "Pff. Luc Roche": "Luc Roche",
        "je vous l'ai dit, Luc Roche": "Luc Roche",
        "et le directeur": None,
    },
    "taille": {
        "deux, enfin trois": 3,
        "troi": 3,
        "on sera 4 non 3": 3,
        "trois pas deux": 3,
        "un binome et une stagiaire": 3,
        "un élu et deux agents": 3,
        "moi et mon binôme": 2,
        "mois": None,
    },
    "email": {
        "p tiret du bas roux chez gmail point com": "p_roux@gmail.com",
        "p a u l arobase free point fr": "paul@free.fr",
        "paul@gmail.cmo": "paul@gmail.com",
        "paul@@free.fr": "paul@free.fr",
    },
    "telephone": {
        "O6 39 98 44 55": "+33639984455",
        "o639984455": "+33639984455",
        "06 39 98 44 55 non, 56 à la fin": "+33639984456",
    },
    "fonction": {
        "He's deputy mayor of Chavanay": "deputy mayor of Chavanay",
        "euh, je suis la directrice": "directrice",
        "rien de spécial": None,
    },
    "categorie": {
        "assosiation": "société civile",
        "town councillor": "élu",
        "employee of the council": "agent",
    },
    "territoire": {
        "Euh Saint Chamond": "Saint Chamond",
        "Retour Maison": None,
        "Loïc Perrin": None,
        "adjoint au maire de Bessat": "Bessat",
    },
    "confirmation": {
        "oui, sauf erreur de ma part": "oui",
        "oui sauf le mail": "non",
        "non non tout est bon": "oui",
        "non c'est faux": "non",
        "pourquoi pas": None,
        "rien à modifier": "oui",
    },
}


@pytest.mark.parametrize(
    ("step", "text", "value"),
    [(step, text, value) for step, cases in CASES.items() for text, value in cases.items()],
)
def test_what_would_be_kept(step: str, text: str, value: str | int | None) -> None:
    assert answers.read(text, step=step, largest=3).value == value


def test_a_guess_is_asked_about() -> None:
    assert answers.read("maire de Véranne", step="territoire", largest=3).doubt == "role"
    assert answers.read("Le Bihan gaëlle", step="nom", largest=3).doubt == "order"
