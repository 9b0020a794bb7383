"""Organisations: put right, told by « c’est le nom de », said for several people."""

import pytest

from bot.understanding import addresses, categories, roles, together
from bot.understanding.normal import plain
from bot.understanding.organisations import SAME, called, hall_of, is_of_all, ours, tidied
from bot.understanding.results import Unclear, Understood
from bot.understanding.roles import Role
from bot.understanding.together import Known


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("mairie arlempdes", "mairie d’Arlempdes"),
        ("mairie marlhes", "mairie de Marlhes"),
        ("mairie de tence", "mairie de Tence"),
        ("MAIRIE DE SAINT JUST", "mairie de Saint Just"),
        ("association le bon grain", "association Le bon grain"),
        ("l'asso du vélo", "asso du vélo"),
        ("pnr", "PNR"),
        ("cc du royans", "CC du Royans"),
        ("des Amis du vieux bourg", "des Amis du vieux bourg".removeprefix("des ")),
        ("Syndicat mixte du Parc", "Syndicat mixte du Parc"),
        ("chambre d'agriculture de la drôme", "chambre d'agriculture de la Drôme"),
        ("atelier 43", "atelier 43"),
    ],
)
def test_names_are_put_right(said: str, written: str) -> None:
    assert tidied(said) == written


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ben le bon grain c'est le nom de l'asso", "le bon grain"),
        ("L'association s'appelle « Un toit ici »", "Un toit ici"),
        ("elle s'appelle Terre vivante", "Terre vivante"),
        ("« Un toit ici »", "Un toit ici"),
        ("je vous l'ai dit, c'est le nom", None),
        ("« Jean », c'est moi, inscrivez plutôt Luc Vial, directeur du Pays", None),
        ("la mairie", None),
    ],
)
def test_a_name_is_told(text: str, name: str | None) -> None:
    assert called(text) == name


@pytest.mark.parametrize("text", ["chez nous", "comme moi", "la même que moi", "même asso", "idem"])
def test_the_same_is_that_of_another(text: str) -> None:
    assert SAME.fullmatch(plain(text))


@pytest.mark.parametrize("text", ["chez nous à Tence", "même pas", "la mairie", "Idem Conseil"])
def test_what_is_not_the_same(text: str) -> None:
    assert not SAME.fullmatch(plain(text))


def test_the_town_hall_is_that_of_the_commune() -> None:
    assert hall_of("la mairie, évidemment", "Tence") == "mairie de Tence"
    assert hall_of("la mairie", "Communauté de communes du Royans") is None
    assert hall_of("la mairie de Marlhes", "Tence") is None


def test_of_all_of_them() -> None:
    assert is_of_all("le syndicat, pour Léa et moi")
    assert is_of_all("on est tous les deux au Parc")
    assert not is_of_all("le syndicat mixte")


def test_an_organisation_is_not_said_twice() -> None:
    doubled = Role("présidente du conseil citoyen", "conseil citoyen de Tain")
    assert roles.parted(doubled) == ("présidente", "conseil citoyen de Tain")
    alone = Role("président du conseil local de développement", None)
    assert roles.parted(alone) == ("président", "conseil local de développement")
    assert roles.parted(Role("directeur du centre", None)) == ("directeur du centre", None)


@pytest.mark.parametrize(
    ("said", "quiet"),
    [
        ("Adjointe au maire", "adjointe au maire"),
        ("Vice-présidente", "vice-présidente"),
        ("DGS", "DGS"),
        ("VP eau", "vice-président·e eau"),
        ("Street artist", "Street artist"),
    ],
)
def test_functions_are_written_small(said: str, quiet: str) -> None:
    assert roles.quiet(said) == quiet


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("Société civile, puisque c'est une asso. Salariée, donc agente si on veut", "civil"),
        ("agente, pas vraiment : c'est une asso donc plutôt société civile", "civil"),
        ("mettez le troisième", "civil"),
        ("VP = élu, voyons", "elected"),
        ("the last one, civil society", "civil"),
        ("bah boulanger... l'asso quoi", "civil"),
    ],
)
def test_a_category_is_told_in_a_sentence(text: str, reading: str) -> None:
    told = categories.told(text)
    assert isinstance(told, Understood)
    assert told.value == reading


@pytest.mark.parametrize("text", ["je ne sais pas", "élu ou agent ?", "tout est exact", "pas élu"])
def test_no_category_is_told(text: str) -> None:
    assert isinstance(categories.told(text), Unclear)


@pytest.mark.parametrize(
    ("function", "organisation", "category"),
    [
        ("stagiaire", "association Le bon grain", "civil"),
        ("président", "Éleveurs du Mézenc", "civil"),
        ("VP en charge de l'eau", "CC du Royans", "elected"),
        ("animatrice", "conseil de développement du Royans", "civil"),
        ("stagiaire", "PNR", "staff"),
        ("directrice adjointe", "mairie de Tence", "staff"),
        ("directrice", "centre social La Ruche", None),
        ("adjoint", "mairie de Tence", "elected"),
    ],
)
def test_a_category_follows_from_both(
    function: str, organisation: str, category: str | None
) -> None:
    assert categories.infer(function, organisation) == category


def test_addresses_are_given_to_whose_they_are() -> None:
    people = ["Anne Vasseur", "Jean-Luc Le Goff"]
    found = addresses.theirs("a.vasseur@cc.fr et jl.legoff@cc.fr", people)
    assert found == {0: "a.vasseur@cc.fr", 1: "jl.legoff@cc.fr"}
    assert addresses.theirs("accueil@cc.fr", people) == {}


def test_pairs_are_told() -> None:
    people = [Known("Odile Carret", is_writing=True), *map(Known, ["Yvan Roche", "Inès Ferrier"])]
    people.append(Known("Karim Djebli"))
    said = "Moi je veux être avec M. Djebli, et Mme Ferrier avec M. Roche"
    assert together.read(said, people) == [[0, 3], [1, 2]]
    assert together.read("on viendra avec plaisir", people) == []


def test_coming_together_is_not_working_together() -> None:
    assert not is_of_all("on voudrait venir toutes les deux")
    assert is_of_all("nous venons toutes les deux du Parc")


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Lupé. on est de la MJC", "MJC"),
        ("nous serons deux de la mairie de Lupé et on vient", "mairie de Lupé"),
        ("we are from the AMAP", "AMAP"),
        ("on est à la retraite", None),
        ("on est d’accord", None),
        ("on est à Lupé", None),
        ("on est deux à venir", None),
    ],
)
def test_where_all_of_them_work(text: str, body: str | None) -> None:
    assert ours(text) == body
