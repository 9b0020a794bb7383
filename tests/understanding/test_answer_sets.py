"""Floors under what is read of answers at a step."""

from .answer_sets import BLIND, KINDS, PUBLIC, load, share_right


def test_answers_are_read() -> None:
    assert share_right(load(PUBLIC)) >= 0.98


def test_answers_that_guided_the_readers_are_read() -> None:
    assert share_right(load(KINDS)) >= 0.97


def test_answers_that_guided_nobody_are_read() -> None:
    assert share_right(load(BLIND)) >= 0.97


def test_answers_are_rarely_kept_wrongly() -> None:
    assert sum(one.is_kept_wrongly for one in load(BLIND)) <= 4
