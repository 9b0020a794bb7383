"""Registrations as somebody would keep them on paper: what the database has to agree with."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.keys import AddressKey, DraftId, Invitation, PartyCode, PartyKey, Subject
from bot.domain.seats import Hold
from bot.domain.waiting import Rules


@dataclass
class Group:
    """A party: who comes and who waits, by name, in order; the first `seats` of them come."""

    key: PartyKey
    code: PartyCode
    draft: DraftId
    owners: list[AddressKey]
    """Who may change it; nobody, when it was registered by telephone."""
    names: list[str]
    seats: int
    addresses: dict[str, AddressKey] = field(default_factory=dict)
    """The addresses of those who have opened their link, by name."""
    links: dict[str, Invitation] = field(default_factory=dict)
    """The tokens that open something, by name."""
    registrars: set[AddressKey] = field(default_factory=set)
    """Those of the owners who were contact person and do not come any more."""
    seeks: bool = False

    @property
    def subject(self) -> Subject:
        """What its vacancy is held for."""
        return Subject.party(self.key)

    @property
    def waits(self) -> int:
        """How many of them wait for a seat."""
        return len(self.names) - self.seats

    @property
    def coming_addresses(self) -> set[AddressKey]:
        """The addresses of those who come."""
        coming = self.names[: self.seats]
        own = set(self.owners) if self.seats else set()
        return own | {self.addresses[name] for name in coming if name in self.addresses}

    def is_of(self, address: AddressKey) -> bool:
        """Whether an address owns it or is one of its members'."""
        return address in self.owners or address in self.addresses.values()

    @property
    def contact(self) -> str | None:
        """Who of them is the contact person; None where that is a registrar."""
        writing = next((one for one in self.names if self.addresses.get(one) in self.owners), None)
        return writing if writing is not None or self.registrars else self.names[0]

    def let_manage(self, name: str) -> None:
        """Note who still manages the group, when somebody is about to come no more."""
        if name == self.contact and self.owners:
            own = self.addresses.get(name)
            self.registrars.add(own if own in self.owners else min(self.owners))

    def take_in(self, guest: "Group") -> None:
        """Write another group's people behind these."""
        contact = guest.contact
        if contact is not None and guest.owners:
            guest.addresses.setdefault(contact, min(guest.owners))
        self.addresses |= guest.addresses
        self.names += guest.names
        self.seats += guest.seats
        self.registrars |= guest.registrars
        self.owners += [one for one in guest.registrars if one not in self.owners]

    def take_out(self, place: int) -> None:
        """Cross out the member at a place."""
        self.let_manage(self.names[place - 1])
        name = self.names.pop(place - 1)
        self.addresses.pop(name, None)
        self.links.pop(name, None)


@dataclass
class Paper:
    """All groups, what is held for drafts and groups, who waits in which order, who has offers."""

    capacity: int
    groups: dict[PartyKey, Group] = field(default_factory=dict)
    holds: dict[Subject, Hold] = field(default_factory=dict)
    line: list[PartyKey] = field(default_factory=list)
    """Those who wait without an offer, first come first."""
    passed: dict[PartyKey, int] = field(default_factory=dict)
    offers: dict[PartyKey, datetime] = field(default_factory=dict)
    told: dict[PartyKey, set[AddressKey]] = field(default_factory=dict)
    """Who was told about an offer: the owners there were then."""

    def taken(self) -> int:
        """The seats of those who come."""
        return sum(one.seats for one in self.groups.values())

    def held(self, now: datetime, without: Subject | None = None) -> int:
        """The seats set aside for drafts and vacancies."""
        return sum(
            hold.seats for of, hold in self.holds.items() if of != without and hold.expires_at > now
        )

    def offered(self, now: datetime) -> int:
        """The seats set aside in offers."""
        return sum(self.groups[key].waits for key, ends in self.offers.items() if ends > now)

    def free(self, now: datetime, without: Subject | None = None) -> int:
        """The seats nobody has."""
        others = self.taken() + self.held(now, without) + self.offered(now)
        return max(0, self.capacity - others)

    def first_due(self, rules: Rules) -> PartyKey | None:
        """Who may not be passed over any more."""
        if not rules.keeps:
            return None
        return next((key for key in self.line if self.passed[key] >= rules.passes), None)

    def fits(self, seats: int, own: Subject | None, now: datetime, rules: Rules) -> bool:
        """Whether a newcomer, who comes after all who wait, gets so many; its own hold is its."""
        free = self.free(now)
        someone_fits = any(self.groups[key].waits <= free for key in self.line)
        open_ = 0 if someone_fits or self.first_due(rules) else free
        return seats <= self.free(now, own) - free + open_

    def forget(self, keys: Iterable[PartyKey]) -> None:
        """Cross groups out."""
        for key in list(keys):
            self.holds.pop(self.groups.pop(key).subject, None)
            self.leave_line(key)

    def make_offer(self, key: PartyKey, ends: datetime) -> None:
        """Note that a group's seats are set aside, and who is told."""
        self.leave_line(key)
        self.offers[key] = ends
        self.told[key] = set(self.groups[key].owners)

    def leave_line(self, key: PartyKey) -> None:
        """Cross a group out of the waiting list, with its offer."""
        self.offers.pop(key, None)
        self.told.pop(key, None)
        self.passed.pop(key, None)
        if key in self.line:
            self.line.remove(key)

    def pass_over(self) -> None:
        """Note that somebody who is not on the list got seats."""
        for key in self.line:
            self.passed[key] += 1

    def join_line(self, key: PartyKey) -> None:
        """Write a group at the end of the waiting list, unless it is on it."""
        if key not in self.line and key not in self.offers:
            self.line.append(key)
            self.passed[key] = 0
