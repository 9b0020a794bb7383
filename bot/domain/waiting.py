"""The waiting list: who is offered the seats that come free, and until when. Pure functions.

The rule, in order of the list:

1. A party is offered all the seats it needs, as soon as that many are free.
2. A party that needs more than there are is passed over: those behind it who fit may have them.
   That happens to it at most `passes` times.
3. Then free seats are kept for it, and nobody behind it gets any, until it can come, or until a
   day (`Rules.keep_until`) after which no seat is kept empty any more.

So no seat is sold twice, nobody starves, and no seat is idle while somebody who fits waits,
except those that are kept for a party whose turn it is. Somebody who is not on the list is
treated as the last on it: see `open_seats`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from typing import Self
from zoneinfo import ZoneInfo

from bot.domain.event import Event
from bot.domain.keys import PartyKey

WORK_BEGINS = time(8)
WORK_ENDS = time(20)
"""Between these hours, Monday to Friday, an offer's time runs."""

LARGEST_SHARE = 4
"""Near the day an offer lasts at most a quarter of the time that is left for registering."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A party on the list: how many seats it needs, how often it was passed over."""

    party: PartyKey
    seats: int
    passed: int = 0


@dataclass(frozen=True, slots=True)
class Rules:
    """What the event file says about the list."""

    passes: int
    """How often a party may be passed over."""
    keeps: bool
    """Whether seats may still be kept for a party whose turn it is: the day is far enough."""

    @classmethod
    def of(cls, event: Event, now: datetime) -> Self:
        """The rules of an event at a moment (UTC)."""
        return cls(event.waiting_list.passes, now < event.keeps_seats_until)


@dataclass(frozen=True, slots=True)
class Allocation:
    """Who gets an offer now, who was passed over how often, for whom seats are kept."""

    offered: tuple[Waiting, ...]
    waiting: tuple[Waiting, ...]
    """Those who still wait, in order, with the number of times they were passed over."""
    kept_for: PartyKey | None
    """The party whose turn it is, while seats are kept for it."""


def allocate(queue: Sequence[Waiting], free: int, rules: Rules) -> Allocation:
    """Decide who is offered the free seats."""
    offered: list[Waiting] = []
    still: list[Waiting] = []
    for at, party in enumerate(queue):
        if party.seats <= free:
            free -= party.seats
            offered.append(party)
            still = [passed_over(one) for one in still]
        else:
            still.append(party)
        due = first_due(still, rules)
        if due is not None:
            return Allocation(tuple(offered), (*still, *queue[at + 1 :]), due.party)
    return Allocation(tuple(offered), tuple(still), None)


def passed_over(party: Waiting) -> Waiting:
    """The party after somebody behind it got seats."""
    return replace(party, passed=party.passed + 1)


def first_due(queue: Iterable[Waiting], rules: Rules) -> Waiting | None:
    """The first party that may not be passed over any more."""
    if not rules.keeps:
        return None
    return next((party for party in queue if party.passed >= rules.passes), None)


def open_seats(queue: Sequence[Waiting], free: int, rules: Rules) -> int:
    """How many of the free seats somebody who is not on the list may have.

    None while somebody on the list fits, or while seats are kept for a party whose turn it is.
    """
    if first_due(queue, rules) is not None or any(party.seats <= free for party in queue):
        return 0
    return free


def offer_ends(now: datetime, hours: float, closes_at: datetime, zone: ZoneInfo) -> datetime:
    """When an offer made now ends: so many working hours later, sooner near the day.

    Args:
        now: the moment of the offer, UTC.
        hours: working hours, counted from 8 to 20 on weekdays in the zone.
        closes_at: when registration closes, UTC: no offer outlasts it, and none takes more than a
            quarter of the time until then.
    """
    by_work = _working_hours_after(now.astimezone(zone), timedelta(hours=hours)).astimezone(UTC)
    share = now + (closes_at - now) / LARGEST_SHARE
    return _easily_kept(min(by_work, max(share, now)), now, zone)


def _easily_kept(end: datetime, now: datetime, zone: ZoneInfo) -> datetime:
    """The end, moved back into working hours, or to a quarter of an hour, where time is left."""
    local = end.astimezone(zone)
    quarter = local.replace(minute=local.minute // 15 * 15, second=0, microsecond=0)
    if _last_working_moment(quarter).astimezone(UTC) - now >= timedelta(hours=3):
        return _last_working_moment(quarter).astimezone(UTC)
    return quarter.astimezone(UTC) if quarter - now >= timedelta(hours=1) else end


def _last_working_moment(moment: datetime) -> datetime:
    day = moment.date()
    if moment.time() < WORK_BEGINS:
        day -= timedelta(days=1)
    while day.weekday() > 4:
        day -= timedelta(days=1)
    return min(moment, datetime.combine(day, WORK_ENDS, moment.tzinfo))


def _working_hours_after(start: datetime, left: timedelta) -> datetime:
    moment = start
    while True:
        opens = datetime.combine(moment.date(), WORK_BEGINS, moment.tzinfo)
        closes = datetime.combine(moment.date(), WORK_ENDS, moment.tzinfo)
        moment = max(moment, opens)
        if moment.weekday() < 5 and moment < closes:
            if left <= closes - moment:
                return moment + left
            left -= closes - moment
        moment = datetime.combine(moment.date() + timedelta(days=1), WORK_BEGINS, moment.tzinfo)
