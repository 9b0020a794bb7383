"""Seats that come free are offered to who waits, until a moment, and to nobody twice."""

from bot.domain.keys import DraftId
from bot.domain.party import Party
from bot.domain.seats import NoRoom
from bot.usecases import change, register, waiting_list

from .samples import Counter, application


async def full_house(counter: Counter) -> tuple[Party, Party]:
    """A party of three that has seats beside one of two, and one of three that waits."""
    first = await counter.registered(3, 1)
    await counter.registered(2, 2)
    return first, await counter.registered(3, 3, seats=0)


async def test_what_comes_free_is_set_aside_for_who_waits(counter: Counter) -> None:
    first, waiting = await full_house(counter)
    async with counter.books() as books:
        assert (await waiting_list.standing(books, waiting)).rank == 1
        assert await waiting_list.accept(books, waiting) is None
        await change.cancel(books, first)

    async with counter.books() as books:
        count = await waiting_list.seat_count(books)
        assert (count.taken, count.offered, count.left) == (2, 3, 0)
        late = application("draft-dd", counter.people[4], 1)
        assert isinstance(await register.confirm(books, late), NoRoom)
        accepted = await waiting_list.accept(books, waiting)
        assert accepted is not None
        assert (accepted.seats, accepted.waiting) == (3, ())
        assert await waiting_list.accept(books, accepted) is None
        assert (await books.count()).taken == 5


async def test_an_offer_that_nobody_took_in_time_is_over(counter: Counter) -> None:
    first, waiting = await full_house(counter)
    async with counter.books() as books:
        await change.cancel(books, first)
        ends = (await waiting_list.standing(books, waiting)).offer_ends
    assert ends is not None

    counter.now = ends
    async with counter.books() as books:
        assert (await waiting_list.seat_count(books)).left == 3
        assert await waiting_list.accept(books, waiting) is None
        await waiting_list.settle(books)
        assert (await waiting_list.standing(books, waiting)).offer_ends is None
        assert (await books.count()).taken == 2
        assert await books.parties.of_code(waiting.code) == waiting


async def test_a_lapsed_hold_is_offered_when_time_passes(counter: Counter) -> None:
    async with counter.books() as books:
        await register.hold(books, DraftId("draft-aa"), 3, counter.people[1])
    await counter.registered(3, 3, seats=0)
    async with counter.books() as books:
        assert (await books.count()).offered == 0
    counter.later(minutes=counter.event.seats.hold_minutes)
    async with counter.books() as books:
        await waiting_list.settle(books)
        assert (await books.count()).offered == 3


async def test_who_comes_back_before_the_lapse_was_noticed_is_on_the_list(counter: Counter) -> None:
    first, waiting = await full_house(counter)
    async with counter.books() as books:
        await change.cancel(books, first)
        ends = (await waiting_list.standing(books, waiting)).offer_ends
        assert ends is not None

    counter.now = ends
    async with counter.books() as books:
        await waiting_list.join(books, waiting)
        assert (await waiting_list.standing(books, waiting)).offer_ends is not None
        assert (await books.count()).offered == 3


async def test_of_two_who_withdraw_one_seat_is_held_and_the_other_offered(counter: Counter) -> None:
    trio = await counter.registered(3, 1)
    await counter.registered(2, 2)
    await counter.registered(1, 3, seats=0)
    async with counter.books() as books:
        binome = await change.withdraw(books, trio, trio.members[2])
        assert (await books.count()).offered == 0
        await change.withdraw(books, binome, binome.members[1])

        count = await books.count()
    assert (count.taken, count.held, count.offered, count.free) == (3, 1, 1, 0)
