"""/organiser: the staff's home: the state of the day, what needs a look, where all the rest is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from markupsafe import Markup

from bot.conversation import phrases
from bot.conversation.messages import Button
from bot.conversation.phrases import LINE, PARAGRAPH
from bot.conversation.topic import Topic, Who
from bot.conversation.topics import (
    alerts,
    announcements,
    by_phone,
    check_in,
    day_facts,
    days,
    headcount,
    inbox,
    journal,
    paperwork,
    party_file,
    party_list,
    programme,
    registration,
    reminders,
    staff,
)
from bot.conversation.turn import Turn
from bot.domain.party import Party, naming_the_same
from bot.domain.seats import SeatCount

topic = Topic("desk", who=Who.STAFF)

MOST_OPENED = 3
"""Parties that one thing to look at has a button for, at most."""
SOON = timedelta(hours=12)
"""So long before its end an offer without an answer is to be looked at."""


@topic.command("organiser", in_menu=True)
@topic.pressed("desk")
async def show(turn: Turn, _argument: str = "", *, preface: Markup | None = None) -> None:
    """/organiser: the state of the day, what needs a look, and where to go from here."""
    matters = await to_be_seen(turn) if turn.is_organiser else []
    looks = [LINE.join([turn.words("desk.look"), *(one.said for one in matters)])]
    paragraphs = [
        *([preface] if preface is not None else []),
        *turn.about(),
        turn.words("desk.title", day=turn.words.day(turn.event.date)),
        await _state(turn),
        *(looks if matters else []),
    ]
    opening = dict.fromkeys(button for one in matters for button in one.buttons)
    turn.show(PARAGRAPH.join(paragraphs), *((one,) for one in opening), *await _rows(turn))


# ---- the state of the day


async def _state(turn: Turn) -> Markup:
    words, count = turn.words, await turn.seats()
    everybody = await turn.books.parties.everybody()
    lines = [_days_to_go(turn), headcount.seats(words, count)]
    lines.append(await headcount.waiting(turn, everybody))
    if turn.is_organiser:
        lines += [_registration(turn), _reminder(turn)]
    return LINE.join(line for line in lines if line)


def _days_to_go(turn: Turn) -> Markup:
    today = turn.now.astimezone(turn.event.zone).date()
    n = (turn.event.date - today).days
    if n > 1:
        return turn.words("desk.days", n=n)
    return turn.words({1: "desk.tomorrow", 0: "desk.today"}.get(n, "desk.over"))


def _registration(turn: Turn) -> Markup:
    when = phrases.until(turn.words, turn.event.closes_at)
    return turn.words("desk.open" if turn.books.is_open else "desk.closed", when=when)


def _reminder(turn: Turn) -> Markup:
    event = turn.event
    if turn.now >= event.starts_at:
        return Markup()
    is_to_come = turn.now < event.remind_at
    when = phrases.until(turn.words, event.remind_at)
    return turn.words("desk.reminds" if is_to_come else "desk.reminded", when=when)


# ---- what needs a look


@dataclass(frozen=True, slots=True)
class Matter:
    """Something that an organiser may want to act upon, and the buttons that lead to it."""

    said: Markup
    buttons: tuple[Button, ...] = ()


async def to_be_seen(turn: Turn) -> list[Matter]:
    """All that needs a look, what waits for an answer first."""
    everybody = await turn.books.parties.everybody()
    found = [*await _questions(turn), *_seats(turn, await turn.seats())]
    for one, other in naming_the_same(everybody):
        said = turn.words("headcount.double", one=one.code, other=other.code)
        found.append(Matter(said, _open(turn, (one, other))))
    return [*found, *await _offers(turn, everybody), *await _unreached(turn, everybody)]


async def _questions(turn: Turn) -> list[Matter]:
    n = len(await turn.books.questions.unanswered())
    said = turn.words("desk.unanswered", n=n)
    return [Matter(said, (turn.button("desk.answer", inbox.show),))] if n else []


def _seats(turn: Turn, count: SeatCount) -> list[Matter]:
    words, seats, found = turn.words, turn.event.seats, []
    capacity = (turn.button("desk.capacity", day_facts.ask, "capacity"),)
    if count.missing:
        found.append(Matter(words("headcount.missing", n=count.missing), capacity))
    smallest = min(seats.preferred_sizes or seats.sizes)
    if 0 < count.left < smallest:
        party = phrases.party_of(words, smallest)
        found.append(Matter(words("headcount.stranded", n=count.left, party=party), capacity))
    return found


async def _offers(turn: Turn, everybody: Iterable[Party]) -> list[Matter]:
    """Offers that end soon and that nobody has answered."""
    parties = {one.key: one for one in everybody}
    return [
        Matter(
            turn.words(
                "desk.lapsing", code=parties[key].code, when=phrases.until(turn.words, ends)
            ),
            _open(turn, [parties[key]]),
        )
        for key, ends in await turn.books.queue.offers(turn.now + SOON)
        if key in parties
    ]


async def _unreached(turn: Turn, everybody: Iterable[Party]) -> list[Matter]:
    """Parties that nothing reaches, and those that have no conversation."""
    words, found = turn.words, []
    unreached = await turn.books.deliveries.unreached()
    blocked = [party for party in everybody if unreached.intersection(party.addresses)]
    if blocked:
        said = words("headcount.unreached", n=len(blocked))
        found.append(Matter(said, _open(turn, blocked)))
    by_telephone = [party for party in everybody if not party.addresses]
    if by_telephone:
        said = words("headcount.by_phone", n=len(by_telephone))
        found.append(Matter(said, _open(turn, by_telephone)))
    return found


def _open(turn: Turn, parties: Iterable[Party]) -> tuple[Button, ...]:
    return tuple(party_file.opening_button(turn, one) for one in [*parties][:MOST_OPENED])


# ---- where to go from here


async def _rows(turn: Turn) -> list[tuple[Button, ...]]:
    own = await _own_row(turn)
    if not turn.is_organiser:
        refresh, everybody = _refresh(turn), turn.button("button.list", party_list.show_all)
        return [(turn.button("desk.checkin", check_in.show),), (refresh, everybody), own]
    waiting = len(await turn.books.questions.unanswered())
    return [
        (_refresh(turn), turn.button("button.headcount", headcount.show)),
        (turn.button("desk.checkin", check_in.show), turn.button("desk.papers", paperwork.show)),
        (
            turn.button("button.list", party_list.show_all),
            turn.button("desk.phone", by_phone.begin),
        ),
        (turn.button("desk.day", day_facts.show),),
        (
            turn.button("desk.announce", announcements.show),
            turn.button("desk.reminders", reminders.show),
        ),
        (
            _inbox(turn, waiting),
            turn.button("desk.alerts", alerts.show),
        ),
        (turn.button("desk.staff", staff.show), turn.button("desk.journal", journal.show)),
        own,
    ]


def _inbox(turn: Turn, waiting: int) -> Button:
    key = "desk.questions_waiting" if waiting else "desk.questions"
    return turn.button(key, inbox.show, count=waiting)


def _refresh(turn: Turn) -> Button:
    return turn.button("button.refresh", show)


async def _own_row(turn: Turn) -> tuple[Button, ...]:
    """Staff take part in the day as well."""
    several = [turn.button("button.days", days.show)] if days.several(turn) else []
    return (
        *await registration.register_row(turn),
        turn.button("button.programme", programme.page),
        *several,
    )
