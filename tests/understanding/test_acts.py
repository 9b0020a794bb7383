"""What messages do, measured on messages that were never learnt from."""

from pathlib import Path

import pytest

from bot.teaching import acts as teaching
from bot.teaching.teach import floors
from bot.understanding import acts
from bot.understanding import model as models
from bot.understanding.act import Act, Situation

BLIND = teaching.load([teaching.BLIND])


def test_the_blind_figures_do_not_fall() -> None:
    reached = teaching.summary(BLIND)
    for name, floor in floors("acts").items():
        is_kept = (
            reached[name] >= floor
            if name.endswith(("right", "found"))
            else (reached[name] <= floor)
        )
        assert is_kept, (name, reached[name], floor)


def test_the_weights_are_those_of_the_messages() -> None:
    taught = models.ACTS.model.taught_with
    assert taught == teaching.fingerprint(teaching.load()), "acts changed: run `binome teach`"


def test_the_same_messages_give_the_same_weights(tmp_path: Path) -> None:
    few = teaching.load()[::60]
    paths = [tmp_path / "one", tmp_path / "other"]
    for path in paths:
        models.write(teaching.learn(few, "few"), path)
    assert paths[0].read_bytes() == paths[1].read_bytes()


@pytest.mark.parametrize(
    ("text", "situation", "does", "does_not"),
    [
        ("Luc ne vient plus, finalement", "registered", Act.LEAVES, Act.COMES),
        ("si Luc a un empêchement, je peux venir seule ?", "registered", Act.ASKS, Act.LEAVES),
        ("c’est moi qui tiens la caisse depuis son départ", "registered", Act.REMARKS, Act.LEAVES),
        ("oui tout est juste, merci", "recap", Act.AGREES, Act.REFUSES),
        ("oui, mais avant je veux voir mes données", "sure", Act.CHECKS, Act.LEAVES),
        ("dites à l’équipe que j’amène des gâteaux", "registered", Act.RELAYS, Act.LEAVES),
    ],
)
def test_look_alikes(text: str, situation: str, does: Act, does_not: Act) -> None:
    likely = acts.likely(text, Situation(situation))
    assert does in likely
    assert does_not not in likely


def test_signs_and_numbers_alone_do_nothing() -> None:
    assert acts.likely("??? !! 12", Situation.MENU) == []


@pytest.mark.parametrize("line", ["menu | bonjour", "nulle part | bonjour | poli", "menu | a | b"])
def test_a_line_that_is_no_example_is_named(line: str, tmp_path: Path) -> None:
    file = tmp_path / "few.txt"
    file.write_text(f"menu | bonjour | poli\n{line}\n", "utf-8")
    with pytest.raises(teaching.ActError, match=r"few\.txt, ligne 2"):
        teaching.load([file])
