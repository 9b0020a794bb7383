"""Updates posted to the bot: secret, order, retries."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web

from telegram_sandbox import Sandbox, actions

from .client import Client, until


class Receiver:
    """A bot's webhook that answers as it is told; `statuses` are for the next posts, then 200."""

    def __init__(self) -> None:
        self.posts: list[tuple[dict[str, Any], str | None]] = []
        self.statuses: list[int] = []
        self.arrived = asyncio.Condition()
        self.slow: dict[int, asyncio.Event] = {}
        self.url = ""

    async def receive(self, request: web.Request) -> web.Response:
        update = await request.json()
        secret = request.headers.get("X-Telegram-Bot-Api-Secret-Token")
        self.posts.append((update, secret))
        async with self.arrived:
            self.arrived.notify_all()
        if gate := self.slow.get(update["message"]["chat"]["id"]):
            await gate.wait()
        return web.Response(status=self.statuses.pop(0) if self.statuses else 200)

    async def texts(self, count: int) -> list[str]:
        """The texts of the first posts, once there are so many."""
        async with asyncio.timeout(5), self.arrived:
            await self.arrived.wait_for(lambda: len(self.posts) >= count)
        return [update["message"]["text"] for update, _ in self.posts]


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    receiver = Receiver()
    app = web.Application()
    app.router.add_post("/hook", receiver.receive)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    receiver.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield receiver
    await runner.cleanup()


async def none_left(client: Client) -> dict[str, Any]:
    """The webhook's state once nothing is pending."""
    async with asyncio.timeout(5):
        while True:
            info: dict[str, Any] = await client.api("getWebhookInfo")
            if not info["pending_update_count"]:
                return info


async def test_updates_are_posted_with_the_secret(
    sandbox: Sandbox, client: Client, receiver: Receiver, marie: int
) -> None:
    actions.write(sandbox, marie, "avant")
    await client.api("setWebhook", url=receiver.url, secret_token="s3cret")
    actions.write(sandbox, marie, "après")
    assert await receiver.texts(2) == ["avant", "après"]
    assert [secret for _, secret in receiver.posts] == ["s3cret", "s3cret"]
    info = await none_left(client)
    assert (info["url"], info["max_connections"]) == (receiver.url, 40)
    assert "last_error_message" not in info


async def test_a_failure_is_tried_again_before_the_next(
    sandbox: Sandbox, client: Client, receiver: Receiver, marie: int
) -> None:
    sandbox.webhook_first_pause = 0.01
    receiver.statuses = [500, 302]
    await client.api("setWebhook", url=receiver.url)
    actions.write(sandbox, marie, "a")
    actions.write(sandbox, marie, "b")
    assert await receiver.texts(4) == ["a", "a", "a", "b"]
    assert receiver.posts[0][1] is None
    info = await none_left(client)
    assert info["last_error_message"] == "Wrong response from the webhook: 302 Found"


async def test_nobody_listening_is_tried_again(
    sandbox: Sandbox, client: Client, receiver: Receiver, marie: int
) -> None:
    sandbox.webhook_first_pause = 0.01
    await client.api("setWebhook", url="http://127.0.0.1:9/hook")
    actions.write(sandbox, marie, "a")
    await until(lambda: sandbox.webhook.last_error)
    assert str(sandbox.webhook.last_error).startswith("Connection failed: Client")
    await client.api("setWebhook", url=receiver.url)
    assert await receiver.texts(1) == ["a"]


async def test_one_chat_waits_for_itself_and_for_no_other(
    sandbox: Sandbox, client: Client, receiver: Receiver, marie: int
) -> None:
    paul = actions.join(sandbox, "Paul").id
    gate = receiver.slow[marie] = asyncio.Event()
    await client.api("setWebhook", url=receiver.url)
    actions.write(sandbox, marie, "m1")
    actions.write(sandbox, marie, "m2")
    actions.write(sandbox, paul, "p1")
    actions.write(sandbox, paul, "p2")
    assert sorted(await receiver.texts(3)) == ["m1", "p1", "p2"]
    gate.set()
    assert (await receiver.texts(4))[3] == "m2"


async def test_a_duplicate_is_posted_twice(
    sandbox: Sandbox, client: Client, receiver: Receiver, marie: int
) -> None:
    await client.people("POST", "faults", {"next_updates": ["duplicate"]})
    await client.api("setWebhook", url=receiver.url)
    actions.write(sandbox, marie, "a")
    assert await receiver.texts(2) == ["a", "a"]
    await none_left(client)
    assert receiver.posts[0] == receiver.posts[1]


async def test_pending_updates_can_be_dropped(
    sandbox: Sandbox, client: Client, receiver: Receiver, marie: int
) -> None:
    actions.write(sandbox, marie, "vieux")
    await client.api("setWebhook", url=receiver.url, drop_pending_updates=True)
    actions.write(sandbox, marie, "neuf")
    assert await receiver.texts(1) == ["neuf"]
    sandbox.faults.outage = True
    actions.write(sandbox, marie, "perdu")
    sandbox.faults.outage = False
    await client.api("deleteWebhook", drop_pending_updates=True)
    assert await client.updates() == []
