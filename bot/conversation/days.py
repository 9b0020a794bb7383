"""Which day somebody talks about, where there are several."""

import re
from collections.abc import Mapping
from datetime import datetime

from babel.dates import format_date

from bot.conversation.buttons import unpack
from bot.conversation.messages import Command, Input, Press, Text
from bot.conversation.state import Dialogue
from bot.days import Day, offered
from bot.domain.keys import EventKey, Invitation
from bot.i18n import languages
from bot.store.addresses import Correspondent
from bot.store.books import Transaction
from bot.understanding.normal import plain
from bot.usecases.team import hashed

INVITATION = "equipe_"
DAY = "jour_"
"""What a link carries before a teammate's token, and before a day's key."""

_OF_A_DAY = re.compile(r"[a-z]+_(?P<event>[0-9]{1,6})(?:_.*)?")
"""Other links name their event: see `Turn.link_of_day`."""

Days = Mapping[EventKey, Day]


async def day_meant(said: Input, who: Correspondent, days: Days, changing: Transaction) -> Day:
    """The day that an input is about: the one it names, else the one they talked about last.

    Raises:
        LookupError: there is no day at all.
    """
    current = _current(who, days, changing.now)
    match said:
        case Press(data):
            return days.get(_pressed(data, who), current)
        case Command("start", argument):
            return days.get(await _linked(argument, changing), current)
        case Text(text):
            return _named(text, who, current, days, changing.now)
        case _:
            return current


def _current(who: Correspondent, days: Days, now: datetime) -> Day:
    """The day they talked about last, as long as it is not over; else the next one."""
    last = days.get(who.event) if who.event is not None else None
    if last is not None and last.event.ends_at > now:
        return last
    to_come = offered(days, now)
    if last is not None and not to_come:
        return last
    if not days:
        raise LookupError("no day is known: no event file was read")
    return to_come[0] if to_come else days[max(days)]


def _pressed(data: str, who: Correspondent) -> EventKey:
    """The event of a button; one sent before buttons named theirs is about the last one then."""
    pressed = unpack(data)
    if pressed is None or pressed.event:
        return pressed.event if pressed is not None else EventKey(0)
    return max(who.dialogues, default=EventKey(0))


async def _linked(argument: str, changing: Transaction) -> EventKey:
    if argument.startswith(INVITATION):
        token = Invitation(argument.removeprefix(INVITATION))
        return await changing.events.of_invitation(hashed(token))
    named = _OF_A_DAY.fullmatch(argument)
    return EventKey(int(named["event"]) if named is not None else 0)


def _named(text: str, who: Correspondent, current: Day, days: Days, now: datetime) -> Day:
    """The one day whose town or date is in a text, unless it may be an answer about another."""
    other = other_day(text, current.key, days, now) if len(days) > 1 else None
    standing = who.dialogues.get(current.key)
    if other is None or (standing is not None and _has_question(standing.state)):
        return current
    return other


def _has_question(state: str) -> bool:
    return bool(state) and Dialogue.model_validate_json(state).step is not None


def other_day(text: str, current: EventKey, days: Days, now: datetime) -> Day | None:
    """The one other day to come that a text names; None: it names none, or several."""
    named = [day for day in offered(days, now) if is_named(text, day)]
    return named[0] if len(named) == 1 and named[0].key != current else None


def is_named(text: str, day: Day) -> bool:
    """Whether a text names a day by its town or its date: « le 6 octobre »."""
    said = plain(text)
    names = [plain(day.event.place.town)]
    names += [plain(format_date(day.event.date, "d MMMM", locale=one)) for one in languages()]
    return any(re.search(rf"\b{re.escape(name)}\b", said) for name in names)


def token_of(argument: str) -> str:
    """The token of a link that names its day: what follows the day's key."""
    return argument.partition("_")[2]
