"""The days the bot knows: those of its event files, and those it still looks after.

Facts live in the database, so that a day whose file is gone is still reminded, closed and erased,
and so that processes see each other's changes: each fact has its event's revision.
"""

import json
import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from pydantic import ValidationError

from bot import event_file
from bot.domain.changes import Edit, Table, changed_keys, merged
from bot.domain.event import Event
from bot.domain.keys import Address, AddressKey, EventKey
from bot.domain.roles import Role
from bot.store.books import Books, Transaction
from bot.store.deliveries import REMINDER
from bot.store.events import EventRow
from bot.understanding.event_names import EventNames

log = logging.getLogger(__name__)

UNKNOWN_FOR = timedelta(days=90)
"""How long the data of a day stays whose file nobody has: as for a file that does not say it."""


@dataclass(frozen=True, slots=True)
class Day:
    """One event, as it is known now."""

    key: EventKey
    event: Event
    is_offered: bool
    """Whether its file is among those this bot was started with: it is shown at /start."""
    names: EventNames
    """What questions may name of it."""
    roles: Mapping[AddressKey, Role]
    """Who was invited to help with it."""

    def organisers(self, of_all: frozenset[Address]) -> frozenset[Address]:
        """Those of its file, and those of all days by the settings."""
        return of_all | self.event.organiser_addresses

    def role(self, key: AddressKey, address: Address, of_all: frozenset[Address]) -> Role | None:
        """What somebody may do at it; `of_all`: the organisers of all days."""
        return Role.ORGANISER if address in self.organisers(of_all) else self.roles.get(key)


@dataclass(slots=True)
class Days:
    """The days, remembered between transactions as long as their revision stays."""

    files: Sequence[Event]
    """The events whose files the bot was started with, in their order."""
    _known: dict[EventKey, tuple[int, Day]] = field(default_factory=dict)

    async def enter(self, transaction: Transaction) -> None:
        """Keep the facts of the files. Where a day moved, its reminders follow; nobody is told."""
        before = await _read(transaction, await transaction.events.rows())
        changed = [
            key
            for event in self.files
            if (key := await transaction.events.put(code=event.code, facts=event.model_dump_json()))
        ]
        # What is entered is committed with this transaction or not at all: nothing is remembered.
        for key, event in (await _read(transaction, changed)).items():
            books = await transaction.books(key, event)
            known = before.get(key)
            if known is None:
                await books.deliveries.move(REMINDER, event.remind_at, event.starts_at)
            else:
                await follow(books, known)

    async def all(self, transaction: Transaction) -> dict[EventKey, Day]:
        """Every day whose facts are known, by key."""
        rows = await transaction.event_rows()
        stale = [key for key, row in rows.items() if not self._is_known(row)]
        roles = await transaction.roles(stale)
        for key, event in (await _read(transaction, stale)).items():
            self._remember(rows[key], event, roles[key])
        return {key: self._known[key][1] for key in rows if key in self._known}

    async def to_erase(self, transaction: Transaction) -> dict[EventKey, str]:
        """The days whose time is over: everybody's data is to be erased. Their codes, by key.

        Of a day that no program has read the file of, only what happened is known: it is over
        `UNKNOWN_FOR` after the last thing that is dated, as the reminders are that make no sense
        after its beginning. Where nothing is dated, nobody registered and nobody wrote of late.
        """
        days, now = await self.all(transaction), transaction.now
        over = {}
        for key, row in (await transaction.event_rows()).items():
            if key in days:
                erase_at = days[key].event.erase_at
            else:
                latest = await transaction.events.latest(key)
                erase_at = latest + UNKNOWN_FOR if latest is not None else now
            if erase_at <= now:
                over[key] = row.code
        return over

    def _is_known(self, row: EventRow) -> bool:
        return row.key in self._known and self._known[row.key][0] == row.revision

    def _remember(self, row: EventRow, event: Event, roles: Mapping[AddressKey, Role]) -> None:
        offered = row.code in {one.code for one in self.files}
        day = Day(row.key, event, offered, EventNames.of(event), roles)
        self._known[row.key] = (row.revision, day)


async def follow(books: Books, before: Event) -> None:
    """Let reminders follow the day where it moved; `books.event` is what holds now.

    Those that have left leave again for another date, and answers to them are forgotten.
    """
    event = books.event
    if before.starts_at != event.starts_at:
        await books.parties.forget_coming()
        if books.now < event.remind_at:
            await books.deliveries.owe_again(REMINDER)
    if (before.remind_at, before.starts_at) != (event.remind_at, event.starts_at):
        await books.deliveries.move(REMINDER, event.remind_at, event.starts_at)


# ---- what organisers change


class ChangedMeanwhileError(Exception):
    """Somebody else has changed the fact since it was seen: `books.event` says what holds now."""


async def files_facts(books: Books) -> tuple[Table, Table]:
    """The facts of an event's file, and what was changed on top of them, as they are kept now."""
    facts, changes = (await books.events.facts([books.key]))[books.key]
    return json.loads(facts), json.loads(changes)


async def as_in_file(books: Books) -> Event:
    """The event as its file says it, whatever was changed on top.

    Raises:
        EventError: an older version read it, and it cannot be.
    """
    return event_file.check_changed((await files_facts(books))[0], ())


async def changed(books: Books) -> set[str]:
    """The keys of the facts that do not hold as the file says."""
    return changed_keys((await files_facts(books))[1])


async def foresee(books: Books, edit: Edit) -> Event:
    """The event as a change would leave it; nothing is changed.

    Raises:
        EventError: such an event cannot be; the message says what was expected.
    """
    facts, changes = await files_facts(books)
    return event_file.check_changed(merged(facts, edit.on_top(facts, changes)), edit.keys)


async def change(books: Books, edit: Edit, seen: str) -> None:
    """Change a fact on top of the file; `seen` is `edit.seen` of what whoever changes it saw.

    Every process knows it with its next input, and reminders follow the day.

    Raises:
        ChangedMeanwhileError: the fact is not any more what was seen.
        EventError: such an event cannot be (any more).
    """
    async with books.seats():
        facts, changes = await files_facts(books)
        before = event_file.check_changed(merged(facts, changes), ())
        if edit.seen(before.model_dump(mode="json")) != seen:
            books.event = before
            raise ChangedMeanwhileError
        on_top = edit.on_top(facts, changes)
        books.event = event_file.check_changed(merged(facts, on_top), edit.keys)
        await books.events.put_changes(books.key, json.dumps(on_top, ensure_ascii=False))
        await follow(books, before)


# ---- reading what is kept


async def _read(transaction: Transaction, keys: Iterable[EventKey]) -> dict[EventKey, Event]:
    """Those of the events whose facts are known, and can be read."""
    facts = await transaction.events.facts(keys)
    events = {key: _event(known[0], changes=known[1]) for key, known in facts.items()}
    return {key: event for key, event in events.items() if event is not None}


def _event(facts: str, *, changes: str) -> Event | None:
    """The facts of the file, with what was changed on top of them, table by table.

    None where no program has read the file yet, or another version's facts cannot be read: other
    days go on.
    """
    if not facts:
        return None
    table = merged(json.loads(facts), json.loads(changes))
    try:
        return Event.model_validate_json(json.dumps(table))
    except ValidationError as error:
        code = table.get("code")
        log.error("the facts of %s cannot be read (%d mistakes)", code, error.error_count())
        return None


def offered(days: Mapping[EventKey, Day], now: datetime) -> list[Day]:
    """The days to come that are shown, the next one first; the last past one when none is left."""
    shown = sorted(
        (day for day in days.values() if day.is_offered), key=lambda day: day.event.starts_at
    )
    return [day for day in shown if day.event.ends_at > now] or shown[-1:]
