"""What a channel is: a way to reach people, such as Telegram.

A channel brings inputs in (`WayIn`), sends replies (`Channel`) and says what it can do
(`Capabilities`). What became of a message is one of five values; the errors of whatever library a
channel uses stay inside it, so that outbox and courier serve any channel.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.conversation.capabilities import Capabilities
from bot.conversation.messages import Press, Reply
from bot.domain.keys import Address


@dataclass(frozen=True, slots=True)
class Left:
    """It has left, as a message of this id where it became one."""

    message_id: int | None = None


@dataclass(frozen=True, slots=True)
class Wait:
    """It has not left, and nothing is wrong with it: not before so many seconds.

    None: nobody says how long, as when the server cannot be reached.
    """

    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Unclear:
    """It may have left or not: the server answered nothing that makes sense, or nothing in time."""

    reason: str


@dataclass(frozen=True, slots=True)
class Refused:
    """It is refused for good, whenever it is tried again."""

    reason: str


@dataclass(frozen=True, slots=True)
class Blocked:
    """The person does not want to hear from us, or is gone."""


Settled = Left | Refused | Blocked
"""What need not be tried again."""

Outcome = Settled | Wait | Unclear
"""What became of a message."""


class Channel(Protocol):
    """The way out to people."""

    @property
    def capabilities(self) -> Capabilities:
        """What it can do."""

    def pieces(self, reply: Reply) -> Sequence[Reply]:
        """What is sent one after the other for a reply: several where it is too long for one."""

    async def send(self, address: Address, reply: Reply, press: Press | None = None) -> Outcome:
        """Try once to send one piece; `press` is what it answers. It raises nothing."""

    async def take_buttons_off(self, address: Address, message_id: int) -> Outcome:
        """Try once to take the buttons off a message. It raises nothing."""


class WayIn(Protocol):
    """How updates come in: fetched or posted."""

    async def run(self) -> None:
        """Bring updates in until cancelled."""
