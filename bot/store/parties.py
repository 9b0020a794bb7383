"""Parties, with their owners and members."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Final

from bot.domain.fields import MEMBER_FIELDS
from bot.domain.keys import AddressKey, DraftId, MemberKey, PartyCode, PartyKey
from bot.domain.party import Answers, Application, Member, Party
from bot.store.database import Row, moment, places, rows_of, when
from bot.store.scope import Scope
from bot.store.seats import Seats

_FIELDS: Final = [field.key for field in MEMBER_FIELDS]
_SELECT: Final = f"""
    select p.key, p.code, p.draft_id, p.territory, p.confirmed_at, o.address as owner,
           m.key as member, m.place, m.waiting, m.address, m.coming_at,
           {", ".join(f"m.{field}" for field in _FIELDS)}
    from parties p join members m on m.party = p.key left join owners o on o.party = p.key
"""
_LIVE: Final = "p.cancelled_at is null"
_ORDER: Final = "order by p.confirmed_at, p.key, m.place"


class Parties:
    """The parties of one event. What changes seats takes them, locked, as its first argument."""

    def __init__(self, scope: Scope, batch: Iterable[AddressKey]) -> None:
        self._scope = scope
        self._batch = frozenset(batch)
        self._read_ahead: dict[AddressKey, list[Party]] | None = None

    # ---- reading

    async def of(self, address: AddressKey) -> list[Party]:
        """The parties of an address: those it owns first, then those it is a member of.

        Those of the whole batch are read at once, until one is changed.
        """
        if address not in self._batch:
            return (await self._of_addresses([address]))[address]
        if self._read_ahead is None:
            self._read_ahead = await self._of_addresses(sorted(self._batch))
        return list(self._read_ahead[address])

    async def _of_addresses(self, addresses: Sequence[AddressKey]) -> dict[AddressKey, list[Party]]:
        listed, arguments = places(addresses, after=1)
        found = await self._fetch(
            # Both halves by index: an `or` would read all parties.
            f"where p.event = $1 and {_LIVE} and p.key in"
            f" (select party from owners where address in ({listed})"
            f" union select party from members where address in ({listed})) {_ORDER}",
            self._scope.event,
            *arguments,
        )
        parties: dict[AddressKey, list[Party]] = {address: [] for address in addresses}
        for party in found:
            for address in party.addresses:
                if address in parties:
                    parties[address].append(party)
        for address, theirs in parties.items():
            theirs.sort(key=lambda party: not party.is_owned_by(address))
        return parties

    async def of_key(self, key: PartyKey) -> Party | None:
        """The party of a key, unless it was cancelled."""
        return _only(await self._fetch(f"where p.key = $1 and {_LIVE} {_ORDER}", key))

    async def of_keys(self, keys: Sequence[PartyKey]) -> list[Party]:
        """Those of the keys that are not cancelled, in the order of the keys."""
        if not keys:
            return []
        listed, arguments = places(keys)
        found = {
            party.key: party
            for party in await self._fetch(f"where p.key in ({listed}) and {_LIVE}", *arguments)
        }
        return [found[key] for key in keys if key in found]

    async def of_code(self, code: PartyCode) -> Party | None:
        """The party of a code, unless it was cancelled."""
        return _only(
            await self._fetch(
                f"where p.event = $1 and p.code = $2 and {_LIVE} {_ORDER}", self._scope.event, code
            )
        )

    async def code_of(self, key: PartyKey) -> PartyCode:
        """The code of a party, cancelled or not; empty when there never was one."""
        rows = await self._scope.connection.fetch("select code from parties where key = $1", key)
        return PartyCode(rows[0]["code"] if rows else "")

    async def of_draft(self, draft: DraftId) -> Party | None:
        """The party that this draft became, unless it was cancelled."""
        return _only(await self._fetch(f"where p.draft_id = $1 and {_LIVE} {_ORDER}", draft))

    async def draft_was_confirmed(self, draft: DraftId) -> bool:
        """Whether this draft became a party, which may have been cancelled since."""
        rows = await self._scope.connection.fetch(
            "select 1 from parties where draft_id = $1", draft
        )
        return bool(rows)

    async def everybody(self) -> list[Party]:
        """All parties, those that only wait included, oldest first."""
        return await self._fetch(f"where p.event = $1 and {_LIVE} {_ORDER}", self._scope.event)

    async def on_list(self) -> list[Party]:
        """All parties on the waiting list, in order, those with an offer included."""
        return await self._fetch(
            f"join queue q on q.party = p.key where p.event = $1 and {_LIVE}"
            " order by q.queued_at, p.key, m.place",
            self._scope.event,
        )

    async def _fetch(self, where: str, *arguments: str | int | None) -> list[Party]:
        rows = await self._scope.connection.fetch(f"{_SELECT} {where}", *arguments)
        asked = await self._answers(rows)
        return _parties(rows, asked)

    async def _answers(self, rows: Sequence[Row]) -> dict[tuple[PartyKey, int], dict[str, str]]:
        """What the event asks besides, by party and member (0: the party's own)."""
        if not rows or not self._scope.asks_more:
            return {}
        listed, arguments = places(sorted({row["key"] for row in rows}))
        found: dict[tuple[PartyKey, int], dict[str, str]] = {}
        for row in await self._scope.connection.fetch(
            f"select party, member, field, answer from answers where party in ({listed})",
            *arguments,
        ):
            found.setdefault((row["party"], row["member"]), {})[row["field"]] = row["answer"]
        return found

    # ---- changing seats

    async def insert(self, seats: Seats, code: PartyCode, wanted: Application) -> PartyKey | None:
        """Register a party under a code; None when another party has that code."""
        self._read_ahead = None
        rows = await self._scope.connection.fetch(
            "insert into parties (event, code, draft_id, territory, seats, confirmed_at)"
            " values ($1, $2, $3, $4, $5, $6) on conflict (event, code) do nothing returning key",
            self._scope.event,
            code,
            wanted.draft,
            wanted.territory,
            wanted.seats,
            moment(self._scope.now),
        )
        if not rows:
            return None
        key = PartyKey(rows[0]["key"])
        seats.taken += wanted.seats
        for owner in wanted.owners:
            await self.add_owner(key, owner)
        await self.add_members(key, wanted.people, first=1, seats=wanted.seats)
        await self._keep_answers(key, MemberKey(0), wanted.answers)
        return key

    async def set_seats(self, seats: Seats, party: Party, number: int) -> None:
        """Let the members at places up to `number` come, the others wait."""
        self._read_ahead = None
        seats.taken += number - party.seats
        await self._scope.connection.fetch(
            "update parties set seats = $2 where key = $1", party.key, number
        )
        await self._scope.connection.fetch(
            "update members set waiting = case when place > $2 then 1 else 0 end where party = $1",
            party.key,
            number,
        )

    async def cancel(self, seats: Seats, party: Party) -> None:
        """Give a party's seats back and forget its members; its owners may still erase it."""
        self._read_ahead = None
        seats.taken -= party.seats
        await self._scope.connection.fetch(
            "update parties set cancelled_at = $2, seats = 0 where key = $1",
            party.key,
            moment(self._scope.now),
        )
        for table in ("members", "answers"):
            await self._scope.connection.fetch(f"delete from {table} where party = $1", party.key)

    async def erase_cancelled(self, address: AddressKey) -> None:
        """Delete the cancelled parties that only this address owned; it owns no other any more."""
        self._read_ahead = None
        await self._scope.connection.fetch(
            "delete from parties where event = $1 and cancelled_at is not null"
            " and key in (select party from owners where address = $2)"
            " and not exists (select 1 from owners other"
            " where other.party = parties.key and other.address <> $2)",
            self._scope.event,
            address,
        )
        await self._scope.connection.fetch(
            "delete from owners where address = $2"
            " and party in (select key from parties where event = $1)",
            self._scope.event,
            address,
        )

    # ---- changing members

    async def add_owner(self, party: PartyKey, address: AddressKey) -> None:
        """Let an address change a party."""
        self._read_ahead = None
        self._scope.connection.later(
            "insert into owners (party, address) values ($1, $2)"
            " on conflict (party, address) do nothing",
            [(party, address)],
        )

    async def add_members(
        self, party: PartyKey, people: Iterable[Member], *, first: int, seats: int
    ) -> None:
        """Add people at the places from `first` on; those beyond place `seats` wait."""
        self._read_ahead = None
        placed = dict(enumerate(people, first))
        listed, arguments = rows_of(
            [
                (
                    self._scope.event,
                    party,
                    place,
                    int(place > seats),
                    member.address,
                    *(_stored(member.answers, field) for field in _FIELDS),
                )
                for place, member in placed.items()
            ]
        )
        rows = await self._scope.connection.fetch(
            f"insert into members (event, party, place, waiting, address, {', '.join(_FIELDS)})"
            f" values {listed} returning key, place",
            *arguments,
        )
        for row in rows:
            await self._keep_answers(party, row["key"], placed[row["place"]].answers)

    async def put_answers(
        self, party: PartyKey, member: MemberKey, answers: Mapping[str, str | None]
    ) -> None:
        """Keep these answers of a member, and leave their others; None takes one away."""
        self._read_ahead = None
        own = {key: answer for key, answer in answers.items() if key in _FIELDS}
        if own:
            columns = ", ".join(f"{key} = ${number}" for number, key in enumerate(own, 2))
            await self._scope.connection.fetch(
                f"update members set {columns} where key = $1",
                member,
                *(_stored(own, key) for key in own),
            )
        await self._keep_answers(party, member, answers)

    async def put_party_answers(self, party: PartyKey, answers: Mapping[str, str | None]) -> None:
        """Keep these answers of a party, and leave its others; None takes one away."""
        self._read_ahead = None
        await self._keep_answers(party, MemberKey(0), answers)

    async def _keep_answers(
        self, party: PartyKey, member: MemberKey, answers: Mapping[str, str | None]
    ) -> None:
        """Keep what the event asks besides, in the one table there is for it."""
        for key, answer in answers.items():
            if key in _FIELDS:
                continue
            if answer:
                await self._scope.connection.fetch(
                    "insert into answers (party, member, field, answer) values ($1, $2, $3, $4)"
                    " on conflict (party, member, field) do update set answer = excluded.answer",
                    party,
                    member,
                    key,
                    answer,
                )
            else:
                await self._scope.connection.fetch(
                    "delete from answers where party = $1 and member = $2 and field = $3",
                    party,
                    member,
                    key,
                )

    async def remove_member(self, party: PartyKey, member: Member) -> None:
        """Take a member out; those after them move up a place."""
        self._read_ahead = None
        await self._scope.connection.fetch("delete from members where key = $1", member.key)
        await self._scope.connection.fetch("delete from answers where member = $1", member.key)
        await self._scope.connection.fetch(
            "update members set place = place - 1 where party = $1 and place > $2",
            party,
            member.place,
        )

    async def replace_member(self, party: Party, left: Member, newcomer: Member) -> None:
        """Put somebody else at a member's place, with a key of their own."""
        await self._scope.connection.fetch("delete from members where key = $1", left.key)
        await self._scope.connection.fetch("delete from answers where member = $1", left.key)
        await self.add_members(party.key, [newcomer], first=left.place, seats=party.seats)

    async def set_territory(self, party: PartyKey, territory: str) -> None:
        """Correct a party's territory."""
        self._read_ahead = None
        await self._scope.connection.fetch(
            "update parties set territory = $2 where key = $1", party, territory
        )

    async def set_address(self, member: MemberKey, address: AddressKey | None) -> None:
        """Give a member an address of their own, or take it from them."""
        self._read_ahead = None
        await self._scope.connection.fetch(
            "update members set address = $2 where key = $1", member, address
        )

    async def set_coming(self, member: MemberKey) -> None:
        """Record a member's answer « Je viens » to the reminder."""
        self._read_ahead = None
        await self._scope.connection.fetch(
            "update members set coming_at = $2 where key = $1", member, moment(self._scope.now)
        )

    # ---- invitations

    async def set_invitation(self, member: MemberKey, hashed: str | None) -> None:
        """Give a member an invitation (the hash of its token) instead of any earlier one."""
        await self._scope.connection.fetch(
            "update members set invitation = $2 where key = $1", member, hashed
        )

    async def invited(self, hashed: str) -> tuple[Party, Member] | None:
        """The party and the member that an invitation is for."""
        rows = await self._scope.connection.fetch(
            "select party, key from members where event = $1 and invitation = $2",
            self._scope.event,
            hashed,
        )
        party = await self.of_key(rows[0]["party"]) if rows else None
        if party is None:
            return None
        return party, next(one for one in party.everyone if one.key == rows[0]["key"])


def _stored(answers: Mapping[str, str | None], field: str) -> str | None:
    optional = next(one.optional for one in MEMBER_FIELDS if one.key == field)
    return answers.get(field) or (None if optional else "")


def _only(parties: Sequence[Party]) -> Party | None:
    return next(iter(parties), None)


def _parties(rows: Iterable[Row], asked: Mapping[tuple[PartyKey, int], Answers]) -> list[Party]:
    of_party: dict[PartyKey, list[Row]] = {}
    for row in rows:
        of_party.setdefault(row["key"], []).append(row)
    return [_party(rows, asked) for rows in of_party.values()]


def _party(rows: Sequence[Row], asked: Mapping[tuple[PartyKey, int], Answers]) -> Party:
    head = rows[0]
    # A party of several owners comes once for each of them.
    members = {row["member"]: row for row in rows}
    owners = sorted({row["owner"] for row in rows if row["owner"] is not None})
    in_place = sorted(members.values(), key=lambda row: int(row["place"]))
    return Party(
        key=head["key"],
        code=head["code"],
        draft=head["draft_id"],
        owners=tuple(owners),
        territory=head["territory"],
        members=tuple(_member(row, asked) for row in in_place if not row["waiting"]),
        confirmed_at=datetime.fromisoformat(head["confirmed_at"]),
        waiting=tuple(_member(row, asked) for row in in_place if row["waiting"]),
        answers=asked.get((head["key"], 0), {}),
    )


def _member(row: Row, asked: Mapping[tuple[PartyKey, int], Answers]) -> Member:
    own = {field: row[field] for field in _FIELDS if row[field]}
    return Member(
        answers={**own, **asked.get((row["key"], row["member"]), {})},
        key=row["member"],
        place=row["place"],
        address=row["address"],
        coming_at=when(row["coming_at"]),
    )
