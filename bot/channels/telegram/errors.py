"""What the Bot API server's answers mean: results, clear refusals, and all the rest.

Only an answer of the Bot API's own shape is believed: a proxy's 403 blocks nobody.
"""

import json
from datetime import timedelta
from typing import Any

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.channels.channel import Blocked, Outcome, Refused, Unclear, Wait

LONGEST_RETRY = 24 * 3600
"""Seconds that a server may tell us to wait at most."""


class OutOfReachError(NetworkError):
    """Nothing was sent, or the server says itself that it cannot help now (5xx)."""


class NotSentInTimeError(OutOfReachError, TimedOut):
    """There was no connection in time."""


class UnclearError(TelegramError):
    """The server answered nothing that the Bot API would; what it was asked may have happened."""


def read_answer(status: int, payload: bytes) -> dict[str, Any]:
    """The answer, when it is one of the Bot API: a result, or a refusal with its reason.

    Raises:
        OutOfReachError: the server cannot help now.
        UnclearError: it is anything else. The error has no part of the payload.
    """
    if status >= 500:
        raise OutOfReachError(f"HTTP {status}")
    answer = _json(payload)
    is_success = 200 <= status < 300
    if not isinstance(answer, dict) or answer.get("ok") is not is_success:
        raise UnclearError(f"Not an answer of the Bot API (HTTP {status})")
    if is_success and "result" not in answer:
        raise UnclearError("An answer without a result")
    return answer


def _json(payload: bytes) -> Any:
    try:
        return json.loads(payload)
    except (ValueError, RecursionError):
        return None


def result(status: int, payload: bytes) -> Any:
    """The result in an answer.

    Raises:
        TelegramError: there is none; which one says why.
    """
    answer = read_answer(status, payload)
    if answer["ok"]:
        return answer["result"]
    raise _refusal(status, answer)


def _refusal(status: int, answer: dict[str, Any]) -> TelegramError:
    given = answer.get("parameters")
    parameters: dict[str, Any] = given if isinstance(given, dict) else {}
    seconds, chat_id = parameters.get("retry_after"), parameters.get("migrate_to_chat_id")
    if isinstance(seconds, int) and seconds > 0:
        return RetryAfter(min(seconds, LONGEST_RETRY))
    if isinstance(chat_id, int):
        return ChatMigrated(chat_id)
    reason = str(answer.get("description", ""))
    match status:
        case 400:
            return BadRequest(reason)
        case 401 | 404:
            return InvalidToken(reason)  # 404 is what an impossible token gets
        case 403:
            return Forbidden(reason)
        case 409:
            return Conflict(reason)
        case 429:
            return OutOfReachError("HTTP 429")
        case _:
            return UnclearError(f"HTTP {status}")


def outcome(error: TelegramError) -> Outcome:
    """What an error says of the message that was being sent."""
    match error:
        case RetryAfter():
            return Wait(min(_seconds(error.retry_after), float(LONGEST_RETRY)))
        case BadRequest():
            return Refused(error.message)
        case Forbidden():
            return Blocked()
        case InvalidToken() | Conflict() | OutOfReachError():
            return Wait()
        case _:
            return Unclear(type(error).__name__)


def _seconds(pause: int | timedelta) -> float:
    return pause.total_seconds() if isinstance(pause, timedelta) else float(pause)
