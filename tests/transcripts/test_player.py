"""The player fails where it must: other words, buttons that are not there, Telegram's limits."""

from pathlib import Path

import pytest
from markupsafe import Markup

from bot.conversation.messages import Button, EndQuestion, Question, Replace, Reply, Say, Toast

from . import form, record
from .form import TranscriptError
from .telephone import LimitError, Telephone
from .test_transcripts import first_problem

HOURS = """\
# L’heure.
Marie : c'est à quelle heure ?
Bot :
  De 9 h 30 à 17 h, le jeudi 5 mars 2015.
  [Ajouter à mon agenda]
  [S'inscrire] [Menu]
"""


@pytest.fixture
def written(tmp_path: Path) -> Path:
    return tmp_path / "essai.txt"


def _write(path: Path, text: str) -> None:
    path.write_text(text, "utf-8")


async def _problem(path: Path, text: str) -> str | None:
    _write(path, text)
    return await first_problem(path, path.with_suffix(".db"))


async def test_what_is_said_as_written_is_no_problem(written: Path) -> None:
    assert await _problem(written, HOURS) is None


async def test_a_difference_is_shown_line_by_line(written: Path) -> None:
    problem = await _problem(written, HOURS.replace("17 h", "18 h"))
    assert problem == (
        "essai.txt, ligne 2 · Marie : c'est à quelle heure ?\n"
        "  - attendu   + dit par le bot\n"
        "    Bot :\n"
        "  -   De 9 h 30 à 18 h, le jeudi 5 mars 2015.\n"
        "  +   De 9 h 30 à 17 h, le jeudi 5 mars 2015.\n"
        "      [Ajouter à mon agenda]\n"
        "      [S’inscrire] [Menu]"
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("Marie : bonjour\n", "+   Bonjour Marie.", id="said, not written"),
        pytest.param(HOURS + "Bot :\n  Et voilà.\n", "-   Et voilà.", id="written, not said"),
        pytest.param(HOURS + "Marie ▸ Payer\n", "pas de bouton [Payer]", id="no such button"),
        pytest.param(HOURS + "Marie ▸ Menu (plus haut)\n", "pas de bouton", id="no older one"),
        pytest.param(HOURS + "@ 5 brumaire 2015 9:00\n", "mois inconnu", id="no such month"),
        pytest.param(HOURS + "@ demain\n", "ni un moment", id="no moment"),
        pytest.param(HOURS + "Marie : {chanson}\n", "envoyer « chanson »", id="no such thing"),
        pytest.param("@ 16 places prises\n", "16 places", id="too many seats"),
    ],
)
async def test_what_cannot_be_is_told(written: Path, text: str, said: str) -> None:
    problem = await _problem(written, text)
    assert problem is not None
    assert said in problem


def test_the_bot_cannot_answer_before_anybody_speaks(written: Path) -> None:
    written.write_text("Bot :\n  Bonjour.\n", "utf-8")
    with pytest.raises(TranscriptError, match="ligne 1"):
        form.read(written)


@pytest.mark.parametrize(
    ("expected", "fits"),
    [
        (["Bot :", "  Code : {code}", "  [Menu]"], True),
        (["Bot :", "  …", "  [Menu]"], True),
        (["Bot :", "  Code : …", "  [Menu]"], True),
        (["…"], True),
        (["…", "Bot :", "  …"], True),
        (["Bot :", "  Code : {code}"], False),
        (["Bot :", "  {code} : {code}", "  [Menu]"], False),
        (["Bot :", "  …", "Bot :", "  [Menu]"], False),
        ([], False),
    ],
)
def test_wildcards_and_captures(expected: list[str], fits: bool) -> None:
    assert form.matches(expected, ["Bot :", "  Code : PIL-7F3K", "  [Menu]"], {}) is fits


def test_a_captured_value_is_compared_afterwards() -> None:
    captured: dict[str, str] = {}
    assert form.matches(["Bot : {code}"], ["Bot : PIL-7F3K"], captured)
    assert captured == {"code": "PIL-7F3K"}
    assert not form.matches(["Bot : {code}"], ["Bot : PIL-2222"], captured)
    assert form.fill_in("Paul ▸ {1:cancel:{code}}", captured) == "Paul ▸ {1:cancel:PIL-7F3K}"


async def test_recording_keeps_what_fits_and_writes_the_rest(written: Path) -> None:
    script = HOURS.replace("  De 9 h 30 à 17 h, le jeudi 5 mars 2015.", "  De 9 h 30 …")
    _write(written, script + "\n# Puis elle salue.\nMarie : bonjour\n")
    recorded = await record.record(form.read(written))
    assert recorded.changed == 1
    assert recorded.problem is None
    assert "  De 9 h 30 …" in recorded.lines
    end = recorded.lines[-5:]
    assert end[:3] == ["# Puis elle salue.", "Marie : bonjour", "Bot :"]
    _write(written, "\n".join(recorded.lines) + "\n")
    assert (await record.record(form.read(written))).changed == 0


@pytest.mark.parametrize(
    "reply",
    [
        Say(Markup("<i>non</i>")),
        Say(Markup("<b>pas fermé")),
        Say(Markup("fermé</b>")),
        Say(Markup("A & B")),
        Say(Markup("&nbsp;")),
        Say(Markup("")),
        Say(Markup("é" * 4097)),
        Say(Markup("🙂" * 2049)),
        Say(Markup("x"), ((Button("x", "é" * 33),),)),
        Say(Markup("x"), ((Button("x", ""),),)),
        Say(Markup("x"), ((Button(" ", "1:menu"),),)),
        Toast("x" * 201),
    ],
    ids=lambda reply: type(reply).__name__,
)
def test_what_telegram_refuses_is_refused(reply: Reply) -> None:
    with pytest.raises(LimitError):
        Telephone().show(reply, None, 1)


def test_what_telegram_takes_is_shown() -> None:
    text = Markup("<b>{}</b> " + "🙂" * 2000).format("<A & B>")
    lines = Telephone().show(Say(text, ((Button("x", "é" * 32),),)), None, 1)
    assert lines == ["Bot :", "  **<A & B>** " + "🙂" * 2000, "  [x]"]


def test_live_buttons_go_away_with_the_next_question() -> None:
    telephone = Telephone()
    telephone.show(Question(Markup("a"), ((Button("Oui", "1:a"),),)), None, 1)
    telephone.show(Question(Markup("b"), ((Button("Oui", "1:b"),),)), None, 2)
    assert telephone.live == 2
    assert telephone.button("Oui", None) == (2, "1:b")
    assert telephone.button("Oui", "trop tard") == (1, "1:a")
    telephone.show(EndQuestion(), None, 3)
    assert telephone.live is None
    with pytest.raises(TranscriptError):
        telephone.button("Oui", None)


def test_a_message_replaced_by_itself_is_not_shown_again() -> None:
    telephone = Telephone()
    telephone.show(Say(Markup("a")), None, 1)
    assert telephone.show(Replace(Markup("a")), 1, 2) == []
    assert telephone.show(Replace(Markup("b")), 1, 3) == ["Bot (même message) :", "  b"]
    assert telephone.show(Replace(Markup("b")), 9, 4) == ["Bot :", "  b"]
