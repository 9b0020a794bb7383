"""What is said of those who wait to be registered, where each person registers alone."""

import pytest

from bot.understanding import one_by_one


@pytest.mark.parametrize(
    "text",
    [
        "il n’y a personne d’autre",
        "Il n'y a personne d'autre à inscrire.",
        "there is nobody else",
        "no just me, only one",
        "non, juste moi",
        "une seule personne, moi-même",
        "ne garder que moi",
        "je viens seule finalement",
        "rien que moi",
        "pas d’autre personne",
        "it’s only me",
        "y a que moi",
    ],
)
def test_nobody_else_is_registered(text: str) -> None:
    assert one_by_one.says_nobody_else(text)


@pytest.mark.parametrize(
    "text",
    [
        "une seule inscription pour nous deux",
        "et moi ?",
        "personne d’autre ?",
        "Jeanne Morel, infirmière à l’hôpital de Die",
        "j’ai une autre question",
    ],
)
def test_somebody_else_may_be_registered(text: str) -> None:
    assert not one_by_one.says_nobody_else(text)


@pytest.mark.parametrize(
    "text",
    [
        "et moi ?",
        "maintenant moi",
        "oui c’est bon pour elle. maintenant moi",
        "à mon tour",
        "moi aussi",
        "inscrivez-moi aussi",
        "je veux m’inscrire",
        "now me",
        "my turn",
        "il faut une inscription pour moi en plus de celle de Mireille",
    ],
)
def test_who_writes_wants_their_own(text: str) -> None:
    assert one_by_one.says_self(text)


@pytest.mark.parametrize(
    "text",
    ["et pour moi, il y a un parking tout près ?", "merci pour tout", "elle vient en train"],
)
def test_who_writes_wants_no_registration(text: str) -> None:
    assert not one_by_one.says_self(text)


@pytest.mark.parametrize(
    "text",
    ["c’est quoi ?", "c’est qui l’autre personne ?", "who’s that?", "1 solo? who's that?"],
)
def test_it_is_asked_who_waits(text: str) -> None:
    assert one_by_one.asks_who(text)


@pytest.mark.parametrize(
    "text",
    ["inscrivez-la", "je l’inscris", "et l’autre ?", "la suivante", "register her", "continuez"],
)
def test_who_waits_is_meant_without_a_name(text: str) -> None:
    assert one_by_one.refers(text)


@pytest.mark.parametrize(
    "text",
    [
        "ma femme voudrait venir aussi",
        "ma fille Claire vient avec nous",
        "my wife wants to come as well",
        "can my colleague join us?",
        "mon collègue aussi souhaite participer",
        "she’s coming too",
    ],
)
def test_somebody_comes_too(text: str) -> None:
    assert one_by_one.comes_too(text)


@pytest.mark.parametrize(
    "text",
    ["je voudrais venir aussi avec mon chien", "mon collègue me remplace", "elle mange avec nous"],
)
def test_nobody_comes_too(text: str) -> None:
    assert not one_by_one.comes_too(text)


def test_what_else_is_said_is_kept() -> None:
    said = "no just me, only one. tom.ashworth@proton.me"
    assert one_by_one.besides(said) == "tom.ashworth@proton.me"
