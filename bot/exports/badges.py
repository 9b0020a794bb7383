"""Badges to cut out: ten to a page of A4, names that are read at two metres.

A badge is 85 × 54 mm, as the pockets and the perforated sheets that are sold.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import product

from bot.domain.attendance import Attendee
from bot.domain.event import Event
from bot.exports.grouping import by_territory
from bot.exports.paper import GREY, Box, Paper, Style
from bot.i18n import Words

COLUMNS, ROWS = 2, 5
WIDTH, HEIGHT = 85.0, 54.0
LEFT, TOP = (210 - COLUMNS * WIDTH) / 2, (297 - ROWS * HEIGHT) / 2
PADDING = 4.0
INSIDE = WIDTH - 2 * PADDING

NAME = Style(34, "B")
"""8.25 mm high in capitals: read at two metres and more."""
SMALLEST = 11.0
"""Points of a name, at least."""
NAME_HEIGHT = 29.0
"""Millimetres that names may fill."""
TITLE = Style(7, light=GREY)
ORGANISATION = Style(11, "B")
TERRITORY = Style(9.5)
SMALLEST_BELOW = 7.5
"""Points of a territory, at least; a longer one is shortened."""


def make(event: Event, people: Iterable[Attendee], words: Words, made_at: datetime) -> bytes:
    """The badges as PDF, in the order of the attendance sheet."""
    paper = Paper(
        f"{words.plain('paper.badges.title')} – {event.title}",
        author=event.organiser,
        language=words.language,
        made_at=made_at,
    )
    ordered = [
        one
        for territory in by_territory(people)
        for group in territory.groups
        for one in group.people
    ]
    a_page = COLUMNS * ROWS
    for start in range(0, max(len(ordered), 1), a_page):
        paper.add_page()
        on_page = ordered[start : start + a_page]
        for place, one in enumerate(on_page):
            row, column = divmod(place, COLUMNS)
            _draw(paper, event, one, Box(LEFT + column * WIDTH, TOP + row * HEIGHT, WIDTH, HEIGHT))
    return paper.made()


def _draw(paper: Paper, event: Event, one: Attendee, badge: Box) -> None:
    paper.frame(badge, line_width=0.1)
    inside = Box(badge.x + PADDING, badge.y + PADDING - 0.5, INSIDE)
    title = paper.shortened(event.title, INSIDE, TITLE, most=2)
    paper.write_lines(title, inside, TITLE, "center")
    lines, style = _name(paper, one)
    middle = badge.y + 10 + (NAME_HEIGHT - len(lines) * style.line) / 2
    paper.write_lines(lines, Box(inside.x, middle, INSIDE), style, "center")
    style = _organisation(paper, one)
    organisation = paper.shortened(one.organisation, INSIDE, style, most=2)
    territory_style = paper.fitting([one.territory], INSIDE, TERRITORY, SMALLEST_BELOW)
    territory = paper.shortened(one.territory, INSIDE, territory_style)
    below = len(organisation) * style.line + len(territory) * TERRITORY.line
    y = badge.y + HEIGHT - PADDING + 1 - below
    y = paper.write_lines(organisation, Box(inside.x, y, INSIDE), style, "center")
    paper.write_lines(territory, Box(inside.x, y, INSIDE), territory_style, "center")


def _organisation(paper: Paper, one: Attendee) -> Style:
    """As large as it fits: into one line above a territory, else into two."""
    room = 1 if one.territory else 2
    for style in (ORGANISATION, ORGANISATION.sized(10)):
        if len(paper.wrapped(one.organisation, INSIDE, style)) <= room:
            return style
    return ORGANISATION.sized(9)


def _name(paper: Paper, one: Attendee) -> tuple[list[str], Style]:
    """The name in the lines in which it can be written largest, and how large that is."""
    layouts = [
        [*first, *last] for first, last in product(_splits(one.first_name), _splits(one.last_name))
    ]
    styles = [_style(paper, lines) for lines in layouts]
    best = max(range(len(layouts)), key=lambda place: (styles[place].size, -len(layouts[place])))
    style = styles[best]
    return [line for text in layouts[best] for line in paper.shortened(text, INSIDE, style)], style


def _style(paper: Paper, lines: Sequence[str]) -> Style:
    """The largest style in which these lines fit, in width and in height."""
    style = paper.fitting(lines, INSIDE, NAME, SMALLEST)
    height = len(lines) * style.line
    return style if height <= NAME_HEIGHT else style.sized(style.size * NAME_HEIGHT / height)


def _splits(name: str) -> list[list[str]]:
    """A name in one line, and in two: broken at each of its spaces and hyphens."""
    places = [place + 1 for place, letter in enumerate(name) if letter in " -"]
    broken = [[name[:place].strip(), name[place:].strip()] for place in places]
    return [[name] if name else [], *(parts for parts in broken if all(parts))]
