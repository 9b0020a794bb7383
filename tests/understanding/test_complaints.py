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
    [
        "Vous répondez pas.",
        "vous ne comprenez rien",
        "t'es nul",
        "C'est vraiment trop compliqué",
        "??? n’importe quoi. Hélène est encore là",
        "c’est du grand n’importe quoi",
        "vous vous foutez de moi ?",
        "Tu te moques de nous",
        "on se fout de ma gueule",
        "c’est une blague ?",
        "j’en ai marre de votre machin",
        "are you kidding?",
    ],
)
def test_they_blame(text: str) -> None:
    assert complaints.is_blaming(text)


@pytest.mark.parametrize(
    "text",
    [
        "vous répondez quand ?",
        "c’est compliqué pour moi de venir",
        "merci, c’est clair",
        "on peut arriver à n’importe quelle heure ?",
        "je mange n’importe quoi",
    ],
)
def test_they_do_not_blame(text: str) -> None:
    assert not complaints.is_blaming(text)


@pytest.mark.parametrize(
    ("text", "is_all"),
    [
        ("vous vous foutez de moi ?", True),
        ("n’importe quoi", True),
        ("c’est une blague ? on mange où ?", False),
        ("n’importe quoi. Luc ne vient plus", False),
    ],
)
def test_whether_that_is_all(text: str, is_all: bool) -> None:
    """A question that wants no answer asks nothing."""
    assert complaints.is_all(text, NAMES) is is_all
