"""The registration desk: seats held, parties registered, given up, erased."""

from datetime import timedelta

import pytest

from bot.domain.party import Party
from bot.domain.seats import Hold, NoRoom
from bot.store import deliveries

from .samples import Counter, party


async def test_seats_are_held_all_or_none(counter: Counter) -> None:
    async with counter.desk() as desk:
        held = await desk.hold("draft-aa", 3, chat_id=1)
        assert isinstance(held, Hold)
        refused = await desk.hold("draft-bb", 3, chat_id=2)
        assert isinstance(refused, NoRoom)
        assert refused.count.left == 2
        assert isinstance(await desk.hold("draft-bb", 2, chat_id=2), Hold)
        assert (await desk.seats()).left == 0


async def test_a_draft_that_changes_its_size_holds_the_new_one_only(counter: Counter) -> None:
    async with counter.desk() as desk:
        await desk.hold("draft-aa", 3, chat_id=1)
        await desk.hold("draft-aa", 2, chat_id=1)
        assert (await desk.seats()).held == 2
        assert isinstance(await desk.hold("draft-aa", 5, chat_id=1), Hold)
        assert isinstance(await desk.hold("draft-aa", 6, chat_id=1), NoRoom)
        assert (await desk.seats()).held == 5


async def test_a_hold_ends_by_itself_at_its_very_moment(counter: Counter) -> None:
    minutes = counter.event.seats.hold_minutes
    async with counter.desk() as desk:
        await desk.hold("draft-aa", 3, chat_id=1)
    counter.later(minutes=minutes, seconds=-1)
    async with counter.desk() as desk:
        assert (await desk.seats()).left == 2
    counter.later(seconds=1)
    async with counter.desk() as desk:
        assert (await desk.seats()).left == 5
        assert isinstance(await desk.hold("draft-bb", 5, chat_id=2), Hold)


async def test_a_hold_is_renewed_but_not_for_ever(counter: Counter) -> None:
    rules = counter.event.seats
    latest = counter.now + timedelta(minutes=rules.hold_at_most_minutes)
    async with counter.desk() as desk:
        await desk.hold("draft-aa", 2, chat_id=1)
    while counter.now + timedelta(minutes=rules.hold_minutes) < latest:
        counter.later(minutes=rules.hold_minutes - 1)
        async with counter.desk() as desk:
            renewed = await desk.keep_holding("draft-aa", 2, chat_id=1)
            assert isinstance(renewed, Hold)
            assert renewed.expires_at <= latest


async def test_a_hold_that_is_over_is_taken_again_if_there_is_room(counter: Counter) -> None:
    async with counter.desk() as desk:
        await desk.hold("draft-aa", 3, chat_id=1)
    counter.later(hours=3)
    async with counter.desk() as desk:
        assert isinstance(await desk.keep_holding("draft-aa", 3, chat_id=1), Hold)
    counter.later(hours=3)
    async with counter.desk() as desk:
        await desk.hold("draft-bb", 3, chat_id=2)
        assert isinstance(await desk.keep_holding("draft-aa", 3, chat_id=1), NoRoom)


async def test_the_own_hold_is_room_for_the_own_party(counter: Counter) -> None:
    async with counter.desk() as desk:
        await desk.hold("draft-aa", 3, chat_id=1)
        await desk.hold("draft-bb", 2, chat_id=2)
        assert isinstance(await desk.confirm(party("draft-aa", 1, 3)), Party)
        count = await desk.seats()
    assert (count.taken, count.held, count.left) == (3, 2, 0)


async def test_confirming_again_gives_the_same_party(counter: Counter) -> None:
    async with counter.desk() as desk:
        first = await desk.confirm(party("draft-aa", 1, 3))
    counter.later(days=1)
    async with counter.desk() as desk:
        second = await desk.confirm(party("draft-aa", 1, 3))
        assert (await desk.seats()).taken == 3
    assert first == second


async def test_a_draft_whose_party_was_given_up_is_not_confirmed_again(counter: Counter) -> None:
    async with counter.desk() as desk:
        registered = await desk.confirm(party("draft-aa", 1, 3))
        assert isinstance(registered, Party)
        await desk.cancel(registered)
        assert await desk.confirm(party("draft-aa", 1, 3)) is None
        assert (await desk.seats()).left == 5


async def test_a_chat_that_has_a_party_keeps_it(counter: Counter) -> None:
    async with counter.desk() as desk:
        registered = await desk.confirm(party("draft-aa", 1, 2))
        assert await desk.confirm(party("draft-bb", 1, 3)) == registered
        assert (await desk.seats()).taken == 2


async def test_without_a_hold_only_what_is_left_is_confirmed(counter: Counter) -> None:
    async with counter.desk() as desk:
        await desk.hold("draft-bb", 3, chat_id=2)
        refused = await desk.confirm(party("draft-aa", 1, 3))
        assert isinstance(refused, NoRoom)
        assert await desk.party_of(1) is None
        assert isinstance(await desk.confirm(party("draft-aa", 1, 2)), Party)


async def test_a_party_is_found_by_chat_and_by_code(counter: Counter) -> None:
    async with counter.desk() as desk:
        registered = await desk.confirm(party("draft-aa", 1, 2))
        assert isinstance(registered, Party)
        assert await desk.party_of(1) == registered
        assert await desk.party(registered.code) == registered
        assert await desk.party("PIL-0000") is None
        assert await desk.party_of(2) is None
        assert await desk.parties() == [registered]
        assert [member.name for member in registered.members] == ["Prénom1 Nom1", "Prénom2 Nom1"]


async def test_who_gives_up_is_gone_and_owed_nothing(counter: Counter) -> None:
    async with counter.desk() as desk:
        registered = await desk.confirm(party("draft-aa", 1, 3))
        assert isinstance(registered, Party)
        await desk.cancel(registered)
        assert (await desk.seats()).left == 5
        assert await desk.party(registered.code) is None
        assert await desk.party_of(1) is None
        again = await desk.confirm(party("draft-cc", 1, 2))
        assert isinstance(again, Party)
        assert again.code != registered.code
    async with counter.database.transaction() as transaction:
        names = await transaction.fetch("select last_name from members order by code")
        owed = await transaction.fetch("select code from deliveries")
    assert len(names) == 2
    assert [row["code"] for row in owed] == [again.code]


async def test_erasing_leaves_no_trace_of_the_chat(counter: Counter) -> None:
    async with counter.desk() as desk:
        await desk.confirm(party("draft-aa", 1, 3))
        kept = await desk.confirm(party("draft-bb", 2, 2))
        assert isinstance(kept, Party)
        await desk.erase(1)
        assert (await desk.seats()).taken == 2
        assert await desk.parties() == [kept]
    async with counter.database.transaction() as transaction:
        for table in ("parties", "members", "deliveries", "history"):
            rows = await transaction.fetch(f"select distinct code from {table}")
            assert [row["code"] for row in rows] == [kept.code], table


async def test_a_party_that_registers_after_the_reminder_is_owed_none(counter: Counter) -> None:
    counter.now = counter.event.remind_at
    async with counter.desk() as desk:
        await desk.confirm(party("draft-aa", 1, 2))
    async with counter.database.transaction() as transaction:
        later = counter.now + timedelta(minutes=1)
        claimed = await deliveries.claim(transaction, counter.event.code, later, later)
    assert claimed is None


async def test_registration_closes_at_its_moment(counter: Counter) -> None:
    counter.now = counter.event.closes_at - timedelta(seconds=1)
    async with counter.desk() as desk:
        assert desk.is_open
    counter.later(seconds=1)
    async with counter.desk() as desk:
        assert not desk.is_open


async def test_a_capacity_that_was_lowered_sells_nothing_more(counter: Counter) -> None:
    async with counter.desk() as desk:
        await desk.confirm(party("draft-aa", 1, 3))
    seats = counter.event.seats.model_copy(update={"capacity": 2})
    counter.event = counter.event.model_copy(update={"seats": seats})
    async with counter.desk() as desk:
        count = await desk.seats()
        assert (count.left, count.missing) == (0, 1)
        assert isinstance(await desk.hold("draft-bb", 1, chat_id=2), NoRoom)


@pytest.mark.parametrize("blocked", [True, False])
async def test_who_blocks_the_bot_is_noted(counter: Counter, blocked: bool) -> None:
    async with counter.desk() as desk:
        await desk.note_blocked(1, blocked=True)
        await desk.note_blocked(1, blocked=blocked)
        assert await desk.unreached() == ({1} if blocked else set())
