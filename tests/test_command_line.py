"""The command line: help for each command, `check`, `health`, wrong options."""

import json
import os
import stat
import tempfile
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PIL import Image

from bot import settings
from bot.__main__ import main
from bot.heartbeat import Heartbeat
from bot.settings import BUNDLED_EVENT

COMMANDS = ("run", "demo", "sandbox", "check", "health", "ask", "read", "teach")


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A token, a folder for passing files; nothing else."""
    for name in settings.Settings.model_fields:
        monkeypatch.delenv(f"BINOME_{name.upper()}", raising=False)
    monkeypatch.setenv("BINOME_TOKEN", "123456:AAE-secret")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def test_help_lists_the_commands() -> None:
    result = run("--help")
    assert result.exit_code == 0
    assert all(command in result.output for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("option", ["--help", "-h"])
def test_each_command_has_help(command: str, option: str) -> None:
    result = run(command, option)
    assert result.exit_code == 0
    assert len(result.output.splitlines()) > 3


@pytest.mark.parametrize("arguments", [["danse"], ["run", "--vite"], ["demo", "--port", "70000"]])
def test_what_does_not_exist_is_refused(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


def test_check_finds_all_in_order() -> None:
    result = run("check")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout != ""


def test_check_of_one_file() -> None:
    assert run("check", "--event", str(BUNDLED_EVENT)).exit_code == 0


def test_check_says_what_is_wrong_in_each_file(tmp_path: Path) -> None:
    good = BUNDLED_EVENT.read_text("utf-8")
    wrong, torn = tmp_path / "wrong.toml", tmp_path / "torn.toml"
    wrong.write_text(good.replace("capacity = 15", "capacity = 0"), "utf-8")
    torn.write_text(good[: len(good) // 2] + '"', "utf-8")

    result = run("check", "--event", str(wrong), "--event", str(torn))

    assert result.exit_code == 1
    first, second = (line for line in result.stderr.splitlines() if ".toml" in line)
    assert "wrong.toml" in first
    assert "seats.capacity" in first
    assert "torn.toml" in second


def test_check_says_which_logo_is_no_picture(tmp_path: Path) -> None:
    file = tmp_path / "day.toml"
    papers = '\n[papers]\nlogos = ["good.png", "bad.png"]\n'
    file.write_text(BUNDLED_EVENT.read_text("utf-8") + papers, "utf-8")
    Image.new("RGB", (20, 10)).save(tmp_path / "good.png")
    (tmp_path / "bad.png").write_text("no picture", "utf-8")
    result = run("check", "--event", str(file))
    assert result.exit_code == 1
    assert "bad.png n’est pas une image PNG ou JPEG lisible" in result.output
    assert "good.png" not in result.output


def test_check_says_which_two_days_would_be_mixed_up(tmp_path: Path) -> None:
    one, other = tmp_path / "un.toml", tmp_path / "deux.toml"
    for path in (one, other):
        path.write_text(BUNDLED_EVENT.read_text("utf-8"), "utf-8")

    result = run("check", "--event", str(one), "--event", str(other))

    assert result.exit_code == 1
    assert [line.split(" : ")[:2] for line in result.stderr.splitlines()] == [
        [str(other), "code"],
        [str(other), "party_prefix"],
    ]


@pytest.mark.parametrize("command", ["run", "health"])
def test_a_wrong_setting_is_one_line_and_status_2(
    monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("BINOME_NOW", "demain")
    result = run(command)
    assert result.exit_code == 2
    (line,) = result.stderr.splitlines()
    assert "BINOME_NOW" in line


def test_health_of_a_bot_that_never_ran() -> None:
    result = run("health")
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize(("age", "status"), [(0, 0), (60, 0), (600, 1)])
def test_health_is_the_age_of_the_heartbeat(age: float, status: int) -> None:
    heartbeat = Heartbeat(settings.load())
    heartbeat.beat()
    os.utime(heartbeat.path, (time.time() - age, time.time() - age))
    assert run("health").exit_code == status


def test_the_heartbeat_is_private() -> None:
    heartbeat = Heartbeat(settings.load())
    heartbeat.path.touch(0o666)
    heartbeat.beat()
    assert stat.S_IMODE(heartbeat.path.stat().st_mode) == 0o600


def test_a_link_in_the_heartbeat_s_place_is_not_followed(tmp_path: Path) -> None:
    heartbeat = Heartbeat(settings.load())
    target = tmp_path / "somebody-s"
    heartbeat.path.symlink_to(target)
    heartbeat.beat()
    assert not target.exists()
    target.touch()
    os.utime(target, (0, 0))
    heartbeat.beat()
    assert target.stat().st_mtime == 0
    target.touch()
    assert run("health").exit_code == 1


def test_ask_says_what_each_line_asks() -> None:
    lines = "c koi ladresse svp\nquel temps fait-il à Paris demain\nle 3 mars, c’est juste ?\n\n"
    result = CliRunner().invoke(main, ["ask"], input=lines)
    told = [json.loads(line) for line in result.output.splitlines()]
    assert [one["intents"] for one in told] == [["lieu"], ["hors_sujet"], ["date"], ["hors_sujet"]]
    assert all(set(one) == {"text", "intents", "suggestions", "confidence"} for one in told)
    assert told[0]["text"] == "c koi ladresse svp"


def test_ask_suggests_when_unsure() -> None:
    result = CliRunner().invoke(main, ["ask"], input="la salle polyvalente est chauffée ?\n")
    told = json.loads(result.output)
    assert told["intents"] == []
    assert 1 <= len(told["suggestions"]) <= 3


def test_ask_needs_an_event() -> None:
    result = CliRunner().invoke(main, ["ask", "--event", "none.toml"], input="quand ?\n")
    assert result.exit_code == 2
    assert "none.toml" in result.output


def test_read_says_what_an_answer_means() -> None:
    result = CliRunner().invoke(main, ["read", "nom"], input="Éric Personne\nle maire\n\nretour\n")
    assert result.exit_code == 0
    assert [json.loads(line) for line in result.stdout.splitlines()] == [
        {"text": "Éric Personne", "value": "Éric Personne", "doubt": None},
        {"text": "le maire", "value": None, "doubt": "function"},
        {"text": "", "value": None, "doubt": "no_name"},
        {"text": "retour", "value": None, "doubt": "command"},
    ]


@pytest.mark.parametrize(
    ("step", "text", "value"),
    [
        ("taille", "trois, enfin non deux", 2),
        ("categorie", "technicienne", "agent"),
        ("telephone", "o6 39 98 12 34", "+33639981234"),
        ("fonction", "chargé de mission au PNR", "chargé de mission au PNR"),
        ("confirmation", "non non c’est bon", "oui"),
    ],
)
def test_read_names_values_as_the_sets_of_answers_do(
    step: str, text: str, value: str | int
) -> None:
    result = CliRunner().invoke(main, ["read", step], input=text)
    assert json.loads(result.stdout)["value"] == value
