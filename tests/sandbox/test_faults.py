"""What goes wrong on demand."""

import asyncio
from typing import Any

import aiohttp
import pytest

from telegram_sandbox import Sandbox, actions

from .client import Client, until

BUTTON = {"inline_keyboard": [[{"text": "Oui", "callback_data": "yes"}]]}


async def faults(client: Client, **wanted: Any) -> None:
    status, answer = await client.people("POST", "faults", wanted)
    assert status == 200
    assert wanted.items() <= answer.items()


async def test_too_many_requests_say_how_long_to_wait(client: Client, marie: int) -> None:
    await faults(client, too_many=1, retry_after=7)
    assert await client.call("sendMessage", chat_id=marie, text="x") == (
        429,
        {
            "ok": False,
            "error_code": 429,
            "description": "Too Many Requests: retry after 7",
            "parameters": {"retry_after": 7},
        },
    )
    await client.api("getMe")
    await faults(client)
    await client.api("sendMessage", chat_id=marie, text="x")


async def test_shares_follow_the_seed(sandbox: Sandbox, client: Client, marie: int) -> None:
    await faults(client, too_many=0.5)
    calls = [await client.call("sendMessage", chat_id=marie, text="x") for _ in range(20)]
    refused = [status == 429 for status, _ in calls]
    dice = type(sandbox.rng)(0)
    dice.randrange(100_000_000, 900_000_000)
    assert refused == [dice.random() < 0.5 for _ in range(20)]
    assert 0 < sum(refused) < 20


async def test_a_sequence_is_followed_send_by_send(
    sandbox: Sandbox, client: Client, marie: int
) -> None:
    await faults(client, next=["too_many", "ok", "outage", "lost", "no_answer"])
    messages = sandbox.chats[marie].messages
    assert (await client.call("sendMessage", chat_id=marie, text="1"))[0] == 429
    assert (await client.call("sendMessage", chat_id=marie, text="2"))[0] == 200
    assert (await client.call("sendMessage", chat_id=marie, text="3"))[0] == 502
    for text in ("4", "5"):
        with pytest.raises(aiohttp.ClientError):
            await client.call("sendMessage", chat_id=marie, text=text)
    assert [message["text"] for message in messages.values()] == ["/start", "2", "5"]
    assert (await client.call("sendMessage", chat_id=marie, text="6"))[0] == 200


async def test_an_outage_ends_everything_until_it_is_over(
    sandbox: Sandbox, client: Client, marie: int
) -> None:
    poll = asyncio.create_task(client.call("getUpdates", timeout=20))
    await until(sandbox.updates.someone_waits)
    await faults(client, outage=True)
    bad_gateway = {"ok": False, "error_code": 502, "description": "Bad Gateway"}
    assert await poll == (502, bad_gateway)
    assert await client.call("getMe") == (502, bad_gateway)
    assert await client.call("sendMessage", chat_id=marie, text="x") == (502, bad_gateway)
    actions.write(sandbox, marie, "Vous êtes là ?")
    await faults(client)
    assert len(await client.updates()) == 1


async def test_duplicates_come_back_after_they_were_confirmed(
    sandbox: Sandbox, client: Client, marie: int
) -> None:
    await faults(client, next_updates=["duplicate", "ok"])
    actions.write(sandbox, marie, "a")
    actions.write(sandbox, marie, "b")
    first = await client.updates()
    assert len(first) == 2
    again = await client.updates(offset=first[1]["update_id"] + 1)
    assert again == first[:1]
    assert await client.updates(offset=again[0]["update_id"] + 1) == []


async def test_the_same_tap_under_a_new_update_id(
    sandbox: Sandbox, client: Client, marie: int
) -> None:
    await faults(client, repeat_press=1)
    sent = await client.api("sendMessage", chat_id=marie, text="?", reply_markup=BUTTON)
    actions.press(sandbox, marie, sent["message_id"], "yes")
    one, two = await client.updates()
    assert one["update_id"] + 1 == two["update_id"]
    assert one["callback_query"] == two["callback_query"]
    query_id = one["callback_query"]["id"]
    assert await client.api("answerCallbackQuery", callback_query_id=query_id)
    refused = await client.error("answerCallbackQuery", callback_query_id=query_id)
    assert refused.startswith("Bad Request: query is too old")


async def test_an_update_overtakes_its_predecessor(
    sandbox: Sandbox, client: Client, marie: int
) -> None:
    await faults(client, next_updates=["reorder", "ok"])
    actions.write(sandbox, marie, "a")
    assert await client.updates() == []
    actions.write(sandbox, marie, "b")
    (later,) = await client.updates(limit=1)
    (earlier,) = await client.updates(offset=later["update_id"] + 1)
    assert (later["message"]["text"], earlier["message"]["text"]) == ("b", "a")
    assert earlier["update_id"] < later["update_id"]
    assert await client.updates(offset=later["update_id"] + 1) == []


async def test_an_update_that_nothing_overtakes_comes_all_the_same(
    sandbox: Sandbox, client: Client, marie: int
) -> None:
    await faults(client, reorder=1)
    actions.write(sandbox, marie, "a")
    assert len(await client.updates(timeout=10)) == 1


async def test_latency_comes_before_the_answer(client: Client, marie: int) -> None:
    await faults(client, latency=0.2)
    loop = asyncio.get_running_loop()
    start = loop.time()
    await client.api("sendMessage", chat_id=marie, text="x")
    assert loop.time() - start >= 0.2


@pytest.mark.parametrize(
    ("wanted", "reason"),
    [
        ([], "faults are an object"),
        ({"fire": 1}, "unknown fault fire"),
        ({"too_many": 2}, "too_many is a share from 0 to 1"),
        ({"duplicate": True}, "duplicate is a share from 0 to 1"),
        ({"outage": 1}, "outage is true or false"),
        ({"retry_after": 0}, "retry_after is a number of whole seconds"),
        ({"latency": -1}, "latency is from 0 to 60 seconds"),
        ({"next": ["fire"]}, "next is a list of too_many, no_answer, outage, lost, ok"),
        ({"next_updates": 1}, "next_updates is a list of duplicate, repeat_press, reorder, ok"),
    ],
)
async def test_faults_that_do_not_exist(client: Client, wanted: Any, reason: str) -> None:
    assert await client.people("POST", "faults", wanted) == (400, {"error": reason})
