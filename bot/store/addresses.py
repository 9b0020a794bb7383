"""Who is known: one row an address."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.keys import Address, AddressKey, EventKey
from bot.store.database import Argument, Connection, in_parts, moment, places, rows_of


@dataclass(slots=True)
class Standing:
    """Where an address stands with one event. `state` is the dialogue's own JSON."""

    state: str = ""
    live_message_id: int | None = None
    """The message that carries the buttons of the current question."""


@dataclass(slots=True)
class Correspondent:
    """An address, with the dialogues it has."""

    key: AddressKey
    address: Address
    language: str | None = None
    """The language they chose, or that of their device; None: not known."""
    event: EventKey | None = None
    """The day they talk about, where there are several."""
    dialogues: dict[EventKey, Standing] = field(default_factory=dict)

    def dialogue(self, event: EventKey) -> Standing:
        """Where they stand with an event; a new standing when they never spoke about it."""
        return self.dialogues.setdefault(event, Standing())


class Addresses:
    """The addresses, and their dialogues."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def load(self, addresses: Iterable[Address]) -> dict[Address, Correspondent]:
        """Those asked for, locked until the commit; one that is new gets its key.

        They are locked in the order of their keys, so that two processes never wait for each
        other.
        """
        found: dict[Address, Correspondent] = {}
        for channel, ids in _by_channel(addresses).items():
            found |= await self._load(channel, ids)
        return found

    async def _load(self, channel: str, ids: list[str]) -> dict[Address, Correspondent]:
        # Added before any is locked: who waits for one that is being added holds no lock that the
        # process which adds it may wait for.
        await self._add(channel, ids)
        await self._lock(channel, ids)
        return await self._read(channel, ids)

    async def _add(self, channel: str, ids: Sequence[str]) -> None:
        """Those that are new, in the order of their ids: all processes add in the same order."""
        listed, arguments = places(ids, after=1)
        rows = await self._connection.fetch(
            f"select id from addresses where channel = $1 and id in ({listed})", channel, *arguments
        )
        known = {row["id"] for row in rows}
        new = [(channel, one) for one in ids if one not in known]
        if new:
            listed, arguments = rows_of(new)
            await self._connection.fetch(
                f"insert into addresses (channel, id) values {listed}"
                " on conflict (channel, id) do nothing",
                *arguments,
            )

    async def _lock(self, channel: str, ids: Sequence[Argument]) -> None:
        if self._connection.for_update:
            listed, arguments = places(ids, after=1)
            await self._connection.fetch(
                f"select key from addresses where channel = $1 and id in ({listed})"
                f" order by key{self._connection.for_update}",
                channel,
                *arguments,
            )

    async def _read(self, channel: str, ids: Sequence[Argument]) -> dict[Address, Correspondent]:
        # After the lock and not with it: a statement that waited for a lock may show, of the other
        # table, what was there before.
        listed, arguments = places(ids, after=1)
        rows = await self._connection.fetch(
            "select a.key, a.id, a.language, a.event, d.event as about, d.state, d.live_message_id"
            " from addresses a left join dialogues d on d.address = a.key"
            f" where a.channel = $1 and a.id in ({listed})",
            channel,
            *arguments,
        )
        found: dict[Address, Correspondent] = {}
        for row in rows:
            address = Address(channel, row["id"])
            one = found.setdefault(
                address, Correspondent(row["key"], address, row["language"], row["event"])
            )
            if row["about"] is not None:
                one.dialogues[row["about"]] = Standing(row["state"], row["live_message_id"])
        return found

    async def known(self, addresses: Iterable[Address]) -> set[AddressKey]:
        """The keys of those of the addresses that have ever spoken to the bot, not locked."""
        found: set[AddressKey] = set()
        for channel, ids in _by_channel(addresses).items():
            listed, arguments = places(ids, after=1)
            rows = await self._connection.fetch(
                f"select key from addresses where channel = $1 and id in ({listed})",
                channel,
                *arguments,
            )
            found |= {row["key"] for row in rows}
        return found

    async def of_keys(self, keys: Iterable[AddressKey]) -> dict[AddressKey, Correspondent]:
        """Those of the keys, without their dialogues, not locked: for what changes nothing."""
        found: dict[AddressKey, Correspondent] = {}
        for part in in_parts(sorted(set(keys))):
            listed, arguments = places(part)
            rows = await self._connection.fetch(
                f"select key, channel, id, language, event from addresses where key in ({listed})",
                *arguments,
            )
            found |= {
                row["key"]: Correspondent(
                    row["key"], Address(row["channel"], row["id"]), row["language"], row["event"]
                )
                for row in rows
            }
        return found

    async def save_dialogues(self, changed: Iterable[tuple[Correspondent, EventKey]]) -> None:
        """Keep where these addresses stand with these events."""
        await self._connection.execute_many(
            "insert into dialogues (address, event, state, live_message_id)"
            " values ($1, $2, $3, $4) on conflict (address, event) do update"
            " set state = excluded.state, live_message_id = excluded.live_message_id",
            [
                (one.key, event, one.dialogues[event].state, one.dialogues[event].live_message_id)
                for one, event in changed
            ],
        )

    async def save(self, changed: Iterable[Correspondent]) -> None:
        """Keep their language and the day they talk about."""
        await self._connection.execute_many(
            "update addresses set language = $2, event = $3 where key = $1",
            [(one.key, one.language, one.event) for one in changed],
        )

    async def set_blocked(self, address: AddressKey, since: datetime | None) -> None:
        """Record since when (UTC) the person blocks the bot; None: no longer."""
        await self._connection.fetch(
            "update addresses set blocked_at = $2 where key = $1",
            address,
            moment(since) if since is not None else None,
        )

    async def forget_unused(self, candidates: Iterable[AddressKey]) -> int:
        """Forget those of the addresses that nothing refers to any more; how many there were.

        One that somebody else is using right now stays: it is asked about again once the updates
        it sent are forgotten.
        """
        forgotten = 0
        for part in in_parts(sorted(set(candidates))):
            listed, arguments = places(part)
            locked = await self._connection.fetch(
                f"select key from addresses where key in ({listed}) order by key"
                f"{self._connection.skip_locked}",
                *arguments,
            )
            if not locked:
                continue
            # Only now: what was committed meanwhile by those who had them locked is seen.
            listed, arguments = places([row["key"] for row in locked])
            rows = await self._connection.fetch(
                f"delete from addresses where key in ({listed}) and not exists"
                " (select 1 from dialogues where address = addresses.key) and not exists"
                " (select 1 from owners where address = addresses.key) and not exists"
                " (select 1 from members where address = addresses.key) and not exists"
                " (select 1 from staff where address = addresses.key) and not exists"
                " (select 1 from questions where address = addresses.key) and not exists"
                " (select 1 from updates where address = addresses.key) returning key",
                *arguments,
            )
            forgotten += len(rows)
        return forgotten


def _by_channel(addresses: Iterable[Address]) -> dict[str, list[str]]:
    """The ids, in their order, of each channel."""
    ids: dict[str, list[str]] = {}
    for one in sorted(set(addresses)):
        ids.setdefault(one.channel, []).append(one.id)
    return ids
