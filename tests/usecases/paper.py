"""Registrations as somebody would keep them on paper: what the database has to agree with."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.seats import Hold
from bot.domain.waiting import Rules


@dataclass
class Group:
    """A party: who comes and who waits, by name, in order; the first `seats` of them come."""

    code: str
    draft: str
    chat: int
    names: list[str]
    seats: int
    chats: dict[str, int] = field(default_factory=dict)
    """The chats of those who have opened their link, by name."""
    links: dict[str, str] = field(default_factory=dict)
    """The tokens that open something, by name."""
    seeks: bool = False

    @property
    def waits(self) -> int:
        """How many of them wait for a seat."""
        return len(self.names) - self.seats

    @property
    def coming_chats(self) -> set[int]:
        """The chats of those who come."""
        own = {self.chat} if self.seats else set()
        return own | {self.chats[name] for name in self.names[: self.seats] if name in self.chats}

    def take_out(self, place: int) -> None:
        """Cross out the member at a place."""
        name = self.names.pop(place - 1)
        self.chats.pop(name, None)
        self.links.pop(name, None)


@dataclass
class Paper:
    """All groups, what is held for drafts and groups, who waits in which order, who has offers."""

    capacity: int
    groups: dict[str, Group] = field(default_factory=dict)
    holds: dict[str, Hold] = field(default_factory=dict)
    line: list[str] = field(default_factory=list)
    """Codes of those who wait without an offer, first come first."""
    passed: dict[str, int] = field(default_factory=dict)
    offers: dict[str, datetime] = field(default_factory=dict)

    def taken(self) -> int:
        return sum(one.seats for one in self.groups.values())

    def held(self, now: datetime, without: str = "") -> int:
        return sum(
            hold.seats for of, hold in self.holds.items() if of != without and hold.expires_at > now
        )

    def offered(self, now: datetime) -> int:
        return sum(self.groups[code].waits for code, ends in self.offers.items() if ends > now)

    def free(self, now: datetime, without: str = "") -> int:
        others = self.taken() + self.held(now, without) + self.offered(now)
        return max(0, self.capacity - others)

    def first_due(self, rules: Rules) -> str | None:
        """Who may not be passed over any more."""
        if not rules.keeps:
            return None
        return next((code for code in self.line if self.passed[code] >= rules.passes), None)

    def fits(self, seats: int, own: str, now: datetime, rules: Rules) -> bool:
        """Whether a newcomer, who comes after all who wait, gets so many; its own hold is its."""
        free = self.free(now)
        someone_fits = any(self.groups[code].waits <= free for code in self.line)
        open_ = 0 if someone_fits or self.first_due(rules) else free
        return seats <= self.free(now, own) - free + open_

    def of_chat(self, chat: int) -> Group | None:
        """The group that a chat registered, or else one it is in."""
        groups = self.groups.values()
        own = (one for one in groups if one.chat == chat)
        return next(own, None) or next((one for one in groups if chat in one.chats.values()), None)

    def forget(self, codes: Iterable[str]) -> None:
        """Cross groups out."""
        for code in list(codes):
            del self.groups[code]
            self.holds.pop(code, None)
            self.leave_line(code)

    def leave_line(self, code: str) -> None:
        """Cross a group out of the waiting list, with its offer."""
        self.offers.pop(code, None)
        self.passed.pop(code, None)
        if code in self.line:
            self.line.remove(code)

    def pass_over(self) -> None:
        """Note that somebody who is not on the list got seats."""
        for code in self.line:
            self.passed[code] += 1

    def join_line(self, code: str) -> None:
        """Write a group at the end of the waiting list, unless it is on it."""
        if code not in self.line and code not in self.offers:
            self.line.append(code)
            self.passed[code] = 0
