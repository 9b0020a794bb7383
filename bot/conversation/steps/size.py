"""How many they will be; from here on their seats are held."""

from collections.abc import Sequence
from itertools import groupby

from markupsafe import Markup

from bot import usecases
from bot.conversation import phrases
from bot.conversation.state import Draft, MemberDraft
from bot.conversation.steps.step import Choice, Kept, Step
from bot.conversation.turn import Turn
from bot.domain.dividing import PARTIES_AT_MOST, divided
from bot.domain.keys import Subject
from bot.domain.seats import Hold, NoRoom
from bot.understanding import told
from bot.understanding.results import Reading, Unclear

A_ROW = 3


def in_rows(choices: Sequence[Choice]) -> list[list[Choice]]:
    """Choices, a few a row, so that their labels can be read on a telephone."""
    return [list(choices[at : at + A_ROW]) for at in range(0, len(choices), A_ROW)]


def facts(turn: Turn) -> dict[str, object]:
    """What is told of the day's sizes: the largest party there is, and one as an example."""
    seats = turn.event.seats
    example = (seats.preferred_sizes or seats.sizes)[0]
    return {"largest": turn.words.number(seats.largest), "example": example}


class Size(Step):
    """Solo, binôme, trinôme, or as many as the event takes."""

    name = "size"
    topic = "size"

    def value(self, draft: Draft) -> str | None:
        """The number of people, as a figure."""
        return None if draft.size is None else str(draft.size)

    async def question(self, turn: Turn) -> Markup:
        """Ask for the size, with the seats left."""
        count = await turn.seats(without=Subject.draft(turn.draft.id))
        seats, others = phrases.seats_left(turn.words, count), turn.draft.is_for_others
        return turn.words("size.ask_others" if others else "size.ask", seats=seats)

    async def again(self, turn: Turn) -> Markup:
        """Without the seats left, which were told."""
        return turn.words("size.again")

    async def choices(self, turn: Turn) -> list[list[Choice]]:
        """The sizes of the day in their order; preferred ones and others share no row."""
        seats = turn.event.seats
        rows: list[list[Choice]] = []
        for _, alike in groupby(seats.sizes, seats.preferred_sizes.__contains__):
            choices = [Choice(self._label(turn, size), str(size)) for size in alike]
            rows += in_rows(choices)
        return rows

    def _label(self, turn: Turn, size: int) -> str:
        if turn.draft.is_for_others and size == 1:
            return turn.words.plain("size.choice_one")
        return turn.words.plain(turn.words.of_size("size.choice", size), size=size)

    def read(self, turn: Turn, text: str) -> Reading[int]:
        """Read a number of people."""
        reading = told.size(text, turn.event.seats.largest * PARTIES_AT_MOST)
        value = getattr(reading, "value", None)
        if not value or self.parties(turn, value):
            return reading
        is_larger = value > turn.event.seats.largest
        return Unclear("too_many" if is_larger else "not_offered")

    def facts(self, turn: Turn) -> dict[str, object]:
        """The largest party there is, and a size as an example."""
        return facts(turn)

    def chosen(self, turn: Turn, value: str) -> int | None:
        """The size of a button."""
        return int(value) if value.isdecimal() and self.parties(turn, int(value)) else None

    def parties(self, turn: Turn, number: int) -> list[int]:
        """The sizes of the parties that so many people make: one, if there is such a size."""
        seats = turn.event.seats
        return [number] if number in seats.sizes else divided(number, seats)

    async def keep(self, turn: Turn, answer: int) -> Kept:
        """Hold the seats, make room for the members' answers; what does not fit is asked next.

        Too many for one party are several, one after the other.
        """
        people = answer
        answer, *afterwards = self.parties(turn, people)
        if afterwards or turn.draft.size is not None:
            turn.draft.afterwards = afterwards
        hold = await usecases.register.hold(turn.books, turn.draft.id, answer, turn.address)
        dropped = _resize(turn.draft, answer)
        turn.draft.waits = None if isinstance(hold, NoRoom) else 0
        if isinstance(hold, NoRoom):
            return Kept(_divided(turn, people) if afterwards else None)
        turn.draft.held_until = hold.expires_at
        remark = _held(turn, answer, hold)
        if afterwards:
            remark = _divided(turn, people) + phrases.PARAGRAPH + remark
        if dropped:
            listed = turn.words.listing(dropped)
            remark += phrases.LINE + turn.words("size.dropped", names=listed, n=len(dropped))
        advice = Markup() if afterwards else await _advice(turn, answer)
        return Kept(remark + phrases.PARAGRAPH + advice if advice else remark)


def _divided(turn: Turn, people: int) -> Markup:
    """That so many are several parties, which register one after the other."""
    parties = divided(people, turn.event.seats)
    number = turn.words.number(people)
    if turn.event.seats.only_size == 1:
        return turn.words("size.one_by_one", number=number)
    return turn.words("size.divided", number=number, parties=phrases.parties(turn.words, parties))


def _held(turn: Turn, size: int, hold: Hold) -> Markup:
    """The seats are held; how many they are is not repeated where nobody was asked."""
    is_of_another = size == 1 and turn.draft.is_aside
    if turn.event.seats.only_size is None and not (turn.draft.is_for_others or is_of_another):
        return phrases.held(turn.words, size, hold)
    return turn.words("size.held", n=size, until=turn.words.hour(hold.expires_at))


async def _advice(turn: Turn, size: int) -> Markup:
    """That more of them would be better, where the day prefers that and there is room."""
    preferred = turn.event.seats.preferred_sizes
    larger = sorted(other for other in preferred if other > size)
    count = await turn.seats(without=Subject.draft(turn.draft.id))
    if size in preferred or not count.fitting(larger):
        return Markup()
    key = "size.advice" if turn.event.audience.territory else "size.advice_anywhere"
    return turn.words(key, sizes=turn.words.either(map(turn.words.number, larger)))


def _resize(draft: Draft, size: int) -> list[str]:
    """Make room for so many members, or let the last ones go; the names of those who went.

    The person who writes stays.
    """
    members = draft.members
    writing = [member for member in members[size:] if member.is_writing]
    kept = [*members[: size - len(writing)], *writing]
    dropped = [member for member in members if not any(member is one for one in kept)]
    draft.members = [*kept, *(MemberDraft() for _ in range(size - len(kept)))]
    draft.size = size
    return [member.name for member in dropped if member.last_name is not None]
