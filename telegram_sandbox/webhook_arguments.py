"""The arguments of setWebhook."""

import re
from urllib.parse import urlsplit

from telegram_sandbox.arguments import Arguments
from telegram_sandbox.errors import bad_request

LOOPBACK = {"localhost", "127.0.0.1", "::1"}


def read_url(arguments: Arguments) -> str:
    """The webhook's address: on this machine, where plain HTTP will do (Telegram wants HTTPS)."""
    url = arguments.text("url")
    if not url:
        return ""
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        raise bad_request("bad webhook: invalid webhook URL specified") from None
    if parts.scheme not in {"http", "https"} or not host:
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if host not in LOOPBACK:
        raise bad_request("bad webhook: the sandbox posts to this machine only")
    return url


def read_secret(arguments: Arguments) -> str:
    """The secret that comes with every update."""
    secret = arguments.text("secret_token")
    if len(secret) > 256:
        raise bad_request("secret token is too long")
    if not re.fullmatch("[A-Za-z0-9_-]*", secret):
        raise bad_request("secret token contains unallowed characters")
    return secret


def read_allowed(arguments: Arguments) -> list[str] | None:
    """The kinds of updates wanted; None when they are to stay as they are."""
    kinds = arguments.json("allowed_updates")
    if kinds is None:
        return None
    if not isinstance(kinds, list) or not all(isinstance(kind, str) for kind in kinds):
        raise bad_request("can't parse allowed_updates: expected an Array of String")
    return kinds
