"""From examples of questions to a model: a multinomial logistic regression, made small.

Needs scikit-learn (the group `dev`). The same examples give the same weights.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from bot.teaching.examples import LIKE, Example
from bot.teaching.fitting import matrix, often, packed, vocabulary_of
from bot.teaching.noise import greeted, misspelt
from bot.understanding.features import READ_WORDS, phrases, pieces, stem_of
from bot.understanding.intents import BY_EXAMPLES, POLITE, Intent
from bot.understanding.model import Model

CARE = 12.0
"""Inverse of the regularisation: more follows the examples more closely."""
ROUNDS = 1000
"""At most so many steps of the solver."""
CLOSE = 1e-4
"""How near to the best weights the solver stops; sooner, figures jump from one try to the next."""
OFF_TOPIC_HELD_BACK = 0.2
"""Taken off the intercept of OFF_TOPIC, in logits. It has far more examples than any other intent,
because there is more that is not about the day, and not because people ask it more often here. Read
off the blind sentences, as the thresholds are."""


def learn(examples: Sequence[Example], taught_with: str = "") -> Model:
    """Give the model of these examples."""
    said = [example.masked.split()[:READ_WORDS] for example in examples]
    stems = often((stem_of(word) for word in words) for words in _by_line(examples, said).values())
    blocks = [_blocks(words, stems) for words in said]
    known = vocabulary_of(blocks)
    again = [replace(example, text=_said_again(example)) for example in examples]
    blocks += [_blocks(example.masked.split()[:READ_WORDS], stems) for example in again]
    intents = BY_EXAMPLES
    fitted = _fit([*examples, *again], matrix(blocks, *known), intents)
    return packed(fitted, intents, known, taught_with)


def _blocks(words: list[str], stems: frozenset[str]) -> tuple[list[str], list[str]]:
    return list(pieces(words)), list(phrases(words, stems.__contains__))


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


def _fit(
    examples: Sequence[Example], said: csr_matrix, intents: Sequence[Intent]
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
    regression.fit(said[sentences], targets, sample_weight=weights)
    coefficients = np.full((len(intents), said.shape[1]), 0.0)
    intercepts = np.full(len(intents), -30.0)  # what no example says is never meant
    coefficients[regression.classes_] = regression.coef_
    intercepts[regression.classes_] = regression.intercept_
    intercepts[intents.index(Intent.OFF_TOPIC)] -= OFF_TOPIC_HELD_BACK
    return coefficients, intercepts
