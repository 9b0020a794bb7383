"""Other forms of the names of people who are known."""

import pytest

from bot.understanding import other_forms
from bot.understanding.telling.scene import Known


def _known(*people: str) -> list[Known]:
    """« Anne Roy*, Luc Bru »: the one with a star writes."""
    halves = (one.rstrip("*").partition(" ") for one in people)
    return [
        Known(first, last, is_writing=one.endswith("*"))
        for one, (first, _, last) in zip(people, halves, strict=True)
    ]


@pytest.mark.parametrize(
    ("people", "text", "told"),
    [
        (("Rose Plan*", "Manu Ogier"), "Manu c'est Emmanuel", {2: "Emmanuel Ogier"}),
        (("Rose Plan*", "Manu Ogier"), "manu = emmanuel", {2: "Emmanuel Ogier"}),
        (("Rose Plan*", "Stan Wolski"), "stan = stanislas, wolsky avec y", {2: "Stanislas Wolsky"}),
        (("Rose Plan*", "Manu Ogier"), "Manu est le diminutif d'Emmanuel", {2: "Emmanuel Ogier"}),
        (
            ("Rose Plan*", "Dumè Savelli"),
            "Dumè est le diminutif de Dominique ; il préfère Dominique Savelli",
            {2: "Dominique Savelli"},
        ),
        (("Rose Plan*", "Soizic Moal"), "Soizic = Soazig, s o a z i g.", {2: "Soazig Moal"}),
        (
            ("Rose Plan*", "Sam Bonnet"),
            "Sam Bonnet a un prénom complet, Samuel, mettez-le sur le badge",
            {2: "Samuel Bonnet"},
        ),
        (
            ("Rose Plan*", "Mme Orsini"),
            "Mme Orsini c'est Letizia son prénom",
            {2: "Letizia Orsini"},
        ),
        (
            ("Rose Plan*", "Mme Duriez"),
            "madame duriez son prénom c'est martine",
            {2: "Martine Duriez"},
        ),
        (
            ("Rose Plan*", "Maï Le Gall"),
            "Maï vient. Son nom, c'est Le Gall-Nguyen",
            {2: "Maï Le Gall-Nguyen"},
        ),
        (
            ("Luc Bru*", "Élodie Bru"),
            "maintenant elle s'appelle Élodie Bru-Macé",
            {2: "Élodie Bru-Macé"},
        ),
        (
            ("Luc Bru*", "Claire Bru"),
            "Ma fille signe désormais Claire Bru-Bory",
            {2: "Claire Bru-Bory"},
        ),
        (
            ("Anne Auvray*", "Luc Auvray"),
            "mettez Auvray-Lemoine pour moi, Luc garde Auvray",
            {1: "Anne Auvray-Lemoine"},
        ),
        (("Luc Bru*", "Léo Binet"), "Léo Binet s'écrit Binay (B, I, N, A, Y)", {2: "Léo Binay"}),
        (("Luc Havard*", "Colas Havard"), "Colas Havard c'est Avard sans h", {2: "Colas Avard"}),
        (("Luc Bru*", "Lucas Bocquet"), "non, lucas c bocquillon", {2: "Lucas Bocquillon"}),
        (("Luc Bru*", "Ryan Baudoux"), "ryan c rayan, R-A-Y-A-N", {2: "Rayan Baudoux"}),
        (("Luc Bru*", "Rémy Ségur"), "et rémy avec un i pas un y", {2: "Rémi Ségur"}),
        (
            ("Vladimir Petrenko*",),
            "Mon prénom s'écrit avec un w à la place du v",
            {1: "Wladimir Petrenko"},
        ),
        (("Luc Bru*", "Manuela Reis"), "Manuela devient Manuela Bru", {2: "Manuela Bru"}),
        (
            ("Luc Bru*", "Rita Soares"),
            "Rita s'appelle Soarès avec accent et son prénom entier c'est Margarita",
            {2: "Margarita Soarès"},
        ),
        (
            ("Luc Bru*", "Jordan Wable"),
            "jordan il s'écrit jordane avec un e à la fin",
            {2: "Jordane Wable"},
        ),
        (
            ("Luc Bru*", "Jonas Meyer"),
            "Meyer, pour lui, s'écrit Mayer avec un A",
            {2: "Jonas Mayer"},
        ),
        (("Luc Bru*", "Jo Mistral"), "jo c'est joëlle", {2: "Joëlle Mistral"}),
        (
            ("Luc Bru*", "Ida Bru"),
            "ida sur la carte d'identité c'est ida-maria",
            {2: "Ida-Maria Bru"},
        ),
        (
            ("Luc Bru*", "Prince Mbala"),
            "Prince il veut qu'on mette son vrai prénom, c'est Princilien.",
            {2: "Princilien Mbala"},
        ),
        (("Luc Bru*", "Irma Malterre"), "ma mère c'est Irma Bourdeix", {2: "Irma Bourdeix"}),
        (("Luc Bru*", "Eve Roux"), "Eve s'écrit Ève avec un accent grave", {2: "Ève Roux"}),
        (
            ("Deborah Clark*", "Ann Roy"),
            "my first name is spelt Debora without an h",
            {1: "Debora Clark"},
        ),
    ],
)
def test_another_form_is_read(people: tuple[str, ...], text: str, told: dict[int, str]) -> None:
    found = other_forms.read(text, _known(*people))
    assert {at: " ".join(name) for at, name in found.items()} == told


@pytest.mark.parametrize(
    "text",
    [
        "Nicolas c'est son nom hein pas le prénom",
        "Michel c'est le président",
        "Michel c'est Micheline sur ses papiers mais laissez Michel",
        "Michel est malade",
        "Michel c'est la mairie",
        "le maire s'appelle Paul Nicolas-Roy",
        "c'est Anne qui vient à la place de Michel",
        "Michel vient avec Micheline Roche",
        "Mon mari Michel est maire de Nicolas",
        "Michel s'appelle bien Michel Nicolas",
        "mettez Michel à la mairie",
        "mon mail c'est m point nicollas n i c o l l a s arobase free point fr",
        "Michel est absent, notez-le svp",
        "Notre association s'appelle Les Nicolettes",
    ],
)
def test_what_is_no_other_form_is_not(text: str) -> None:
    assert not other_forms.read(text, _known("Rose Plan*", "Michel Nicolas"))
