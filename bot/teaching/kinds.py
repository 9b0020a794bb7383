"""Kinds of sentences, learnt: a multinomial logistic regression.

A folder of `examples/` has a file for each kind, a sentence a line. Needs scikit-learn (the group
`dev`). The same examples give the same weights.
"""

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Generic, TypeVar

import numpy as np
from sklearn.linear_model import LogisticRegression

from bot.teaching import acts, examples, fitting, lines
from bot.teaching.fitting import matrix, packed, stems_of, unlike, vocabulary_of
from bot.teaching.noise import misspelt
from bot.understanding import kinds as reading
from bot.understanding import model as models
from bot.understanding.act import Act
from bot.understanding.intents import Intent
from bot.understanding.kinds import Kinds
from bot.understanding.model import Model

K = TypeVar("K", bound=StrEnum)

SAID_BY = 3
"""A feature counts when so many sentences have it: there are many."""
CARE = 20.0
"""Inverse of the regularisation."""


@dataclass(frozen=True, slots=True)
class Example(Generic[K]):
    """A sentence and its kind."""

    text: str
    kind: K


@dataclass(frozen=True, slots=True)
class Lesson(Generic[K]):
    """What is to be told apart, and what it is learnt from."""

    name: str
    """Of the folder of examples, and what its figures begin with."""
    told: str
    """What the sentences are about, in French."""
    kinds: Kinds[K]
    others: Callable[[], Iterable[str]]
    """Sentences of other examples that are of no kind."""

    @property
    def folder(self) -> Path:
        """The files of sentences, one a kind."""
        return examples.FOLDER / self.name

    def load(self) -> list[Example[K]]:
        """Read the sentences of all kinds, and those that are none of them."""
        others = (Example(one, self.kinds.none) for one in self.others())
        return [*self._written(), *others]

    def _written(self) -> Iterator[Example[K]]:
        for kind in self.kinds.all:
            for line in (self.folder / f"{kind}.txt").read_text("utf-8").splitlines():
                yield Example(line.strip(), kind)

    def load_blind(self) -> list[Example[K]]:
        """Read what was kept aside: sentences that nobody reads, « kind | sentence »."""
        text = (examples.FOLDER / f"{self.name}-blind.txt").read_text("utf-8")
        parts = (line.split("|", 1) for line in text.splitlines())
        return [Example(said.strip(), self.kinds.all(kind.strip())) for kind, said in parts]

    def summary(self, blind: Sequence[Example[K]], model: Model | None = None) -> dict[str, float]:
        """Give the shares by which it is measured: of what is of a kind, and of the rest."""
        none = self.kinds.none
        told = [(one.kind, self._read(one.text, model)) for one in blind]
        known = [(kind, found) for kind, found in told if kind is not none]
        rest = [found for kind, found in told if kind is none]
        return {
            f"{self.name}_right": sum(kind is found for kind, found in known) / len(known),
            f"{self.name}_wrong": sum(found not in (kind, none) for kind, found in known)
            / len(known),
            f"{self.name}_others_taken": sum(found is not none for found in rest) / len(rest),
        }

    def _read(self, text: str, model: Model | None) -> K:
        return self.kinds.decided(self.kinds.likelihoods(text, model))

    def learn(self, every: Sequence[Example[K]], taught_with: str = "") -> Model:
        """Give the model of these examples; each is learnt a second time, misspelt."""
        stems = stems_of(one.text for one in every)
        blocks = [_blocks(one.text, stems) for one in every]
        known = vocabulary_of(blocks, said_by=SAID_BY)
        blocks += [_blocks(misspelt(one.text), stems) for one in every]
        labels = [kind for kind in self.kinds.all if any(one.kind is kind for one in every)]
        regression = LogisticRegression(C=CARE, max_iter=1000)
        regression.fit(matrix(blocks, *known), [labels.index(one.kind) for one in every] * 2)
        coefficients = np.asarray(regression.coef_)
        return packed((coefficients, regression.intercept_), labels, known, taught_with)

    def teach(self, say: Callable[[str], None], *, keep: bool = True) -> Model:
        """Learn all examples but the blind ones; print what they are worth, keep the weights."""
        every, blind = self.load(), self.load_blind()
        model = self.learn(unlike(every, blind), fingerprint(every))
        say(f"\n{len(every)} phrases sur {self.told} ; sur {len(blind)} phrases cachées :")
        for name, share in self.summary(blind, model).items():
            say(f"{name:28} {share:.3f}")
        if keep:
            models.write(model, self.kinds.learnt.path)
        return model


def fingerprint(every: Iterable[Example[K]]) -> str:
    """Give what tells whether examples changed since weights were learnt from them."""
    return lines.digest("\n".join(f"{one.kind}|{one.text}" for one in every))


def _blocks(text: str, stems: frozenset[str]) -> fitting.Blocks:
    return reading.features(text, stems.__contains__)


def of_the_day(
    dice: random.Random, but: frozenset[Intent], *, each: int, off_topic: int
) -> Iterator[str]:
    """Give questions about the day, so many of each intent; `but`: of other intents than these."""
    by_intent: dict[Intent, list[str]] = {}
    for one in examples.load():
        if len(one.intents) == 1 and one.intents[0] not in but:
            by_intent.setdefault(one.intents[0], []).append(one.text)
    for intent, texts in by_intent.items():
        number = off_topic if intent is Intent.OFF_TOPIC else each
        yield from dice.sample(texts, min(number, len(texts)))


def asking_nothing(dice: random.Random, number: int) -> list[str]:
    """Give so many messages that ask nothing."""
    texts = [one.text for one in acts.load() if not one.acts & {Act.ASKS, Act.CHECKS}]
    return dice.sample(texts, min(number, len(texts)))
