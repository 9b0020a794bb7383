"""A table as an Excel file (.xlsx): sorted, filtered and read without a further gesture.

Texts are written as texts: nothing that somebody typed as their name is ever calculated.
"""

import io
from collections.abc import Iterable, Sequence
from datetime import datetime

import xlsxwriter

Cell = str | datetime | None
"""A text; a moment without a zone, as clocks there show it; nothing."""

WIDEST = 420
"""Pixels of a column, at most: longer texts are cut off until it is drawn wider."""


AS_WIDE_AS_A_MOMENT = 17
"""Characters of a day with its hour and the filter's button."""


def table(title: str, header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """One sheet, its first line a header that stays in sight and filters the columns.

    Args:
        title: the sheet's name, at most 31 characters.
        header: what the columns are called.
        rows: the lines; a moment becomes a real date.
    """
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        bold = book.add_format({"bold": True})
        moment = book.add_format({"num_format": "dd/mm/yyyy hh:mm", "align": "left"})
        sheet = book.add_worksheet(title)
        for column, text in enumerate(header):
            sheet.write_string(0, column, text, bold)
        last, moments = 0, set()
        for last, row in enumerate(rows, 1):
            for column, cell in enumerate(row):
                if isinstance(cell, datetime):
                    sheet.write_datetime(last, column, cell, moment)
                    moments.add(column)
                elif cell:
                    sheet.write_string(last, column, cell)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, last, len(header) - 1)
        sheet.autofit(WIDEST)
        for column in moments:
            sheet.set_column(column, column, AS_WIDE_AS_A_MOMENT)
    return file.getvalue()
