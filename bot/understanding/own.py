"""Questions of an event's own: the nearest of the wordings that its organisers gave.

Nothing is trained for them: wordings and text are compared by their words, rare ones (« chien »)
weighing more than those that every question has (« est-ce que », « venir »).
"""

import math
from collections.abc import Callable, Mapping, Sequence

from bot.understanding.event_names import NO_NAMES, EventNames
from bot.understanding.features import masked, stem_of
from bot.understanding.model import QUESTIONS, RARITY

NEAR = 0.42
"""From this likeness on (0 to 1) a text asks what the wording asks. Chosen in
tests/understanding/test_own.py: a question answered with another's answer costs more than one
answered « l’annonce ne le dit pas »."""
_UNHEARD = 7.0
"""How rare a word is that no example says."""
_SHARP = 2
"""Power of a word's rarity: the higher, the less small words count."""

_Weights = Mapping[str, float]


def nearest(
    wordings: Sequence[Sequence[str]],
    text: str,
    names: EventNames = NO_NAMES,
    *,
    near: float = NEAR,
) -> int | None:
    """Give which question the text asks, by its place; None when it asks none of them.

    `wordings` has, for each question, a few ways to ask it; `near`: from which likeness on.
    """
    said = _weights(text, names)
    if not said or not wordings:
        return None
    likenesses = [
        max((_likeness(_weights(wording, names), said) for wording in ways), default=0.0)
        for ways in wordings
    ]
    best = max(range(len(likenesses)), key=lambda place: likenesses[place])
    return best if likenesses[best] >= near else None


def _weights(text: str, names: EventNames) -> dict[str, float]:
    """Give the weight of each stem of the text."""
    rarity = _rarity()
    stems = {stem_of(word) for word in masked(text, names).split() if word != "?"}
    return {_singular(stem): rarity(stem) ** _SHARP for stem in stems}


def _singular(stem: str) -> str:
    return stem.rstrip("sx") if len(stem) > 3 else stem


def _rarity() -> Callable[[str], float]:
    model = QUESTIONS.model

    def rarity(stem: str) -> float:
        row = model.vocabulary.get(f"={stem}")
        return _UNHEARD if row is None else model.rarities[row] / RARITY

    return rarity


def _likeness(one: _Weights, other: _Weights) -> float:
    """Give the cosine between two texts."""
    shared = math.fsum(weight * other[stem] for stem, weight in one.items() if stem in other)
    return shared / (_length(one) * _length(other)) if shared else 0.0


def _length(weights: _Weights) -> float:
    return math.sqrt(math.fsum(weight * weight for weight in weights.values()))
