"""Each `.txt` of this folder is a conversation that the bot must hold as written."""

from pathlib import Path

import pytest

from bot.conversation.buttons import unpack
from bot.conversation.engine import TOPICS
from bot.conversation.live_buttons import LIVE_BUTTONS

from . import form
from .form import TranscriptError
from .player import Player
from .telephone import LimitError

FILES = sorted(Path(__file__).parent.glob("*.txt"))


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
async def test_conversation(path: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    problem = await first_problem(path, tmp_path / "bot.db")
    # An apology must not hide behind a « … ».
    failures = [record.getMessage() for record in caplog.records if record.levelname == "ERROR"]
    if problem is not None or failures:
        pytest.fail("\n".join(filter(None, [problem, *failures])), pytrace=False)


async def first_problem(path: Path, database: Path) -> str | None:
    """What goes otherwise than the transcript says, where it first does."""
    transcript = form.read(path)
    player = await Player.start(database)
    captured: dict[str, str] = {}
    try:
        async for exchange, lines in player.play(transcript, captured):
            expected, said = form.tidy(exchange.said), form.tidy(lines)
            if not form.matches(expected, said, captured):
                shown = form.difference(expected, said, captured)
                return f"{_where(path, exchange)}\n  - attendu   + dit par le bot\n{shown}"
        orphans = sorted(data for data in player.buttons if not _is_handled(data))
        if orphans:
            return f"{path.name}\n  boutons que rien ne traite : {' '.join(orphans)}"
    except (TranscriptError, LimitError) as error:
        return f"{_where(path, player.exchange)}\n  {error}"
    finally:
        await player.close()
    return None


def _is_handled(data: str) -> bool:
    pressed = unpack(data)
    if pressed is None:
        return False
    if pressed.draft:
        return pressed.verb in LIVE_BUTTONS
    return any(pressed.verb == verb for topic in TOPICS.all for verb, _ in topic.buttons)


def _where(path: Path, exchange: form.Exchange) -> str:
    return f"{path.name}, ligne {exchange.number} · {exchange.act}"
