"""What the bot says about itself: commands, name, descriptions, menu button."""

import re
from typing import Any

from telegram_sandbox.arguments import Arguments, Json, checked_object
from telegram_sandbox.entities import utf16_length
from telegram_sandbox.errors import bad_request

SCOPES: dict[str, set[str]] = {
    "default": set(),
    "all_private_chats": set(),
    "all_group_chats": set(),
    "all_chat_administrators": set(),
    "chat": {"chat_id"},
    "chat_administrators": {"chat_id"},
    "chat_member": {"chat_id", "user_id"},
}
COMMAND = re.compile(r"[a-z0-9_]{1,32}")
LIMITS = {"name": 64, "description": 512, "short_description": 120}


class Profile:
    """The bot's public face."""

    def __init__(self) -> None:
        self.commands: dict[tuple[str, str], list[Json]] = {}
        self.texts: dict[tuple[str, str], str] = {}
        self.menu_buttons: dict[int | None, Json] = {}

    def read(self, field: str, language: str) -> str:
        """A text (a key of LIMITS) in a language, or else the one for all languages."""
        return self.texts.get((field, language)) or self.texts.get((field, ""), "")

    def commands_in(self, chat_id: int, chat_type: str, language: str) -> list[Json]:
        """The commands menu of a chat: the narrowest scope, its language before all."""
        wide = "all_private_chats" if chat_type == "private" else "all_group_chats"
        for scope in (f"chat {chat_id}", wide, "default"):
            for code in (language, ""):
                if found := self.commands.get((scope, code)):
                    return found
        return []


def read_scope(arguments: Arguments) -> str:
    """The argument `scope` as one word, such as `chat 42`."""
    value = arguments.json("scope")
    if value is None:
        return "default"
    if not isinstance(value, dict) or value.get("type") not in SCOPES:
        raise bad_request("can't parse BotCommandScope: unsupported type specified")
    fields = SCOPES[value["type"]]
    checked_object(value, "BotCommandScope", {"type", *fields})
    if missing := fields - set(value):
        raise bad_request(f"can't parse BotCommandScope: {min(missing)} is required")
    return " ".join([value["type"], *(str(value[name]) for name in sorted(fields))])


def read_language(arguments: Arguments) -> str:
    """The argument `language_code`: two letters, or nothing for all languages."""
    code = arguments.text("language_code")
    if code and not re.fullmatch("[a-z]{2}", code):
        raise bad_request("invalid language code specified")
    return code


def read_commands(arguments: Arguments) -> list[Json]:
    """The argument `commands` of setMyCommands."""
    value = arguments.json("commands")
    if not isinstance(value, list):
        raise bad_request("can't parse commands: expected an Array of BotCommand")
    if len(value) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    return [read_command(item) for item in value]


def read_command(item: Any) -> Json:
    """One BotCommand, as Telegram keeps it."""
    checked_object(item, "BotCommand", {"command", "description"})
    command, description = item.get("command"), item.get("description")
    if not isinstance(command, str) or not COMMAND.fullmatch(command.removeprefix("/")):
        raise bad_request("BOT_COMMAND_INVALID")
    if not isinstance(description, str) or not 1 <= utf16_length(description.strip()) <= 256:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": command.removeprefix("/"), "description": description.strip()}
