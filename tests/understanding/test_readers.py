"""Each reader on plain examples, most of them not in the corpora."""

import pytest

from bot.domain.party import Category
from bot.understanding import (
    categories,
    command_words,
    confirmations,
    digressions,
    emails,
    inquiries,
    names,
    phones,
    roles,
    sizes,
    territories,
)
from bot.understanding.names import Name
from bot.understanding.questions import Intent
from bot.understanding.results import Doubtful, Unclear, Understood
from bot.understanding.roles import Role

from .corpora import PELUSSIN


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("on sera deux", 2),
        ("on sera deux avec notre chargé de mission", 2),
        ("moi + 2 collègues", 3),
        ("moi et deux collègues", 3),
        ("je viens avec deux collègues", 3),
        ("avec mon élu", 2),
        ("je viendrai accompagné de mon adjoint", 2),
        ("nous serons 3 : le maire, la DGS et moi", 3),
        ("juste moi", 1),
        ("en binôme", 2),
        ("un trinôme", 3),
        ("three of us", 3),
        ("me and a colleague", 2),
        ("I'm alone", 1),
    ],
)
def test_sizes(text: str, size: int) -> None:
    assert sizes.read(text, 3) == Understood(size)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("deux binômes", "too_many"),
        ("4", "too_many"),
        ("personne", "none"),
        ("2 ou 3", "several"),
        ("le 5 mars", "no_size"),
        ("9h30", "no_size"),
        ("mon maire", "no_size"),
        ("", "no_size"),
        ("oui", "no_size"),
    ],
)
def test_no_size(text: str, why: str) -> None:
    assert sizes.read(text, 3) == Unclear(why)


def test_the_largest_size_is_the_events() -> None:
    assert sizes.read("quatre", 4) == Understood(4)
    assert sizes.read("trois", 2) == Unclear("too_many")


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("une équipe de cinq", Understood(5)),
        ("on sera dix-sept", Understood(17)),
        ("vingt et un", Understood(21)),
        ("thirty", Understood(30)),
        ("fifteen people", Understood(15)),
        ("une dizaine", Doubtful(10, "sum")),
        ("une trentaine", Doubtful(30, "sum")),
        ("31", Unclear("too_many")),
        ("une équipe", Unclear("no_size")),
        ("tout un groupe", Unclear("no_size")),
    ],
)
def test_large_parties(text: str, reading: object) -> None:
    assert sizes.read(text, 30) == reading


def test_a_number_said_roughly_is_bounded_too() -> None:
    assert sizes.read("une douzaine", 5) == Unclear("too_many")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("cc du pilat rhodanien", "CC du Pilat Rhodanien"),
        ("je suis de la communauté de communes du Pilat", "communauté de communes du Pilat"),
        ("nous venons du Pilat", "Pilat"),
        ("Notre territoire : le Forez", "Forez"),
        ("je viens de La Mure", "La Mure"),
        ("saint-étienne métropole", "Saint-Étienne Métropole"),
        ("we are from Pélussin", "Pélussin"),
    ],
)
def test_territories(text: str, name: str) -> None:
    assert territories.read(text) == Understood(name)


@pytest.mark.parametrize("text", ["oui", "l'agglo", "moi", "chez nous", "deux", "je suis élu"])
def test_territories_need_a_name(text: str) -> None:
    assert territories.read(text) == Unclear("which")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Paul Martin", "Paul", "Martin"),
        ("DUPONT Sylvie", "Sylvie", "Dupont"),
        ("yann le goff", "Yann", "Le Goff"),
        ("monsieur jean de la fontaine", "Jean", "de la Fontaine"),
        ("Nom : Roux, prénom : Léa", "Léa", "Roux"),
        ("Jean Dupont, maire de Roisey", "Jean", "Dupont"),
        ("my name is John Smith", "John", "Smith"),
        ("Anne-Sophie d’Hauteville", "Anne-Sophie", "d’Hauteville"),
    ],
)
def test_names(text: str, first: str, last: str) -> None:
    assert names.read(text) == Understood(Name(first, last))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Martin", "first_name_missing"),
        ("Josiane", "last_name_missing"),
        ("Mme Roux", "first_name_missing"),
        ("adjointe au maire", "function"),
        ("moi", "myself"),
        ("c’est moi", "myself"),
        ("on sera deux", "sentence"),
        ("je sais pas encore", "sentence"),
        ("", "no_name"),
        ("12", "no_name"),
    ],
)
def test_no_name(text: str, why: str) -> None:
    assert names.read(text) == Unclear(why)


@pytest.mark.parametrize("letters", [75, 76, 400, 5000])
def test_a_name_has_a_longest_length(letters: int) -> None:
    reading = names.read(f"Paul {'Ab' * (letters // 2)}{'a' * (letters % 2)}")
    if letters == 75:
        assert isinstance(reading, Understood)
    else:
        assert reading == Unclear("too_long")


def test_a_last_name_that_comes_first_is_asked_about() -> None:
    assert names.read("Chavanon Josiane") == Doubtful(Name("Josiane", "Chavanon"), "order")


def test_roles() -> None:
    assert roles.read("adjointe au maire, Pélussin") == Understood(
        Role("adjointe au maire", "Pélussin")
    )
    assert roles.read("chargé de mission au parc du pilat") == Understood(
        Role("chargé de mission", "parc du pilat")
    )
    assert roles.read("Je suis maire de Roisey 🙂") == Understood(Role("maire", "mairie de Roisey"))
    assert roles.read("idem") == Unclear("which")
    assert roles.read("c’est où ?") == Unclear("sentence")


@pytest.mark.parametrize(
    ("function", "organisation", "category", "gender"),
    [
        ("adjointe au maire", "Pélussin", Category.ELECTED, "f"),
        ("chargé de mission", "parc du Pilat", Category.STAFF, "m"),
        ("secrétaire de mairie", None, Category.STAFF, None),
        ("maire", None, Category.ELECTED, None),
        ("présidente", None, None, "f"),
        ("présidente", "association des commerçants", Category.CIVIL, "f"),
        ("président", "communauté de communes du Pilat", Category.ELECTED, "m"),
        ("ancien maire", None, None, "m"),
        ("technicienne rivière", None, Category.STAFF, "f"),
        ("", None, None, None),
    ],
)
def test_inferred_categories(
    function: str, organisation: str | None, category: Category | None, gender: str | None
) -> None:
    assert categories.infer(function, organisation) == category
    assert categories.gender(function) == gender


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("marie@mairie-pelussin,fr", Doubtful("marie@mairie-pelussin.fr", "comma")),
        ("jean@gmial.com", Doubtful("jean@gmail.com", "domain_typo")),
        ("jean@gmail.fr", Doubtful("jean@gmail.com", "domain_typo")),
        ("rené@orange.fr", Doubtful("rene@orange.fr", "accent")),
        ("jean dupont arobase free point fr", Doubtful("jeandupont@free.fr", "dictated")),
        ("a@orange.fr ou b@free.fr", Doubtful("b@free.fr", "several")),
        ("JEAN@ORANGE.FR.", Understood("jean@orange.fr")),
        ("jean point b arobase orange point fr", Understood("jean.b@orange.fr")),
        ("a@b..fr", Unclear("invalid")),
        ("pas de mail", Unclear("refused")),
        ("", Unclear("no_at")),
    ],
)
def test_emails(text: str, reading: object) -> None:
    assert emails.read(text) == reading


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        (
            "zéro six trente-neuf quatre-vingt-dix-huit douze trente-quatre",
            Understood("+33639981234"),
        ),
        ("+33 (0)6 39 98 12 34", Understood("+33639981234")),
        ("06 39 98 71 91".replace(" ", "\u202f"), Understood("+33639987191")),
        ("639981234", Doubtful("+33639981234", "no_zero")),
        ("04 65 71 11 22, 06 39 98 44 55", Doubtful("+33639984455", "several")),
        ("06 39 98 12 34 8", Unclear("too_long")),
        ("15", Unclear("emergency")),
        ("", Unclear("no_number")),
    ],
)
def test_phones(text: str, reading: object) -> None:
    assert phones.read(text) == reading


def test_phones_of_another_country() -> None:
    assert phones.read("079 123 45 67", country="CH") == Understood("+41791234567")


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("👍", True),
        ("yes", True),
        ("oui c’est tout bon, merci", True),
        ("c'est bon pour nous", True),
        ("👎", False),
        ("c'est pas bon", False),
        ("oui mais pas le mail", False),
        ("c'est bon ?", None),
        ("peut-être", None),
        ("", None),
        ("bien", None),
    ],
)
def test_confirmations(text: str, answer: bool | None) -> None:
    assert confirmations.read(text) is answer


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("Retour", "back"),
        ("je veux revenir en arrière", "back"),
        ("back", "back"),
        ("arrêter", "stop"),
        ("on laisse tomber", "stop"),
        ("passer", "skip"),
        ("sans téléphone", "skip"),
        ("vous pouvez répéter ?", "repeat"),
        ("c’est quoi la question ?", "repeat"),
        ("on recommence tout", "restart"),
        ("menu", "menu"),
        ("Bruno Retour", None),
        ("oui", None),
        ("", None),
    ],
)
def test_commands(text: str, command: str | None) -> None:
    assert command_words.read(text) == command


@pytest.mark.parametrize(
    ("text", "intents"),
    [
        ("c koi les horaires deja", (Intent.HOURS,)),
        ("et on mange sur place ?", (Intent.MEAL,)),
        ("what time does it start?", (Intent.HOURS,)),
        ("how much does it cost?", (Intent.PRICE,)),
        ("where is it?", (Intent.PLACE,)),
        ("bonjour, c’est combien ?", (Intent.PRICE,)),
        ("bonjour", (Intent.GREETING,)),
        ("je ne viens plus, ma collègue me remplace", (Intent.CHANGE,)),
        ("une atestation de presence", (Intent.CERTIFICATE,)),
        ("blabla", (Intent.OFF_TOPIC,)),
        ("", ()),
    ],
)
def test_questions(text: str, intents: tuple[Intent, ...]) -> None:
    assert inquiries.recognise(text, PELUSSIN) == intents


@pytest.mark.parametrize(
    ("text", "step", "intents"),
    [
        ("c’est où déjà ?", "size", (Intent.PLACE,)),
        ("attendez, on peut venir en train ?", "role", (Intent.ACCESS,)),
        ("combien ça coûte pour deux ?", "size", (Intent.PRICE,)),
        ("pourquoi vous voulez mon mail ?", "email", (Intent.PRIVACY,)),
        ("il fait froid là-bas ?", "role", (Intent.OTHER_QUESTION,)),
        ("oui c'est quand déjà ?", "recap", (Intent.DATE,)),
        ("on peut venir à deux ?", "size", ()),
        ("CC2V", "territory", ()),
        ("Dominique Programme", "name", ()),
        ("Marie Dupont ?", "name", ()),
        ("chargée d'accueil hôtel", "role", ()),
        ("Responsable parking et transports", "role", ()),
        ("bonjour", "name", ()),
        ("", "name", ()),
    ],
)
def test_digressions(text: str, step: str, intents: tuple[Intent, ...]) -> None:
    assert digressions.read(text, step) == intents


@pytest.mark.parametrize("text", ["douze", "quarante-deux"])
def test_a_number_is_no_territory(text: str) -> None:
    assert territories.read(text) == Unclear("no_territory")
    assert isinstance(territories.read("Deux-Grosnes"), Understood)
