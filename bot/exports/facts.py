"""What the head of every paper says of its day."""

from bot.domain.attendance import sessions
from bot.domain.event import Event
from bot.i18n import Words

Fact = tuple[str, str]
"""What a fact is called, and what it is."""


def facts(event: Event, words: Words, file_number: str) -> list[Fact]:
    """Date, hours, place, organiser, file number where there is one."""
    found = [
        (words.plain("paper.date"), words.day(event.date)),
        (words.plain("paper.hours"), hours(event, words)),
        (words.plain("paper.place"), event.place.whole),
        (words.plain("paper.organiser"), event.organiser),
    ]
    if file_number:
        found.append((words.plain("paper.file_number"), file_number))
    return found


def hours(event: Event, words: Words) -> str:
    """« 9 h 30 – 12 h 30 et 14 h – 17 h »."""
    return words.listing(
        words.plain("paper.span", start=words.hour(one.start), end=words.hour(one.end))
        for one in sessions(event)
    )
