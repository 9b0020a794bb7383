"""Who is measured: plain echo bots, registrations as others write them, and Binôme in four ways."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from bench.people import BINOME, ECHO, Script
from bench.server import TOKEN

EVENT: Final = Path("events/pelussin-2015.toml")
CAPACITY: Final = 1_000_000
NOW: Final = "2015-02-16T08:00:00Z"

Engine = Literal["sqlite", "postgresql"]


@dataclass(frozen=True)
class Contender:
    """A bot that can be measured.

    Attributes:
        title: what the report calls it.
        script: what people send it.
        arguments: those to Python that run it, for the server's root URL and a folder of its own.
        engine: where Binôme keeps its data; None: it is not Binôme.
        ports: where its processes listen for updates; none: there is one, and it polls.
    """

    title: str
    script: Script
    arguments: Callable[[str, Path], list[str]]
    engine: Engine | None = None
    ports: tuple[int, ...] = ()

    def environment(self, root: str, folder: Path, database_url: str) -> Mapping[str, str]:
        """Its settings, the same for all of its processes."""
        if self.engine is None:
            return {}
        return {
            "BINOME_TOKEN": TOKEN,
            "BINOME_API_URL": root,
            "BINOME_DATABASE_URL": database_url,
            "BINOME_EVENT": str(_roomy_event(folder)),
            "BINOME_NOW": NOW,
            "BINOME_ORGANISERS": "",
        }


def _roomy_event(folder: Path) -> Path:
    """Write a copy of the event that has room for everybody who comes during the measure."""
    text, changed = re.subn(
        r"(?m)^capacity = \d+", f"capacity = {CAPACITY}", EVENT.read_text(encoding="utf-8")
    )
    if changed != 1:
        raise ValueError(f"{EVENT}: expected one line 'capacity = …', found {changed}")
    copy = folder / EVENT.name
    copy.write_text(text, encoding="utf-8")
    return copy


def _echo(title: str, client: str) -> Contender:
    return Contender(title, ECHO, lambda root, _: ["-m", "bench.echo", root, client])


def _binome(title: str, engine: Engine, *ports: int) -> Contender:
    way_in = ["--webhook"] if ports else []
    return Contender(title, BINOME, lambda _, __: ["-m", "bot", "run", *way_in], engine, ports)


CONTENDERS: Final = {
    "echo": _echo("echo, python-telegram-bot’s defaults", "httpx"),
    "echo-aiohttp": _echo("echo, python-telegram-bot over our transport", "aiohttp"),
    "conversation": Contender(
        "registration, ConversationHandler + PicklePersistence",
        BINOME,
        lambda root, folder: ["-m", "bench.conversation_handler", root, str(folder / "pickle")],
    ),
    "aiogram": Contender(
        "registration, aiogram FSM in memory",
        BINOME,
        lambda root, _: ["-m", "bench.aiogram_fsm", root],
    ),
    "binome": _binome("Binôme, SQLite", "sqlite"),
    "binome-webhook": _binome("Binôme, SQLite, webhook", "sqlite", 18443),
    "binome-postgres": _binome("Binôme, PostgreSQL, one process", "postgresql"),
    "binome-postgres-2": _binome(
        "Binôme, PostgreSQL, two processes, webhook", "postgresql", 18443, 18444
    ),
}
"""By the name that `--only` takes."""

USUAL: Final = tuple(name for name in CONTENDERS if name != "binome-webhook")
"""What is measured when nothing else is asked for."""
