"""Examples of questions about the registration itself, learnt: a multinomial logistic regression.

`examples/procedure/<kind>.txt`, a sentence a line. What is none of them is learnt from `autre.txt`,
from what is asked of the day (`examples/questions`) and from messages that ask nothing
(`examples/acts`). Needs scikit-learn (the group `dev`). The same examples give the same weights.
"""

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.linear_model import LogisticRegression

from bot.teaching import acts, examples, fitting, lines
from bot.teaching.fitting import matrix, packed, stems_of, unlike, vocabulary_of
from bot.teaching.noise import misspelt
from bot.understanding import model as models
from bot.understanding import procedure
from bot.understanding.act import Act
from bot.understanding.intents import Intent
from bot.understanding.model import Model
from bot.understanding.procedure import Procedure

FOLDER = examples.FOLDER / "procedure"
BLIND = examples.FOLDER / "procedure-blind.txt"
"""Sentences that nobody reads, « kind | sentence », to measure with."""
SAID_BY = 3
"""A feature counts when so many sentences have it: there are many."""
CARE = 20.0
"""Inverse of the regularisation."""
OF_THE_REGISTRATION = frozenset(
    {
        Intent.PRIVACY,
        Intent.HUMAN,
        Intent.CONTACT,
        Intent.CANCEL,
        Intent.CHANGE,
        Intent.MINE,
        Intent.AUDIENCE,
        Intent.REMINDER,
        Intent.PARTNER,
        Intent.WAITING_LIST,
        Intent.HELP,
        Intent.HEADCOUNT,
        Intent.LISTING,
        Intent.EXPORT,
        Intent.UNANSWERED,
        Intent.HISTORY,
    }
)
"""What overlaps with these kinds, and teaches nothing of what is none of them."""
OF_ONE_INTENT = 300
"""So many sentences of what is asked of the day, of each intent."""
OFF_TOPIC = 2000
ASKING_NOTHING = 3000
"""Messages that ask nothing."""


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence and what it asks."""

    text: str
    kind: Procedure


def load() -> list[Example]:
    """Read the sentences of all kinds, and those that are none of them."""
    return [*_written(), *_others()]


def load_blind() -> list[Example]:
    """Read what was kept aside."""
    parts = (line.split("|", 1) for line in BLIND.read_text("utf-8").splitlines())
    return [Example(text.strip(), Procedure(kind.strip())) for kind, text in parts]


def _written() -> Iterator[Example]:
    for kind in Procedure:
        for line in (FOLDER / f"{kind}.txt").read_text("utf-8").splitlines():
            yield Example(line.strip(), kind)


def _others() -> Iterator[Example]:
    dice = random.Random(5)  # noqa: S311, the same ones each time
    by_intent: dict[Intent, list[str]] = {}
    for one in examples.load():
        if len(one.intents) == 1 and one.intents[0] not in OF_THE_REGISTRATION:
            by_intent.setdefault(one.intents[0], []).append(one.text)
    for intent, texts in by_intent.items():
        number = OFF_TOPIC if intent is Intent.OFF_TOPIC else OF_ONE_INTENT
        yield from (Example(one, Procedure.NONE) for one in _some(texts, number, dice))
    silent = [one.text for one in acts.load() if not one.acts & {Act.ASKS, Act.CHECKS}]
    yield from (Example(one, Procedure.NONE) for one in _some(silent, ASKING_NOTHING, dice))


def _some(texts: list[str], number: int, dice: random.Random) -> list[str]:
    return dice.sample(texts, min(number, len(texts)))


def fingerprint(every: Iterable[Example]) -> str:
    """Give what tells whether examples changed since weights were learnt from them."""
    told = "\n".join(f"{one.kind}|{one.text}" for one in every)
    return lines.digest(told)


def learn(every: Sequence[Example], taught_with: str = "") -> Model:
    """Give the model of these examples; each is learnt a second time, misspelt."""
    stems = stems_of(one.text for one in every)
    blocks = [_blocks(one.text, stems) for one in every]
    known = vocabulary_of(blocks, said_by=SAID_BY)
    blocks += [_blocks(misspelt(one.text), stems) for one in every]
    labels = [kind for kind in Procedure if any(one.kind is kind for one in every)]
    regression = LogisticRegression(C=CARE, max_iter=1000)
    regression.fit(matrix(blocks, *known), [labels.index(one.kind) for one in every] * 2)
    coefficients = np.asarray(regression.coef_)
    return packed((coefficients, regression.intercept_), labels, known, taught_with)


def _blocks(text: str, stems: frozenset[str]) -> fitting.Blocks:
    return procedure.features(text, stems.__contains__)


def summary(blind: Sequence[Example], model: Model | None = None) -> dict[str, float]:
    """Give the shares by which it is measured: of what asks one of the kinds, and of the rest."""
    asked = [one for one in blind if one.kind is not Procedure.NONE]
    others = [one for one in blind if one.kind is Procedure.NONE]
    told = [_told(one, model) for one in asked]
    wrong = [found for one, found in zip(asked, told, strict=True) if found not in (None, one.kind)]
    right = sum(found is one.kind for one, found in zip(asked, told, strict=True))
    return {
        "procedure_right": right / len(asked),
        "procedure_wrong": len(wrong) / len(asked),
        "procedure_others_answered": sum(_told(one, model) is not None for one in others)
        / len(others),
    }


def _told(one: Example, model: Model | None) -> Procedure | None:
    likely = procedure.likelihoods(one.text, model)
    best = max(likely, key=lambda kind: likely[kind])
    is_sure = best is not Procedure.NONE and likely[best] >= procedure.SURE
    return best if is_sure else None


def teach(say: Callable[[str], None], *, keep: bool = True) -> Model:
    """Learn all examples but the blind ones; print what they are worth, keep the weights."""
    every, blind = load(), load_blind()
    model = learn(unlike(every, blind), fingerprint(every))
    say(f"\n{len(every)} phrases sur l’inscription elle-même ; sur {len(blind)} phrases cachées :")
    for name, share in summary(blind, model).items():
        say(f"{name:28} {share:.3f}")
    if keep:
        models.write(model, models.PROCEDURE.path)
    return model
