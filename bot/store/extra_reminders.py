"""Reminders that organisers add to the event's own."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.keys import ExtraReminderKey
from bot.store.database import Row, moment, when
from bot.store.scope import Scope


@dataclass(frozen=True, slots=True)
class ExtraReminder:
    """One of them. Moments are UTC."""

    key: ExtraReminderKey
    due_at: datetime
    message: str
    """What organisers say in it besides, in plain words; perhaps nothing."""
    left_at: datetime | None = None
    """When it was owed to everybody who came; None: it is still to come."""


class ExtraReminders:
    """Those of one event."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    async def add(self, due_at: datetime, message: str) -> ExtraReminderKey:
        """Plan one for a moment (UTC)."""
        rows = await self._scope.connection.fetch(
            "insert into extra_reminders (event, due_at, message) values ($1, $2, $3)"
            " returning key",
            self._scope.event,
            moment(due_at),
            message,
        )
        return ExtraReminderKey(rows[0]["key"])

    async def all(self) -> list[ExtraReminder]:
        """All of them, those that have left too, in their order."""
        rows = await self._scope.connection.fetch(
            "select key, due_at, message, left_at from extra_reminders where event = $1"
            " order by due_at, key",
            self._scope.event,
        )
        return [_reminder(row) for row in rows]

    async def of_key(self, key: ExtraReminderKey) -> ExtraReminder | None:
        """The one of a key, unless it was taken back."""
        rows = await self._scope.connection.fetch(
            "select key, due_at, message, left_at from extra_reminders"
            " where event = $1 and key = $2",
            self._scope.event,
            key,
        )
        return _reminder(rows[0]) if rows else None

    async def move(self, key: ExtraReminderKey, due_at: datetime) -> bool:
        """Let one leave at another moment (UTC); whether it had not left, nor was taken back."""
        rows = await self._scope.connection.fetch(
            "update extra_reminders set due_at = $3"
            " where event = $1 and key = $2 and left_at is null returning key",
            self._scope.event,
            key,
            moment(due_at),
        )
        return bool(rows)

    async def remove(self, key: ExtraReminderKey) -> bool:
        """Take one back; whether it had not left yet."""
        rows = await self._scope.connection.fetch(
            "delete from extra_reminders"
            " where event = $1 and key = $2 and left_at is null returning key",
            self._scope.event,
            key,
        )
        return bool(rows)

    async def take_due(self) -> list[ExtraReminder]:
        """Those that are due: they are to leave now, and whoever takes them lets them."""
        rows = await self._scope.connection.fetch(
            "update extra_reminders set left_at = $2"
            " where event = $1 and left_at is null and due_at <= $2"
            " returning key, due_at, message, left_at",
            self._scope.event,
            moment(self._scope.now),
        )
        return [_reminder(row) for row in rows]


def _reminder(row: Row) -> ExtraReminder:
    return ExtraReminder(
        row["key"], datetime.fromisoformat(row["due_at"]), row["message"], when(row["left_at"])
    )
