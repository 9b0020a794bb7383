"""What happened to each party, for organisers and for those who wonder. It names nobody."""

from dataclasses import dataclass
from datetime import datetime

from bot.store.database import Transaction, moment


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that happened at a moment (UTC): `what`, and which answer or member it concerns."""

    at: datetime
    what: str
    detail: str


async def add(
    transaction: Transaction, event: str, code: str, now: datetime, what: str, detail: str = ""
) -> None:
    """Note that something happened."""
    await transaction.fetch(
        "insert into history (event, code, at, what, detail) values ($1, $2, $3, $4, $5)",
        event,
        code,
        moment(now),
        what,
        detail,
    )


async def of_party(transaction: Transaction, event: str, code: str) -> list[Entry]:
    """What happened to a party, oldest first."""
    rows = await transaction.fetch(
        "select at, what, detail from history where event = $1 and code = $2 order by at",
        event,
        code,
    )
    return [Entry(datetime.fromisoformat(row["at"]), row["what"], row["detail"]) for row in rows]
