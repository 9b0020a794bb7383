"""How well questions are recognised: right, suggested, wrong; by intent, by register, by threshold.

"In" is a question about the day, "off" one that is not. What is wrong is what is answered wrongly:
a suggestion without the right intent is a miss, no wrong answer.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.teaching.examples import NAMES, Example
from bot.understanding import questions
from bot.understanding.intents import FRENCH, POLITE, Intent
from bot.understanding.model import Model
from bot.understanding.normal import plain
from bot.understanding.questions import Asked

RIGHT, SUGGESTED, MISSED, WRONG = "juste", "proposé", "manqué", "faux"
"""What becomes of a question: answered rightly, offered, neither, answered wrongly."""

_SMS = re.compile(
    r"\b(?:[ck]|koi|kel\w*|ki|ke|kan|cb|pr|ds|vs|ns|stp|slt|bjr|jv\w+|jp\w+|jsui\w*|ya|pk\w*|g|tt"
    r"|dsl|svp|fo|sa|cest|cmt|coman|comen|komen|dc|jé|bcp|mci)\b"
)
_ENGLISH = re.compile(
    r"\b(?:the|is|are|what|how|where|when|who|can|do|my|i|you|to|we|it|does|there|of|for|this|please)\b"
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A sentence, what it was taken for, and what becomes of it."""

    example: Example
    asked: Asked
    fate: str

    @property
    def is_off(self) -> bool:
        """Whether the sentence is not about the day."""
        return self.example.intents == (Intent.OFF_TOPIC,)


def judge(examples: Iterable[Example], model: Model) -> list[Outcome]:
    """Give what a model makes of sentences."""
    outcomes = []
    for example in examples:
        asked = questions.ask(example.text, NAMES, model=model)
        outcomes.append(Outcome(example, asked, fate_of(example, asked)))
    return outcomes


def fate_of(example: Example, asked: Asked) -> str:
    """Give what becomes of a sentence."""
    expected, found = set(example.intents), set(asked.intents)
    accepted = expected | set(example.accepted)
    if found == expected or (len(found) == 1 and found <= accepted):
        return RIGHT
    if found:
        return WRONG
    if accepted & set(asked.suggestions):
        return SUGGESTED
    return MISSED


def register_of(text: str) -> str:
    """Give how a sentence is written, roughly: anglais, sms, mot, long, courant."""
    words = plain(text).split()
    if len(_ENGLISH.findall(plain(text))) * 3 >= len(words) > 2:
        return "anglais"
    if _SMS.search(text.casefold()):
        return "sms"
    if len(words) <= 3:
        return "mot"
    return "long" if len(words) > 20 else "courant"


def share(outcomes: Sequence[Outcome], *fates: str) -> float:
    """Give the share, 0 to 1, of these fates."""
    return sum(one.fate in fates for one in outcomes) / len(outcomes) if outcomes else 0.0


def summary(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """Give the figures that must not fall (or, of `wrong`, not rise)."""
    inside = [one for one in outcomes if not one.is_off]
    off = [one for one in outcomes if one.is_off]
    return {
        "in_right": share(inside, RIGHT),
        "in_wrong": share(inside, WRONG),
        "in_right_or_suggested": share(inside, RIGHT, SUGGESTED),
        "off_not_answered": 1 - share(off, WRONG),
    }


def confusions(outcomes: Iterable[Outcome]) -> Counter[tuple[str, str]]:
    """Count what is answered for what is asked, where that is wrong."""
    return Counter(
        (_names(one.example.intents), _names(one.asked.intents))
        for one in outcomes
        if one.fate == WRONG
    )


def _names(intents: Iterable[Intent]) -> str:
    return "+".join(sorted(FRENCH[intent] for intent in intents))


@dataclass(frozen=True, slots=True)
class Point:
    """What comes of one threshold in the place of `questions.SURE`: shares from 0 to 1."""

    threshold: float
    right: float
    """Of the questions about the day, answered rightly."""
    wrong: float
    suggested: float
    """Not answered, with what was meant among the suggestions."""
    off_answered: float
    """Of all else, answered as if it were about the day."""


def curve(
    examples: Sequence[Example], model: Model, thresholds: Sequence[float]
) -> Iterator[Point]:
    """Give what comes of each threshold; the second of two intents is not looked at."""
    found = []
    for example in examples:
        likely = dict(questions.likelihoods(example.text, NAMES, model=model))
        off = likely.pop(Intent.OFF_TOPIC, 1.0)
        ranked = sorted(likely, key=lambda intent: -likely[intent])
        accepted = {*example.intents, *example.accepted}
        shut = off >= questions.SURE_OFF_TOPIC
        margin = -1.0 if shut or not ranked else likely[ranked[0]] - off
        if ranked and ranked[0] in POLITE:
            margin += questions.SURE - questions.SURE_IF_POLITE
        offered = not accepted.isdisjoint(ranked[: questions.SUGGESTIONS])
        found.append(_Case(example, accepted, ranked[:1], margin, shut, offered and not shut))
    inside = [case for case in found if not case.is_off]
    outside = [case for case in found if case.is_off]
    for threshold in thresholds:
        right, wrong, suggested, _ = _shares(inside, threshold)
        yield Point(threshold, right, wrong, suggested, 1 - _shares(outside, threshold)[3])


@dataclass(frozen=True, slots=True)
class _Case:
    example: Example
    accepted: set[Intent]
    first: Sequence[Intent]
    margin: float
    """By how much the first is likelier than that the text is off topic."""
    shut: bool
    """Taken for off topic."""
    offered: bool

    @property
    def is_off(self) -> bool:
        return self.example.intents == (Intent.OFF_TOPIC,)

    @property
    def is_right(self) -> bool:
        return not self.accepted.isdisjoint(self.first)


def _shares(cases: Sequence[_Case], threshold: float) -> tuple[float, float, float, float]:
    """Give the shares: right, wrong, suggested, and not answered at all."""
    counted: Counter[str] = Counter()
    for case in cases:
        answered = case.margin >= threshold
        counted[RIGHT] += answered and case.is_right
        counted[WRONG] += case.shut or (answered and not case.is_right)
        counted[SUGGESTED] += not answered and case.offered
        counted[MISSED] += not answered
    every = len(cases) or 1
    right, wrong, suggested, silent = (
        counted[fate] / every for fate in (RIGHT, WRONG, SUGGESTED, MISSED)
    )
    return right, wrong, suggested, silent


def table(outcomes: Iterable[Outcome], key: str) -> Iterator[str]:
    """Give lines of right, suggested, missed and wrong, for each intent or register."""
    rows: Mapping[str, list[Outcome]] = defaultdict(list)
    for one in outcomes:
        name = _names(one.example.intents) if key == "intent" else register_of(one.example.text)
        rows[name if "+" not in name else "deux questions"].append(one)
    yield f"{'':20} {'phrases':>8} {RIGHT:>8} {SUGGESTED:>8} {MISSED:>8} {WRONG:>8}"
    for name in sorted(rows):
        shares = " ".join(
            f"{share(rows[name], fate):8.2f}" for fate in (RIGHT, SUGGESTED, MISSED, WRONG)
        )
        yield f"{name:20} {len(rows[name]):8} {shares}"
