"""What only organisers see of a party, in their own words."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.keys import PartyKey
from bot.store.database import moment
from bot.store.scope import Scope


@dataclass(frozen=True, slots=True)
class Note:
    """What somebody noted, and when (UTC)."""

    at: datetime
    who: str
    note: str


class Notes:
    """The notes, a line each; they go with their party."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    async def add(self, party: PartyKey, note: Note) -> None:
        """Keep a note."""
        await self._scope.connection.fetch(
            "insert into notes (party, at, who, note) values ($1, $2, $3, $4)",
            party,
            moment(note.at),
            note.who,
            note.note,
        )

    async def of(self, party: PartyKey) -> list[Note]:
        """What was noted of a party, oldest first."""
        rows = await self._scope.connection.fetch(
            "select at, who, note from notes where party = $1 order by key", party
        )
        return [Note(datetime.fromisoformat(row["at"]), row["who"], row["note"]) for row in rows]

    async def forget(self, party: PartyKey) -> None:
        """Keep none of a party's notes: they may say something of anybody in it."""
        await self._scope.connection.fetch("delete from notes where party = $1", party)
