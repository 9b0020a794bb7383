"""Letters and long polite messages: who signs, who comes, who only writes."""

import pytest

from bot.understanding import facts, signatures, writers
from bot.understanding.person import Person
from bot.understanding.telling.scene import Scene


def _told(text: str, *, question: str = "menu", writer: str = "") -> list[Person]:
    return list(facts.read(Scene(text, question, writer=writer), 12).people)


def _named(people: list[Person]) -> list[tuple[str, str | None]]:
    return [(" ".join(one.name) if one.name else one.called, one.function) for one in people]


@pytest.mark.parametrize(
    ("text", "name", "function", "organisation"),
    [
        (
            "Je viendrai.\nCordialement,\nLaure PONCET\nCheffe de projet\nSyndicat du Doux",
            "Laure Poncet",
            "Cheffe de projet",
            "Syndicat du Doux",
        ),
        (
            "Veuillez agréer mes salutations distinguées.\nG. de Lavernette\nMaire de Berzé",
            "G. de Lavernette",
            "Maire",
            "mairie de Berzé",
        ),
        (
            "mes coordonnées :\n--\nYann LE BRAS\nDirecteur\nTél. 02 98 11 22 33\nylb@foret.bzh",
            "Yann Le Bras",
            "Directeur",
            None,
        ),
    ],
)
def test_a_signature_tells_who_writes(
    text: str, name: str, function: str | None, organisation: str | None
) -> None:
    signed = signatures.of(text)
    assert signed is not None
    assert " ".join(signed.name) == name
    assert (signed.function, signed.organisation) == (function, organisation)


@pytest.mark.parametrize(
    "text",
    [
        "Bonjour,\nje viens avec Luc Vial\nà bientôt",
        "Julie Faure\nmaire de Roisey\nLuc Roux\nadjoint",  # a list of those who come
        "on sera deux",
        "Parc du Pilat\n2 personnes",
        "",
    ],
)
def test_what_is_no_signature(text: str) -> None:
    assert signatures.of(text) is None


def test_a_letter_makes_three_of_them() -> None:
    letter = (
        "Monsieur le Président,\nJ'ai le plaisir de vous confirmer ma venue. Je serai accompagné"
        " de "
        "ma collègue Mme Aude Serre, conseillère municipale, et de notre directeur, M. Guy Ollier."
        "\nVeuillez croire à mes sentiments dévoués.\nE. de Brosses\nMaire de Tence"
    )
    people = _told(letter, writer="Edmond de Brosses")
    assert [one.is_writing for one in people] == [True, False, False] or people[-1].is_writing
    assert ("E. de Brosses", "Maire") in _named(people)
    assert ("Aude Serre", "conseillère municipale") in _named(people)


def test_nobody_writes_twice() -> None:
    people = _told(
        "j'inscris 4 personnes : moi-même Odile Carret, secrétaire, Yvan Laroche vice-président, "
        "Inès Ferrier chargée de mission et Karim Djebli président",
        writer="Odile Carret",
    )
    assert [one.is_writing for one in people] == [True, False, False, False]


def test_another_name_than_that_of_who_writes_is_somebody_else() -> None:
    (person,) = _told("Muriel Constant, DGS", question="name", writer="Paul Chazot")
    assert not person.is_writing


@pytest.mark.parametrize(
    "text",
    [
        "je ne viens pas, je les inscris",
        "pour ma part je n'y serai pas",
        "je n'effectue cette démarche que pour le compte de Mme Serre",
        "retirez mon nom de la liste",
        "enlevez-moi de la liste des participants",
        "je n'en fais pas partie",
        "moi je suis un simple contact",
        "je ne viens à aucun titre",
        "I am not coming, I am only registering them",
        "mon nom ne doit pas y figurer",
        "je n'ai jamais eu l'intention de venir",
    ],
)
def test_who_never_was_to_come(text: str) -> None:
    assert writers.only_registers(text)


@pytest.mark.parametrize(
    "text",
    [
        "je ne viens plus",
        "finalement je ne viens pas",
        "je ne peux pas venir",
        "je viens",
        "je ne suis pas élue",
        "elle ne vient pas",
        "je ne sais pas",
        "je ne viens pas de Lyon mais je serai là, malade ou pas",
        "retirez Paul de la liste",
    ],
)
def test_who_leaves_or_comes_does_not_only_register(text: str) -> None:
    assert not writers.only_registers(text)


def test_what_is_denied_is_no_function() -> None:
    assert _named(_told("je suis trésorière, pas présidente"))[0][1] == "trésorière"
    people = _told("« élu » c'est pas moi, je suis bénévole")
    assert all(one.function != "élu" for one in people)
