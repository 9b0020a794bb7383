"""What must hold after each step: the database agrees with the paper, and the rules are kept."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from store import reading
from store.reading import Owed, Sums

from bot.domain.event import Event
from bot.domain.keys import AddressKey, PartyKey, Subject
from bot.domain.party import Member, Party
from bot.domain.seats import Hold, SeatCount
from bot.domain.waiting import Rules, Waiting
from bot.store.books import Books
from bot.store.deliveries import HOLD_ENDING, OFFER, PARTY_CANCELLED, REMINDER, TAKEN_OUT
from bot.store.searches import Proposal

from .paper import Paper
from .samples import Counter

TOGETHER = 5
"""The largest party."""


@dataclass
class Searching:
    """Who looks for somebody, and what was proposed to them."""

    number: int
    seeking: set[PartyKey]
    free: list[PartyKey]
    proposals: dict[PartyKey, Proposal]
    """The open one of each."""
    tried: dict[PartyKey, list[PartyKey]]


@dataclass
class Written:
    """All that the database says, at one moment."""

    parties: dict[PartyKey, Party]
    holds: dict[Subject, Hold]
    """Those of the subjects that the paper knows; what else is held shows in `count`."""
    count: SeatCount
    waiting: list[Waiting]
    on_list: list[PartyKey]
    offers: dict[PartyKey, datetime]
    """Those that are over and not noticed yet included."""
    searching: Searching
    owed: list[Owed]
    kept: Sums
    added_up: Sums

    @classmethod
    async def read(cls, counter: Counter, paper: Paper) -> "Written":
        """Read it through the store."""
        key, database = counter.key, counter.database
        owed = await reading.owed(database)
        kept = (await reading.kept_sums(database))[key]
        added_up = (await reading.added_up(database))[key]
        async with counter.books() as books:
            parties = {one.key: one for one in await books.parties.everybody()}
            held = {of: await books.holds.of(of) for of in paper.holds}
            on_list = [one.key for one in await books.parties.on_list()]
            places = {one: await books.queue.place(one) for one in on_list}
            return cls(
                parties,
                {of: hold for of, hold in held.items() if hold is not None},
                await books.count(),
                await books.queue.waiting(),
                on_list,
                {one: at.offer_ends for one, at in places.items() if at and at.offer_ends},
                await _searching(books, parties),
                owed,
                kept,
                added_up,
            )

    def told(self, kind: str) -> set[tuple[PartyKey, AddressKey]]:
        """To whom messages of a kind are owed, about which party."""
        return {(one.subject.party_key, one.address) for one in self.owed if one.kind == kind}


async def _searching(books: Books, parties: Iterable[PartyKey]) -> Searching:
    searches = books.searches
    seeking = {key for key in parties if await searches.is_open(key)}
    proposals = {key: await searches.proposal_of(key) for key in parties}
    return Searching(
        await searches.count(),
        seeking,
        await searches.free(),
        {key: one for key, one in proposals.items() if one is not None},
        {key: await searches.tried(key) for key in seeking},
    )


@dataclass
class Agreement:
    """The paper beside the books, after a step."""

    paper: Paper
    written: Written
    event: Event
    now: datetime
    most_before: int
    """The seats given away before the step: more than the capacity, once that was lowered."""
    is_settled: bool
    """Whether free seats have been offered since time passed or the capacity changed."""

    def check(self) -> None:
        """Check everything, and write the new offers on the paper."""
        self._parties_are_those_of_the_paper()
        self._holds_are_those_of_the_paper()
        self._offers_follow_the_order()
        self._no_more_than_there_is()
        self._the_sums_are_right()
        self._only_who_waits_is_on_the_list()
        self._no_seat_is_idle()
        self._nobody_is_owed_too_much_or_too_little()
        self._proposals_are_possible()

    def _parties_are_those_of_the_paper(self) -> None:
        parties = self.written.parties
        assert {key: (one.code, list(one.owners), one.seats) for key, one in parties.items()} == {
            key: (one.code, sorted(one.owners), one.seats) for key, one in self.paper.groups.items()
        }
        for key, group in self.paper.groups.items():
            everyone = parties[key].everyone
            assert [_seen(one) for one in everyone] == [
                (place, name, group.addresses.get(name))
                for place, name in enumerate(group.names, 1)
            ]
        members = [one.key for party in parties.values() for one in party.everyone]
        assert len(set(members)) == len(members)

    def _holds_are_those_of_the_paper(self) -> None:
        live = {of: hold for of, hold in self.paper.holds.items() if hold.expires_at > self.now}
        assert self.written.holds == live
        assert self.written.count.held == sum(hold.seats for hold in live.values())

    def _offers_follow_the_order(self) -> None:
        paper, written, offers = self.paper, self.written, self.written.offers
        needs = {key: len(written.parties[key].waiting) for key in written.on_list}
        assert needs == {key: paper.groups[key].waits for key in written.on_list}
        assert all(one.seats == needs[one.party] for one in written.waiting)
        for key in [one for one in paper.offers if one not in offers]:
            assert paper.offers[key] <= self.now, "an offer that was live is gone"
            paper.leave_line(key)
        assert {key: ends for key, ends in offers.items() if key in paper.offers} == paper.offers
        new = [key for key in paper.line if key in offers]
        assert set(offers) == {*paper.offers, *new}, "an offer to somebody who did not wait"
        for key in new:
            assert self.now < offers[key] <= self.event.closes_at
        still = [key for key in paper.line if key not in new]
        keys = [one.party for one in written.waiting]
        assert keys == still, "the order of the list has changed"
        for one in written.waiting:
            place = paper.line.index(one.party)
            behind = sum(key in new for key in paper.line[place:])
            assert one.passed == paper.passed[one.party] + behind
            self._may_be_passed_over(one.party, behind)
        for key in new:
            paper.make_offer(key, offers[key])
        for one in written.waiting:
            paper.passed[one.party] = one.passed

    def _may_be_passed_over(self, key: PartyKey, times: int) -> None:
        rules = Rules.of(self.event, self.now)
        if rules.keeps and times:
            assert self.paper.passed[key] + times <= rules.passes, "passed over once too often"

    def _no_more_than_there_is(self) -> None:
        assert self.given_away() <= max(self.paper.capacity, self.most_before)
        count = self.written.count
        assert (count.capacity, count.taken) == (self.paper.capacity, self.paper.taken())
        assert (count.offered, count.free) == (
            self.paper.offered(self.now),
            self.paper.free(self.now),
        )

    def _the_sums_are_right(self) -> None:
        assert self.written.kept == self.written.added_up
        assert self.written.kept == (self.paper.taken(), len(self.paper.line))

    def given_away(self) -> int:
        """The seats that are taken, held and offered."""
        paper, now = self.paper, self.now
        return paper.taken() + paper.held(now) + paper.offered(now)

    def _only_who_waits_is_on_the_list(self) -> None:
        assert [one.party for one in self.written.waiting] == self.paper.line
        on_list = {*self.paper.line, *self.paper.offers}
        assert on_list == set(self.written.on_list)
        assert all(self.paper.groups[key].waits for key in on_list)

    def _no_seat_is_idle(self) -> None:
        if not self.is_settled or self.now >= self.event.closes_at:
            return
        due = self.paper.first_due(Rules.of(self.event, self.now))
        up_to = self.paper.line.index(due) + 1 if due else len(self.paper.line)
        free = self.paper.free(self.now)
        for key in self.paper.line[:up_to]:
            assert self.paper.groups[key].waits > free, (
                "a seat is idle while somebody who fits waits"
            )

    def _nobody_is_owed_too_much_or_too_little(self) -> None:
        groups, written = self.paper.groups, self.written
        coming = {(key, who) for key, one in groups.items() for who in one.coming_addresses}
        reminded = written.told(REMINDER)
        assert reminded <= coming
        if self.now < self.event.remind_at:
            assert reminded == coming
        offered = {(key, who) for key, told in self.paper.told.items() for who in told}
        assert written.told(OFFER) == offered
        # Cancelled parties are owed nothing, their former members a last word.
        last_words = {PARTY_CANCELLED, TAKEN_OUT}
        for one in written.owed:
            is_draft = one.kind == HOLD_ENDING
            assert is_draft or one.kind in last_words or one.subject.party_key in groups

    def _proposals_are_possible(self) -> None:
        groups, searching = self.paper.groups, self.written.searching
        assert searching.seeking == {key for key, one in groups.items() if one.seeks}
        assert searching.number == len(searching.seeking)
        proposals = searching.proposals
        for key, proposal in proposals.items():
            assert proposals[proposal.other_than(key)] == proposal, "two proposals at once"
            first, second = groups[proposal.first], groups[proposal.second]
            assert first.seats + second.seats <= TOGETHER
            assert first.waits == second.waits == 0
        assert set(proposals) <= searching.seeking
        assert set(searching.free) == searching.seeking - set(proposals)
        for this in searching.free:
            for other in searching.free:
                fits = groups[this].seats + groups[other].seats <= TOGETHER
                met = other in searching.tried[this]
                assert this == other or met or not fits, "two who look for somebody do not meet"


def _seen(member: Member) -> tuple[int, str, AddressKey | None]:
    return member.place, member.first_name, member.address
