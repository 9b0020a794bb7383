"""All the facts of a free message, and what is no fact."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding import facts
from bot.understanding.person import Person
from bot.understanding.telling.scene import Known, Scene

ME = "moi"


def _people(text: str) -> list[tuple[str, str | None, str | None]]:
    return [_told(person) for person in facts.read(Scene(text), 3).people]


def _told(person: Person) -> tuple[str, str | None, str | None]:
    name = " ".join(person.name) if person.name else ME
    return name, person.function, person.organisation


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "on sera 2 : moi et Julie Faure, maire de Roisey. Je suis DGS de la commune",
            [
                (ME, "DGS", "mairie de Roisey"),
                ("Julie Faure", "maire", "mairie de Roisey"),
            ],
        ),
        (
            "Sophie Durand, vice-présidente, CC du Pilat Rhodanien",
            [("Sophie Durand", "vice-présidente", "CC du Pilat Rhodanien")],
        ),
        ("Julie Faure (maire de Roisey)", [("Julie Faure", "maire", "mairie de Roisey")]),
        (
            "merci d'inscrire M. Robert Fanget, maire de Lupé et Mme Claire Jullien, DGS.",
            [("Robert Fanget", "maire", "mairie de Lupé"), ("Claire Jullien", "DGS", None)],
        ),
        (
            "Hi, I'm Peter Hughes, councillor, coming with Anna Kelly, officer at Cork County",
            [("Peter Hughes", "councillor", None), ("Anna Kelly", "officer", "Cork County")],
        ),
        (
            "je suis marie vial agente au parc du pilat on sera 2 avec jean roche",
            [("Marie Vial", "agente", "parc du pilat"), ("Jean Roche", None, None)],
        ),
        (
            "Jean Vial (élu), Anne Bruyas, agente, Léa Moulin",
            [
                ("Jean Vial", "élu", None),
                ("Anne Bruyas", "agente", None),
                ("Léa Moulin", None, None),
            ],
        ),
        (
            "Je serai accompagné de Serge Rault, technicien au syndicat des rivières",
            [(ME, None, None), ("Serge Rault", "technicien", "syndicat des rivières")],
        ),
        (
            "Je m'appelle Maïwenn Kerdoncuff, animatrice au GAL Forez",
            [("Maïwenn Kerdoncuff", "animatrice", "GAL Forez")],
        ),
    ],
)
def test_people(text: str, people: list[tuple[str, str | None, str | None]]) -> None:
    assert _people(text) == people


@pytest.mark.parametrize(
    "text",
    [
        "la salle Jean Monnet est accessible",
        "Dominique Vial m'a dit que c'était complet",
        "Mon président, Georges Bonnard, ne pourra pas venir",
        "Retour Maison",
        "nous passons par la rue Jules Ferry",
        "merci à vous",
        "",
    ],
)
def test_nobody_comes(text: str) -> None:
    assert not any(one.says_something for one in facts.read(Scene(text), 3).people)


def test_those_who_come_may_be_known_by_half_their_name() -> None:
    told = facts.read(Scene("Je suis l'assistante de Mme Fayolle. Elle viendra avec M. Rault"), 3)
    assert [one.called for one in told.people] == ["Mme Fayolle", "M. Rault"]
    assert not any(one.is_writing for one in told.people)


def test_who_writes_is_told_apart() -> None:
    two = facts.read(Scene("on sera deux : moi, Léa Vial et Jean Roche"), 3)
    assert [person.is_writing for person in two.people] == [True, False]
    assert facts.read(Scene("moi, Léa Vial et Jean Roche"), 3).size is None
    read = facts.read(Scene("Moi c'est Luc Roux, je viens avec Anne Vial"), 3)
    assert [person.is_writing for person in read.people] == [True, False]


def test_nobodys_organisation_is_the_territory_where_that_is_asked() -> None:
    told = facts.read(
        Scene(
            "Il s’agit de la communauté de communes du Haut-Lignon ; les deux élus concernés sont "
            "Yvan Laroche et Anne-Lise Besset.",
            "territory",
        ),
        3,
    )
    assert told.territory == "communauté de communes du Haut-Lignon"


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("bon ok on vient à 3", 3),
        ("on sera trois, enfin non deux", 2),
        ("je viens seule", 1),
        ("je viens avec mon adjoint", 2),
        ("there will be two of us", 2),
        ("un tarif si on vient à trois ?", None),
        ("on sera deux ou trois", None),
        ("la journée du 5 mars", None),
    ],
)
def test_how_many(text: str, size: int | None) -> None:
    assert facts.read(Scene(text), 3).size == size


@pytest.mark.parametrize(
    ("text", "territory"),
    [
        ("on vient à 2 du Forez", "Forez"),
        ("nous serons 2 personnes du Pays de Saint-Félicien", "Pays de Saint-Félicien"),
        ("we're from Leitrim", "Leitrim"),
        ("on vient du bureau", None),
        ("je suis de retour", None),
    ],
)
def test_where_from(text: str, territory: str | None) -> None:
    assert facts.read(Scene(text), 3).territory == territory


def test_how_to_reach_them_is_no_part_of_the_rest() -> None:
    read = facts.read(Scene("mairie de Maclas, tel 06 39 98 12 34 et mon mail : a.vial@free.fr"), 3)
    assert (read.phone, read.email) == ("+33639981234", "a.vial@free.fr")
    assert read.rest == "mairie de Maclas"
    assert facts.read(Scene("a@free.fr ou b@free.fr"), 3).email is None


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    facts.read(Scene(text), 3)


@pytest.mark.parametrize("piece", ["a", "Jean ", "on est ", "a@", "06 ", ", et ", "é-", "je suis "])
def test_a_long_text_is_read_soon(piece: str) -> None:
    began = time.process_time()
    facts.read(Scene(piece * (4096 // len(piece))), 3)
    assert time.process_time() - began < 1


def test_a_shorter_function_in_a_signature_leaves_the_longer_one() -> None:
    known = (
        Known("Colette", "Vernet", "adjointe au maire, déléguée à l'eau", is_writing=True),
        Known("Luc", "Roy"),
    )
    text = "Luc ne vient plus.\nBien cordialement,\nColette Vernet\nAdjointe au maire de Die"
    told = facts.read(Scene(text, "registered", known=known), 3)
    assert all(one.function is None for one in told.people)
