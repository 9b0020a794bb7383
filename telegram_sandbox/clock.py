"""The sandbox's clock: starts where it is told, runs on, and can be moved."""

import time
from datetime import UTC, datetime, timedelta


class Clock:
    """A running clock in UTC; the machine's own clock is never read."""

    def __init__(self, now: datetime) -> None:
        self.set(now)

    def set(self, now: datetime) -> None:
        """Go to `now`, which must have a zone (ValueError), and run on from there."""
        if now.tzinfo is None:
            raise ValueError("the sandbox's clock needs a moment with a zone")
        self._start = now.astimezone(UTC)
        self._since = time.monotonic()

    def now(self) -> datetime:
        """The moment, in UTC."""
        return self._start + timedelta(seconds=time.monotonic() - self._since)

    def forward(self, seconds: float) -> None:
        """Move by that many seconds."""
        self.set(self.now() + timedelta(seconds=seconds))

    def date(self) -> int:
        """The moment as the Bot API writes dates: whole Unix seconds."""
        return int(self.now().timestamp())
