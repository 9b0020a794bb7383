"""The people's side over HTTP: what the page and the tests ask for, as docs/sandbox.md says."""

import asyncio
import json
from datetime import datetime
from typing import Any
from urllib.parse import quote

from aiohttp import web

from telegram_sandbox import actions
from telegram_sandbox.core import Sandbox
from telegram_sandbox.errors import PeopleError
from telegram_sandbox.faults import read_faults
from telegram_sandbox.model import Json

SANDBOX = web.AppKey("sandbox", Sandbox)
KEEP_ALIVE = 15.0
FARTHEST = 10 * 365 * 86_400
TYPES = {"a text": str, "a number": float, "an integer": int, "true or false": bool, "a list": list}

routes = web.RouteTableDef()


async def read_body(request: web.Request, **wanted: str) -> Json:
    """The JSON object of a request whose fields are `name="a text"`; "… or nothing" may lack.

    Raises PeopleError that names the first field that is wrong.
    """
    try:
        body = await request.json()
    except ValueError:
        raise PeopleError(400, "the body is not JSON") from None
    if not isinstance(body, dict):
        raise PeopleError(400, "the body is not an object")
    for name in body:
        if name not in wanted:
            raise PeopleError(400, f"unknown field {name}")
    for name, expected in wanted.items():
        kind = expected.removesuffix(" or nothing")
        if body.get(name) is None:
            if kind == expected:
                raise PeopleError(400, f"{name} is missing")
            body.pop(name, None)
        elif not is_a(body[name], kind):
            raise PeopleError(400, f"{name} is {kind}")
    return body


def is_a(value: Any, kind: str) -> bool:
    """Whether a JSON value is of the kind that TYPES names; booleans are no numbers."""
    if kind == "an object":
        return isinstance(value, dict)
    if isinstance(value, bool):
        return kind == "true or false"
    return isinstance(value, int | float if kind == "a number" else TYPES[kind])


def path_number(request: web.Request, name: str) -> int:
    """A number in the path."""
    try:
        return int(request.match_info[name])
    except ValueError:
        raise PeopleError(404, f"no such {name}") from None


@routes.get("/sandbox/state")
async def state(request: web.Request) -> web.Response:
    """Everything the page shows."""
    return web.json_response(request.app[SANDBOX].state())


@routes.get("/sandbox/events")
async def stream(request: web.Request) -> web.StreamResponse:
    """The event stream, until the client goes or is too slow."""
    events = request.app[SANDBOX].events
    response = web.StreamResponse()
    response.content_type = "text/event-stream"
    response.headers["Cache-Control"] = "no-store"
    listener = events.listen()
    try:
        await response.prepare(request)
        await response.write(b"retry: 1000\n\n")
        while True:
            try:
                async with asyncio.timeout(KEEP_ALIVE):
                    event = await listener.queue.get()
            except TimeoutError:
                await response.write(b": still here\n\n")
                continue
            if event is None:
                return response
            await response.write(f"data: {json.dumps(event, ensure_ascii=False)}\n\n".encode())
    except ConnectionResetError:
        return response
    finally:
        events.leave(listener)


@routes.post("/sandbox/people")
async def add_person(request: web.Request) -> web.Response:
    """A new person."""
    body = await read_body(
        request,
        first_name="a text",
        last_name="a text or nothing",
        username="a text or nothing",
        language_code="a text or nothing",
        id="an integer or nothing",
        organiser="true or false or nothing",
    )
    person = actions.join(
        request.app[SANDBOX],
        body["first_name"],
        body.get("last_name"),
        body.get("username"),
        body.get("language_code", "fr"),
        person_id=body.get("id"),
        organiser=body.get("organiser", False),
    )
    return web.json_response(person.as_json())


@routes.post("/sandbox/chats/{chat}/messages")
async def write(request: web.Request) -> web.Response:
    """A person writes, or shares something."""
    sandbox, chat_id = request.app[SANDBOX], path_number(request, "chat")
    body = await read_body(
        request,
        text="a text or nothing",
        contact="a text or nothing",
        location="an object or nothing",
        kind="a text or nothing",
        caption="a text or nothing",
        **{"from": "an integer or nothing"},
    )
    sender, caption = body.pop("from", None), body.pop("caption", "")
    if len(body) != 1 or (caption and "kind" not in body):
        raise PeopleError(400, "one of text, contact, location and kind is needed")
    if "text" in body:
        message = actions.write(sandbox, chat_id, body["text"], sender)
    elif "location" in body:
        message = share_location(sandbox, chat_id, body["location"], sender)
    elif "kind" in body:
        message = actions.send_kind(sandbox, chat_id, body["kind"], sender, caption=caption)
    elif body["contact"] == "own":
        message = actions.share_contact(sandbox, chat_id, sender)
    else:
        raise PeopleError(400, 'contact is "own"')
    return web.json_response(sandbox.show_message(message))


def share_location(sandbox: Sandbox, chat_id: int, place: Json, sender: int | None) -> Json:
    """Share a location given as JSON."""
    latitude, longitude = place.get("latitude"), place.get("longitude")
    if latitude is None or longitude is None:
        raise PeopleError(400, "location has latitude and longitude")
    if not (is_a(latitude, "a number") and is_a(longitude, "a number")):
        raise PeopleError(400, "latitude and longitude are numbers")
    if not (abs(latitude) <= 90 and abs(longitude) <= 180):
        raise PeopleError(400, "location is nowhere on Earth")
    return actions.share_location(sandbox, chat_id, latitude, longitude, sender)


@routes.put("/sandbox/chats/{chat}/messages/{message}")
async def edit(request: web.Request) -> web.Response:
    """A person edits their text."""
    sandbox = request.app[SANDBOX]
    body = await read_body(request, text="a text")
    chat_id, message_id = path_number(request, "chat"), path_number(request, "message")
    message = actions.edit(sandbox, chat_id, message_id, body["text"])
    return web.json_response(sandbox.show_message(message))


@routes.post("/sandbox/chats/{chat}/presses")
async def press(request: web.Request) -> web.Response:
    """A person presses a button."""
    body = await read_body(
        request,
        message_id="an integer",
        data="a text",
        forged="true or false or nothing",
        **{"from": "an integer or nothing"},
    )
    query_id = actions.press(
        request.app[SANDBOX],
        path_number(request, "chat"),
        body["message_id"],
        body["data"],
        person_id=body.get("from"),
        forged=body.get("forged", False),
    )
    return web.json_response({"query_id": query_id})


@routes.post("/sandbox/chats/{chat}/blocked")
async def block(request: web.Request) -> web.Response:
    """A person blocks or unblocks the bot."""
    sandbox = request.app[SANDBOX]
    body = await read_body(request, blocked="true or false")
    chat = actions.block(sandbox, path_number(request, "chat"), body["blocked"])
    return web.json_response(sandbox.show_chat(chat))


@routes.post("/sandbox/groups")
async def add_group(request: web.Request) -> web.Response:
    """A new group with the bot in it."""
    sandbox = request.app[SANDBOX]
    body = await read_body(request, title="a text", people="a list")
    if not all(is_a(person_id, "an integer") for person_id in body["people"]):
        raise PeopleError(400, "people is a list of ids")
    chat = actions.make_group(sandbox, body["title"], body["people"])
    return web.json_response(sandbox.show_chat(chat))


@routes.post("/sandbox/clock")
async def move_clock(request: web.Request) -> web.Response:
    """Move the clock."""
    sandbox = request.app[SANDBOX]
    body = await read_body(request, now="a text or nothing", forward="a number or nothing")
    if len(body) != 1:
        raise PeopleError(400, "one of now and forward is needed")
    if "now" in body:
        sandbox.clock.set(read_moment(body["now"]))
    elif 0 <= body["forward"] <= FARTHEST:
        sandbox.clock.forward(body["forward"])
    else:
        raise PeopleError(400, "forward is a number of seconds, up to ten years")
    sandbox.move_clock()
    return web.json_response({"now": sandbox.now_text()})


def read_moment(text: str) -> datetime:
    """A moment in ISO 8601 with a zone, in a year that dates can be computed with."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise PeopleError(400, "now is a moment such as 2015-03-04T09:00:00Z") from None
    if moment.tzinfo is None or not 1971 <= moment.year <= 2100:
        raise PeopleError(400, "now is a moment with a zone, from 1971 to 2100")
    return moment


@routes.post("/sandbox/faults")
async def set_faults(request: web.Request) -> web.Response:
    """Say what goes wrong from now on."""
    sandbox = request.app[SANDBOX]
    try:
        value = await request.json()
    except ValueError:
        raise PeopleError(400, "the body is not JSON") from None
    sandbox.set_faults(read_faults(value))
    return web.json_response(sandbox.faults.as_json())


@routes.get("/sandbox/files/{file}")
async def download(request: web.Request) -> web.Response:
    """A file, always as a download and never as a page."""
    file = request.app[SANDBOX].files.get(request.match_info["file"])
    if file is None:
        raise PeopleError(404, "no such file")
    disposition = f"attachment; filename*=UTF-8''{quote(file.name, safe='')}"
    headers = {"Content-Type": file.mime_type, "Content-Disposition": disposition}
    return web.Response(body=file.content, headers=headers)


@routes.get("/sandbox/requests")
async def requests(request: web.Request) -> web.Response:
    """The Bot API requests after a number."""
    try:
        after = int(request.query.get("after", "0"))
    except ValueError:
        raise PeopleError(400, "after is a number") from None
    found = [item for item in request.app[SANDBOX].requests if item["number"] > after]
    return web.json_response(found)
