"""The arguments of a Bot API method, read strictly.

Telegram ignores parameters it does not know and bends types; here both are refused, on purpose, so
that a misspelt or misplaced argument shows in a test.
"""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from telegram_sandbox.entities import Entity, parse_html, trim, utf16_length
from telegram_sandbox.errors import bad_request
from telegram_sandbox.rendering import detect

Json = dict[str, Any]

ENTITY_FIELDS = {"type", "offset", "length", "url", "user", "language", "custom_emoji_id"}
ENTITY_TYPES = {
    "mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bold",
    "italic", "underline", "strikethrough", "spoiler", "blockquote", "expandable_blockquote",
    "code", "pre", "text_link", "text_mention", "custom_emoji",
}  # fmt: skip


@dataclass(frozen=True)
class Upload:
    """A file in a multipart request."""

    name: str
    content: bytes
    mime_type: str


class Arguments:
    """The arguments of one request: `values` as JSON or as form text, and the uploaded files."""

    def __init__(self, values: Mapping[str, Any], files: Mapping[str, Upload]) -> None:
        self.values = {name: value for name, value in values.items() if value is not None}
        self.files = dict(files)

    def only(self, accepted: Collection[str]) -> None:
        """Refuse every argument that is not accepted; files attached under other names are fine."""
        attached = {
            value.removeprefix("attach://")
            for value in self.values.values()
            if isinstance(value, str) and value.startswith("attach://")
        }
        unknown = sorted(
            (set(self.values) - set(accepted)) | (set(self.files) - set(accepted) - attached)
        )
        if unknown:
            raise bad_request(f"unknown argument {unknown[0]}")

    def has(self, name: str) -> bool:
        """Whether the argument was given and is not empty."""
        return bool(self.values.get(name, "") != "")

    def text(self, name: str, default: str = "") -> str:
        """A string."""
        value = self.values.get(name, default)
        if not isinstance(value, str):
            raise wrong_type(name, "a string")
        if "\x00" in value or any(0xD800 <= ord(c) < 0xE000 for c in value):
            raise bad_request("strings must be encoded in UTF-8")
        return value

    def short_text(self, name: str, limit: int, error: str) -> str:
        """A string of at most `limit` UTF-16 units; `error` is the refusal of a longer one."""
        value = self.text(name).strip()
        if utf16_length(value) > limit:
            raise bad_request(error)
        return value

    def integer(self, name: str, default: int | None = None) -> int:
        """A whole number, as JSON or as digits; refused when it is missing without a default."""
        value = self.values.get(name, "")
        if value == "":
            if default is None:
                raise bad_request(f'argument "{name}" is required')
            return default
        if isinstance(value, bool) or not isinstance(value, int | str):
            raise wrong_type(name, "an integer")
        try:
            return int(value)
        except ValueError:
            raise wrong_type(name, "an integer") from None

    def chat_id(self) -> int:
        """The argument `chat_id`; the sandbox has no public chats, so a @username finds none."""
        if not self.has("chat_id"):
            raise bad_request("chat_id is empty")
        if str(self.values["chat_id"]).startswith("@"):
            raise bad_request("chat not found")
        return self.integer("chat_id")

    def between(self, name: str, default: int | None, least: int, most: int) -> int:
        """A whole number from `least` to `most`."""
        value = self.integer(name, default)
        if not least <= value <= most:
            raise bad_request(f'argument "{name}" must be from {least} to {most}')
        return value

    def number(self, name: str) -> float:
        """A required number, as JSON or as digits."""
        value = self.values.get(name, "")
        if isinstance(value, bool) or not isinstance(value, int | float | str):
            raise wrong_type(name, "a number")
        try:
            return float(value)
        except ValueError:
            raise wrong_type(name, "a number") from None

    def flag(self, name: str) -> bool:
        """A boolean, false when it is missing."""
        value = self.values.get(name, False)
        if isinstance(value, str):
            value = {"true": True, "1": True, "false": False, "0": False, "": False}.get(
                value.lower()
            )
        if not isinstance(value, bool):
            raise wrong_type(name, "a boolean")
        return value

    def json(self, name: str) -> Any:
        """A list or object, as such or serialised; None when it is missing."""
        value = self.values.get(name)
        if value == "" or value is None:
            return None
        if isinstance(value, str):
            try:
                value = json.loads(value)
            except ValueError:
                raise bad_request(f"can't parse {name} JSON object") from None
        if not isinstance(value, list | dict):
            raise wrong_type(name, "a JSON object or array")
        return value

    def object(self, name: str, fields: Collection[str]) -> Json | None:
        """A JSON object with no other fields than these; None when it is missing."""
        value = self.json(name)
        return None if value is None else checked_object(value, name, fields)

    def formatted(self, name: str, entities: str) -> tuple[str, list[Entity]]:
        """A text with `parse_mode` HTML or explicit entities, trimmed, its links found."""
        mode = self.text("parse_mode").lower()
        if mode == "html":
            text, found = parse_html(self.text(name))
        elif mode:
            raise bad_request("unsupported parse_mode")
        else:
            text, found = self.text(name), read_entities(self.json(entities), self.text(name))
        text, found = trim(text, found)
        return text, detect(text, found)


def wrong_type(name: str, expected: str) -> Exception:
    """The refusal of an argument of another type."""
    return bad_request(f'argument "{name}" must be {expected}')


def checked_object(value: Any, name: str, fields: Collection[str]) -> Json:
    """`value` as an object that has no other fields than these."""
    if not isinstance(value, dict):
        raise wrong_type(name, "a JSON object")
    unknown = sorted(set(value) - set(fields))
    if unknown:
        raise bad_request(f"unknown field {unknown[0]} in {name}")
    return value


def read_entities(value: Any, text: str) -> list[Entity]:
    """Explicit message entities, checked against the text they are for."""
    if value is None:
        return []
    if not isinstance(value, list):
        raise bad_request("can't parse entities: expected an Array of MessageEntity")
    for entity in value:
        checked_object(entity, "MessageEntity", ENTITY_FIELDS)
        if entity.get("type") not in ENTITY_TYPES:
            raise bad_request("can't parse MessageEntity: unsupported type specified")
        first, length = entity.get("offset"), entity.get("length")
        if type(first) is not int or type(length) is not int or first < 0 or length < 1:
            raise bad_request("can't parse MessageEntity: wrong offset or length")
        if first + length > utf16_length(text):
            raise bad_request(
                f"entity beginning at UTF-16 offset {first} ends after the end of the text"
            )
    return sorted(value, key=lambda e: (e["offset"], -e["length"]))
