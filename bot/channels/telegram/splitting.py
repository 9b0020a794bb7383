"""Texts that are too long for one message: several, cut at paragraphs, lines or words.

Limits are in UTF-16 units of what is shown: https://core.telegram.org/bots/api#sendmessage
"""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from bot.conversation.messages import (
    AskPhone,
    Document,
    Paper,
    PutKeyboardAway,
    Question,
    Replace,
    Reply,
    Revise,
    Say,
    SentFile,
    Toast,
)

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
"""UTF-16 units of a message, and of the words under a file."""

LONGEST_TOAST = 200
"""Characters of a notice over the chat."""

_TOKEN = re.compile(r"<(/?)([a-z]+[0-9]?)[^>]*>|&(?:#[0-9]+|#x[0-9a-fA-F]+|[a-z]+);|.", re.DOTALL)
_BREAKS = ("\n\n", "\n", " ")


def pieces(reply: Reply) -> Sequence[Reply]:
    """What is sent one after the other for a reply; buttons stay with the last one."""
    match reply:
        case Say(text) | Question(text) | AskPhone(text) | PutKeyboardAway(text):
            *before, last = split(text, LONGEST_TEXT)
            return (*map(Say, before), replace(reply, text=last)) if before else (reply,)
        case Replace(text, rows):
            first, *after = split(text, LONGEST_TEXT)
            if not after:
                return (reply,)
            return (Replace(first), *map(Say, after[:-1]), Say(after[-1], rows))
        case Revise(text, rows):
            first, *after = split(text, LONGEST_TEXT)
            if not after:
                return (reply,)
            return (
                replace(reply, text=first, rows=()),
                *map(Say, after[:-1]),
                Say(after[-1], rows),
            )
        case Document(caption=caption) | Paper(caption=caption) | SentFile(caption=caption):
            first, *after = split(caption, LONGEST_CAPTION)
            return (replace(reply, caption=first), *map(Say, after)) if after else (reply,)
        case Toast(text) if len(text) > LONGEST_TOAST:
            return (Toast(text[: LONGEST_TOAST - 1] + "…"),)
        case _:
            return (reply,)


@dataclass(frozen=True, slots=True)
class _Atom:
    """One character that is shown: as it is written, and the tags that are open around it."""

    written: str
    shown: str
    tags: tuple[str, ...]

    @property
    def units(self) -> int:
        return 2 if ord(self.shown) > 0xFFFF else 1


def split(text: Markup, limit: int) -> list[Markup]:
    """A text in parts of at most so many units, each with its tags opened and closed."""
    if 2 * len(text) <= limit:
        return [text]  # no character has more than two units
    atoms = list(_atoms(text))
    shown = "".join(atom.shown for atom in atoms)
    if sum(atom.units for atom in atoms) <= limit:
        return [text]
    parts: list[Markup] = []
    start = 0
    while start < len(atoms):
        if shown[start].isspace():
            start += 1  # a part does not begin with the gap before it
            continue
        end = _end(atoms, shown, start, limit=limit)
        parts.append(_written(atoms[start : start + len(shown[start:end].rstrip())]))
        start = end
    return parts or [_written(atoms[:limit])]  # nothing but gaps


def _atoms(text: str) -> Iterator[_Atom]:
    tags: tuple[str, ...] = ()
    for token in _TOKEN.finditer(text):
        if token[2] is None:
            shown = html.unescape(token[0]) if len(token[0]) > 1 else token[0]
            # A name that HTML does not know is shown as it is written.
            known = len(shown) == 1
            for one in [shown] if known else token[0]:
                yield _Atom(token[0] if known else one, one, tags)
        elif token[1]:
            tags = tags[:-1]
        else:
            tags = (*tags, token[0])


def _end(atoms: Sequence[_Atom], shown: str, start: int, *, limit: int) -> int:
    """Where the part that begins at `start` ends: at the best gap that fits, or where it must."""
    end, units = start, 0
    while end < len(atoms) and units + atoms[end].units <= limit:
        units += atoms[end].units
        end += 1
    if end == len(atoms):
        return end
    gaps = (shown.rfind(gap, start + 1, end + len(gap)) for gap in _BREAKS)
    return next((gap for gap in gaps if gap > start), end)


def _written(atoms: Sequence[_Atom]) -> Markup:
    written: list[str] = []
    tags: tuple[str, ...] = ()
    for atom in atoms:
        if atom.tags != tags:
            written.append(_change(tags, atom.tags))
            tags = atom.tags
        written.append(atom.written)
    written.append(_change(tags, ()))
    return Markup("".join(written))  # noqa: S704, made of what was markup


def _change(before: tuple[str, ...], after: tuple[str, ...]) -> str:
    """Close the tags that are not open any more, and open the new ones."""
    same = 0
    while same < min(len(before), len(after)) and before[same] == after[same]:
        same += 1
    closed = "".join(f"</{_name(tag)}>" for tag in reversed(before[same:]))
    return closed + "".join(after[same:])


def _name(tag: str) -> str:
    return tag[1:-1].partition(" ")[0]
