"""Registers many parties at once, as if they had come during the weeks before."""

from datetime import UTC, datetime, timedelta
from typing import Final

from bench.contenders import EVENT
from bot import event_file, usecases
from bot.days import Day, Days
from bot.domain.keys import CODE_LETTERS, AddressKey, DraftId, PartyCode, telegram
from bot.domain.party import Application, Category, Member
from bot.store.addresses import Standing
from bot.store.books import Transaction, transaction
from bot.store.database import StoreError
from bot.store.opening import migrate, open_database

CHUNK: Final = 1000
"""Parties in one transaction."""
TERRITORIES: Final = 500
BEGAN: Final = datetime(2015, 1, 5, 8, tzinfo=UTC)
FIRST_CHAT: Final = 2_000_000_000


async def seed(url: str, number: int) -> None:
    """Make the tables of an empty database, and register so many binômes in it."""
    days = Days([event_file.load(EVENT)])
    database = await open_database(url)
    try:
        await migrate(database)
        async with transaction(database, BEGAN) as changing:
            await days.enter(changing)
            (day,) = (await days.all(changing)).values()
        for first in range(0, number, CHUNK):
            async with transaction(database, BEGAN) as changing:
                await _register(changing, day, range(first, min(first + CHUNK, number)))
        if url.startswith("postgresql"):
            async with database.transaction() as connection:
                await connection.fetch("analyze")  # as its autovacuum does within a minute
    finally:
        await database.close()


async def _register(changing: Transaction, day: Day, numbers: range) -> None:
    """Leave what a registration leaves: address, party, members, history, the reminder owed."""
    books = await changing.books(day.key, day.event)
    people = await changing.addresses.load(telegram(FIRST_CHAT + number) for number in numbers)
    async with books.seats() as seats:
        for number in numbers:
            who = people[telegram(FIRST_CHAT + number)]
            then = books.at(BEGAN + timedelta(seconds=number))
            code = PartyCode(f"PIL-{_letters(number)}")
            key = await then.parties.insert(seats, code, _application(number, who.key))
            if key is None:
                raise StoreError(f"{code} is there already: the database was not empty")
            await then.history.add(key, "registered")
            party = await then.parties.of_key(key)
            assert party is not None, "it was just registered"
            await usecases.notices.owe_reminders(then, party)
            who.language, who.event = "fr", day.key
            who.dialogues[day.key] = Standing('{"language":"fr","revision":11}')
    await changing.addresses.save_dialogues((who, day.key) for who in people.values())
    await changing.addresses.save(people.values())


def _application(number: int, owner: AddressKey) -> Application:
    return Application(
        draft=DraftId(f"d{number:07d}"),
        territory=f"Territoire {number % TERRITORIES}",
        people=(
            _member(f"Nom{number}", Category.ELECTED, f"contact{number}@example.org"),
            _member(f"Autre{number}", Category.STAFF, ""),
        ),
        seats=2,
        owners=(owner,),
    )


def _member(last_name: str, category: Category, email: str) -> Member:
    return Member(
        {
            "first_name": "Jo",
            "last_name": last_name,
            "function": "membre",
            "organisation": "mairie",
            "category": category,
            "email": email,
        }
    )


def _letters(number: int) -> str:
    letters = ""
    for _ in range(4):
        number, at = divmod(number, len(CODE_LETTERS))
        letters += CODE_LETTERS[at]
    return letters
