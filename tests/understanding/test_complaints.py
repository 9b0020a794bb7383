"""Who blames the bot, and who gives up on it."""

import pytest

from bot.understanding import complaints
from bot.understanding.event_names import EventNames

NAMES = EventNames("Claire Vasseur", ["Hélène Mourier"], "Montbrun", "Maison des territoires", "26")


@pytest.mark.parametrize(
    "text",
    [
        "vous êtes trop compliqué, je verrai avec madame Vasseur",
        "tant pis je demanderai à Claire",
        "Bon ben j'appellerai la dame",
        "laissez tomber, je vais téléphoner",
        "I'd rather talk to a human",
    ],
)
def test_they_give_up(text: str) -> None:
    assert complaints.gives_up(text, NAMES)


@pytest.mark.parametrize(
    "text", ["je verrai bien", "Claire viendra avec moi", "je demanderai un devis", "mme Vasseur"]
)
def test_they_do_not_give_up(text: str) -> None:
    assert not complaints.gives_up(text, NAMES)


@pytest.mark.parametrize(
    "text",
    ["Vous répondez pas.", "vous ne comprenez rien", "t'es nul", "C'est vraiment trop compliqué"],
)
def test_they_blame(text: str) -> None:
    assert complaints.is_blaming(text)


@pytest.mark.parametrize(
    "text", ["vous répondez quand ?", "c’est compliqué pour moi de venir", "merci, c’est clair"]
)
def test_they_do_not_blame(text: str) -> None:
    assert not complaints.is_blaming(text)
