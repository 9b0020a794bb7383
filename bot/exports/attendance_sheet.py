"""The attendance sheet that funders ask for: A4 landscape, a box to sign for each half of the day.

It is laid out before it is drawn: a party stays together where it fits, and each page knows how
many there are. No telephone, no e-mail.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from bot.domain.attendance import Attendance, Attendee, Letterhead, Session, sessions
from bot.domain.event import Event, Leader
from bot.exports import pictures
from bot.exports.facts import facts
from bot.exports.grouping import Group, by_territory
from bot.exports.head import Head
from bot.exports.paper import PALE, Box, Paper, Style
from bot.i18n import Words

MARGIN = 12.0
WIDTH = 297 - 2 * MARGIN
BOTTOM = 210 - 13.0
"""Where the table ends at the latest; the page's number stands below."""

NEXT_TOP = MARGIN + 6
"""Where the table begins on the pages after the first."""

EMPTY_LINES = 4
"""Lines for those who come without being registered."""

ROW = 11.0
"""Millimetres of a line, at least: enough to sign in."""
BAND = 6.5
HEADER = 9.5
PADDING = 1.6
SIGNATURE = 17.0
SIGNATURES_A_ROW = 4
GAP = 5.0
SIGNER = (WIDTH - GAP * (SIGNATURES_A_ROW - 1)) / SIGNATURES_A_ROW
"""How wide the box of a leader's signature is."""

TEXT = Style(9.5)
NAME = Style(9.5, "B")
LABEL = Style(8.5, "B")
SMALL = Style(8, light=70)


@dataclass(frozen=True, slots=True)
class _Columns:
    """How wide each column is, millimetres; a party's own is 0 where everyone comes alone."""

    party: float
    name: float
    function: float
    organisation: float
    halves: tuple[float, ...]


def _columns(event: Event, halves: Sequence[Session]) -> _Columns:
    party = 0.0 if event.seats.only_size == 1 else 23.0
    signatures = (45.0, 45.0) if len(halves) == 2 else (58.0,)
    rest = WIDTH - party - sum(signatures)
    return _Columns(party, rest * 0.35, rest * 0.31, rest * 0.34, signatures)


@dataclass(frozen=True, slots=True)
class _Row:
    """One person, or an empty line: each cell in lines."""

    name: tuple[tuple[str, Style], ...] = ()
    function: tuple[str, ...] = ()
    organisation: tuple[str, ...] = ()

    @property
    def height(self) -> float:
        """Millimetres it takes."""
        lines = max(len(self.name), len(self.function), len(self.organisation))
        return max(ROW, lines * TEXT.line + 2 * PADDING)


@dataclass(frozen=True, slots=True)
class _Block:
    """What stays together where it fits: a party, the empty lines."""

    label: tuple[str, ...]
    rows: tuple[_Row, ...]

    @property
    def height(self) -> float:
        """Millimetres it takes."""
        return sum(row.height for row in self.rows)


@dataclass(frozen=True, slots=True)
class _Section:
    """Blocks under a band with their title; no band where it is empty."""

    title: str
    blocks: tuple[_Block, ...]


Draw = Callable[[float], None]
"""Draws something, given the millimetres from the page's top."""


@dataclass(slots=True)
class _Page:
    """What is drawn on a page, each with its height."""

    has_table: bool = True
    """Whether the table's header stands above it."""
    placed: list[tuple[float, Draw]] = field(default_factory=list)


def make(
    event: Event,
    attendance: Attendance,
    words: Words,
    made_at: datetime,
    letterhead: Letterhead,
) -> bytes:
    """The sheet as PDF.

    Raises:
        BadPictureError: one of the logos cannot be read.
    """
    logos = [pictures.read(one) for one in letterhead.logos]
    sheet = _Sheet(event, words, made_at, letterhead.file_number, logos)
    sheet.lay_out(attendance)
    return sheet.drawn()


class _Sheet:
    """One sheet while it is made."""

    def __init__(
        self,
        event: Event,
        words: Words,
        made_at: datetime,
        file_number: str,
        logos: Sequence[pictures.Picture],
    ) -> None:
        self.event, self.words, self.file_number = event, words, file_number
        self.halves = sessions(event)
        self.columns = _columns(event, self.halves)
        title = words.plain("paper.sheet.title")
        self.paper = Paper(
            f"{title} – {event.title}",
            author=event.organiser,
            language=words.language,
            made_at=made_at,
            orientation="landscape",
        )
        self.head = Head(
            self.paper,
            Box(MARGIN, MARGIN - 2, WIDTH),
            kicker=title,
            title=event.title,
            facts=facts(event, words, file_number),
            logos=logos,
        )
        self.pages = [_Page()]
        self.y = self._top + HEADER

    @property
    def _top(self) -> float:
        """Where the first page's table begins."""
        return self.head.bottom + 3

    def _turn_page(self, *, has_table: bool = True) -> None:
        self.pages.append(_Page(has_table))
        self.y = NEXT_TOP + (HEADER if has_table else 0)

    def _place(self, height: float, draw: Draw) -> None:
        self.pages[-1].placed.append((self.y, draw))
        self.y += height

    def _has_room(self, height: float) -> bool:
        return self.y + height <= BOTTOM or not self.pages[-1].placed

    # ---- What is laid out

    def lay_out(self, attendance: Attendance) -> None:
        """Give everything its page and its height."""
        for section in self._sections(attendance.coming):
            self._lay_out_section(section)
        empty = _Block((), (_Row(),) * EMPTY_LINES)
        self._lay_out_section(_Section(self.words.plain("paper.sheet.walk_ins"), (empty,)))
        self._lay_out_signatures()

    def _sections(self, people: Iterable[Attendee]) -> list[_Section]:
        territories = by_territory(people)
        is_asked = self.event.audience.territory or any(one.name for one in territories)
        return [
            _Section(
                (one.name or self.words.plain("paper.no_territory")) if is_asked else "",
                tuple(self._block(group) for group in one.groups),
            )
            for one in territories
        ]

    def _block(self, group: Group) -> _Block:
        size = self.words.plain(
            self.words.of_size("size.name", len(group.people)), size=len(group.people)
        )
        label = (group.code, size) if group.code else (self.words.plain("paper.walk_in"),)
        return _Block(label, tuple(self._row(one) for one in group.people))

    def _row(self, one: Attendee) -> _Row:
        columns, wrapped = self.columns, self.paper.wrapped
        width = columns.name - 2 * PADDING
        last = wrapped(one.last_name, width, NAME)
        first = wrapped(one.first_name, width, TEXT)
        return _Row(
            (*((line, NAME) for line in last), *((line, TEXT) for line in first)),
            tuple(wrapped(one.function, columns.function - 2 * PADDING, TEXT)),
            tuple(wrapped(one.organisation, columns.organisation - 2 * PADDING, TEXT)),
        )

    def _lay_out_section(self, section: _Section) -> None:
        page = 0
        for block in section.blocks:
            is_begun = page == len(self.pages)
            band = BAND if section.title and not is_begun else 0
            whole = band + block.height
            if not self._has_room(
                whole if whole <= self._full_page else band + block.rows[0].height
            ):
                self._turn_page()
            page = self._lay_out_block(section, block, page)

    @property
    def _full_page(self) -> float:
        """What fits on a page of its own, millimetres."""
        return BOTTOM - NEXT_TOP - HEADER

    def _lay_out_block(self, section: _Section, block: _Block, page: int) -> int:
        """Place a block that has room, or one too large for any page; gives the page it ends on."""
        part: list[_Row] = []
        for row in block.rows:
            if part and not self._has_room(sum(one.height for one in part) + row.height):
                self._place_rows(block.label, part)
                self._turn_page()
                part = []
            if page != len(self.pages):
                self._place_band(section.title, is_begun=page > 0)
                page = len(self.pages)
            part.append(row)
        self._place_rows(block.label, part)
        return page

    def _place_band(self, title: str, *, is_begun: bool) -> None:
        if title:
            text = self.words.plain("paper.continued", title=title) if is_begun else title
            self._place(BAND, partial(self._draw_band, text))

    def _place_rows(self, label: Sequence[str], rows: Sequence[_Row]) -> None:
        height = sum(row.height for row in rows)
        self._place(height, partial(self._draw_rows, label, tuple(rows)))

    def _lay_out_signatures(self) -> None:
        leaders = [self._signer(one) for one in self.event.leaders]
        height = max(map(len, leaders)) * TEXT.line + SIGNATURE
        for start in range(0, len(leaders), SIGNATURES_A_ROW):
            row = leaders[start : start + SIGNATURES_A_ROW]
            title = "" if start else self.words.plain("paper.sheet.signatures")
            above = BAND if title else 0
            if not self._has_room(GAP + above + height):
                self._turn_page(has_table=False)
            self.y += GAP / 2
            self._place(above + height, partial(self._draw_signers, title, height, row))

    def _signer(self, leader: Leader) -> list[tuple[str, Style]]:
        name = self.paper.wrapped(leader.name, SIGNER - 2 * PADDING, NAME)
        function = self.paper.wrapped(leader.function, SIGNER - 2 * PADDING, SMALL)
        return [*((line, NAME) for line in name), *((line, SMALL) for line in function)]

    # ---- What is drawn

    def drawn(self) -> bytes:
        """The file, once everything is laid out."""
        for number, page in enumerate(self.pages, 1):
            self.paper.add_page()
            if number == 1:
                self.head.draw()
            else:
                self._draw_running_head()
            if page.has_table:
                self._draw_header(self._top if number == 1 else NEXT_TOP)
            for y, draw in page.placed:
                draw(y)
            self._draw_number(number)
        return self.paper.made()

    def _draw_running_head(self) -> None:
        details = [self.words.day(self.event.date), self.event.place.name]
        if self.file_number:
            number = self.file_number
            details.append(self.words.plain("paper.file", number=number))
        text = " · ".join(details)
        box = Box(MARGIN, MARGIN - 2, WIDTH)
        details_width = self.paper.width_of(text, SMALL)
        self.paper.write_lines([text], box, SMALL, "right")
        title = self.paper.shortened(self.event.title, WIDTH - details_width - GAP, LABEL)
        self.paper.write_lines(title, box, LABEL)

    def _draw_number(self, number: int) -> None:
        text = self.words.plain("paper.page", page=number, pages=len(self.pages))
        self.paper.write_lines([text], Box(MARGIN, 210 - 10, WIDTH), SMALL, "right")
        keeper = self.words.plain("paper.sheet.organised", organiser=self.event.organiser)
        self.paper.write_lines(
            self.paper.shortened(keeper, WIDTH * 0.8, SMALL), Box(MARGIN, 210 - 10, WIDTH), SMALL
        )

    def _cells(self) -> list[tuple[float, float]]:
        """Where each column begins, and how wide it is."""
        one = self.columns
        widths = [one.party, one.name, one.function, one.organisation, *one.halves]
        return [(MARGIN + sum(widths[:place]), width) for place, width in enumerate(widths)]

    def _draw_header(self, y: float) -> None:
        words = self.words
        labels = [
            (words.plain("sheet.party"), ""),
            (words.plain("paper.sheet.name"), ""),
            (words.plain("sheet.function"), ""),
            (words.plain("sheet.organisation"), ""),
            *(
                (
                    words.plain(f"paper.half.{one.half}"),
                    words.plain("paper.span", start=words.hour(one.start), end=words.hour(one.end)),
                )
                for one in self.halves
            ),
        ]
        for (x, width), (label, hours) in zip(self._cells(), labels, strict=True):
            if width:
                self.paper.frame(Box(x, y, width, HEADER), ground=PALE)
                box = Box(x + PADDING, y + PADDING / 2, width - 2 * PADDING)
                below = self.paper.write_lines([label], box, LABEL)
                self.paper.write_lines([hours], Box(box.x, below, box.width), SMALL)

    def _draw_band(self, title: str, y: float) -> None:
        self.paper.frame(Box(MARGIN, y, WIDTH, BAND), ground=248)
        width = WIDTH - 2 * PADDING
        text = self.paper.shortened(title, width, NAME)
        self.paper.write_lines(text, Box(MARGIN + PADDING, y + 0.9, width), NAME)

    def _draw_rows(self, label: Sequence[str], rows: Sequence[_Row], y: float) -> None:
        whole = sum(row.height for row in rows)
        (x, width), *cells = self._cells()
        if not label:
            cells = self._cells()
        elif width:
            self.paper.frame(Box(x, y, width, whole))
            lines = [line for text in label for line in self.paper.wrapped(text, width - 2, SMALL)]
            self.paper.write_lines(lines, Box(x, y + PADDING, width), SMALL, "center")
        top = y
        for row in rows:
            for x, width in cells:
                if width:
                    self.paper.frame(Box(x, y, width, row.height))
            self._draw_row(row, y)
            y += row.height
        if self.columns.party:
            self.paper.frame(Box(MARGIN, top, WIDTH, whole), line_width=0.5)

    def _draw_row(self, row: _Row, y: float) -> None:
        _, (name, _), (function, _), (organisation, _), *_ = self._cells()
        top = y + PADDING
        for line, style in row.name:
            top = self.paper.write_lines([line], Box(name + PADDING, top, 0), style)
        for x, lines in ((function, row.function), (organisation, row.organisation)):
            self.paper.write_lines(lines, Box(x + PADDING, y + PADDING, 0), TEXT)

    def _draw_signers(
        self,
        title: str,
        height: float,
        row: Sequence[Sequence[tuple[str, Style]]],
        y: float,
    ) -> None:
        if title:
            self.paper.write_lines([title], Box(MARGIN, y, WIDTH), NAME)
            y += BAND
        for place, lines in enumerate(row):
            x = MARGIN + place * (SIGNER + GAP)
            self.paper.frame(Box(x, y, SIGNER, height - 2))
            top = y + PADDING
            for line, style in lines:
                top = self.paper.write_lines([line], Box(x + PADDING, top, 0), style)
