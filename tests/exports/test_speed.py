"""Each paper takes less than two seconds for 300 people: of the processor, which is shared."""

import time
from collections.abc import Callable
from datetime import date, timedelta

import pytest

from bot.domain.attendance import Letterhead
from bot.exports import papers
from exports.people import NOW, PELUSSIN, logo, people, words

EVERYBODY = people(300, checked_in=True)
HEAD = Letterhead("RA-0873", (logo(), logo((300, 300), "JPEG", "red")) * 2)
DAYS = {date(2015, 1, 1) + timedelta(days=day): day % 9 for day in range(60)}

PAPERS: dict[str, Callable[[], object]] = {
    "sheet": lambda: papers.attendance_sheet(PELUSSIN, EVERYBODY, words(), NOW, HEAD),
    "badges": lambda: papers.badges(PELUSSIN, EVERYBODY.coming, words(), NOW),
    "certificate": lambda: papers.certificate(PELUSSIN, EVERYBODY.present[0], words(), NOW, HEAD),
    "certificates": lambda: papers.certificates(PELUSSIN, EVERYBODY.coming, words(), NOW, HEAD),
    "review": lambda: papers.review_text(PELUSSIN, EVERYBODY, words(), NOW, HEAD, with_names=True),
    "review tables": lambda: papers.review_workbook(PELUSSIN, EVERYBODY, words(), with_names=True),
    "chart": lambda: papers.registrations_chart(PELUSSIN, DAYS, words()),
    "code": lambda: papers.qr_code("https://t.me/binome_bot?start=PIL-7F3K"),
}


@pytest.mark.parametrize("paper", PAPERS)
def test_it_is_made_in_less_than_two_seconds(paper: str) -> None:
    began = time.process_time()
    PAPERS[paper]()
    assert time.process_time() - began < 2
