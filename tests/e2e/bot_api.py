"""The Bot API as others describe it, to check the bot's requests against.

aiogram's method models know names and types of arguments. They let unknown fields pass, so that
those are looked for, and know no limits: these are from https://core.telegram.org/bots/api.
"""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import aiogram.methods
import aiogram.types
from pydantic import BaseModel, ValidationError
from sandbox.client import unknown_fields

from .telegram import Json

MOST_BUTTONS = 100

LENGTHS = {
    ("sendMessage", "text"): (1, 4096),
    ("editMessageText", "text"): (1, 4096),
    ("sendDocument", "caption"): (0, 1024),
    ("answerCallbackQuery", "text"): (0, 200),
    ("setMyName", "name"): (0, 64),
    ("setMyDescription", "description"): (0, 512),
    ("setMyShortDescription", "short_description"): (0, 120),
    ("sendContact", "vcard"): (0, 2048),
}
"""The lengths of texts, after their entities are parsed, in UTF-16 code units."""


def mistakes(method: str, arguments: Json) -> list[str]:
    """What is wrong with a request, according to the Bot API's description."""
    model = getattr(aiogram.methods, method[0].upper() + method[1:], None)
    if model is None:
        return [f"{method} is no method"]
    try:
        call = model.model_validate(_typed(model, arguments))
    except ValidationError as error:
        return [f"{method}: {one['loc']}: {one['msg']}" for one in error.errors()]
    found = [f"{method}: unknown field {field}" for field in unknown_fields(call)]
    return found + list(_beyond_limits(method, call))


def _typed(model: type[BaseModel], arguments: Json) -> Json:
    """Arguments as the model takes them: a multipart body has JSON texts, and files."""
    typed: Json = {}
    for name, value in arguments.items():
        if isinstance(value, dict) and value.keys() == {"file"}:
            typed[name] = aiogram.types.BufferedInputFile(b"", value["file"])
        elif name == "reply_markup" and isinstance(value, str):
            typed[name] = json.loads(value)
        else:
            typed[name] = value
    return typed


def _beyond_limits(method: str, call: BaseModel) -> Iterator[str]:
    for (of_method, name), (least, most) in LENGTHS.items():
        value = getattr(call, name, None)
        if of_method == method and value is not None:
            text = _without_tags(value) if getattr(call, "parse_mode", None) == "HTML" else value
            if not least <= utf16_length(text) <= most:
                yield f"{method}: {name} has {utf16_length(text)} units, not {least} to {most}"
    for command in getattr(call, "commands", None) or ():
        if not re.fullmatch(r"[a-z0-9_]{1,32}", command.command):
            yield f"{method}: the command {command.command!r} is not well formed"
        if not 1 <= utf16_length(command.description) <= 256:
            yield f"{method}: /{command.command}'s description has not 1 to 256 characters"
    if len(getattr(call, "commands", None) or ()) > 100:
        yield f"{method}: more than 100 commands"
    yield from _buttons_beyond_limits(method, getattr(call, "reply_markup", None))


def _buttons_beyond_limits(method: str, markup: Any) -> Iterator[str]:
    rows = getattr(markup, "inline_keyboard", None) or getattr(markup, "keyboard", None) or []
    buttons = [button for row in rows for button in row]
    if len(buttons) > MOST_BUTTONS:
        yield f"{method}: {len(buttons)} buttons"
    if any(not row for row in rows):
        yield f"{method}: a row without buttons"
    placeholder = getattr(markup, "input_field_placeholder", None)
    if placeholder is not None and not 1 <= utf16_length(placeholder) <= 64:
        yield f"{method}: the placeholder has not 1 to 64 characters"
    for button in buttons:
        if not button.text.strip():
            yield f"{method}: a button without words"
        data = getattr(button, "callback_data", None)
        if data is not None and not 1 <= len(data.encode()) <= 64:
            yield f"{method}: callback_data of {len(data.encode())} bytes"


def utf16_length(text: str) -> int:
    """The length as the Bot API counts it."""
    return len(text.encode("utf-16-le")) // 2


def _without_tags(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", html)).strip()
