"""How a party is kept: which columns its members have, and what is made of the rows."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Final

from bot.domain.fields import MEMBER_FIELDS
from bot.domain.keys import MemberKey, PartyKey
from bot.domain.party import Answers, Member, Party, Registrar
from bot.store.database import Row, when

REGISTRAR_FIELDS: Final = ("first_name", "last_name", "email", "phone")
"""What is known of an owner who does not come."""
FIELDS: Final = [field.key for field in MEMBER_FIELDS]
PUT_REGISTRAR: Final = (
    "insert into owners (party, address, first_name, last_name, email, phone)"
    " values ($1, $2, $3, $4, $5, $6) on conflict (party, address) do update set "
    + ", ".join(f"{field} = excluded.{field}" for field in REGISTRAR_FIELDS)
)
FORGET_REGISTRARS: Final = "update owners set " + ", ".join(
    f"{field} = null" for field in REGISTRAR_FIELDS
)
FORGET: Final = (
    *(
        f"delete from {table}"
        for table in ("members", "answers", "notes", "party_links", "letters")
    ),
    FORGET_REGISTRARS,
)
"""What is forgotten of a party that is cancelled."""
SELECT: Final = f"""
    select p.key, p.code, p.draft_id, p.territory, p.confirmed_at, o.address as owner,
           {", ".join(f"o.{field} as owner_{field}" for field in REGISTRAR_FIELDS)},
           m.key as member, m.place, m.waiting, m.address, m.coming_at, m.late_minutes,
           {", ".join(f"m.{field}" for field in FIELDS)}
    from parties p join members m on m.party = p.key left join owners o on o.party = p.key
"""


def stored(answers: Mapping[str, str | None], field: str) -> str | None:
    """An answer as its column keeps it; only that of an optional field may be absent."""
    optional = next(one.optional for one in MEMBER_FIELDS if one.key == field)
    return answers.get(field) or (None if optional else "")


def parties_of(rows: Iterable[Row], asked: Mapping[tuple[PartyKey, int], Answers]) -> list[Party]:
    """The parties of rows as `SELECT` gives them; `asked`: see `Parties`."""
    of_party: dict[PartyKey, list[Row]] = {}
    for row in rows:
        of_party.setdefault(row["key"], []).append(row)
    return [_party(rows, asked) for rows in of_party.values()]


def _party(rows: Sequence[Row], asked: Mapping[tuple[PartyKey, int], Answers]) -> Party:
    head = rows[0]
    # A party of several owners comes once for each of them.
    members = {row["member"]: row for row in rows}
    owners = {row["owner"]: row for row in rows if row["owner"] is not None}
    in_place = sorted(members.values(), key=lambda row: int(row["place"]))
    return Party(
        key=head["key"],
        code=head["code"],
        draft=head["draft_id"],
        owners=tuple(sorted(owners)),
        territory=head["territory"],
        members=tuple(_member(row, asked) for row in in_place if not row["waiting"]),
        confirmed_at=datetime.fromisoformat(head["confirmed_at"]),
        waiting=tuple(_member(row, asked) for row in in_place if row["waiting"]),
        answers=asked.get((head["key"], 0), {}),
        registrars=tuple(
            _registrar(row)
            for _, row in sorted(owners.items())
            if row["owner_last_name"] is not None
        ),
    )


def _registrar(row: Row) -> Registrar:
    told = {field: row[f"owner_{field}"] for field in REGISTRAR_FIELDS}
    return Registrar(row["owner"], {field: said for field, said in told.items() if said})


def registrar_row(party: PartyKey, registrar: Registrar) -> tuple[str | int, ...]:
    """The arguments of `PUT_REGISTRAR`."""
    told = (registrar.answers.get(field, "") for field in REGISTRAR_FIELDS)
    return (party, registrar.address, *told)


def _member(row: Row, asked: Mapping[tuple[PartyKey, int], Answers]) -> Member:
    own = {field: row[field] for field in FIELDS if row[field]}
    return Member(
        answers={**own, **asked.get((row["key"], row["member"]), {})},
        key=row["member"],
        place=row["place"],
        address=row["address"],
        coming_at=when(row["coming_at"]),
        late_minutes=row["late_minutes"],
    )


def who_of(party: Party) -> tuple[list[MemberKey], int]:
    """Who comes or waits, and how many seats they have: what must not have changed meanwhile."""
    return [one.key for one in party.everyone], party.seats


def only(parties: Sequence[Party]) -> Party | None:
    """The one there is, if any."""
    return next(iter(parties), None)
