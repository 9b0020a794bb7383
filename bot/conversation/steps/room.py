"""What a party does that does not fit: come with fewer, or wait."""

import re

from markupsafe import Markup

from bot import usecases
from bot.conversation import phrases
from bot.conversation.state import Draft
from bot.conversation.steps.size import facts, in_rows
from bot.conversation.steps.step import Choice, Kept, Refused, Step
from bot.conversation.turn import Turn
from bot.domain.keys import Subject
from bot.domain.seats import NoRoom, SeatCount
from bot.i18n import Words
from bot.understanding import sizes
from bot.understanding.normal import plain
from bot.understanding.results import Reading, Understood

MOST_OFFERED = 4
"""So many smaller sizes are offered, the largest ones; any other can be written."""

_WAITS = re.compile(r"\b(attend\w*|liste|wait\w*|list)\b")


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

    def read(self, turn: Turn, text: str) -> Reading[int]:
        """Read « on attend », « à deux »."""
        if _WAITS.search(plain(text)):
            return Understood(0)
        return sizes.read(text, turn.draft.size or turn.event.seats.largest)

    def chosen(self, turn: Turn, value: str) -> int | None:
        """The number of a button."""
        wanted = turn.draft.size or 0
        is_offered = value.isdecimal() and (
            value == "0" or (int(value) <= wanted and int(value) in turn.event.seats.sizes)
        )
        return int(value) if is_offered else None

    async def keep(self, turn: Turn, answer: int) -> Kept | Refused:
        """Hold the seats of those who come; the others wait."""
        draft, words = turn.draft, turn.words
        wanted = draft.size or 0
        if answer == 0:
            await usecases.register.release(turn.books, draft.id)
            draft.waits = wanted
            return Kept(words(words.of_size("room.kept.wait", wanted), size=wanted))
        hold = await usecases.register.hold(turn.books, draft.id, answer, turn.address)
        if isinstance(hold, NoRoom):
            return Refused(words("room.gone"))
        draft.waits = wanted - answer
        if draft.waits == 0:
            return Kept(phrases.held(words, answer, hold))
        until, rest = words.hour(hold.expires_at), _rest(words, come=answer, wanted=wanted)
        return Kept(words("room.kept.come", n=answer, rest=rest, until=until))


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
