"""A party and its members."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from itertools import combinations
from typing import Self

from bot.domain.keys import NOT_STORED, AddressKey, DraftId, MemberKey, PartyCode, PartyKey

Answers = Mapping[str, str]
"""Answers by the key of their field (`domain.fields`, or a question of the event's own)."""


class Category(StrEnum):
    """In what capacity a member comes."""

    ELECTED = "elected"
    STAFF = "staff"
    CIVIL = "civil"


@dataclass(frozen=True, slots=True)
class Member:
    """One person of a party; takes one seat."""

    answers: Answers
    key: MemberKey = NOT_STORED
    """Theirs for life; 0: not registered yet."""
    place: int = 0
    """Their place in the party, the contact person's being 1; 0: not registered yet."""
    address: AddressKey | None = None
    """Their own address, once they have opened their invitation."""
    coming_at: datetime | None = None
    """When they answered the reminder with « Je viens », UTC."""
    late_minutes: int | None = None
    """By how much they said they come late; 0: they did not say by how much; None: in time."""

    def __post_init__(self) -> None:
        # Absent and empty are one: what was not answered has no entry.
        given = {key: answer for key, answer in self.answers.items() if answer}
        object.__setattr__(self, "answers", given)

    def answering(self, **answers: str | None) -> Self:
        """The same member with other answers; None takes one away."""
        merged = {**self.answers, **{key: answer or "" for key, answer in answers.items()}}
        return replace(self, answers=merged)

    @property
    def first_name(self) -> str:
        """As they write it."""
        return self.answers.get("first_name", "")

    @property
    def last_name(self) -> str:
        """As they write it."""
        return self.answers.get("last_name", "")

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def function(self) -> str:
        """What they do: « adjointe au maire »."""
        return self.answers.get("function", "")

    @property
    def organisation(self) -> str:
        """Where they do it."""
        return self.answers.get("organisation", "")

    @property
    def category(self) -> Category:
        """In what capacity they come."""
        return Category(self.answers["category"])

    @property
    def email(self) -> str | None:
        """Their e-mail address, where they gave one."""
        return self.answers.get("email")

    @property
    def phone(self) -> str | None:
        """E.164, for example `+33639981234`."""
        return self.answers.get("phone")


@dataclass(frozen=True, slots=True)
class Registrar:
    """An owner who does not come: a secretary who registers others."""

    address: AddressKey
    """Where they write from."""
    answers: Answers
    """Their name, and how to reach them, by the keys of a member's fields."""

    @property
    def first_name(self) -> str:
        """As they write it."""
        return self.answers.get("first_name", "")

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.answers.get('last_name', '')}".strip()

    @property
    def email(self) -> str | None:
        """Their e-mail address, where they gave one."""
        return self.answers.get("email") or None

    @property
    def phone(self) -> str | None:
        """E.164."""
        return self.answers.get("phone") or None


@dataclass(frozen=True, slots=True)
class Application:
    """What a party asks for when it registers."""

    draft: DraftId
    """Confirming the same draft again gives the same party."""
    territory: str
    people: tuple[Member, ...]
    """In their order; whoever of them writes has the address they write from."""
    seats: int
    """How many of them come; those after them go on the waiting list."""
    owners: tuple[AddressKey, ...] = ()
    """Who may change it; nobody for a party that registers by telephone."""
    answers: Answers = field(default_factory=dict)
    """To what the event asks once a party."""
    registrar: Registrar | None = None
    """The owner who does not come, where that is so."""


@dataclass(frozen=True, slots=True)
class Party:
    """The people who register together. Who registered them is the contact person.

    `members` come; `waiting` are on the waiting list: all of them, or those who joined later.
    """

    key: PartyKey
    code: PartyCode
    draft: DraftId
    """The draft it was confirmed from: confirming that draft again gives this party."""
    owners: tuple[AddressKey, ...]
    """Who may change it, by their keys; nobody as long as it is registered by telephone only."""
    territory: str
    members: tuple[Member, ...]
    confirmed_at: datetime
    waiting: tuple[Member, ...] = ()
    answers: Answers = field(default_factory=dict)
    """To what the event asks once a party."""
    registrars: tuple[Registrar, ...] = ()
    """Those of the owners who do not come."""

    @property
    def seats(self) -> int:
        """The seats it takes: one a member who comes."""
        return len(self.members)

    @property
    def everyone(self) -> tuple[Member, ...]:
        """Those who come and those who wait."""
        return self.members + self.waiting

    @property
    def contact(self) -> Member | Registrar:
        """Whose e-mail and phone the organiser has: who writes; the first, where that is nobody."""
        writing = next((one for one in self.everyone if one.address in self.owners), None)
        return writing or next(iter(self.registrars), None) or self.everyone[0]

    @property
    def uninvited(self) -> tuple[Member, ...]:
        """Those who have no conversation of their own."""
        return tuple(one for one in self.everyone if one.address is None and one != self.contact)

    def may_leave(self, member: Member) -> bool:
        """Whether they may be taken out: not the last one."""
        return member in self.everyone and len(self.everyone) > 1

    def is_owned_by(self, address: AddressKey) -> bool:
        """Whether this address may change and cancel it."""
        return address in self.owners

    def member_at(self, address: AddressKey) -> Member | None:
        """The member whose own address this is."""
        return next((one for one in self.everyone if one.address == address), None)

    def registrar_at(self, address: AddressKey) -> Registrar | None:
        """The owner of this address, if they do not come."""
        return next((one for one in self.registrars if one.address == address), None)

    def spoken_to_at(self, address: AddressKey) -> Member | Registrar | None:
        """Who reads what is sent there: whose address it is, else the contact person."""
        own = self.member_at(address) or self.registrar_at(address)
        return self.contact if own is None and self.is_owned_by(address) else own

    @property
    def teammates(self) -> tuple[AddressKey, ...]:
        """The addresses of members that are no owner's."""
        own = [one.address for one in self.everyone if one.address is not None]
        return tuple(dict.fromkeys(one for one in own if one not in self.owners))

    @property
    def addresses(self) -> tuple[AddressKey, ...]:
        """Those who are told what concerns the party: its owners first."""
        return (*self.owners, *self.teammates)

    @property
    def coming_addresses(self) -> tuple[AddressKey, ...]:
        """Those of the addresses whose person has a seat: they are reminded of the day."""
        coming = {one.address for one in self.members}
        owners = self.owners if self.members else ()
        return (*owners, *(one for one in self.teammates if one in coming))


def in_order(people: Iterable[Member]) -> tuple[Member, ...]:
    """The same people at their places, 1 and up."""
    return tuple(replace(one, place=place) for place, one in enumerate(people, 1))


def naming_the_same(parties: Iterable[Party]) -> list[tuple[Party, Party]]:
    """The pairs of parties that name one person: same name, and same e-mail or phone."""
    named: dict[tuple[str, str], dict[PartyKey, Party]] = {}
    for party in parties:
        for member in party.everyone:
            for reached in filter(None, (member.email, member.phone)):
                named.setdefault((member.name.casefold(), reached), {})[party.key] = party
    pairs = (pair for found in named.values() for pair in combinations(found.values(), 2))
    return list({(one.key, other.key): (one, other) for one, other in pairs}.values())
