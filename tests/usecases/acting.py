"""The desk beside a list on paper: what all actions need, and what must hold after each."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant

from bot.domain.party import Category, Member, Party
from bot.domain.waiting import Rules

from .agreement import Agreement, Books
from .paper import Group, Paper
from .samples import Counter

T = TypeVar("T")
SIZES = st.sampled_from([1, 1, 2, 3])
TEAMMATES = st.integers(min_value=11, max_value=14)
WHICH = st.integers(min_value=0, max_value=11)
LARGEST = 3


class Acting(RuleBasedStateMachine):
    """Several chats and a clock; the paper says what has to be."""

    paper: Paper

    def __init__(self, counter: Counter, loop: asyncio.Runner) -> None:
        super().__init__()
        self.counter = counter
        self.loop = loop
        self.drafts: dict[int, int] = {}
        self.names = 0
        self.given_up: list[Party] = []
        self.dead_links: list[str] = []
        self.most_before = 0
        self.is_settled = True

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return self.loop.run(work)

    def print_capacity(self, capacity: int) -> None:
        """Write the capacity into the event file."""
        event = self.counter.event
        seats = event.seats.model_copy(update={"capacity": capacity})
        self.counter.event = event.model_copy(update={"seats": seats})
        self.paper.capacity = capacity

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

    @property
    def is_open(self) -> bool:
        return self.counter.now < self.counter.event.closes_at

    def fits(self, seats: int, own: str = "") -> bool:
        rules = Rules.of(self.counter.event, self.counter.now)
        return self.paper.fits(seats, own, self.counter.now, rules)

    def is_held(self, of: str) -> bool:
        return of in self.paper.holds and self.paper.holds[of].expires_at > self.counter.now

    def draft(self, chat: int) -> str:
        return f"draft{chat:02}{self.drafts.setdefault(chat, 1)}"

    def one_of(self, at: int, wanted: Callable[[Group], object] = bool) -> Group | None:
        found = [one for one in self.paper.groups.values() if wanted(one)]
        return found[at % len(found)] if found else None

    def registered(self, group: Group) -> Party:
        found = self.at_desk("party", group.code)
        assert isinstance(found, Party)
        return found

    def somebody(self) -> Member:
        self.names += 1
        category = (Category.ELECTED, Category.STAFF, Category.CIVIL)[self.names % 3]
        return Member(f"P{self.names}", "Nom", "élue", "Pélussin", category)

    def new_party(self, draft: str, chat: int, seats: int, waits: int) -> Party:
        people = tuple(self.somebody() for _ in range(seats + waits))
        now = self.counter.now
        return Party("", draft, chat, "Le Pilat", people[:seats], now, waiting=people[seats:])

    def take_out(self, group: Group, place: int) -> None:
        self.dead_links += [
            group.links[one] for one in group.links if one == group.names[place - 1]
        ]
        has_vacancy = not group.waits
        group.take_out(place)
        group.seats = min(group.seats, len(group.names))
        group.seeks = False
        if has_vacancy:
            hold = self.at_desk("held", group.code)
            assert hold is None or hold.seats == 1
            self.paper.holds.pop(group.code, None)
            if hold is not None:
                self.paper.holds[group.code] = hold
        elif not group.waits:
            self.paper.leave_line(group.code)
        self.is_settled = True

    def forget(self, group: Group, party: Party | None) -> None:
        self.dead_links += group.links.values()
        self.paper.forget([group.code])
        if party is not None:
            self.given_up.append(party)
        self.drafts[group.chat] = self.drafts.get(group.chat, 1) + 1

    # ---- what must hold

    @invariant()
    def the_books_agree_with_the_paper(self) -> None:
        if not hasattr(self, "paper"):
            return
        counter = self.counter
        agreement = Agreement(
            self.paper,
            self.run(Books.open(counter.database)),
            counter.event,
            counter.now,
            self.most_before,
            self.is_settled,
        )
        agreement.check()
        self.most_before = agreement.given_away()
        counter.later(seconds=1)  # no two things happen at the very same time
