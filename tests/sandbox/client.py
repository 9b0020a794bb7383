"""Plain HTTP to a sandbox, and a check for fields that the Bot API does not have."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import aiogram.types
import aiohttp
import telegram
from pydantic import BaseModel, TypeAdapter

TOKEN = "123456:TEST-token"


def unknown_fields(value: Any, path: str = "") -> list[str]:
    """The fields that aiogram's types do not know, anywhere in a result."""
    if isinstance(value, list):
        return [f for item in value for f in unknown_fields(item, path)]
    if not isinstance(value, BaseModel):
        return []
    found = [f"{path}.{name}" for name in value.model_extra or {}]
    for name in type(value).model_fields:
        found += unknown_fields(getattr(value, name), f"{path}.{name}")
    return found


async def until(condition: Callable[[], object]) -> None:
    """Wait until the server, in this same process, came to that."""
    async with asyncio.timeout(5):
        while not condition():  # noqa: ASYNC110, the server has no event for what tests wait for
            await asyncio.sleep(0)


@dataclass
class Client:
    """Plain HTTP to a sandbox: `api` is the bot's side, `people` the page's."""

    url: str
    session: aiohttp.ClientSession

    async def call(self, method: str, **arguments: Any) -> tuple[int, dict[str, Any]]:
        address = f"{self.url}/bot{TOKEN}/{method}"
        async with self.session.post(address, json=arguments) as answer:
            return answer.status, await answer.json()

    async def api(self, method: str, **arguments: Any) -> Any:
        status, body = await self.call(method, **arguments)
        assert (status, body.get("ok")) == (200, True), body
        return body["result"]

    async def error(self, method: str, **arguments: Any) -> str:
        status, body = await self.call(method, **arguments)
        assert body["ok"] is False, body
        assert body["error_code"] == status
        return str(body["description"])

    async def updates(self, **arguments: Any) -> list[dict[str, Any]]:
        result = await self.api("getUpdates", **arguments)
        parsed = TypeAdapter(list[aiogram.types.Update]).validate_python(result)
        assert unknown_fields(parsed) == []
        assert all(telegram.Update.de_json(update, None) for update in result)
        return list(result)

    async def people(self, verb: str, path: str, body: Any = None) -> tuple[int, Any]:
        async with self.session.request(verb, f"{self.url}/sandbox/{path}", json=body) as answer:
            return answer.status, await answer.json()
