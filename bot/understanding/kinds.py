"""Which kind a sentence is of, where the kinds were learnt from files of sentences, one a kind."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import Generic, TypeVar

from bot.understanding import acts
from bot.understanding.act import Situation
from bot.understanding.features import READ_WORDS, phrases, pieces
from bot.understanding.model import Learnt, Model, softmax

K = TypeVar("K", bound=StrEnum)

SHORT = 3
"""Words below which nothing is said clearly enough."""


def features(text: str, knows: Callable[[str], bool]) -> Sequence[Sequence[str]]:
    """Give what sentences are learnt and recognised by, in blocks: see `acts.features`."""
    said, _ = acts.masked_facts(text, Situation.MENU)
    words = said.split()[:READ_WORDS]
    return (
        list(pieces(words)),
        list(phrases(words, knows)),
        list(acts.groups(words, knows)),
    )


class Kinds(Generic[K]):
    """Kinds of sentences, and the weights that tell them apart; `none` is none of them.

    `sure`: from this likelihood on a kind is read.
    """

    def __init__(self, learnt: Learnt, none: K, *, sure: float) -> None:
        self.learnt = learnt
        self.none = none
        self.sure = sure
        self.all: type[K] = type(none)
        self.likely = lru_cache(maxsize=64)(self.likelihoods)
        """The likelihoods of a sentence, remembered: each is looked at repeatedly."""

    def likelihoods(self, text: str, model: Model | None = None) -> Mapping[K, float]:
        """Give how likely it is that a sentence is of each kind."""
        model = model or self.learnt.model
        likely = softmax(model.scores(*features(text, model.knows)))
        return {self.all(one): how for one, how in zip(model.labels, likely, strict=True)}

    def decided(self, likely: Mapping[K, float]) -> K:
        """Give what a sentence is taken for, of how likely it is each kind."""
        best = max(likely, key=lambda one: likely[one])
        return best if likely[best] >= self.sure else self.none

    def read(self, text: str) -> K | None:
        """Give the kind of a sentence; None: it is none of them, or too short to tell."""
        if len(text.split()) < SHORT:
            return None
        kind = self.decided(self.likely(text))
        return None if kind is self.none else kind


class AnyKind(Kinds[K]):
    """Kinds that are alike enough: it counts whether a sentence is any of them."""

    def decided(self, likely: Mapping[K, float]) -> K:
        """Give the likeliest kind, where it is likely enough to be any."""
        known = [one for one in likely if one is not self.none]
        is_any = 1 - likely[self.none] >= self.sure
        return max(known, key=lambda one: likely[one]) if is_any else self.none
