"""Writes what the bot says into transcripts: `python -m tests.transcripts.record FILE…`.

The people's lines are played; what the bot says is kept where it fits, else written anew. Read the
result (`git diff`) before it is kept: it becomes what the bot must say.
"""

import asyncio
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path

import click

from . import form
from .form import Exchange, Transcript, TranscriptError
from .player import Player
from .telephone import LimitError

_DIFFERENT_EVERY_TIME = re.compile(
    r"\b(?:(?P<code>[A-Z]{2,5}-[2-9A-Z]{4})|(?P<lien>(?:equipe|[a-z]+_\d+)_[\w-]{22}))(?![\w-])"
)
"""Codes of parties and tokens of links, by the names they get."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """A transcript with what the bot really says."""

    lines: list[str]
    changed: int
    """How many exchanges are written anew."""
    problem: str | None
    """Why it stopped before the end; the rest is as it was."""


async def record(transcript: Transcript) -> Recorded:
    """Play a transcript and write down what the bot says."""
    captured: dict[str, str] = {}
    written, changed, problem = [*transcript.opening], 0, None
    rest = list(transcript.exchanges)
    with tempfile.TemporaryDirectory() as folder:
        player = await Player.start(Path(folder) / "bot.db")
        try:
            async for exchange, lines in player.play(transcript, captured):
                kept = form.matches(form.tidy(exchange.said), form.tidy(lines), captured)
                changed += not kept
                body = exchange.said if kept else _named(lines, captured)
                written += _written(exchange, body)
                rest.remove(exchange)
        except (TranscriptError, LimitError) as error:
            problem = f"ligne {player.exchange.number} · {player.exchange.act} : {error}"
        finally:
            await player.close()
    for exchange in rest:
        written += _written(exchange, exchange.said)
    written += ["", *transcript.closing] if transcript.closing else []
    return Recorded(written, changed, problem)


def _written(exchange: Exchange, said: list[str]) -> list[str]:
    body = "\n".join(said).strip("\n")
    return ["", *exchange.before, *_head(exchange), *(body.split("\n") if body else [])]


def _head(exchange: Exchange) -> list[str]:
    first, *more = exchange.act.split("\n")
    return [first, *(f"  {line}" for line in more), *exchange.comments]


def _named(lines: list[str], captured: dict[str, str]) -> list[str]:
    """Plain spaces, and names in braces for codes and links, which differ every time."""

    def name(found: re.Match[str]) -> str:
        known = next((name for name, value in captured.items() if value == found[0]), None)
        if known is None:
            kind = found.lastgroup or ""
            number = 1 + sum(name.startswith(kind) for name in captured)
            known = kind if number == 1 else f"{kind}{number}"
            captured[known] = found[0]
        return f"{{{known}}}"

    plain = (re.sub(r"[\u00a0\u202f]", " ", line) for line in lines)
    return [_DIFFERENT_EVERY_TIME.sub(name, line) for line in plain]


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
def main(files: tuple[Path, ...]) -> None:
    """Écrit dans chaque transcript ce que le bot répond vraiment."""
    for path in files:
        recorded = asyncio.run(record(form.read(path)))
        path.write_text("\n".join(recorded.lines) + "\n", "utf-8")
        click.echo(f"{path.name} : {recorded.changed} réponse(s) réécrite(s)")
        if recorded.problem is not None:
            raise click.ClickException(f"{path.name}, {recorded.problem}")


if __name__ == "__main__":
    main()
