"""From features to a model: what questions and acts are learnt with.

Needs scikit-learn (the group `dev`). The same examples give the same weights.
"""

import math
from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar
from zlib import crc32

import numpy as np
from scipy.sparse import csr_matrix

from bot.understanding.features import READ_WORDS, stem_of
from bot.understanding.model import RARITY, Model, Vocabulary, weighed
from bot.understanding.normal import plain

SAID_BY = 2
"""A feature or word counts when so many lines have it."""


class Said(Protocol):
    """An example of something that was written."""

    @property
    def text(self) -> str:
        """The words."""


S = TypeVar("S", bound=Said)
Blocks = Sequence[Sequence[str]]
"""The features of one sentence, in blocks."""


def often(said: Iterable[Iterable[str]]) -> frozenset[str]:
    """Give what so many lines say that it counts."""
    counted: Counter[str] = Counter()
    for stems in said:
        counted.update(set(stems))
    return frozenset(stem for stem, times in counted.items() if times >= SAID_BY)


def stems_of(texts: Iterable[str]) -> frozenset[str]:
    """Give the stems that so many texts have that they count."""
    return often(map(stem_of, plain(text).split()[:READ_WORDS]) for text in texts)


def unlike(every: Sequence[S], blind: Iterable[Said]) -> list[S]:
    """Give the examples that are not one of the blind ones."""
    kept_aside = {plain(one.text) for one in blind}
    return [one for one in every if plain(one.text) not in kept_aside]


def vocabulary_of(
    said: Sequence[Blocks], *, said_by: int = SAID_BY
) -> tuple[Vocabulary, "array[int]"]:
    """Give the row of each feature that counts, and how rare each is.

    Two features with one hash are one: that is rare, and harms little.
    """
    frequent = Counter(feature for blocks in said for feature in set().union(*blocks))
    by_hash: dict[int, int] = {}
    for one, times in frequent.items():
        if times >= said_by:
            by_hash[crc32(one.encode())] = max(times, by_hash.get(crc32(one.encode()), 0))
    hashes = sorted(by_hash)
    rarities = (
        min(round((math.log((1 + len(said)) / (1 + by_hash[one])) + 1) * RARITY), 65535)
        for one in hashes
    )
    return Vocabulary(array("I", hashes)), array("H", rarities)


def matrix(said: Sequence[Blocks], vocabulary: Vocabulary, rarities: "array[int]") -> csr_matrix:
    """Give the features of each sentence, as `Model` weighs them."""
    ends, rows, values = [0], list[int](), list[float]()
    for blocks in said:
        for block in blocks:
            found = weighed(block, vocabulary, rarities)
            length = math.sqrt(math.fsum(value * value for _, value in found)) or 1.0
            rows += [row for row, _ in found]
            values += [value / length for _, value in found]
        ends.append(len(rows))
    return csr_matrix((values, rows, ends), shape=(len(said), len(rarities)))


def packed(
    fitted: tuple["np.ndarray", "np.ndarray"],
    labels: Sequence[str],
    known: tuple[Vocabulary, "array[int]"],
    taught_with: str,
) -> Model:
    """Give the model with weights of one byte; `fitted`: a row a label, and the intercepts."""
    coefficients, intercepts = fitted
    scale = float(f"{np.abs(coefficients).max() / 127:.6g}")
    steps = np.clip(np.rint(coefficients.T / scale), -127, 127).astype(np.int8)
    rounded = tuple(round(float(value), 4) for value in intercepts)
    weights = memoryview(steps.tobytes()).cast("b")
    return Model(tuple(labels), rounded, scale, *known, weights, taught_with)
