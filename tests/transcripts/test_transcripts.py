"""Each `.txt` of this folder is a conversation that the bot must hold as written."""

from pathlib import Path

import pytest

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
    except (TranscriptError, LimitError) as error:
        return f"{_where(path, player.exchange)}\n  {error}"
    finally:
        await player.close()
    return None


def _where(path: Path, exchange: form.Exchange) -> str:
    return f"{path.name}, ligne {exchange.number} · {exchange.act}"
