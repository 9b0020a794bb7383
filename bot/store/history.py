"""What happened to each party, for organisers and for those who wonder. It names nobody."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.keys import PartyCode, PartyKey
from bot.store.database import moment
from bot.store.scope import Scope

CAME_BACK = "came_back"
"""Somebody withdrew who had answered the reminder: « Je viens »."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that happened at a moment (UTC): `what`, and which answer or member it concerns."""

    at: datetime
    what: str
    detail: str


class History:
    """What happened, a line each."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    async def add(self, party: PartyKey, what: str, *, detail: str = "") -> None:
        """Note that something happened to a party now."""
        self._scope.connection.later(
            "insert into history (party, at, what, detail) values ($1, $2, $3, $4)",
            [(party, moment(self._scope.now), what, detail)],
        )

    async def of_code(self, code: PartyCode) -> list[Entry]:
        """What happened to the party of this code, cancelled or not, oldest first."""
        rows = await self._scope.connection.fetch(
            "select h.at, h.what, h.detail from parties p join history h on h.party = p.key"
            " where p.event = $1 and p.code = $2 order by h.at",
            self._scope.event,
            code,
        )
        return [
            Entry(datetime.fromisoformat(row["at"]), row["what"], row["detail"]) for row in rows
        ]

    async def codes_with(self, what: str) -> list[PartyCode]:
        """The codes of the parties that something happened to, once each time it did."""
        rows = await self._scope.connection.fetch(
            "select p.code from parties p join history h on h.party = p.key"
            " where p.event = $1 and h.what = $2 order by h.at, p.code",
            self._scope.event,
            what,
        )
        return [PartyCode(row["code"]) for row in rows]
