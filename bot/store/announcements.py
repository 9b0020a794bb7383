"""What organisers write to many at once."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from bot.domain.keys import AddressKey, AnnouncementKey
from bot.store.database import Row, moment, when
from bot.store.scope import Scope


class State(StrEnum):
    """How far an announcement is. Its values are stored: they stay as they are."""

    DRAFT = "draft"
    """Written, and not sent yet."""
    SENDING = "sending"
    STOPPING = "stopping"
    """Nothing more leaves but for what is on its way."""
    STOPPED = "stopped"
    SENT = "sent"


UNDER_WAY: Final = (State.SENDING, State.STOPPING)


@dataclass(frozen=True, slots=True)
class Announcement:
    """One announcement."""

    key: AnnouncementKey
    author: AddressKey
    who: str
    """Who wrote it."""
    at: datetime
    """When it was written, then when it began to leave, UTC."""
    message: str
    """What is said, in plain words; perhaps nothing beside a file."""
    state: State
    file_kind: str = ""
    file: str = ""
    """What the channel knows the file by; empty: there is none."""
    audience: str = ""
    """To whom it goes, as `usecases.announcing.Audience` writes it; empty: not chosen yet."""
    chats: int = 0
    """How many chats it was to go to."""
    ended_at: datetime | None = None
    """UTC."""
    invited: bool = False
    """Whether its author was staff by invitation, which can be taken back."""


class Announcements:
    """Those of one event."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    async def draft(
        self, author: AddressKey, message: str, *, who: str, file_kind: str = "", file: str = ""
    ) -> AnnouncementKey:
        """Keep what was written, in the place of what they wrote before and did not send."""
        invited = await self._scope.connection.fetch(
            "select 1 from staff where event = $1 and address = $2", self._scope.event, author
        )
        await self._scope.connection.fetch(
            "delete from announcements where event = $1 and address = $2 and state = $3",
            self._scope.event,
            author,
            State.DRAFT,
        )
        rows = await self._scope.connection.fetch(
            "insert into announcements"
            " (event, address, who, invited, at, message, file_kind, file, state)"
            " values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning key",
            self._scope.event,
            author,
            who,
            int(bool(invited)),
            moment(self._scope.now),
            message,
            file_kind,
            file,
            State.DRAFT,
        )
        return AnnouncementKey(rows[0]["key"])

    async def forget_draft(self, key: AnnouncementKey, author: AddressKey) -> None:
        """Forget what somebody wrote and does not send."""
        await self._scope.connection.fetch(
            "delete from announcements where event = $1 and key = $2 and address = $3"
            " and state = $4",
            self._scope.event,
            key,
            author,
            State.DRAFT,
        )

    async def of_key(self, key: AnnouncementKey) -> Announcement | None:
        """The announcement of a key, if it is one of this event."""
        rows = await self._scope.connection.fetch(
            "select * from announcements where event = $1 and key = $2", self._scope.event, key
        )
        return _announcement(rows[0]) if rows else None

    async def latest(self, most: int) -> list[Announcement]:
        """The last ones that were sent, the last one first."""
        rows = await self._scope.connection.fetch(
            "select * from announcements where event = $1 and state <> $2"
            " order by at desc, key desc limit $3",
            self._scope.event,
            State.DRAFT,
            most,
        )
        return [_announcement(row) for row in rows]

    async def under_way(self) -> list[Announcement]:
        """Those that are leaving, the first one first."""
        rows = await self._scope.connection.fetch(
            "select * from announcements where event = $1 and state in ('sending', 'stopping')"
            " order by at, key",
            self._scope.event,
        )
        return [_announcement(row) for row in rows]

    async def start(
        self, key: AnnouncementKey, audience: str, *, chats: int
    ) -> Announcement | None:
        """Let a draft leave, as which it is then; None: it had left before, or was given up."""
        rows = await self._scope.connection.fetch(
            "update announcements set state = $3, at = $4, audience = $5, chats = $6"
            " where event = $1 and key = $2 and state = $7 returning *",
            self._scope.event,
            key,
            State.SENDING,
            moment(self._scope.now),
            audience,
            chats,
            State.DRAFT,
        )
        return _announcement(rows[0]) if rows else None

    async def stop(self, key: AnnouncementKey) -> bool:
        """Let no more of it leave; whether it was leaving."""
        rows = await self._scope.connection.fetch(
            "update announcements set state = $3 where event = $1 and key = $2 and state = $4"
            " returning key",
            self._scope.event,
            key,
            State.STOPPING,
            State.SENDING,
        )
        return bool(rows)

    async def end(self, one: Announcement) -> bool:
        """Record that the last of it has left; False: somebody else has."""
        ended = State.STOPPED if one.state is State.STOPPING else State.SENT
        rows = await self._scope.connection.fetch(
            "update announcements set state = $3, ended_at = $4"
            " where event = $1 and key = $2 and state = $5 returning key",
            self._scope.event,
            one.key,
            ended,
            moment(self._scope.now),
            one.state,
        )
        return bool(rows)


def _announcement(row: Row) -> Announcement:
    return Announcement(
        row["key"],
        row["address"],
        row["who"],
        datetime.fromisoformat(row["at"]),
        row["message"],
        State(row["state"]),
        row["file_kind"],
        row["file"],
        row["audience"],
        row["chats"],
        when(row["ended_at"]),
        bool(row["invited"]),
    )
