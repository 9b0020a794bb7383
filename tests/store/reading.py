"""What the tests look at and the product never asks for: all rows of a table, sums added up."""

from datetime import datetime
from typing import NamedTuple

from bot.domain.keys import AddressKey, EventKey, Subject
from bot.store.database import Database, when


class Owed(NamedTuple):
    """A message as it is kept, sent or not."""

    event: EventKey
    kind: str
    subject: Subject
    address: AddressKey
    due_at: datetime | None
    sent_at: datetime | None
    failure: str | None
    tries: int
    claimed_until: datetime | None


async def owed(database: Database) -> list[Owed]:
    """All messages owed, or sent, about every event."""
    async with database.transaction() as connection:
        rows = await connection.fetch("select * from deliveries order by key")
    return [
        Owed(
            row["event"],
            row["kind"],
            Subject(row["subject"]),
            row["address"],
            when(row["due_at"]),
            when(row["sent_at"]),
            row["failure"],
            row["tries"],
            when(row["claimed_until"]),
        )
        for row in rows
    ]


async def blocking(database: Database) -> set[AddressKey]:
    """Those who block the bot, registered or not."""
    async with database.transaction() as connection:
        rows = await connection.fetch("select key from addresses where blocked_at is not null")
    return {row["key"] for row in rows}


class Sums(NamedTuple):
    """Seats taken and parties that wait without an offer."""

    taken: int
    waiting: int


async def kept_sums(database: Database) -> dict[EventKey, Sums]:
    """The sums as they are kept, by event."""
    async with database.transaction() as connection:
        rows = await connection.fetch("select key, taken, waiting from events")
    return {row["key"]: Sums(row["taken"], row["waiting"]) for row in rows}


async def added_up(database: Database) -> dict[EventKey, Sums]:
    """The same, counted: members who come, places on the list that have no offer."""
    async with database.transaction() as connection:
        rows = await connection.fetch(
            "select key, (select count(*) from members m join parties p on p.key = m.party"
            " where p.event = e.key and p.cancelled_at is null and m.waiting = 0) as taken,"
            " (select count(*) from queue where event = e.key and offer_ends is null) as waiting"
            " from events e"
        )
    return {row["key"]: Sums(row["taken"], row["waiting"]) for row in rows}


async def count(database: Database, table: str) -> int:
    """How many rows a table has."""
    async with database.transaction() as connection:
        rows = await connection.fetch(f"select count(*) as n from {table}")
    return int(rows[0]["n"])


async def registrars(database: Database) -> list[tuple[AddressKey, str | None]]:
    """All owners, and the last name of each that does not come."""
    async with database.transaction() as connection:
        rows = await connection.fetch("select address, last_name from owners order by address")
    return [(row["address"], row["last_name"]) for row in rows]
