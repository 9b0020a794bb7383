"""Floors under what the readers understand of the corpora."""

import pytest

from bot.reading import questions

from .corpora import HELD_OUT, STEPS, load_answers, load_questions
from .measure import share


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
        found = questions.digression(answer.text, STEPS[answer.step])
        assert list(map(str, found)) == [answer.digression()], answer.text


def test_answers_are_no_digressions() -> None:
    for answer in load_answers():
        if None not in answer.accepted:
            assert questions.digression(answer.text, STEPS[answer.step]) == (), answer.text


def test_questions_read_while_writing_are_recognised() -> None:
    asked = [question for question in load_questions() if question.line not in HELD_OUT]
    wrong = [(q.text, q.answer(), q.expected) for q in asked if not q.is_right()]
    assert share([question.is_right() for question in asked]) >= 0.93, wrong


def test_unread_questions_are_recognised() -> None:
    asked = [question for question in load_questions() if question.line in HELD_OUT]
    assert share([question.is_right() for question in asked]) >= 0.6
