"""Seats that come free are offered to who waits, until a moment, and to nobody twice."""

from bot.domain.party import Party
from bot.domain.seats import NoRoom

from .samples import Counter, party


async def full_house(counter: Counter) -> tuple[Party, Party]:
    """A party of three that has seats beside one of two, and one of three that waits."""
    async with counter.desk() as desk:
        first = await desk.confirm(party("draft-aa", 1, 3))
        await desk.confirm(party("draft-bb", 2, 2))
        waiting = await desk.confirm(party("draft-cc", 3, 3, waiting=True))
    assert isinstance(first, Party)
    assert isinstance(waiting, Party)
    return first, waiting


async def test_what_comes_free_is_set_aside_for_who_waits(counter: Counter) -> None:
    first, waiting = await full_house(counter)
    async with counter.desk() as desk:
        assert (await desk.waiting.standing(waiting)).rank == 1
        assert await desk.waiting.accept(waiting) is None
        await desk.cancel(first)

    async with counter.desk() as desk:
        count = await desk.seats()
        assert (count.taken, count.offered, count.left) == (2, 3, 0)
        assert isinstance(await desk.confirm(party("draft-dd", 4, 1)), NoRoom)
        accepted = await desk.waiting.accept(waiting)
        assert accepted is not None
        assert (accepted.seats, accepted.waiting) == (3, ())
        assert await desk.waiting.accept(accepted) is None
        assert (await desk.seats()).taken == 5


async def test_an_offer_that_nobody_took_in_time_is_over(counter: Counter) -> None:
    first, waiting = await full_house(counter)
    async with counter.desk() as desk:
        await desk.cancel(first)
        ends = (await desk.waiting.standing(waiting)).offer_ends
    assert ends is not None

    counter.now = ends
    async with counter.desk() as desk:
        assert (await desk.seats()).left == 3
        assert await desk.waiting.accept(waiting) is None
        await desk.waiting.settle()
        assert (await desk.waiting.standing(waiting)).offer_ends is None
        assert (await desk.seats()).taken == 2
        assert (await desk.party(waiting.code)) == waiting


async def test_a_lapsed_hold_is_offered_when_time_passes(counter: Counter) -> None:
    async with counter.desk() as desk:
        await desk.hold("draft-aa", 3, chat_id=1)
        waiting = await desk.confirm(party("draft-cc", 3, 3, waiting=True))
        assert isinstance(waiting, Party)
        assert (await desk.seats()).offered == 0
    counter.later(minutes=counter.event.seats.hold_minutes)
    async with counter.desk() as desk:
        await desk.waiting.settle()
        assert (await desk.seats()).offered == 3


async def test_who_comes_back_before_the_lapse_was_noticed_is_on_the_list(counter: Counter) -> None:
    first, waiting = await full_house(counter)
    async with counter.desk() as desk:
        await desk.cancel(first)
        ends = (await desk.waiting.standing(waiting)).offer_ends
        assert ends is not None

    counter.now = ends
    async with counter.desk() as desk:
        await desk.waiting.join(waiting)
        assert (await desk.waiting.standing(waiting)).offer_ends is not None
        assert (await desk.seats()).offered == 3


async def test_of_two_who_withdraw_one_seat_is_held_and_the_other_offered(counter: Counter) -> None:
    async with counter.desk() as desk:
        trio = await desk.confirm(party("draft-aa", 1, 3))
        await desk.confirm(party("draft-bb", 2, 2))
        assert isinstance(trio, Party)
        await desk.confirm(party("draft-cc", 3, 1, waiting=True))

        binome = await desk.withdraw(trio, trio.members[2])
        assert (await desk.seats()).offered == 0
        await desk.withdraw(binome, binome.members[1])

        count = await desk.seats()
    assert (count.taken, count.held, count.offered, count.free) == (3, 1, 1, 0)
