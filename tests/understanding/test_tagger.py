"""What was learnt of labelled messages, and how they are read."""

from functools import cache
from itertools import pairwise

import pytest

from bot.teaching import facts
from bot.teaching.facts import LabelError, Labelled, Score, parse
from bot.understanding import tagger

WHOLE_AT_LEAST = 0.40
"""Of the blind messages, written in voices that no example has, so many are read faultlessly."""
FOUND_AT_LEAST = 0.55
"""Of the names and functions in them, so many are found to the letter."""


@cache
def _measured() -> tuple[dict[str, Score], float]:
    return facts.measure(facts.load([facts.BLIND]))


def test_the_blind_figures_do_not_fall() -> None:
    scores, whole = _measured()
    assert whole >= WHOLE_AT_LEAST
    assert scores["name"].recall >= FOUND_AT_LEAST
    assert scores["function"].recall >= FOUND_AT_LEAST


def test_the_weights_are_those_of_the_messages() -> None:
    taught_with = facts.TAUGHT_WITH.read_text("utf-8").strip()
    assert taught_with == facts.fingerprint(facts.load()), "messages changed: run `binome teach`"


def test_no_blind_message_is_learnt() -> None:
    learnt = {message.text for message in facts.load()}
    assert learnt.isdisjoint(message.text for message in facts.load([facts.BLIND]))


def test_weights_are_small() -> None:
    assert tagger.WEIGHTS.stat().st_size < 5_000_000


def test_a_line_is_a_message_in_pieces() -> None:
    message = parse("name | c'est {name:Julie Faure}, {function:maire}")
    assert message == Labelled(
        "name", (("", "c'est "), ("name", "Julie Faure"), ("", ", "), ("function", "maire"))
    )
    words, labels = facts.sequence(message)
    assert words == ["c'", "est", "Julie", "Faure", ",", "maire"]
    assert labels == ["O", "O", "B-name", "I-name", "O", "B-function"]


@pytest.mark.parametrize("line", ["bonjour", "who | moi", "menu | {nom:Paul}", "menu | {name:Paul"])
def test_a_mistake_in_a_line_is_named(line: str) -> None:
    with pytest.raises(LabelError, match=line[:3]):
        parse(line)


def test_spans_stand_in_the_text_in_order() -> None:
    text = "Bonjour, je suis Paul Martin, DGS, paul@roisey.fr, 06 39 98 12 34"
    spans = tagger.tag(text)
    assert [text[span.start : span.end] for span in spans][-2:] == [
        "paul@roisey.fr",
        "06 39 98 12 34",
    ]
    assert all(one.end <= other.start for one, other in pairwise(spans))


def test_nothing_is_found_in_nothing() -> None:
    assert tagger.tag("") == ()
    assert tagger.says_nothing("", question="name") == 1.0
