"""What a step of the registration is.

A step is declared in one file and says only what is its own: how it asks, what it offers, how it
reads an answer and where it keeps it. Going on, back, correcting, stopping, digressing and
resuming belong to `bot.conversation.asking`, which knows of a step what is written here.
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


@dataclass(frozen=True, slots=True)
class Corrections:
    """A question which of several answers to correct; values of the choices are names of steps."""

    question: Markup
    rows: list[list[Choice]]


class Step(ABC):
    """One question of the registration."""

    name: str
    """Unique among the steps of a draft: `territory`, `name.2`…"""
    topic: ClassVar[str]
    """What is asked for, as `bot.understanding.digressions.read` calls it."""
    place: int = 0
    """The place in the party of the member that is asked about; 0: nobody in particular."""
    is_aside: ClassVar[bool] = False
    """Whether « Retour » passes it by: mostly nobody was asked."""
    is_final: ClassVar[bool] = False
    """Whether an answer ends the draft: nothing is asked after it."""

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

    def label(self, turn: Turn) -> str:
        """What a button says that asks for this answer anew."""
        return turn.words.plain(f"recap.fix.{self.topic}")

    def corrections_of(self, turn: Turn, name: str) -> Corrections | None:
        """What to ask when one of these buttons stands for several answers; None: for a step."""
        return None

    def facts(self, turn: Turn) -> dict[str, object]:
        """What the sentences `unclear.<topic>…` may fill in."""
        return {}

    @abstractmethod
    def read(self, turn: Turn, text: str) -> Reading[Any]:
        """Read an answer given in words."""

    def is_answer(self, turn: Turn, text: str) -> bool:
        """Whether it is an answer for sure, though it may look like a question or a wish."""
        return False

    async def again(self, turn: Turn) -> Markup:
        """The question when it comes once more, after something else was said."""
        return await self.question(turn)

    def read_contact(self, turn: Turn, phone: str, *, own: bool) -> Reading[Any] | Refused:
        """Read a contact card; `own`: it is the number of the person who writes."""
        return Refused(turn.words("contact.unasked"))

    def helps(self, turn: Turn, value: str) -> bool:
        """Whether a button was no answer but helps to give one; what it offers is done."""
        return False

    def skipped(self) -> str | None:
        """What a button would say that stands for « passer »; None: it cannot be passed over."""
        return None

    def cannot_skip(self, turn: Turn) -> Markup:
        """Why it cannot be passed over while it has no answer."""
        return turn.words("register.no_skip")

    def need(self, turn: Turn) -> Markup:
        """Whether it must be answered, and why: said to « est-ce obligatoire ? »."""
        return self.cannot_skip(turn)

    def finish_first(self, turn: Turn) -> Markup:
        """Said of what can only be done when no question is open."""
        return turn.words("answer.finish_first")

    def chosen(self, turn: Turn, value: str) -> Any:
        """The answer that a button, or the yes to a doubt, stands for."""
        return value

    def doubtful(self, value: Any) -> str:
        """A value read with doubt, as `chosen` will understand it."""
        return str(value)

    @abstractmethod
    async def keep(self, turn: Turn, answer: Any) -> Kept | Refused:
        """Put the answer into the draft, or say why it cannot be."""
