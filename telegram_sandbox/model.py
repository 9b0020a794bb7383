"""The things the sandbox keeps: people, chats, files, callback queries, the webhook."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

Json = dict[str, Any]

QUERY_LIFE = timedelta(seconds=150)


@dataclass
class Person:
    """A participant or organiser who uses the page."""

    id: int
    first_name: str
    last_name: str | None
    username: str | None
    language_code: str | None
    organiser: bool
    phone: str

    def names(self) -> Json:
        """The fields that a User and a private Chat share, without the empty ones."""
        names = {
            "first_name": self.first_name,
            "last_name": self.last_name,
            "username": self.username,
        }
        return {name: value for name, value in names.items() if value}

    def user(self) -> Json:
        """The person as a Bot API User."""
        language = {"language_code": self.language_code} if self.language_code else {}
        return {"id": self.id, "is_bot": False, **self.names(), **language}

    def as_json(self) -> Json:
        """The person as the page sees them."""
        return {
            "id": self.id,
            "first_name": self.first_name,
            "last_name": self.last_name,
            "username": self.username,
            "language_code": self.language_code,
            "organiser": self.organiser,
            "phone": self.phone,
        }


@dataclass
class Chat:
    """A private chat or a group; `fixed` are the messages that Telegram lets nobody edit."""

    id: int
    type: str
    people: list[Person]
    title: str | None = None
    started: bool = False
    blocked: bool = False
    messages: dict[int, Json] = field(default_factory=dict)
    fixed: set[int] = field(default_factory=set)
    keyboard: Json | None = None
    typing_until: float = 0.0

    def as_api(self) -> Json:
        """The chat as a Bot API Chat."""
        names = self.people[0].names() if self.type == "private" else {"title": self.title}
        return {"id": self.id, "type": self.type, **names}


@dataclass(frozen=True)
class StoredFile:
    """A file that was sent; `path` is where the bot can fetch it."""

    id: str
    unique_id: str
    name: str
    mime_type: str
    content: bytes
    path: str

    def as_api(self) -> Json:
        """The fields that all kinds of files share."""
        return {
            "file_id": self.id,
            "file_unique_id": self.unique_id,
            "file_size": len(self.content),
        }


@dataclass
class Query:
    """A press of a button, until it is answered."""

    id: str
    chat_id: int
    pressed: datetime
    answered: bool = False

    def expired(self, now: datetime) -> bool:
        """Whether it can no longer be answered."""
        return now - self.pressed > QUERY_LIFE


@dataclass
class Webhook:
    """Where updates are posted to, and how that goes."""

    url: str = ""
    secret: str = ""
    max_connections: int = 40
    last_error_date: int | None = None
    last_error: str | None = None
