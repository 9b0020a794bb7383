"""The head of a paper: what it is, of which day, where, when, by whom, and whose logos."""

from collections.abc import Sequence

from bot.exports.facts import Fact
from bot.exports.paper import GREY, Box, Paper, Style
from bot.exports.pictures import Picture

KICKER = Style(10, light=GREY)
TITLE = Style(15, "B")
LABEL = Style(8.5, light=GREY)
FACT = Style(10)
LOGO = 17.0
"""Millimetres of a logo's height, at most."""
LABELS = 31.0
"""Millimetres of what facts are called."""


class Head:
    """The head of a paper's first page; its height is known before it is drawn."""

    def __init__(
        self,
        paper: Paper,
        box: Box,
        *,
        kicker: str,
        title: str,
        facts: Sequence[Fact],
        logos: Sequence[Picture],
    ) -> None:
        self._paper, self._box, self._logos = paper, box, logos
        self._kicker = kicker
        self._logos_width = box.width * 0.38 if logos else 0.0
        self._title = paper.wrapped(title, box.width - self._logos_width - 4, TITLE)
        half = box.width / 2
        self._facts = [
            (label, paper.wrapped(text, half - LABELS - 4, FACT)) for label, text in facts
        ]
        upper = KICKER.line + 1 + len(self._title) * TITLE.line
        self._facts_top = box.y + max(upper, LOGO if logos else 0) + 2.5
        columns = self._halves()
        self.bottom = self._facts_top + max(
            sum(len(lines) for _, lines in column) * FACT.line for column in columns
        )

    def _halves(self) -> tuple[list[tuple[str, list[str]]], list[tuple[str, list[str]]]]:
        middle = (len(self._facts) + 1) // 2
        return self._facts[:middle], self._facts[middle:]

    def draw(self) -> None:
        """Draw it on the page there is."""
        paper, box = self._paper, self._box
        y = paper.write_lines([self._kicker], box, KICKER) + 1
        paper.write_lines(self._title, Box(box.x, y, box.width), TITLE)
        if self._logos:
            x = box.x + box.width - self._logos_width
            paper.put_pictures(self._logos, Box(x, box.y, self._logos_width, LOGO), "right")
        for column, of_half in enumerate(self._halves()):
            x, y = box.x + column * box.width / 2, self._facts_top
            for label, lines in of_half:
                paper.write_lines([label], Box(x, y + 0.4, LABELS), LABEL)
                y = paper.write_lines(lines, Box(x + LABELS, y, box.width), FACT)
