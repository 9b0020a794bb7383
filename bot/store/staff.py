"""Who helps with an event by invitation, and the links that invite."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.domain.keys import AddressKey, EventKey
from bot.domain.roles import Role, StaffMember
from bot.store.database import Connection, moment, places
from bot.store.scope import Scope


@dataclass(frozen=True, slots=True)
class StaffLink:
    """What a link makes of whoever opens it."""

    role: Role
    invited_by: str
    expires_at: datetime
    """UTC."""


class Staff:
    """The staff of one event. Every process learns of a change by the event's revision."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    async def all(self) -> list[StaffMember]:
        """Everybody who was invited and came, who came first first."""
        rows = await self._scope.connection.fetch(
            "select address, name, role, since, invited_by from staff where event = $1"
            " order by since, address",
            self._scope.event,
        )
        return [
            StaffMember(
                row["address"],
                row["name"],
                Role(row["role"]),
                datetime.fromisoformat(row["since"]),
                row["invited_by"],
            )
            for row in rows
        ]

    async def put(self, one: StaffMember) -> None:
        """Let somebody have a role, in place of the one they had."""
        await self._scope.connection.fetch(
            "insert into staff (event, address, name, role, since, invited_by)"
            " values ($1, $2, $3, $4, $5, $6) on conflict (event, address) do update set"
            " name = excluded.name, role = excluded.role, since = excluded.since,"
            " invited_by = excluded.invited_by",
            self._scope.event,
            one.address,
            one.name,
            one.role,
            moment(one.since),
            one.invited_by,
        )
        await self._revise()

    async def remove(self, address: AddressKey) -> None:
        """Let somebody have no role any more."""
        await self._scope.connection.fetch(
            "delete from staff where event = $1 and address = $2", self._scope.event, address
        )
        await self._scope.connection.fetch(
            "delete from alerts where event = $1 and address = $2", self._scope.event, address
        )
        await self._revise()

    async def invite(self, hashed: str, link: StaffLink) -> None:
        """Keep a link, by the hash of its token."""
        await self._scope.connection.fetch(
            "insert into staff_links (token, event, role, invited_by, expires_at)"
            " values ($1, $2, $3, $4, $5)",
            hashed,
            self._scope.event,
            link.role,
            link.invited_by,
            moment(link.expires_at),
        )

    async def take(self, hashed: str) -> StaffLink | None:
        """What a link opens; it opens nothing any more afterwards. None: nothing."""
        rows = await self._scope.connection.fetch(
            "delete from staff_links where token = $1 and event = $2"
            " returning role, invited_by, expires_at",
            hashed,
            self._scope.event,
        )
        if not rows:
            return None
        row = rows[0]
        link = StaffLink(
            Role(row["role"]), row["invited_by"], datetime.fromisoformat(row["expires_at"])
        )
        return link if link.expires_at > self._scope.now else None

    async def _revise(self) -> None:
        await self._scope.connection.fetch(
            "update events set revision = revision + 1 where key = $1", self._scope.event
        )


async def roles(
    connection: Connection, events: Iterable[EventKey]
) -> dict[EventKey, dict[AddressKey, Role]]:
    """Who was invited to which role, event by event."""
    wanted = sorted(set(events))
    if not wanted:
        return {}
    listed, arguments = places(wanted)
    rows = await connection.fetch(
        f"select event, address, role from staff where event in ({listed})", *arguments
    )
    found: dict[EventKey, dict[AddressKey, Role]] = {event: {} for event in wanted}
    for row in rows:
        found[row["event"]][row["address"]] = Role(row["role"])
    return found
