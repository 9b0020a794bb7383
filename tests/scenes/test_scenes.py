"""Scenes that nobody has read, played with the real conversation."""

import json
from pathlib import Path

import pytest

from bot.teaching import scenes, telling
from bot.teaching.teach import floors

from .judging import faults
from .playing import play

BLIND = scenes.load([scenes.BLIND])


async def test_the_blind_scenes_are_read_as_well_as_before() -> None:
    found = [faults(one, await play(one)) for one in BLIND]
    reached = {
        "scenes_right": sum(not some for some in found) / len(found),
        "scenes_wrong": sum(one.is_wrong for some in found for one in some) / len(found),
        "scenes_missed": sum(not one.is_wrong for some in found for one in some) / len(found),
    }
    for name, floor in floors("scenes").items():
        value = reached[name]
        is_kept = value >= floor if name.endswith("right") else value <= floor
        assert is_kept, (name, value, floor)


def test_the_weights_are_those_of_the_scenes() -> None:
    taught = telling.TAUGHT_WITH.read_text("utf-8").strip()
    assert taught == telling.fingerprint(scenes.load()), "scenes changed: run `binome teach`"


def test_no_blind_scene_is_learnt() -> None:
    learnt = {one.text for one in scenes.load()}
    assert learnt.isdisjoint(one.text for one in BLIND)


def test_a_line_that_is_no_scene_is_named(tmp_path: Path) -> None:
    file = tmp_path / "few.jsonl"
    file.write_text(json.dumps({"text": "bonjour"}) + "\n" + '{"texte": "bonjour"}\n', "utf-8")
    with pytest.raises(scenes.SceneError, match=r"few\.jsonl, ligne 2"):
        scenes.load([file])


SIGNATURE = """
Bien cordialement,
Catherine BERTHÉAS
Directrice générale des services
Communauté de communes du Pilat Rhodanien
9 rue des Prairies - 42410 Pélussin
Tél. standard : 04 74 87 53 75 - www.pilatrhodanien.example
"""


@pytest.mark.parametrize(
    "text",
    ["Merci. Un compte rendu sera-t-il diffusé après la journée ?", "C’est exact."],
)
async def test_a_signature_under_a_message_changes_nothing(text: str) -> None:
    known = {
        "territory": "CC du Pilat Rhodanien",
        "size": 1,
        "people": [
            {
                "name": "Catherine Berthéas",
                "function": "DGS",
                "organisation": "Communauté de communes du Pilat Rhodanien",
                "writes": True,
            }
        ],
        "email": "c.b@exemple.fr",
        "phone": "0632184096",
    }
    told = {"writer": "Catherine Berthéas", "asked": "registered", "text": text + SIGNATURE}
    example = scenes.Example.model_validate({**told, "known": known, "expect": known})
    assert faults(example, await play(example)) == []
