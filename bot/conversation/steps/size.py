"""How many they will be; from here on their seats are held."""

from markupsafe import Markup

from bot.conversation import phrases
from bot.conversation.state import Draft, MemberDraft
from bot.conversation.steps.step import Choice, Kept, Step
from bot.conversation.turn import Turn
from bot.domain.seats import NoRoom
from bot.understanding import sizes
from bot.understanding.results import Reading, Unclear


class Size(Step):
    """Solo, binôme or trinôme."""

    name = "size"
    topic = "size"

    def value(self, draft: Draft) -> str | None:
        """The number of people, as a figure."""
        return None if draft.size is None else str(draft.size)

    async def question(self, turn: Turn) -> Markup:
        """Ask for the size, with the seats left."""
        count = await turn.desk.seats(without_draft=turn.draft.id)
        return turn.words("size.ask", seats=phrases.seats_left(turn.words, count))

    async def choices(self, turn: Turn) -> list[list[Choice]]:
        """The sizes of the day; the preferred ones share the first row."""
        preferred: list[Choice] = []
        others: list[Choice] = []
        for size in turn.event.seats.sizes:
            choice = Choice(turn.words.plain(f"size.choice.{size}"), str(size))
            (preferred if size in turn.event.seats.preferred_sizes else others).append(choice)
        return [preferred, others]

    def read(self, turn: Turn, text: str) -> Reading[int]:
        """Read a number of people."""
        reading = sizes.read(text, max(turn.event.seats.sizes))
        value = getattr(reading, "value", None)
        return Unclear("not_offered") if value and not self._offers(turn, value) else reading

    def chosen(self, turn: Turn, value: str) -> int | None:
        """The size of a button."""
        return int(value) if value.isdecimal() and self._offers(turn, int(value)) else None

    def _offers(self, turn: Turn, size: int) -> bool:
        return size in turn.event.seats.sizes

    async def keep(self, turn: Turn, answer: int) -> Kept:
        """Hold the seats, make room for the members' answers; what does not fit is asked next."""
        hold = await turn.desk.hold(turn.draft.id, answer, turn.person.chat_id)
        dropped = _resize(turn.draft, answer)
        turn.draft.waits = None if isinstance(hold, NoRoom) else 0
        if isinstance(hold, NoRoom):
            return Kept()
        remark = turn.words(f"size.kept.{answer}", until=turn.words.hour(hold.expires_at))
        if dropped:
            listed = turn.words.listing(dropped)
            remark += phrases.LINE + turn.words("size.dropped", names=listed, n=len(dropped))
        preferred = turn.event.seats.preferred_sizes
        count = await turn.desk.seats(without_draft=turn.draft.id)
        if answer not in preferred and count.fitting(preferred):
            remark += phrases.PARAGRAPH + turn.words("size.advice")
        return Kept(remark)


def _resize(draft: Draft, size: int) -> list[str]:
    """Make room for so many members, or let the last ones go; the names of those who went.

    The person who writes stays. E-mail and phone are the first member's: they go with them.
    """
    members = draft.members
    first = members[0] if members else None
    writing = [member for member in members[size:] if member.is_writing]
    kept = [*members[: size - len(writing)], *writing]
    dropped = [member for member in members if not any(member is one for one in kept)]
    draft.members = [*kept, *(MemberDraft() for _ in range(size - len(kept)))]
    draft.size = size
    if first is not None and first is not draft.members[0]:
        draft.email, draft.phone, draft.without_phone = None, None, False
    return [member.name for member in dropped if member.last_name is not None]
