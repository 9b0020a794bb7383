"""Registering: seats held, parties registered, given up, erased."""

from datetime import timedelta

import pytest
from store import reading
from store.samples import claim_all

from bot.domain.keys import Address, DraftId, PartyCode, Subject
from bot.domain.party import Party
from bot.domain.seats import Hold, NoRoom
from bot.store.books import transaction
from bot.store.deliveries import REMINDER
from bot.usecases import change, register

from .samples import Counter, application

AA, BB = DraftId("draft-aa"), DraftId("draft-bb")


async def test_seats_are_held_all_or_none(counter: Counter) -> None:
    one, two, *_ = counter.people
    async with counter.books() as books:
        assert isinstance(await register.hold(books, AA, 3, one), Hold)
        refused = await register.hold(books, BB, 3, two)
        assert isinstance(refused, NoRoom)
        assert refused.count.left == 2
        assert isinstance(await register.hold(books, BB, 2, two), Hold)
        assert (await books.count()).left == 0


async def test_a_draft_that_changes_its_size_holds_the_new_one_only(counter: Counter) -> None:
    one, *_ = counter.people
    async with counter.books() as books:
        await register.hold(books, AA, 3, one)
        await register.hold(books, AA, 2, one)
        assert (await books.count()).held == 2
        assert isinstance(await register.hold(books, AA, 5, one), Hold)
        assert isinstance(await register.hold(books, AA, 6, one), NoRoom)
        assert (await books.count()).held == 5


async def test_a_hold_ends_by_itself_at_its_very_moment(counter: Counter) -> None:
    one, two, *_ = counter.people
    minutes = counter.event.seats.hold_minutes
    async with counter.books() as books:
        await register.hold(books, AA, 3, one)
    counter.later(minutes=minutes, seconds=-1)
    async with counter.books() as books:
        assert (await books.count()).left == 2
    counter.later(seconds=1)
    async with counter.books() as books:
        assert (await books.count()).left == 5
        assert isinstance(await register.hold(books, BB, 5, two), Hold)


async def test_a_hold_is_renewed_but_not_for_ever(counter: Counter) -> None:
    one, *_ = counter.people
    rules = counter.event.seats
    latest = counter.now + timedelta(minutes=rules.hold_at_most_minutes)
    async with counter.books() as books:
        await register.hold(books, AA, 2, one)
    while counter.now + timedelta(minutes=rules.hold_minutes) < latest:
        counter.later(minutes=rules.hold_minutes - 1)
        async with counter.books() as books:
            renewed = await register.keep_holding(books, AA, 2, one)
            assert isinstance(renewed, Hold)
            assert renewed.expires_at <= latest


async def test_a_hold_that_is_over_is_taken_again_if_there_is_room(counter: Counter) -> None:
    one, two, *_ = counter.people
    async with counter.books() as books:
        await register.hold(books, AA, 3, one)
    counter.later(hours=3)
    async with counter.books() as books:
        assert isinstance(await register.keep_holding(books, AA, 3, one), Hold)
    counter.later(hours=3)
    async with counter.books() as books:
        await register.hold(books, BB, 3, two)
        assert isinstance(await register.keep_holding(books, AA, 3, one), NoRoom)


async def test_the_own_hold_is_room_for_the_own_party(counter: Counter) -> None:
    one, two, *_ = counter.people
    async with counter.books() as books:
        await register.hold(books, AA, 3, one)
        await register.hold(books, BB, 2, two)
        assert isinstance(await register.confirm(books, application(AA, one, 3)), Party)
        count = await books.count()
    assert (count.taken, count.held, count.left) == (3, 2, 0)


async def test_confirming_again_gives_the_same_party(counter: Counter) -> None:
    one, *_ = counter.people
    async with counter.books() as books:
        first = await register.confirm(books, application(AA, one, 3))
    counter.later(days=1)
    async with counter.books() as books:
        second = await register.confirm(books, application(AA, one, 3))
        assert (await books.count()).taken == 3
    assert first == second


async def test_a_draft_whose_party_was_given_up_is_not_confirmed_again(counter: Counter) -> None:
    one, *_ = counter.people
    async with counter.books() as books:
        registered = await register.confirm(books, application(AA, one, 3))
        assert isinstance(registered, Party)
        await change.cancel(books, registered)
        assert await register.confirm(books, application(AA, one, 3)) is None
        assert (await books.count()).left == 5


async def test_an_address_may_own_several_parties(counter: Counter) -> None:
    one, *_ = counter.people
    async with counter.books() as books:
        first = await register.confirm(books, application(AA, one, 2))
        counter.later(minutes=1)
        second = await register.confirm(books, application(BB, one, 3))
        assert await books.parties.of(one) == [first, second]
        assert (await books.count()).taken == 5


async def test_without_a_hold_only_what_is_left_is_confirmed(counter: Counter) -> None:
    one, two, *_ = counter.people
    async with counter.books() as books:
        await register.hold(books, BB, 3, two)
        assert isinstance(await register.confirm(books, application(AA, one, 3)), NoRoom)
        assert await books.parties.of(one) == []
        assert isinstance(await register.confirm(books, application(AA, one, 2)), Party)


async def test_a_party_is_found_by_address_and_by_code(counter: Counter) -> None:
    one, two, *_ = counter.people
    async with counter.books() as books:
        registered = await register.confirm(books, application(AA, one, 2))
        assert isinstance(registered, Party)
        assert await books.parties.of(one) == [registered]
        assert await books.parties.of_code(registered.code) == registered
        assert await books.parties.of_code(PartyCode("PIL-0000")) is None
        assert await books.parties.of(two) == []
        assert await books.parties.everybody() == [registered]
    names = [member.name for member in registered.members]
    assert names == [f"Prénom1 Nom{one}", f"Prénom2 Nom{one}"]


async def test_the_parties_of_a_batch_are_read_at_once_and_again_once_one_changed(
    counter: Counter,
) -> None:
    one, two, three, *_ = counter.people
    first = await counter.registered(2, 0)
    async with transaction(counter.database, counter.now) as changing:
        books = await changing.books(counter.key, counter.event, [one, two])
        assert (await books.parties.of(one), await books.parties.of(two)) == ([first], [])
        second = await register.confirm(books, application(BB, two, 1))
        assert await books.parties.of(two) == [second]
        assert await books.parties.of(three) == []
        await change.cancel(books, first)
        assert await books.parties.of(one) == []


async def test_who_gives_up_is_gone_and_owed_nothing(counter: Counter) -> None:
    one, *_ = counter.people
    async with counter.books() as books:
        registered = await register.confirm(books, application(AA, one, 3))
        assert isinstance(registered, Party)
        await change.cancel(books, registered)
        assert (await books.count()).left == 5
        assert await books.parties.of_code(registered.code) is None
        assert await books.parties.of(one) == []
        again = await register.confirm(books, application("draft-cc", one, 2))
        assert isinstance(again, Party)
        assert again.code != registered.code
    assert await reading.count(counter.database, "members") == 2
    owed = [one.subject for one in await reading.owed(counter.database)]
    assert owed == [Subject.party(again.key)]


async def test_erasing_leaves_no_trace_of_the_address(counter: Counter) -> None:
    one, two, *_ = counter.people
    async with counter.books() as books:
        await register.confirm(books, application(AA, one, 3))
        kept = await register.confirm(books, application(BB, two, 2))
        assert isinstance(kept, Party)
        await change.erase(books, one)
        assert (await books.count()).taken == 2
        assert await books.parties.everybody() == [kept]
    for table, rows in {"parties": 1, "owners": 1, "members": 2, "history": 1}.items():
        assert await reading.count(counter.database, table) == rows, table
    assert {one.address for one in await reading.owed(counter.database)} == {two}


async def test_a_party_that_registers_after_the_reminder_is_owed_none(counter: Counter) -> None:
    counter.now = counter.event.remind_at
    await counter.registered(2)
    async with transaction(counter.database, counter.now + timedelta(minutes=1)) as changing:
        assert await changing.outgoing.claim(changing.now + timedelta(minutes=1)) is None


async def test_registration_closes_at_its_moment(counter: Counter) -> None:
    counter.now = counter.event.closes_at - timedelta(seconds=1)
    async with counter.books() as books:
        assert books.is_open
    counter.later(seconds=1)
    async with counter.books() as books:
        assert not books.is_open


async def test_a_capacity_that_was_lowered_sells_nothing_more(counter: Counter) -> None:
    await counter.registered(3)
    counter.print_capacity(2)
    async with counter.books() as books:
        count = await books.count()
        assert (count.left, count.missing) == (0, 1)
        assert isinstance(await register.hold(books, BB, 1, counter.people[2]), NoRoom)


@pytest.mark.parametrize("blocks", [True, False])
async def test_who_blocks_the_bot_is_noted(counter: Counter, blocks: bool) -> None:
    party = await counter.registered(1)
    (owner,) = party.owners
    async with counter.books() as books:
        await books.addresses.set_blocked(owner, counter.now)
        await books.addresses.set_blocked(owner, counter.now if blocks else None)
        await books.addresses.set_blocked(counter.people[5], counter.now)  # of no party
        assert await books.deliveries.unreached() == ({owner} if blocks else set())


async def test_a_teammate_who_blocks_the_bot_or_cannot_be_reached_is_noted(
    counter: Counter,
) -> None:
    party, teammate = await counter.registered(2), counter.people[7]
    async with counter.books() as books:
        await books.parties.set_address(party.members[1].key, teammate)
        await books.addresses.set_blocked(teammate, counter.now)
        assert await books.deliveries.unreached() == {teammate}
    async with transaction(counter.database, counter.event.remind_at) as changing:
        (reminder,) = await claim_all(changing, counter.event.starts_at)
        assert (reminder.kind, (reminder.address,)) == (REMINDER, party.owners)
        await changing.outgoing.set_failed(reminder, "refused")
    async with counter.books() as books:
        assert await books.deliveries.unreached() == {teammate, *party.owners}


async def test_an_address_of_two_channels_is_two(counter: Counter) -> None:
    async with transaction(counter.database, counter.now) as changing:
        wanted = [Address("web", "01"), Address("test", "01")]
        known = await changing.addresses.load(wanted)
    assert known[wanted[1]].key == counter.people[1]
    assert known[wanted[0]].key not in counter.people
