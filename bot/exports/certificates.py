"""The certificate of attendance: one person, one page of A4, the hours they were there.

What costs most is the font, which each file carries: all certificates in one file, to be printed,
take no longer than a few on their own.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from bot.domain.attendance import Attendee, Letterhead, sessions
from bot.domain.event import Event
from bot.exports import pictures
from bot.exports.errors import NotPresentError
from bot.exports.facts import Fact
from bot.exports.paper import GREY, Box, Paper, Style
from bot.i18n import Words

MARGIN = 24.0
WIDTH = 210 - 2 * MARGIN
LOGOS = Box(MARGIN, 18, WIDTH, 20)
TOP = 62.0
LABELS = 40.0
BOTTOM = 285.0
"""Where the page ends."""
SIGNATURE, LEAST_SIGNATURE = 38.0, 20.0
"""Millimetres for a leader's name, function and signature, at most and at least."""

TITLE = Style(24, "B")
SAYS = Style(12)
NAME = Style(20, "B")
SMALLEST_NAME = 16.0
"""Points of a name in one line, at least; a longer one takes two."""
EVENT = Style(14, "B")
LABEL = Style(10, light=GREY)
FACT = Style(11.5)
SIGNER = Style(11, "B")
FUNCTION = Style(9.5, light=GREY)


def make(
    event: Event,
    people: Sequence[Attendee],
    words: Words,
    made_at: datetime,
    letterhead: Letterhead,
) -> bytes:
    """Certificates as PDF, a page a person, in the order given.

    Raises:
        NotPresentError: there is nobody, or somebody was checked in for no half of the day.
        BadPictureError: one of the logos cannot be read.
    """
    if not people or len(present(event, people)) < len(people):
        raise NotPresentError("checked in for no half of the day")
    logos = [pictures.read(logo) for logo in letterhead.logos]
    title = words.plain("paper.certificate.title")
    names = [one.name for one in people if len(people) == 1]
    paper = Paper(
        " – ".join([title, *names, event.title]),
        author=event.organiser,
        language=words.language,
        made_at=made_at,
    )
    for one in people:
        paper.add_page()
        paper.put_pictures(logos, LOGOS)
        y = _who_and_what(paper, event, one, words, TOP if logos else TOP - LOGOS.height)
        y = _details(paper, _facts(event, one, words, letterhead), y + 10)
        made = words.plain("paper.certificate.made", town=event.place.town, day=words.day(made_at))
        y = paper.write_lines([made], Box(MARGIN, y + 8, WIDTH), SAYS) + 8
        _signatures(paper, event, y)
    return paper.made()


def present(event: Event, people: Iterable[Attendee]) -> list[Attendee]:
    """Those who were checked in for a half that the day has."""
    halves = sessions(event)
    return [one for one in people if one.attended(halves)]


def _who_and_what(paper: Paper, event: Event, one: Attendee, words: Words, top: float) -> float:
    who = ", ".join(filter(None, (one.function, one.organisation)))
    y = _centred(paper, words.plain("paper.certificate.title"), TITLE, top) + 14
    y = _centred(paper, words.plain("paper.certificate.attests", who=event.organiser), SAYS, y) + 5
    name = paper.fitting([one.name], WIDTH, NAME, SMALLEST_NAME)
    y = _centred(paper, one.name, name, y) + 1
    y = _centred(paper, who, SAYS, y) + 5
    y = _centred(paper, words.plain("paper.certificate.took_part"), SAYS, y) + 4
    y = _centred(paper, event.title, EVENT, y) + 1
    return _centred(paper, event.kind, SAYS, y)


def _details(paper: Paper, facts: Iterable[Fact], y: float) -> float:
    for label, text in facts:
        paper.write_lines([label], Box(MARGIN, y + 0.5, LABELS), LABEL)
        lines = paper.wrapped(text, WIDTH - LABELS, FACT)
        y = paper.write_lines(lines, Box(MARGIN + LABELS, y, WIDTH), FACT) + 1.5
    return y


def _centred(paper: Paper, text: str, style: Style, y: float) -> float:
    lines = paper.balanced(text, WIDTH, style)
    return paper.write_lines(lines, Box(MARGIN, y, WIDTH), style, "center")


def _facts(event: Event, one: Attendee, words: Words, letterhead: Letterhead) -> list[Fact]:
    attended = one.attended(sessions(event))
    halves = words.listing(
        words.plain(
            "paper.certificate.half",
            half=words.plain(f"paper.half.{session.half}").lower(),
            start=words.hour(session.start),
            end=words.hour(session.end),
        )
        for session in attended
    )
    there = sum((session.length for session in attended), timedelta())
    found = [
        (words.plain("paper.date"), words.day(event.date)),
        (words.plain("paper.place"), event.place.whole),
        (words.plain("paper.certificate.presence"), halves),
        (words.plain("paper.certificate.length"), words.length(there // timedelta(minutes=1))),
    ]
    if letterhead.file_number:
        found.append((words.plain("paper.file_number"), letterhead.file_number))
    return found


def _signatures(paper: Paper, event: Event, y: float) -> None:
    """The leaders beside each other, with room to sign below each, as many as the page holds."""
    columns = 2 if len(event.leaders) < 5 else 3
    width = WIDTH / columns
    rows = -(-len(event.leaders) // columns)
    step = max(min(SIGNATURE, (BOTTOM - y) / rows), LEAST_SIGNATURE)
    for place, leader in enumerate(event.leaders):
        row, column = divmod(place, columns)
        box = Box(MARGIN + column * width, y + row * step, width - 4)
        if box.y + LEAST_SIGNATURE > BOTTOM:
            return
        below = paper.write_lines(paper.shortened(leader.name, box.width, SIGNER), box, SIGNER)
        function = paper.shortened(leader.function, box.width, FUNCTION, most=2)
        paper.write_lines(function, Box(box.x, below + 0.5, box.width), FUNCTION)
