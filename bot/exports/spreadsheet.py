"""The list of members as CSV that a French Excel opens right: BOM, semicolons, CRLF.

A cell that a spreadsheet would take for a formula is set behind an apostrophe (OWASP, « CSV
injection »), so that nothing somebody typed as their name is ever calculated.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Sequence

_FORMULA = re.compile(r"[\s\x00-\x1f\u00ad\u200b-\u200f\u2060\ufeff]*[=+\-@]|[\t\r\n]")
"""Spaces and invisible signs in front do not stop a spreadsheet from seeing the formula."""


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A CSV file with a header line, UTF-8 with BOM."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerow(header)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    # NFKC: full-width and small signs count as the plain ones that a spreadsheet makes of them.
    is_formula = _FORMULA.match(unicodedata.normalize("NFKC", cell))
    return f"'{cell}" if is_formula else cell
