"""The syntax of expressions, and numbers said in words."""

import pytest

from bot.understanding.figures import number_at
from bot.understanding.lexicon import Found, Lexicon

LEXICON = Lexicon(
    {"a|the cat": 1, "cat": 2, "black (and|or) white": 3, "inscri*": 4, "how _ seats": 5}
)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("the cat", [1]),
        ("my cat", [2]),
        ("black white", [3]),
        ("black or white", [3]),
        ("black but white", []),
        ("inscription", [4]),
        ("how many free seats", [5]),
        ("how seats", [5]),
        ("how many of all the seats", []),
        ("", []),
    ],
)
def test_expressions(text: str, values: list[int]) -> None:
    assert [found.value for found in LEXICON.find(text.split())] == values


def test_expressions_may_overlap_but_not_lie_inside_another() -> None:
    lexicon = Lexicon({"a b": 1, "b": 2, "b c": 3})
    assert list(lexicon.find_all(["a", "b", "c"])) == [Found(0, 2, 1), Found(1, 3, 3)]
    assert list(lexicon.find(["a", "b", "c"])) == [Found(0, 2, 1)]


def test_covers() -> None:
    assert LEXICON.covers(["the", "cat", "inscrite"])
    assert not LEXICON.covers(["the", "cat", "sleeps"])


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("zero", 0),
        ("dix sept", 17),
        ("vingt et un", 21),
        ("trente neuf", 39),
        ("soixante dix sept", 77),
        ("soixante et onze", 71),
        ("quatre vingts", 80),
        ("quatre vingt dix huit", 98),
        ("nonante neuf", 99),
    ],
)
def test_numbers_in_words(words: str, number: int) -> None:
    said = words.split()
    assert number_at(said, 0) == (number, len(said))


def test_a_number_ends_where_the_next_begins() -> None:
    assert number_at(["trente", "quatre", "vingt"], 0) == (34, 2)
    assert number_at(["chat"], 0) is None
