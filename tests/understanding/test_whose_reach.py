"""Whose each address and each number of a message is."""

import pytest

from bot.understanding import facts, half_numbers, whose_reach
from bot.understanding.telling.scene import Known, Scene

GILLES = Known("Gilles", "Pontet", "directeur", "CC du Vernois", is_writing=True)
SERGE = Known("Serge", "Larue-Bonnet", "président", "CC du Vernois")


def _read(text: str) -> tuple[tuple[str | None, str | None], tuple[str | None, str | None]]:
    """How Gilles, who writes, and Serge are reached, as a message tells it."""
    known = (GILLES, SERGE)
    told = facts.read(Scene(text, "phone", 0, known, "Gilles Pontet"), 4)
    before = whose_reach.Before(known, has_email=True, has_phone=False)
    told = whose_reach.settled(told, text, before)
    other = next((one for one in told.people if one.place == 2), None)
    theirs = (other.email, other.phone) if other else (None, None)
    return (told.email, told.phone), theirs


@pytest.mark.parametrize(
    "text",
    [
        "06 39 98 41 12. Celui du président : 06 39 98 41 13.",
        "06 39 98 41 12, et pour le président 06 39 98 41 13",
        "06 39 98 41 12 et 06 39 98 41 13 pour le président",
        "06 39 98 41 12 (moi), 06 39 98 41 13 (le président)",
        "06 39 98 41 12\nprésident 06 39 98 41 13",
        "06 39 98 41 12 pour moi et 06 39 98 41 13 pour lui",
        "le 06 39 98 41 13 c'est le numéro de Serge, le mien c'est 06 39 98 41 12",
        "Pour le président : 06 39 98 41 13. Pour moi : 06 39 98 41 12",
    ],
)
def test_numbers_of_two(text: str) -> None:
    assert _read(text) == ((None, "+33639984112"), (None, "+33639984113"))


@pytest.mark.parametrize(
    "text",
    [
        "le numéro du président est le 06 39 98 41 13",
        "il vaut mieux appeler Serge au 06 39 98 41 13",
        "Serge est joignable au 06 39 98 41 13",
        "Serge ne répond jamais aux mails, mieux vaut l'appeler au 06 39 98 41 13",
        "06 39 98 41 13 (Serge), fixe 04 77 51 22 10",
    ],
)
def test_the_number_of_the_other(text: str) -> None:
    assert _read(text) == ((None, None), (None, "+33639984113"))


@pytest.mark.parametrize(
    "text",
    [
        "je viens avec Serge, appelez-moi au 06 39 98 41 12",
        "pour Serge je ne sais pas, mon numéro c'est 06 39 98 41 12",
    ],
)
def test_the_number_of_who_writes(text: str) -> None:
    assert _read(text) == ((None, "+33639984112"), (None, None))


@pytest.mark.parametrize(
    "text",
    [
        "Mon adresse est dgs@exemple.fr, celle du président presidence@exemple.fr",
        "presidence@exemple.fr (Serge), dgs@exemple.fr (moi)",
        "presidence@exemple.fr pour le président et dgs@exemple.fr pour moi",
    ],
)
def test_addresses_of_two(text: str) -> None:
    assert _read(text) == (("dgs@exemple.fr", None), ("presidence@exemple.fr", None))


def test_an_address_that_bears_a_name_is_nobody_elses() -> None:
    told = _read("leurs mails : g.pontet@exemple.fr et s.larue@exemple.fr")
    assert told == (("g.pontet@exemple.fr", None), ("s.larue@exemple.fr", None))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("le 41 12 c'est le numéro de Serge", "le 06 39 98 41 12 c'est le numéro de Serge"),
        ("ce numéro est celui de Serge", "le 06 39 98 41 12 est celui de Serge"),
        ("le numéro : 06 39 98 41 13", "le numéro : 06 39 98 41 13"),
        ("le numéro 17 03", "le numéro 17 03"),
    ],
)
def test_a_known_number_is_written_out(text: str, said: str) -> None:
    written = half_numbers.written_out(text, ["+33639984112", "+33639984113"])
    assert written.replace("\xa0", " ").replace("\u202f", " ") == said


def test_where_an_office_is_held() -> None:
    text = "avec Karim Bensaïd, trésorier de Roisey en Fête"
    told = facts.read(Scene(text, "menu", 0, (), "Gilles Pontet"), 4)
    assert [one.organisation for one in told.people if one.name] == ["Roisey en Fête"]
