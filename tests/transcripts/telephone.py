"""The people's telephones: what Telegram shows, which buttons there are, and its limits."""

import base64
import html
import io
import re
from dataclasses import dataclass, field

import zxingcpp
from markupsafe import Markup
from PIL import Image

from bot.conversation.messages import (
    AskPhone,
    Button,
    ContactCard,
    Document,
    EndQuestion,
    Paper,
    PutKeyboardAway,
    Question,
    Replace,
    Reply,
    Revise,
    Rows,
    Say,
    SentFile,
    ShowCommands,
    Toast,
    Venue,
)

from .form import TranscriptError, tidy

LONGEST_TEXT, LONGEST_CAPTION, LONGEST_TOAST, LONGEST_DATA = 4096, 1024, 200, 64
"""Bot API: UTF-16 units of a text and of a caption, characters of a toast, bytes of data."""

PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNgAAAAAgAByBlCZwAAAABJRU5ErkJggg=="
)
"""One grey point, as PNG."""

_FILES = {"document": "document", "photo": "photo", "video": "vidéo"}
"""Files that somebody sent, as a transcript tells that they are sent on."""

_MARK = re.compile(r"<b>|</b>|<|>|&(?!(?:amp|lt|gt|quot|#\d+);)")


class LimitError(Exception):
    """Telegram would refuse this reply."""


@dataclass(slots=True)
class Shown:
    """A message of the bot in a chat."""

    message_id: int
    rows: Rows
    once: Rows = ()
    """The buttons that went away, the last ones first."""
    lines: tuple[str, ...] = ()


@dataclass(slots=True)
class Telephone:
    """One chat as its person sees it."""

    messages: list[Shown] = field(default_factory=list)
    live: int | None = None
    """The message with the live buttons, as the bot is told after each answer."""

    def show(self, reply: Reply, pressed: int | None, next_id: int) -> list[str]:
        """Let a reply arrive; the lines of a transcript that tell it.

        Raises:
            LimitError: Telegram would refuse it.
        """
        match reply:
            case Say(text, rows):
                return ["Bot :", *self._new(next_id, text, rows)]
            case Question(text, rows):
                self._remove_buttons(self.live)
                self.live = next_id
                return ["Bot :", *self._new(next_id, text, rows)]
            case EndQuestion():
                self._remove_buttons(self.live)
                self.live = None
                return []
            case Replace(text, rows):
                return self._replace(text, rows, pressed, next_id)
            case Revise(text, rows, message_id):
                return self._replace(text, rows, message_id, next_id)
            case _:
                return _other(reply)

    def _new(self, message_id: int, text: Markup, rows: Rows) -> list[str]:
        lines = [*_text(text, LONGEST_TEXT), *_buttons(rows)]
        self.messages.append(Shown(message_id, rows, lines=tuple(lines)))
        return lines

    def _replace(self, text: Markup, rows: Rows, pressed: int | None, next_id: int) -> list[str]:
        message = next((one for one in self.messages if one.message_id == pressed), None)
        if message is None:
            return ["Bot :", *self._new(next_id, text, rows)]
        lines = (*_text(text, LONGEST_TEXT), *_buttons(rows))
        if lines == message.lines:
            return []  # « message is not modified »: nothing changes for the person
        message.once, message.rows, message.lines = message.rows + message.once, rows, lines
        return ["Bot (même message) :", *lines]

    def _remove_buttons(self, message_id: int | None) -> None:
        for message in self.messages:
            if message.message_id == message_id:
                message.once, message.rows = message.rows + message.once, ()

    # ---- buttons

    def button(self, label: str, which: str | None) -> tuple[int, str]:
        """The message and the data of a button. `which`: None, « plus haut », « trop tard ».

        Raises:
            TranscriptError: there is no such button.
        """
        found = [
            (message.message_id, button.data)
            for message in reversed(self.messages)
            for row in (message.once if which == "trop tard" else message.rows)
            for button in row
            if isinstance(button, Button) and tidy([button.label]) == tidy([label])
        ]
        place = 1 if which == "plus haut" else 0
        if len(found) <= place:
            raise TranscriptError(f"pas de bouton [{label}] ; il y a {self._labels()}")
        return found[place]

    def _labels(self) -> str:
        labels = (f"[{b.label}]" for shown in self.messages for row in shown.rows for b in row)
        return " ".join(dict.fromkeys(labels)) or "aucun bouton"


def _other(reply: Reply) -> list[str]:
    match reply:
        case Toast(text):
            if len(text) > LONGEST_TOAST:
                raise LimitError(f"notification de {len(text)} caractères : {text}")
            return [f"Bot (notification) : {text}"] if text else []
        case Document(name, content, caption):
            return _file(name, content, caption)
        case Paper():
            return _paper(reply)
        case SentFile():
            return _sent_file(reply)
        case ContactCard(first_name, last_name, phone):
            return [f"Bot : {{carte de contact}} {first_name} {last_name}, {phone}"]
        case Venue(title, address):
            return [f"Bot : {{lieu}} {title}, {address}"]
        case AskPhone(text, label):
            return ["Bot :", *_text(text, LONGEST_TEXT), f"  {{clavier}} [{label}]"]
        case PutKeyboardAway(text):
            return ["Bot :", *_text(text, LONGEST_TEXT), "  {clavier rangé}"]
        case ShowCommands(commands):
            return ["Bot (commandes) : " + " ".join(f"/{name}" for name, _ in commands)]
        case _:
            raise AssertionError(reply)


def _file(name: str, content: bytes, caption: Markup) -> list[str]:
    if not content:
        raise LimitError(f"fichier vide : {name}")
    suffix = name.rpartition(".")[2]
    return [f"Bot : {{fichier .{suffix}}}", *_text(caption, LONGEST_CAPTION)]


def _sent_file(reply: SentFile) -> list[str]:
    if not reply.file:
        raise LimitError(f"fichier sans nom : {reply.kind}")
    return [f"Bot : {{{_FILES[reply.kind]}}}", *_text(reply.caption, LONGEST_CAPTION)]


def _paper(paper: Paper) -> list[str]:
    """A paper as it arrives: a photo that was sent is a picture, a document is none."""
    made = paper.make([PICTURE if "photo" in one else b"no picture" for one in paper.pictures])
    if isinstance(made, Markup):
        return ["Bot :", *_text(made, LONGEST_TEXT)]
    if paper.kind != "photo":
        return _file(paper.name, made, paper.caption)
    links = [f"  {{se lit : {one}}}" for one in _links(made)]
    return ["Bot : {photo}", *_text(paper.caption, LONGEST_CAPTION), *links]


def _links(picture: bytes) -> list[str]:
    """What a telephone reads in a picture."""
    with Image.open(io.BytesIO(picture)) as opened:
        return [one.text for one in zxingcpp.read_barcodes(opened)]


def _text(markup: Markup, longest: int) -> list[str]:
    """The lines of a text, bold between stars, after the checks that Telegram makes."""
    text = str(markup)
    is_bold = False
    for mark in _MARK.findall(text):
        if mark != ("</b>" if is_bold else "<b>"):
            raise LimitError(f"HTML que Telegram refuse ou montre de travers : {text}")
        is_bold = not is_bold
    plain = html.unescape(re.sub(r"</?b>", "", text))
    length = len(plain.encode("utf-16-le")) // 2
    if is_bold or not plain.strip() or length > longest:
        raise LimitError(f"texte vide, non fermé, ou trop long ({length}) : {text}")
    starred = html.unescape(re.sub(r"</?b>", "**", text))
    return [f"  {line}" if line else "" for line in starred.split("\n")]


def _buttons(rows: Rows) -> list[str]:
    for button in (button for row in rows for button in row):
        if not button.label.strip():
            raise LimitError("bouton sans texte")
        if isinstance(button, Button) and not 1 <= len(button.data.encode()) <= LONGEST_DATA:
            raise LimitError(f"données d’un bouton trop longues : {button.data}")
    return ["  " + " ".join(f"[{button.label}]" for button in row) for row in rows]
