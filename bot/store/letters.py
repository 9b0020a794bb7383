"""What organisers tell a party's people: kept until it has left, and as long as the party is."""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.keys import LetterKey, PartyKey
from bot.store.database import moment
from bot.store.scope import Scope


class About(StrEnum):
    """What a letter is. Its values are stored: they stay as they are."""

    WRITTEN = "written"
    """Words of an organiser."""
    CHANGED = "changed"
    """What they changed in the registration."""
    CANCELLED = "cancelled"
    """That they cancelled it, and perhaps why."""


@dataclass(frozen=True, slots=True)
class Letter:
    """What is told to the people of a party, in plain text."""

    party: PartyKey
    about: About
    message: str


class Letters:
    """The letters of one event."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    async def add(self, letter: Letter) -> LetterKey:
        """Keep a letter, to be owed by its key."""
        rows = await self._scope.connection.fetch(
            "insert into letters (party, at, about, message) values ($1, $2, $3, $4) returning key",
            letter.party,
            moment(self._scope.now),
            letter.about,
            letter.message,
        )
        return LetterKey(rows[0]["key"])

    async def of_key(self, key: LetterKey) -> Letter | None:
        """The letter of a key; None: it went with its party."""
        rows = await self._scope.connection.fetch(
            "select party, about, message from letters where key = $1", key
        )
        row = rows[0] if rows else None
        return None if row is None else Letter(row["party"], About(row["about"]), row["message"])

    async def forget(self, party: PartyKey) -> None:
        """Keep nothing of what a party was told: it may name anybody in it."""
        await self._scope.connection.fetch("delete from letters where party = $1", party)
