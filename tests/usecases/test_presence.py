"""Who is there: ticked once, by whoever is first; links at the door; certificates sent once."""

import asyncio
from datetime import UTC, datetime

import pytest
from store import reading

from bot.domain.attendance import Half, session_at
from bot.domain.keys import DraftId, Invitation, MemberKey, Subject
from bot.domain.party import Party
from bot.store.deliveries import CERTIFICATE
from bot.usecases import certifying, change, presence

from .samples import Counter, event_of, member

MORNING, AFTERNOON = Half.MORNING, Half.AFTERNOON


async def test_a_tap_twice_is_a_tap_once_and_each_half_has_its_own(counter: Counter) -> None:
    party = await counter.registered(2)
    keys = [one.key for one in party.members]
    async with counter.books() as books:
        assert await presence.tick(books, keys[:1], MORNING, counter.people[1]) == 1
        assert await presence.tick(books, keys, MORNING, counter.people[2]) == 1
    first = counter.now
    counter.later(hours=4)
    async with counter.books() as books:
        assert await presence.tick(books, keys, MORNING, counter.people[2]) == 0
        assert await presence.tick(books, keys[1:], AFTERNOON, counter.people[2]) == 1
        one, other = (await presence.attendance(books)).coming
    assert (one.morning, one.afternoon) == (first, None)
    assert (other.morning, other.afternoon) == (first, counter.now)
    async with counter.books() as books:
        assert await books.presences.untick(keys[1], MORNING)
        assert not await books.presences.untick(keys[1], MORNING)
        again = await presence.person(books, keys[1])
    assert again is not None
    assert (again.morning, again.afternoon) == (None, counter.now)


async def test_two_at_once_tick_one_person_once(counter: Counter) -> None:
    party = await counter.registered(3)
    keys = [one.key for one in party.members]

    async def all_of_them(by: int) -> int:
        done = 0
        for key in keys:
            async with counter.books() as books:
                done += await presence.tick(books, [key], MORNING, counter.people[by])
        return done

    done = await asyncio.gather(*(all_of_them(by) for by in range(1, 6)))
    assert sum(done) == len(keys)
    async with counter.books() as books:
        assert set(await books.presences.all()) == set(keys)


async def test_who_waits_or_has_left_is_not_ticked_and_what_was_goes_with_them(
    counter: Counter,
) -> None:
    party = await counter.registered(3, seats=2)
    coming, leaving, waiting = (*party.members, *party.waiting)
    async with counter.books() as books:
        keys = [leaving.key, waiting.key, MemberKey(9999)]
        assert await presence.tick(books, keys, MORNING, counter.people[1]) == 1
        assert await presence.person(books, waiting.key) is None
        await change.withdraw(books, party, leaving)
    async with counter.books() as books:
        assert leaving.key not in await books.presences.all()
        assert await presence.person(books, leaving.key) is None
        assert await presence.person(books, coming.key) is not None


async def test_somebody_at_the_door_is_let_in_beyond_the_capacity(counter: Counter) -> None:
    await counter.registered(3)
    wanted = [DraftId("door-1"), DraftId("door-1"), DraftId("door-2"), DraftId("door-3")]
    results = []
    for draft in wanted:
        async with counter.books() as books:
            come = await presence.walk_in(books, draft, member("Zoé"), AFTERNOON, counter.people[2])
        assert come is not None
        results.append(come)
    assert [beyond for _, beyond in results] == [False, False, False, True]
    assert results[0][0].key == results[1][0].key
    async with counter.books() as books:
        attendance = await presence.attendance(books)
    assert len(attendance.registered) == 3
    assert [one.afternoon for one in attendance.walk_ins] == [counter.now] * 3
    assert await reading.kept_sums(counter.database) == await reading.added_up(counter.database)


# ---- links at the door


async def test_a_token_opens_its_party_and_no_other_is_made_up(counter: Counter) -> None:
    party, other = await counter.registered(2), await counter.registered(1, 2)
    async with counter.books() as books:
        assert await presence.entered(books, Invitation(f"{party.key}-{'A' * 16}")) is None
        token = await presence.entry_token(books, party)
        assert token == await presence.entry_token(books, party)
    async with counter.books() as books:
        opened = await presence.entered(books, token)
        assert opened is not None
        assert opened.key == party.key
        signature = token.partition("-")[2]
        for wrong in (f"{other.key}-{signature}", f"{party.key}-{signature[:-1]}", "", "é-1"):
            assert await presence.entered(books, Invitation(wrong)) is None
        await change.cancel(books, party)
    async with counter.books() as books:
        assert await presence.entered(books, token) is None
        await books.events.erase(books.key)
        assert await books.presences.known_secret() == ""


async def test_two_that_show_the_first_code_at_once_sign_alike(counter: Counter) -> None:
    party = await counter.registered(2)

    async def token() -> Invitation:
        async with counter.books() as books:
            return await presence.entry_token(books, party)

    assert len(set(await asyncio.gather(*(token() for _ in range(4))))) == 1


# ---- certificates


async def present(counter: Counter, party: Party) -> None:
    async with counter.books() as books:
        await presence.tick(books, [one.key for one in party.members], MORNING, counter.people[9])


async def test_certificates_go_once_to_who_was_there(counter: Counter) -> None:
    here, _absent = await counter.registered(2), await counter.registered(1, 2)
    async with counter.books() as books:
        alone = await presence.walk_in(
            books, DraftId("door"), member("Zoé"), MORNING, counter.people[9]
        )
    assert alone is not None
    await present(counter, here)

    async def send() -> int:
        async with counter.books() as books:
            return await certifying.send(books)

    assert sorted(await asyncio.gather(send(), send(), send())) == [0, 0, 2]
    async with counter.books() as books:
        posting = await certifying.posting(books)
    assert (posting.to_send, posting.sent, posting.on_their_way) == ((), 0, 2)
    assert [one.name for one in posting.unreachable] == ["Zoé Nom"]
    owed = [one for one in await reading.owed(counter.database) if one.kind == CERTIFICATE]
    assert {one.subject for one in owed} == {Subject.member(one.key) for one in here.members}
    assert {one.address for one in owed} == {counter.people[1]}


async def test_a_member_gets_their_own_and_what_failed_can_leave_again(counter: Counter) -> None:
    party = await counter.registered(2)
    async with counter.books() as books:
        await books.parties.set_address(party.members[1].key, counter.people[5])
    await present(counter, party)
    async with counter.books() as books:
        assert await certifying.send(books) == 2
    async with counter.books() as books:
        states = await books.deliveries.states(CERTIFICATE)
    assert set(states.values()) == {"owed"}
    addresses = {
        one.address for one in await reading.owed(counter.database) if one.kind == CERTIFICATE
    }
    assert addresses == {counter.people[1], counter.people[5]}


async def test_without_anybody_there_is_nothing_to_send(counter: Counter) -> None:
    await counter.registered(2)
    async with counter.books() as books:
        assert await certifying.send(books) == 0
        assert (await certifying.posting(books)).everybody == ()


# ---- the clock


@pytest.mark.parametrize(
    ("at", "half"),
    [
        (datetime(2015, 2, 16, 15, 0, tzinfo=UTC), MORNING),  # not the day
        (datetime(2015, 3, 5, 7, 0, tzinfo=UTC), MORNING),
        (datetime(2015, 3, 5, 11, 29, tzinfo=UTC), MORNING),
        (datetime(2015, 3, 5, 11, 30, tzinfo=UTC), AFTERNOON),  # 12:30 there
        (datetime(2015, 3, 5, 20, 0, tzinfo=UTC), AFTERNOON),
    ],
)
def test_the_half_that_people_arrive_for(at: datetime, half: Half) -> None:
    assert session_at(event_of(5), at).half is half
