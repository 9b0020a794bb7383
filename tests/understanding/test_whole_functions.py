"""Functions of two parts, functions said again, and functions written short."""

import pytest

from bot.domain.party import Category
from bot.understanding import categories, organisations, roles, told
from bot.understanding.results import Understood
from bot.understanding.roles import Role

WHOLE = [
    ("adjoint à la voirie et aux bâtiments", None),
    ("présidente et bénévole", None),
    ("secrétaire et trésorière", None),
    ("maire et conseiller départemental", None),
    ("technicien rivières et zones humides", "SMAGL"),
    ("adjoint à la voirie et aux bâtiments", "mairie de St Julien"),
    ("bénévole et présidente", "comité des fêtes de Véranne"),
]


@pytest.mark.parametrize(("function", "organisation"), WHOLE)
def test_both_parts_are_kept(function: str, organisation: str | None) -> None:
    text = f"{function}, {organisation}" if organisation else function
    assert told.role(text) == Understood(Role(function, organisation))


@pytest.mark.parametrize(
    "text",
    [
        "je suis euh chargée de mission urbanisme enfin non chargée de mission habitat",
        "directrice, pardon, chargée de mission habitat",
        "animatrice ou plutôt chargée de mission habitat",
    ],
)
def test_the_function_said_last_counts(text: str) -> None:
    assert told.role(text) == Understood(Role("chargée de mission habitat", None))


WRITTEN = {
    "pdte": "présidente",
    "1er adj": "premier adjoint",
    "1ere adjte à l'urba": "première adjointe à l'urbanisme",
    "2e adjte": "deuxième adjointe",
    "adj": "adjoint·e",
    "directrice adj": "directrice adjointe",
    "conseillere municipale quoi": "conseillère municipale",
    "Conseiller Municipal": "conseiller municipal",
    "vp en charge de l'eau": "vice-président·e en charge de l'eau",
    "Dgs": "DGS",
    "charge de mission": "chargé de mission",
    "directrice voilà": "directrice",
    "animatrice actuellement": "animatrice",
}


@pytest.mark.parametrize(("said", "written"), WRITTEN.items())
def test_functions_are_written_out(said: str, written: str) -> None:
    assert roles.quiet(said) == written


@pytest.mark.parametrize(
    ("function", "category"),
    [
        ("conseillère municipale déléguée à la vie associative", Category.ELECTED),
        ("adjointe à la culture et aux associations", Category.ELECTED),
        ("chargée de mission vie associative", Category.STAFF),
        ("1er adj", Category.ELECTED),
        ("élu et président d'association", None),
        ("maire et agriculteur", None),
    ],
)
def test_what_a_function_is_about_is_no_category(function: str, category: Category | None) -> None:
    assert categories.infer(function, None) == category


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("technicienne, pas élue", Category.STAFF),
        ("je ne suis pas élue, je suis technicienne", Category.STAFF),
        ("agent ?", Category.STAFF),
        ("celui du milieu", Category.STAFF),
        ("le bouton 3", Category.CIVIL),
    ],
)
def test_a_category_is_told(text: str, category: Category) -> None:
    assert categories.told(text) == Understood(category)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("le nom est « Les Quatre Vents », à Bourg-Argental.", "Les Quatre Vents à Bourg-Argental"),
        ('centre social "Le Trois-Mâts"', "centre social Le Trois-Mâts"),
        ("l'association « Lire en Pilat », de Roisey", "association Lire en Pilat de Roisey"),
    ],
)
def test_an_organisation_is_called(text: str, name: str) -> None:
    assert organisations.called(text) == name


def test_no_quotes_are_kept() -> None:
    assert organisations.tidied("MJC « Les deux rives »") == "MJC Les deux rives"
