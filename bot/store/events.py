"""The days: their facts as read from their files, and what is kept of each."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.domain.keys import AddressKey, EventKey
from bot.store.database import Connection, moment, places, when
from bot.store.questions import RECALLED_AFTER
from bot.store.seats import Sums


@dataclass(slots=True)
class EventRow:
    """One event as it is kept. `revision` goes up with every change of its facts."""

    key: EventKey
    code: str
    revision: int
    sums: Sums


_OF_PEOPLE = (
    "dialogues",
    "deliveries",
    "holds",
    "parties",
    "journal",
    "staff",
    "staff_links",
    "alerts",
    "news",
    "questions",
    "announcements",
    "extra_reminders",
    "entry_secrets",
    "logos",
)
"""The tables with people's data; what belongs to parties and members goes with them."""


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

    async def with_news(self, now: datetime) -> list[EventKey]:
        """The events that something comes of now (UTC).

        An announcement is under way, an extra reminder is due, organisers are to be told news, a
        question has waited for too long.
        """
        rows = await self._connection.fetch(
            "select event from announcements where state in ('sending', 'stopping')"
            " union select event from extra_reminders where left_at is null and due_at <= $1"
            " union select event from news where alert is null and alert_at <= $1"
            " union select event from news where digest is null and digest_at <= $1"
            " union select event from questions where answer is null and recalled_at is null"
            " and asked_at <= $2",
            moment(now),
            moment(now - RECALLED_AFTER),
        )
        return sorted(row["event"] for row in rows)

    async def change(self, event: EventKey, changes: str) -> None:
        """Put changes (JSON) on top of an event's facts, table by table; every process knows.

        What was changed before and is not named stays. Whoever calls has the event locked
        (`Books.seats`): two changes at once are both kept.
        """
        rows = await self._connection.fetch("select changes from events where key = $1", event)
        merged = json.loads(rows[0]["changes"]) if rows else {}
        for name, value in json.loads(changes).items():
            if isinstance(value, dict) and isinstance(merged.get(name), dict):
                merged[name] |= value
            else:
                merged[name] = value
        await self._connection.fetch(
            "update events set changes = $2, revision = revision + 1 where key = $1",
            event,
            json.dumps(merged, ensure_ascii=False),
        )

    async def put_changes(self, event: EventKey, changes: str) -> None:
        """Keep all that is changed (JSON) on top of an event's facts; every process knows.

        Whoever calls has read them anew with the event locked (`Books.seats`).
        """
        await self._connection.fetch(
            "update events set changes = $2, revision = revision + 1 where key = $1", event, changes
        )

    async def put(self, *, code: str, facts: str) -> EventKey | None:
        """Keep an event's facts (JSON); its key when they are new or not what they were."""
        rows = await self._connection.fetch(
            "insert into events (code, facts, revision, taken, waiting) values ($1, $2, 1, 0, 0)"
            " on conflict (code) do update set facts = excluded.facts,"
            " revision = events.revision + 1 where events.facts <> excluded.facts returning key",
            code,
            facts,
        )
        return rows[0]["key"] if rows else None

    async def erase(self, event: EventKey) -> set[AddressKey]:
        """Delete everybody's data of an event, its facts stay; whose data there was."""
        # Whoever is talking about it right now finishes first, and seats change no more.
        await self._lock(event)
        rows = await self._connection.fetch(
            "select address from dialogues where event = $1"
            " union select o.address from parties p join owners o on o.party = p.key"
            " where p.event = $1"
            " union select m.address from parties p join members m on m.party = p.key"
            " where p.event = $1 and m.address is not null"
            " union select address from deliveries where event = $1"
            " union select address from staff where event = $1"
            " union select address from questions where event = $1",
            event,
        )
        for table in _OF_PEOPLE:
            await self._connection.fetch(f"delete from {table} where event = $1", event)
        await self._connection.fetch(
            "update events set taken = 0, waiting = 0 where key = $1", event
        )
        return {row["address"] for row in rows}

    async def latest(self, event: EventKey) -> datetime | None:
        """The latest moment (UTC) that is dated about an event; None: nothing is.

        Where only dialogues are left: when one of those who had them wrote, as long as that is
        known.
        """
        rows = await self._connection.fetch(
            "select coalesce(max(at), (select max(u.received_at) from dialogues d"
            " join updates u on u.address = d.address where d.event = $1)) as latest from ("
            "select max(not_after) as at from deliveries where event = $1"
            " union all select max(latest_at) from holds where event = $1"
            " union all select max(confirmed_at) from parties where event = $1"
            " union all select max(h.at) from parties p join history h on h.party = p.key"
            " where p.event = $1) dated",
            event,
        )
        return when(rows[0]["latest"])

    async def _lock(self, event: EventKey) -> None:
        if self._connection.for_update:
            await self._connection.fetch(
                "select key from addresses where key in"
                " (select address from dialogues where event = $1)"
                f" order by channel, key{self._connection.for_update}",
                event,
            )
            await self._connection.fetch(
                f"select key from events where key = $1{self._connection.for_update}", event
            )
