"""The methods by which the bot presents itself."""

from telegram_sandbox.arguments import Arguments, Json
from telegram_sandbox.core import Sandbox
from telegram_sandbox.errors import bad_request
from telegram_sandbox.methods import method
from telegram_sandbox.profile import LIMITS, read_commands, read_language, read_scope

MENU_BUTTONS = {"default", "commands"}


@method("setMyCommands", "commands scope language_code")
async def set_my_commands(sandbox: Sandbox, arguments: Arguments) -> bool:
    """Set the commands menu of a scope and language."""
    key = read_scope(arguments), read_language(arguments)
    sandbox.set_commands(key, read_commands(arguments))
    return True


@method("deleteMyCommands", "scope language_code")
async def delete_my_commands(sandbox: Sandbox, arguments: Arguments) -> bool:
    """Remove the commands menu of a scope and language."""
    sandbox.set_commands((read_scope(arguments), read_language(arguments)), [])
    return True


@method("getMyCommands", "scope language_code")
async def get_my_commands(sandbox: Sandbox, arguments: Arguments) -> list[Json]:
    """The commands menu of exactly this scope and language."""
    return sandbox.profile.commands.get((read_scope(arguments), read_language(arguments)), [])


def set_text(sandbox: Sandbox, arguments: Arguments, field: str) -> bool:
    """Set one of the bot's texts in a language."""
    text = arguments.short_text(field, LIMITS[field], f"{field.upper()}_TOO_LONG")
    sandbox.profile.texts[(field, read_language(arguments))] = text
    return True


@method("setMyName", "name language_code")
async def set_my_name(sandbox: Sandbox, arguments: Arguments) -> bool:
    """Set the bot's name."""
    return set_text(sandbox, arguments, "name")


@method("setMyDescription", "description language_code")
async def set_my_description(sandbox: Sandbox, arguments: Arguments) -> bool:
    """Set what an empty chat shows."""
    return set_text(sandbox, arguments, "description")


@method("setMyShortDescription", "short_description language_code")
async def set_my_short_description(sandbox: Sandbox, arguments: Arguments) -> bool:
    """Set what the bot's profile shows."""
    return set_text(sandbox, arguments, "short_description")


@method("getMyName", "language_code")
async def get_my_name(sandbox: Sandbox, arguments: Arguments) -> Json:
    """The bot's name in a language."""
    name = sandbox.profile.read("name", read_language(arguments))
    return {"name": name or sandbox.bot()["first_name"]}


@method("getMyDescription", "language_code")
async def get_my_description(sandbox: Sandbox, arguments: Arguments) -> Json:
    """The description in a language."""
    return {"description": sandbox.profile.read("description", read_language(arguments))}


@method("getMyShortDescription", "language_code")
async def get_my_short_description(sandbox: Sandbox, arguments: Arguments) -> Json:
    """The short description in a language."""
    language = read_language(arguments)
    return {"short_description": sandbox.profile.read("short_description", language)}


def menu_chat(sandbox: Sandbox, arguments: Arguments) -> int | None:
    """The private chat whose menu button is meant; None for all."""
    if not arguments.has("chat_id"):
        return None
    chat = sandbox.chat_for_bot(arguments.chat_id())
    if chat.type != "private":
        raise bad_request("menu buttons are for private chats")
    return chat.id


@method("setChatMenuButton", "chat_id menu_button")
async def set_chat_menu_button(sandbox: Sandbox, arguments: Arguments) -> bool:
    """Set the button beside the input field (default or commands)."""
    button = arguments.object("menu_button", {"type"}) or {"type": "default"}
    if button.get("type") not in MENU_BUTTONS:
        raise bad_request("can't parse menu button: unsupported type specified")
    sandbox.profile.menu_buttons[menu_chat(sandbox, arguments)] = button
    return True


@method("getChatMenuButton", "chat_id")
async def get_chat_menu_button(sandbox: Sandbox, arguments: Arguments) -> Json:
    """The button beside the input field."""
    buttons = sandbox.profile.menu_buttons
    for chat_id in (menu_chat(sandbox, arguments), None):
        if chat_id in buttons:
            return buttons[chat_id]
    return {"type": "commands"}
