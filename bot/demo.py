"""The demonstration: a sandbox, some people, and the bot in a process of its own."""

import asyncio
import os
import signal
import sys
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import click

from bot import event_file
from bot.domain.event import Event
from bot.settings import BUNDLED_EVENT, SettingsError
from telegram_sandbox import Sandbox, actions, serve

TOKEN = "1000000:AA-only-for-the-sandbox-on-this-machine"  # noqa: S105 (it opens nothing else)
ORGANISER = 1001

LEAD = timedelta(days=17)
"""How long before the event the sandbox's clock starts."""


async def run(port: int, file: Path) -> None:
    """Serve the page, run the bot beside it, and stop both on Ctrl-C.

    `file`: an event file, or a folder of them.

    Raises:
        EventError: the event file cannot be used.
        SettingsError: the port is taken.
    """
    events = event_file.load_all(file)
    with tempfile.TemporaryDirectory(prefix="binome-demo-") as folder:
        environment = {
            **os.environ,
            "BINOME_TOKEN": TOKEN,
            "BINOME_DATABASE_URL": f"sqlite:///{folder}/binome.db",
            "BINOME_EVENT": str(file),
            "BINOME_ORGANISERS": str(ORGANISER),
            "BINOME_NOW": "api",
        }
        async with _serving(_sandbox(events), port) as url:
            click.echo(f"La page : {url}/   (Ctrl-C pour arrêter)")
            await _keep_running({**environment, "BINOME_API_URL": url})


async def run_sandbox(port: int) -> None:
    """Serve the page alone, for a bot started by hand."""
    sandbox = _sandbox([event_file.load(BUNDLED_EVENT)])
    async with _serving(sandbox, port) as url:
        click.echo(f"La page : {url}/   (Ctrl-C pour arrêter)")
        click.echo(f"Pour le bot : BINOME_API_URL={url} BINOME_TOKEN={TOKEN} BINOME_NOW=api")
        await _stop_signal()


@asynccontextmanager
async def _serving(sandbox: Sandbox, port: int) -> AsyncIterator[str]:
    async with AsyncExitStack() as stack:
        try:
            url = await stack.enter_async_context(serve(sandbox, port=port))
        except OSError:
            message = f"Le port {port} est déjà pris : choisissez-en un autre avec --port."
            raise SettingsError(message) from None
        yield url


def _sandbox(events: Sequence[Event]) -> Sandbox:
    event = min(events, key=lambda one: one.starts_at)
    start = (event.starts_at - LEAD).astimezone(event.zone).replace(hour=9, minute=0, second=0)
    sandbox = Sandbox(start.astimezone(UTC), TOKEN)
    several = len(events) > 1
    sandbox.moments = sorted(
        (moment for one in events for moment in _moments(one, f", {one.place.town}" * several)),
        key=lambda moment: moment[1],
    )
    actions.join(sandbox, "Marie", "Dupont", person_id=2001)
    actions.join(sandbox, "Karim", "Benali", person_id=2002)
    actions.join(sandbox, "Alice", "Wood", language_code="en", person_id=2003)
    contact = event.contact
    actions.join(
        sandbox, contact.first_name, contact.last_name, person_id=ORGANISER, organiser=True
    )
    return sandbox


def _moments(event: Event, which: str) -> list[tuple[str, datetime]]:
    """Where the page offers to move the clock to; `which` is added to what they are called."""
    moments = [
        (f"Le rappel{which}", event.remind_at),
        (f"Le début de la journée{which}", event.starts_at),
        (f"Le lendemain{which}", event.ends_at + timedelta(days=1)),
    ]
    if event.closes_at < event.starts_at:
        moments.append((f"La clôture{which}", event.closes_at))
    return moments


async def _keep_running(environment: dict[str, str]) -> None:
    bot = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", env=environment, start_new_session=True
    )
    stopping = asyncio.create_task(_stop_signal())
    ended = asyncio.create_task(bot.wait())
    await asyncio.wait([stopping, ended], return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    if ended.done():
        raise click.ClickException("Le bot s’est arrêté ; ses dernières lignes disent pourquoi.")
    bot.terminate()
    await ended


async def _stop_signal() -> None:
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    await stop.wait()
