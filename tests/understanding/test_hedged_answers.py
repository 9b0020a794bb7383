"""Answers among « je crois », « enfin », « si vous préférez », and what is only supposed."""

import pytest

from bot.understanding import emails, facts, names, told
from bot.understanding.names import Name
from bot.understanding.results import Doubtful, Unclear, Understood
from bot.understanding.telling.scene import Scene


@pytest.mark.parametrize(
    ("text", "territory"),
    [
        ("alors c'est le velay, enfin le haut velay je crois", "Haut Velay"),
        ("Le Jarez Euh Saint Chamond", "Jarez"),
        ("c'est Retournac, enfin la CC des Sucs plutôt", "CC des Sucs"),
        ("Tence, enfin les Monts du Lyonnais", "Monts du Lyonnais"),
        ("mettons Roannais Agglo", "Roannais Agglo"),
    ],
)
def test_the_territory_that_is_meant(text: str, territory: str) -> None:
    reading = told.territory(text)
    assert isinstance(reading, Understood | Doubtful)
    assert reading.value == territory


@pytest.mark.parametrize(
    "text",
    ["c'est quoi un territoire ?", "celui de Paul", "je ne sais pas", "douze", "quarante douze"],
)
def test_no_territory_is_made_up(text: str) -> None:
    assert isinstance(told.territory(text), Unclear)


def test_a_territory_is_claimed() -> None:
    read = facts.read(Scene("le territoire, c'est le Trièves", "size"), 3)
    assert read.is_territory_claimed
    assert not facts.read(Scene("je viens du Trièves"), 3).is_territory_claimed


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("moi tout seul. mais si je trouve quelqu'un je l'amène", 1),
        ("deux, mais on verra", 2),
        ("je viens seule, sauf si ma collègue se libère", 1),
    ],
)
def test_what_is_supposed_counts_nobody(text: str, number: int) -> None:
    assert told.size(text, 12) == Understood(number)


@pytest.mark.parametrize(
    "text", ["deux ou trois", "2 mais peut-être 3", "mais non, ce n'est pas un nombre"]
)
def test_no_number_is_sure(text: str) -> None:
    assert isinstance(told.size(text, 12), Unclear)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("odile point ferrand trente-huit arobase orange point fr", "odile.ferrand38@orange.fr"),
        (
            "c'est odile point ferrand et après le chiffre 38 collé et arobase orange point fr",
            "odile.ferrand38@orange.fr",
        ),
        ("leo tiret brun zéro cinq chez free point fr", "leo-brun05@free.fr"),
    ],
)
def test_dictated_numbers_stand_in_addresses(text: str, address: str) -> None:
    reading = emails.read(text)
    assert isinstance(reading, Understood | Doubtful)
    assert reading.value == address


def test_the_rest_of_a_name() -> None:
    assert names.completed("mounier", first="Gérard", last=None) == Understood(
        Name("Gérard", "Mounier")
    )
    assert names.completed("c'est Aude", first=None, last="Serre") == Understood(
        Name("Aude", "Serre")
    )
    assert names.completed("association le bon grain", first="Gérard", last=None) is None
    assert names.completed("gérard mounier", first="Gérard", last=None) is None
    assert names.completed("je ne sais pas", first="Gérard", last=None) is None
