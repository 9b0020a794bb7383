"""No sequence of actions sells more than there is, loses a party, or keeps a seat for nobody.

More than what a run of the suite plays: `pytest --hypothesis-profile=thorough`.
"""

import asyncio

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule, run_state_machine_as_test

from bot.domain.party import Party
from bot.domain.seats import Hold, NoRoom
from bot.store.database import migrate, open_database

from .acting import LARGEST, SIZES, TEAMMATES, WHICH
from .changing import Changing
from .paper import Group, Paper
from .samples import NOW, Counter

CHATS = st.integers(min_value=1, max_value=6)
MINUTES = st.sampled_from([1, 29, 31, 60, 121, 60 * 9, 60 * 24, 60 * 24 * 3])
TABLES = ("parties", "holds", "deliveries", "chats", "events")


class Registrations(Changing):
    """Register, wait, give up, while time passes and the capacity changes."""

    @initialize(capacity=st.integers(2, 7), sizes=st.lists(SIZES, max_size=5))
    def open(self, capacity: int, sizes: list[int]) -> None:
        async def empty() -> None:
            async with self.counter.database.transaction() as transaction:
                for table in TABLES:
                    await transaction.fetch(f"delete from {table}")

        self.run(empty())
        self.counter.now = NOW
        self.paper = Paper(capacity)
        self.print_capacity(capacity)
        for chat, size in enumerate(sizes, 1):
            fits = self.fits(size)
            self.confirm(chat, size if fits else 0, 0 if fits else size)
            self.the_books_agree_with_the_paper()

    # ---- registering

    @precondition(lambda self: self.is_open)
    @rule(chat=CHATS, size=SIZES)
    def choose_a_size(self, chat: int, size: int) -> None:
        if self.paper.of_chat(chat) is not None:
            return
        draft = self.draft(chat)
        expected = self.fits(size, draft)
        result = self.at_desk("hold", draft, size, chat_id=chat)
        assert isinstance(result, Hold) == expected
        if isinstance(result, Hold):
            self.is_settled = self.is_settled and not self.is_held(draft)
            self.paper.holds[draft] = result

    @precondition(lambda self: self.is_open)
    @rule(chat=CHATS)
    def answer_a_question(self, chat: int) -> None:
        draft = self.draft(chat)
        if draft not in self.paper.holds or self.paper.of_chat(chat) is not None:
            return
        size = self.paper.holds[draft].seats
        expected = self.is_held(draft) or self.fits(size, draft)
        result = self.at_desk("keep_holding", draft, size, chat_id=chat)
        assert isinstance(result, Hold) == expected
        if isinstance(result, Hold):
            assert result.seats == size
            self.paper.holds[draft] = result

    @precondition(lambda self: self.paper.holds)
    @rule(chat=CHATS)
    def stop(self, chat: int) -> None:
        self.at_desk("release", self.draft(chat))
        self.paper.holds.pop(self.draft(chat), None)
        self.is_settled = True

    @precondition(lambda self: self.is_open)
    @rule(chat=CHATS, seats=st.integers(0, 3), waits=st.integers(0, 3))
    def confirm(self, chat: int, seats: int, waits: int) -> None:
        if self.paper.of_chat(chat) is not None or not 0 < seats + waits <= LARGEST:
            return
        draft = self.draft(chat)
        expected = seats == 0 or self.fits(seats, draft)
        given_back = self.is_held(draft) and self.paper.holds[draft].seats > seats
        party = self.new_party(draft, chat, seats, waits)
        result = self.at_desk("confirm", party)
        assert isinstance(result, Party) == expected
        if not isinstance(result, Party):
            assert isinstance(result, NoRoom)
            return
        names = [one.first_name for one in party.everyone]
        self.paper.groups[result.code] = Group(result.code, draft, chat, names, seats)
        self.paper.holds.pop(draft, None)
        if seats:
            self.paper.pass_over()
        self.is_settled = (self.is_settled and not given_back) or waits > 0
        if waits:
            self.paper.join_line(result.code)

    @precondition(lambda self: self.paper.groups)
    @rule(at=WHICH, size=SIZES)
    def confirm_again(self, at: int, size: int) -> None:
        group = self.one_of(at)
        if group is not None:
            again = self.at_desk("confirm", self.new_party(group.draft, group.chat, size, 0))
            assert again == self.registered(group)

    @precondition(lambda self: self.given_up)
    @rule(at=WHICH)
    def confirm_what_was_given_up(self, at: int) -> None:
        party = self.given_up[at % len(self.given_up)]
        if self.paper.of_chat(party.chat_id) is None:
            assert self.at_desk("confirm", party) is None

    # ---- the waiting list

    @precondition(lambda self: self.is_open and self.paper.groups)
    @rule(at=WHICH)
    def accept(self, at: int) -> None:
        group = self.one_of(at, lambda one: one.waits)
        if group is None:
            return
        is_live = self.paper.offers.get(group.code, NOW) > self.counter.now
        accepted = self.at_desk("waiting.accept", self.registered(group))
        assert isinstance(accepted, Party) == is_live
        if is_live:
            group.seats = len(group.names)
            self.paper.leave_line(group.code)
            assert self.at_desk("waiting.accept", accepted) is None

    @precondition(lambda self: self.paper.groups)
    @rule(at=WHICH)
    def leave_the_list(self, at: int) -> None:
        group = self.one_of(at, lambda one: one.waits)
        if group is None:
            return
        before = self.registered(group)
        remaining = self.at_desk("waiting.leave", before)
        assert (remaining is not None) == (group.seats > 0)
        self.paper.leave_line(group.code)
        while group.waits:
            self.dead_links += group.links.values()
            group.take_out(len(group.names))
        if not group.seats:
            self.forget(group, before)
        self.is_settled = True

    @precondition(lambda self: self.is_open and self.paper.groups)
    @rule(at=WHICH)
    def come_back(self, at: int) -> None:
        group = self.one_of(at, lambda one: one.waits and one.code not in self.paper.line)
        if group is None or self.paper.offers.get(group.code, NOW) > self.counter.now:
            return
        self.at_desk("waiting.join", self.registered(group))
        self.paper.leave_line(group.code)
        self.paper.join_line(group.code)
        self.is_settled = True

    @precondition(lambda self: self.paper.groups)
    @rule(at=WHICH)
    def look_where_one_stands(self, at: int) -> None:
        group = self.one_of(at, lambda one: one.waits)
        if group is None:
            return
        standing = self.at_desk("waiting.standing", self.registered(group))
        ends = self.paper.offers.get(group.code)
        is_live = ends is not None and ends > self.counter.now
        assert standing.offer_ends == (ends if is_live else None)
        line = self.paper.line
        assert standing.rank == (line.index(group.code) + 1 if group.code in line else None)
        assert standing.seats == group.waits
        assert standing.free == self.paper.free(self.counter.now)

    # ---- giving up

    @precondition(lambda self: self.is_open and self.paper.groups)
    @rule(at=WHICH)
    def cancel(self, at: int) -> None:
        group = self.one_of(at)
        if group is not None:
            before = self.registered(group)
            self.at_desk("cancel", before)
            self.forget(group, before)
            self.is_settled = True

    @precondition(lambda self: self.paper.groups)
    @rule(chat=st.one_of(CHATS, TEAMMATES))
    def erase(self, chat: int) -> None:
        self.at_desk("release", self.draft(chat))  # as the dialogue does
        self.paper.holds.pop(self.draft(chat), None)
        self.is_settled = True
        self.the_books_agree_with_the_paper()  # what was free may have been offered to this chat
        group = self.paper.of_chat(chat)
        self.at_desk("erase", chat)
        self.given_up = [one for one in self.given_up if one.chat_id != chat]
        if group is not None and group.chat == chat:
            self.forget(group, None)
        elif group is not None:
            name = next(one for one, own in group.chats.items() if own == chat)
            self.take_out(group, group.names.index(name) + 1)
        self.is_settled = True

    # ---- what happens by itself

    @rule(minutes=MINUTES)
    def let_time_pass(self, minutes: int) -> None:
        self.counter.later(minutes=minutes)
        self.is_settled = False

    @precondition(lambda self: not self.is_settled)
    @rule()
    def settle(self) -> None:
        self.at_desk("waiting.settle")
        self.is_settled = True

    @rule(capacity=st.integers(1, 8))
    def change_the_capacity(self, capacity: int) -> None:
        self.print_capacity(capacity)
        self.is_settled = False


def test_any_sequence(database_url: str) -> None:
    with asyncio.Runner() as loop:
        database = loop.run(open_database(database_url))
        loop.run(migrate(database))
        counter = Counter(database, capacity=5)

        class Here(Registrations):
            def __init__(self) -> None:
                super().__init__(counter, loop)

        times = 3.0 if database_url.startswith("sqlite") else 0.75
        examples = int(times * settings().max_examples)
        try:
            run_state_machine_as_test(
                Here,
                settings=settings(max_examples=examples, stateful_step_count=40, deadline=None),
            )
        finally:
            loop.run(database.close())
