"""Whom organisers look for, what they change of the day, what they write to many."""

import pytest

from bot.understanding import day_wishes, desk_people, to_many
from bot.understanding.known_people import Known

MARIE = Known("Marie", "Le Goff", "maire")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("qui vient de Maclas ?", "maclas"),
        ("y a qui du SMRD", "smrd"),
        ("on a qui de la mairie de Die ?", "mairie die"),
        ("combien d’inscrits du Pilat ?", "pilat"),
        ("cherche Lefèvre stp", "lefevre"),
        ("tu peux me trouver la fiche de M. Roux ?", "roux"),
        ("est-ce que le maire de Roisey est inscrit ?", "maire roisey"),
        ("qui vient ?", None),
        ("tout le monde est inscrit ?", None),
        ("qui anime la journée ?", None),
        ("bonjour", None),
    ],
)
def test_who_is_looked_for(text: str, words: str | None) -> None:
    assert desk_people.looked_for(text) == words


@pytest.mark.parametrize(
    ("text", "is_looking"),
    [
        ("Marie Le Goff", True),
        ("le téléphone de Mme Le Goff", True),
        ("Marie Le Goff vient de quelle structure ?", True),
        ("Marie Le Goff ne vient plus", False),
        ("vous pouvez enlever Mme Le Goff ?", False),
        ("Marie Le Goff sera remplacée par Luc Vial", False),
    ],
)
def test_who_is_only_looked_at(text: str, is_looking: bool) -> None:
    assert desk_people.is_named(text, MARIE)
    assert desk_people.is_looking(text, [MARIE]) is is_looking


@pytest.mark.parametrize("text", ["Marie vient", "le goffre est cassé", "M. Goff", ""])
def test_who_is_not_named(text: str) -> None:
    assert not desk_people.is_named(text, MARIE)


@pytest.mark.parametrize(
    ("text", "fact", "value"),
    [
        ("on passe à 18 places", "capacity", "on passe à 18 places"),
        ("ajoute 3 places", "capacity", "18"),
        ("enlève deux places", "capacity", "13"),
        ("il faudrait passer de 15 à 18 places", "capacity", "il faudrait passer à 18 places"),
        ("la jauge", "capacity", ""),
        ("la salle change, c’est le foyer rural, Maclas", "address", "Foyer rural, Maclas"),
        ("on change de salle", "address", ""),
        ("rdv au parking de la gare finalement, pas à la salle", "address", "Parking de la gare"),
        ("le lieu a changé : mairie de Maclas", "address", "Mairie de Maclas"),
        ("déplace la journée au 12 mars", "date", "déplace la journée au 12 mars"),
        ("on finira à 16 h", "hours", "on finira à 16 h"),
        ("le repas sera tiré du sac", "meal", "Le repas sera tiré du sac"),
    ],
)
def test_what_changes_of_the_day(text: str, fact: str, value: str) -> None:
    wish = day_wishes.read(text, capacity=15)[0]
    assert (wish.fact, " ".join(wish.value.split())) == (fact, value)


@pytest.mark.parametrize(
    "text",
    [
        "mets-moi deux places",
        "on vient à deux",
        "réserve 2 places pour nous",
        "on finit à quelle heure",
        "bonjour",
        "Paul prendra deux places",
        "enlève 20 places",
    ],
)
def test_what_changes_nothing_of_the_day(text: str) -> None:
    assert not day_wishes.read(text, capacity=15)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("dis à tous les inscrits qu’on commence à 10 h", "On commence à 10 h"),
        ("préviens tout le monde : bottes !\nÀ jeudi", "Bottes !\nÀ jeudi"),
        ("écris aux participants que la salle change", "La salle change"),
        ("envoie un message à tout le monde", ""),
    ],
)
def test_what_many_are_to_read(text: str, said: str) -> None:
    assert to_many.is_wished(text)
    assert to_many.said(text) == said
    assert to_many.is_bare_wish(text) is not bool(said)


@pytest.mark.parametrize(
    ("text", "is_given_up"),
    [
        ("non finalement n’envoie rien", True),
        ("laisse tomber", True),
        ("rien pour le moment, merci", True),
        ("annuler", True),
        ("Rien ne change pour vous !", False),
        ("Non, la salle n’est pas fermée", False),
    ],
)
def test_what_is_written_after_all(text: str, is_given_up: bool) -> None:
    assert to_many.is_given_up(text) is is_given_up
