"""Who was there: ticked off once for each half of the day, whoever does it and however often."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from bot.domain.attendance import Half
from bot.domain.keys import AddressKey, MemberKey, PartyKey
from bot.store.database import moment, places
from bot.store.scope import Scope

Ticked = Mapping[MemberKey, Mapping[Half, datetime]]
"""When somebody was ticked off (UTC), by the half; without an entry: they were not."""


class Presences:
    """The presences at one event."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    async def tick(self, members: Iterable[MemberKey], half: Half, by: AddressKey) -> int:
        """Note that people who come are there; of how many it was not noted yet."""
        wanted = sorted(set(members))
        if not wanted:
            return 0
        listed, arguments = places(wanted, after=4)
        rows = await self._scope.connection.fetch(
            "insert into presences (member, half, event, at, ticked_by)"
            " select key, $1, event, $2, $3 from members"
            f" where key in ({listed}) and event = $4 and waiting = 0"
            " on conflict (member, half) do nothing returning member",
            half,
            moment(self._scope.now),
            by,
            self._scope.event,
            *arguments,
        )
        return len(rows)

    async def untick(self, member: MemberKey, half: Half) -> bool:
        """Note that they are not there after all; False: nothing else was noted."""
        rows = await self._scope.connection.fetch(
            "delete from presences where member = $1 and half = $2 and event = $3 returning member",
            member,
            half,
            self._scope.event,
        )
        return bool(rows)

    async def all(self) -> Ticked:
        """Everybody who was ticked off."""
        rows = await self._scope.connection.fetch(
            "select member, half, at from presences where event = $1", self._scope.event
        )
        found: dict[MemberKey, dict[Half, datetime]] = {}
        for row in rows:
            at = datetime.fromisoformat(row["at"])
            found.setdefault(MemberKey(row["member"]), {})[Half(row["half"])] = at
        return found

    async def of(self, member: MemberKey) -> Mapping[Half, datetime]:
        """When one person was ticked off."""
        rows = await self._scope.connection.fetch(
            "select half, at from presences where member = $1 and event = $2",
            member,
            self._scope.event,
        )
        return {Half(row["half"]): datetime.fromisoformat(row["at"]) for row in rows}

    async def party_of(self, member: MemberKey) -> PartyKey | None:
        """The party of somebody; None: they are not registered any more."""
        rows = await self._scope.connection.fetch(
            "select party from members where key = $1 and event = $2", member, self._scope.event
        )
        return PartyKey(rows[0]["party"]) if rows else None

    # ---- those who came without being registered

    async def note_walk_in(self, party: PartyKey) -> None:
        """Note that the people of a party came without being registered."""
        await self._scope.connection.fetch(
            "insert into walk_ins (member, event) select key, event from members where party = $1"
            " on conflict (member) do nothing",
            party,
        )

    async def walk_ins(self) -> set[MemberKey]:
        """Those who came so."""
        rows = await self._scope.connection.fetch(
            "select member from walk_ins where event = $1", self._scope.event
        )
        return {MemberKey(row["member"]) for row in rows}

    # ---- what the links at the door are signed with

    async def secret(self, proposed: str) -> str:
        """The event's own secret: the one that was proposed first, as long as its data is kept."""
        await self._scope.connection.fetch(
            "insert into entry_secrets (event, secret) values ($1, $2)"
            " on conflict (event) do nothing",
            self._scope.event,
            proposed,
        )
        return await self.known_secret()

    async def known_secret(self) -> str:
        """The same, without proposing one; empty: there is none, and so no link."""
        rows = await self._scope.connection.fetch(
            "select secret from entry_secrets where event = $1", self._scope.event
        )
        return str(rows[0]["secret"]) if rows else ""
