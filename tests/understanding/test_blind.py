"""What was learnt, measured on sentences that were never learnt from."""

import time
from functools import cache

from bot.teaching import examples, figures, teach
from bot.understanding import model as models
from bot.understanding import questions


@cache
def outcomes() -> list[figures.Outcome]:
    return figures.judge(examples.load_blind(), models.QUESTIONS.model)


def test_the_blind_figures_do_not_fall() -> None:
    reached = figures.summary(outcomes())
    for name, floor in teach.floors().items():
        value = reached[name]
        assert value <= floor if name.endswith("wrong") else value >= floor, (name, value, floor)


def test_the_weights_are_those_of_the_examples() -> None:
    assert models.QUESTIONS.model.taught_with == examples.fingerprint(examples.load()), (
        "examples changed: run `binome teach`"
    )


def test_no_blind_sentence_is_learnt() -> None:
    blind = examples.load_blind()
    learnt = {example.masked for example in teach.unlike(examples.load(), blind)}
    assert learnt.isdisjoint(example.masked for example in blind)


def test_a_sentence_is_read_in_two_milliseconds() -> None:
    texts = [example.text for example in examples.load_blind()]
    questions.ask(texts[0])
    start = time.process_time()
    for text in texts:
        questions.ask(text, examples.NAMES)
    # Twice what is wanted, for a machine that is busy.
    assert (time.process_time() - start) / len(texts) < 0.004


def test_weights_are_small() -> None:
    assert models.QUESTIONS.path.stat().st_size < 3_500_000
