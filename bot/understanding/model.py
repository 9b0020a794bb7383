"""A learnt model: what a weights file holds, and how strongly a text speaks for each label.

The file, made by `binome teach`: one line of JSON (labels, scale, intercepts, number of features),
the hashes of the features (32 bits each, in order), their rarities (16 bits each), then one row of
8-bit weights a feature. The features themselves are not kept: their texts weigh more than the rest.
"""

import json
import math
import sys
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from zlib import crc32

RARITY = 4096
"""Steps of one unit of rarity in the file."""


class Vocabulary:
    """The row of each feature, by its hash."""

    def __init__(self, hashes: "array[int]") -> None:
        self.hashes = hashes
        """In order, none twice."""

    def get(self, feature: str) -> int | None:
        """Give the row of a feature; None where it is not known."""
        said = crc32(feature.encode())
        at = bisect_left(self.hashes, said)
        return at if at < len(self.hashes) and self.hashes[at] == said else None


@dataclass(frozen=True)
class Model:
    """A logistic regression over features weighed by how rare they are."""

    labels: tuple[str, ...]
    intercepts: tuple[float, ...]
    scale: float
    """What one step of a weight is worth."""
    vocabulary: Vocabulary
    rarities: "array[int]"
    weights: memoryview
    """Signed bytes: a row a feature, a column a label."""
    taught_with: str
    """Fingerprint of the examples."""

    def knows(self, stem: str) -> bool:
        """Say whether examples say a word of this stem."""
        return self.vocabulary.get(f"={stem}") is not None

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
    features: Iterable[str], vocabulary: Vocabulary, rarities: "array[int]"
) -> list[tuple[int, float]]:
    """Give each known feature's row, and its weight: more when repeated, more when rare."""
    known = (vocabulary.get(feature) for feature in features)
    counted = Counter(row for row in known if row is not None)
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
    line, _, rest = path.read_bytes().partition(b"\n")
    head = json.loads(line)
    number, columns = head["features"], len(head["labels"])
    if len(rest) != number * (4 + 2 + columns):
        raise ValueError(f"{path}: weights are missing")
    hashes, rarities = array("I", rest[: 4 * number]), array("H", rest[4 * number : 6 * number])
    if sys.byteorder == "big":
        hashes.byteswap()
        rarities.byteswap()
    return Model(
        tuple(head["labels"]),
        tuple(head["intercepts"]),
        head["scale"],
        Vocabulary(hashes),
        rarities,
        memoryview(rest)[6 * number :].cast("b"),
        head["examples"],
    )


def write(model: Model, path: Path) -> None:
    """Write a weights file; the same model gives the same bytes."""
    hashes, rarities = array("I", model.vocabulary.hashes), array("H", model.rarities)
    if sys.byteorder == "big":
        hashes.byteswap()
        rarities.byteswap()
    head = {
        "examples": model.taught_with,
        "labels": model.labels,
        "intercepts": model.intercepts,
        "scale": model.scale,
        "features": len(hashes),
    }
    line = json.dumps(head).encode() + b"\n"
    path.write_bytes(line + hashes.tobytes() + rarities.tobytes() + model.weights.tobytes())


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
FOR_TEAM = Learnt("for_team")
"""What is told to the organisers: the labels are `ForTeam`."""
