"""Processes that race for the last seats: each lets its chats go through whole registrations."""

import asyncio
import random
import re
from collections.abc import Generator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from e2e.forked import FORKING

from bot.clock import StartedClock
from bot.conversation.buttons import unpack
from bot.conversation.messages import (
    Button,
    Command,
    Document,
    Input,
    Person,
    Press,
    Question,
    Reply,
    Text,
)
from bot.days import Days
from bot.domain.event import Event
from bot.domain.keys import BotId, telegram
from bot.reception import Received, Reception
from bot.store.database import Database, UnavailableError
from bot.store.opening import open_database

from .unlocked import open_unlocked

PROCESSES = 4
AT_ONCE = 5
"""The updates that a process fetches in one batch."""
TIME_LIMIT = 60
"""Seconds: only a failing test takes so long."""
NOW = datetime(2015, 2, 16, 8, 0, tzinfo=UTC)
NAMES = ("Marie Dupont", "Paul Martin", "Inès Garnier")


@dataclass(frozen=True, slots=True)
class Told:
    """What a chat was told in the end: the code of its party, who comes and who waits.

    No code: the seats that it was told are held were gone when it confirmed.
    """

    chat_id: int
    code: str
    comes: int
    waits: int


Talk = Generator[Input, tuple[Reply, ...], Told]


def registers(chat_id: int, size: int) -> Talk:
    """Go through a registration; come with as many as fit, and let the others wait."""
    yield Command("inscription")
    replies = yield Text("CC du Pilat Rhodanien")
    replies = yield _choose(replies, str(size))
    comes = size
    while "0" in (choices := _choices(replies)):  # there is no room for all of them
        comes = max(map(int, choices))
        replies = yield _choose(replies, str(comes))
    for name in NAMES[:size]:
        yield Text(name)
        replies = yield Text("adjointe au maire, mairie de Pélussin")
    replies = yield Text(f"marie{chat_id}@mairie-pelussin.fr")
    replies = yield _choose(replies, "without")
    replies = yield _choose(replies, "yes")
    said = " ".join(str(one.text) for one in replies if hasattr(one, "text"))
    codes = set(re.findall(r"\bPIL-[0-9A-Z]{4}\b", said))
    assert len(codes) <= 1
    assert any(isinstance(reply, Document) for reply in replies) == (comes > 0 and len(codes) == 1)
    return Told(chat_id, "".join(codes), comes, size - comes)


def _choices(replies: tuple[Reply, ...]) -> dict[str, str]:
    """The data of the live buttons that choose, by what they choose."""
    (question,) = [reply for reply in replies if isinstance(reply, Question)]
    buttons = [one.data for row in question.rows for one in row if isinstance(one, Button)]
    actions = [(unpack(data), data) for data in buttons]
    return {one.argument: data for one, data in actions if one and one.verb == "choose"}


def _choose(replies: tuple[Reply, ...], what: str) -> Press:
    return Press(_choices(replies)[what], None)


@dataclass(frozen=True, slots=True)
class Race:
    """How many chats each process has, after the seats of which event, on which database."""

    url: str
    event: Event
    chats: int
    locked: bool = True
    attempt: int = 0
    """Which race on the same database it is: each has chats and updates of its own."""

    def run(self) -> list[Told]:
        """Let the processes race; what their chats were told."""
        start, results = FORKING.Barrier(PROCESSES, timeout=TIME_LIMIT), FORKING.Queue()
        processes = [
            FORKING.Process(target=_take_part, args=(self, number, start, results))
            for number in range(1, PROCESSES + 1)
        ]
        for process in processes:
            process.start()
        try:
            shares = [results.get(timeout=TIME_LIMIT) for _ in processes]
        finally:
            for process in processes:
                process.join(1)
                process.kill()
        assert not [share for share in shares if isinstance(share, str)], shares
        return [told for share in shares for told in share]


def _take_part(race: Race, number: int, start: Any, results: Any) -> None:
    try:
        results.put(asyncio.run(_Process(race, number).run(start)))
    except Exception as error:
        results.put(f"{type(error).__name__}: {error}")


class _Process:
    """One process: its chats send one update after the other, a few chats at a time."""

    def __init__(self, race: Race, number: int) -> None:
        self.race = race
        self.number = number
        self.dice = random.Random(number)
        self.updates = 1_000_000 * number + 10_000 * race.attempt
        self.told: list[Told] = []

    async def run(self, start: Any) -> list[Told]:
        open_ = open_database if self.race.locked else open_unlocked
        database = await open_(self.race.url)
        await asyncio.to_thread(start.wait)
        try:
            await self._register_all(database)
        finally:
            await database.close()
        return self.told

    async def _register_all(self, database: Database) -> None:
        reception = Reception(
            database, Days([self.race.event]), StartedClock(NOW), frozenset(), BotId("racers")
        )
        await reception.start()
        first = 1000 * self.number + 100 * self.race.attempt
        chats = range(first, first + self.race.chats)
        talks = {chat: registers(chat, self.dice.choice((1, 2, 2, 3))) for chat in chats}
        inputs = {chat: next(talk) for chat, talk in talks.items()}
        while inputs:
            taken = self.dice.sample(sorted(inputs), min(AT_ONCE, len(inputs)))
            batch = [self._received(chat, inputs.pop(chat)) for chat in taken]
            for answer in await _surely_receive(reception, batch):
                try:
                    chat = int(answer.address.id)
                    inputs[chat] = talks[chat].send(answer.replies)
                except StopIteration as ended:
                    self.told.append(ended.value)

    def _received(self, chat: int, said: Input) -> Received:
        self.updates += 1
        return Received(self.updates, Person(telegram(chat), "Marie"), said)


async def _surely_receive(reception: Reception, batch: list[Received]) -> list[Any]:
    """Receive a batch, again while the database takes nothing: as Telegram delivers it again."""
    while True:
        try:
            return await reception.receive(batch)
        except UnavailableError:
            continue
