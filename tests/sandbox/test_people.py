"""The people's side: state, events, clock, guarding."""

import asyncio
import json
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

import aiohttp
import pytest

from telegram_sandbox import Sandbox, actions, serve
from telegram_sandbox.events import MOST_WAITING

from .client import TOKEN, Client, until


async def next_events(stream: aiohttp.ClientResponse, count: int) -> list[dict[str, Any]]:
    events: list[dict[str, Any]] = []
    async with asyncio.timeout(5):
        while len(events) < count:
            line = (await stream.content.readline()).decode()
            if line.startswith("data: "):
                events.append(json.loads(line[6:]))
    return events


async def test_the_state_of_an_empty_sandbox(client: Client) -> None:
    _, state = await client.people("GET", "state")
    assert state["now"].startswith("2015-02-16T08:00:0")
    assert state["bot"] == {"id": 123456, "username": "binome_bot", "first_name": "Binôme"}
    assert (state["people"], state["chats"]) == ([], {})
    assert state["faults"]["outage"] is False


async def test_people_join(client: Client) -> None:
    body = {"first_name": "Marie", "last_name": "Dupont", "organiser": True, "id": 42}
    status, marie = await client.people("POST", "people", body)
    assert status == 200
    assert marie == {
        "id": 42,
        "first_name": "Marie",
        "last_name": "Dupont",
        "username": None,
        "language_code": "fr",
        "organiser": True,
        "phone": "+33639981000",
    }
    _, paul = await client.people("POST", "people", {"first_name": "Paul", "language_code": "en"})
    assert (paul["id"], paul["language_code"]) == (100_000_001, "en")
    _, state = await client.people("GET", "state")
    assert [person["id"] for person in state["people"]] == [42, 100_000_001]
    assert state["chats"]["42"]["messages"] == []


@pytest.mark.parametrize(
    ("verb", "path", "body", "status", "reason"),
    [
        ("POST", "people", {}, 400, "first_name is missing"),
        ("POST", "people", [], 400, "the body is not an object"),
        ("POST", "people", {"first_name": " "}, 400, "first_name is empty"),
        ("POST", "people", {"first_name": 5}, 400, "first_name is a text"),
        ("POST", "people", {"first_name": "x", "age": 5}, 400, "unknown field age"),
        ("POST", "people", {"first_name": "x", "id": 100_000_001}, 400,
         "id 100000001 is taken or not a user id"),
        ("POST", "chats/5/messages", {"text": "x"}, 404, "no chat 5"),
        ("POST", "chats/x/messages", {"text": "x"}, 404, "no such chat"),
        ("POST", "chats/100000001/messages", {}, 400,
         "one of text, contact, location and kind is needed"),
        ("POST", "chats/100000001/messages", {"text": " "}, 400, "text is empty"),
        ("POST", "chats/100000001/messages", {"text": "x" * 4097}, 400,
         "text is longer than 4096 characters"),
        ("POST", "chats/100000001/messages", {"contact": "other"}, 400, 'contact is "own"'),
        ("POST", "chats/100000001/messages", {"location": {"latitude": 1}}, 400,
         "location has latitude and longitude"),
        ("POST", "chats/100000001/messages", {"location": {"latitude": 91, "longitude": 1}}, 400,
         "location is nowhere on Earth"),
        ("POST", "chats/100000001/messages", {"kind": "poem"}, 400,
         "kind is one of photo, voice, sticker, document, video"),
        ("POST", "chats/100000001/messages", {"text": "x", "from": 9}, 400,
         '"from" names nobody in this chat'),
        ("PUT", "chats/100000001/messages/9", {"text": "x"}, 404, "no message 9"),
        ("PUT", "chats/100000001/messages/1", {"text": "/start"}, 400, "the text is the same"),
        ("POST", "chats/100000001/presses", {"message_id": 9, "data": "x"}, 404, "no message 9"),
        ("POST", "chats/100000001/presses", {"message_id": 1, "data": "x"}, 400,
         "no button of that message has this data"),
        ("POST", "groups", {"title": "x", "people": []}, 400, "a group has a title and people"),
        ("POST", "groups", {"title": "x", "people": [9]}, 404, "no person 9"),
        ("POST", "groups", {"title": "x", "people": ["a"]}, 400, "people is a list of ids"),
        ("POST", "clock", {}, 400, "one of now and forward is needed"),
        ("POST", "clock", {"forward": -1}, 400,
         "forward is a number of seconds, up to ten years"),
        ("POST", "clock", {"now": "demain"}, 400,
         "now is a moment such as 2015-03-04T09:00:00Z"),
        ("POST", "clock", {"now": "2015-03-04T09:00:00"}, 400,
         "now is a moment with a zone, from 1971 to 2100"),
        ("GET", "requests?after=x", None, 400, "after is a number"),
        ("GET", "files/x", None, 404, "no such file"),
        ("GET", "elsewhere", None, 404, "no such address"),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("marie")
async def test_what_people_cannot_do(
    client: Client, *, verb: str, path: str, body: Any, status: int, reason: str
) -> None:
    assert await client.people(verb, path, body) == (status, {"error": reason})


async def test_nobody_writes_to_a_bot_they_blocked(
    sandbox: Sandbox, client: Client, marie: int
) -> None:
    actions.block(sandbox, marie, True)
    blocked = (400, {"error": "the bot is blocked in this chat"})
    assert await client.people("POST", f"chats/{marie}/messages", {"text": "x"}) == blocked
    edit = await client.people("PUT", f"chats/{marie}/messages/1", {"text": "x"})
    assert edit == blocked


async def test_a_forged_press_has_data_of_its_own(
    sandbox: Sandbox, client: Client, marie: int
) -> None:
    forged = {"message_id": 1, "data": "forged", "forged": True}
    assert (await client.people("POST", f"chats/{marie}/presses", forged))[0] == 200
    (update,) = await client.updates()
    assert update["callback_query"]["data"] == "forged"


async def test_the_clock_runs_dates_everything_and_can_be_moved(
    sandbox: Sandbox, client: Client, marie: int
) -> None:
    status, answer = await client.people("POST", "clock", {"now": "2015-03-04T10:00:00+01:00"})
    assert (status, answer["now"][:16]) == (200, "2015-03-04T09:00")
    sent = await client.api("sendMessage", chat_id=marie, text="C’est demain.")
    moment = datetime(2015, 3, 4, 9, tzinfo=UTC)
    assert 0 <= sent["date"] - moment.timestamp() < 60
    await client.people("POST", "clock", {"forward": 3600.5})
    async with client.session.get(f"{client.url}/bot{TOKEN}/getMe") as response:
        shown = parsedate_to_datetime(response.headers["Date"])
    assert 3600 <= (shown - moment).total_seconds() < 3660
    assert sandbox.clock.now() >= shown


async def test_events_tell_what_changes(sandbox: Sandbox, client: Client) -> None:
    async with client.session.get(f"{client.url}/sandbox/events") as stream:
        assert stream.content_type == "text/event-stream"
        marie = actions.join(sandbox, "Marie").id
        actions.write(sandbox, marie, "<b> /aide")
        await client.api("sendChatAction", chat_id=marie, action="typing")
        button = {"inline_keyboard": [[{"text": "Oui", "callback_data": "yes"}]]}
        sent = await client.api("sendMessage", chat_id=marie, text="?", reply_markup=button)
        target = {"chat_id": marie, "message_id": sent["message_id"]}
        query_id = actions.press(sandbox, marie, sent["message_id"], "yes")
        await client.api("answerCallbackQuery", callback_query_id=query_id, text="Noté")
        await client.api("editMessageText", **target, text="<b>!</b>", parse_mode="HTML")
        await client.api("deleteMessage", **target)
        keyboard = {"keyboard": [["Oui"]]}
        await client.api("sendMessage", chat_id=marie, text="!", reply_markup=keyboard)
        await client.people("POST", "clock", {"forward": 60})
        await client.people("POST", "faults", {"latency": 0.01})
        command = {"command": "aide", "description": "De l’aide"}
        await client.api("setMyCommands", commands=[command])
        events = await next_events(stream, 13)
    assert [event["type"] for event in events] == [
        "person", "chat", "message", "typing", "message", "toast", "edit", "delete", "message",
        "keyboard", "clock", "faults", "chat",
    ]  # fmt: skip
    assert events[2]["message"]["html"] == '&lt;b&gt; <span class="bot_command">/aide</span>'
    assert events[5] == {
        "type": "toast",
        "chat_id": marie,
        "query_id": query_id,
        "text": "Noté",
        "alert": False,
    }
    assert events[6]["message"]["html"] == "<b>!</b>"
    assert events[9]["keyboard"] == {"keyboard": [[{"text": "Oui"}]]}
    assert events[12]["chat"]["commands"] == [command]


async def test_a_client_that_is_too_slow_is_cut_off(sandbox: Sandbox) -> None:
    slow, quick = sandbox.events.listen(), sandbox.events.listen()
    for number in range(MOST_WAITING + 1):
        sandbox.events.emit("clock", now=str(number))
        assert quick.queue.get_nowait() == {"type": "clock", "now": str(number)}
    assert slow.queue.get_nowait() is None
    assert sandbox.events.listeners == {quick}


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Host": "localhost:8081"}, 200),
        ({"Host": "[::1]:8081"}, 200),
        ({"Host": "evil.example"}, 403),
        ({"Host": "localhost.evil.example:80"}, 403),
        ({"Host": "localhost:80", "Origin": "http://localhost:80"}, 200),
        ({"Host": "localhost:80", "Origin": "http://localhost:81"}, 403),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-origin"}, 200),
    ],
)
@pytest.mark.parametrize("path", ["sandbox/state", f"bot{TOKEN}/getMe"])
async def test_other_sites_are_refused(
    client: Client, path: str, headers: dict[str, str], status: int
) -> None:
    async with client.session.get(f"{client.url}/{path}", headers=headers) as answer:
        assert answer.status == status


async def test_the_page_is_served_and_nothing_beside_it(client: Client) -> None:
    async with client.session.get(f"{client.url}/") as answer:
        assert (answer.status, answer.content_type) == (200, "text/html")
        assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
    for path in ("page/none.js", "page/..%2Fcore.py", "page/%2e%2e/core.py"):
        async with client.session.get(f"{client.url}/{path}") as answer:
            assert answer.status == 404


async def test_only_this_machine_is_served(sandbox: Sandbox) -> None:
    with pytest.raises(ValueError, match="this machine only"):
        async with serve(sandbox, host="0.0.0.0"):
            pass


async def test_stopping_ends_streams_and_long_polls(sandbox: Sandbox) -> None:
    async with aiohttp.ClientSession() as session:
        async with serve(sandbox) as url:
            stream = await session.get(f"{url}/sandbox/events")
            address = f"{url}/bot{TOKEN}/getUpdates?timeout=50"
            poll = asyncio.create_task(session.get(address))
            await until(sandbox.updates.someone_waits)
            before = asyncio.get_running_loop().time()
        assert asyncio.get_running_loop().time() - before < 1
        async with await poll as answer:
            assert await answer.json() == {"ok": True, "result": []}
        assert await stream.content.read() == b"retry: 1000\n\n"
        stream.close()


@pytest.mark.parametrize("token", ["", "123", "abc:def", "123:"])
def test_a_token_has_an_id_and_a_secret(token: str) -> None:
    with pytest.raises(ValueError, match="a bot's token"):
        Sandbox(datetime(2015, 2, 16, tzinfo=UTC), token)


def test_a_clock_needs_a_zone() -> None:
    with pytest.raises(ValueError, match="zone"):
        Sandbox(datetime(2015, 2, 16), TOKEN)
