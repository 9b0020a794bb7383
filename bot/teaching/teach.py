"""`binome teach`: learn the examples, say what they are worth, keep the weights."""

import json
from collections.abc import Callable, Sequence

from rapidfuzz import fuzz, process

from bot.teaching import examples as files
from bot.teaching import figures
from bot.teaching.examples import Example
from bot.teaching.figures import RIGHT, WRONG, Outcome
from bot.teaching.learn import learn
from bot.understanding import model as models
from bot.understanding.intents import FRENCH
from bot.understanding.model import Model

ALIKE = 90
"""From this likeness (0 to 100) on an example says what a blind sentence says, and is left out."""
FLOORS = files.FOLDER / "floors.json"
"""What was reached on the blind sentences; `make test` fails below."""
THRESHOLDS = [step / 20 for step in range(2, 19)]
"""Where the curve is looked at."""
_SHOWN = 25
"""Confusions and changes that are printed at most."""

Say = Callable[[str], None]


def teach(say: Say, *, keep: bool = True) -> Model:
    """Learn all examples but those that a blind sentence repeats; print what they are worth."""
    blind = files.load_blind()
    every = files.load()
    learnt_from = unlike(every, blind)
    say(f"{len(every)} phrases, {len(every) - len(learnt_from)} trop proches des phrases cachées.")
    before = models.read(models.QUESTIONS.path) if models.QUESTIONS.path.exists() else None
    after = learn(learnt_from, files.fingerprint(every))
    report(blind, after, say)
    if before is not None and before.labels == after.labels:
        _changes(learnt_from, blind, (before, after), say)
    if keep:
        models.write(after, models.QUESTIONS.path)
        path = models.QUESTIONS.path
        say(f"\nÉcrit : {path.name}, {path.stat().st_size / 1e6:.2f} Mo.")
    return after


def unlike(every: Sequence[Example], blind: Sequence[Example]) -> list[Example]:
    """Give the examples that are not, nearly, one of the blind sentences."""
    kept_aside = sorted({example.masked for example in blind})
    likeness = process.cdist(
        [example.masked for example in every],
        kept_aside,
        scorer=fuzz.ratio,
        score_cutoff=ALIKE,
    )
    return [example for example, row in zip(every, likeness, strict=True) if not row.any()]


def report(blind: Sequence[Example], model: Model, say: Say) -> None:
    """Print what a model makes of the blind sentences."""
    outcomes = figures.judge(blind, model)
    for key, title in (("intent", "Par intention"), ("register", "Par registre")):
        say(f"\n{title}, {len(outcomes)} phrases cachées")
        for line in figures.table(outcomes, key):
            say(line)
    say("\nConfusions (demandé > répondu)")
    for (asked, answered), times in figures.confusions(outcomes).most_common(_SHOWN):
        say(f"{times:4} {asked} > {answered}")
    say("\nSelon le seuil : juste, faux, proposé (sur la journée), répondu à tort (hors sujet)")
    for at in figures.curve(blind, model, THRESHOLDS):
        shares = (at.right, at.wrong, at.suggested, at.off_answered)
        say(f"{at.threshold:5.2f}" + "".join(f"{one:8.3f}" for one in shares))
    say("\nAux seuils choisis")
    for name, value in figures.summary(outcomes).items():
        say(f"{name:24} {value:.3f}")


def _changes(
    learnt: Sequence[Example], blind: Sequence[Example], pair: tuple[Model, Model], say: Say
) -> None:
    """Print what is better and worse than with the last weights.

    Blind sentences are counted, never shown: whoever reads them writes examples for them.
    """
    was, now = (figures.judge(blind, model) for model in pair)
    better, worse = _moved(was, now)
    say(f"\nPhrases cachées : {len(better)} mieux, {len(worse)} moins bien qu’avant.")
    one_a_line = list({example.line: example for example in learnt}.values())
    was, now = (figures.judge(one_a_line, model) for model in pair)
    better, worse = _moved(was, now)
    for title, moved in (("Mieux", better), ("Moins bien", worse)):
        say(f"\n{title} qu’avant, parmi les exemples : {len(moved)}")
        for one in moved[:_SHOWN]:
            answered = ", ".join(FRENCH[intent] for intent in one.asked.intents) or "—"
            say(f"  {one.example.text} > {answered}")


def _moved(was: list[Outcome], now: list[Outcome]) -> tuple[list[Outcome], list[Outcome]]:
    pairs = list(zip(was, now, strict=True))
    better = [new for old, new in pairs if new.fate == RIGHT != old.fate]
    worse = [
        new
        for old, new in pairs
        if (old.fate == RIGHT != new.fate) or (new.fate == WRONG != old.fate)
    ]
    return better, worse


def floors(of: str = "questions") -> dict[str, float]:
    """Give what the blind figures must reach, of `questions` or `scenes`."""
    found: dict[str, dict[str, float]] = json.loads(FLOORS.read_text("utf-8"))
    return found[of]
