"""Examples of what messages do, learnt: a logistic regression for each act.

`examples/acts/*.txt`, a message a line: « situation | message | acte, acte » (its README tells how
one is written). Needs scikit-learn (the group `dev`). The same examples give the same weights.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from bot.teaching import fitting, lines
from bot.teaching.examples import FOLDER as EXAMPLES
from bot.teaching.fitting import matrix, packed, stems_of, unlike, vocabulary_of
from bot.teaching.noise import misspelt
from bot.understanding import acts, signs
from bot.understanding import model as models
from bot.understanding.act import Act, Situation
from bot.understanding.model import Model

FOLDER = EXAMPLES / "acts"
BLIND = EXAMPLES / "acts-blind.txt"
"""Messages that nobody reads, to measure with."""
CARE = 6.0
"""Inverse of the regularisation."""
PARTS = 3


@dataclass(frozen=True, slots=True)
class Example:
    """A message, what stood open when it was written, and what it does."""

    situation: Situation
    text: str
    acts: frozenset[Act]


class ActError(ValueError):
    """A line that is no example; it says which and why."""


def load(files: Iterable[Path] | None = None) -> list[Example]:
    """Read the examples of files; those of `examples/acts` when none are named.

    Raises:
        ActError: a line is no example.
    """
    return lines.read(files or FOLDER.glob("*.txt"), _read, ActError)


def _read(line: str) -> Example:
    parts = [part.strip() for part in line.split("|")]
    if len(parts) != PARTS:
        raise ValueError("il faut une situation, un message, un ou des actes, entre deux barres")
    situation, text, said = parts
    return Example(
        Situation(situation), text, frozenset(Act(one.strip()) for one in said.split(","))
    )


def fingerprint(examples: Iterable[Example]) -> str:
    """Give what tells whether examples changed since weights were learnt from them."""
    told = "\n".join(f"{one.situation}|{one.text}|{sorted(one.acts)}" for one in examples)
    told += "".join(signs.READERS)
    return lines.digest(told)


def learn(examples: Sequence[Example], taught_with: str = "") -> Model:
    """Give the model of these examples; each is learnt a second time, misspelt."""
    stems = stems_of(one.text for one in examples)
    blocks = [_blocks(one.text, one.situation, stems) for one in examples]
    known = vocabulary_of(blocks)
    blocks += [_blocks(misspelt(one.text), one.situation, stems) for one in examples]
    said = matrix(blocks, *known)
    labels = tuple(Act)
    coefficients = np.zeros((len(labels), said.shape[1]))
    intercepts = np.zeros(len(labels))
    for row, act in enumerate(labels):
        regression = LogisticRegression(C=CARE, max_iter=1000)
        regression.fit(said, [act in one.acts for one in examples] * 2)
        coefficients[row], intercepts[row] = regression.coef_[0], regression.intercept_[0]
    return packed((coefficients, intercepts), labels, known, taught_with)


def _blocks(text: str, situation: Situation, stems: frozenset[str]) -> fitting.Blocks:
    return acts.features(text, situation, stems.__contains__)


# ---- what it is worth


@dataclass(frozen=True, slots=True)
class Worth:
    """How an act is told: shares, 0 to 1, of the blind messages."""

    act: Act
    said: int
    """Messages that do it."""
    found: float
    """Of these, those held likely (`acts.LIKELY`)."""
    kept: float
    """Of these, those held possible (`acts.POSSIBLE`): what is not is not done."""
    let_in: float
    """Of the others, those held possible."""
    wrong: float
    """Of the others, those held likely."""


def worth(blind: Sequence[Example], model: Model | None = None) -> list[Worth]:
    """Give how well each act is told of blind messages."""
    told = [(one, acts.likelihoods(one.text, one.situation, model)) for one in blind]
    return [_worth(act, told) for act in Act]


def _worth(act: Act, told: Sequence[tuple[Example, acts.Likelihoods]]) -> Worth:
    so = [likely[act] for one, likely in told if act in one.acts]
    other = [likely[act] for one, likely in told if act not in one.acts]
    return Worth(
        act,
        len(so),
        _share(so, acts.LIKELY),
        _share(so, acts.POSSIBLE[act]),
        _share(other, acts.POSSIBLE[act]),
        _share(other, acts.LIKELY),
    )


def _share(found: Sequence[float], least: float) -> float:
    return sum(one >= least for one in found) / len(found) if found else 1.0


def summary(blind: Sequence[Example], model: Model | None = None) -> dict[str, float]:
    """Give the shares by which the acts are measured: of messages, and of acts said."""
    told = [(one, acts.likelihoods(one.text, one.situation, model)) for one in blind]
    said = [(likely[act], act) for one, likely in told for act in one.acts]
    unsaid = [(likely[act], act) for one, likely in told for act in Act if act not in one.acts]
    return {
        "acts_first_right": sum(max(how, key=how.__getitem__) in one.acts for one, how in told)
        / len(told),
        "acts_found": _share([how for how, _ in said], acts.LIKELY),
        "acts_wrong": _share([how for how, _ in unsaid], acts.LIKELY),
        "acts_shut_out": 1 - sum(how >= acts.POSSIBLE[act] for how, act in said) / len(said),
    }


def teach(say: Callable[[str], None], *, keep: bool = True) -> Model:
    """Learn all examples but the blind ones; print what they are worth, keep the weights."""
    every, blind = load(), load([BLIND])
    model = learn(unlike(every, blind), fingerprint(every))
    say(f"\n{len(every)} messages et ce qu’ils font ; parmi {len(blind)} messages cachés :")
    say(f"{'acte':10}{'dits':>6}{'trouvés':>9}{'possibles':>10}{'autres':>8}{'à tort':>8}")
    for one in worth(blind, model):
        shares = (one.found, one.kept, one.let_in, one.wrong)
        say(f"{one.act:10}{one.said:6}" + "".join(f"{share:9.3f}" for share in shares))
    for name, share in summary(blind, model).items():
        say(f"{name:24} {share:.3f}")
    if keep:
        models.write(model, models.ACTS.path)
    return model
