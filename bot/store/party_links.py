"""Links with which whoever opens them takes a party over: one a party, kept as a hash."""

from bot.domain.keys import PartyKey
from bot.store.scope import Scope


class PartyLinks:
    """The links of one event's parties."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    async def put(self, hashed: str, party: PartyKey) -> None:
        """Let a link open a party, in place of the one that did before."""
        await self.forget(party)
        await self._scope.connection.fetch(
            "insert into party_links (token, event, party) values ($1, $2, $3)",
            hashed,
            self._scope.event,
            party,
        )

    async def opened(self, hashed: str) -> PartyKey | None:
        """The party that a link opens; None: it opens nothing (any more)."""
        rows = await self._scope.connection.fetch(
            "select party from party_links where token = $1 and event = $2",
            hashed,
            self._scope.event,
        )
        return PartyKey(rows[0]["party"]) if rows else None

    async def take(self, hashed: str) -> PartyKey | None:
        """The same; it opens nothing any more afterwards, whoever else has it."""
        rows = await self._scope.connection.fetch(
            "delete from party_links where token = $1 and event = $2 returning party",
            hashed,
            self._scope.event,
        )
        return PartyKey(rows[0]["party"]) if rows else None

    async def forget(self, party: PartyKey) -> None:
        """Let no link open a party any more."""
        await self._scope.connection.fetch("delete from party_links where party = $1", party)
