"""Calls of the Bot API."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar
from urllib.parse import quote

from telegram.error import BadRequest, Forbidden, RetryAfter, TelegramError

from bot.channels.channel import Wait
from bot.channels.telegram.errors import outcome
from bot.channels.telegram.transport import READ_TIMEOUT, AiohttpTransport
from bot.patience import wait

log = logging.getLogger(__name__)
T = TypeVar("T")

REFUSALS = (BadRequest, Forbidden)
"""What says clearly that a call is not to be tried again."""


class Api:
    """The Bot API's methods, with plain JSON, for what is done at every step.

    `Bot.send_message` and its like cost twice the processor time: they turn the keyboard into
    objects and back, and the answer into a `Message` nobody looks at.
    """

    def __init__(self, url: str, transport: AiohttpTransport, files: str = "") -> None:
        self._url = url
        self._files = files
        self._transport = transport

    async def call(
        self, method: str, read_timeout: float = READ_TIMEOUT, /, **parameters: object
    ) -> Any:
        """Call a method once; its result. Parameters that are None are left out.

        A file is an `InputFile`.

        Raises:
            TelegramError: it did not get through, or is refused; or the answer is unclear.
        """
        given = {name: value for name, value in parameters.items() if value is not None}
        return await self._transport.call(f"{self._url}/{method}", given, read_timeout)

    async def download(self, path: str, *, largest: int) -> bytes | None:
        """What `getFile` gave the path of; None when it is larger (bytes), or not there.

        Raises:
            TelegramError: it did not get through.
        """
        return await self._transport.download(f"{self._files}/{quote(path)}", largest)


async def patiently(
    call: Callable[[], Awaitable[T]], *, but: tuple[type[TelegramError], ...] = REFUSALS
) -> T:
    """Make a call until it gets through, whatever comes between, but for these errors.

    A call that timed out may have got through after all: it is made again.

    Raises:
        TelegramError: one of those in `but`.
    """
    times = 0
    while True:
        try:
            return await call()
        except but:
            raise
        except Exception as error:
            # What the library raises at an answer that makes no sense may be anything.
            times += 1
            log.warning("Telegram does not help (%s), trying again", type(error).__name__)
            await asyncio.sleep(_pause(error, times))


def _pause(error: Exception, times: int) -> float:
    found = outcome(error) if isinstance(error, RetryAfter) else None
    return found.seconds or 0.0 if isinstance(found, Wait) else wait(times)
