"""What answers given step after step are for: registering, changing a party, joining one."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from markupsafe import Markup

from bot import usecases
from bot.conversation.state import Draft
from bot.conversation.steps.step import Choice, Step
from bot.conversation.turn import Turn
from bot.domain.event import Event
from bot.domain.seats import NoRoom

if TYPE_CHECKING:
    from bot.conversation.asking import Asking


class Purpose(ABC):
    """What a draft is for. `name` is stored with the draft: it stays as it is for ever."""

    def __init__(self, name: str) -> None:
        self.name = name

    def is_of(self, draft: Draft | None) -> bool:
        """Whether a draft is for this; not when there is none."""
        return draft is not None and draft.purpose == self.name

    hears_all: ClassVar[bool] = False
    """Whether what is said besides an answer is noted: see `bot.conversation.given`."""

    def is_given_up(self, draft: Draft, text: str) -> bool:
        """Whether words say that it is not wanted after all."""
        return False

    # ---- what is asked

    @abstractmethod
    def steps(self, draft: Draft, event: Event) -> Sequence[Step]:
        """The steps of a draft, in the order in which they are asked; the last is final."""

    def step_named(self, draft: Draft, event: Event, name: str) -> Step | None:
        """The step of this name; None when the draft has no such step (any more)."""
        return next((step for step in self.steps(draft, event) if step.name == name), None)

    def next_step(self, draft: Draft, event: Event) -> Step:
        """The first question without an answer; the final one when there is none."""
        return next(step for step in self.steps(draft, event) if step.value(draft) is None)

    def step_before(self, draft: Draft, event: Event, step: Step) -> Step | None:
        """The question before this one that has an answer to go back to."""
        steps = self.steps(draft, event)
        before = steps[: [other.name for other in steps].index(step.name)]
        asked = (other for other in before if not other.is_aside)
        answered = [other for other in asked if other.value(draft) is not None]
        return answered[-1] if answered else None

    # ---- what becomes of the answers

    async def keep_seats(self, turn: Turn) -> NoRoom | None:
        """Keep holding the seats that the draft needs; how it stands when they are gone."""
        return None

    async def lose_seats(self, asking: "Asking", room: NoRoom, said: Sequence[Markup]) -> None:
        """The seats are gone: say so, and ask what to do."""
        raise NotImplementedError

    async def complete(self, asking: "Asking", said: Sequence[Markup], fix: Choice | None) -> None:
        """Every question has its answer: ask to confirm, unless there is nothing to confirm."""
        await asking.ask(asking.next_step, said, fix)

    async def confirmed(self, asking: "Asking") -> None:
        """The final step was answered with yes."""
        raise NotImplementedError

    @abstractmethod
    async def stop(self, turn: Turn) -> None:
        """The person stops answering."""

    async def give_up(self, turn: Turn) -> None:
        """The person says in words that nothing is to be done: see `is_given_up`."""
        await self.stop(turn)

    async def let_leave(self, asking: "Asking", place: int) -> None:
        """Somebody registered does not come any more, it was said meanwhile: not for all."""
        await asking.repeat()

    async def restart(self, asking: "Asking") -> None:
        """The person wants to begin anew."""
        await self.stop(asking.turn)


async def keep_holding(turn: Turn, seats: int) -> NoRoom | None:
    """Renew the hold of the draft's seats, or take them again; how it stands when they are gone."""
    draft = turn.draft
    held = await usecases.register.keep_holding(
        turn.books, draft.id, seats, turn.address, draft.held_until
    )
    if isinstance(held, NoRoom):
        return held
    draft.held_until = held.expires_at
    return None


async def keep_party(turn: Turn) -> NoRoom | None:
    """The same for all who come of a party that registers, once it is known how many."""
    draft = turn.draft
    if draft.size is not None and draft.waits is None:
        again = await usecases.register.hold(turn.books, draft.id, draft.size, turn.address)
        draft.waits = None if isinstance(again, NoRoom) else 0
        return None  # where there is none, that is the next question
    if draft.seats == 0:
        return None
    return await keep_holding(turn, draft.seats)
