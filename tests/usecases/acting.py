"""The books beside a list on paper: what all actions need, and what must hold after each."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, Concatenate, ParamSpec, TypeVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant

from bot.domain.keys import AddressKey, DraftId, Subject
from bot.domain.party import Application, Member, Party
from bot.domain.waiting import Rules
from bot.store.books import Books

from .agreement import Agreement, Written
from .paper import Group, Paper
from .samples import Counter, member

T = TypeVar("T")
P = ParamSpec("P")
LARGEST = 5
SIZES = st.sampled_from([1, 1, 2, 3, 4, LARGEST])
SEATS = st.integers(0, LARGEST)
PLACES = st.integers(1, LARGEST)
TEAMMATES = st.integers(min_value=8, max_value=11)
WHICH = st.integers(min_value=0, max_value=11)


class Acting(RuleBasedStateMachine):
    """Several people and a clock; the paper says what has to be."""

    paper: Paper

    def __init__(self, counter: Counter, loop: asyncio.Runner) -> None:
        super().__init__()
        self.counter = counter
        self.loop = loop
        self.drafts: dict[AddressKey, int] = {}
        self.names = 0
        self.given_up: list[Application] = []
        self.dead_links: list[Any] = []
        self.most_before = 0
        self.is_settled = True

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return self.loop.run(work)

    def do(
        self,
        action: Callable[Concatenate[Books, P], Awaitable[T]],
        *arguments: P.args,
        **named: P.kwargs,
    ) -> T:
        """One use case in a transaction of its own."""

        async def act() -> T:
            async with self.counter.books() as books:
                return await action(books, *arguments, **named)

        return self.run(act())

    # ---- what the paper says

    @property
    def is_open(self) -> bool:
        return self.counter.now < self.counter.event.closes_at

    def print_capacity(self, capacity: int) -> None:
        self.counter.print_capacity(capacity)
        self.paper.capacity = capacity

    def fits(self, seats: int, own: Subject | None = None) -> bool:
        rules = Rules.of(self.counter.event, self.counter.now)
        return self.paper.fits(seats, own, self.counter.now, rules)

    def is_held(self, of: Subject) -> bool:
        return of in self.paper.holds and self.paper.holds[of].expires_at > self.counter.now

    def draft(self, address: AddressKey) -> DraftId:
        """The draft that somebody is filling in: each confirms several, one after the other."""
        return DraftId(f"draft{address:02}x{self.drafts.setdefault(address, 1)}")

    def one_of(self, at: int, wanted: Callable[[Group], object] = bool) -> Group | None:
        found = [one for one in self.paper.groups.values() if wanted(one)]
        return found[at % len(found)] if found else None

    def registered(self, group: Group) -> Party:
        async def read(books: Books) -> Party | None:
            return await books.parties.of_code(group.code)

        found = self.do(read)
        assert found is not None
        return found

    def somebody(self) -> Member:
        self.names += 1
        category = ("elected", "staff", "civil")[self.names % 3]
        return member(f"P{self.names}", category=category)

    def application(
        self, draft: DraftId, owners: tuple[AddressKey, ...], seats: int, waits: int
    ) -> Application:
        people = tuple(self.somebody() for _ in range(seats + waits))
        return Application(draft, "Le Pilat", people, seats, owners)

    def take_out(self, group: Group, place: int) -> None:
        self.dead_links += [
            group.links[one] for one in group.links if one == group.names[place - 1]
        ]
        has_vacancy = not group.waits
        group.take_out(place)
        group.seats = min(group.seats, len(group.names))
        group.seeks = False
        if has_vacancy:

            async def held(books: Books) -> Any:
                return await books.holds.of(group.subject)

            hold = self.do(held)
            assert hold is None or hold.seats == 1
            self.paper.holds.pop(group.subject, None)
            if hold is not None:
                self.paper.holds[group.subject] = hold
        elif not group.waits:
            self.paper.leave_line(group.key)
        self.is_settled = True

    def forget(self, group: Group) -> None:
        self.dead_links += group.links.values()
        self.paper.forget([group.key])

    def give_up(self, group: Group, party: Party) -> None:
        self.forget(group)
        people, seats = party.everyone, party.seats
        self.given_up.append(Application(party.draft, "Le Pilat", people, seats, party.owners))

    # ---- what must hold

    @invariant()
    def the_books_agree_with_the_paper(self) -> None:
        if not hasattr(self, "paper"):
            return
        counter = self.counter
        agreement = Agreement(
            self.paper,
            self.run(Written.read(counter, self.paper)),
            counter.event,
            counter.now,
            self.most_before,
            self.is_settled,
        )
        agreement.check()
        self.most_before = agreement.given_away()
        counter.later(seconds=1)  # no two things happen at the very same time
