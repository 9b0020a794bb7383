"""Dates and towns that a question names."""

import datetime as dt

import pytest

from bot.understanding.dates import NamedDate, dates, is_the_day, is_the_town

DAY = dt.date(2015, 3, 5)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("le 3 mars, c’est juste ?", False),
        ("c’est bien le 5 mars ?", True),
        ("c’est jeudi ?", True),
        ("c’est vendredi ?", False),
        ("jeudi 5", True),
        ("jeudi 5 mars 2015 ?", True),
        ("le 5 mars 2016 ?", False),
        ("le 05/03 c’est ça ?", True),
        ("le 12/03/15 ?", False),
        ("c’est en avril ?", False),
        ("is it on March 5th?", True),
        ("on the 4th of March?", False),
        ("le 1er mars ?", False),
        ("le 5 ou le 6 ?", None),
        ("c’est quand ?", None),
        ("", None),
    ],
)
def test_the_day(text: str, right: bool | None) -> None:
    assert is_the_day(text, DAY) is right


def test_what_is_said_of_a_date() -> None:
    assert dates("vendredi 6 mars") == [NamedDate(6, 3, None, 4)]
    assert dates("le 5 ou le 6") == [NamedDate(5), NamedDate(6)]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("c’est bien à Die ?", True),
        ("c’est a die ?", True),
        ("ça se passe à Crest ?", False),
        ("à Saint-Nazaire-le-Désert ?", False),
        ("c’est où ?", None),
        ("à Crest ou à Valence ?", None),
    ],
)
def test_the_town(text: str, right: bool | None) -> None:
    assert is_the_town(text, town="Die") is right
