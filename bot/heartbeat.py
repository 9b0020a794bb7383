"""The file by whose age `binome health` tells whether a running bot is well."""

import logging
import os
import stat
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from bot.settings import Settings

log = logging.getLogger(__name__)

ALIVE = 90
"""Seconds after which a bot that has heard nothing from Telegram is not well."""

SELDOM = 1.0
"""Seconds between two beats at least: a busy bot hears from Telegram all the time."""


class Heartbeat:
    """A private file that is touched while Telegram answers; never what a link there leads to."""

    def __init__(self, settings: Settings) -> None:
        bot_id = settings.token.get_secret_value().partition(":")[0]
        self.path = Path(tempfile.gettempdir()) / f"binome-{bot_id}.alive"
        self._last = float("-inf")

    def beat(self) -> None:
        """Say that the bot is well."""
        now = time.monotonic()
        if now >= self._last + SELDOM:
            self._last = now
            try:
                self._touch()
            except OSError as error:
                log.warning("%s cannot be written: %s", self.path, error.strerror)

    def age(self) -> float:
        """Seconds since the last beat of whichever process; endless when there was none."""
        try:
            found = self.path.lstat()
        except OSError:
            return float("inf")
        return time.time() - found.st_mtime if _is_ours(found) else float("inf")

    def stop(self) -> None:
        """Say that the bot runs no more."""
        with suppress(OSError):
            self.path.unlink()

    def _touch(self) -> None:
        flags = os.O_WRONLY | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK
        descriptor = os.open(self.path, flags, 0o600)
        try:
            if not _is_ours(os.fstat(descriptor)):
                raise PermissionError(0, "not a file of ours")
            os.fchmod(descriptor, 0o600)
            os.utime(descriptor)
        finally:
            os.close(descriptor)


def _is_ours(found: os.stat_result) -> bool:
    return stat.S_ISREG(found.st_mode) and found.st_uid == os.geteuid()
