"""A PDF to write on, in millimetres, with a font of its own: PDF/A-2u, so that it can be archived.

What imports this module loads the PDF library, some 40 MiB: `bot.exports.papers` does so late.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Literal

from fontTools.ttLib import TTFont
from fpdf import FPDF
from fpdf.fonts import TTFFont

from bot.exports.pictures import Picture

FONTS = Path(__file__).parent / "fonts"
REGULAR = FONTS / "LiberationSans-Regular.ttf"
BOLD = FONTS / "LiberationSans-Bold.ttf"

POINT = 25.4 / 72
"""Millimetres of a point."""

CAP_HEIGHT = 1409 / 2048
"""How high a capital letter is, of the font's size."""

DARK, GREY, PALE = 0, 90, 235
"""How light a text or a ground is: 0 is black."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a text looks: its size in points, its weight, how light it is (0 is black)."""

    size: float
    weight: Literal["", "B"] = ""
    light: int = DARK

    @property
    def line(self) -> float:
        """From one line to the next, millimetres."""
        return self.size * POINT * 1.22

    @property
    def cap_height(self) -> float:
        """How high a capital letter is, millimetres."""
        return self.size * POINT * CAP_HEIGHT

    def sized(self, size: float) -> "Style":
        """The same style in another size."""
        return Style(size, self.weight, self.light)


@dataclass(frozen=True, slots=True)
class Box:
    """A place on a page, millimetres from its upper left corner."""

    x: float
    y: float
    width: float
    height: float = 0


class Paper(FPDF):
    """Pages of A4, written on line by line; nothing breaks by itself."""

    def __init__(
        self,
        title: str,
        *,
        author: str,
        language: str,
        made_at: datetime,
        orientation: Literal["portrait", "landscape"] = "portrait",
    ) -> None:
        super().__init__(orientation, "mm", "A4", enforce_compliance="PDF/A-2U")
        self.set_auto_page_break(False)
        self.add_font("Liberation", "", REGULAR)
        self.add_font("Liberation", "B", BOLD)
        self.set_title(title)
        self.set_author(author)
        self.set_lang(language)
        self.set_creator("Binôme")
        self.set_creation_date(made_at)
        self.set_font("Liberation", "", 10)
        self._wrapped: dict[tuple[str, float, Style], list[str]] = {}

    def use(self, style: Style) -> None:
        """What follows is written in this style."""
        self.set_font("Liberation", style.weight, style.size)
        self.set_text_color(style.light)

    def width_of(self, text: str, style: Style) -> float:
        """How wide a text is, millimetres."""
        self.use(style)
        return float(self.get_string_width(text))

    def wrapped(self, text: str, width: float, style: Style) -> list[str]:
        """A text in lines of this width; a word that is wider is cut, after a hyphen if it can."""
        known = self._wrapped.get((text, width, style))
        if known is None:
            known = self._wrapped[text, width, style] = self._wrap(text, width, style)
        return [*known]

    def _wrap(self, text: str, width: float, style: Style) -> list[str]:
        self.use(style)
        lines: list[str] = []
        line = ""
        for word in printable(text).split():
            longer = f"{line} {word}" if line else word
            if self.get_string_width(longer) <= width:
                line = longer
                continue
            if line:
                lines.append(line)
            line = word
            while self.get_string_width(line) > width and len(line) > 1:
                head = self._head(line, width)
                lines.append(line[:head])
                line = line[head:]
        return [*lines, line] if line else lines

    def balanced(self, text: str, width: float, style: Style) -> list[str]:
        """A text in as few lines as it needs, about as long as each other."""
        lines = self.wrapped(text, width, style)
        narrow, wide = width / max(len(lines), 1), width
        while wide - narrow > 1:
            middle = (narrow + wide) / 2
            tried = self.wrapped(text, middle, style)
            if len(tried) > len(lines):
                narrow = middle
            else:
                lines, wide = tried, middle
        return lines

    def _head(self, word: str, width: float) -> int:
        """How many characters of a word fit, one at least; up to a hyphen where there is one."""
        fit = 1
        while fit < len(word) and self.get_string_width(word[: fit + 1]) <= width:
            fit += 1
        return word.rfind("-", 0, fit) + 1 or fit

    def shortened(self, text: str, width: float, style: Style, most: int = 1) -> list[str]:
        """A text in so many lines at most; what does not fit is left out, and « … » says so."""
        lines = self.wrapped(text, width, style)
        if len(lines) <= most:
            return lines
        self.use(style)
        last = lines[most - 1]
        while last and self.get_string_width(f"{last}…") > width:
            last = last[:-1]
        return [*lines[: most - 1], f"{last.rstrip()}…"]

    def fitting(self, texts: Sequence[str], width: float, style: Style, smallest: float) -> Style:
        """The style in the largest size, up to its own, in which each text fits into one line."""
        widest = max((self.width_of(text, style) for text in texts), default=0)
        if widest <= width:
            return style
        return style.sized(max(style.size * width / widest * 0.999, smallest))

    def write_lines(
        self,
        lines: Iterable[str],
        box: Box,
        style: Style,
        align: Literal["left", "center", "right"] = "left",
    ) -> float:
        """Write lines from the top of a box down; gives the place below the last, millimetres."""
        self.use(style)
        y = box.y
        for line in lines:
            rest = box.width - self.get_string_width(line)
            x = box.x + {"left": 0, "center": rest / 2, "right": rest}[align]
            self.text(x, y + (style.line + style.cap_height) / 2, line)
            y += style.line
        return y

    def frame(self, box: Box, *, line_width: float = 0.2, ground: int | None = None) -> None:
        """Draw a box, filled if a ground is given (0 black, 255 white)."""
        self.set_draw_color(70)
        self.set_line_width(line_width)
        if ground is not None:
            self.set_fill_color(ground)
        self.rect(box.x, box.y, box.width, box.height, style="D" if ground is None else "DF")

    def put_pictures(
        self, pictures: Sequence[Picture], box: Box, align: Literal["left", "right"] = "left"
    ) -> float:
        """Pictures in a row, as high as the box or smaller where they need; gives their width."""
        gap = 4.0
        widths = [min(box.height * one.ratio, box.height * 3) for one in pictures]
        room = box.width - gap * (len(pictures) - 1)
        scale = min(1.0, room / sum(widths)) if pictures else 1.0
        whole = sum(widths) * scale + gap * (len(pictures) - 1) if pictures else 0.0
        x = box.x if align == "left" else box.x + box.width - whole
        for picture, full in zip(pictures, widths, strict=True):
            width = full * scale
            height = width / picture.ratio
            self.image(
                picture.content,
                x,
                box.y + (box.height - height) / 2,
                width,
                height,
                alt_text="logo",
            )
            x += width + gap
        return whole

    def made(self) -> bytes:
        """The file; nothing can be written any more."""
        content = bytes(self.output())
        for font in self.fonts.values():
            if isinstance(font, TTFFont):
                font.close()
        return content


@cache
def _glyphs() -> frozenset[int]:
    with TTFont(REGULAR, lazy=True) as regular, TTFont(BOLD, lazy=True) as bold:
        return frozenset(regular.getBestCmap()) & frozenset(bold.getBestCmap())


@cache
def _shown(letter: str) -> str:
    if unicodedata.category(letter).startswith("C"):
        return " " if letter.isspace() else ""
    if ord(letter) in _glyphs():
        return letter
    likeness = unicodedata.normalize("NFKD", letter)
    parts = [part for part in likeness if ord(part) in _glyphs()]
    return "".join(parts) if parts else {"\u2011": "-"}.get(letter, "□")


def printable(text: str) -> str:
    """A text in characters that the font has: others by what they look like, else by « □ »."""
    return "".join(map(_shown, unicodedata.normalize("NFC", text)))
