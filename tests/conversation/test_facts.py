"""Every fact of the day has its sentences, fits a button, and reads the example given."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot import event_file, i18n
from bot.conversation.buttons import ButtonData, unpack
from bot.conversation.facts import FACTS, SECTIONS, About, Fact, UnreadError, section_of, table_of
from bot.domain.changes import NEW, Edit, merged
from bot.domain.event import Event
from bot.i18n import data_folder, languages

EVENTS = [event_file.load(path) for path in sorted(data_folder("events").glob("*.toml"))]
ALL = pytest.mark.parametrize("fact", FACTS.values(), ids=lambda fact: fact.name)


def about(event: Event) -> About:
    """The morning of a day two weeks before."""
    return About(event, datetime(event.date.year, event.date.month - 1, 16, 9, tzinfo=event.zone))


@ALL
@pytest.mark.parametrize("language", languages())
def test_every_fact_has_its_sentences(fact: Fact, language: str) -> None:
    words = i18n.words(language, ZoneInfo("Europe/Paris"))
    keys = [f"facts.label.{fact.name}", f"facts.write.{fact.how}"]
    keys += [f"facts.section.{section_of(fact)}"]
    keys += [f"facts.add.{fact.name}"] if fact.item else []
    assert [key for key in keys if not words.has(key)] == []
    for event in EVENTS:
        fact.said(words, event)


@ALL
def test_every_fact_fits_a_button(fact: Fact) -> None:
    item = 99 if fact.item else ""
    data = ButtonData("day_choose", f"{fact.name}.{item}.abcdef").pack()
    assert unpack(data) is not None
    assert len(data.encode()) <= 64


@ALL
@pytest.mark.parametrize("event", EVENTS, ids=lambda one: one.code)
def test_the_example_is_read_and_can_hold(fact: Fact, event: Event) -> None:
    words = i18n.words("fr", event.zone)
    said = words.plain(f"facts.write.{fact.how}")
    examples = re.findall(r"«\s?(.+?)\s?»", said) or ["Titre\n- un point"]
    for example in examples:
        text = example.replace("12/3/2026", "18/2/2027")
        text = "la veille à midi" if fact.how == "closing" else text
        try:
            values = fact.read(text.replace("jeudi ", ""), about(event))
        except UnreadError as error:
            pytest.fail(f"{example}: {error.why}")
        edit = Edit(keys=fact.keys, values=values, item=NEW if fact.item else None)
        facts = table_of(event)
        event_file.check_changed(merged(facts, edit.on_top(facts, {})), fact.keys)


def test_sections_hold_every_fact_once() -> None:
    names = [fact.name for facts in SECTIONS.values() for fact in facts]
    assert len(names) == len(set(names)) == len(FACTS)
