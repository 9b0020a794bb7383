"""What becomes of a party that does not fit while an organiser registers it."""

import re
from typing import Any

from markupsafe import Markup

from bot import usecases
from bot.conversation import phrases
from bot.conversation.state import Draft
from bot.conversation.steps.room import Room
from bot.conversation.steps.step import Choice, Kept, Refused
from bot.conversation.turn import Turn
from bot.domain.keys import Subject
from bot.understanding.normal import plain
from bot.understanding.results import Reading, Understood

BEYOND = "beyond"
_BEYOND = re.compile(r"\b(?:au dela|quand meme|beyond|anyway|all the same)\b")


class DeskRoom(Room):
    """The same, and to let the party in beyond the capacity."""

    async def question(self, turn: Turn) -> Markup:
        """Say how many seats are left, and how many too many they would be."""
        count, wanted = await turn.seats(without=Subject.draft(turn.draft.id)), turn.draft.size or 0
        return turn.words(
            "desk_room.ask",
            left=phrases.seats_left(turn.words, count),
            n=wanted,
            would=count.taken + wanted,
            capacity=count.capacity,
        )

    async def choices(self, turn: Turn) -> list[list[Choice]]:
        """Come with as many as fit, wait, or come all the same."""
        beyond = Choice(turn.words.plain("desk_room.beyond"), BEYOND)
        return [*await super().choices(turn), [beyond]]

    def chosen(self, turn: Turn, value: str) -> Any:
        """The number of a button, or that they come all the same."""
        return value if value == BEYOND else super().chosen(turn, value)

    def read(self, turn: Turn, text: str) -> Reading[Any]:
        """« Au-delà de la capacité », or what is read otherwise."""
        if _BEYOND.search(plain(text)):
            return Understood(BEYOND)
        return super().read(turn, text)

    async def keep(self, turn: Turn, answer: Any) -> Kept | Refused:
        """Hold the seats of those who come; beyond the capacity there are none to hold."""
        draft = turn.draft
        draft.beyond = answer == BEYOND
        if draft.beyond:
            await usecases.register.release(turn.books, draft.id)
            draft.waits = 0
            return Kept(turn.words("desk_room.kept_beyond"))
        kept = await super().keep(turn, answer)
        if isinstance(kept, Refused) or answer:
            return kept
        return Kept(turn.words("desk_room.kept_waiting"))

    def value(self, draft: Draft) -> str | None:
        """How many of them wait."""
        return BEYOND if draft.beyond else super().value(draft)
