"""The Bot API's methods: the table of them, and those about updates, chats, files and presses.

Each is one function that gets the sandbox and its arguments and returns the result. The
descriptions are at https://core.telegram.org/bots/api#available-methods.
"""

from collections.abc import Awaitable, Callable
from typing import Any

from telegram_sandbox.arguments import Arguments, Json
from telegram_sandbox.core import Sandbox
from telegram_sandbox.errors import ApiError, bad_request
from telegram_sandbox.webhook_arguments import read_allowed, read_secret, read_url

Method = Callable[[Sandbox, Arguments], Awaitable[Any]]

METHODS: dict[str, tuple[str, Method]] = {}
"""By name in lower case, since Telegram does not look at case: the exact name and the function."""


def method(name: str, accepts: str = "") -> Callable[[Method], Method]:
    """Register a method with the arguments that it accepts, separated by spaces."""
    names = accepts.split()

    def register(function: Method) -> Method:
        async def checked(sandbox: Sandbox, arguments: Arguments) -> Any:
            arguments.only(names)
            return await function(sandbox, arguments)

        METHODS[name.lower()] = (name, checked)
        return function

    return register


@method("getMe")
async def get_me(sandbox: Sandbox, _: Arguments) -> Json:
    """The bot, with what it can do."""
    return {
        **sandbox.bot(),
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


@method("getUpdates", "offset limit timeout allowed_updates")
async def get_updates(sandbox: Sandbox, arguments: Arguments) -> list[Json]:
    """Wait for updates."""
    offset = arguments.integer("offset", 0)
    limit = arguments.between("limit", 100, 1, 100)
    timeout = min(arguments.between("timeout", 0, 0, 1_000_000), 50)
    allowed = read_allowed(arguments)
    if sandbox.webhook.url:
        raise ApiError(
            409,
            "Conflict: can't use getUpdates method while webhook is active;"
            " use deleteWebhook to delete the webhook first",
        )
    sandbox.updates.allow(allowed)
    return await sandbox.updates.poll(offset, limit, timeout)


@method("setWebhook", "url secret_token max_connections allowed_updates drop_pending_updates")
async def set_webhook(sandbox: Sandbox, arguments: Arguments) -> bool:
    """Have updates posted to an address; an empty one ends that."""
    url, secret = read_url(arguments), read_secret(arguments)
    connections = arguments.between("max_connections", 40, 1, 100)
    sandbox.updates.allow(read_allowed(arguments))
    if arguments.flag("drop_pending_updates"):
        sandbox.updates.clear()
    sandbox.set_webhook(url, secret, connections)
    return True


@method("deleteWebhook", "drop_pending_updates")
async def delete_webhook(sandbox: Sandbox, arguments: Arguments) -> bool:
    """Go back to getUpdates."""
    if arguments.flag("drop_pending_updates"):
        sandbox.updates.clear()
    sandbox.set_webhook("", "", 40)
    return True


@method("getWebhookInfo")
async def get_webhook_info(sandbox: Sandbox, _: Arguments) -> Json:
    """How the webhook does."""
    hook = sandbox.webhook
    info: Json = {
        "url": hook.url,
        "has_custom_certificate": False,
        "pending_update_count": sandbox.updates.count(),
    }
    if hook.url:
        info["max_connections"] = hook.max_connections
    if hook.last_error:
        info |= {"last_error_date": hook.last_error_date, "last_error_message": hook.last_error}
    if sandbox.updates.allowed:
        info["allowed_updates"] = sandbox.updates.allowed
    return info


@method("answerCallbackQuery", "callback_query_id text show_alert url cache_time")
async def answer_callback_query(sandbox: Sandbox, arguments: Arguments) -> bool:
    """Answer a press, with or without a toast."""
    text = arguments.short_text("text", 200, "MESSAGE_TOO_LONG")
    arguments.between("cache_time", 0, 0, 2**31 - 1)
    if arguments.has("url"):
        raise bad_request("URL_INVALID")
    sandbox.answer_query(arguments.text("callback_query_id"), text, arguments.flag("show_alert"))
    return True


@method("getChat", "chat_id")
async def get_chat(sandbox: Sandbox, arguments: Arguments) -> Json:
    """Everything about a chat (ChatFullInfo)."""
    chat = sandbox.chat_for_bot(arguments.chat_id())
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription")
    accepted: Json = dict.fromkeys((*gifts, "gifts_from_channels"), False)
    info = {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": accepted}
    return {**chat.as_api(), **info}


@method("getFile", "file_id")
async def get_file(sandbox: Sandbox, arguments: Arguments) -> Json:
    """Where a file can be fetched."""
    file = sandbox.files.get(arguments.text("file_id"))
    if file is None:
        raise bad_request("invalid file_id")
    return {**file.as_api(), "file_path": file.path}
