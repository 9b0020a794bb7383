"""What organisers did at an event: who, when, what, before and after."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.keys import NOT_STORED, AddressKey, MemberKey, PartyKey
from bot.store.database import moment
from bot.store.scope import Scope

NO_PARTY = PartyKey(0)


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that an organiser did. `before` and `after` are said in plain text."""

    at: datetime
    """UTC."""
    who: str
    what: str
    """What was done: its sentence in the catalogue is `journal.<what>`."""
    before: str = ""
    after: str = ""


class Journal:
    """The deeds, a line each."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    async def add(
        self,
        address: AddressKey,
        deed: Deed,
        *,
        party: PartyKey = NO_PARTY,
        member: MemberKey = NOT_STORED,
    ) -> None:
        """Note what somebody did, and whom it concerns."""
        self._scope.connection.later(
            "insert into journal (event, at, address, who, what, party, member, before, after)"
            " values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            [
                (
                    self._scope.event,
                    moment(deed.at),
                    address,
                    deed.who,
                    deed.what,
                    party or None,
                    member or None,
                    deed.before,
                    deed.after,
                )
            ],
        )

    async def latest(self, most: int, *, skip: int = 0) -> list[Deed]:
        """The last deeds, the last one first."""
        rows = await self._scope.connection.fetch(
            "select at, who, what, before, after from journal where event = $1"
            " order by key desc limit $2 offset $3",
            self._scope.event,
            most,
            skip,
        )
        return [
            Deed(
                datetime.fromisoformat(row["at"]),
                row["who"],
                row["what"],
                row["before"],
                row["after"],
            )
            for row in rows
        ]

    async def count(self) -> int:
        """How many there are."""
        rows = await self._scope.connection.fetch(
            "select count(*) as n from journal where event = $1", self._scope.event
        )
        return int(rows[0]["n"])

    async def forget_owned(self, address: AddressKey) -> None:
        """The same of every party that an address owns, or owned until it was cancelled."""
        await self._scope.connection.fetch(
            "update journal set before = '', after = '', party = null, member = null"
            " where +event = $1 and party in (select party from owners where address = $2)",
            self._scope.event,
            address,
        )

    async def forget_party(self, party: PartyKey) -> None:
        """Keep that something was done, and nothing of the people it concerned."""
        await self._scope.connection.fetch(
            "update journal set before = '', after = '', party = null, member = null"
            " where party = $1",
            party,
        )
