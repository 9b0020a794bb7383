"""What may be a name, a function or a body at all, whatever the tagger takes it for."""

import pytest

from bot.understanding import accents, facts, headcounts, phones, refusals, tagger, told, unnamed
from bot.understanding.results import Understood
from bot.understanding.telling.scene import Known, Scene

MARTINE, GEGE = "Martine", "Gégé"
ME = "moi"


def _read(text: str, *, question: str, writer: str, known: tuple[Known, ...] = ()) -> facts.Facts:
    return facts.read(Scene(text, question, known=known, writer=writer), 12)


def _told(text: str, *, question: str = "menu", writer: str = "") -> list[tuple[str, str, str]]:
    found = _read(text, question=question, writer=writer).people
    return [
        (
            " ".join(one.name or ()) or one.called or (ME if one.is_writing else ""),
            one.function or "",
            one.organisation or "",
        )
        for one in found
    ]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "Je suis la secrétaire de la mairie de Maclas. Je voudrais inscrire M. le Maire, Hervé"
            " Blanc, ainsi qu'une conseillère municipale à la journée de Pélussin. Moi-même je ne"
            " viendrai pas.",
            [
                ("Hervé Blanc", "maire", "mairie de Maclas"),
                ("", "conseillère municipale", "mairie de Maclas"),
            ],
        ),
        (
            "J'inscris notre présidente, Claire Roux, et un bénévole à la rencontre de Die.",
            [("Claire Roux", "présidente", ""), ("", "bénévole", "")],
        ),
        (
            "avec Ludo Faure, cantonnier, et la présidente de l'association Les Sources",
            [
                (ME, "", ""),
                ("Ludo Faure", "cantonnier", ""),
                ("", "présidente", "association Les Sources"),
            ],
        ),
        (
            "je viens avec Paul Martin, adjoint à Roisey, plus une élue",
            [(ME, "", ""), ("Paul Martin", "adjoint", "mairie de Roisey"), ("", "élue", "")],
        ),
    ],
)
def test_one_more_has_a_function_of_their_own(
    text: str, people: list[tuple[str, str, str]]
) -> None:
    assert _told(text, writer=MARTINE) == people


@pytest.mark.parametrize(
    "text",
    [
        "je viens avec euh monsieur Chavas Gérard Chavas le maire de Véranne voilà",
        "je viens avec Chavas, Gérard Chavas, maire de Véranne",
        "je serai avec Gérard Chavas, maire de Véranne, c'est écrit deux fois Chavas",
    ],
)
def test_a_name_is_said_once(text: str) -> None:
    assert ("Gérard Chavas", "maire", "mairie de Véranne") in _told(text, writer="Maëlle")


@pytest.mark.parametrize(
    "text",
    [
        "gerard.vallat arobase exemple.fr",
        "mon mail gerard point vallat arobase exemple point fr",
        "gerard_vallat@exemple.fr",
        "nan maclas c mon vilage pas mon voisin",
        "ba maclas dans le pila",
    ],
)
@pytest.mark.parametrize("question", ["email", "function", "territory", "name"])
def test_no_one_is_made_of_an_address_or_a_village(text: str, question: str) -> None:
    known = (Known("Gérard", "Vallat", is_writing=True), Known("Robert", "Ogié"))
    people = _read(text, question=question, writer=GEGE, known=known).people
    assert [one for one in people if not one.place and not one.is_writing] == []


def test_where_two_are_from_is_no_last_name() -> None:
    known = (
        Known("Mireille", "Chaumartin", "adjointe", "mairie de Bessey", is_writing=True),
        Known("Bastien", "Degraix", "secrétaire de mairie", "mairie de Bessey"),
    )
    text = "Bastien et moi c'est Bessey"
    people = _read(text, question="email", writer="Mireille Chaumartin", known=known).people
    assert not any(one.name or one.called == "Bessey" for one in people)


@pytest.mark.parametrize(
    ("text", "person"),
    [
        (
            "je viens avec la secretaire. T Chavas adjoint a Veranne",
            ("T Chavas", "adjoint", "mairie de Veranne"),
        ),
        (
            "INSCRIVEZ MOI. BOUVAT GERARD RETRAITE MACON. TEL 06 39 98 44 02",
            ("Gérard Bouvat", "retraité maçon", ""),
        ),
        (
            "JE M INSCRIS. BOUVAT GERARD, PRESIDENT DE LA SOCIETE DE CHASSE DE DIE",
            ("Gérard Bouvat", "président", "Société de Chasse de Die"),
        ),
        (
            "c'est moi kevin arnoux, jfai du maraichage a chatillon en diois",
            ("Kevin Arnoux", "maraîcher", ""),
        ),
        (
            "Anne Petit, je fais de l'élevage à Menglon",
            ("Anne Petit", "éleveuse", ""),
        ),
        (
            "Moi c'est Monique Faure, j'étais infirmière, je suis à la retraite depuis 4 ans et je"
            " donne un coup de main à Voisins solidaires du Diois.",
            ("Monique Faure", "infirmière à la retraite", "Voisins solidaires du Diois"),
        ),
    ],
)
def test_who_they_are_however_it_is_told(text: str, person: tuple[str, str, str]) -> None:
    writer = {"Anne": "Anne", "c'es": "Kevin"}.get(text[:4], "")
    assert person in _told(text, writer=writer)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "moi comme agente (professeure des écoles), Samira Belkacem et Julien Odde comme"
            " parents d'élèves, tous deux à l'association",
            [
                (ME, "professeure des écoles"),
                ("Samira Belkacem", "parent d'élèves"),
                ("Julien Odde", "parent d'élèves"),
            ],
        ),
        (
            "Luc Roux en tant que maire, Anne Petit comme bénévole",
            [("Luc Roux", "maire"), ("Anne Petit", "bénévole")],
        ),
        (
            "la professeure des écoles, c'est moi. Samira Belkacem est parente d'élève",
            [(ME, "professeure des écoles"), ("Samira Belkacem", "parente d'élève")],
        ),
    ],
)
def test_each_is_what_they_come_as(text: str, people: list[tuple[str, str]]) -> None:
    read = [(who, function) for who, function, _ in _told(text, question="function")]
    assert sorted(read) == sorted(people)


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("Je viens, mais je ne sais pas encore si j'y vais seul ou si je traîne une amie", None),
        ("je ne sais pas si je viens avec un collègue", None),
        ("j'hésite entre venir seule et venir avec ma voisine", None),
        ("on ne va pas me laisser seul avec des gens sérieux", None),
        ("n'oubliez pas la conseillère, ils seront deux", 2),
        ("elles viendront toutes les trois", 3),
        ("mettez-moi seul pour l'instant", 1),
        ("je viens seul", 1),
    ],
)
def test_who_hesitates_counts_nobody(text: str, size: int | None) -> None:
    assert headcounts.read(text, tagger.tag(text), 12) == size


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("mon portable le 06 39 98 44 04, plutôt après seize heures trente", "+33639984404"),
        ("06 39 98 44 04 après 18h", "+33639984404"),
        ("06 39 98 44 04, entre 12 h 30 et 14 heures", "+33639984404"),
        ("zéro six trente-neuf quatre-vingt-dix-huit quarante-quatre zéro quatre", "+33639984404"),
    ],
)
def test_when_to_call_is_no_part_of_a_number(text: str, number: str) -> None:
    assert phones.read(text) == Understood(number)


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("pas de téléphone", {"phone"}),
        ("J AI PAS D EMAIL ET J EN VEUX PAS", {"email"}),
        ("Odile Vernay, conseillère municipale, sans téléphone", {"phone"}),
        ("je n’ai pas d’adresse mail, mais un portable", {"email"}),
        ("il n’a pas de téléphone", set()),
        ("pas le téléphone de Paul", set()),
        ("pas de mail pour Paul", set()),
    ],
)
def test_how_they_are_not_reached(text: str, without: set[str]) -> None:
    assert refusals.of_reach(text) == without


@pytest.mark.parametrize(
    "text",
    [
        "Je n'ai pas encore son nom",
        "on n'a pas le nom de la deuxième",
        "je connais pas encore leur nom",
        "I don't have her name yet",
    ],
)
def test_a_name_that_is_not_known_yet(text: str) -> None:
    assert unnamed.is_unknown(text)


@pytest.mark.parametrize(
    ("text", "territory"),
    [
        ("ba maclas dans le pila", "Maclas"),
        ("bah Maclas", "Maclas"),
        ("nan mais Roisey", "Roisey"),
        (
            "bah on est à Maclas dc communauté de communes du Pilat Rhodanien jcrois",
            "communauté de communes du Pilat Rhodanien",
        ),
    ],
)
def test_a_territory_among_other_words(text: str, territory: str) -> None:
    read = _read(text, question="territory", writer=GEGE).territory
    reading = told.territory(text)
    assert territory in (read, reading.value if isinstance(reading, Understood) else None)


@pytest.mark.parametrize(
    ("text", "person"),
    [
        (
            "Samir Ould, médiateur, je bosse pour plusieurs communes du Pilat",
            ("Samir Ould", "médiateur", ""),
        ),
        (
            "Pierre Chazal, mais tout le monde dit Pierrot, vigneron",
            ("Pierre Chazal", "vigneron", ""),
        ),
        (
            "René Fourel, je fus boulanger, et je préside désormais l'amicale laïque de Maclas",
            ("René Fourel", "président", "amicale laïque de Maclas"),
        ),
    ],
)
def test_nothing_but_what_one_is_now(text: str, person: tuple[str, str, str]) -> None:
    assert _told(text, writer=text.partition(",")[0]) == [person]


@pytest.mark.parametrize(
    "text",
    [
        "Le président, M. Christian Seux, sera représenté par Mme Annick Flacher, vice-présidente",
        "je ne sais pas si mon maire, Jean Gidrol, vient aussi. moi c'est Dalila Saadi",
        "Odile Perrier, je remplace au pied levé Mme Jeanne Vernet",
        "Corinne Bonnet, présidente, et peut-être le trésorier",
    ],
)
def test_who_is_not_said_to_come(text: str) -> None:
    told = [name for name, _, _ in _told(text) if name != ME]
    assert not {"Christian Seux", "Jean Gidrol", "Jeanne Vernet", ""} & {*told}


def test_who_comes_too_is_nothing_more() -> None:
    people = _told("Gilbert Peyrard, conseiller. Ma femme, Anne Peyrard, vient aussi")
    assert ("Anne Peyrard", "", "") in people


def test_a_last_name_and_an_association_are_no_territory() -> None:
    assert not isinstance(told.territory("Morel, association vivre à luc"), Understood)


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("retraite macon", "retraité maçon"),
        ("infirmiere a la retraite", "infirmière a la retraite"),
        ("Societe de Chasse de Die", "Société de Chasse de Die"),
        ("maison de retraite", "maison de retraite"),
        ("conseillere municipale", "conseillère municipale"),
    ],
)
def test_accents_that_capitals_leave_out(said: str, written: str) -> None:
    assert accents.given_back(said) == written
