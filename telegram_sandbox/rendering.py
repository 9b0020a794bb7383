"""Links found in plain text, and formatted text as safe HTML for the page."""

import re
from html import escape

from telegram_sandbox.entities import Entity, utf16_length

DETECTED = [
    ("email", re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-zA-Z]{2,}")),
    ("url", re.compile(r"(?:https?://|www\.|t\.me/)[^\s<>«»\"]*[^\s<>«»\".,;:!?)’]")),
    (
        "bot_command",
        re.compile(r"(?<![\w/<>])/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?![\w/])"),
    ),
    ("mention", re.compile(r"(?<![\w@/])@[a-zA-Z0-9_]{4,32}\b")),
    ("hashtag", re.compile(r"(?<![\w#/])#(?!\d+\b)\w+")),
]
SOLID = {"code", "pre", "text_link", "text_mention"}
TAGS = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "expandable_blockquote": "blockquote",
}
SAFE_LINK = re.compile(r"(?:https?://|mailto:|tel:|tg://)", re.IGNORECASE)


def detect(text: str, entities: list[Entity]) -> list[Entity]:
    """`entities` with the addresses, links and commands that Telegram finds by itself."""
    taken = [(e["offset"], e["offset"] + e["length"]) for e in entities if e["type"] in SOLID]
    found = list(entities)
    for kind, pattern in DETECTED:
        for match in pattern.finditer(text):
            first = utf16_length(text[: match.start()])
            last = first + utf16_length(match[0])
            if all(last <= begin or end <= first for begin, end in taken):
                taken.append((first, last))
                found.append({"type": kind, "offset": first, "length": last - first})
    return sorted(found, key=lambda e: (e["offset"], -e["length"]))


def to_html(text: str, entities: list[Entity]) -> str:
    """The text as HTML that can be put into a page: everything escaped, known tags only."""
    units = text.encode("utf-16-le")
    ordered = sorted(entities, key=lambda e: (e["offset"], -e["length"]))
    return render(units, 0, len(units) // 2, ordered)


def render(units: bytes, first: int, last: int, entities: list[Entity]) -> str:
    """The part from unit `first` to `last`; entities that overlap are split, so that tags nest."""
    html, at, waiting = "", first, list(entities)
    while waiting:
        entity = waiting.pop(0)
        end = entity["offset"] + entity["length"]
        inner = [between(e, first, end) for e in waiting if e["offset"] < end]
        waiting = [between(e, end, last) for e in waiting if e["offset"] + e["length"] > end]
        before, after = tags(entity, part(units, entity["offset"], end))
        html += escape(part(units, at, entity["offset"]))
        html += before + render(units, entity["offset"], end, inner) + after
        at = end
    return html + escape(part(units, at, last))


def between(entity: Entity, first: int, last: int) -> Entity:
    """The part of an entity from unit `first` to `last`."""
    begin = max(entity["offset"], first)
    end = min(entity["offset"] + entity["length"], last)
    return {**entity, "offset": begin, "length": end - begin}


def part(units: bytes, first: int, last: int) -> str:
    """The text between two UTF-16 offsets."""
    return units[2 * first : 2 * last].decode("utf-16-le", "replace")


def tags(entity: Entity, covered: str) -> tuple[str, str]:
    """The start and end tag of an entity that covers that text."""
    kind = entity["type"]
    if kind in TAGS:
        return f"<{TAGS[kind]}>", f"</{TAGS[kind]}>"
    if kind in {"text_link", "url", "email"}:
        target = {"email": f"mailto:{covered}", "url": covered}.get(kind) or str(entity["url"])
        if not SAFE_LINK.match(target):
            target = f"http://{target}"
        return f'<a href="{escape(target)}" target="_blank" rel="noopener noreferrer">', "</a>"
    name = "tg-spoiler" if kind == "spoiler" else escape(kind)
    return f'<span class="{name}">', "</span>"
