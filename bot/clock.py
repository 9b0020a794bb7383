"""What time it is: the one place the bot takes the time from.

Every datetime in the bot is aware and in UTC; the event's zone comes in only where something is
said (`bot.i18n`) or read from the event file (`bot.domain.event`).
"""

from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """The present moment, UTC."""
        ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """The present moment, UTC."""
        return datetime.now(UTC)


class StartedClock:
    """A clock that starts at a given moment and runs on from there."""

    def __init__(self, start: datetime) -> None:
        self._ahead = start - datetime.now(UTC)

    def now(self) -> datetime:
        """The present moment of this clock, UTC."""
        return datetime.now(UTC) + self._ahead


class FollowingClock:
    """A clock set by somebody else: the Bot API server's, told in each answer's `Date` header."""

    _TOLERANCE = timedelta(seconds=2)

    def __init__(self) -> None:
        self._ahead = timedelta(0)

    def now(self) -> datetime:
        """The present moment as last told, run on by the machine's clock; UTC."""
        return datetime.now(UTC) + self._ahead

    def tell(self, moment: datetime) -> None:
        """Take over the moment (UTC, whole seconds) when it departs from what this clock shows."""
        if abs(moment - self.now()) > self._TOLERANCE:
            self._ahead = moment - datetime.now(UTC)
