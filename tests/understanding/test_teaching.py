"""Examples as they are written, and a model as it is learnt."""

from pathlib import Path

import pytest

from bot.teaching import curves, examples, noise, teach
from bot.teaching.examples import Example
from bot.teaching.figures import MISSED, RIGHT, SUGGESTED, WRONG, fate_of, register_of
from bot.teaching.learn import learn
from bot.understanding import model as models
from bot.understanding import questions
from bot.understanding.intents import BY_EXAMPLES, FRENCH, Intent
from bot.understanding.questions import Asked

WORDS = {"<le jour>": ["la journée", "le stage"]}


def test_every_alternative_is_said() -> None:
    said = examples.expand("(quand|où|à quelle heure) a lieu <le jour> ?", WORDS)
    assert all(any(way in text for text in said) for way in ("quand", "où", "à quelle heure"))
    assert all(any(way in text for text in said) for way in WORDS["<le jour>"])
    assert said == examples.expand("(quand|où|à quelle heure) a lieu <le jour> ?", WORDS)


def test_a_plain_line_is_a_sentence() -> None:
    assert examples.expand("c’est où (à peu près) ?", WORDS) == ["c’est où (à peu près) ?"]


def test_each_intent_has_examples() -> None:
    said = {intent for example in examples.load() for intent in example.intents}
    assert said == set(BY_EXAMPLES)


def test_no_example_contradicts_another() -> None:
    known: dict[str, Example] = {}
    for example in examples.load():
        if example.masked:
            first = known.setdefault(example.masked, example)
            assert set(first.intents) == set(example.intents), (first, example)


def test_a_mistake_in_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "mots.txt").write_text("<le jour> = la journée\n", "utf-8")
    (tmp_path / "date.txt").write_text("quand ?\nquand a lieu <ce jour> ?\n", "utf-8")
    with pytest.raises(ValueError, match=r"date\.txt, ligne 2"):
        examples.load(tmp_path)


def test_the_same_examples_give_the_same_weights(tmp_path: Path) -> None:
    few = [one for one in examples.load() if one.intents[0] in {Intent.DATE, Intent.PLACE}][::7]
    paths = [tmp_path / "one", tmp_path / "other"]
    for path in paths:
        models.write(learn(few, "few"), path)
    assert paths[0].read_bytes() == paths[1].read_bytes()
    read = models.read(paths[0])
    likely = questions.likelihoods("quel jour a lieu la journée ?", organiser=True, model=read)
    assert max(likely, key=lambda intent: likely[intent]) is Intent.DATE
    assert sum(likely.values()) == pytest.approx(1)


def test_a_broken_file_of_weights_is_refused(tmp_path: Path) -> None:
    broken = tmp_path / "weights"
    broken.write_bytes(models.QUESTIONS.path.read_bytes()[:-5])
    with pytest.raises(ValueError, match="weights are missing"):
        models.read(broken)


def test_misspelling_is_always_the_same() -> None:
    text = "comment faire une facture ?"
    assert noise.misspelt(text) == noise.misspelt(text) != text


@pytest.mark.parametrize(
    ("text", "register"),
    [
        ("c koi ladresse", "sms"),
        ("what time does it start?", "anglais"),
        ("le lieu ?", "mot"),
        ("À quelle heure commence la journée ?", "courant"),
        ("mot " * 25, "long"),
    ],
)
def test_registers(text: str, register: str) -> None:
    assert register_of(text) == register


@pytest.mark.parametrize(
    ("asked", "fate"),
    [
        (Asked((Intent.DATE,), (), 0.9), RIGHT),
        (Asked((Intent.HOURS,), (), 0.9), RIGHT),
        (Asked((Intent.PLACE,), (), 0.9), WRONG),
        (Asked((), (Intent.PLACE, Intent.DATE), 0.3), SUGGESTED),
        (Asked((), (), 0.1), MISSED),
    ],
)
def test_fates(asked: Asked, fate: str) -> None:
    example = Example("quand ?", (Intent.DATE,), "quand ?", (Intent.HOURS,))
    assert fate_of(example, asked) == fate


def test_a_report_has_every_intent_and_the_curve() -> None:
    lines: list[str] = []
    teach.report(examples.load_blind(), models.QUESTIONS.model, lines.append)
    report = "\n".join(lines)
    unasked = {Intent.PARTNER}  # no sentence set aside looks for somebody
    told = [name for intent, name in FRENCH.items() if intent not in unasked]
    assert all(name in report for name in told if not name.startswith("equipe"))
    assert "0.50" in report


def test_the_pictures_are_drawn(tmp_path: Path) -> None:
    curves.draw(tmp_path)
    assert all(path.stat().st_size > 5_000 for path in tmp_path.iterdir())
