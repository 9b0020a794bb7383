"""What was learnt from the scenes: how much each feature counts, for each of the questions."""

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

WEIGHTS = Path(__file__).parent.parent / "telling.weights"
"""Made by `binome teach`: JSON, the features of each question with their weights."""

OWNER, PRESENCE, WRITES = "owner", "presence", "writes"
"""Whose a fact is; whether somebody comes; whether a name is that of who writes."""
RENAMED, SHARES = "renamed", "shares"
"""Whether a name is another one of somebody known; whether somebody works where another does."""
AGREES = "agrees"
"""Whether all is right once it is put right."""


@dataclass(frozen=True, slots=True)
class Question:
    """A logistic regression over features that are there or not."""

    bias: float
    weights: Mapping[str, float]

    def likelihood(self, features: Iterable[str]) -> float:
        """How likely a yes is, from 0 to 1."""
        score = self.bias + math.fsum(self.weights.get(one, 0.0) for one in {*features})
        return 1 / (1 + math.exp(-max(-50.0, min(50.0, score))))


@cache
def questions() -> Mapping[str, Question]:
    """What was learnt, by question; read when first asked for."""
    found = json.loads(WEIGHTS.read_text("utf-8"))
    return {name: Question(one["bias"], one["weights"]) for name, one in found.items()}
