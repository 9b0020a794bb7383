"""Labelled messages: read from their files, varied, learnt, and measured."""

import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pycrfsuite

from bot.teaching import lines
from bot.understanding import tagger
from bot.understanding.normal import without_accents
from bot.understanding.tagger import LABELS, QUESTIONS

TAUGHT_WITH = tagger.WEIGHTS.with_suffix(".taught")
"""The fingerprint of the messages that the weights were learnt from."""
BLIND = Path(__file__).parent.parent.parent / "examples" / "facts-blind.txt"
"""Messages that nobody reads, to measure with."""
FOLDER = Path(__file__).parent.parent.parent / "examples" / "facts"

_MARK = re.compile(r"\{(?P<label>\w+):(?P<said>[^{}]+)\}")
_SWAPPED = ("self", "name", "other", "function", "organisation", "of", "territory")
VARIANTS = 4
"""How often each message is learnt, other names, functions… in it each time but the first."""


class LabelError(ValueError):
    """A line that is no labelled message; it says which and why."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A message in pieces: text, and the label of each piece (`""`: none)."""

    question: str
    pieces: tuple[tuple[str, str], ...]

    @property
    def text(self) -> str:
        """The message as it was written."""
        return "".join(said for _, said in self.pieces)


def parse(line: str) -> Labelled:
    """Read `question | Bonjour, {self:Paul Martin}, {function:maire}`.

    Raises:
        LabelError: it is not of that form.
    """
    question, bar, message = line.partition(" | ")
    if not bar or question not in QUESTIONS:
        raise LabelError(f"no question before a bar: {line}")
    pieces, at = [], 0
    message = message.replace("\\n", "\n")
    for mark in _MARK.finditer(message):
        if mark["label"] not in LABELS:
            raise LabelError(f"no label {mark['label']}: {line}")
        pieces += [("", message[at : mark.start()]), (mark["label"], mark["said"])]
        at = mark.end()
    pieces.append(("", message[at:]))
    if any("{" in said or "}" in said for label, said in pieces if not label):
        raise LabelError(f"a brace without its label: {line}")
    return Labelled(question, tuple((label, said) for label, said in pieces if said))


def load(files: Iterable[Path] | None = None) -> list[Labelled]:
    """Read the messages of files, each once; those of `examples/facts` when none are named.

    Raises:
        LabelError: a line is no labelled message.
    """
    found: dict[Labelled, None] = {}
    for file in sorted(files or FOLDER.glob("*.txt")):
        for line in file.read_text("utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                found[parse(line)] = None
    return list(found)


def sequence(one: Labelled) -> tuple[list[str], list[str]]:
    """Give the words of a message, and the label of each: `B-name`, `I-name`, `O`."""
    ends: list[tuple[int, int, str]] = []
    at = 0
    for label, said in one.pieces:
        if label:
            ends.append((at, at + len(said), label))
        at += len(said)
    words, labels = [], []
    for word in tagger.tokens(one.text):
        span = next((one for one in ends if one[0] <= word.start() < one[1]), None)
        words.append(word.group())
        if span is None:
            labels.append("O")
        else:
            begins = not labels or word.start() == span[0] or not labels[-1].endswith(span[2])
            labels.append(f"{'B' if begins else 'I'}-{span[2]}")
    return words, labels


# ---- variants


def varied(messages: Sequence[Labelled], seed: int = 7) -> Iterator[Labelled]:
    """Give the messages, and each again with what others say in the place of what it says."""
    dice = random.Random(seed)  # noqa: S311 (nothing secret)
    pools = _pools(messages)
    for one in messages:
        yield one
        for _ in range(VARIANTS - 1):
            yield _written(_swapped(one, pools, dice), dice)


def _pools(messages: Iterable[Labelled]) -> dict[str, list[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for one in messages:
        for label, said in one.pieces:
            found["name" if label in ("self", "other") else label].add(said)
    return {label: sorted(said) for label, said in found.items()}


def _swapped(one: Labelled, pools: dict[str, list[str]], dice: random.Random) -> Labelled:
    pieces = []
    for label, said in one.pieces:
        if label in _SWAPPED and dice.random() < 0.8:
            pool = pools["name" if label in ("self", "other") else label]
            pieces.append((label, _like(said, other=dice.choice(pool))))
        else:
            pieces.append((label, said))
    return Labelled(one.question, tuple(pieces))


def _like(said: str, *, other: str) -> str:
    """Write another in the same case."""
    if said.islower():
        return other.lower()
    return other.upper() if said.isupper() and len(said) > 4 else other


def _written(one: Labelled, dice: random.Random) -> Labelled:
    """Write it as people do now and then: small, without accents, without commas."""
    roll = dice.random()
    change: Callable[[str], str]
    if roll < 0.12:
        change = str.lower
    elif roll < 0.2:
        change = without_accents
    elif roll < 0.26:
        return Labelled(
            one.question,
            tuple((label, said if label else said.replace(",", "")) for label, said in one.pieces),
        )
    elif roll < 0.29:
        change = str.upper
    else:
        return one
    return Labelled(one.question, tuple((label, change(said)) for label, said in one.pieces))


# ---- learning and measuring


def learn(messages: Sequence[Labelled], into: Path) -> None:
    """Learn messages and their variants; the weights are the same whenever they are learnt."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for one in varied(messages):
        words, labels = sequence(one)
        if words:
            trainer.append(list(tagger.features(words, one.question)), labels)
    trainer.set_params(
        {"c1": 0.25, "c2": 0.02, "max_iterations": 100, "feature.possible_transitions": True}
    )
    trainer.train(str(into))


def teach(say: Callable[[str], None]) -> None:
    """Learn all messages, keep the weights, say what they are worth on the blind ones."""
    messages = load()
    learn(messages, tagger.WEIGHTS)
    TAUGHT_WITH.write_text(fingerprint(messages) + "\n", "utf-8")
    say(f"\n{len(messages)} messages annotés, {tagger.WEIGHTS.stat().st_size / 1e6:.2f} Mo.")
    scores, whole = measure(load([BLIND]))
    say("Sur les messages cachés : trouvés, justes parmi les trouvés")
    for label, score in scores.items():
        say(f"{label:14}{score.there:5}{score.recall:8.3f}{score.precision:8.3f}")
    say(f"messages lus sans faute {whole:.3f}")


def fingerprint(messages: Iterable[Labelled]) -> str:
    """What changes when a message does."""
    return lines.digest("\n".join(map(repr, messages)))


@dataclass(slots=True)
class Score:
    """How many there were, were found, and were found rightly."""

    there: int = 0
    found: int = 0
    right: int = 0

    @property
    def recall(self) -> float:
        """Those of what was there that were found, to the letter."""
        return self.right / self.there if self.there else 1.0

    @property
    def precision(self) -> float:
        """Those of what was found that were there."""
        return self.right / self.found if self.found else 1.0


def measure(messages: Iterable[Labelled]) -> tuple[dict[str, Score], float]:
    """Give a score a label, and how many of the messages were read without a fault."""
    scores: dict[str, Score] = defaultdict(Score)
    whole = Counter[bool]()
    for one in messages:
        there, at = set(), 0
        for label, said in one.pieces:
            if label:
                there.add((label, at, at + len(said)))
            at += len(said)
        found = {(s.label, s.start, s.end) for s in tagger.tag(one.text, question=one.question)}
        for label in LABELS:
            mine = {span for span in there if span[0] == label}
            theirs = {span for span in found if span[0] == label}
            scores[label].there += len(mine)
            scores[label].found += len(theirs)
            scores[label].right += len(mine & theirs)
        whole[there == found] += 1
    return scores, whole[True] / max(1, whole.total())
