"""In what capacity a person comes: elected, staff, or organised civil society."""

from enum import StrEnum
from typing import Literal

from bot.reading.results import Reading, Unclear


class Category(StrEnum):
    """The three kinds of people the day is for."""

    ELECTED = "elected"
    STAFF = "staff"
    CIVIL = "civil"


def read(text: str) -> Reading[Category]:
    """Read a category."""
    return Unclear("no_category")


def infer(function: str, organisation: str | None) -> Category | None:
    """Give the category a function implies, None when in doubt."""
    return None


def gender(function: str) -> Literal["f", "m"] | None:
    """Give the grammatical gender of a function, None when the word serves both."""
    return None
