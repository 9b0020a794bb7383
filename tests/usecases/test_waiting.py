"""The waiting list's rule: examples from the documentation, then any list."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.keys import PartyKey
from bot.domain.waiting import Rules, Waiting, allocate, offer_ends, open_seats

PARIS = ZoneInfo("Europe/Paris")
RULES = Rules(passes=2, keeps=True)


def queue(*seats: int, passed: tuple[int, ...] = ()) -> list[Waiting]:
    times = [*passed, *[0] * len(seats)]
    return [Waiting(PartyKey(at), needs, times[at]) for at, needs in enumerate(seats)]


def keys(parties: Iterable[Waiting]) -> list[int]:
    return [party.party for party in parties]


def test_the_first_who_fits_gets_an_offer() -> None:
    result = allocate(queue(2, 1), 2, RULES)
    assert keys(result.offered) == [0]
    assert keys(result.waiting) == [1]


def test_a_larger_party_is_passed_over_and_remembers_it() -> None:
    result = allocate(queue(3, 2), 2, RULES)
    assert keys(result.offered) == [1]
    assert [party.passed for party in result.waiting] == [1]
    assert result.kept_for is None


def test_after_so_many_times_seats_are_kept_for_it() -> None:
    result = allocate(queue(3, 2, passed=(2,)), 2, RULES)
    assert result.offered == ()
    assert result.kept_for == 0


def test_within_one_allocation_too() -> None:
    result = allocate(queue(3, 1, 1, 1), 2, Rules(passes=1, keeps=True))
    assert keys(result.offered) == [1]
    assert result.kept_for == 0


def test_near_the_day_no_seat_is_kept_empty() -> None:
    result = allocate(queue(3, 2, passed=(5,)), 2, Rules(passes=2, keeps=False))
    assert keys(result.offered) == [1]


def test_somebody_new_is_last() -> None:
    assert open_seats(queue(), 2, RULES) == 2
    assert open_seats(queue(3), 2, RULES) == 2
    assert open_seats(queue(3, passed=(2,)), 2, RULES) == 0
    assert open_seats(queue(2), 2, RULES) == 0


parties = st.lists(st.tuples(st.integers(1, 3), st.integers(0, 4)), max_size=8).map(
    lambda pairs: [Waiting(PartyKey(at), n, passed) for at, (n, passed) in enumerate(pairs)]
)
rules = st.builds(Rules, passes=st.integers(0, 3), keeps=st.booleans())


@given(parties, st.integers(0, 12), rules)
def test_any_allocation(waiting: list[Waiting], free: int, by: Rules) -> None:
    result = allocate(waiting, free, by)
    given_away = sum(party.seats for party in result.offered)
    assert given_away <= free, "never more than there are"
    assert sorted(keys(result.offered) + keys(result.waiting)) == sorted(keys(waiting))
    assert keys(result.waiting) == [p.party for p in waiting if p.party in keys(result.waiting)]
    left = free - given_away
    if result.kept_for is None:
        assert all(party.seats > left for party in result.waiting), "no seat idle for who fits"
    for party in result.waiting:
        before = next(one for one in waiting if one.party == party.party)
        assert party.passed <= max(by.passes, before.passed) or not by.keeps, "nobody starves"
        behind = [
            one
            for one in result.offered
            if keys(waiting).index(one.party) > keys(waiting).index(party.party)
        ]
        assert party.passed - before.passed == len(behind)
    assert allocate(result.waiting, left, by).offered == (), "deciding again changes nothing"


@given(parties, st.integers(0, 12), rules)
def test_whoever_could_go_first_does(waiting: list[Waiting], free: int, by: Rules) -> None:
    if waiting and waiting[0].seats <= free:
        assert allocate(waiting, free, by).offered[0] == waiting[0]


@pytest.mark.parametrize(
    ("now", "hours", "ends"),
    [
        ("2015-02-16 10:00", 4, "2015-02-16 14:00"),
        ("2015-02-16 18:00", 4, "2015-02-17 10:00"),
        ("2015-02-20 18:00", 4, "2015-02-23 10:00"),
        ("2015-02-21 12:00", 4, "2015-02-23 12:00"),
        ("2015-02-17 03:00", 4, "2015-02-17 12:00"),
        ("2015-02-12 10:00", 24, "2015-02-16 10:00"),
        ("2015-03-04 17:30", 24, "2015-03-04 21:30"),
    ],
)
def test_offers_count_working_hours(now: str, hours: float, ends: str) -> None:
    closes = datetime(2015, 3, 5, 9, 30, tzinfo=PARIS).astimezone(UTC)
    start = datetime.fromisoformat(now).replace(tzinfo=PARIS).astimezone(UTC)
    expected = datetime.fromisoformat(ends).replace(tzinfo=PARIS)
    assert offer_ends(start, hours, closes, PARIS) == expected


@given(
    st.datetimes(datetime(2015, 1, 1), datetime(2015, 4, 30)),
    st.floats(0.1, 72),
)
def test_no_offer_outlasts_the_registration(start: datetime, hours: float) -> None:
    now = start.replace(tzinfo=UTC)
    closes = now + timedelta(days=3)
    assert now < offer_ends(now, hours, closes, PARIS) <= closes
