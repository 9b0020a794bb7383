"""Where one chat stands: kept as JSON between two inputs, and nowhere else."""

import secrets
import string
from datetime import datetime
from typing import Self, TypeVar

from pydantic import BaseModel

from bot.domain.party import Category, Member

T = TypeVar("T")

_ID_LETTERS = string.ascii_lowercase + string.digits


def new_draft_id() -> str:
    """Eight letters and figures that no other draft has."""
    return "".join(secrets.choice(_ID_LETTERS) for _ in range(8))


class MemberDraft(BaseModel):
    """What is known so far of a member; None: not answered yet."""

    first_name: str | None = None
    last_name: str | None = None
    function: str | None = None
    organisation: str | None = None
    category: Category | None = None
    is_writing: bool = False
    """The person who writes to the bot."""

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}"

    @classmethod
    def of(cls, member: Member, *, is_writing: bool) -> Self:
        """The answers about a member who is registered."""
        return cls(
            first_name=member.first_name,
            last_name=member.last_name,
            function=member.function,
            organisation=member.organisation,
            category=member.category,
            is_writing=is_writing,
        )

    def complete(self) -> Member:
        """The member, once every question about them has its answer."""
        return Member(
            _answered(self.first_name),
            _answered(self.last_name),
            _answered(self.function),
            _answered(self.organisation),
            _answered(self.category),
        )


def _answered(answer: T | None) -> T:
    if answer is None:
        raise LookupError("a question about this member has no answer yet")
    return answer


class Draft(BaseModel):
    """Answers that are being given: of a party that registers, changes, or of a teammate."""

    id: str
    """Eight letters and figures: see `new_draft_id`."""
    purpose: str = "register"
    """What the answers are for: `register`, `correct`, `replace`, `add`, `join`."""
    party: str = ""
    """The code of the party that is changed or joined."""
    place: int = 0
    """The place (1 and up) of the one member who is asked about; 0: all are."""
    person: str = ""
    """The mark of that member as they were when the change began: see `phrases.mark`."""
    token: str = ""
    """The invitation that a teammate opened."""
    unasked: tuple[str, ...] = ()
    """Names of the steps that the event does not ask."""
    territory: str | None = None
    size: int | None = None
    members: list[MemberDraft] = []
    email: str | None = None
    phone: str | None = None
    without_phone: bool = False
    held_until: datetime | None = None
    """When the hold of its seats was last known to end (UTC)."""
    waits: int | None = 0
    """How many of them, the last ones, go on the waiting list; None: to be asked."""

    @property
    def seats(self) -> int:
        """The seats that those who come need; 0 while that is not known."""
        return 0 if self.size is None or self.waits is None else self.size - self.waits


class Dialogue(BaseModel):
    """One chat's dialogue. `step` is the question asked last; None: none is open."""

    language: str | None = None
    """Chosen with /langue; None: the language of their Telegram."""
    revision: int = 0
    """Goes up with every answer, so that buttons of earlier questions are known as such."""
    step: str | None = None
    draft: Draft | None = None
    doubt: str | None = None
    """A value read with doubt, waiting for a yes or a no."""
    has_keyboard: bool = False
    """The keyboard that shares a number lies under the chat."""
    wrong_links: list[datetime] = []
    """When this chat opened links that open nothing, of late (UTC)."""
