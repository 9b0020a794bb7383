"""What words ask so plainly that the learnt model is not asked about it."""

import pytest

from bot.understanding import openings, plainly, rulings
from bot.understanding.intents import Intent
from bot.understanding.rulings import Ruling


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("on peut venir à trois ?", 3),
        ("Mais à trois ça va ?", 3),
        ("Et 5 c’est possible ?", 5),
        ("à quatre c’est bon ?", 4),
        ("et si on est quatre de la mairie on fait comment ?", 4),
        ("Is four of us okay?", 4),
    ],
)
def test_whether_so_many_may_come(text: str, number: int) -> None:
    assert openings.asks_number(text)
    assert openings.number(text) == number
    assert plainly.first(text) is Intent.SEATS


@pytest.mark.parametrize(
    "text",
    [
        "le 5 mars c’est possible ?",
        "à 9 h c’est possible ?",
        "arriver à dix ça va ?",
        "une élue et deux agents, c’est possible ?",
        "j’ai deux questions, ça va ?",
    ],
)
def test_what_counts_nobody(text: str) -> None:
    assert not openings.asks_number(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Et il faut venir à combien ?", Ruling.SIZES),
        ("faut etre combien au juste", Ruling.SIZES),
        ("combien de personnes par commune ?", Ruling.SIZES),
        ("Combien peut-on être par groupe ?", Ruling.SIZES),
        ("How many of us can come?", Ruling.SIZES),
        ("à deux c’est mieux ?", Ruling.SIZES),
        ("vaut-il mieux venir à plusieurs ?", Ruling.SIZES),
        ("avec mon mari on s’inscrit ensemble ou chacun le sien ?", Ruling.SIZES),
        ("Et l’autre groupe après ?", Ruling.NEXT),
        ("et le deuxième binôme alors ?", Ruling.NEXT),
        ("c’est combien par personne ?", None),
        ("on peut venir en voiture, c’est combien le parking ?", None),
        ("Il reste combien de places ?", None),
        ("s’inscrire combien ça coûte ?", None),
    ],
)
def test_how_many_come_together(text: str, expected: Ruling | None) -> None:
    assert rulings.read(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a 11h vs serez a la salle ou deja partis a la source ?", Intent.PLACE),
        ("on part a pied dc faut que je vs rejoigne ou ?", Intent.PLACE),
        ("vous serez où à midi ?", Intent.PLACE),
        ("et le lieu exact vous me le donnerez quand ?", Intent.PLACE),
        ("Quand connaîtra-t-on l’adresse de la salle ?", Intent.PLACE),
        ("Dois-je réserver mon repas, ou mon inscription suffit-elle ?", Intent.MEAL),
        ("le déjeuner est bien réservé à mon nom ?", Intent.MEAL),
        ("c’est bien pour la journée à Pélussin ?", Intent.DATE),
        ("vous le saurez quand ?", Intent.OTHER_QUESTION),
        ("vous partez à quelle heure pour la source ?", Intent.HOURS),
        ("à quelle heure est le repas ?", None),
        ("je peux vous joindre où ?", None),
        ("pouvez-vous me dire où et quand ?", None),
        ("c’est bien pour les élus ?", None),
    ],
)
def test_what_is_asked_plainly(text: str, expected: Intent | None) -> None:
    assert plainly.first(text) is expected
