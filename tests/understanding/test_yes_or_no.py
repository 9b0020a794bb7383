"""The yes or the no that an answer begins or ends with."""

import pytest

from bot.understanding import labels, presence, sentences, without, yes_or_no
from bot.understanding.known_people import Known
from bot.understanding.replies import Reply

YES = (
    "ui",
    "vi",
    "ouiii !",
    "Oui. Je viendrai seule",
    "ben oui, vraiment, il vient plus",
    "Hélas, je vous le confirme",
    "C’est cela même",
    "celle du président, oui",
    "celle de la mairie oui",
    "c’est bien celui-là",
    "voilà.",
    "I’m afraid so, yes",
    "ah voilà, là c’est parfait, vous pouvez y aller !",
    "je le confirme, à mon vif regret",
    "oui la pauvre",
    "ok, mais c’est grave si je suis seul ?",
    "👍",
)
NO = (
    "non",
    "Quoi ?? Non ! Paul vient.",
    "hélas non, il ne vient plus",
    "mdr non c’est Lucie",
    "non point",
    "pas du tout, ils viennent tous",
    "oui enfin non",
    "not at all",
)
NEITHER = (
    "oui ou non ?",
    "c’est bien cela ?",
    "oui ?",
    "oui peut-être",
    "je ne dirais pas oui",
    "merci beaucoup",
    "bon, il vient finalement",
    "Noël Martin",
    "Nadia Ouidir",
    "c’est où ?",
    "",
)


@pytest.mark.parametrize("text", YES)
def test_a_clear_yes(text: str) -> None:
    answer = yes_or_no.read(text)
    assert answer is not None
    assert answer.reply is Reply.YES


@pytest.mark.parametrize("text", NO)
def test_a_clear_no(text: str) -> None:
    answer = yes_or_no.read(text)
    assert answer is not None
    assert answer.reply is Reply.NO


@pytest.mark.parametrize("text", NEITHER)
def test_no_clear_answer(text: str) -> None:
    assert yes_or_no.read(text) is None


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("oui. jvien seul", "jvien seul"),
        ("Oui, on la remplace par Karine Bost.", "on la remplace par Karine Bost"),
        ("oui merci, bien sûr", ""),
        ("celle de Nadia, oui", "celle de Nadia"),
    ],
)
def test_what_is_said_besides(text: str, rest: str) -> None:
    answer = yes_or_no.read(text)
    assert answer is not None
    assert answer.rest == rest


@pytest.mark.parametrize(
    ("text", "staying", "expected"),
    [
        ("je viendrai donc seule", 1, True),
        ("jvien seul jai dit", 1, True),
        ("on sera donc trois, inutile de le remplacer", 3, True),
        ("nous ne serons plus que deux", 2, True),
        ("sans pourvoir à son remplacement", 2, True),
        ("on fait sans elle", 2, True),
        ("by myself, no replacement", 1, True),
        ("je viens avec personne", 1, True),
        ("on s’en passera", 2, True),
        ("je ne veux pas venir seule", 1, False),
        ("je peux venir seule ?", 1, False),
        ("on la remplace par Karine", 2, False),
        ("je le remplacerai plus tard", 2, False),
        ("elle a deux enfants malades", 2, False),
        ("on arrive à 2 h", 2, False),
        ("seule Karine ne vient pas", 1, False),
        ("il ne vient plus", 1, False),
    ],
)
def test_nobody_comes_in_their_place(text: str, staying: int, *, expected: bool) -> None:
    assert without.is_said(text, staying) is expected


def test_short_answers_to_what_becomes_of_the_seat() -> None:
    assert all(
        without.is_answer(one, 2) for one in ("sans", "personne", "non, sans", "on fait sans")
    )
    assert not any(without.is_answer(one, 2) for one in ("oui", "Karine Bost", "remplacer"))


PEOPLE = [
    Known("Nora", "Vialle", is_writing=True),
    Known("Hugo", "Cellier"),
    Known("Maya", "Roux"),
]


@pytest.mark.parametrize(
    ("text", "coming", "absent"),
    [
        ("oui pour Hugo et moi, par contre Maya ne pourra pas", {0, 1}, {2}),
        ("je vous confirme que M. Cellier et Mme Roux seront bien présents", {1, 2}, set()),
        ("nous serons là tous les trois", {0, 1, 2}, set()),
        ("présents, sauf Mme Roux, souffrante", {0, 1}, {2}),
        ("tout est ok", {0, 1, 2}, set()),
        ("moi ok mais Hugo a la grippe", {0}, {1}),
        ("Hugo vient, Maya aussi", {1, 2}, set()),
        ("pas de changement, on vient", {0, 1, 2}, set()),
        ("Maya ne vient pas", set(), {2}),
        ("Hugo vient, moi pas", {1}, {0}),
        ("il n’y aura que moi", {0}, {1, 2}),
        ("nous sommes au complet", {0, 1, 2}, set()),
        ("je viens de l’écrire", set(), set()),
        ("c’est où ?", set(), set()),
        ("merci beaucoup", set(), set()),
        ("Hugo est directeur", set(), set()),
    ],
)
def test_who_is_said_to_come(text: str, coming: set[int], absent: set[int]) -> None:
    said = presence.read(text, PEOPLE)
    assert (set(said.coming), set(said.absent)) == (coming, absent)


def test_whether_all_of_them_are_meant() -> None:
    assert presence.read("tout le monde vient, les deux groupes", PEOPLE).is_of_all
    assert not presence.read("on vient", PEOPLE).is_of_all


LABELS = ("L’accessibilité", "Remplacer", "Mes autres inscriptions", "Menu")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("oui l'accessibilité", 0),
        ("ben on remplace", 1),
        ("je veux voir mes autres inscriptions", 2),
        ("menu svp", 3),
        ("remplacer Hugo par Karine", None),
        ("ne pas remplacer", None),
        ("l’accessibilité ?", None),
        ("bonjour", None),
    ],
)
def test_a_label_that_is_nearly_written(text: str, place: int | None) -> None:
    assert labels.near(text, LABELS) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("la première évidemment, celle avec moi", 0),
        ("le deuxième svp", 1),
        ("the last one", 2),
        ("le premier adjoint", None),
        ("la troisième ?", None),
        ("le 4e", None),
    ],
)
def test_a_button_by_its_place(text: str, place: int | None) -> None:
    assert labels.by_place(text, 3) == place


@pytest.mark.parametrize(
    ("text", "stated", "asked"),
    [
        ("c’est bon. On mange où ?", "c’est bon.", ["On mange où ?"]),
        (
            "oui c’est bon mais je voulais savoir s’il y a un parking",
            "oui c’est bon",
            ["je voulais savoir s’il y a un parking ?"],
        ),
        ("je vous demande de changer mon nom", "je vous demande de changer mon nom", []),
    ],
)
def test_a_question_without_its_mark(text: str, stated: str, asked: list[str]) -> None:
    assert sentences.parted(text) == (stated, asked)
