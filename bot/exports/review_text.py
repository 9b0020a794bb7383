"""The review as a text to be completed by hand (DOCX)."""

import io
import unicodedata
from datetime import datetime

from docx import Document
from docx.document import Document as Text
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import _Cell, _Row

from bot.domain.attendance import Attendance, Letterhead
from bot.domain.event import Event
from bot.exports import pictures
from bot.exports.facts import facts
from bot.exports.review import tables
from bot.exports.spreadsheet import Table
from bot.i18n import Words

NARROW = 2.3
"""Centimetres of a column of figures or marks."""
FONT = "Arial"
TEXT_WIDTH = 17.0
"""Centimetres between the margins of A4."""


def make(
    event: Event,
    attendance: Attendance,
    words: Words,
    made_at: datetime,
    letterhead: Letterhead,
    *,
    with_names: bool,
) -> bytes:
    """The review as DOCX.

    Raises:
        BadPictureError: one of the logos cannot be read.
    """
    text = _blank(event, words, made_at)
    if letterhead.logos:
        run = text.add_paragraph().add_run()
        for logo in letterhead.logos:
            picture = pictures.read(logo)
            height = min(1.8, 4 / picture.ratio)
            run.add_picture(io.BytesIO(picture.content), height=Cm(height))
            run.add_text("   ")
    text.add_heading(words.plain("review.title"), 0)
    text.add_paragraph(event.title).runs[0].bold = True
    made = (words.plain("review.made_on"), words.day(made_at))
    for label, fact in [*facts(event, words, letterhead.file_number), made]:
        line = text.add_paragraph()
        line.paragraph_format.space_after = Pt(1)
        line.add_run(words.plain("paper.fact", label=label)).bold = True
        line.add_run(fact)
    for table in tables(event, attendance, words, with_names=with_names):
        _add(text, table)
    file = io.BytesIO()
    text.save(file)
    return file.getvalue()


def _blank(event: Event, words: Words, made_at: datetime) -> Text:
    """A text of A4 without a word, in our font and language."""
    text = Document()
    section = text.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(2)
    for name, size in (("Normal", 10), ("Title", 22), ("Heading 1", 13)):
        style = text.styles[name]
        style.font.name, style.font.size = FONT, Pt(size)
        style.font.color.rgb = RGBColor(0, 0, 0)
        fonts = style.element.rPr.rFonts
        for of in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{of}"), None)
    for border in text.styles["Title"].element.iter(qn("w:bottom")):
        border.set(qn("w:color"), "000000")
    for language in text.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), {"fr": "fr-FR", "en": "en-GB"}.get(words.language, "fr-FR"))
    core = text.core_properties
    core.title = f"{words.plain('review.title')} – {event.title}"
    core.author = core.last_modified_by = event.organiser
    core.comments = ""
    core.created = core.modified = made_at
    core.language = words.language
    return text


def _add(text: Text, table: Table) -> None:
    """A table below its title; its header comes again on each page, its lines are not torn."""
    text.add_heading(table.title, 1)
    grid = text.add_table(len(table.rows) + 1, len(table.header), "Table Grid")
    grid.autofit = False
    widths = _widths(table)
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = Cm(width)
    for number, (row, cells) in enumerate(zip(grid.rows, [table.header, *table.rows], strict=True)):
        _mark(row, "w:cantSplit")
        if number == 0:
            _mark(row, "w:tblHeader")
        for cell, content, width in zip(row.cells, cells, widths, strict=True):
            cell.width = Cm(width)
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_before = Pt(1.5)
            paragraph.paragraph_format.space_after = Pt(1.5)
            run = paragraph.add_run("" if content is None else _clean(str(content)))
            run.bold = number == 0
            run.font.size = Pt(9)
            if number == 0:
                _shade(cell)
            if width == NARROW:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _widths(table: Table) -> list[float]:
    """Centimetres of the columns: figures and marks take little, texts share the rest by length."""
    longest = [
        max(len(str(row[column])) if isinstance(row[column], str) else 0 for row in table.rows)
        for column in range(len(table.header))
    ]
    weights = [12 + min(length, 30) if length > 3 else 0 for length in longest]
    rest = TEXT_WIDTH - NARROW * weights.count(0)
    return [rest * weight / sum(weights) if weight else NARROW for weight in weights]


def _shade(cell: _Cell) -> None:
    ground = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", "E6E6E6")):
        ground.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(ground)


def _mark(row: _Row, what: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(what))


def _clean(text: str) -> str:
    """A text without what XML cannot carry."""
    return "".join(
        (" " if letter.isspace() else "") if unicodedata.category(letter)[0] == "C" else letter
        for letter in text
    )
