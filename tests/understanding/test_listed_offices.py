"""« nous sommes le maire, moi et la présidente du club »: as many people as are listed."""

import pytest

from bot.understanding import facts, roster
from bot.understanding.telling.scene import Scene


def _told(text: str) -> list[tuple[str | None, str | None]]:
    found = roster.read(text)
    return [(one.function, one.organisation) for one in found.people] if found else []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Nous sommes le maire, moi-même qui suis adjointe, notre secrétaire de mairie et le"
            " président d'une association de randonnée.",
            [
                ("maire", None),
                ("adjointe", None),
                ("secrétaire de mairie", None),
                ("président", "association de randonnée"),
            ],
        ),
        (
            "On sera quatre : le maire, moi (adjointe), la DGS et la présidente du club de marche",
            [
                ("maire", None),
                ("adjointe", None),
                ("DGS", None),
                ("présidente", "club de marche"),
            ],
        ),
        (
            "je viens avec le maire, notre secrétaire et la trésorière du comité des fêtes",
            [
                (None, None),
                ("maire", None),
                ("secrétaire", None),
                ("trésorière", "comité des fêtes"),
            ],
        ),
        (
            "Il y aura la maire, son adjoint et un bénévole de l'association Terre Vive",
            [("maire", None), ("adjoint", None), ("bénévole", "association Terre Vive")],
        ),
    ],
)
def test_each_is_one(text: str, who: list[tuple[str | None, str | None]]) -> None:
    assert _told(text) == who


def test_their_names_stay_with_them() -> None:
    found = roster.read(
        "on sera 4 : moi odile granger adjointe, notre maire jean brossard, le"
        " cantonnier et la présidente du foyer rural"
    )
    assert found is not None
    assert [(one.name and one.name.last, one.function) for one in found.people] == [
        ("Granger", "adjointe"),
        ("Brossard", "maire"),
        (None, "cantonnier"),
        (None, "présidente"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Nous sommes le 5 mars, la mairie et la salle sont ouvertes",
        "Il y a le train, le bus et la voiture",
        "nous sommes Luc Roux, le maire, et Anne Vial, la DGS",
        "il y a un parking, une salle et un repas ?",
    ],
)
def test_what_is_no_list_of_people(text: str) -> None:
    assert roster.read(text) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Nous sommes le maire, moi, la DGS et le président du club", 4),
        ("deux groupes de deux, ça nous va", 4),
        ("nous ferons deux trinômes", 6),
        ("deux binômes de la même commune", 4),
        ("je viens avec Luc Roux, maire, et une troisième personne", 3),
        ("il n'y a pas de troisième personne", 2),
        ("y en a pas de troisième", 2),
        ("nous ne sommes que toutes les deux", 2),
        ("je n'ai pas de deuxième personne", 1),
        ("je suis seule", 1),
        ("Il y aura la maire, son adjoint et un bénévole de l'association Terre Vive", None),
        ("l'autre groupe viendra plus tard", None),
    ],
)
def test_how_many_they_are(text: str, number: int | None) -> None:
    assert facts.read(Scene(text, writer="Hélène Marcou"), 12).size == number


def test_the_club_of_one_is_not_that_of_an_elected_person() -> None:
    text = "nous sommes Hélène Marcou, adjointe, et Luc Roux, président de l'association Terre Vive"
    people = facts.read(Scene(text, writer="Hélène Marcou"), 12).people
    assert [one.organisation for one in people] == [None, "association Terre Vive"]
