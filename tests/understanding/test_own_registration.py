"""What is asked of one’s own registration and of others’, however it is put."""

import pytest

from bot.understanding import aspects, checks, concerns, dates, inquiries, procedure
from bot.understanding.concerns import Concern
from bot.understanding.intents import Intent
from bot.understanding.procedure import Procedure


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ma place est gardée même si vous trouvez personne ?", Procedure.SEAT_SAFE),
        ("ça change quoi d'être seule, on risque d'être refusé ?", Procedure.SEAT_SAFE),
        ("l'autre personne ce serait qui, un technicien ou une association ?", Procedure.MATE),
        ("Puis-je confirmer et vous le donner après ?", Procedure.NAME_LATER),
        ("Quel lien puis-je lui transmettre ?", Procedure.OWN_WAY),
        ("je sais pas s'il m'a déjà inscrite ou pas ?", Procedure.BY_ANOTHER),
        ("c'est une entreprise, une assoc, la prefecture ?", Procedure.ORGANISER),
    ],
)
def test_each_is_told_from_the_others(text: str, kind: Procedure) -> None:
    assert procedure.read(text) is kind
    assert inquiries.ask_all(text).intents == (Intent.PROCEDURE,)


@pytest.mark.parametrize(
    "text",
    [
        "Et s'il n'ouvre pas le lien, sa place est gardée quand même ?",
        "si le maire n'a pas le temps de cliquer sur l'invitation ça annule sa place ?",
    ],
)
def test_a_seat_is_kept_whether_an_invitation_is_opened(text: str) -> None:
    assert concerns.read(text) is Concern.MUST_DO
    assert concerns.is_seat_kept_so(text)


def test_one_alone_is_a_number() -> None:
    check = checks.read("t'as bien noté que c'est juste moi ?")
    assert check is not None
    assert check.number == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("C EST PAYANT OU PAS LE STATIONNEMENT", "paid"),
        ("On se gare où ?", "parking"),
    ],
)
def test_what_leaving_a_car_costs_is_a_side(text: str, told: str) -> None:
    assert aspects.untold(Intent.ACCESS, text, told="On se gare place de la République.") == told


@pytest.mark.parametrize(
    ("text", "here"),
    [
        ("c'est bien ici pour la journée de Crest ?", False),
        ("et pour Crest c'est pas ici alors ?", False),
        ("c'est bien ici pour la journée de Die ?", True),
        ("c'est bien ici pour Marie Dupont ?", None),
        ("c'est bien ici ?", None),
    ],
)
def test_another_town_is_not_this_one(text: str, here: bool | None) -> None:
    assert dates.is_for_the_town(text, town="Die") is here


def test_a_town_without_a_capital_may_be_another() -> None:
    assert dates.may_be_another("c la journée de crest ici ?", known="eau en montagne Die")
    assert not dates.may_be_another("c la journée de l'eau ici ?", known="eau en montagne Die")
