"""Too many people for one party are several parties."""

import pytest

from bot import event_file
from bot.domain.dividing import divided
from bot.domain.event import Seats
from bot.settings import BUNDLED_EVENT


def seats(*sizes: int, preferred: tuple[int, ...] = ()) -> Seats:
    given = event_file.load(BUNDLED_EVENT).seats
    return given.model_copy(update={"sizes": sizes, "preferred_sizes": preferred})


@pytest.mark.parametrize(
    ("people", "sizes"),
    [(4, [2, 2]), (5, [3, 2]), (6, [3, 3]), (7, [3, 2, 2]), (12, [3, 3, 3, 3]), (13, []), (0, [])],
)
def test_so_many_people_make_the_fewest_parties(people: int, sizes: list[int]) -> None:
    assert divided(people, seats(1, 2, 3, preferred=(2, 3))) == sizes


def test_nobody_is_left_alone() -> None:
    assert divided(2, seats(1, 3, 4)) == []


def test_where_all_come_alone_each_is_a_party() -> None:
    assert divided(3, seats(1)) == [1, 1, 1]
    assert divided(5, seats(1)) == []


def test_sizes_that_the_day_prefers_come_first() -> None:
    assert divided(8, seats(2, 4, 5, preferred=(2,))) == [2, 2, 2, 2]
    assert divided(8, seats(2, 4, 5)) == [4, 4]
