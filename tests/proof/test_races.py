"""Real processes race for the last seats; and what happens without the lock."""

import asyncio
from collections import Counter

from bot import event_file
from bot.days import Days
from bot.domain.event import Event
from bot.domain.seats import SeatCount
from bot.settings import BUNDLED_EVENT
from bot.store.books import transaction
from bot.store.opening import migrate, open_database
from bot.usecases.waiting_list import seat_count

from .racers import NOW, PROCESSES, Race, Told

CAPACITY = 15
CHATS = 50
ATTEMPTS = 5
"""How often the race without the lock may come out right by luck."""


def event_of(capacity: int) -> Event:
    """The announcement, with so many seats, as an event of its own."""
    event = event_file.load(BUNDLED_EVENT)
    seats = event.seats.model_copy(update={"capacity": capacity})
    return event.model_copy(update={"seats": seats, "code": f"race-{capacity}"})


async def prepare(url: str) -> None:
    database = await open_database(url)
    await migrate(database)
    await database.close()


async def written_down(url: str, event: Event) -> tuple[SeatCount, set[Told]]:
    """The seats, and all parties as the database has them."""
    database = await open_database(url)
    async with transaction(database, NOW) as changing:
        (day,) = (await Days([event]).all(changing)).values()
        books = await changing.books(day.key, day.event)
        count = await seat_count(books)
        parties = await books.parties.everybody()
        owners = await changing.addresses.of_keys(party.owners[0] for party in parties)
    await database.close()
    return count, {
        Told(int(owners[party.owners[0]].address.id), party.code, party.seats, len(party.waiting))
        for party in parties
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
    count, written = await written_down(database_url, event)
    assert written == set(told)
    assert (count.taken, count.held, count.offered, count.free) == (CAPACITY, 0, 0, 0)


async def test_without_the_lock_more_seats_are_promised_than_there_are(database_url: str) -> None:
    await prepare(database_url)
    for attempt in range(ATTEMPTS):
        capacity = 2 + attempt
        event = event_of(capacity)
        race = Race(database_url, event, chats=3, locked=False, attempt=attempt)
        told = await asyncio.to_thread(race.run)
        promised = sum(one.comes for one in told)
        assert promised >= capacity, "a race that nobody runs proves nothing either"
        if promised > capacity:
            return
    raise AssertionError("without the lock all went well: the race above proves nothing")
