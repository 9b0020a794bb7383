"""The papers' libraries are loaded with the first paper, not with the bot."""

import subprocess
import sys

HEAVY = {"fpdf", "fontTools", "PIL", "docx", "lxml", "segno", "xlsxwriter"}


def test_a_bot_that_makes_no_paper_loads_none_of_them() -> None:
    script = "import sys, bot.app, bot.exports.papers; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True
    ).stdout.split()
    assert HEAVY.isdisjoint(loaded)
