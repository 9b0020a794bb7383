"""Pictures that were sent to the bot, fetched again for papers: a few of them are kept at hand."""

from collections import OrderedDict
from typing import Any

from telegram.error import BadRequest

from bot.channels.telegram.api import Api

LARGEST = 5 * 1024 * 1024
"""Bytes of a picture that is fetched."""

KEPT = 4
"""Pictures at hand: as many as a paper has, for many papers one after the other."""


class Pictures:
    """What pictures are, by what Telegram knows them by, which never stands for another one."""

    def __init__(self, api: Api) -> None:
        self._api = api
        self._known: OrderedDict[str, bytes] = OrderedDict()

    async def get(self, file: str) -> bytes | None:
        """A picture; None when it is too large, or Telegram does not give it (any more).

        Raises:
            TelegramError: it did not get through.
        """
        content = self._known.pop(file, None) or await self._fetch(file)
        if content is not None:
            self._known[file] = content
            while len(self._known) > KEPT:
                self._known.popitem(last=False)
        return content

    async def _fetch(self, file: str) -> bytes | None:
        try:
            found: Any = await self._api.call("getFile", file_id=file)
        except BadRequest:
            return None  # of another bot, too large, or gone
        path = found.get("file_path") if isinstance(found, dict) else None
        if not isinstance(path, str):
            return None
        return await self._api.download(path, largest=LARGEST)
