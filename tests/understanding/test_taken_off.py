"""« enlevez le numéro de Léa »: she comes all the same; « pas dans l’association »: not there."""

import pytest

from bot.understanding import taken_off, unmeant


@pytest.mark.parametrize(
    ("text", "what", "whom"),
    [
        ("alors enlevez le numéro de Nadège", "phone", "Nadège"),
        ("supprimez le portable de Luc Roux", "phone", "Luc Roux"),
        ("il faut juste pas de numéro pour Nadège", "phone", "Nadège"),
        ("retirez l'adresse de Nadège", "email", "Nadège"),
        ("pas de mail pour Léo svp", "email", "Léo svp"),
        ("effacez le mail d'Anne", "email", "Anne"),
    ],
)
def test_how_one_is_reached_is_taken_off(text: str, what: str, whom: str) -> None:
    said = taken_off.read(text)
    assert said is not None
    assert (said.what, said.whom) == (what, whom)


@pytest.mark.parametrize(
    "text",
    [
        "enlevez Nadège",
        "pas de téléphone",
        "le numéro de Nadège est le 06 39 98 22 15",
        "enlevez le 06 39 98 22 15 de Nadège",
        "supprimez mon numéro",
    ],
)
def test_nothing_is(text: str) -> None:
    assert taken_off.read(text) is None


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("je suis à la mairie, pas dans l'association", "je suis à la mairie"),
        ("adjointe à la mairie de Roisey, et pas au club.", "adjointe à la mairie de Roisey."),
        ("Léo n'est pas dans l'association, il est à la mairie", "Léo est à la mairie"),
        ("je ne suis pas au comité, je suis DGS", "je suis DGS"),
        ("je ne suis pas à la mairie", "je ne suis pas à la mairie"),
    ],
)
def test_where_somebody_is_not(text: str, left: str) -> None:
    assert unmeant.without(text) == left
