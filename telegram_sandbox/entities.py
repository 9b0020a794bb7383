"""Formatted text: the HTML parse mode, read as Telegram reads it, and lengths in UTF-16 units.

The rules and error texts are those of TDLib's `parse_html`, which the Bot API server uses, and of
https://core.telegram.org/bots/api#html-style. A message entity is a dict as in the Bot API.
"""

import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from telegram_sandbox.errors import ApiError, bad_request

Entity = dict[str, Any]

TYPES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
CHARACTER = re.compile(r"&(?:#x([0-9a-fA-F]+)|#([0-9]+)|([a-zA-Z]+));?")
ATTRIBUTE = re.compile(r"\s*([^\s=>]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([A-Za-z0-9.\-]+))")
BARE_ATTRIBUTE = re.compile(r"\s*([^\s=>]+)")
START_TAG = re.compile(r"<([^\s>]*)")
END_TAG = re.compile(r"</([^\s>]*)\s*>")
EQUALS = re.compile(r"\s*=")


def utf16_length(text: str) -> int:
    """The length as Telegram counts it: UTF-16 code units."""
    return len(text) + sum(character > "\uffff" for character in text)


def read_character(html: str, at: int) -> tuple[str, int]:
    """The character that the HTML character reference at `at` stands for, and where it ends.

    Telegram knows four names and the numbers; anything else stays as written.
    """
    found = CHARACTER.match(html, at)
    if found is None:
        return "&", at + 1
    hexadecimal, decimal, name = found.groups()
    if name is not None:
        return (NAMED[name], found.end()) if name in NAMED else ("&", at + 1)
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    if not 0 < code < 0x10FFFF or 0xD800 <= code < 0xE000:
        return "&", at + 1
    return chr(code), found.end()


def web_link(link: str) -> str | None:
    """The address as Telegram stores it; None when it cannot be linked to.

    As TDLib's `LinkManager::check_link`: web addresses whose host has a dot, and Telegram's own. So
    neither `tel:` nor `mailto:` nor `http://localhost` can be linked to.
    """
    if link.lower().startswith(("tg://", "ton://", "tonsite://")):
        return link
    if "://" not in link:
        link = f"http://{link}"
    try:
        parts = urlsplit(link)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or parts.username or any(c.isspace() for c in link):
        return None
    return urlunsplit(parts._replace(path=parts.path or "/")) if "." in host else None


def unescape(value: str) -> str:
    """An attribute's value with its character references replaced."""
    result, at = "", 0
    while at < len(value):
        character, at = read_character(value, at) if value[at] == "&" else (value[at], at + 1)
        result += character
    return result


@dataclass
class OpenTag:
    """A start tag that waits for its end tag; `offset` in UTF-16 units, `start` in `text`."""

    name: str
    offset: int
    start: int
    attributes: dict[str, str]


@dataclass
class HtmlReader:
    """Reads one text in HTML parse mode."""

    html: str
    at: int = 0
    text: str = ""
    length: int = 0
    open_tags: list[OpenTag] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)

    def read(self) -> tuple[str, list[Entity]]:
        """The plain text and its entities. Raises ApiError with Telegram's reason."""
        while self.at < len(self.html):
            if self.html[self.at] == "<":
                if self.html.startswith("</", self.at):
                    self.read_end_tag()
                else:
                    self.read_start_tag()
            elif self.html[self.at] == "&":
                character, self.at = read_character(self.html, self.at)
                self.append(character)
            else:
                self.append(self.html[self.at])
                self.at += 1
        if self.open_tags:
            name = self.open_tags[-1].name
            raise bad_entities(f'Can\'t find end tag corresponding to start tag "{name}"')
        return self.text, sorted(self.entities, key=lambda e: (e["offset"], -e["length"]))

    def append(self, character: str) -> None:
        """Add one character to the text."""
        self.text += character
        self.length += utf16_length(character)

    def byte_offset(self, at: int) -> int:
        """The place `at` as Telegram names it in errors."""
        return len(self.html[:at].encode())

    def read_start_tag(self) -> None:
        """Read `<name attribute="value">`."""
        begin = self.at
        found = START_TAG.match(self.html, begin)
        if found is None or found.end() == len(self.html):
            raise bad_entities(f"Unclosed start tag at byte offset {self.byte_offset(begin)}")
        name = found[1].lower()
        if name not in TYPES:
            raise bad_entities(
                f'Unsupported start tag "{name}" at byte offset {self.byte_offset(begin)}'
            )
        attributes, self.at = self.read_attributes(name, begin, found.end())
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise bad_entities(
                f'Tag "span" must have class "tg-spoiler" at byte offset {self.byte_offset(begin)}'
            )
        self.open_tags.append(OpenTag(name, self.length, len(self.text), attributes))

    def read_attributes(self, name: str, begin: int, at: int) -> tuple[dict[str, str], int]:
        """The attributes from `at` on, and where the tag ends."""
        attributes: dict[str, str] = {}
        while True:
            while at < len(self.html) and self.html[at].isspace():
                at += 1
            if at < len(self.html) and self.html[at] == ">":
                return attributes, at + 1
            if at < len(self.html) and self.html[at] == "=":
                raise bad_entities(
                    f'Empty attribute name in the tag "{name}" at byte offset'
                    f" {self.byte_offset(begin)}"
                )
            if found := ATTRIBUTE.match(self.html, at):
                value = found[2] or found[3] or found[4] or ""
                attributes[found[1].lower()] = unescape(value)
            elif (found := BARE_ATTRIBUTE.match(self.html, at)) and found.end() < len(self.html):
                if EQUALS.match(self.html, found.end()):
                    raise bad_entities(
                        f"Unclosed start tag at byte offset {self.byte_offset(begin)}"
                    )
                attributes[found[1].lower()] = ""
            else:
                raise bad_entities(
                    f'Unclosed start tag "{name}" at byte offset {self.byte_offset(begin)}'
                )
            at = found.end()

    def read_end_tag(self) -> None:
        """Read `</name>` (or `</>`) and close the last open tag."""
        begin = self.byte_offset(self.at)
        if not self.open_tags:
            raise bad_entities(f"Unexpected end tag at byte offset {begin}")
        found = END_TAG.match(self.html, self.at)
        if found is None:
            raise bad_entities(f"Unclosed end tag at byte offset {begin}")
        tag = self.open_tags.pop()
        name = found[1].lower()
        if name and name != tag.name:
            raise bad_entities(
                f"Unmatched end tag at byte offset {begin},"
                f' expected "</{tag.name}>", found "</{name}>"'
            )
        self.at = found.end()
        self.close(tag)

    def close(self, tag: OpenTag) -> None:
        """Add the entity of a closed tag, unless it is empty or an unusable link."""
        length = self.length - tag.offset
        if not length:
            return
        entity: Entity = {"type": TYPES[tag.name], "offset": tag.offset, "length": length}
        if tag.name == "a":
            link = web_link(tag.attributes.get("href") or self.text[tag.start :])
            if link is None:
                return
            entity["url"] = link
        elif tag.name == "tg-emoji":
            entity["custom_emoji_id"] = tag.attributes.get("emoji-id", "")
        elif tag.name == "blockquote" and "expandable" in tag.attributes:
            entity["type"] = "expandable_blockquote"
        elif tag.name == "code" and self.names_language(tag):
            self.open_tags[-1].attributes["language"] = tag.attributes["class"][9:]
            return
        elif tag.name == "pre" and tag.attributes.get("language"):
            entity["language"] = tag.attributes["language"]
        self.entities.append(entity)

    def names_language(self, tag: OpenTag) -> bool:
        """Whether `tag` is the `code` of `<pre><code class="language-…">`."""
        inside = bool(self.open_tags) and self.open_tags[-1].name == "pre"
        return inside and tag.attributes.get("class", "").startswith("language-")


def bad_entities(reason: str) -> ApiError:
    """The refusal of a text that cannot be parsed."""
    return bad_request(f"can't parse entities: {reason}")


def parse_html(html: str) -> tuple[str, list[Entity]]:
    """The plain text of `html` and its entities. Raises ApiError with Telegram's reason."""
    return HtmlReader(html).read()


def trim(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """The text without white space around it, as Telegram stores it, and the entities moved."""
    start = len(text) - len(text.lstrip())
    stripped = text.strip()
    end = utf16_length(stripped)
    moved = []
    for entity in entities:
        first = max(entity["offset"] - utf16_length(text[:start]), 0)
        last = min(entity["offset"] + entity["length"] - utf16_length(text[:start]), end)
        if last > first:
            moved.append({**entity, "offset": first, "length": last - first})
    return stripped, moved
