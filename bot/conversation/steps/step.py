"""What a step of the registration is.

A step is declared in one file and says only what is its own: how it asks, what it offers, how it
reads an answer and where it keeps it. Going on, back, correcting, stopping, digressing and
resuming belong to `bot.conversation.topics.registration`.
"""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Any, ClassVar

from markupsafe import Markup

from bot.conversation.state import Draft
from bot.conversation.turn import Turn
from bot.understanding.results import Reading


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer offered as a button; `value` is what comes back, at most 24 letters."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Kept:
    """The answer is kept. `remark` says what was understood.

    `fix` offers to put it right: a label, and the name of the step that corrects it.
    """

    remark: Markup | None = None
    fix: Choice | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """The answer was understood and cannot be: `reason` says why and what is possible."""

    reason: Markup


class Step(ABC):
    """One question of the registration."""

    name: str
    """Unique among the steps of a draft: `territory`, `name.2`…"""
    topic: ClassVar[str]
    """What is asked for, as `bot.understanding.questions.digression` calls it."""

    @abstractmethod
    def value(self, draft: Draft) -> str | None:
        """The answer there is, as one would say it; None: not answered yet."""

    @abstractmethod
    async def question(self, turn: Turn) -> Markup:
        """The question, in bold and last, with what must be known to answer it."""

    async def choices(self, turn: Turn) -> list[list[Choice]]:
        """The answers offered as buttons, a list a row."""
        return []

    def corrections(self, turn: Turn) -> list[list[Choice]]:
        """Buttons that lead to earlier answers, a list a row; values are names of steps."""
        return []

    def facts(self, turn: Turn) -> dict[str, object]:
        """What the sentences `unclear.<topic>…` may fill in."""
        return {}

    @abstractmethod
    def read(self, turn: Turn, text: str) -> Reading[Any]:
        """Read an answer given in words."""

    def chosen(self, turn: Turn, value: str) -> Any:
        """The answer that a button, or the yes to a doubt, stands for."""
        return value

    def doubtful(self, value: Any) -> str:
        """A value read with doubt, as `chosen` will understand it."""
        return str(value)

    @abstractmethod
    async def keep(self, turn: Turn, answer: Any) -> Kept | Refused:
        """Put the answer into the draft, or say why it cannot be."""
