"""The days the bot knows: those of its event files, and those it still looks after.

Facts live in the database, so that a day whose file is gone is still reminded, closed and erased,
and so that processes see each other's changes: each fact has its event's revision.
"""

import json
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from pydantic import ValidationError

from bot.domain.event import Event
from bot.domain.keys import EventKey
from bot.store.books import Transaction
from bot.store.deliveries import REMINDER
from bot.store.events import EventRow

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Day:
    """One event, as it is known now."""

    key: EventKey
    event: Event
    is_offered: bool
    """Whether its file is among those this bot was started with: it is shown at /start."""


@dataclass(slots=True)
class Days:
    """The days, remembered between transactions as long as their revision stays."""

    files: Sequence[Event]
    """The events whose files the bot was started with, in their order."""
    _known: dict[EventKey, tuple[int, Day]] = field(default_factory=dict)

    async def enter(self, transaction: Transaction) -> None:
        """Keep the facts of the files. Where a day moved, its reminders follow; nobody is told."""
        changed = {
            key: event
            for event in self.files
            if (key := await transaction.events.put(event.code, event.model_dump_json()))
        }
        for key, event in changed.items():
            books = await transaction.books(key, event)
            await books.deliveries.move(REMINDER, event.remind_at, event.starts_at)

    async def all(self, transaction: Transaction) -> dict[EventKey, Day]:
        """Every day whose facts are known, by key."""
        rows = await transaction.event_rows()
        stale = [key for key, row in rows.items() if not self._is_known(row)]
        if stale:
            for key, (facts, changes) in (await transaction.events.facts(stale)).items():
                event = _event(rows[key], facts, changes)
                if event is not None:
                    self._remember(rows[key], event)
        return {key: self._known[key][1] for key in rows if key in self._known}

    def _is_known(self, row: EventRow) -> bool:
        return row.key in self._known and self._known[row.key][0] == row.revision

    def _remember(self, row: EventRow, event: Event) -> None:
        offered = row.code in {one.code for one in self.files}
        self._known[row.key] = (row.revision, Day(row.key, event, offered))


def _event(row: EventRow, facts: str, changes: str) -> Event | None:
    """The facts of the file, with what was changed on top of them, table by table.

    None where no program has read the file yet, or another version's facts cannot be read: other
    days go on.
    """
    if not facts:
        return None
    merged = json.loads(facts)
    for name, value in json.loads(changes).items():
        if isinstance(value, dict) and isinstance(merged.get(name), dict):
            merged[name] |= value
        else:
            merged[name] = value
    try:
        return Event.model_validate_json(json.dumps(merged))
    except ValidationError as error:
        log.error("the facts of %s cannot be read (%d mistakes)", row.code, error.error_count())
        return None


def offered(days: Mapping[EventKey, Day], now: datetime) -> list[Day]:
    """The days to come that are shown, the next one first; the last past one when none is left."""
    shown = sorted(
        (day for day in days.values() if day.is_offered), key=lambda day: day.event.starts_at
    )
    return [day for day in shown if day.event.ends_at > now] or shown[-1:]
