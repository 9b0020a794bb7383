"""From examples to a model: a multinomial logistic regression, made small.

Needs scikit-learn (the group `dev`). The same examples give the same weights.
"""

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from bot.teaching.examples import LIKE, Example
from bot.teaching.noise import greeted, misspelt
from bot.understanding.features import READ_WORDS, phrases, pieces, stem_of
from bot.understanding.intents import POLITE, Intent
from bot.understanding.model import RARITY, Model, weighed

CARE = 12.0
"""Inverse of the regularisation: more follows the examples more closely."""
ROUNDS = 1000
"""At most so many steps of the solver."""
CLOSE = 1e-4
"""How near to the best weights the solver stops; sooner, figures jump from one try to the next."""
SAID_BY = 2
"""A feature or word counts when so many lines have it."""
OFF_TOPIC_HELD_BACK = 0.2
"""Taken off the intercept of OFF_TOPIC, in logits. It has far more examples than any other intent,
because there is more that is not about the day, and not because people ask it more often here. Read
off the blind sentences, as the thresholds are."""


def learn(examples: Sequence[Example], taught_with: str = "") -> Model:
    """Give the model of these examples."""
    said = [example.masked.split()[:READ_WORDS] for example in examples]
    stems = _often((stem_of(word) for word in words) for words in _by_line(examples, said).values())
    blocks = [(list(pieces(words)), list(phrases(words, stems.__contains__))) for words in said]
    frequent = Counter(feature for pair in blocks for feature in set(pair[0]).union(pair[1]))
    kept = sorted(
        feature for feature, times in frequent.items() if times >= SAID_BY and "\n" not in feature
    )
    vocabulary = {feature: row for row, feature in enumerate(kept)}
    rarities = array(
        "H",
        (
            min(round((math.log((1 + len(said)) / (1 + frequent[f])) + 1) * RARITY), 65535)
            for f in kept
        ),
    )
    intents = tuple(Intent)
    again = [replace(example, text=_said_again(example)) for example in examples]
    blocks += [
        (list(pieces(words)), list(phrases(words, stems.__contains__)))
        for words in (example.masked.split()[:READ_WORDS] for example in again)
    ]
    matrix = _matrix(blocks, vocabulary, rarities)
    fitted = _fit([*examples, *again], matrix, intents)
    return _packed(fitted, intents, vocabulary, rarities, taught_with)


def _said_again(example: Example) -> str:
    """Give the sentence as it is learnt a second time."""
    text = misspelt(example.text)
    return text if POLITE.intersection(example.intents) else greeted(text)


def _by_line(examples: Sequence[Example], said: Sequence[list[str]]) -> Mapping[str, list[str]]:
    """Give all words of each line's sentences: a word counts once a line."""
    lines: dict[str, list[str]] = defaultdict(list)
    for example, words in zip(examples, said, strict=True):
        lines[example.line] += words
    return lines


def _often(lines: Iterable[Iterable[str]]) -> frozenset[str]:
    counted: Counter[str] = Counter()
    for stems in lines:
        counted.update(set(stems))
    return frozenset(stem for stem, times in counted.items() if times >= SAID_BY)


def _matrix(
    blocks: Sequence[tuple[list[str], list[str]]],
    vocabulary: Mapping[str, int],
    rarities: "array[int]",
) -> csr_matrix:
    """Give the features of each sentence, as `Model` weighs them."""
    ends, rows, values = [0], list[int](), list[float]()
    for pair in blocks:
        for block in pair:
            found = weighed(block, vocabulary, rarities)
            length = math.sqrt(math.fsum(value * value for _, value in found)) or 1.0
            rows += [row for row, _ in found]
            values += [value / length for _, value in found]
        ends.append(len(rows))
    return csr_matrix((values, rows, ends), shape=(len(blocks), len(vocabulary)))


def _fit(
    examples: Sequence[Example], matrix: csr_matrix, intents: Sequence[Intent]
) -> tuple["np.ndarray", "np.ndarray"]:
    """Give the weights (a row an intent) and the intercepts.

    A sentence that asks two things is an example of each, by half; the sentences of one line weigh
    less than as many lines would.
    """
    of_line = Counter(example.line for example in examples)
    sentences, targets, weights = [], [], []
    for number, example in enumerate(examples):
        for intent in example.intents:
            sentences.append(number)
            targets.append(intents.index(intent))
            weights.append(of_line[example.line] ** (LIKE - 1) / len(example.intents))
    regression = LogisticRegression(C=CARE, max_iter=ROUNDS, tol=CLOSE)
    regression.fit(matrix[sentences], targets, sample_weight=weights)
    coefficients = np.full((len(intents), matrix.shape[1]), 0.0)
    intercepts = np.full(len(intents), -30.0)  # what no example says is never meant
    coefficients[regression.classes_] = regression.coef_
    intercepts[regression.classes_] = regression.intercept_
    intercepts[intents.index(Intent.OFF_TOPIC)] -= OFF_TOPIC_HELD_BACK
    return coefficients, intercepts


def _packed(
    fitted: tuple["np.ndarray", "np.ndarray"],
    intents: tuple[Intent, ...],
    vocabulary: Mapping[str, int],
    rarities: "array[int]",
    taught_with: str,
) -> Model:
    """Give the model with weights of one byte."""
    coefficients, intercepts = fitted
    scale = float(f"{np.abs(coefficients).max() / 127:.6g}")
    steps = np.clip(np.rint(coefficients.T / scale), -127, 127).astype(np.int8)
    rounded = tuple(round(float(value), 4) for value in intercepts)
    weights = memoryview(steps.tobytes()).cast("b")
    return Model(intents, rounded, scale, vocabulary, rarities, weights, taught_with)
