"""The list of members as CSV that a French Excel opens right: BOM, semicolons, CRLF.

A cell that a spreadsheet would take for a formula is set behind an apostrophe (OWASP, « CSV
injection »), so that nothing somebody typed as their name is ever calculated.
"""

import csv
import io
from collections.abc import Iterable, Sequence

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_FULL_WIDTH = {0xFF1D: "=", 0xFF0B: "+", 0xFF0D: "-", 0xFF20: "@"}


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A CSV file with a header line, UTF-8 with BOM."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerow(header)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    # Spaces and full-width signs in front do not stop a spreadsheet from seeing the formula.
    start = cell.lstrip(" \u00a0\u202f").translate(_FULL_WIDTH)
    return f"'{cell}" if start.startswith(_STARTS_A_FORMULA) else cell
