"""Whose gender a first name tells plainly; of the others nothing is said."""

import pytest

from bot.understanding.firstnames import plain_gender_of


@pytest.mark.parametrize(
    "first",
    "Chantal Magali Agnès Myriam Annick Claire Marie-Pierre Isis Audrey Kate Solène".split(),  # noqa: SIM905
)
def test_names_of_women(first: str) -> None:
    """Whatever their ending."""
    assert plain_gender_of(first) == "f"


@pytest.mark.parametrize(
    "first",
    "Hervé Jérémie Timothée Maurice Fabrice Élie Jean-Marie Philippe Loïc André".split(),  # noqa: SIM905
)
def test_names_of_men(first: str) -> None:
    """Those that end in a vowel too."""
    assert plain_gender_of(first) == "m"


@pytest.mark.parametrize("first", ["Dominique", "Camille", "Sacha", "Kim", "Alix", "Xyz", ""])
def test_names_that_tell_nothing(first: str) -> None:
    """Both are said."""
    assert plain_gender_of(first) == ""
