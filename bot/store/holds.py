"""Seats set aside for drafts, and for parties somebody of which withdrew."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.keys import AddressKey, Subject
from bot.domain.seats import Hold
from bot.store.database import Row, moment, when
from bot.store.scope import Scope
from bot.store.seats import Seats


class Holds:
    """What is held, and until when."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    async def put(
        self, seats: Seats, subject: Subject, address: AddressKey | None, wanted: Hold
    ) -> Hold:
        """Set seats aside in place of what the subject held.

        Until when they can be renewed at most stays as it is for a hold that is not over yet:
        nobody holds seats for ever.
        """
        before = (await seats.aside()).hold_of(subject)
        latest = (before.latest_at if before is not None else None) or wanted.latest_at
        ends = min(wanted.expires_at, latest or wanted.expires_at)
        held = Hold(wanted.seats, ends, latest or ends)
        self._scope.connection.later(
            "insert into holds (subject, event, address, seats, expires_at, latest_at)"
            " values ($1, $2, $3, $4, $5, $6) on conflict (subject) do update set"
            " seats = excluded.seats, expires_at = excluded.expires_at,"
            " latest_at = excluded.latest_at",
            [
                (
                    subject.stored,
                    self._scope.event,
                    address,
                    held.seats,
                    moment(held.expires_at),
                    moment(held.latest_at or held.expires_at),
                )
            ],
        )
        seats.note_hold(subject, held)
        return held

    async def renew(self, subject: Subject, expires_at: datetime) -> Hold | None:
        """Let a hold last until a moment, or as long as it may; None when there is none."""
        rows = await self._scope.connection.fetch(
            "update holds set expires_at = case when latest_at < $2 then latest_at else $2 end"
            " where subject = $1 and expires_at > $3 returning seats, expires_at, latest_at",
            subject.stored,
            moment(expires_at),
            moment(self._scope.now),
        )
        return _hold(rows)

    async def of(self, subject: Subject) -> Hold | None:
        """What a subject holds now."""
        rows = await self._scope.connection.fetch(
            "select seats, expires_at, latest_at from holds where subject = $1 and expires_at > $2",
            subject.stored,
            moment(self._scope.now),
        )
        return _hold(rows)

    async def remove(self, seats: Seats, subject: Subject) -> None:
        """Give a subject's seats back."""
        seats.note_hold(subject, None)
        await self._scope.connection.fetch("delete from holds where subject = $1", subject.stored)


def _hold(rows: Sequence[Row]) -> Hold | None:
    if not rows:
        return None
    row = rows[0]
    return Hold(row["seats"], datetime.fromisoformat(row["expires_at"]), when(row["latest_at"]))
