"""Changes to a party keep its seats its own, and the list's order."""

from bot.domain.party import Category, Member, Party, naming_the_same
from bot.domain.seats import Hold

from .samples import Counter, party

NEWCOMER = Member("Sylvie", "Roche", "élue", "Maclas", Category.ELECTED)


async def registered(counter: Counter, size: int, chat_id: int = 1) -> Party:
    async with counter.desk() as desk:
        confirmed = await desk.confirm(party(f"draft-{chat_id}", chat_id, size))
    assert isinstance(confirmed, Party)
    return confirmed


async def waiting(counter: Counter, size: int, chat_id: int = 9) -> Party:
    async with counter.desk() as desk:
        listed = await desk.confirm(party(f"draft-{chat_id}", chat_id, size, waiting=True))
    assert isinstance(listed, Party)
    return listed


async def test_what_a_draft_holds_is_its_own_whoever_waits(counter: Counter) -> None:
    await registered(counter, 3)
    async with counter.desk() as desk:
        assert isinstance(await desk.hold("draft-2", 2, chat_id=2), Hold)
    await waiting(counter, 1)
    async with counter.desk() as desk:
        confirmed = await desk.confirm(party("draft-2", 2, 2))
        assert isinstance(confirmed, Party)
        assert (await desk.seats()).taken == 5


async def test_a_seat_held_to_add_somebody_goes_to_nobody_else(counter: Counter) -> None:
    grows = await registered(counter, 2)
    await registered(counter, 2, chat_id=2)
    async with counter.desk() as desk:
        await desk.hold("draft-xx", 1, chat_id=1)
    listed = await waiting(counter, 1)
    async with counter.desk() as desk:
        grown = await desk.add(grows, NEWCOMER, "draft-xx")
        assert isinstance(grown, Party)
        assert grown.seats == 3
        assert (await desk.waiting.standing(listed)).offer_ends is None


async def test_the_seat_of_who_withdrew_is_kept_for_the_others(counter: Counter) -> None:
    shrinks = await registered(counter, 3)
    await registered(counter, 2, chat_id=2)
    listed = await waiting(counter, 1)
    async with counter.desk() as desk:
        smaller = await desk.withdraw(shrinks, shrinks.everyone[1])
        assert [member.first_name for member in smaller.members] == ["Prénom1", "Prénom3"]
        assert await desk.changes.vacancy(smaller) is not None
        assert (await desk.waiting.standing(listed)).offer_ends is None
        await desk.changes.give_vacancy_back(smaller)
        assert (await desk.waiting.standing(listed)).offer_ends is not None


async def test_one_of_the_same_party_who_waits_takes_the_seat_at_once(counter: Counter) -> None:
    await registered(counter, 3, chat_id=2)
    both = party("draft-1", 1, 3)
    split = Party(
        "",
        both.draft_id,
        1,
        both.territory,
        both.members[:2],
        both.confirmed_at,
        waiting=both.members[2:],
    )
    async with counter.desk() as desk:
        mixed = await desk.confirm(split)
        assert isinstance(mixed, Party)
        changed = await desk.withdraw(mixed, mixed.everyone[1])
        assert [member.first_name for member in changed.members] == ["Prénom1", "Prénom3"]
        assert changed.waiting == ()
        assert await desk.waiting.parties() == []


async def test_a_party_of_the_list_that_gets_smaller_needs_fewer_seats(counter: Counter) -> None:
    await registered(counter, 3, chat_id=2)
    listed = await waiting(counter, 3)
    async with counter.desk() as desk:
        assert (await desk.waiting.standing(listed)).rank == 1
        smaller = await desk.withdraw(listed, listed.everyone[2])
        standing = await desk.waiting.standing(smaller)
        assert (standing.seats, standing.offer_ends is not None) == (2, True)
        assert (await desk.seats()).offered == 2


async def test_who_cancels_is_proposed_to_nobody_any_more(counter: Counter) -> None:
    one, other = await registered(counter, 1), await registered(counter, 1, chat_id=2)
    async with counter.desk() as desk:
        await desk.partners.search(one)
        await desk.partners.search(other)
        assert await desk.partners.proposed(other) is not None
        await desk.cancel(one)
        assert await desk.partners.proposed(other) is None
        assert await desk.partners.searching() == 1


def test_a_pair_names_one_person_by_name_and_by_how_they_are_reached() -> None:
    def of(code: str, name: str, email: str | None) -> Party:
        member = Member("Marie", name, "élue", "Pélussin", Category.ELECTED, email)
        return Party(code, code, 1, "Le Pilat", (member,), party("d", 1, 1).confirmed_at)

    same, also = of("PIL-AAAA", "Dupont", "m@a.fr"), of("PIL-BBBB", "DUPONT", "m@a.fr")
    namesake, colleague = of("PIL-CCCC", "Dupont", None), of("PIL-DDDD", "Martin", "m@a.fr")
    assert naming_the_same([same, also, namesake, colleague]) == [(same, also)]
