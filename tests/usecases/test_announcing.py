"""Whom an announcement is for, that it leaves once, whom it reached; reminders that are planned."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.days import Days
from bot.domain.keys import AddressKey, AnnouncementKey, DraftId
from bot.domain.party import Application, Member, Party
from bot.domain.roles import Role, StaffMember
from bot.store.announcements import Announcement, State
from bot.store.books import transaction
from bot.store.deliveries import (
    ANNOUNCEMENT,
    DAY_CHANGED,
    EXTRA_REMINDER,
    PROGRESS,
    REMINDER,
    REPORT,
    Delivery,
    Tally,
)
from bot.usecases import announcing, notices, register, reminding
from bot.usecases.announcing import Audience, To

from .samples import NOW, Counter, event_of, member


def at(address: AddressKey, *names: str) -> Member:
    return replace(member(*names), address=address)


async def register_all(counter: Counter) -> list[Party]:
    """Two with a chat each; one who comes and one who waits; an agent; one by telephone."""
    marie, paul, karim, nora, _ = counter.people[:5]
    counter.event = event_of(4)  # so that nobody who waits gets an offer
    agent = member("Karim", "Benali", category="staff")
    parties: list[tuple[list[Any], int, str, tuple[AddressKey, ...]]] = [
        (
            [
                replace(member("Marie", "Dupont"), address=marie),
                replace(member("Paul"), address=paul),
            ],
            2,
            "Le Pilat",
            (marie,),
        ),
        ([member("Jeanne", "Blanc", phone="+33639981234")], 1, "Vivarais", ()),
        ([replace(agent, address=karim), member("Luc", "Perrin")], 1, "le pilat", (karim,)),
        ([at(nora, "Nora", "Petit")], 0, "Vivarais", (nora,)),
    ]
    found = []
    for number, (people, seats, territory, owners) in enumerate(parties):
        async with counter.books() as books:
            wanted = Application(DraftId(f"d{number}"), territory, tuple(people), seats, owners)
            party = await register.confirm(books, wanted)
        assert isinstance(party, Party)
        found.append(party)
    return found


@pytest.mark.parametrize(
    ("audience", "people", "chats", "without"),
    [
        (Audience(To.ALL), 6, [0, 1, 2, 3], 1),
        (Audience(To.COMING), 4, [0, 1, 2], 1),
        (Audience(To.WAITING), 2, [2, 3], 0),
        (Audience(To.SILENT), 4, [0, 1, 2], 1),
        (Audience(To.TERRITORY, "LE PILAT"), 4, [0, 1, 2], 0),
        (Audience(To.CATEGORY, "staff"), 1, [2], 0),
        (Audience(To.CATEGORY, "civil"), 0, [], 0),
    ],
    ids=str,
)
async def test_who_is_meant_and_where_they_read_it(
    counter: Counter, audience: Audience, people: int, chats: list[int], without: int
) -> None:
    await register_all(counter)
    async with counter.books() as books:
        reach = announcing.reach(await books.parties.everybody(), audience)
    assert reach.people == people
    assert sorted(reach.chats) == [counter.people[place] for place in chats]
    assert len(reach.without) == without
    assert Audience.read(audience.stored) == audience


async def test_who_is_silent_is_asked_alone_and_not_whoever_has_answered(counter: Counter) -> None:
    marie_and_paul, *_ = await register_all(counter)
    async with counter.books() as books:
        assert not await reminding.was_asked(books, await books.parties.everybody())
        await notices.note_coming(books, marie_and_paul, counter.people[1])
        parties = await books.parties.everybody()
        assert await reminding.was_asked(books, parties)
        reach = announcing.reach(parties, Audience(To.SILENT))
    # Paul has answered; Marie reads hers, and not his.
    assert sorted(reach.chats) == [counter.people[0], counter.people[2]]
    assert reach.people == 3


async def write(counter: Counter, author: int = 9) -> AnnouncementKey:
    async with counter.books() as books:
        return await books.announcements.draft(counter.people[author], "Bonjour", who="Anne")


async def start(counter: Counter, key: AnnouncementKey, **more: Any) -> bool:
    async with counter.books() as books:
        return await announcing.start(books, key, Audience(To.ALL), **more)


async def settle(counter: Counter) -> None:
    async with counter.books() as books:
        await announcing.settle(books)


async def claims(counter: Counter) -> list[Delivery]:
    found = []
    async with transaction(counter.database, counter.now) as changing:
        while (
            one := await changing.outgoing.claim(counter.now + timedelta(minutes=1))
        ) is not None:
            found.append(one)
            await changing.outgoing.set_sent(one)
    return found


async def found(counter: Counter, key: AnnouncementKey) -> Announcement:
    async with counter.books() as books:
        one = await books.announcements.of_key(key)
    assert one is not None
    return one


async def test_it_leaves_once_and_its_author_hears_how_far_it_is_then_the_report(
    counter: Counter,
) -> None:
    await register_all(counter)
    key = await write(counter)
    assert await start(counter, key)
    assert not await start(counter, key)
    progress, *announced = await claims(counter)
    assert (progress.kind, progress.address) == (PROGRESS, counter.people[9])
    assert {one.kind for one in announced} == {ANNOUNCEMENT}
    assert sorted(one.address for one in announced) == counter.people[:4]
    counter.later(seconds=1)
    await settle(counter)
    assert (await found(counter, key)).state is State.SENT
    assert [one.kind for one in await claims(counter)] == [PROGRESS, REPORT]
    await settle(counter)
    assert await claims(counter) == []


async def test_what_is_said_in_place_is_said_anew_every_three_seconds(counter: Counter) -> None:
    await register_all(counter)
    key = await write(counter)
    assert await start(counter, key, message_id=77)
    await settle(counter)
    async with transaction(counter.database, counter.now) as changing:
        first = await changing.outgoing.claim(counter.now + timedelta(minutes=1))
        assert first is not None
        assert first.kind == ANNOUNCEMENT  # the button's answer has said it
    counter.later(seconds=4)
    await settle(counter)
    async with transaction(counter.database, counter.now) as changing:
        second = await changing.outgoing.claim(counter.now + timedelta(minutes=1))
        assert second is not None
        assert (second.kind, second.message_id) == (PROGRESS, 77)


async def test_stopped_it_ends_when_what_is_on_its_way_has_arrived(counter: Counter) -> None:
    await register_all(counter)
    key = await write(counter)
    await start(counter, key, message_id=77)
    async with transaction(counter.database, counter.now) as changing:
        on_its_way = await changing.outgoing.claim(counter.now + timedelta(minutes=1))
    assert on_its_way is not None
    async with counter.books() as books:
        assert await announcing.stop(books, key)
        assert not await announcing.stop(books, key)
    await settle(counter)
    assert (await found(counter, key)).state is State.STOPPING
    async with transaction(counter.database, counter.now) as changing:
        await changing.outgoing.set_failed(on_its_way, "blocked")
    await settle(counter)
    one = await found(counter, key)
    assert one.state is State.STOPPED
    async with counter.books() as books:
        told = await announcing.report(books, one)
    assert (told.sent, told.unsent) == (0, 3)
    assert [reader.name for _, reader in told.blocked] == ["Marie Dupont"]
    assert [reader.name for _, reader in told.unreached] == ["Jeanne Blanc"]


async def test_whoever_is_removed_meanwhile_reads_no_report(counter: Counter) -> None:
    anne = StaffMember(counter.people[9], "Anne", Role.ORGANISER, NOW, "Dominique")
    async with counter.books() as books:
        await books.staff.put(anne)
    invited, fixed = await write(counter), await write(counter, author=10)
    for key in (invited, fixed):
        one = await found(counter, key)
        async with counter.books() as books:
            assert await announcing.author_may_read(books, one)
            await books.staff.remove(counter.people[9])
            assert await announcing.author_may_read(books, one) is not one.invited
            await books.staff.put(anne)
            await books.staff.put(replace(anne, role=Role.RECEPTION))
            assert await announcing.author_may_read(books, one) is not one.invited
            await books.staff.put(anne)


async def test_the_time_left_follows_those_before() -> None:
    one = Announcement(AnnouncementKey(1), AddressKey(1), "", NOW, "", State.SENDING, chats=100)
    assert announcing.seconds_left(one, Tally(0, 100), timedelta(0)) == pytest.approx(6.0)
    assert announcing.seconds_left(one, Tally(50, 50), timedelta(seconds=100)) == 100.0


# ---- reminders


async def owed(counter: Counter) -> list[str]:
    return [one.kind for one in await claims(counter)]


async def test_an_extra_reminder_goes_to_whoever_comes_when_it_is_due(counter: Counter) -> None:
    async with counter.books() as books:
        await books.extra_reminders.add(NOW + timedelta(hours=1), "")
    await register_all(counter)  # after it was planned
    async with counter.books() as books:
        await reminding.settle(books)
    assert await owed(counter) == []
    counter.later(hours=1)
    for _ in range(2):
        async with counter.books() as books:
            await reminding.settle(books)
    assert await owed(counter) == [EXTRA_REMINDER] * 3


async def test_none_leaves_when_the_day_has_begun(counter: Counter) -> None:
    await register_all(counter)
    async with counter.books() as books:
        await books.extra_reminders.add(NOW + timedelta(hours=1), "")
    counter.now = counter.event.starts_at
    async with counter.books() as books:
        await reminding.settle(books)
    assert EXTRA_REMINDER not in await owed(counter)


async def test_the_day_s_own_reminder_moves_for_every_process_and_with_what_is_owed(
    counter: Counter,
) -> None:
    await register_all(counter)
    to = datetime(2015, 3, 2, 17, 30, tzinfo=UTC)
    async with counter.books() as books:
        reminder = reminding.reminder_at(books, to)
        assert reminder is not None
        await reminding.move(books, reminder)
        assert books.event.remind_at == to
        assert reminding.reminder_at(books, counter.event.starts_at) is None
        assert reminding.reminder_at(books, datetime(2015, 1, 1, tzinfo=UTC)) is None
    elsewhere = Days(())
    async with transaction(counter.database, counter.now) as changing:
        (day,) = (await elsewhere.all(changing)).values()
    assert day.event.remind_at == to
    counter.now = to - timedelta(minutes=1)
    assert await owed(counter) == []
    counter.now = to
    assert await owed(counter) == [REMINDER] * 3


async def test_sent_at_once_it_does_not_leave_again(counter: Counter) -> None:
    party, *_ = await register_all(counter)
    async with counter.books() as books:
        await reminding.send_now(books)
        counter.event = books.event
    assert await owed(counter) == [REMINDER] * 3
    counter.later(minutes=1)
    async with counter.books() as books:
        await notices.owe_reminders(books, party)  # somebody of it was replaced
    counter.now = datetime(2015, 3, 4, 9, tzinfo=UTC)
    assert await owed(counter) == []


async def test_a_changed_day_is_told_to_everybody_once(counter: Counter) -> None:
    await register_all(counter)
    for _ in range(2):
        async with counter.books() as books:
            await notices.tell_day_changed(books)
    told = await claims(counter)
    assert [one.kind for one in told] == [DAY_CHANGED] * 4
    assert sorted(one.address for one in told) == counter.people[:4]


async def test_whoever_registered_others_says_that_all_of_them_come(counter: Counter) -> None:
    party, _, mixed, *_ = await register_all(counter)
    async with counter.books() as books:
        await notices.note_all_coming(books, party, counter.people[0])
        await notices.note_all_coming(books, mixed, counter.people[2])
        silent = reminding.silent(await books.parties.everybody())
    # Paul has a conversation of his own: he answers for himself.
    assert [one.name for _, one in silent] == ["Paul Nom", "Jeanne Blanc"]
