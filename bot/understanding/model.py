"""A learnt model: what a weights file holds, and how strongly a text speaks for each label.

The file, made by `binome teach`: one line of JSON (labels, scale, intercepts, sizes), the features
one a line, their rarities (16 bits each), then one row of 8-bit weights a feature.
"""

import json
import math
import sys
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

RARITY = 4096
"""Steps of one unit of rarity in the file."""


@dataclass(frozen=True)
class Model:
    """A logistic regression over features weighed by how rare they are."""

    labels: tuple[str, ...]
    intercepts: tuple[float, ...]
    scale: float
    """What one step of a weight is worth."""
    vocabulary: Mapping[str, int]
    """Each feature's row."""
    rarities: "array[int]"
    weights: memoryview
    """Signed bytes: a row a feature, a column a label."""
    taught_with: str
    """Fingerprint of the examples."""

    def knows(self, stem: str) -> bool:
        """Say whether examples say a word of this stem."""
        return f"={stem}" in self.vocabulary

    def scores(self, *blocks: Iterable[str]) -> list[float]:
        """Give each label's score, in logits, for a text of these features.

        A block of features counts as much as another, however many it has.
        """
        columns = len(self.labels)
        scores = list(self.intercepts)
        for block in blocks:
            for row, value in self._values(block):
                weights = self.weights[row * columns : (row + 1) * columns]
                scores = [s + value * w for s, w in zip(scores, weights, strict=True)]
        return scores

    def _values(self, features: Iterable[str]) -> list[tuple[int, float]]:
        """Give the rows and values of the features known, of length 1 together, times scale."""
        values = weighed(features, self.vocabulary, self.rarities)
        length = math.sqrt(math.fsum(value * value for _, value in values)) or 1.0
        return [(row, value / length * self.scale) for row, value in values]


def weighed(
    features: Iterable[str], vocabulary: Mapping[str, int], rarities: "array[int]"
) -> list[tuple[int, float]]:
    """Give each known feature's row, and its weight: more when repeated, more when rare."""
    counted = Counter(vocabulary[f] for f in features if f in vocabulary)
    return [(row, (1 + math.log(n)) * rarities[row] / RARITY) for row, n in sorted(counted.items())]


def softmax(scores: Sequence[float]) -> list[float]:
    """Give likelihoods whose sum is 1."""
    highest = max(scores)
    powers = [math.exp(score - highest) for score in scores]
    total = math.fsum(powers)
    return [power / total for power in powers]


def read(path: Path) -> Model:
    """Read a weights file.

    Raises:
        OSError: it is not there.
        ValueError: it is not such a file.
    """
    content = path.read_bytes()
    line, _, rest = content.partition(b"\n")
    head = json.loads(line)
    features = rest[: head["vocabulary"]].decode().split("\n")
    rarities = array("H", rest[head["vocabulary"] :][: 2 * len(features)])
    if sys.byteorder == "big":
        rarities.byteswap()
    weights = memoryview(rest)[head["vocabulary"] + 2 * len(features) :].cast("b")
    if len(weights) != len(features) * len(head["labels"]):
        raise ValueError(f"{path}: weights are missing")
    return Model(
        tuple(head["labels"]),
        tuple(head["intercepts"]),
        head["scale"],
        {feature: row for row, feature in enumerate(features)},
        rarities,
        weights,
        head["examples"],
    )


def write(model: Model, path: Path) -> None:
    """Write a weights file; the same model gives the same bytes."""
    vocabulary = "\n".join(sorted(model.vocabulary, key=lambda f: model.vocabulary[f])).encode()
    rarities = array("H", model.rarities)
    if sys.byteorder == "big":
        rarities.byteswap()
    head = {
        "examples": model.taught_with,
        "labels": model.labels,
        "intercepts": model.intercepts,
        "scale": model.scale,
        "vocabulary": len(vocabulary),
    }
    line = json.dumps(head).encode()
    path.write_bytes(b"\n".join([line, vocabulary]) + rarities.tobytes() + model.weights.tobytes())


class Learnt:
    """A weights file, read when first asked for."""

    def __init__(self, name: str) -> None:
        self.path = Path(__file__).parent / f"{name}.weights"

    @cached_property
    def model(self) -> Model:
        """What was learnt."""
        return read(self.path)


QUESTIONS = Learnt("questions")
"""What is asked: the labels are intents."""
ACTS = Learnt("acts")
"""What a message does: the labels are acts."""
PROCEDURE = Learnt("procedure")
"""What is asked of the registration itself: the labels are procedures."""
