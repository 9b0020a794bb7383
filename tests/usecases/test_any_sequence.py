"""No sequence of actions sells more than there is, loses a party, or keeps a seat for nobody.

More than what a run of the suite plays: `pytest --hypothesis-profile=thorough`.
"""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule, run_state_machine_as_test

from bot.domain.keys import AddressKey, Subject
from bot.domain.party import Party
from bot.domain.seats import Hold, NoRoom
from bot.store.books import transaction
from bot.usecases import change, register, waiting_list

from .acting import LARGEST, SEATS, SIZES, TEAMMATES, WHICH
from .changing import Changing
from .paper import Group, Paper
from .samples import NOW, Counter

WRITERS = st.integers(min_value=1, max_value=6)
MINUTES = st.sampled_from([1, 29, 31, 60, 121, 60 * 9, 60 * 24, 60 * 24 * 3])


class Registrations(Changing):
    """Register, wait, give up, while time passes and the capacity changes."""

    @initialize(capacity=st.integers(2, 9), sizes=st.lists(SIZES, max_size=5))
    def open(self, capacity: int, sizes: list[int]) -> None:
        async def empty() -> None:
            async with transaction(self.counter.database, NOW) as changing:
                await changing.events.erase(self.counter.key)

        self.run(empty())
        self.counter.now = NOW
        self.paper = Paper(capacity)
        self.print_capacity(capacity)
        for number, size in enumerate(sizes, 1):
            fits = self.fits(size)
            self.confirm(number, size if fits else 0, 0 if fits else size, False)
            self.the_books_agree_with_the_paper()

    # ---- registering

    @precondition(lambda self: self.is_open)
    @rule(number=WRITERS, size=SIZES)
    def choose_a_size(self, number: int, size: int) -> None:
        address = self.counter.people[number]
        draft = self.draft(address)
        of = Subject.draft(draft)
        expected = self.fits(size, of)
        result = self.do(register.hold, draft, size, address)
        assert isinstance(result, Hold) == expected
        if isinstance(result, Hold):
            self.is_settled = self.is_settled and not self.is_held(of)
            self.paper.holds[of] = result

    @precondition(lambda self: self.is_open)
    @rule(number=WRITERS)
    def answer_a_question(self, number: int) -> None:
        address = self.counter.people[number]
        draft = self.draft(address)
        of = Subject.draft(draft)
        if of not in self.paper.holds:
            return
        size = self.paper.holds[of].seats
        expected = self.is_held(of) or self.fits(size, of)
        result = self.do(register.keep_holding, draft, size, address)
        assert isinstance(result, Hold) == expected
        if isinstance(result, Hold):
            assert result.seats == size
            self.paper.holds[of] = result

    @precondition(lambda self: self.paper.holds)
    @rule(number=WRITERS)
    def stop(self, number: int) -> None:
        draft = self.draft(self.counter.people[number])
        self.do(register.release, draft)
        self.paper.holds.pop(Subject.draft(draft), None)
        self.is_settled = True

    @precondition(lambda self: self.is_open)
    @rule(number=WRITERS, seats=SEATS, waits=SEATS, telephone=st.booleans())
    def confirm(self, number: int, seats: int, waits: int, telephone: bool) -> None:
        if not 0 < seats + waits <= LARGEST:
            return
        address = self.counter.people[number]
        draft, owners = self.draft(address), () if telephone else (address,)
        of = Subject.draft(draft)
        expected = seats == 0 or self.fits(seats, of)
        given_back = self.is_held(of) and self.paper.holds[of].seats > seats
        wanted = self.application(draft, owners, seats, waits)
        result = self.do(register.confirm, wanted)
        assert isinstance(result, Party) == expected
        if not isinstance(result, Party):
            assert isinstance(result, NoRoom)
            return
        names = [one.first_name for one in result.everyone]
        group = Group(result.key, result.code, draft, list(owners), names, seats)
        self.paper.groups[result.key] = group
        self.paper.holds.pop(of, None)
        self.drafts[address] += 1
        if seats:
            self.paper.pass_over()
        self.is_settled = (self.is_settled and not given_back) or waits > 0
        if waits:
            self.paper.join_line(result.key)

    @precondition(lambda self: self.paper.groups)
    @rule(at=WHICH, size=SIZES)
    def confirm_again(self, at: int, size: int) -> None:
        group = self.one_of(at)
        if group is not None:
            wanted = self.application(group.draft, tuple(group.owners), size, 0)
            assert self.do(register.confirm, wanted) == self.registered(group)

    @precondition(lambda self: self.given_up)
    @rule(at=WHICH)
    def confirm_what_was_given_up(self, at: int) -> None:
        wanted = self.given_up[at % len(self.given_up)]
        assert self.do(register.confirm, wanted) is None

    # ---- the waiting list

    @precondition(lambda self: self.is_open and self.paper.groups)
    @rule(at=WHICH)
    def accept(self, at: int) -> None:
        group = self.one_of(at, lambda one: one.waits)
        if group is None:
            return
        is_live = self.paper.offers.get(group.key, NOW) > self.counter.now
        accepted = self.do(waiting_list.accept, self.registered(group))
        assert isinstance(accepted, Party) == is_live
        if accepted is not None:
            group.seats = len(group.names)
            self.paper.leave_line(group.key)
            assert self.do(waiting_list.accept, accepted) is None

    @precondition(lambda self: self.paper.groups)
    @rule(at=WHICH)
    def leave_the_list(self, at: int) -> None:
        group = self.one_of(at, lambda one: one.waits)
        if group is None:
            return
        before = self.registered(group)
        remaining = self.do(waiting_list.leave, before)
        assert (remaining is not None) == (group.seats > 0)
        self.paper.leave_line(group.key)
        if not group.seats:
            self.give_up(group, before)
        while group.waits and group.seats:
            self.dead_links += [group.links[one] for one in group.links if one == group.names[-1]]
            group.take_out(len(group.names))
        self.is_settled = True

    @precondition(lambda self: self.is_open and self.paper.groups)
    @rule(at=WHICH)
    def come_back(self, at: int) -> None:
        group = self.one_of(at, lambda one: one.waits and one.key not in self.paper.line)
        if group is None or self.paper.offers.get(group.key, NOW) > self.counter.now:
            return
        self.do(waiting_list.join, self.registered(group))
        self.paper.leave_line(group.key)
        self.paper.join_line(group.key)
        self.is_settled = True

    @precondition(lambda self: self.paper.groups)
    @rule(at=WHICH)
    def look_where_one_stands(self, at: int) -> None:
        group = self.one_of(at, lambda one: one.waits)
        if group is None:
            return
        standing = self.do(waiting_list.standing, self.registered(group))
        ends = self.paper.offers.get(group.key)
        is_live = ends is not None and ends > self.counter.now
        assert standing.offer_ends == (ends if is_live else None)
        line = self.paper.line
        assert standing.rank == (line.index(group.key) + 1 if group.key in line else None)
        assert standing.seats == group.waits
        assert standing.free == self.paper.free(self.counter.now)

    # ---- giving up

    @precondition(lambda self: self.is_open and self.paper.groups)
    @rule(at=WHICH)
    def cancel(self, at: int) -> None:
        group = self.one_of(at)
        if group is not None:
            before = self.registered(group)
            self.do(change.cancel, before)
            self.give_up(group, before)
            self.is_settled = True

    @precondition(lambda self: self.paper.groups)
    @rule(number=st.one_of(WRITERS, TEAMMATES))
    def erase(self, number: int) -> None:
        self.stop(number)  # as the dialogue does
        address = self.counter.people[number]
        # What comes free with one of theirs may be offered to another one: one after the other.
        while len(self.to_give_back(address)) > 1:
            self.the_books_agree_with_the_paper()
            group = self.to_give_back(address)[0]
            before, place = self.registered(group), self.place_in(group, address)
            if place is None:
                self.do(change.cancel, before)
                self.give_up(group, before)
            else:
                self.do(change.withdraw, before, before.everyone[place - 1])
                self.take_out(group, place)
        self.the_books_agree_with_the_paper()
        self.do(change.erase, address)
        for group in self.to_give_back(address):
            place = self.place_in(group, address)
            if place is None:
                self.forget(group)
            else:
                self.take_out(group, place)
        self.forget_owner(address)
        self.is_settled = True

    def to_give_back(self, address: AddressKey) -> list[Group]:
        """The groups that do not stay as they are, each as often as somebody leaves it."""
        found = []
        for group in self.paper.groups.values():
            own = [one for one in group.addresses.values() if one == address]
            found += [group] * (1 if group.owners == [address] else len(own))
        return found

    def place_in(self, group: Group, address: AddressKey) -> int | None:
        """The place of the member who is taken out; None where the group gives up as a whole."""
        own = [name for name, of in group.addresses.items() if of == address]
        if group.owners == [address] or len(own) == len(group.names):
            return None
        return min(group.names.index(name) for name in own) + 1

    def forget_owner(self, address: AddressKey) -> None:
        for group in self.paper.groups.values():
            group.owners = [one for one in group.owners if one != address]
            group.registrars.discard(address)
        for told in self.paper.told.values():
            told.discard(address)
        kept = [one for one in self.given_up if one.owners != (address,)]
        self.given_up = [
            replace(one, owners=tuple(own for own in one.owners if own != address)) for one in kept
        ]

    # ---- what happens by itself

    @rule(minutes=MINUTES)
    def let_time_pass(self, minutes: int) -> None:
        self.counter.later(minutes=minutes)
        self.is_settled = False

    @precondition(lambda self: not self.is_settled)
    @rule()
    def settle(self) -> None:
        self.do(waiting_list.settle)
        self.is_settled = True

    @rule(capacity=st.integers(1, 10))
    def change_the_capacity(self, capacity: int) -> None:
        self.print_capacity(capacity)
        self.is_settled = False


@pytest.fixture
def actions(database_url: str) -> Iterator[Callable[[], Registrations]]:
    """The actions, on a database of their own."""
    with asyncio.Runner() as loop:
        counter = loop.run(Counter.open(database_url, capacity=5))

        class Here(Registrations):
            def __init__(self) -> None:
                super().__init__(counter, loop)

        yield Here
        loop.run(counter.database.close())


def test_any_sequence(actions: Callable[[], Registrations], database_url: str) -> None:
    times = 1.5 if database_url.startswith("sqlite") else 0.75
    examples = int(times * settings().max_examples)
    run_state_machine_as_test(
        actions,  # type: ignore[arg-type]  # a factory does
        settings=settings(max_examples=examples, stateful_step_count=40, deadline=None),
    )


def test_who_let_somebody_come_in_their_place_manages_the_party_it_is_merged_into(
    actions: Callable[[], Registrations],
) -> None:
    acting = actions()
    acting.open(capacity=5, sizes=[1, 1])
    acting.replace(at=1, place=1)
    acting.search(at=0, how_many=2)
    acting.say_yes(at=0, other_too=True)
    acting.the_books_agree_with_the_paper()
    (merged,) = acting.paper.groups.values()
    assert len(merged.owners) == 2


def test_a_draft_that_held_more_than_the_one_who_is_added_takes_gives_the_rest_back(
    actions: Callable[[], Registrations],
) -> None:
    acting = actions()
    acting.open(capacity=9, sizes=[1, 1, 5, 3])
    acting.choose_a_size(number=1, size=2)
    for _ in range(3):
        acting.withdraw(at=0, place=2)
    acting.add(at=0)
    acting.the_books_agree_with_the_paper()
    acting.settle()
    acting.the_books_agree_with_the_paper()
    assert not acting.paper.line
