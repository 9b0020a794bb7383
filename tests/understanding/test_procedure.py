"""Questions about the registration itself, measured on sentences that were never learnt from."""

from pathlib import Path

import pytest

from bot.teaching.kinds import fingerprint
from bot.teaching.procedure import LESSON
from bot.teaching.teach import floors
from bot.understanding import inquiries, procedure
from bot.understanding import model as models
from bot.understanding.intents import Intent
from bot.understanding.procedure import Procedure


def test_the_blind_figures_do_not_fall() -> None:
    reached = LESSON.summary(LESSON.load_blind())
    for name, floor in floors("procedure").items():
        is_kept = reached[name] >= floor if name.endswith("right") else reached[name] <= floor
        assert is_kept, (name, reached[name], floor)


def test_the_weights_are_those_of_the_sentences() -> None:
    taught = models.PROCEDURE.model.taught_with
    assert taught == fingerprint(LESSON.load()), "examples changed: run `binome teach`"


def test_the_same_sentences_give_the_same_weights(tmp_path: Path) -> None:
    few = [one for one in LESSON.load() if one.kind in (Procedure.EARLY, Procedure.CODE)][::5]
    paths = [tmp_path / "one", tmp_path / "other"]
    for path in paths:
        models.write(LESSON.learn(few, "few"), path)
    assert paths[0].read_bytes() == paths[1].read_bytes()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("et mon adjoint, il va recevoir le rappel lui aussi ?", Procedure.RECEIVES),
        ("le territoire, je mets le mien ou celui de l’élu ?", Procedure.TERRITORY),
        ("vous conservez nos échanges ici ?", Procedure.MESSAGES),
        ("il vous manque encore des éléments ?", Procedure.REMAINING),
    ],
)
def test_kinds(text: str, kind: Procedure) -> None:
    assert procedure.read(text) is kind


def test_what_readers_of_words_know_comes_first() -> None:
    assert inquiries.recognise("vous conservez nos échanges ici ?") == (Intent.PROCEDURE,)
    assert inquiries.recognise("effacez-vous tout après la journée ?") == (Intent.PRIVACY,)


@pytest.mark.parametrize(
    "text",
    ["c’est à quelle heure ?", "où se gare-t-on ?", "combien coûte le repas ?", "merci bien"],
)
def test_the_day_is_asked_of_the_day(text: str) -> None:
    assert Intent.PROCEDURE not in inquiries.recognise(text)
