"""Which updates have had their effect, and which answers still have to leave.

Telegram keeps an unconfirmed update for 24 hours and may deliver it again; ids are remembered
for longer than that. They are looked up one by one, never compared with the highest seen, since
updates can overtake each other. Ids are a bot's own: two bots may share a database.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from bot.domain.keys import AddressKey, BotId
from bot.store.database import Connection, moment, places, rows_of

REMEMBERED = timedelta(days=3)
"""How long an update's id is kept: well above the 24 h after which Telegram drops it."""


class Updates:
    """The updates of one bot."""

    def __init__(self, connection: Connection, bot: BotId, now: datetime) -> None:
        self._connection = connection
        self._bot = bot
        self._now = now

    async def record(self, updates: Sequence[tuple[int, AddressKey]], until: datetime) -> set[int]:
        """Record that these updates have their effect in this transaction; the ids that are new.

        The others had theirs before. Answers are claimed until a moment: nobody else looks after
        them meanwhile.
        """
        if not updates:
            return set()
        listed, arguments = rows_of(
            [
                (self._bot, number, address, moment(self._now), moment(until))
                for number, address in updates
            ]
        )
        rows = await self._connection.fetch(
            "insert into updates (bot, id, address, received_at, claimed_until)"
            f" values {listed} on conflict (bot, id) do nothing returning id",
            *arguments,
        )
        return {row["id"] for row in rows}

    async def set_answered(self, updates: Iterable[int], silent: Iterable[int] = ()) -> None:
        """Record that the answers to these updates have left.

        `silent`: those, besides, of which nothing stays in the chat. All in one statement: two
        would lock the rows in another order than another process does.
        """
        quiet = sorted(set(silent))
        ids = sorted({*updates, *quiet})
        if not ids:
            return
        listed, arguments = places(ids, after=2)
        those, more = places(quiet, after=2 + len(arguments)) if quiet else ("null", [])
        await self._connection.fetch(
            "update updates set answered_at = $2,"
            f" is_silent = case when id in ({those}) then 1 else 0 end"
            f" where bot = $1 and id in ({listed})",
            self._bot,
            moment(self._now),
            *arguments,
            *more,
        )

    async def keep(self, updates: Iterable[int], until: datetime) -> None:
        """Claim the answers to these updates for longer: they are still on their way."""
        await self._connection.execute_many(
            "update updates set claimed_until = $3 where bot = $1 and id = $2",
            [(self._bot, number, moment(until)) for number in sorted(updates)],
        )

    async def take_over(self, lapsed_by: datetime, until: datetime) -> dict[AddressKey, list[int]]:
        """Claim the updates whose answer has not left and that nobody claims beyond a moment.

        A crash interrupted them. Two processes never both get one.
        """
        rows = await self._connection.fetch(
            f"""
            with lapsed as materialized (
                select id from updates
                where bot = $1 and answered_at is null
                and (claimed_until is null or claimed_until <= $2)
                order by id{self._connection.skip_locked}
            )
            update updates set claimed_until = $3
            where bot = $1 and id in (select id from lapsed) returning address, id
            """,
            self._bot,
            moment(lapsed_by),
            moment(until),
        )
        interrupted: dict[AddressKey, list[int]] = {}
        for address, number in sorted((row["address"], row["id"]) for row in rows):
            interrupted.setdefault(address, []).append(number)
        return interrupted

    async def answered_later(self, address: AddressKey, update: int) -> bool:
        """Whether a later update of the address had an answer that says how things are."""
        rows = await self._connection.fetch(
            # By the index of addresses, which all else is kept from.
            "select 1 from updates where address = $1 and bot || '' = $2 and +id > $3"
            " and answered_at is not null and is_silent = 0 limit 1",
            address,
            self._bot,
            update,
        )
        return bool(rows)

    async def adopt(self) -> None:
        """Take as this bot's the ids recorded before it was known whose they are."""
        await self._connection.fetch(
            "update updates set bot = $1 where bot = '' and not exists"
            " (select 1 from updates own where own.bot = $1 and own.id = updates.id)",
            self._bot,
        )

    async def forget_old(self) -> set[AddressKey]:
        """Drop the ids that Telegram cannot deliver any more, whichever bot's; who sent them."""
        rows = await self._connection.fetch(
            "delete from updates where received_at < $1 returning address",
            moment(self._now - REMEMBERED),
        )
        return {row["address"] for row in rows}
