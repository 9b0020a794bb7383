"""The spreadsheet opens right in a French Excel, and calculates nothing that somebody wrote."""

import csv
import io
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.exports.spreadsheet import table


def read(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_bom_semicolons_and_windows_line_ends() -> None:
    content = table(["nom", "fonction"], [["Marie", "élue ; adjointe"], ["O'Neil", 'dite "Lou"']])
    assert content.startswith("\ufeff".encode())
    assert content.decode("utf-8-sig").split("\r\n") == [
        '"nom";"fonction"',
        '"Marie";"élue ; adjointe"',
        '"O\'Neil";"dite ""Lou"""',
        "",
    ]


def test_without_rows_there_is_still_the_header() -> None:
    assert read(table(["nom"], [])) == [["nom"]]


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "+33 6",
        "-1",
        "@SUM(A1)",
        " =1+1",
        "\u00a0=1+1",
        "\u202f+1",
        "\u2003=1+1",
        "\t=1+1",
        "\tMarie",
        "\r\n=1+1",
        "＝1+1",
        "＋1",
        "－1",
        "＠SUM(A1)",
        "  ＝1+1",
        "﹢1",
        "\u200b=1+1",
        "\ufeff=1+1",
        "\x00=1+1",
    ],
)
def test_what_would_be_a_formula_is_set_behind_an_apostrophe(cell: str) -> None:
    assert read(table(["nom"], [[cell]]))[1] == [f"'{cell}"]


@pytest.mark.parametrize(
    "cell", ["", "Marie", "Saint-Flour", "06 39 98 12 34", "a=b", "l'élue", " Marie", "½"]
)
def test_anything_else_stays_as_it_is(cell: str) -> None:
    assert read(table(["nom"], [[cell]]))[1:] == [[cell]]


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_no_cell_begins_with_a_formula_sign_and_none_is_lost(cell: str) -> None:
    ((shown,),) = read(table(["nom"], [[cell]]))[1:] or [[""]]
    assert not unicodedata.normalize("NFKC", shown).strip().startswith(("=", "+", "-", "@"))
    assert shown.removeprefix("'") == cell.removeprefix("'")
