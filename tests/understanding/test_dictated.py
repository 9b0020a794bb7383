"""Numbers and addresses that are said rather than written, put right while they are said."""

import pytest

from bot.understanding import emails, names, phones
from bot.understanding.names import Name
from bot.understanding.results import Doubtful, Unclear, Understood

PHONES = [
    (
        "mon numéro a changé c'est zéro sept quatre-vingt-un quarante-quatre zéro neuf 66",
        "+33781440966",
    ),
    (
        "zéro six quarante-deux dix-huit soixante-treize euh non soixante-quinze et après 21",
        "+33642187521",
    ),
    ("06 42 18 73 non 75 non 76 21", "+33642187621"),
    ("06 42 non 43 18 non 19 75 21", "+33643197521"),
    (
        "zéro six pardon zéro sept douze trente-quatre cinquante-six soixante-dix-huit",
        "+33712345678",
    ),
    ("06 12 34 56 78 euh non 79", "+33612345679"),
    ("c'est le 06 puis 12, ensuite 34 et enfin 56 78", "+33612345678"),
    ("plus trente-trois six douze trente-quatre cinquante-six soixante-dix-huit", "+33612345678"),
    ("zéro six double zéro dix-huit soixante-quinze vingt et un", "+33600187521"),
    ("0642187521 et pas 0642187321", "+33642187521"),
    ("pas le 06 42 18 73 21 mais le 06 42 18 75 21", "+33642187521"),
    (
        "on sera deux, le 5 mars, et moi c'est zéro six, quarante-deux, dix-huit, 75, 21",
        "+33642187521",
    ),
]


@pytest.mark.parametrize(("text", "number"), PHONES)
def test_a_number_is_read_as_it_is_meant(text: str, number: str) -> None:
    assert phones.read(text) == Understood(number)
    assert phones.find(text) == number


@pytest.mark.parametrize(
    "text",
    ["le 5 mars 2015 de 9 h 30 à 17 h, on sera trois", "non, deux et puis trois", "le 15, le 17"],
)
def test_other_figures_are_no_number(text: str) -> None:
    assert phones.find(text) is None


def test_its_end_is_said_anew() -> None:
    whole = "06 31 44 90 17, les deux derniers chiffres c'est 71"
    assert phones.read(whole) == Doubtful("+33631449071", "corrected")


EMAILS = [
    (
        "mon mail c'est j point teissier non pardon c'est j point teyssier t e y s s i e r "
        "arobase cc tiret montsdupilat point fr",
        "j.teyssier@cc-montsdupilat.fr",
    ),
    ("non il manque le j, c'est j point morel arobaz free point fr", "j.morel@free.fr"),
    ("dupont d u p o n t arobase free point fr", "dupont@free.fr"),
    ("lerois l e r o y arobase free point fr", "leroy@free.fr"),
    ("teyssier avec un y arobase orange point fr", "teyssier@orange.fr"),
    ("b point morel, un seul l, arobase orange point fr", "b.morel@orange.fr"),
    ("m comme marie point vial at gmail point com", "m.vial@gmail.com"),
    ("marie point durand euh non durant avec un t arobase sfr point fr", "marie.durant@sfr.fr"),
    ("jean point vial arobase orange point fr non pardon point com", "jean.vial@orange.com"),
    ("jean point vial arobase orange enfin non arobase gmail point com", "jean.vial@gmail.com"),
    ("jean . vial @ gmail . com", "jean.vial@gmail.com"),
    ("paul arobase mairie-x point f r", "paul@mairie-x.fr"),
    ("mon adresse c'est contact arobase sivu tiret lay point fr voilà", "contact@sivu-lay.fr"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "address"), EMAILS)
def test_an_address_is_read_as_it_was_said_last(text: str, address: str) -> None:
    assert emails.read(text) == Understood(address)


NAMES = [
    ("Maëlle avec un tréma Le Goff", ("Maëlle", "Le Goff")),
    ("Julie FAURE en majuscules", ("Julie", "Faure")),
    ("Amélie avec un seul m Perret", ("Amélie", "Perret")),
    ("Nadège Frappa f r a deux p a", ("Nadège", "Frappa")),
    ("Fabien euh Garonaire", ("Fabien", "Garonaire")),
    ("Faure c'est le nom, Julie le prénom", ("Julie", "Faure")),
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_a_name_is_read_without_its_spelling(text: str, name: tuple[str, str]) -> None:
    assert names.read(text) == Understood(Name(*name))


@pytest.mark.parametrize("text", ["garder mireille", "Omar y", "José y va", "Léa avec"])
def test_verbs_and_small_words_are_no_names(text: str) -> None:
    assert isinstance(names.read(text), Unclear)
