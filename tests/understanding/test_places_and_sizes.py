"""What is no territory, and numbers that count nobody."""

import pytest

from bot.understanding import territories, told
from bot.understanding.results import Unclear, Understood


@pytest.mark.parametrize(
    "text",
    ["Bernard Chavanne, maire", "Mme Chavas, trésorière", "Patrice Odouard, président du comité"],
)
def test_a_person_and_their_function_are_no_territory(text: str) -> None:
    assert told.territory(text) == Unclear("person")


@pytest.mark.parametrize(
    ("text", "territory"),
    [
        ("Les Deux-Alpes", "Les Deux-Alpes"),
        ("Entre-deux-Mers", "Entre-deux-Mers"),
        ("les Monts du Lyonnais et le Pilat", "Monts du Lyonnais et le Pilat"),
        ("Bernard Chavanne, maire de Roisey", "Roisey"),
        ("le territoire est celui de la CC du Pilat Rhodanien", "CC du Pilat Rhodanien"),
        ("la commune de Véranne", "Véranne"),
    ],
)
def test_a_territory_is_kept_whole(text: str, territory: str) -> None:
    assert told.territory(text) == Understood(territory)


def test_that_of_another_has_no_name() -> None:
    assert told.territory("le même que Paul") == Unclear("which")


def test_a_town_hall_is_in_a_commune() -> None:
    assert territories.of_hall("mairie d’Échalas") == "Échalas"
    assert territories.of_hall("Parc du Pilat") is None


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("la directrice du centre social Les Quatre Vents et moi", 2),
        ("l'association des Trois Rivières, on sera deux", 2),
        ("je serai accompagnée d'une personne", 2),
        ("accompagnée de mon adjoint", 2),
        ("il y aura mon maire et moi", 2),
        ("y'aura que moi", 1),
        ("seule, et je cherche un binôme", 1),
    ],
)
def test_how_many_they_are(text: str, size: int) -> None:
    assert told.size(text, 3) == Understood(size)
