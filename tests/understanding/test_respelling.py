"""A word that is spelt otherwise than it was noted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding import respelling
from bot.understanding.respelling import Respelt


@pytest.mark.parametrize(
    ("text", "new", "rest"),
    [
        ("c drobie pas drobize", "drobie", ""),
        ("C’est Drobie, pas Drobize", "Drobie", ""),
        ("0662180947 et c drobie pas drobize faute de frappe", "drobie", "0662180947"),
        ("c’est SAUZÉE et pas SAUZEE", "SAUZÉE", ""),
        ("pas Drobize mais Drobie", "Drobie", ""),
    ],
)
def test_it_is_read(text: str, new: str, rest: str) -> None:
    found = next(respelling.read(text))
    assert (found.new, found.rest) == (new, rest)


@pytest.mark.parametrize(
    "text", ["c’est mardi pas jeudi soir prochain", "je viens, pas Luc", "c’est DGA pas DGS", ""]
)
def test_another_word_is_no_spelling(text: str) -> None:
    assert not list(respelling.read(text))


@given(st.text(alphabet="abcdé '-,", max_size=40))
def test_what_has_not_got_the_word_stays(said: str) -> None:
    assert respelling.put_right(said, Respelt("drobize", "Drobie", "")) == said


def test_a_capital_stays_one() -> None:
    word = Respelt("drobize", "drobie", "")
    assert respelling.put_right("CC Val de Drobize", word) == "CC Val de Drobie"
