"""Tables as an Excel file (.xlsx) or as CSV: sorted, filtered and read without a further gesture.

Texts are written as texts: nothing that somebody typed as their name is ever calculated.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

Cell = str | int | datetime | None
"""A text; a number; a moment without a zone, as clocks there show it; nothing."""

WIDEST = 420
"""Pixels of a column, at most: longer texts are cut off until it is drawn wider."""


AS_WIDE_AS_A_MOMENT = 17
"""Characters of a day with its hour and the filter's button."""

_CALCULATED = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula when it opens a CSV."""


@dataclass(frozen=True, slots=True)
class Table:
    """Lines under a header."""

    title: str
    """The sheet's name, at most 31 characters, none of `[]:*?/` among them."""
    header: Sequence[str]
    """What the columns are called."""
    rows: Sequence[Sequence[Cell]]
    """The lines; a moment becomes a real date, a number a real number."""


def workbook(tables: Iterable[Table]) -> bytes:
    """A sheet a table, each with a header that stays in sight and filters the columns."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        bold = book.add_format({"bold": True})
        moment = book.add_format({"num_format": "dd/mm/yyyy hh:mm", "align": "left"})
        for table in tables:
            _fill(book.add_worksheet(table.title), table, bold=bold, moment=moment)
    return file.getvalue()


def _fill(sheet: Worksheet, table: Table, *, bold: Format, moment: Format) -> None:
    for column, text in enumerate(table.header):
        sheet.write_string(0, column, text, bold)
    last, moments = 0, set()
    for last, row in enumerate(table.rows, 1):
        for column, cell in enumerate(row):
            if isinstance(cell, datetime):
                sheet.write_datetime(last, column, cell, moment)
                moments.add(column)
            elif isinstance(cell, int):
                sheet.write_number(last, column, cell)
            elif cell:
                sheet.write_string(last, column, cell)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, len(table.header) - 1)
    sheet.autofit(WIDEST)
    for column in moments:
        sheet.set_column(column, column, AS_WIDE_AS_A_MOMENT)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def comma_separated(table: Table) -> bytes:
    """The table as CSV as French spreadsheets open it: semicolons, UTF-8 with its mark.

    Where a text would be calculated, an apostrophe stands before it.
    """
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    writer.writerow(table.header)
    writer.writerows([_as_text(cell) for cell in row] for row in table.rows)
    return file.getvalue().encode("utf-8-sig", errors="replace")


def _as_text(cell: Cell) -> str:
    if isinstance(cell, datetime):
        return f"{cell:%d/%m/%Y %H:%M}"
    if isinstance(cell, str):
        return f"'{cell}" if cell.lstrip(" \u00a0\u200b").startswith(_CALCULATED) else cell
    return "" if cell is None else str(cell)
