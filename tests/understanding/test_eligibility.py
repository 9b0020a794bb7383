"""What is asked of who may come."""

import pytest

from bot.domain.party import Category
from bot.understanding import eligibility
from bot.understanding.eligibility import Word


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("un PNR est-il concerné ?", Category.STAFF),
        (
            "je travaille dans un Parc naturel régional, ça rentre dans le public visé ?",
            Category.STAFF,
        ),
        ("je serais agent c'est ça ?", Category.STAFF),
        ("une technicienne rivière peut venir ?", Category.STAFF),
        ("les bénévoles sont acceptés ?", Category.CIVIL),
        ("une association de parents a sa place ?", Category.CIVIL),
        ("est-ce ouvert aux adjoints au maire ?", Category.ELECTED),
        ("les élus peuvent venir ?", Category.ELECTED),
        ("can volunteers come?", Category.CIVIL),
        ("c'est pour les gens comme moi ou que pour les élus ?", None),
        ("c'est réservé aux maires ?", None),
        ("je suis coiffeur, je peux venir ?", None),
        ("je suis éleveuse à mon compte, je peux venir ?", None),
    ],
)
def test_in_what_capacity(text: str, category: Category | None) -> None:
    assert eligibility.read(text).category is category


@pytest.mark.parametrize(
    "text",
    [
        "je peux venir seul ?",
        "si je viens toute seule je risque d'être refusée ?",
        "sans binôme, ça passe ?",
        "Est-ce gênant que je sois seule ?",
        "may I come on my own?",
    ],
)
def test_whether_alone(text: str) -> None:
    assert eligibility.read(text).is_alone


@pytest.mark.parametrize(
    "text",
    [
        "une structure régionale sans territoire, oui ou non ?",
        "nous ne sommes rattachés à aucun pays",
        "on vient de Suisse, ça pose problème ?",
        "hors région, c’est possible ?",
    ],
)
def test_from_afar(text: str) -> None:
    assert eligibility.read(text).is_from_afar


@pytest.mark.parametrize(
    "text", ["un parc naturel régional peut venir ?", "une conseillère régionale peut venir ?"]
)
def test_not_from_afar(text: str) -> None:
    assert not eligibility.read(text).is_from_afar


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("un binôme c'est quoi ?", Word.PARTY),
        ("quelle différence entre un binôme et un trinôme ?", Word.PARTY),
        ("le mot trinôme je l'ai toujours pas compris", Word.PARTY),
        ("quand vous dites territoire, vous voulez dire quoi, la commune ?", Word.TERRITORY),
        ("je sais pas ce que c'est un territoire", Word.TERRITORY),
        ("c’est quoi la catégorie ?", Word.CATEGORY),
        ("ça veut dire quoi société civile organisée", Word.CATEGORY),
        ("c'est quoi une structure ?", Word.ORGANISATION),
        ("what do you mean by territory?", Word.TERRITORY),
        ("le territoire c'est le Vercors", None),
        ("un binôme", None),
        ("c'est quoi le programme ?", None),
        ("notre structure c’est la MJC", None),
    ],
)
def test_words_of_ours(text: str, word: Word | None) -> None:
    assert eligibility.meaning(text) is word


@pytest.mark.parametrize(
    "text",
    [
        "mon voisin me conduit, il peut entrer ?",
        "mon auxiliaire de vie peut rester ?",
        "je peux venir avec ma fille ?",
    ],
)
def test_somebody_who_accompanies(text: str) -> None:
    assert eligibility.asks_of_a_companion(text)


@pytest.mark.parametrize(
    "text", ["mon adjointe m'accompagne", "Paul me conduit, on arrive à 9 h", "il peut venir ?"]
)
def test_nobody_who_accompanies(text: str) -> None:
    assert not eligibility.asks_of_a_companion(text)


@pytest.mark.parametrize(
    "text",
    [
        "si je viens toute seule ça pose problème ?",
        "faut-il absolument être deux ?",
        "may volunteers come?",
        "c’est laquelle la case des bénévoles ?",
        "moi je suis quoi là-dedans",
    ],
)
def test_it_is_asked_of_oneself(text: str) -> None:
    assert eligibility.asks_of_oneself(text)


@pytest.mark.parametrize(
    "text",
    [
        "je viens seule. Est-ce que je peux changer ensuite ?",
        "Anne Roux, alone. Can I change that later?",
        "il faut être deux",
        "can Paul come too?",
        "je viens tout seul",
    ],
)
def test_it_is_not_asked_of_oneself(text: str) -> None:
    assert not eligibility.asks_of_oneself(text)
