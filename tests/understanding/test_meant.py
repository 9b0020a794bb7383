"""What a « non » meant, whose a lateness is, what is said of somebody proposed, how one leaves."""

from datetime import time

import pytest

from bot.understanding import closing, lateness, meant, proposals, whose_lateness
from bot.understanding.known_people import Known
from bot.understanding.replies import Reply

PEOPLE = [Known("Enzo", "Marchal", is_writing=True), Known("Sylvie", "Reboul")]


@pytest.mark.parametrize(
    "text",
    [
        "Non, je parlais de l'adresse du lieu",
        "non, l'adresse de la salle",
        "Non pas la mienne, celle de la salle !",
        "non je voulais dire l'heure",
        "Mais si, on vient ! Je demande simplement où se trouve la salle.",
    ],
)
def test_a_no_that_goes_on_asks_once_more(text: str) -> None:
    assert meant.read(text) is not None


@pytest.mark.parametrize(
    "text",
    ["non merci", "non, Paul ne vient plus", "non je ne peux plus", "oui", "je parle de mon maire"],
)
def test_a_no_is_a_no(text: str) -> None:
    said = meant.read(text)
    assert said is None or ("?" in said.asked and not said.stated and "maire" in said.asked)


@pytest.mark.parametrize(
    ("text", "late", "on_time"),
    [
        ("moi j'arrive vers 10h45. sylvie sera à l'heure", {0: 45}, {1}),
        ("Sylvie aura 20 min de retard, moi je suis à l'heure", {1: 20}, {0}),
        ("elle arrive à 11h, moi à l'heure", {1: 60}, {0}),
        ("nn c moi qui suis en retard, pas sylvie", {0: lateness.UNSAID}, set()),
    ],
)
def test_each_has_their_own_lateness(text: str, late: dict[int, int], on_time: set[int]) -> None:
    told = whose_lateness.read(text, time(10), PEOPLE)
    assert told is not None
    assert (told.late, told.on_time) == (late, on_time)


@pytest.mark.parametrize(
    "text", ["je vous appelle tout à l'heure", "Sylvie ne vient pas, je suis à 11h", "oui on vient"]
)
def test_nothing_is_read_where_no_lateness_is_told(text: str) -> None:
    assert whose_lateness.read(text, time(10), PEOPLE) is None


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        ("Ah super, un élu c'est parfait, oui je veux bien. C'est qui ?", Reply.YES),
        ("Je disais oui pour venir avec cette personne", Reply.YES),
        ("un élu non merci, je préfère un agent", Reply.NO),
        ("C'est qui ?", None),
    ],
)
def test_what_is_said_of_somebody_proposed(text: str, reply: Reply | None) -> None:
    said = proposals.read(text)
    assert said is not None
    assert said.reply is reply


@pytest.mark.parametrize(
    "text",
    ["ok, ma collègue viendra, c'est une élue", "oui je suis une élue", "j'ai trouvé un agent"],
)
def test_who_is_not_proposed_is_not_meant(text: str) -> None:
    assert proposals.read(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "ok jappelle merci",
        "Très bien, je vais appeler. Merci.",
        "je lui passe un coup de fil merci",
    ],
)
def test_taking_leave(text: str) -> None:
    assert closing.says_to_reach_them(text)


@pytest.mark.parametrize(
    "text", ["ok j'appelle qui", "je vais appeler pour annuler", "je rappelle que Paul vient"]
)
def test_no_leave_is_taken(text: str) -> None:
    assert not closing.says_to_reach_them(text)
