"""« le sien, je ne l’ai pas »: a number that is not known leaves that of who writes theirs."""

import pytest

from bot.understanding import facts, whose_reach
from bot.understanding.telling.scene import Known, Scene

KNOWN = (
    Known("Sylvie", "Arnal", "adjointe", "mairie de Roisey", is_writing=True),
    Known("Nadège", "Fayet", "agente", "mairie de Roisey"),
)


@pytest.mark.parametrize(
    "text",
    [
        "06 39 98 22 15 pour moi, le sien je l'ai pas sous la main",
        "le 06 39 98 22 15 c'est le mien, celui de Nadège je ne l'ai pas",
        "Moi c'est 06 39 98 22 15. Je n'ai pas celui de Nadège.",
        "mon portable 0639982215, je connais pas le numéro de Nadège par coeur",
        "j'ai pas le sien mais le mien c'est 06 39 98 22 15",
        "06 39 98 22 15 (le mien). Nadège, je n'ai pas son numéro",
        "pour moi 06 39 98 22 15 et pour Nadège on verra plus tard",
        "06 39 98 22 15 pour moi. Le numéro de Nadège je ne l'ai plus.",
        "le mien : 06 39 98 22 15, son portable je ne le connais pas",
        "0639982215 c'est moi, le sien je sais pas",
    ],
)
def test_it_is_of_who_writes(text: str) -> None:
    told = whose_reach.without_denied(text)
    found = facts.read(Scene(told, "phone", known=KNOWN, writer="Sylvie Arnal"), 3)
    before = whose_reach.Before(KNOWN, has_email=True, has_phone=False, writer="Sylvie Arnal")
    found = whose_reach.settled(found, told, before)
    assert found.phone == "+33639982215"
    assert not any(one.phone for one in found.people)


@pytest.mark.parametrize(
    "text", ["le sien c'est 06 39 98 22 15", "06 39 98 22 15 pour Nadège, le mien je l'ai donné"]
)
def test_it_is_of_the_other(text: str) -> None:
    told = whose_reach.without_denied(text)
    found = facts.read(Scene(told, "phone", known=KNOWN, writer="Sylvie Arnal"), 3)
    before = whose_reach.Before(KNOWN, has_email=True, has_phone=False, writer="Sylvie Arnal")
    found = whose_reach.settled(found, told, before)
    assert found.phone is None
    assert [one.phone for one in found.people if one.phone] == ["+33639982215"]
