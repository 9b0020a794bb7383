"""Real processes race for the last seats; and what happens without the lock."""

import asyncio
from collections import Counter

from bot.usecases.desk import Desk

from bot.domain import event as events
from bot.domain.event import Event
from bot.domain.seats import SeatCount
from bot.settings import BUNDLED_EVENT
from bot.store.database import migrate, open_database

from .racers import NOW, PROCESSES, Race, Told

CAPACITY = 15
CHATS = 50
ATTEMPTS = 5
"""How often the race without the lock may come out right by luck."""


def event_of(capacity: int) -> Event:
    """The announcement, with so many seats, as an event of its own."""
    event = events.load(BUNDLED_EVENT)
    seats = event.seats.model_copy(update={"capacity": capacity})
    return event.model_copy(update={"seats": seats, "code": f"race-{capacity}"})


async def prepare(url: str) -> None:
    database = await open_database(url)
    await migrate(database)
    await database.close()


async def books(url: str, event: Event) -> tuple[SeatCount, set[Told]]:
    """The seats, and all parties as the database has them."""
    database = await open_database(url)
    async with database.transaction() as transaction:
        desk = Desk(transaction, event, NOW)
        count = await desk.seats()
        parties = {party.code: party for party in await desk.parties()}
        parties |= {party.code: party for party in await desk.waiting.parties()}
    await database.close()
    return count, {
        Told(party.chat_id, party.code, party.seats, len(party.waiting))
        for party in parties.values()
    }


async def test_two_hundred_chats_of_four_processes_get_just_what_there_is(
    database_url: str,
) -> None:
    await prepare(database_url)
    event = event_of(CAPACITY)

    told = await asyncio.to_thread(Race(database_url, event, CHATS).run)

    assert len(told) == PROCESSES * CHATS, "everybody was told something"
    assert max(Counter(one.code for one in told).values()) == 1, "no code was given twice"
    assert sum(one.comes for one in told) == CAPACITY
    count, written = await books(database_url, event)
    assert written == set(told)
    assert (count.taken, count.held, count.offered, count.free) == (CAPACITY, 0, 0, 0)


async def test_without_the_lock_more_seats_are_promised_than_there_are(database_url: str) -> None:
    await prepare(database_url)
    for capacity in range(2, 2 + ATTEMPTS):
        race = Race(database_url, event_of(capacity), chats=3, locked=False)
        told = await asyncio.to_thread(race.run)
        if sum(one.comes for one in told) > capacity:
            return
    raise AssertionError("without the lock all went well: the race above proves nothing")
