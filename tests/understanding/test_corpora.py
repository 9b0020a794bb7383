"""Floors under what the readers understand of the corpora."""

from collections.abc import Callable

import pytest

from bot.understanding import (
    command_words,
    digressions,
    emails,
    names,
    roles,
    sizes,
    territories,
)
from bot.understanding.results import Understood

from .corpora import PELUSSIN, STEPS, load_answers, load_questions
from .measure import share

READERS: dict[str, Callable[[str], object]] = {
    "territory": territories.read,
    "name": names.read,
    "role": roles.read,
    "size": lambda text: sizes.read(text, 3),
    "email": emails.read,
}


@pytest.mark.parametrize("step", STEPS)
def test_answers_are_read(step: str) -> None:
    answers = [answer for answer in load_answers() if answer.step == step]
    wrong = [(a.text, a.reading(), a.accepted) for a in answers if not a.is_right()]
    assert share([answer.is_right() for answer in answers]) >= 0.95, wrong


def test_nothing_is_confirmed_by_mistake() -> None:
    assert [a.text for a in load_answers() if a.step == "confirmation" and a.is_wrong_yes()] == []


def test_digressions_are_questions() -> None:
    answers = [answer for answer in load_answers() if answer.digression()]
    assert answers
    for answer in answers:
        found = digressions.read(answer.text, STEPS[answer.step], PELUSSIN)
        assert list(map(str, found)) == [answer.digression()], answer.text


def test_answers_are_no_digressions() -> None:
    for answer in load_answers():
        if None not in answer.accepted:
            assert digressions.read(answer.text, STEPS[answer.step], PELUSSIN) == (), answer.text


@pytest.mark.parametrize("step", ["territory", "name", "role", "size", "email"])
def test_questions_are_rarely_recorded_as_answers(step: str) -> None:
    def is_recorded(text: str) -> bool:
        aside = command_words.read(text) is not None or digressions.read(text, step, PELUSSIN) != ()
        return not aside and isinstance(READERS[step](text), Understood)

    recorded = [asked.text for asked in load_questions() if is_recorded(asked.text)]
    assert len(recorded) <= 10, recorded


def test_known_questions_are_recognised() -> None:
    asked = load_questions()
    wrong = [(q.text, q.answer(), q.expected) for q in asked if not q.is_tolerable()]
    assert share([question.is_tolerable() for question in asked]) >= 0.95, wrong
