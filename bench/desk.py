"""What holds and offers cost: the desk's use cases, each in a durable transaction, without HTTP."""

import statistics
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from typing import Final

from bench.bots import EVENT
from bot import event_file
from bot.domain.event import Event
from bot.domain.party import Category, Member, Party
from bot.store.database import Database, migrate, open_database
from bot.usecases.desk import Desk

NOW: Final = datetime(2015, 2, 16, 8, 0, tzinfo=UTC)
WAITING: Final = 50
"""Parties on the waiting list, where there is one."""
CYCLES: Final = 200
"""How many times each use case is measured."""
CAPACITY: Final = 30
NEVER: Final = 1_000_000
"""How often a party may be passed over here: seats are never kept for one."""

Costs = dict[str, float]
"""Microseconds, the median of all cycles, by use case."""


async def measure(new_url: Callable[[], str]) -> Costs:
    """Measure every use case on fresh databases, one for each situation."""
    costs: Costs = {}
    for situation in (_nobody_waits, _many_wait, _seats_are_offered):
        database = await open_database(new_url())
        await migrate(database)
        counter = _Counter(database)
        await situation(counter)
        await database.close()
        costs |= counter.costs()
    return costs


class _Counter:
    """A desk, a clock that measures it, and people with new numbers."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._event = _event()
        self._times: defaultdict[str, list[float]] = defaultdict(list)
        self._numbers = count(1)

    def costs(self) -> Costs:
        """The median time of each use case, in microseconds."""
        return {name: statistics.median(times) * 1e6 for name, times in self._times.items()}

    async def timed(self, name: str, use_case: Callable[[Desk], Awaitable[object]]) -> None:
        """Measure one transaction, from its beginning to its commit."""
        started = time.perf_counter()
        async with self.desk() as desk:
            await use_case(desk)
        self._times[name].append(time.perf_counter() - started)

    async def register(self, seats: int, waiting: int = 0) -> Party:
        """Let a new party of so many members register, the last ones on the waiting list."""
        async with self.desk() as desk:
            registered = await desk.confirm(self.party(seats, waiting))
        assert isinstance(registered, Party)
        return registered

    def party(self, seats: int, waiting: int = 0) -> Party:
        """A party that has no code yet."""
        number = next(self._numbers)
        members = tuple(
            Member("Marie", f"Dupont{number}", "adjointe", "Pélussin", Category.ELECTED)
            for _ in range(seats + waiting)
        )
        members = (replace(members[0], email=f"m{number}@example.org"), *members[1:])
        comes, waits = members[:seats], members[seats:]
        return Party("", f"draft{number}", number, "Pilat Rhodanien", comes, NOW, waiting=waits)

    async def again(self, party: Party) -> Party:
        """The party as it is now."""
        async with self.desk() as desk:
            found = await desk.party(party.code)
        assert found is not None
        return found

    @asynccontextmanager
    async def desk(self) -> AsyncIterator[Desk]:
        """A desk for one transaction."""
        async with self._database.transaction() as transaction:
            yield Desk(transaction, self._event, NOW)


async def _nobody_waits(counter: _Counter) -> None:
    for _ in range(CYCLES):
        await _one_comes_and_goes(counter, "nobody waits")


async def _many_wait(counter: _Counter) -> None:
    for _ in range(CAPACITY - 2):
        await counter.register(1)
    for _ in range(WAITING):
        await counter.register(0, waiting=3)  # two seats are free: no trinôme fits
    for _ in range(CYCLES):
        await _one_comes_and_goes(counter, f"{WAITING} wait")


async def _one_comes_and_goes(counter: _Counter, situation: str) -> None:
    party = counter.party(1)
    draft, chat = party.draft_id, party.chat_id
    await counter.timed(f"hold, {situation}", lambda desk: desk.hold(draft, 1, chat))
    await counter.timed(f"renew, {situation}", lambda desk: desk.keep_holding(draft, 1, chat))
    registered: list[Party] = []

    async def confirm(desk: Desk) -> None:
        party_or_no_room = await desk.confirm(party)
        assert isinstance(party_or_no_room, Party)
        registered.append(party_or_no_room)

    await counter.timed(f"confirm, {situation}", confirm)
    await counter.timed(f"cancel, {situation}", lambda desk: desk.cancel(registered[0]))


async def _seats_are_offered(counter: _Counter) -> None:
    for _ in range(CAPACITY - 1):
        await counter.register(1)
    leaving = await counter.register(1)
    queue = [await counter.register(0, waiting=1) for _ in range(WAITING)]
    for _ in range(CYCLES):
        first = min(queue, key=lambda party: party.code)  # all of them came at one moment
        queue.remove(first)
        queue.append(await _one_leaves_and_one_joins(counter, leaving, first))
        leaving = await counter.again(first)
        assert leaving.seats == 1, "the offer was not accepted"


async def _one_leaves_and_one_joins(counter: _Counter, leaving: Party, first: Party) -> Party:
    last = counter.party(0, waiting=1)
    await counter.timed("cancel, which gives an offer", lambda desk: desk.cancel(leaving))
    await counter.timed("accept the offer", lambda desk: desk.waiting.accept(first))
    await counter.timed("join the list", lambda desk: desk.confirm(last))
    async with counter.desk() as desk:
        joined = await desk.party_of(last.chat_id)
    assert joined is not None
    return joined


def _event() -> Event:
    event = event_file.load(EVENT)
    seats = event.seats.model_copy(update={"capacity": CAPACITY})
    waiting_list = event.waiting_list.model_copy(update={"passes": NEVER})
    return event.model_copy(update={"seats": seats, "waiting_list": waiting_list})
