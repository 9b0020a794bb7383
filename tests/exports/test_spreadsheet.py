"""The spreadsheet as Excel reads it: real dates, texts that stay texts, a header that filters."""

import io
from datetime import datetime

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from bot.exports.spreadsheet import Cell, Table, workbook


def read(content: bytes) -> Worksheet:
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    assert isinstance(sheet, Worksheet)
    return sheet


def sheet_of(*rows: list[Cell]) -> Worksheet:
    return read(workbook([Table("Inscrits", ["nom", "quand"], rows)]))


def test_header_and_lines() -> None:
    sheet = sheet_of(["Marie", None], ["O'Neil", ""])
    assert sheet.title == "Inscrits"
    assert list(sheet.iter_rows(values_only=True)) == [
        ("nom", "quand"),
        ("Marie", None),
        ("O'Neil", None),
    ]


def test_the_header_stays_in_sight_and_filters() -> None:
    sheet = sheet_of(["Marie", None], ["Paul", None])
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:B3"
    assert sheet["A1"].font.b


def test_a_moment_is_a_real_date() -> None:
    cell = sheet_of(["Marie", datetime(2015, 3, 4, 9, 30)])["B2"]
    assert cell.is_date
    assert cell.value == datetime(2015, 3, 4, 9, 30)
    assert cell.number_format == "dd/mm/yyyy hh:mm"


def test_columns_are_as_wide_as_what_they_hold() -> None:
    sheet = sheet_of(["x" * 40, None], ["y" * 2000, datetime(2015, 3, 4, 9, 30)])
    widths = [sheet.column_dimensions[column].width for column in "AB"]
    assert 40 < widths[0] < 70
    assert 12 < widths[1] < 25


def test_without_lines_there_is_still_the_header() -> None:
    assert list(read(workbook([Table("Inscrits", ["nom"], [])])).iter_rows(values_only=True)) == [
        ("nom",)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+33 6",
        "-1",
        "@SUM(A1)",
        " =1+1",
        "\t=1+1",
        "＝1+1",
        "\u200b=1+1",
        "{=1+1}",
        "http://example.org",
        "mailto:a@example.org",
        "1234",
        "2015-03-05",
        "true",
    ],
)
def test_nothing_that_somebody_wrote_is_calculated_or_a_link(text: str) -> None:
    cell = sheet_of([text, None])["A2"]
    assert (cell.data_type, cell.value, cell.hyperlink) == ("s", text, None)


@settings(deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1))
def test_any_text_is_kept_as_it_is(text: str) -> None:
    cell = sheet_of([text, None])["A2"]
    assert cell.data_type == "s"
    assert cell.value == text
