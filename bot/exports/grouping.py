"""In which order papers name people: by territory, then party, then name."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from bot.domain.attendance import Attendee
from bot.domain.keys import PartyCode


@dataclass(frozen=True, slots=True)
class Group:
    """The people of one party, or one person who belongs to none."""

    code: PartyCode
    people: tuple[Attendee, ...]


@dataclass(frozen=True, slots=True)
class Territory:
    """The parties that come from one territory."""

    name: str
    groups: tuple[Group, ...]


def alphabetical(text: str) -> str:
    """What a text is sorted by in a French list: without accents, capitals or punctuation."""
    letters = unicodedata.normalize("NFKD", text.replace("œ", "oe").replace("Œ", "Oe"))
    kept = (one if one.isalnum() else " " for one in letters if not unicodedata.combining(one))
    return " ".join("".join(kept).casefold().split())


def by_name(people: Iterable[Attendee]) -> list[Attendee]:
    """People by their last name, then their first."""
    return sorted(
        people, key=lambda one: (alphabetical(one.last_name), alphabetical(one.first_name), one.key)
    )


def by_territory(people: Iterable[Attendee]) -> tuple[Territory, ...]:
    """Territories by their names, none last; in each the parties by who stands first in them.

    The members of a party keep their order; its territory is that of its first member.
    """
    groups: dict[str, list[Attendee]] = {}
    for one in people:
        groups.setdefault(one.code or f"alone.{one.key}.{one.name}", []).append(one)
    territories: dict[str, list[Group]] = {}
    for members in groups.values():
        group = Group(members[0].code, tuple(members))
        territories.setdefault(members[0].territory, []).append(group)
    return tuple(
        Territory(name, tuple(sorted(found, key=_first)))
        for name, found in sorted(
            territories.items(), key=lambda item: (not item[0], alphabetical(item[0]))
        )
    )


def _first(group: Group) -> tuple[str, str]:
    first = group.people[0]
    return alphabetical(first.last_name), alphabetical(first.first_name)
