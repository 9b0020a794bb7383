"""Parties that look for somebody, and the proposals made to them, two at a time."""

from dataclasses import dataclass
from datetime import datetime

from bot.store.database import Transaction, moment

_OPEN = (
    "event = $1 and (first_answer is null or first_answer = 'yes')"
    " and (second_answer is null or second_answer = 'yes')"
    " and not (coalesce(first_answer, '') = 'yes' and coalesce(second_answer, '') = 'yes')"
)


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two parties (codes) that were proposed to each other, and what each has said."""

    first: str
    second: str
    first_answer: str | None
    second_answer: str | None

    def other_than(self, code: str) -> str:
        """The code of the other one."""
        return self.second if code == self.first else self.first

    def said_yes(self, code: str) -> bool:
        """Whether this one has said yes."""
        return (self.first_answer if code == self.first else self.second_answer) == "yes"


async def open_(transaction: Transaction, event: str, code: str, now: datetime) -> None:
    """Let a party look for somebody; one that does already keeps its turn."""
    await transaction.fetch(
        "insert into searches (event, code, since) values ($1, $2, $3)"
        " on conflict (event, code) do nothing",
        event,
        code,
        moment(now),
    )


async def close(transaction: Transaction, event: str, code: str) -> None:
    """Let a party look no more."""
    await transaction.fetch("delete from searches where event = $1 and code = $2", event, code)


async def is_open(transaction: Transaction, event: str, code: str) -> bool:
    """Whether a party looks for somebody."""
    return bool(
        await transaction.fetch(
            "select 1 from searches where event = $1 and code = $2", event, code
        )
    )


async def count(transaction: Transaction, event: str) -> int:
    """How many parties look for somebody."""
    rows = await transaction.fetch("select count(*) as n from searches where event = $1", event)
    return int(rows[0]["n"])


async def free(transaction: Transaction, event: str) -> list[str]:
    """Those who look and have no open proposal, the oldest search first."""
    rows = await transaction.fetch(
        f"select code from searches where event = $1 and code not in"
        f" (select first_code from proposals where {_OPEN}"
        f" union select second_code from proposals where {_OPEN}) order by since, code",
        event,
    )
    return [row["code"] for row in rows]


async def is_free(transaction: Transaction, event: str, code: str) -> bool:
    """Whether a party looks and has no open proposal."""
    return code in await free(transaction, event)


async def tried(transaction: Transaction, event: str, code: str) -> list[str]:
    """Those a party was proposed to before."""
    rows = await transaction.fetch(
        "select first_code, second_code from proposals"
        " where event = $1 and (first_code = $2 or second_code = $2)",
        event,
        code,
    )
    return [row["second_code"] if row["first_code"] == code else row["first_code"] for row in rows]


async def propose(
    transaction: Transaction, event: str, first: str, second: str, now: datetime
) -> None:
    """Propose two parties to each other."""
    await transaction.fetch(
        "insert into proposals (event, first_code, second_code, made_at) values ($1, $2, $3, $4)",
        event,
        first,
        second,
        moment(now),
    )


async def proposal_of(transaction: Transaction, event: str, code: str) -> Proposal | None:
    """The proposal that is open for a party."""
    rows = await transaction.fetch(
        "select first_code, second_code, first_answer, second_answer from proposals"
        f" where {_OPEN} and (first_code = $2 or second_code = $2)",
        event,
        code,
    )
    if not rows:
        return None
    row = rows[0]
    return Proposal(
        row["first_code"], row["second_code"], row["first_answer"], row["second_answer"]
    )


async def answer(
    transaction: Transaction, event: str, proposal: Proposal, code: str, said: str
) -> None:
    """Record what one of the two says: `yes` or `no`."""
    column = "first_answer" if code == proposal.first else "second_answer"
    await transaction.fetch(
        f"update proposals set {column} = $4"
        " where event = $1 and first_code = $2 and second_code = $3",
        event,
        proposal.first,
        proposal.second,
        said,
    )
