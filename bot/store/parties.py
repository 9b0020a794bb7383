"""Parties and their members."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from bot.booking.party import Category, Member, Party
from bot.store.database import Row, Transaction, moment, when

_SELECT = """
    select p.code, p.draft_id, p.chat_id, p.territory, p.confirmed_at, p.coming_at,
           m.first_name, m.last_name, m.function, m.organisation, m.category, m.email, m.phone
    from parties p join members m on m.event = p.event and m.code = p.code
    where p.event = $1 and p.cancelled_at is null
"""


async def registered(transaction: Transaction, event: str) -> list[Party]:
    """All parties that are registered, oldest first."""
    rows = await transaction.fetch(f"{_SELECT} order by p.confirmed_at, p.code, m.position", event)
    return _parties(rows)


async def of_chat(transaction: Transaction, event: str, chat_id: int) -> Party | None:
    """The party registered by this chat."""
    return _only(
        await transaction.fetch(f"{_SELECT} and p.chat_id = $2 order by m.position", event, chat_id)
    )


async def of_draft(transaction: Transaction, event: str, draft_id: str) -> Party | None:
    """The party that this draft became."""
    return _only(
        await transaction.fetch(
            f"{_SELECT} and p.draft_id = $2 order by m.position", event, draft_id
        )
    )


async def of_code(transaction: Transaction, event: str, code: str) -> Party | None:
    """The registered party of this code."""
    return _only(
        await transaction.fetch(f"{_SELECT} and p.code = $2 order by m.position", event, code)
    )


async def code_exists(transaction: Transaction, event: str, code: str) -> bool:
    """Whether a party, cancelled ones included, has this code."""
    rows = await transaction.fetch(
        "select 1 from parties where event = $1 and code = $2", event, code
    )
    return bool(rows)


async def insert(transaction: Transaction, event: str, party: Party) -> None:
    """Register a party."""
    await transaction.fetch(
        "insert into parties (event, code, draft_id, chat_id, territory, seats, confirmed_at)"
        " values ($1, $2, $3, $4, $5, $6, $7)",
        event,
        party.code,
        party.draft_id,
        party.chat_id,
        party.territory,
        party.seats,
        moment(party.confirmed_at),
    )
    await transaction.execute_many(
        "insert into members (event, code, position, first_name, last_name, function,"
        " organisation, category, email, phone) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        [
            (
                event,
                party.code,
                position,
                member.first_name,
                member.last_name,
                member.function,
                member.organisation,
                member.category,
                member.email,
                member.phone,
            )
            for position, member in enumerate(party.members, 1)
        ],
    )


async def cancel(transaction: Transaction, event: str, code: str, now: datetime) -> None:
    """Give a party's seats back, forget its members; nothing more is owed to it."""
    await transaction.fetch(
        "update parties set cancelled_at = $3 where event = $1 and code = $2",
        event,
        code,
        moment(now),
    )
    await transaction.fetch("delete from members where event = $1 and code = $2", event, code)
    await transaction.fetch("delete from deliveries where event = $1 and code = $2", event, code)


async def set_coming(transaction: Transaction, event: str, code: str, now: datetime) -> None:
    """Record the answer « Je viens » to the reminder."""
    await transaction.fetch(
        "update parties set coming_at = $3 where event = $1 and code = $2",
        event,
        code,
        moment(now),
    )


async def erase_chat(transaction: Transaction, event: str, chat_id: int) -> None:
    """Delete all that this chat ever registered, cancelled parties included."""
    await transaction.fetch("delete from parties where event = $1 and chat_id = $2", event, chat_id)


async def erase_event(transaction: Transaction, event: str) -> int:
    """Delete everybody's data of an event; the number of chats there were."""
    rows = await transaction.fetch("delete from chats where event = $1 returning chat_id", event)
    await transaction.fetch("delete from parties where event = $1", event)
    await transaction.fetch("delete from holds where event = $1", event)
    await transaction.fetch("delete from updates where event = $1", event)
    return len(rows)


def _only(rows: Sequence[Row]) -> Party | None:
    return next(iter(_parties(rows)), None)


def _parties(rows: Iterable[Row]) -> list[Party]:
    members: dict[str, list[Member]] = {}
    heads: dict[str, Row] = {}
    for row in rows:
        heads[row["code"]] = row
        members.setdefault(row["code"], []).append(_member(row))
    return [_party(row, members[code]) for code, row in heads.items()]


def _member(row: Row) -> Member:
    return Member(
        row["first_name"],
        row["last_name"],
        row["function"],
        row["organisation"],
        Category(row["category"]),
        row["email"],
        row["phone"],
    )


def _party(row: Row, members: list[Member]) -> Party:
    confirmed_at = datetime.fromisoformat(row["confirmed_at"])
    return Party(
        row["code"],
        row["draft_id"],
        row["chat_id"],
        row["territory"],
        tuple(members),
        confirmed_at,
        when(row["coming_at"]),
    )
