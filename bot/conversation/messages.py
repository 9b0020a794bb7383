"""The values a conversation is made of: what a person sent, what the bot answers.

Texts of replies are `Markup`: HTML as the Bot API's parse mode takes it, already escaped.
Labels, toasts and file names are plain text.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from bot.domain.keys import Address


@dataclass(frozen=True, slots=True)
class Person:
    """Who speaks, from which address, as their channel presents them."""

    address: Address
    first_name: str = ""
    last_name: str = ""
    language: str | None = None
    """The language code of their device, such as `fr` or `pt-br`."""

    @property
    def family_name(self) -> str:
        """The last name; empty where it is but an initial: « Marc T. »."""
        return self.last_name if len(self.last_name.strip(" .")) > 1 else ""


# ---- inputs


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words."""

    text: str


@dataclass(frozen=True, slots=True)
class Command:
    """`/name argument`; the name without slash and without @bot."""

    name: str
    argument: str = ""


@dataclass(frozen=True, slots=True)
class Press:
    """A press on an inline button, to be answered by its `query_id`.

    `message_id` is None when Telegram no longer tells which message it was on.
    """

    data: str
    message_id: int | None
    query_id: str = ""


@dataclass(frozen=True, slots=True)
class SharedContact:
    """A contact card; `own` when it is the sender's own number."""

    phone: str
    own: bool


@dataclass(frozen=True, slots=True)
class Edited:
    """The person edited a message that was already sent."""


@dataclass(frozen=True, slots=True)
class Media:
    """Something that is not words: `photo`, `voice`, `sticker`, `location`…

    `file` is what the channel knows it by, where it is a file; `caption` the words beside it.
    """

    kind: str
    file: str = ""
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Blocking:
    """The person blocks the bot, or lets it speak again."""

    blocked: bool


@dataclass(frozen=True, slots=True)
class GroupCall:
    """Somebody calls the bot in a group, where it does not take registrations."""


@dataclass(frozen=True, slots=True)
class Interrupted:
    """An earlier input had its effect but its answer never left: say where the dialogue stands."""


Input = Text | Command | Press | SharedContact | Edited | Media | Blocking | GroupCall | Interrupted


# ---- replies


@dataclass(frozen=True, slots=True)
class Button:
    """An inline button. `data` comes back in a `Press`: 1 to 64 bytes (Bot API)."""

    label: str
    data: str


@dataclass(frozen=True, slots=True)
class LinkButton:
    """An inline button that opens an address."""

    label: str
    url: str


Rows = tuple[tuple[Button | LinkButton, ...], ...]
"""Inline buttons, a row a line."""


@dataclass(frozen=True, slots=True)
class Say:
    """A new message."""

    text: Markup
    rows: Rows = ()


@dataclass(frozen=True, slots=True)
class Replace:
    """A message in the place of the one whose button was pressed."""

    text: Markup
    rows: Rows = ()


@dataclass(frozen=True, slots=True)
class Revise:
    """A message in the place of the one of this id; a new one where there is none (any more)."""

    text: Markup
    rows: Rows = ()
    message_id: int | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A new message whose buttons are the live ones: those of the previous question go away."""

    text: Markup
    rows: Rows


@dataclass(frozen=True, slots=True)
class EndQuestion:
    """The buttons of the last question go away."""


@dataclass(frozen=True, slots=True)
class Toast:
    """A short notice over the chat, for a press: 0 to 200 characters."""

    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """A file to download."""

    name: str
    content: bytes
    caption: Markup


@dataclass(frozen=True, slots=True)
class Paper:
    """A file that is made when it leaves, beside everything else, as that takes its time.

    `make` is called in a thread with the contents of `pictures` (None: it cannot be had any more),
    and gives the file, or what is said in its place where it cannot be made.
    """

    name: str
    caption: Markup
    make: Callable[[Sequence[bytes | None]], bytes | Markup]
    pictures: tuple[str, ...] = ()
    """What their channel knows them by: see `Media`."""
    kind: str = "document"
    """`document`, or `photo` for what is looked at in the chat."""


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file that somebody sent, once more, by what its channel knows it by: see `Media`."""

    kind: str
    """`document`, `photo` or `video`."""
    file: str
    caption: Markup


@dataclass(frozen=True, slots=True)
class ContactCard:
    """Somebody's card, to keep in the telephone's contacts. `phone` is E.164."""

    first_name: str
    last_name: str
    phone: str


@dataclass(frozen=True, slots=True)
class Venue:
    """A place on the map, in degrees."""

    title: str
    address: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class AskPhone:
    """A message with a keyboard whose one button shares the person's own number."""

    text: Markup
    label: str


@dataclass(frozen=True, slots=True)
class PutKeyboardAway:
    """A message that removes the keyboard of `AskPhone`."""

    text: Markup


@dataclass(frozen=True, slots=True)
class ShowCommands:
    """The chat's own menu of commands: (name, description) in order."""

    commands: tuple[tuple[str, str], ...]


Reply = (
    Say
    | Replace
    | Revise
    | Question
    | EndQuestion
    | Toast
    | Document
    | Paper
    | SentFile
    | ContactCard
    | Venue
    | AskPhone
    | PutKeyboardAway
    | ShowCommands
)
