"""getUpdates: offsets, long polling, what is delivered and what is forgotten."""

import asyncio
from typing import Any

import pytest

from telegram_sandbox import Sandbox, actions

from .client import Client, until


def texts(updates: list[dict[str, Any]]) -> list[str]:
    return [update["message"]["text"] for update in updates]


async def test_updates_come_until_they_are_confirmed(
    sandbox: Sandbox, client: Client, marie: int
) -> None:
    for text in "abc":
        actions.write(sandbox, marie, text)
    first = await client.updates()
    assert texts(first) == ["a", "b", "c"]
    assert await client.updates() == first
    assert texts(await client.updates(limit=2)) == ["a", "b"]
    numbers = [update["update_id"] for update in first]
    assert numbers == [numbers[0], numbers[0] + 1, numbers[0] + 2]
    assert texts(await client.updates(offset=numbers[1])) == ["b", "c"]
    assert texts(await client.updates(offset=numbers[0])) == ["b", "c"]
    assert await client.updates(offset=numbers[2] + 1) == []
    assert await client.updates() == []


async def test_a_negative_offset_forgets_all_but_the_last(
    sandbox: Sandbox, client: Client, marie: int
) -> None:
    for text in "abc":
        actions.write(sandbox, marie, text)
    assert texts(await client.updates(offset=-2)) == ["b", "c"]
    assert texts(await client.updates()) == ["b", "c"]
    assert texts(await client.updates(offset=-100)) == ["b", "c"]


async def test_an_offset_of_another_life_loses_nothing(
    sandbox: Sandbox, client: Client, marie: int
) -> None:
    actions.write(sandbox, marie, "a")
    assert texts(await client.updates(offset=999_999_999)) == ["a"]


async def test_a_long_poll_waits_for_an_update(
    sandbox: Sandbox, client: Client, marie: int
) -> None:
    poll = asyncio.create_task(client.updates(timeout=20))
    await until(sandbox.updates.someone_waits)
    actions.write(sandbox, marie, "enfin")
    assert texts(await poll) == ["enfin"]


async def test_a_long_poll_ends_with_its_time_or_when_the_clock_moves(
    sandbox: Sandbox, client: Client
) -> None:
    assert await client.updates(timeout=1) == []
    poll = asyncio.create_task(client.updates(timeout=20))
    await until(sandbox.updates.someone_waits)
    await client.people("POST", "clock", {"forward": 60})
    assert await poll == []


async def test_a_second_poll_ends_the_first(sandbox: Sandbox, client: Client, marie: int) -> None:
    first = asyncio.create_task(client.error("getUpdates", timeout=20))
    await until(sandbox.updates.someone_waits)
    second = asyncio.create_task(client.updates(timeout=20))
    assert await first == (
        "Conflict: terminated by other getUpdates request;"
        " make sure that only one bot instance is running"
    )
    await until(sandbox.updates.someone_waits)
    actions.write(sandbox, marie, "a")
    assert texts(await second) == ["a"]


async def test_polling_and_a_webhook_exclude_each_other(sandbox: Sandbox, client: Client) -> None:
    poll = asyncio.create_task(client.error("getUpdates", timeout=20))
    await until(sandbox.updates.someone_waits)
    await client.api("setWebhook", url="http://127.0.0.1:9/")
    assert await poll == "Conflict: terminated by setWebhook request"
    refused = await client.error("getUpdates")
    assert refused.startswith("Conflict: can't use getUpdates method while webhook is active")
    await client.api("deleteWebhook")
    assert await client.updates() == []


async def test_updates_are_forgotten_after_24_hours(
    sandbox: Sandbox, client: Client, marie: int
) -> None:
    actions.write(sandbox, marie, "vieux")
    sandbox.clock.forward(23 * 3600)
    actions.write(sandbox, marie, "neuf")
    assert (await client.api("getWebhookInfo"))["pending_update_count"] == 2
    sandbox.clock.forward(2 * 3600)
    assert texts(await client.updates()) == ["neuf"]


async def test_allowed_updates_hold_until_they_are_changed(
    sandbox: Sandbox, client: Client, marie: int
) -> None:
    await client.updates(allowed_updates=["callback_query"])
    actions.write(sandbox, marie, "a")
    await client.updates()
    actions.write(sandbox, marie, "b")
    assert (await client.api("getWebhookInfo"))["allowed_updates"] == ["callback_query"]
    await client.updates(allowed_updates=[])
    actions.write(sandbox, marie, "c")
    assert texts(await client.updates()) == ["c"]


async def test_every_kind_of_message_reaches_the_bot(
    sandbox: Sandbox, client: Client, marie: int
) -> None:
    kinds = ["photo", "voice", "sticker", "document", "video"]
    bodies: list[dict[str, Any]] = [{"kind": kind} for kind in kinds]
    bodies += [{"contact": "own"}, {"location": {"latitude": 45, "longitude": 4.6}}]
    for body in bodies:
        assert (await client.people("POST", f"chats/{marie}/messages", body))[0] == 200
    found = [update["message"] for update in await client.updates()]
    assert [set(message) & {*kinds, "contact", "location"} for message in found] == [
        {kind} for kind in [*kinds, "contact", "location"]
    ]
    file = await client.api("getFile", file_id=found[1]["voice"]["file_id"])
    assert file["file_path"].startswith("voice/")


async def test_edits_blocks_and_groups(sandbox: Sandbox, client: Client, marie: int) -> None:
    await client.people("PUT", f"chats/{marie}/messages/1", {"text": "/start oui"})
    await client.people("POST", f"chats/{marie}/blocked", {"blocked": True})
    await client.people("POST", f"chats/{marie}/blocked", {"blocked": True})
    await client.people("POST", f"chats/{marie}/blocked", {"blocked": False})
    _, group = await client.people("POST", "groups", {"title": "Pilat", "people": [marie]})
    for text in ("bonjour", "/aide", "/aide@other_bot", "/aide@binome_bot"):
        said = {"text": text, "from": marie}
        assert (await client.people("POST", f"chats/{group['id']}/messages", said))[0] == 200
    edited, blocked, unblocked, added, service, *commands = await client.updates()
    assert edited["edited_message"]["text"] == "/start oui"
    assert blocked["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    assert unblocked["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert added["my_chat_member"]["old_chat_member"]["status"] == "left"
    assert service["message"]["new_chat_members"][0]["id"] == sandbox.bot_id
    assert texts(commands) == ["/aide", "/aide@binome_bot"]


@pytest.mark.parametrize("seed", [1, 2])
async def test_the_same_seed_gives_the_same_numbers(seed: int, sandbox: Sandbox) -> None:
    one, two = (Sandbox(sandbox.clock.now(), sandbox.token, seed) for _ in range(2))
    assert one.updates.next_number == two.updates.next_number
    assert one.updates.next_number != sandbox.updates.next_number
