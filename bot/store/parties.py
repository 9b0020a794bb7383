"""Parties and their members."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from bot.domain.party import Category, Member, Party
from bot.store.database import Row, Transaction, moment, when

_COLUMNS = """
    select p.code, p.draft_id, p.chat_id, p.territory, p.confirmed_at, p.coming_at,
           m.position, m.first_name, m.last_name, m.function, m.organisation, m.category,
           m.email, m.phone, m.waiting, m.chat_id as own_chat_id
    from parties p join members m on m.event = p.event and m.code = p.code
"""
_SELECT = f"{_COLUMNS} where p.event = $1 and p.cancelled_at is null"


async def registered(transaction: Transaction, event: str) -> list[Party]:
    """All parties that have seats, oldest first."""
    rows = await transaction.fetch(
        f"{_SELECT} and p.seats > 0 order by p.confirmed_at, p.code, m.position", event
    )
    return _parties(rows)


async def not_cancelled(transaction: Transaction, event: str) -> list[Party]:
    """All parties, those that only wait included, oldest first."""
    rows = await transaction.fetch(f"{_SELECT} order by p.confirmed_at, p.code, m.position", event)
    return _parties(rows)


async def reached_alike(transaction: Transaction, event: str, code: str) -> list[Party]:
    """Other parties with a member whose e-mail or phone is also a member's of this one."""
    rows = await transaction.fetch(
        # Materialized: of a table that has just begun to grow, PostgreSQL would read everything.
        "with own as materialized"
        " (select email, phone from members where event = $1 and code = $2)"
        " select other.code from own join members other"
        " on other.event = $1 and other.email = own.email where other.code <> $2"
        " union select other.code from own join members other"
        " on other.event = $1 and other.phone = own.phone where other.code <> $2",
        event,
        code,
    )
    found = [await of_code(transaction, event, row["code"]) for row in rows]
    return [party for party in found if party is not None]


async def on_list(transaction: Transaction, event: str) -> list[Party]:
    """All parties on the waiting list, in order, those with an offer included."""
    rows = await transaction.fetch(
        f"{_COLUMNS} join queue q on q.event = p.event and q.code = p.code"
        " where p.event = $1 and p.cancelled_at is null order by q.queued_at, p.code, m.position",
        event,
    )
    return _parties(rows)


async def of_chat(transaction: Transaction, event: str, chat_id: int) -> Party | None:
    """The party of this chat: that it registered, or else one it is a member of."""
    rows = await transaction.fetch(
        # Both halves by index: an `or` would read all parties.
        f"{_SELECT} and p.code in"
        " (select code from parties where event = $1 and chat_id = $2 and cancelled_at is null"
        " union select code from members where event = $1 and chat_id = $2)"
        " order by case when p.chat_id = $2 then 0 else 1 end, p.code, m.position",
        event,
        chat_id,
    )
    return _only(rows)


async def draft_was_confirmed(transaction: Transaction, event: str, draft_id: str) -> bool:
    """Whether this draft became a party, which may have been cancelled since."""
    rows = await transaction.fetch(
        "select 1 from parties where event = $1 and draft_id = $2", event, draft_id
    )
    return bool(rows)


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
    await put_members(transaction, event, party.code, enumerate(party.everyone, 1), party.seats)


async def put_members(
    transaction: Transaction,
    event: str,
    code: str,
    members: Iterable[tuple[int, Member]],
    seats: int,
) -> None:
    """Put members at their places (1 and up): new, or instead of who was there.

    Those at places up to `seats` come; the others wait for a seat.
    """
    await transaction.execute_many(
        "insert into members (event, code, position, first_name, last_name, function,"
        " organisation, category, email, phone, waiting)"
        " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
        " on conflict (event, code, position) do update set first_name = excluded.first_name,"
        " last_name = excluded.last_name, function = excluded.function,"
        " organisation = excluded.organisation, category = excluded.category,"
        " email = excluded.email, phone = excluded.phone, waiting = excluded.waiting",
        [
            (
                event,
                code,
                place,
                member.first_name,
                member.last_name,
                member.function,
                member.organisation,
                member.category,
                member.email,
                member.phone,
                int(place > seats),
            )
            for place, member in members
        ],
    )


async def remove_member(transaction: Transaction, event: str, code: str, place: int) -> None:
    """Take a member out; those after them move up a place."""
    await transaction.fetch(
        "delete from members where event = $1 and code = $2 and position = $3", event, code, place
    )
    for position in (place + 1, place + 2):
        await transaction.fetch(
            "update members set position = $3 - 1 where event = $1 and code = $2 and position = $3",
            event,
            code,
            position,
        )


async def set_seats(transaction: Transaction, event: str, code: str, seats: int) -> None:
    """Let the members at places up to `seats` come, the others wait."""
    await transaction.fetch(
        "update parties set seats = $3 where event = $1 and code = $2", event, code, seats
    )
    await transaction.fetch(
        "update members set waiting = case when position > $3 then 1 else 0 end"
        " where event = $1 and code = $2",
        event,
        code,
        seats,
    )


async def set_chat(
    transaction: Transaction, event: str, code: str, place: int, chat_id: int | None
) -> None:
    """Give a member a chat of their own, or take it from them."""
    await transaction.fetch(
        "update members set chat_id = $4 where event = $1 and code = $2 and position = $3",
        event,
        code,
        place,
        chat_id,
    )


async def set_invitation(
    transaction: Transaction, event: str, code: str, place: int, invitation: str
) -> None:
    """Give a member an invitation (the hash of its token) instead of any earlier one."""
    await transaction.fetch(
        "update members set invitation = $4 where event = $1 and code = $2 and position = $3",
        event,
        code,
        place,
        invitation,
    )


async def forget_invitation(transaction: Transaction, event: str, code: str, place: int) -> None:
    """Let a member's invitation open nothing any more."""
    await transaction.fetch(
        "update members set invitation = null where event = $1 and code = $2 and position = $3",
        event,
        code,
        place,
    )


async def of_invitation(
    transaction: Transaction, event: str, invitation: str
) -> tuple[Party, int] | None:
    """The party and the place (1 and up) that an invitation is for."""
    rows = await transaction.fetch(
        "select code, position from members where event = $1 and invitation = $2",
        event,
        invitation,
    )
    if not rows:
        return None
    party = await of_code(transaction, event, rows[0]["code"])
    return (party, rows[0]["position"]) if party is not None else None


async def is_invited_elsewhere(transaction: Transaction, event: str, invitation: str) -> bool:
    """Whether an invitation is one of another event."""
    rows = await transaction.fetch(
        "select 1 from members where event <> $1 and invitation = $2", event, invitation
    )
    return bool(rows)


async def set_territory(transaction: Transaction, event: str, code: str, territory: str) -> None:
    """Correct a party's territory."""
    await transaction.fetch(
        "update parties set territory = $3 where event = $1 and code = $2", event, code, territory
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
    await transaction.fetch("delete from queue where event = $1 and code = $2", event, code)


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
    await transaction.fetch(
        "delete from deliveries where event = $1 and chat_id = $2", event, chat_id
    )
    await transaction.fetch("delete from parties where event = $1 and chat_id = $2", event, chat_id)


async def erase_event(transaction: Transaction, event: str) -> int:
    """Delete everybody's data of an event; the number of chats there were."""
    rows = await transaction.fetch("delete from chats where event = $1 returning chat_id", event)
    await transaction.fetch("delete from parties where event = $1", event)
    await transaction.fetch("delete from holds where event = $1", event)
    await transaction.fetch("delete from deliveries where event = $1", event)
    await transaction.fetch("delete from updates where event = $1", event)
    return len(rows)


def _only(rows: Sequence[Row]) -> Party | None:
    return next(iter(_parties(rows)), None)


def _parties(rows: Iterable[Row]) -> list[Party]:
    of_party: dict[str, list[Row]] = {}
    for row in rows:
        of_party.setdefault(row["code"], []).append(row)
    return [_party(rows) for rows in of_party.values()]


def _member(row: Row) -> Member:
    return Member(
        row["first_name"],
        row["last_name"],
        row["function"],
        row["organisation"],
        Category(row["category"]),
        row["email"],
        row["phone"],
        row["position"],
        row["own_chat_id"],
    )


def _party(rows: list[Row]) -> Party:
    head = rows[0]
    return Party(
        head["code"],
        head["draft_id"],
        head["chat_id"],
        head["territory"],
        tuple(_member(row) for row in rows if not row["waiting"]),
        datetime.fromisoformat(head["confirmed_at"]),
        when(head["coming_at"]),
        tuple(_member(row) for row in rows if row["waiting"]),
    )
