"""What the sandbox answers when it refuses."""

from typing import Any


class ApiError(Exception):
    """A refusal of a Bot API method: `code` is also the HTTP status, `description` Telegram's text.

    `parameters` are the API's ResponseParameters, such as `{"retry_after": seconds}`.
    """

    def __init__(
        self, code: int, description: str, parameters: dict[str, Any] | None = None
    ) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


def bad_request(description: str) -> ApiError:
    """A 400, with the prefix that Telegram gives it."""
    return ApiError(400, f"Bad Request: {description}")


class PeopleError(Exception):
    """A refusal on the people's side: `status` is 400 (cannot be done) or 404 (does not exist)."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason
