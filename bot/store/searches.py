"""Parties that look for somebody, and the proposals made to them, two at a time."""

from dataclasses import dataclass

from bot.domain.keys import PartyKey
from bot.store.database import moment
from bot.store.scope import Scope

_OPEN = (
    "event = $1 and (first_answer is null or first_answer = 'yes')"
    " and (second_answer is null or second_answer = 'yes')"
    " and not (coalesce(first_answer, '') = 'yes' and coalesce(second_answer, '') = 'yes')"
)


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two parties that were proposed to each other, and what each has said."""

    first: PartyKey
    second: PartyKey
    first_answer: str | None
    second_answer: str | None

    def other_than(self, party: PartyKey) -> PartyKey:
        """The other one."""
        return self.second if party == self.first else self.first

    def said_yes(self, party: PartyKey) -> bool:
        """Whether this one has said yes."""
        return (self.first_answer if party == self.first else self.second_answer) == "yes"


class Searches:
    """Who looks for somebody at one event."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    async def open(self, party: PartyKey) -> None:
        """Let a party look for somebody; one that does already keeps its turn."""
        await self._scope.connection.fetch(
            "insert into searches (party, event, since) values ($1, $2, $3)"
            " on conflict (party) do nothing",
            party,
            self._scope.event,
            moment(self._scope.now),
        )

    async def close(self, party: PartyKey) -> None:
        """Let a party look no more."""
        await self._scope.connection.fetch("delete from searches where party = $1", party)

    async def is_open(self, party: PartyKey) -> bool:
        """Whether a party looks for somebody."""
        rows = await self._scope.connection.fetch("select 1 from searches where party = $1", party)
        return bool(rows)

    async def count(self) -> int:
        """How many parties look for somebody."""
        rows = await self._scope.connection.fetch(
            "select count(*) as n from searches where event = $1", self._scope.event
        )
        return int(rows[0]["n"])

    async def free(self) -> list[PartyKey]:
        """Those who look and have no open proposal, the oldest search first."""
        rows = await self._scope.connection.fetch(
            f"select party from searches where event = $1 and party not in"
            f" (select first from proposals where {_OPEN}"
            f" union select second from proposals where {_OPEN}) order by since, party",
            self._scope.event,
        )
        return [row["party"] for row in rows]

    async def tried(self, party: PartyKey) -> list[PartyKey]:
        """Those a party was proposed to before."""
        rows = await self._scope.connection.fetch(
            "select first, second from proposals where first = $1 or second = $1", party
        )
        return [row["second"] if row["first"] == party else row["first"] for row in rows]

    async def propose(self, first: PartyKey, second: PartyKey) -> None:
        """Propose two parties to each other."""
        await self._scope.connection.fetch(
            "insert into proposals (first, second, event, made_at) values ($1, $2, $3, $4)",
            first,
            second,
            self._scope.event,
            moment(self._scope.now),
        )

    async def proposal_of(self, party: PartyKey) -> Proposal | None:
        """The proposal that is open for a party."""
        rows = await self._scope.connection.fetch(
            "select first, second, first_answer, second_answer from proposals"
            f" where {_OPEN} and (first = $2 or second = $2)",
            self._scope.event,
            party,
        )
        if not rows:
            return None
        row = rows[0]
        return Proposal(row["first"], row["second"], row["first_answer"], row["second_answer"])

    async def answer(self, proposal: Proposal, party: PartyKey, said: str) -> None:
        """Record what one of the two says: `yes` or `no`."""
        column = "first_answer" if party == proposal.first else "second_answer"
        await self._scope.connection.fetch(
            f"update proposals set {column} = $3 where first = $1 and second = $2",
            proposal.first,
            proposal.second,
            said,
        )
