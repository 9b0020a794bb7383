"""Which territory the party comes from."""

import re

from markupsafe import Markup

from bot.conversation.state import Draft
from bot.conversation.steps.step import Choice, Kept, Step
from bot.conversation.turn import Turn
from bot.understanding import told
from bot.understanding.results import Reading

_BODY = re.compile(
    r"(?:communaut[ée]|com ?com|cc\b|ca\b|cu\b|agglo|pays|parc|pnr|petr|gal\b|m[ée]tropole|scot\b)"
    r"|.*\b(?:agglo\w*|m[ée]tropole|communaut[ée])$",
    re.IGNORECASE,
)
"""What a body is called that has a territory."""
BODY = "body."
LABEL_AT_MOST = 60
"""Bytes of a button's label."""


class Territory(Step):
    """The territory, as its people name it."""

    name = "territory"
    topic = "territory"

    def value(self, draft: Draft) -> str | None:
        """The territory."""
        return draft.territory

    async def question(self, turn: Turn) -> Markup:
        """Ask for the territory, with an example."""
        others, facts = turn.draft.is_for_others, self.facts(turn)
        return turn.words("territory.ask_others" if others else "territory.ask", **facts)

    async def choices(self, turn: Turn) -> list[list[Choice]]:
        """The bodies that those who come are from, where they may stand for a territory."""
        told = dict.fromkeys(one.organisation or "" for one in turn.draft.members)
        named = [one for one in told if _BODY.match(one) and len(one.encode()) <= LABEL_AT_MOST]
        return [[Choice(one, f"{BODY}{place}")] for place, one in enumerate(named)]

    def chosen(self, turn: Turn, value: str) -> str | None:
        """The body of a button, or a territory read with doubt."""
        if not value.startswith(BODY):
            return value
        told = dict.fromkeys(one.organisation or "" for one in turn.draft.members)
        named = [one for one in told if _BODY.match(one)]
        place = value.removeprefix(BODY)
        return named[int(place)] if place.isdecimal() and int(place) < len(named) else None

    def facts(self, turn: Turn) -> dict[str, object]:
        """An example: the event's, or one that is from nowhere."""
        example = turn.event.examples.territory
        return {"example": example or turn.words.plain("territory.example")}

    def read(self, turn: Turn, text: str) -> Reading[str]:
        """Read a territory's name."""
        return told.territory(text)

    def heard_besides(self, text: str) -> tuple[str, ...]:
        """Everything: it is the first question."""
        return ("size", "people", "email", "phone")

    async def keep(self, turn: Turn, answer: str) -> Kept:
        """Note it, and say it back as it was written down."""
        turn.draft.territory = answer
        return Kept(turn.words("territory.kept", territory=answer))
