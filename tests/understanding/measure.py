"""Print how the readers do on the corpora: ``python -m tests.understanding.measure [--errors]``."""

import sys
from collections.abc import Sequence

from .corpora import STEPS, Question, load_answers, load_questions


def share(right: Sequence[bool]) -> float:
    """Give the share of right ones, from 0 to 1."""
    return sum(right) / len(right)


def main() -> None:
    """Print the figures, and the errors when asked."""
    answers = load_answers()
    for step in STEPS:
        right = [answer.is_right() for answer in answers if answer.step == step]
        _say(f"{step:14} {share(right):6.1%} of {len(right)}")
    _say(f"{'answers':14} {share([a.is_right() for a in answers]):6.1%} of {len(answers)}")
    asked = load_questions()
    _print_questions("known", asked)
    if "--errors" in sys.argv[1:]:
        for wrong in [a for a in answers if not a.is_right()]:
            _say(f"{wrong.step} | {wrong.text} | {wrong.reading()} | {wrong.accepted}")
        for missed in [q for q in asked if not q.is_right()]:
            _say(f"{missed.text} | {sorted(missed.answer())} | {sorted(missed.expected)}")


def _say(line: str) -> None:
    """Write a line."""
    sys.stdout.write(line + "\n")


def _print_questions(name: str, questions: Sequence[Question]) -> None:
    """Print the two measures of a set of questions."""
    strict = share([question.is_right() for question in questions])
    tolerant = share([question.is_tolerable() for question in questions])
    _say(f"questions {name:9} strict {strict:6.1%}, tolerant {tolerant:6.1%} of {len(questions)}")


if __name__ == "__main__":
    main()
