"""What a party does that does not fit: come with fewer, or wait."""

from typing import NamedTuple

from markupsafe import Markup

from bot import usecases
from bot.conversation import phrases
from bot.conversation.state import Draft
from bot.conversation.steps.size import Size, facts, in_rows
from bot.conversation.steps.step import Choice, Kept, Refused, Step
from bot.conversation.turn import Turn
from bot.domain.keys import Subject
from bot.domain.seats import NoRoom, SeatCount
from bot.i18n import Words
from bot.understanding import confirmations, seating
from bot.understanding.results import Reading, Unclear, Understood

MOST_OFFERED = 4
"""So many smaller sizes are offered, the largest ones; any other can be written."""


class Plan(NamedTuple):
    """How many they are, and how many of them come now; 0: all wait."""

    size: int
    come: int | None
    """None: « oui » to what is offered."""


class Room(Step):
    """How many come now; the others go on the waiting list. 0: all of them wait."""

    name = "room"
    topic = "size"

    def value(self, draft: Draft) -> str | None:
        """How many of them wait."""
        return None if draft.waits is None else str(draft.waits)

    async def question(self, turn: Turn) -> Markup:
        """Say how many seats are left and what can be done with them."""
        words, wanted, count = turn.words, turn.draft.size or 0, await self._count(turn)
        left = words("seats.only", n=count.left) if count.left else phrases.seats_left(words, count)
        lines = [_come(words, come=size, wanted=wanted) for size in self._fitting(turn, count)]
        rank = words.rank(count.waiting + 1)
        lines.append(words(words.of_size("room.wait", wanted), size=wanted, rank=rank))
        return phrases.LINE.join([words("room.ask", left=left), *lines])

    async def _count(self, turn: Turn) -> SeatCount:
        return await turn.seats(without=Subject.draft(turn.draft.id))

    def _fitting(self, turn: Turn, count: SeatCount) -> list[int]:
        wanted = turn.draft.size or 0
        smaller = [size for size in turn.event.seats.sizes if size <= wanted]
        return sorted(count.fitting(smaller), reverse=True)[:MOST_OFFERED]

    async def choices(self, turn: Turn) -> list[list[Choice]]:
        """Come with as many as fit, or wait."""
        words, count = turn.words, await self._count(turn)
        come = [
            Choice(words.plain(words.of_size("room.choice.come", size), size=size), str(size))
            for size in self._fitting(turn, count)
        ]
        wanted = turn.draft.size or 0
        wait = words.plain(words.of_size("room.choice.wait", wanted), size=wanted)
        return [*in_rows(come), [Choice(wait, "0")]]

    def facts(self, turn: Turn) -> dict[str, object]:
        """The largest party there is, and a size as an example."""
        return facts(turn)

    def read(self, turn: Turn, text: str) -> Reading[Plan]:
        """Read « on attend », « à deux », « on n’est que deux », « attendre à deux »."""
        wanted, largest = turn.draft.size or 0, turn.event.seats.largest
        said = seating.read(text, largest)
        number = wanted if said.number is None else said.number
        if confirmations.read(text) is True and said == seating.NOTHING:
            return Understood(Plan(wanted, None))
        if said.number is None and not said.waits:
            return Unclear("no_size")
        if number not in turn.event.seats.sizes:
            return Unclear("too_many" if number > largest else "not_offered")
        if said.rest_waits and number < wanted:
            return Understood(Plan(wanted, number))
        return Understood(Plan(number, 0 if said.waits else number))

    def chosen(self, turn: Turn, value: str) -> Plan | None:
        """The number of a button: they stay as many as they are."""
        wanted = turn.draft.size or 0
        is_offered = value.isdecimal() and (
            value == "0" or (int(value) <= wanted and int(value) in turn.event.seats.sizes)
        )
        return Plan(wanted, int(value)) if is_offered else None

    def doubtful(self, value: Plan) -> str:
        """The number who come."""
        return str(value.come or 0)

    async def keep(self, turn: Turn, answer: Plan) -> Kept | Refused:
        """Hold the seats of those who come; the others wait."""
        draft, words = turn.draft, turn.words
        if answer.come is None:
            if self._fitting(turn, await self._count(turn)):
                return Refused(words("another.room"))
            answer = Plan(answer.size, 0)
        is_other = answer.size != draft.size
        kept = await Size().keep(turn, answer.size) if is_other else Kept()
        wanted = draft.size or 0
        come = answer.come or 0
        if come == 0:
            await usecases.register.release(turn.books, draft.id)
            draft.waits = wanted
            return Kept(words(words.of_size("room.kept.wait", wanted), size=wanted))
        if come == wanted and (draft.waits == 0 or kept.remark is not None):
            return kept
        hold = await usecases.register.hold(turn.books, draft.id, come, turn.address)
        if isinstance(hold, NoRoom):  # for as many as they are now, what is possible is asked anew
            draft.waits = None
            return Kept() if is_other else Refused(words("room.gone"))
        draft.waits = wanted - come
        if draft.waits == 0:
            return Kept(phrases.held(words, come, hold))
        until, rest = words.hour(hold.expires_at), _rest(words, come=come, wanted=wanted)
        return Kept(words("room.kept.come", n=come, rest=rest, until=until))


def _come(words: Words, *, come: int, wanted: int) -> Markup:
    """« • venir à deux, et garder la troisième personne en liste d’attente ; »."""
    if come == wanted:
        return words(words.of_size("room.come_all", come), size=come)
    key = words.of_size("room.come_some", come)
    return words(key, size=come, rest=_rest(words, come=come, wanted=wanted))


def _rest(words: Words, *, come: int, wanted: int) -> str:
    """Those who wait: « l’autre personne », « la troisième personne », « les deux autres »."""
    waits = wanted - come
    if waits == 1:
        return words.plain(words.of_size("room.last", wanted))
    return words.plain(words.of_size("room.rest", waits), size=waits)
