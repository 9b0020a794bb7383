"""A bot that does what a test tells it, over HTTP, as any bot talks to the sandbox."""

import json
from typing import Any

import aiohttp

TOKEN = "4200:page-tests"
PATIENCE = 5  # seconds that a long poll waits for an update


class ScriptedBot:
    """Calls Bot API methods and reads updates one at a time."""

    def __init__(self, http: aiohttp.ClientSession, address: str) -> None:
        self._http = http
        self._root = f"{address}/bot{TOKEN}"
        self._offset = 0

    async def call(self, method: str, **arguments: Any) -> Any:
        """The result of a method; a refusal fails the test."""
        async with self._http.post(f"{self._root}/{method}", json=arguments) as response:
            return self._result(await response.json())

    async def upload(
        self, method: str, field: str, name: str, content: bytes, **arguments: Any
    ) -> Any:
        """The result of a method that sends a file."""
        form = aiohttp.FormData(quote_fields=False)
        for key, value in arguments.items():
            form.add_field(key, value if isinstance(value, str) else json.dumps(value))
        form.add_field(field, content, filename=name)
        async with self._http.post(f"{self._root}/{method}", data=form) as response:
            return self._result(await response.json())

    async def say(self, chat_id: int, text: str, *rows: list[str], **arguments: Any) -> Any:
        """Send an HTML text, with rows of buttons whose data is their label."""
        if rows:
            keys = [[{"text": label, "callback_data": label} for label in row] for row in rows]
            arguments["reply_markup"] = {"inline_keyboard": keys}
        return await self.call(
            "sendMessage", chat_id=chat_id, text=text, parse_mode="HTML", **arguments
        )

    async def next(self, kind: str) -> Any:
        """The next update, which is of that kind."""
        updates = await self.call("getUpdates", offset=self._offset, limit=1, timeout=PATIENCE)
        assert updates, f"no {kind} came"
        self._offset = updates[0]["update_id"] + 1
        assert kind in updates[0], f"{kind} expected, got {updates[0]}"
        return updates[0][kind]

    async def waiting(self) -> list[Any]:
        """The updates that wait now."""
        return list(await self.call("getUpdates", offset=self._offset, timeout=0))

    @staticmethod
    def _result(answer: Any) -> Any:
        assert answer["ok"], answer
        return answer["result"]
