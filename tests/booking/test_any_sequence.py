"""No sequence of actions sells more than there is, loses a party, or keeps a seat for nobody."""

import asyncio
import tempfile
from collections.abc import Coroutine
from datetime import timedelta
from typing import Any, TypeVar

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bot.booking.party import Party
from bot.booking.seats import Hold, NoRoom
from bot.store.database import migrate, open_database

from .samples import Counter, party

T = TypeVar("T")
CAPACITY = 6
CHATS = st.integers(min_value=1, max_value=5)
SIZES = st.integers(min_value=1, max_value=3)
MINUTES = st.sampled_from([1, 29, 30, 31, 121, 60 * 24, 60 * 24 * 3])


class Registrations(RuleBasedStateMachine):
    """Several chats and a clock, beside what a list on paper would say."""

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.Runner()
        self.folder = tempfile.TemporaryDirectory()
        self.parties: dict[int, Party] = {}
        self.holds: dict[str, Hold] = {}
        self.drafts: dict[int, int] = {}

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return self.loop.run(work)

    @initialize()
    def open(self) -> None:
        async def opened() -> Counter:
            database = await open_database(f"sqlite:///{self.folder.name}/binome.db")
            await migrate(database)
            return Counter(database, CAPACITY)

        self.counter = self.run(opened())

    def teardown(self) -> None:
        if hasattr(self, "counter"):
            self.run(self.counter.database.close())
        self.loop.close()
        self.folder.cleanup()

    def at_desk(self, action: str, *arguments: Any, **named: Any) -> Any:
        """One use case in a transaction of its own."""

        async def act() -> Any:
            async with self.counter.desk() as desk:
                act_on = desk
                *counters, name = action.split(".")
                for one in counters:
                    act_on = getattr(act_on, one)
                return await getattr(act_on, name)(*arguments, **named)

        return self.run(act())

    # ---- what the paper says

    def draft(self, chat: int) -> str:
        return f"draft{chat:02}{self.drafts.setdefault(chat, 1)}"

    def taken(self) -> int:
        return sum(one.seats for one in self.parties.values())

    def held(self, without: str = "") -> int:
        return sum(
            hold.seats
            for draft, hold in self.holds.items()
            if draft != without and hold.expires_at > self.counter.now
        )

    def offered(self) -> int:
        return sum(
            standing.seats
            for one in self.parties.values()
            if one.waiting
            and (standing := self.at_desk("waiting.standing", one)).offer_ends is not None
        )

    def is_right(self, granted: bool, seats: int, draft: str) -> bool:
        """Whether seats were given only, and without a waiting list always, when there are some."""
        free = CAPACITY - self.taken() - self.held(draft) - self.offered()
        if any(one.waiting for one in self.parties.values()):
            return not granted or seats <= free
        return granted == (seats <= free)

    # ---- what people do

    @rule(chat=CHATS, size=SIZES)
    def choose_a_size(self, chat: int, size: int) -> None:
        draft = self.draft(chat)
        result = self.at_desk("hold", draft, size, chat_id=chat)
        assert self.is_right(isinstance(result, Hold), size, draft)
        if isinstance(result, Hold):
            self.holds[draft] = result

    @rule(chat=CHATS)
    def answer_a_question(self, chat: int) -> None:
        draft = self.draft(chat)
        if draft not in self.holds:
            return
        size = self.holds[draft].seats
        result = self.at_desk("keep_holding", draft, size, chat_id=chat)
        if self.holds[draft].expires_at > self.counter.now:
            assert isinstance(result, Hold)
        assert isinstance(result, NoRoom) or result.seats == size
        assert self.is_right(isinstance(result, Hold), size, draft)
        if isinstance(result, Hold):
            self.holds[draft] = result

    @rule(chat=CHATS)
    def stop(self, chat: int) -> None:
        self.at_desk("release", self.draft(chat))
        self.holds.pop(self.draft(chat), None)

    @rule(chat=CHATS, size=SIZES)
    def confirm(self, chat: int, size: int) -> None:
        if chat in self.parties:
            return
        draft = self.draft(chat)
        result = self.at_desk("confirm", party(draft, chat, size))
        assert self.is_right(isinstance(result, Party), size, draft)
        if isinstance(result, Party):
            self.parties[chat] = result
            self.holds.pop(draft, None)

    @rule(chat=CHATS)
    def confirm_again(self, chat: int) -> None:
        if chat in self.parties:
            before = self.parties[chat]
            again = self.at_desk("confirm", party(self.draft(chat), chat, 3))
            assert again.code == before.code
            assert again.everyone == before.everyone

    @rule(chat=CHATS, size=SIZES)
    def wait(self, chat: int, size: int) -> None:
        if chat in self.parties:
            return
        draft = self.draft(chat)
        result = self.at_desk("confirm", party(draft, chat, size, waiting=True))
        assert isinstance(result, Party)
        assert (len(result.members), len(result.waiting)) == (0, size)
        self.parties[chat] = result
        self.holds.pop(draft, None)

    @rule(chat=CHATS)
    def accept(self, chat: int) -> None:
        waiting = self.parties.get(chat)
        if waiting is None or not waiting.waiting:
            return
        live = self.at_desk("waiting.standing", waiting).offer_ends is not None
        accepted = self.at_desk("waiting.accept", waiting)
        assert (accepted is not None) == live
        if accepted is not None:
            assert accepted.waiting == ()
            assert len(accepted.members) == len(waiting.everyone)
            self.parties[chat] = accepted

    @rule(chat=CHATS)
    def leave_the_list(self, chat: int) -> None:
        waiting = self.parties.get(chat)
        if waiting is not None and waiting.waiting:
            assert self.at_desk("waiting.leave", waiting) is None
            self.forget(chat)

    @rule(chat=CHATS)
    def cancel(self, chat: int) -> None:
        if chat in self.parties:
            self.at_desk("cancel", self.parties[chat])
            self.forget(chat)

    @rule(chat=CHATS)
    def erase(self, chat: int) -> None:
        self.at_desk("erase", chat)
        self.forget(chat)

    def forget(self, chat: int) -> None:
        self.parties.pop(chat, None)
        self.drafts[chat] = self.drafts.get(chat, 1) + 1

    @precondition(lambda self: self.counter.now < self.counter.event.closes_at - timedelta(days=4))
    @rule(minutes=MINUTES)
    def let_time_pass(self, minutes: int) -> None:
        self.counter.later(minutes=minutes)

    @rule()
    def settle(self) -> None:
        self.at_desk("waiting.settle")

    # ---- what must hold

    @invariant()
    def no_more_than_there_is(self) -> None:
        if not hasattr(self, "counter"):
            return
        count = self.at_desk("seats")
        assert (count.taken, count.held) == (self.taken(), self.held())
        assert count.offered == self.offered()
        assert count.taken + count.held + count.offered <= CAPACITY
        assert 0 <= count.left <= CAPACITY

    @invariant()
    def no_party_is_lost(self) -> None:
        for chat in range(1, 6) if hasattr(self, "counter") else ():
            found = self.at_desk("party_of", chat)
            expected = self.parties.get(chat)
            if found is not None and found.waiting and expected is not None:
                assert found.everyone == expected.everyone
            else:
                assert found == expected


Registrations.TestCase.settings = settings(max_examples=30, stateful_step_count=25, deadline=None)
test_any_sequence = Registrations.TestCase
