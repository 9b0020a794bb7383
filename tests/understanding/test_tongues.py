"""Which language somebody writes."""

import pytest

from bot.understanding import tongues


@pytest.mark.parametrize(
    ("text", "likely", "clear"),
    [
        ("Could we come with a third person please?", "en", "en"),
        ("Two of us", "en", None),
        ("my colleague and me", "en", None),
        ("nous serons deux avec ma collègue", "fr", "fr"),
        ("Marc Thomas", None, None),
        ("maire de Pélussin", None, None),
        ("mairie de Crest, the mayor", None, None),
    ],
)
def test_small_words_tell_the_language(text: str, likely: str | None, clear: str | None) -> None:
    assert tongues.likely(text) == likely
    assert tongues.clear(text) == clear


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Sorry, do you speak English?", "en"),
        ("in English please", "en"),
        ("parlez-moi en français svp", "fr"),
        ("I am English", None),
    ],
)
def test_a_language_is_asked_for(text: str, asked: str | None) -> None:
    assert tongues.asked_for(text) == asked


def test_the_language_of_the_day_is_not_asked_to_be_spoken_in() -> None:
    assert tongues.asked_for("Good morning! Could we do this in English? I am new here.") == "en"
    assert tongues.asked_for("la journée est-elle animée en français ?") is None
