"""``python -m bench.announcement``: an announcement to thousands of chats in the sandbox.

Some of them block the bot, and a share of what is sent is refused for a while (429). Every chat
has to get it once, none twice, at a pace that Telegram bears.
"""

import asyncio
import os
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from bench.processes import own_folder
from bot import event_file
from bot.conversation.buttons import unpack
from bot.days import Days
from bot.domain.keys import Address, DraftId, telegram
from bot.domain.party import Application, Member, Party
from bot.settings import BUNDLED_EVENT
from bot.store.addresses import Correspondent
from bot.store.books import transaction
from bot.store.opening import migrate, open_database
from bot.usecases import register
from telegram_sandbox import Sandbox, actions, serve
from telegram_sandbox.faults import Faults

NOW = datetime(2015, 2, 16, 8, tzinfo=UTC)
TOKEN = "42:bench"
WORDS = "Le parking est derrière la mairie."
PATIENCE = 900.0
EVERY = 0.05
"""Seconds: how long anything is waited for, and between two looks."""


@dataclass(frozen=True)
class Crowd:
    """The people of the sandbox: who organises, who is registered, who blocks the bot."""

    organiser: int
    people: list[int]
    blocking: set[int]


def join(sandbox: Sandbox, chats: int, blocking: float) -> Crowd:
    """Let people join, who wrote to the bot once."""
    organiser = actions.join(sandbox, "Dominique", "Bernier", organiser=True).id
    people = [actions.join(sandbox, f"Prénom{n}", f"Nom{n}").id for n in range(chats)]
    for person in people:
        sandbox.chats[person].started = True
    gone = set(people[:: round(1 / blocking)]) if blocking else set()
    for person in gone:
        sandbox.chats[person].blocked = True
    return Crowd(organiser, people, gone)


async def seed(url: str, file: Path, people: list[int]) -> None:
    """Register each of the people as a party of one."""
    database, days = await open_database(url), Days([event_file.load(file)])
    await migrate(database)
    async with transaction(database, NOW) as changing:
        await days.enter(changing)
    async with transaction(database, NOW) as changing:
        (day,) = (await days.all(changing)).values()
        addresses = [telegram(person) for person in people]
        known: dict[Address, Correspondent] = {}
        for first in range(0, len(addresses), 500):
            known |= await changing.addresses.load(addresses[first : first + 500])
        books = await changing.books(day.key, day.event)
        for number, address in enumerate(addresses):
            names = {"first_name": f"Prénom{number}", "last_name": f"Nom{number}"}
            said = {"function": "maire", "organisation": "mairie", "category": "elected"}
            member = Member({**names, **said})
            owners = (known[address].key,)
            wanted = Application(DraftId(f"crowd-{number}"), "Le Pilat", (member,), 1, owners)
            if not isinstance(await register.confirm(books, wanted), Party):
                raise click.ClickException("no room")
    await database.close()


def large_event(folder: Path, capacity: int) -> Path:
    """The event's file with so many seats."""
    capacity_of_file = event_file.load(BUNDLED_EVENT).seats.capacity
    text = BUNDLED_EVENT.read_text("utf-8")
    old, new = f"capacity = {capacity_of_file}", f"capacity = {capacity}"
    file = folder / "large.toml"
    file.write_text(text.replace(old, new), "utf-8")
    return file


async def _until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not condition():  # noqa: ASYNC110, not all that is waited for has an event
            await asyncio.sleep(EVERY)


class Organiser:
    """Whoever writes the announcement, by pressing what there is to press."""

    def __init__(self, sandbox: Sandbox, person: int) -> None:
        self._sandbox, self._person = sandbox, person

    def messages(self) -> list[dict[str, Any]]:
        """What the bot has said to them."""
        found = self._sandbox.chats[self._person].messages.values()
        return [one for one in found if one["from"]["id"] == self._sandbox.bot_id]

    async def says(self, text: str) -> None:
        """Write, and wait for an answer with buttons."""
        before = len(self.messages())
        actions.write(self._sandbox, self._person, text)
        await _until(
            lambda: len(self.messages()) > before and "reply_markup" in self.messages()[-1]
        )

    async def presses(self, verb: str, ending: str = "") -> None:
        """Press a button as soon as it is there."""
        async with asyncio.timeout(PATIENCE):
            while True:
                for message in reversed(self.messages()):
                    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
                    for data in (one.get("callback_data", "") for row in rows for one in row):
                        button = unpack(data)
                        if button and button.verb == verb and button.argument.endswith(ending):
                            actions.press(self._sandbox, self._person, message["message_id"], data)
                            return
                await asyncio.sleep(EVERY)

    async def gets_report(self) -> str:
        """Wait for the report."""
        await _until(lambda: "Reçue" in self.messages()[-1]["text"])
        return str(self.messages()[-1]["text"])


async def measure(chats: int, blocking: float, too_many: float) -> None:
    """Send one announcement, and print what became of it."""
    sandbox = Sandbox(NOW, TOKEN)
    crowd = join(sandbox, chats, blocking)
    with own_folder() as folder:
        file, url = large_event(Path(folder), chats), f"sqlite:///{folder}/binome.db"
        await seed(url, file, crowd.people)
        click.echo(f"{chats} registered")
        async with serve(sandbox) as api:
            bot = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "bot", "run"),
                env={
                    **os.environ,
                    "NO_PROXY": "127.0.0.1",
                    "BINOME_TOKEN": TOKEN,
                    "BINOME_API_URL": api,
                    "BINOME_DATABASE_URL": url,
                    "BINOME_EVENT": str(file),
                    "BINOME_ORGANISERS": str(crowd.organiser),
                    "BINOME_NOW": "api",
                },
                stderr=asyncio.subprocess.DEVNULL,
            )
            try:
                await _announce(sandbox, crowd, too_many)
            finally:
                bot.terminate()
                await bot.wait()


async def _announce(sandbox: Sandbox, crowd: Crowd, too_many: float) -> None:
    organiser = Organiser(sandbox, crowd.organiser)
    await organiser.says("/annonce")
    await organiser.says(WORDS)
    await organiser.presses("ann_to", ".all")
    sandbox.set_faults(Faults(too_many=too_many, retry_after=3))
    before = sandbox.request_count
    await organiser.presses("ann_go")
    began = time.monotonic()
    report = await organiser.gets_report()
    seconds = time.monotonic() - began
    sandbox.set_faults(Faults())
    got = Counter(
        sum(WORDS in one.get("text", "") for one in sandbox.chats[person].messages.values())
        for person in crowd.people
        if person not in crowd.blocking
    )
    asked = [one for one in sandbox.requests if one["number"] > before]
    statuses = Counter(one["status"] for one in asked if one["method"] == "sendMessage")
    edits = sum(one["method"] == "editMessageText" for one in asked)
    click.echo(f"{seconds:.0f} s, {sum(got.values()) / seconds:.1f} received a second")
    click.echo(f"announcements a chat that does not block: {dict(got)}")
    click.echo(f"answers to sendMessage: {dict(statuses)}; progress said anew {edits} times")
    click.echo(f"blocking: {len(crowd.blocking)}\n{report[:200]}…")


@click.command()
@click.option("--chats", default=2000, show_default=True)
@click.option("--blocking", default=0.02, show_default=True, help="the share that block the bot")
@click.option("--too-many", default=0.02, show_default=True, help="the share of sends refused")
def main(chats: int, blocking: float, too_many: float) -> None:
    """Send an announcement to many chats in the sandbox."""
    asyncio.run(measure(chats, blocking, too_many))


if __name__ == "__main__":
    main()
