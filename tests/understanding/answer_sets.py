"""The sets of answers at a step in ``tests/data``, and whether one is read as it should be."""

import json
from dataclasses import dataclass
from pathlib import Path

from bot.understanding import answers
from bot.understanding.normal import plain

DATA = Path(__file__).parent.parent / "data"
PUBLIC = "answers.jsonl"
KINDS = "answers-kinds.jsonl"
"""What guided whoever changed the readers last, beside the public set."""
BLIND = "answers-blind.jsonl"
"""Written before the readers were changed, and not looked at while they were: a figure, "
"no guide."""


@dataclass(frozen=True)
class Expected:
    """A line: what was written at a step, and the values that may be kept (None: nothing)."""

    text: str
    step: str
    accepted: tuple[str | int | None, ...]

    @property
    def answer(self) -> answers.Answer:
        """What is read, as ``binome read`` prints it."""
        return answers.read(self.text, step=self.step, largest=3)

    @property
    def is_right(self) -> bool:
        """Whether that is accepted, case, accents, apostrophes and hyphens aside."""
        return _comparable(self.answer.value) in map(_comparable, self.accepted)

    @property
    def is_kept_wrongly(self) -> bool:
        """Whether something that is not accepted would be kept without asking first."""
        return not self.is_right and self.answer.value is not None and self.answer.doubt is None


def _comparable(value: str | int | None) -> str | int | None:
    return plain(value) if isinstance(value, str) else value


def load(name: str) -> list[Expected]:
    """Read one of the sets."""
    rows = [json.loads(line) for line in (DATA / name).read_text("utf-8").splitlines()]
    return [
        Expected(row["text"], row["step"], (row["expected"], *row.get("alt", []))) for row in rows
    ]


def share_right(expected: list[Expected]) -> float:
    """The share of them that is read rightly, from 0 to 1."""
    return sum(one.is_right for one in expected) / len(expected)
