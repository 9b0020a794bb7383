"""The days: their facts as read from their files, and what is kept of each."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.domain.keys import EventKey
from bot.store.database import Connection, places
from bot.store.seats import Sums


@dataclass(slots=True)
class EventRow:
    """One event as it is kept. `revision` goes up with every change of its facts."""

    key: EventKey
    code: str
    revision: int
    sums: Sums


class Events:
    """All events there ever were: their facts stay when everybody's data is erased."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def rows(self) -> dict[EventKey, EventRow]:
        """The events, by key."""
        rows = await self._connection.fetch(
            "select key, code, revision, taken, waiting from events order by key"
        )
        return {
            row["key"]: EventRow(
                row["key"], row["code"], row["revision"], Sums(row["taken"], row["waiting"])
            )
            for row in rows
        }

    async def facts(self, keys: Iterable[EventKey]) -> dict[EventKey, tuple[str, str]]:
        """The facts of events, and what was changed on top of them: both JSON.

        Facts are empty as long as no program has read the event's file.
        """
        wanted = sorted(set(keys))
        if not wanted:
            return {}
        listed, arguments = places(wanted)
        rows = await self._connection.fetch(
            f"select key, facts, changes from events where key in ({listed})", *arguments
        )
        return {row["key"]: (row["facts"], row["changes"]) for row in rows}

    async def of_invitation(self, hashed: str) -> EventKey:
        """The event that an invitation (the hash of its token) is for; 0: it opens nothing."""
        rows = await self._connection.fetch(
            "select event from members where invitation = $1", hashed
        )
        return EventKey(rows[0]["event"] if rows else 0)

    async def with_waiting_list(self) -> list[EventKey]:
        """The events that somebody waits for, or has an offer of."""
        rows = await self._connection.fetch("select distinct event from queue")
        return sorted(row["event"] for row in rows)

    async def put(self, code: str, facts: str) -> EventKey | None:
        """Keep an event's facts (JSON); its key when they are new or not what they were."""
        rows = await self._connection.fetch(
            "insert into events (code, facts, revision, taken, waiting) values ($1, $2, 1, 0, 0)"
            " on conflict (code) do update set facts = excluded.facts,"
            " revision = events.revision + 1 where events.facts <> excluded.facts returning key",
            code,
            facts,
        )
        return rows[0]["key"] if rows else None

    async def erase(self, event: EventKey) -> int:
        """Delete everybody's data of an event, its facts stay; how many dialogues there were."""
        # Whoever is talking about it right now finishes first, and seats change no more.
        await self._lock(event)
        rows = await self._connection.fetch(
            "delete from dialogues where event = $1 returning address", event
        )
        for table in ("deliveries", "holds", "parties"):
            await self._connection.fetch(f"delete from {table} where event = $1", event)
        await self._connection.fetch(
            "update events set taken = 0, waiting = 0 where key = $1", event
        )
        return len(rows)

    async def _lock(self, event: EventKey) -> None:
        if self._connection.for_update:
            await self._connection.fetch(
                "select key from addresses where key in"
                " (select address from dialogues where event = $1)"
                f" order by key{self._connection.for_update}",
                event,
            )
            await self._connection.fetch(
                f"select key from events where key = $1{self._connection.for_update}", event
            )
