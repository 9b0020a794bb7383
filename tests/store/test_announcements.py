"""What organisers write to many, and the reminders they add: each leaves once."""

import json
from datetime import UTC, datetime, timedelta

from bot.domain.keys import EventKey, PartyKey, Subject
from bot.store.announcements import State
from bot.store.books import transaction
from bot.store.database import Database
from bot.store.deliveries import ANNOUNCEMENT, PROGRESS, Tally

from .samples import EVENT, NOW, claim_all, keys

Days = tuple[EventKey, EventKey]
LATER = NOW + timedelta(minutes=1)
OVER = datetime(2015, 3, 5, tzinfo=UTC)


async def test_a_draft_takes_the_place_of_the_one_before_and_leaves_once(
    database: Database, days: Days
) -> None:
    marie, paul = await keys(database, 1, 2)
    async with transaction(database, NOW) as changing:
        told = (await changing.books(days[0], EVENT)).announcements
        first = await told.draft(marie, "Bonjour", who="Marie Dupont")
        other = await told.draft(paul, "Salut", who="Paul Martin")
        second = await told.draft(
            marie, "Le plan", who="Marie Dupont", file_kind="photo", file="f1"
        )
        assert await told.of_key(first) is None
        assert await told.of_key(other) is not None
        assert await told.latest(5) == []
        assert not await told.start(first, "all:", chats=3)
        assert await told.start(second, "all:", chats=3)
        assert not await told.start(second, "all:", chats=3)
        await told.forget_draft(second, marie)  # it has left
        await told.forget_draft(other, marie)  # it is not hers
        (under_way,) = await told.under_way()
    assert (under_way.key, under_way.state, under_way.chats) == (second, State.SENDING, 3)
    assert (under_way.file_kind, under_way.file, under_way.who) == ("photo", "f1", "Marie Dupont")
    async with transaction(database, LATER) as changing:
        assert await changing.events.with_news(LATER) == [days[0]]
        told = (await changing.books(days[0], EVENT)).announcements
        elsewhere = (await changing.books(days[1], EVENT)).announcements
        assert await elsewhere.of_key(second) is None
        assert not await elsewhere.stop(second)
        assert await told.stop(second)
        assert not await told.stop(second)
        (stopping,) = await told.under_way()
        assert not await told.end(under_way)  # it is not what it was
        assert await told.end(stopping)
        assert not await told.end(stopping)
        assert await told.under_way() == []
        (ended,) = await told.latest(5)
        assert (ended.state, ended.ended_at) == (State.STOPPED, LATER)
        await told.forget_draft(other, paul)
        assert await told.of_key(other) is None
        assert await changing.events.with_news(LATER) == []


async def test_what_became_of_the_messages_is_counted_and_the_rest_is_stopped(
    database: Database, days: Days
) -> None:
    people = await keys(database, 1, 2, 3, 4)
    subject = Subject("a.7")
    async with transaction(database, NOW) as changing:
        books = await changing.books(days[0], EVENT)
        await books.deliveries.owe(ANNOUNCEMENT, subject, people, NOW, OVER)
    async with transaction(database, NOW) as changing:
        first, second, third, _ = await claim_all(changing, LATER)
        await changing.outgoing.set_sent(first, 501)
        await changing.outgoing.set_failed(second, "blocked")
        await changing.outgoing.put_off(third, LATER, tries=0)
        books = await changing.books(days[0], EVENT)
        counted = await books.deliveries.tally(subject, ANNOUNCEMENT)
        assert counted == Tally(1, 2, ((second.address, "blocked"),))
        await books.deliveries.stop(subject, ANNOUNCEMENT)  # the fourth is on its way
        counted = await books.deliveries.tally(subject, ANNOUNCEMENT)
        assert counted == Tally(1, 1, ((second.address, "blocked"),))
        nothing = await books.deliveries.tally(Subject("a.8"), ANNOUNCEMENT)
        assert nothing == Tally()
        assert await books.deliveries.of_kind(ANNOUNCEMENT) == (1, 1)


async def test_a_message_is_said_anew_as_early_as_ever_and_in_its_own_place(
    database: Database, days: Days
) -> None:
    marie, paul = await keys(database, 1, 2)
    subject, early = Subject("a.7"), NOW - timedelta(seconds=1)
    async with transaction(database, NOW) as changing:
        books = await changing.books(days[0], EVENT)
        await books.deliveries.note_said(PROGRESS, subject, [marie], early, OVER)
        await books.deliveries.note_message(PROGRESS, subject, marie, 400)
        await books.deliveries.owe(ANNOUNCEMENT, subject, [paul], NOW, OVER)
        await books.deliveries.say_anew(PROGRESS, subject, sent_by=early, due_at=early)
        (announced,) = await claim_all(changing, LATER)  # it was said just now
        assert announced.kind == ANNOUNCEMENT
        await books.deliveries.say_anew(PROGRESS, subject, sent_by=NOW, due_at=early)
        (progress,) = await claim_all(changing, LATER)
        assert (progress.kind, progress.message_id) == (PROGRESS, 400)
        await changing.outgoing.put_off(progress, LATER, tries=0)
        await books.deliveries.say_anew(PROGRESS, subject, sent_by=NOW, due_at=early)
        assert await claim_all(changing, LATER) == []  # it has to wait
    async with transaction(database, LATER) as changing:
        books = await changing.books(days[0], EVENT)
        await books.deliveries.owe(ANNOUNCEMENT, Subject("a.8"), [paul], NOW, OVER)
        await books.deliveries.say_anew(PROGRESS, subject, sent_by=NOW, due_at=early)
        first, *_ = await claim_all(changing, LATER + timedelta(minutes=1))
        assert first.kind == PROGRESS
        await changing.outgoing.set_sent(first, 401)
        await books.deliveries.owe(PROGRESS, subject, [marie], early, OVER)
        (again,) = await claim_all(changing, LATER + timedelta(minutes=1))
        assert again.message_id == 401


async def test_an_extra_reminder_is_moved_taken_back_and_taken_once_when_it_is_due(
    database: Database, days: Days
) -> None:
    async with transaction(database, NOW) as changing:
        extra = (await changing.books(days[0], EVENT)).extra_reminders
        one = await extra.add(LATER, "Pensez-y.")
        two = await extra.add(OVER, "")
        three = await extra.add(LATER, "")
        assert await extra.take_due() == []
        assert await extra.remove(three)
        assert not await extra.remove(three)
        assert not await extra.move(three, LATER)
        assert [found.key for found in await extra.all()] == [one, two]
        assert await changing.events.with_news(NOW) == []
        assert await changing.events.with_news(LATER) == [days[0]]
        elsewhere = (await changing.books(days[1], EVENT)).extra_reminders
        assert await elsewhere.of_key(one) is None
        assert not await elsewhere.remove(one)
    async with transaction(database, LATER) as changing:
        extra = (await changing.books(days[0], EVENT)).extra_reminders
        (due,) = await extra.take_due()
        assert (due.key, due.message) == (one, "Pensez-y.")
        assert await extra.take_due() == []
        assert not await extra.remove(one)
        assert not await extra.move(one, OVER)
        assert await extra.move(two, LATER)
        assert [found.key for found in await extra.take_due()] == [two]


async def test_changes_lie_on_top_of_the_facts_table_by_table_and_are_known_by_the_revision(
    database: Database, days: Days
) -> None:
    async with transaction(database, NOW) as changing:
        before = (await changing.event_rows())[days[0]].revision
        await changing.events.change(days[0], '{"reminder": {"days_before": 2, "at": "10:00:00"}}')
        await changing.events.change(days[0], '{"reminder": {"days_before": 3}, "title": "Été"}')
    async with transaction(database, NOW) as changing:
        assert (await changing.event_rows())[days[0]].revision == before + 2
        _, changes = (await changing.events.facts([days[0]]))[days[0]]
        _, others = (await changing.events.facts([days[1]]))[days[1]]
    reminder = {"days_before": 3, "at": "10:00:00"}
    assert json.loads(changes) == {"reminder": reminder, "title": "Été"}
    assert json.loads(others) == {}


def test_subjects_say_what_a_message_is_about() -> None:
    party, draft = Subject("p.12"), Subject("abcdefgh")
    extra, announced, day = Subject("x.3.12"), Subject("a.7"), Subject("e.1")
    assert [one.party_key for one in (party, draft, extra, announced, day)] == [12, 0, 12, 0, 0]
    assert [one.announcement_key for one in (party, extra, announced)] == [0, 0, 7]
    assert [one.extra_reminder_key for one in (party, extra, announced)] == [0, 3, 0]
    assert Subject.extra_reminder(extra.extra_reminder_key, PartyKey(12)) == extra
