"""A fact of the day that organisers change: its keys, how it is written, and how it is heard."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from markupsafe import Markup

from bot.conversation.messages import Text
from bot.conversation.turn import Turn
from bot.domain.changes import value_of
from bot.domain.event import Event
from bot.i18n import Words
from bot.understanding.intents import Intent

Values = tuple[Any, ...]
"""Of JSON's types, one a key of the fact."""


class UnreadError(Exception):
    """What was written is no value of the fact; why is said by `facts.not.<why>`."""

    def __init__(self, why: str = "unclear") -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class About:
    """What a text is read beside: the day as it is, and the moment in its zone."""

    event: Event
    now: datetime


Reader = Callable[[str, About], Values]
"""The values of a fact, one a key. Raises UnreadError."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One fact, or a list of which each item is changed by itself."""

    name: str
    keys: tuple[str, ...]
    how: str
    """How it is written: names the sentence that says so, with an example."""
    read: Reader
    said: Callable[[Words, Event], str]
    """In short, in plain text."""
    heard: Intent | Callable[[Turn], Awaitable[Markup]] | None = None
    """What participants hear: the answer to a question, or what is said; None: `said` itself."""
    heard_item: Callable[[Words, Any], Markup] | None = None
    """What participants hear of one item; None: they hear the whole list."""
    item: Callable[[Any], str] | None = None
    """How an item of the list is called; None: it is no list."""
    empty: Values | None = None
    """Its values when it is taken away; None: there is always one."""
    is_told: bool = False
    """Whether whoever is registered is to hear of its change."""
    choices: Callable[[Words, Event], Sequence[str]] = lambda _words, _event: ()
    """What may be tapped instead of written."""
    back: Callable[[Event, Event], Values] | None = None
    """Its values for the file's to hold again, from the event as it is and the file's own; None:
    nothing is changed on top of the file any more."""

    def items(self, event: Event) -> list[Any]:
        """The items of a list, as JSON."""
        return list(value_of(table_of(event), self.keys[0]) or []) if self.item else []

    async def heard_by(self, turn: Turn) -> Markup:
        """What a participant hears of it who asks, whatever the turn is about."""
        asking = replace(turn, input=Text(""))
        asking.topics = turn.topics
        if isinstance(self.heard, Intent):
            return await turn.topics.answer(asking, self.heard)
        if self.heard is not None:
            return await self.heard(asking)
        said = self.said(turn.words, turn.event)
        return turn.words("fact", fact=said) if said else turn.words("facts.nothing")


def table_of(event: Event) -> dict[str, Any]:
    """The event as JSON, read."""
    table: dict[str, Any] = event.model_dump(mode="json")
    return table
