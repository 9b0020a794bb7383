"""What lies on top of an event's file holds, can be taken back, and makes a file again."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import event_file
from bot.domain.changes import NEW, Edit, Table, changed_keys, merged, value_of
from bot.domain.event import Event, Papers
from bot.exports import event_toml
from bot.i18n import data_folder

EVENTS = [event_file.load(path) for path in sorted(data_folder("events").glob("*.toml"))]


def table_of(event: Event) -> Table:
    """An event as it is kept."""
    table: Table = event.model_dump(mode="json")
    return table


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=30
).filter(lambda text: bool(text.strip()))
PARTS = st.fixed_dictionaries({"title": WORDS, "points": st.lists(WORDS, max_size=3)})
QUESTIONS = st.fixed_dictionaries(
    {"asked": st.lists(WORDS, min_size=1, max_size=3), "answer": WORDS}
)


def edit(key: str, values: st.SearchStrategy[Any]) -> st.SearchStrategy[Edit]:
    """Changes of one key."""
    return values.map(lambda value: Edit(keys=(key,), values=(value,)))


def new_item(key: str, values: st.SearchStrategy[Any]) -> st.SearchStrategy[Edit]:
    """Items more of a list."""
    return values.map(lambda value: Edit(keys=(key,), values=(value,), item=NEW))


EDITS = st.one_of(
    edit("title", WORDS),
    edit("answers.meal", st.none() | WORDS),
    edit("answers.price", st.none() | WORDS),
    edit("place.address", st.none() | WORDS),
    edit("seats.capacity", st.integers(1, 500)),
    edit("registration_closes", st.none() | st.just("2015-01-02T12:00:00")),
    edit("programme", st.lists(PARTS, min_size=1, max_size=3)),
    new_item("programme", PARTS),
    new_item("question", QUESTIONS),
    st.sampled_from(["title", "answers.meal", "programme", "seats.capacity"]).map(
        lambda key: Edit(keys=(key,))
    ),
)


@given(st.sampled_from(EVENTS), st.lists(EDITS, max_size=6))
def test_any_changes_hold_and_make_a_file_that_says_the_same(
    event: Event, edits: list[Edit]
) -> None:
    facts: Table = table_of(event)
    changes: Table = {}
    for one in edits:
        changes = one.on_top(facts, changes)
        if one.values is not None and one.item is None:
            assert value_of(merged(facts, changes), one.keys[0]) == one.values[0]
    changed = event_file.check_changed(merged(facts, changes), ())
    written = event_toml.written(changed, "La journée")
    assert read_again(written) == changed


def read_again(content: bytes) -> Event:
    """The event of a file."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "event.toml"
        path.write_bytes(content)
        return event_file.load(path)


@pytest.mark.parametrize("event", EVENTS, ids=lambda one: one.code)
def test_the_file_of_an_unchanged_day_is_that_day(event: Event) -> None:
    assert read_again(event_toml.written(event, "Deux\nlignes")) == event


def test_logos_and_the_file_s_number_are_in_the_file(tmp_path: Path) -> None:
    logo = tmp_path / "logo.png"
    logo.write_bytes(b"picture")
    papers = Papers(logos=(str(logo),), file_number="LEADER-2016-7")
    event = EVENTS[0].model_copy(update={"papers": papers})
    assert read_again(event_toml.written(event, "La journée")) == event


@given(st.lists(EDITS, min_size=1, max_size=5))
def test_taken_back_the_file_holds_again(edits: list[Edit]) -> None:
    facts: Table = table_of(EVENTS[0])
    changes: Table = {}
    for one in edits:
        changes = one.on_top(facts, changes)
    for key in sorted(changed_keys(changes)):
        changes = Edit(keys=(key,)).on_top(facts, changes)
    assert changes == {}


def test_what_the_file_says_by_now_is_no_change_any_more() -> None:
    facts = table_of(EVENTS[0])
    changes = Edit(keys=("seats.capacity",), values=(30,)).on_top(facts, {})
    assert changes == {"seats": {"capacity": 30}}
    back = Edit(keys=("seats.capacity",), values=(facts["seats"]["capacity"],))
    assert back.on_top(facts, changes) == {}


def test_an_answer_of_the_file_can_be_unsaid() -> None:
    (die,) = (one for one in EVENTS if one.code == "die-2026")
    facts = table_of(die)
    changes = Edit(keys=("answers.meal",), values=(None,)).on_top(facts, {})
    assert "meal" not in event_file.check_changed(merged(facts, changes), ()).answers


def test_items_are_seen_one_by_one() -> None:
    facts = table_of(EVENTS[0])
    first, second = Edit(keys=("programme",), item=0), Edit(keys=("programme",), item=1)
    changed = Edit(keys=("programme",), item=0, values=({"title": "Autre", "points": []},))
    after = merged(facts, changed.on_top(facts, {}))
    assert first.seen(facts) != first.seen(after)
    assert second.seen(facts) == second.seen(after)
