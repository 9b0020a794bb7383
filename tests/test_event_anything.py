"""Whatever somebody writes at any place of an event file is taken, or refused in French."""

import copy
import tomllib
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from test_event import ENGLISH

from bot import event_file
from bot.event_file import EventError
from bot.i18n import data_folder

Place = tuple[str | int, ...]

WRITTEN: dict[str, Any] = tomllib.loads(
    (data_folder("events") / "die-2026.toml").read_text("utf-8")
)
ANYTHING: tuple[Any, ...] = (
    *(7, -1, 10**30, 0.5, float("nan"), float("inf"), True, "", "x", "é'\"<b>", "0" * 5000),
    *([], ["x", 7], [[1]], {}, {"x": 1}, [{"x": 1}]),
    *(date(2026, 6, 18), time(9, 30), datetime(2026, 6, 18, 9), datetime(1, 1, 1, tzinfo=UTC)),
    *(date(1, 1, 1), date(9999, 12, 31), datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59)),
)
BECAUSE_OF_ANOTHER = {"end", "registration_closes", "seats", "le fichier"}
"""Keys that can become wrong when another one changes."""


def places_in(value: object, place: Place = ()) -> Iterator[Place]:
    """Where there is something: keys, items, and those inside them."""
    match value:
        case dict():
            inside: list[tuple[Any, Any]] = list(value.items())
        case list():
            inside = list(enumerate(value))
        case _:
            inside = []
    for key, one in inside:
        yield (*place, key)
        yield from places_in(one, (*place, key))


@pytest.mark.parametrize(
    "place", list(places_in(WRITTEN)), ids=lambda place: ".".join(map(str, place))
)
def test_anything_is_taken_or_refused_in_french(place: Place) -> None:
    for thing in ANYTHING:
        table: Any = copy.deepcopy(WRITTEN)
        spot = table
        for key in place[:-1]:
            spot = spot[key]
        spot[place[-1]] = thing
        try:
            event_file.check(Path("die.toml"), table)
        except EventError as error:
            for line in str(error).splitlines():
                _, key, said = line.split(" : ", 2)
                assert key.partition(",")[0].partition(".")[0] in {place[0], *BECAUSE_OF_ANOTHER}
                assert not ENGLISH.search(said), line
