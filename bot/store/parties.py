"""Parties, with their owners and members."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from bot.domain.keys import AddressKey, DraftId, MemberKey, PartyCode, PartyKey
from bot.domain.party import Application, Member, Party, Registrar
from bot.store import party_rows
from bot.store.database import ChangedMeanwhileError, Row, in_parts, moment, places, rows_of
from bot.store.party_rows import FIELDS, SELECT, only, parties_of, stored, who_of
from bot.store.scope import Scope
from bot.store.seats import Seats

_LIVE: Final = "p.cancelled_at is null"
_ORDER: Final = "order by p.confirmed_at, p.key, m.place"


class Parties:
    """The parties of one event. What changes seats takes them, locked, as its first argument."""

    def __init__(self, scope: Scope, batch: Iterable[AddressKey]) -> None:
        self._scope = scope
        self._batch = frozenset(batch)
        self._read_ahead: dict[AddressKey, list[Party]] | None = None

    # ---- reading

    def read_anew(self) -> None:
        """Forget what was read ahead: somebody may have changed it meanwhile."""
        self._read_ahead = None

    async def recheck(self, _seats: Seats, party: Party) -> None:
        """See that a party is made of those it was made of when it was read, before the lock.

        Raises:
            ChangedMeanwhileError: it is not.
        """
        found = await self.of_key(party.key)
        if found is None or who_of(found) != who_of(party):
            raise ChangedMeanwhileError(f"party {party.key} is not what it was")

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
            # By the index of addresses, both halves: an `or`, or the event's own index (hence the
            # `+`), would read all parties.
            f"where +p.event = $1 and {_LIVE} and p.key in"
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
        return only(await self._fetch(f"where p.key = $1 and {_LIVE} {_ORDER}", key))

    async def of_keys(self, keys: Sequence[PartyKey]) -> list[Party]:
        """Those of the keys that are not cancelled, in the order of the keys."""
        found: dict[PartyKey, Party] = {}
        for part in in_parts(keys):
            listed, arguments = places(part)
            parties = await self._fetch(f"where p.key in ({listed}) and {_LIVE}", *arguments)
            found |= {party.key: party for party in parties}
        return [found[key] for key in keys if key in found]

    async def of_code(self, code: PartyCode) -> Party | None:
        """The party of a code, unless it was cancelled."""
        return only(
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
        return only(await self._fetch(f"where p.draft_id = $1 and {_LIVE} {_ORDER}", draft))

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
        rows = await self._scope.connection.fetch(f"{SELECT} {where}", *arguments)
        asked = await self._answers(rows)
        return parties_of(rows, asked)

    async def _answers(self, rows: Sequence[Row]) -> dict[tuple[PartyKey, int], dict[str, str]]:
        """What the event asks besides, by party and member (0: the party's own)."""
        if not rows or not self._scope.asks_more:
            return {}
        found: dict[tuple[PartyKey, int], dict[str, str]] = {}
        for part in in_parts(sorted({row["key"] for row in rows})):
            listed, arguments = places(part)
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
        if wanted.registrar is not None:
            await self.put_registrar(key, wanted.registrar)
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
        for forget in party_rows.FORGET:
            await self._scope.connection.fetch(f"{forget} where party = $1", party.key)

    async def erase_cancelled(self, address: AddressKey) -> None:
        """Delete the cancelled parties that only this address owned; it owns no other any more."""
        self._read_ahead = None
        await self._scope.connection.fetch(
            "delete from parties where +event = $1 and cancelled_at is not null"
            " and key in (select party from owners where address = $2)"
            " and not exists (select 1 from owners other"
            " where other.party = parties.key and other.address <> $2)",
            self._scope.event,
            address,
        )
        await self._scope.connection.fetch(
            "delete from owners where address = $2 and exists"
            " (select 1 from parties p where p.key = owners.party and +p.event = $1)",
            self._scope.event,
            address,
        )

    async def take_in(self, seats: Seats, host: Party, guest: Party) -> None:
        """Let the members of a party come with another one, after its own; none of them waits.

        They stay who they are, with their keys. Their links open nothing any more.
        """
        self._read_ahead = None
        await self._scope.connection.fetch(
            "update members set party = $2, place = place + $3, invitation = null where party = $1",
            guest.key,
            host.key,
            host.seats,
        )
        await self._scope.connection.fetch(
            "update answers set party = $2 where party = $1 and member <> 0", guest.key, host.key
        )
        for registrar in guest.registrars:
            await self.put_registrar(host.key, registrar)
        await self.cancel(seats, guest)
        await self.set_seats(seats, host, host.seats + guest.seats)

    # ---- changing owners

    async def add_owner(self, party: PartyKey, address: AddressKey) -> None:
        """Let an address change a party."""
        self._read_ahead = None
        self._scope.connection.later(
            "insert into owners (party, address) values ($1, $2)"
            " on conflict (party, address) do nothing",
            [(party, address)],
        )

    async def put_registrar(self, party: PartyKey, registrar: Registrar) -> None:
        """Let an owner who does not come change a party, and keep how to reach them."""
        self._read_ahead = None
        await self._scope.connection.fetch(
            party_rows.PUT_REGISTRAR, *party_rows.registrar_row(party, registrar)
        )

    # ---- changing members

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
                    *(stored(member.answers, field) for field in FIELDS),
                )
                for place, member in placed.items()
            ]
        )
        rows = await self._scope.connection.fetch(
            f"insert into members (event, party, place, waiting, address, {', '.join(FIELDS)})"
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
        own = {key: answer for key, answer in answers.items() if key in FIELDS}
        if own:
            columns = ", ".join(f"{key} = ${number}" for number, key in enumerate(own, 2))
            await self._scope.connection.fetch(
                f"update members set {columns} where key = $1",
                member,
                *(stored(own, key) for key in own),
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
            if key in FIELDS:
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
        await self._forget_answers(party, member.key)
        await self._scope.connection.fetch(
            "update members set place = place - 1 where party = $1 and place > $2",
            party,
            member.place,
        )

    async def replace_member(self, party: Party, left: Member, newcomer: Member) -> None:
        """Put somebody else at a member's place, with a key of their own."""
        await self._scope.connection.fetch("delete from members where key = $1", left.key)
        await self._forget_answers(party.key, left.key)
        await self.add_members(party.key, [newcomer], first=left.place, seats=party.seats)

    async def _forget_answers(self, party: PartyKey, member: MemberKey) -> None:
        await self._scope.connection.fetch(
            "delete from answers where party = $1 and member = $2", party, member
        )

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

    async def set_coming(self, *members: MemberKey, late: int | None = None) -> None:
        """Record answers « Je viens » to the reminder; `late`: see `Member.late_minutes`."""
        if not members:
            return
        self._read_ahead = None
        listed, arguments = places(members, after=2)
        await self._scope.connection.fetch(
            "update members set coming_at = $1, late_minutes = coalesce($2, late_minutes)"
            f" where key in ({listed})",
            moment(self._scope.now),
            late,
            *arguments,
        )

    async def set_late(self, *members: MemberKey, minutes: int) -> None:
        """Record by how much they come late, which is no answer to the reminder."""
        self._read_ahead = None
        listed, arguments = places(members, after=1)
        await self._scope.connection.fetch(
            f"update members set late_minutes = $1 where key in ({listed})", minutes, *arguments
        )

    async def set_on_time(self, *members: MemberKey) -> None:
        """Record that they come, and not late after all."""
        self._read_ahead = None
        listed, arguments = places(members, after=1)
        await self._scope.connection.fetch(
            f"update members set coming_at = $1, late_minutes = null where key in ({listed})",
            moment(self._scope.now),
            *arguments,
        )

    async def forget_coming(self) -> None:
        """Forget all answers to the reminder: they were about another date."""
        self._read_ahead = None
        await self._scope.connection.fetch(
            "update members set coming_at = null, late_minutes = null"
            " where event = $1 and (coming_at is not null or late_minutes is not null)",
            self._scope.event,
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
