"""Registrations a day as a picture that reads in black and white, and as words."""

import io
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from bot.i18n import Words

FONTS = Path(__file__).parent / "fonts"

WIDTH, HEIGHT = 1280, 720
LEFT, RIGHT, TOP, BOTTOM = 90, 50, 150, 90
"""Pixels around the bars."""
WIDEST = 90
"""Pixels of a bar, at most."""
SCALE = 2
"""Drawn so many times larger, then made smaller: its edges are smooth."""

DARK, GREY, PALE = "#1a1a1a", "#666666", "#d9d9d9"
MOST_LABELS = 10
"""Days that are named below the bars, at most."""
MOST_NUMBERS = 31
"""Bars that carry their number, at most."""


def by_day(counted: Mapping[date, int]) -> list[tuple[date, int]]:
    """Every day from the first registration to the last, those without any as well."""
    if not counted:
        return []
    first, last = min(counted), max(counted)
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    return [(day, counted.get(day, 0)) for day in days]


def picture(title: str, counted: Mapping[date, int], words: Words) -> bytes:
    """Bars, one a day, as PNG of 1280 × 720 pixels."""
    drawing = _Drawing()
    days = by_day(counted)
    drawing.text((LEFT - 50, 28), title, 30, bold=True, width=WIDTH - LEFT - RIGHT + 50)
    total = words.plain("chart.total", n=sum(counted.values()))
    drawing.text((LEFT - 50, 74), total, 24, colour=GREY)
    step = _step(max(counted.values(), default=0))
    top = -(-max([*counted.values(), 1]) // step) * step
    for value in range(0, top + 1, step):
        y = _height(value, top=top)
        drawing.line((LEFT, y), (WIDTH - RIGHT, y), DARK if value == 0 else PALE)
        drawing.text((LEFT - 14, y), str(value), 22, colour=GREY, anchor="rm")
    if days:
        _bars(drawing, days, top)
        _labels(drawing, days, words)
    return drawing.png()


def _step(most: int) -> int:
    """How far lines are apart, so that there are six at most: 1, 2, 5, 10, 20…"""
    step = 1
    while most / step > 6:
        step = step * 5 // 2 if str(step)[0] == "2" else step * 2
    return step


def _height(value: int, *, top: int) -> float:
    return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value / top


def _slot(days: Sequence[tuple[date, int]]) -> float:
    return (WIDTH - LEFT - RIGHT) / max(len(days), 5)


def _bars(drawing: "_Drawing", days: Sequence[tuple[date, int]], top: int) -> None:
    slot = _slot(days)
    for place, (_, value) in enumerate(days):
        middle, y = LEFT + slot * (place + 0.5), _height(value, top=top)
        if value:
            half = min(max(slot * 0.36, 1), WIDEST / 2)
            drawing.bar((middle - half, y), (middle + half, HEIGHT - BOTTOM))
            if len(days) <= MOST_NUMBERS:
                drawing.text((middle, y - 6), str(value), 24, bold=True, anchor="mb")


def _labels(drawing: "_Drawing", days: Sequence[tuple[date, int]], words: Words) -> None:
    slot, every = _slot(days), -(-len(days) // MOST_LABELS)
    for place in range(0, len(days), every):
        middle = LEFT + slot * (place + 0.5)
        drawing.line((middle, HEIGHT - BOTTOM), (middle, HEIGHT - BOTTOM + 8), DARK)
        day = words.brief_day(days[place][0])
        drawing.text((middle, HEIGHT - BOTTOM + 34), day, 21, anchor="ms")


def text(counted: Mapping[date, int], words: Words) -> str:
    """What the picture shows, in words: the days with registrations, weeks where they are many."""
    lines = [words.plain("chart.total", n=sum(counted.values()))]
    found = [(day, value) for day, value in by_day(counted) if value]
    if len(found) <= MOST_NUMBERS:
        lines += [
            words.plain("chart.day", day=words.short_day(day), n=value) for day, value in found
        ]
        return "\n".join(lines)
    weeks: dict[date, int] = {}
    for day, value in found:
        monday = day - timedelta(days=day.weekday())
        weeks[monday] = weeks.get(monday, 0) + value
    lines += [
        words.plain("chart.week", day=words.short_day(day), n=value) for day, value in weeks.items()
    ]
    return "\n".join(lines)


class _Drawing:
    """A white picture that is drawn on in pixels of the finished one."""

    def __init__(self) -> None:
        self._image = Image.new("L", (WIDTH * SCALE, HEIGHT * SCALE), "white")
        self._draw = ImageDraw.Draw(self._image)

    def text(
        self,
        at: tuple[float, float],
        text: str,
        size: int,
        *,
        bold: bool = False,
        colour: str = DARK,
        anchor: str = "la",
        width: float | None = None,
    ) -> None:
        """Write; what is wider than `width` ends with « … »."""
        name = "LiberationSans-Bold.ttf" if bold else "LiberationSans-Regular.ttf"
        font = ImageFont.truetype(FONTS / name, size * SCALE)
        if width is not None and font.getlength(text) > width * SCALE:
            while font.getlength(f"{text}…") > width * SCALE:
                text = text[:-1]
            text = f"{text.rstrip()}…"
        self._draw.text(self._scaled(at), text, colour, font, anchor)

    def line(self, one: tuple[float, float], other: tuple[float, float], colour: str) -> None:
        """A thin line."""
        self._draw.line((self._scaled(one), self._scaled(other)), colour, SCALE)

    def bar(self, one: tuple[float, float], other: tuple[float, float]) -> None:
        """A dark bar, from its upper left to its lower right corner."""
        self._draw.rectangle((self._scaled(one), self._scaled(other)), DARK)

    def _scaled(self, at: tuple[float, float]) -> tuple[float, float]:
        return at[0] * SCALE, at[1] * SCALE

    def png(self) -> bytes:
        """The picture."""
        file = io.BytesIO()
        self._image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS).save(file, "PNG")
        return file.getvalue()
