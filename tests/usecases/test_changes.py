"""Changes to a party keep its seats its own, its people who they are, and the list's order."""

from dataclasses import replace

import pytest
from store import reading

from bot.domain.keys import DraftId, PartyCode, PartyKey
from bot.domain.party import Party, naming_the_same
from bot.domain.seats import Hold
from bot.store.books import Books
from bot.store.database import ChangedMeanwhileError
from bot.store.deliveries import MATCHED, MEMBER_LEFT, REMINDER, TAKEN_OUT
from bot.usecases import change, notices, partners, register, team, waiting_list

from .samples import NOW, Counter, application, member

NEWCOMER = member("Sylvie", "Roche")


def names(party: Party) -> list[str]:
    return [one.first_name for one in party.everyone]


async def owed(counter: Counter, kind: str) -> set[int]:
    """Which of the counter's people are owed a message of a kind."""
    return {
        counter.people.index(one.address)
        for one in await reading.owed(counter.database)
        if one.kind == kind
    }


async def has_offer(books: Books, party: Party) -> bool:
    return (await waiting_list.standing(books, party)).offer_ends is not None


async def test_what_a_draft_holds_is_its_own_whoever_waits(counter: Counter) -> None:
    two = counter.people[2]
    await counter.registered(3)
    async with counter.books() as books:
        assert isinstance(await register.hold(books, DraftId("draft-2"), 2, two), Hold)
    await counter.registered(1, 9, seats=0)
    async with counter.books() as books:
        confirmed = await register.confirm(books, application("draft-2", two, 2))
        assert isinstance(confirmed, Party)
        assert (await books.count()).taken == 5


async def test_a_seat_held_to_add_somebody_goes_to_nobody_else(counter: Counter) -> None:
    grows = await counter.registered(2)
    await counter.registered(2, 2)
    async with counter.books() as books:
        await register.hold(books, DraftId("draft-xx"), 1, counter.people[1])
    listed = await counter.registered(1, 9, seats=0)
    async with counter.books() as books:
        grown = await change.add(books, grows, NEWCOMER, DraftId("draft-xx"))
        assert isinstance(grown, Party)
        assert grown.seats == 3
        assert not await has_offer(books, listed)


async def test_the_seat_of_who_withdrew_is_kept_for_the_others(counter: Counter) -> None:
    shrinks = await counter.registered(3)
    await counter.registered(2, 2)
    listed = await counter.registered(1, 9, seats=0)
    async with counter.books() as books:
        smaller = await change.withdraw(books, shrinks, shrinks.everyone[1])
        assert names(smaller) == ["Prénom1", "Prénom3"]
        assert await change.vacancy(books, smaller) is not None
        assert not await has_offer(books, listed)
        await change.give_vacancy_back(books, smaller)
        assert await has_offer(books, listed)


async def test_one_of_the_same_party_who_waits_takes_the_seat_at_once(counter: Counter) -> None:
    await counter.registered(3, 2)
    mixed = await counter.registered(3, 1, seats=2)
    async with counter.books() as books:
        changed = await change.withdraw(books, mixed, mixed.everyone[1])
        assert [one.first_name for one in changed.members] == ["Prénom1", "Prénom3"]
        assert changed.waiting == ()
        assert await books.parties.on_list() == []


async def test_a_party_of_the_list_that_gets_smaller_needs_fewer_seats(counter: Counter) -> None:
    await counter.registered(3, 2)
    listed = await counter.registered(3, 9, seats=0)
    async with counter.books() as books:
        assert (await waiting_list.standing(books, listed)).rank == 1
        smaller = await change.withdraw(books, listed, listed.everyone[2])
        standing = await waiting_list.standing(books, smaller)
        assert (standing.seats, standing.offer_ends is not None) == (2, True)
        assert (await books.count()).offered == 2


@pytest.mark.parametrize("place", [1, 2, 3, 4, 5])
async def test_in_a_party_of_five_those_after_who_leaves_move_up(
    counter: Counter, place: int
) -> None:
    five = await counter.registered(5)
    async with counter.books() as books:
        four = await change.withdraw(books, five, five.everyone[place - 1])
        await change.give_vacancy_back(books, four)
    stayed = [one for one in five.everyone if one.place != place]
    assert [one.key for one in four.everyone] == [one.key for one in stayed]
    assert [one.place for one in four.everyone] == [1, 2, 3, 4]
    async with counter.books() as books:
        two = await change.withdraw(books, four, four.everyone[1])
        two = await change.withdraw(books, two, two.everyone[1])
        assert [one.place for one in two.everyone] == [1, 2]
        assert [one.key for one in two.everyone] == [stayed[0].key, stayed[3].key]


async def test_who_is_replaced_gives_their_place_and_not_their_key(counter: Counter) -> None:
    party, teammate = await counter.registered(3), counter.people[4]
    async with counter.books() as books:
        token = await team.invite(books, party, party.everyone[1])
        joined = await team.join(books, token, teammate, member("Prénom2"))
        assert joined is not None
        old_link = await team.invite(books, joined, joined.everyone[1])
        changed = await change.replace(books, joined, joined.everyone[1], NEWCOMER)
        assert names(changed) == ["Prénom1", "Sylvie", "Prénom3"]
        assert [one.place for one in changed.everyone] == [1, 2, 3]
        assert changed.everyone[1].key not in [one.key for one in party.everyone]
        assert changed.everyone[1].address is None
        assert await team.invited(books, old_link) is None
        assert (await books.count()).taken == 3
    assert await owed(counter, TAKEN_OUT) == {4}
    assert await owed(counter, REMINDER) == {1}


async def test_a_correction_writes_what_it_names_and_nothing_else(counter: Counter) -> None:
    seen = await counter.registered(2)
    async with counter.books() as books:  # a teammate, in between
        changed = await change.correct(books, seen, seen.everyone[1], {"function": "maire"})
        assert changed.everyone[1].key == seen.everyone[1].key
    async with counter.books() as books:
        answers = {"email": "marie@example.org", "organisation": "Maclas"}
        changed = await change.correct(books, seen, seen.everyone[1], answers)
    corrected = changed.everyone[1]
    assert (corrected.function, corrected.organisation) == ("maire", "Maclas")
    assert corrected.email == "marie@example.org"
    assert changed.everyone[0] == seen.everyone[0]
    async with counter.books() as books:
        changed = await change.correct(books, changed, corrected, {"email": None})
    assert changed.everyone[1] == replace(corrected.answering(email=None))


async def test_who_answers_the_reminder_answers_for_nobody_else(counter: Counter) -> None:
    party, teammate = await counter.registered(3), counter.people[4]
    async with counter.books() as books:
        token = await team.invite(books, party, party.everyone[2])
        joined = await team.join(books, token, teammate, member("Prénom3"))
        assert joined is not None
        await notices.note_coming(books, joined, teammate)
        await notices.note_coming(books, joined, counter.people[8])  # nobody of this party
        (again,) = await books.parties.of(teammate)
        assert [one.coming_at for one in again.everyone] == [None, None, NOW]
        await notices.note_coming(books, again, party.owners[0])
        (again,) = await books.parties.of(teammate)
        assert [one.coming_at for one in again.everyone] == [NOW, None, NOW]


async def test_who_comes_late_comes_and_is_late_alone_until_the_day_moves(
    counter: Counter,
) -> None:
    party = await counter.registered(2)
    async with counter.books() as books:
        await notices.note_late(books, party, party.owners[0], 30)
        (again,) = await books.parties.of(party.owners[0])
        assert [one.late_minutes for one in again.everyone] == [30, None]
        assert [one.coming_at for one in again.everyone] == [NOW, None]
        await books.parties.forget_coming()
        (again,) = await books.parties.of(party.owners[0])
        assert [one.late_minutes for one in again.everyone] == [None, None]


async def test_the_next_one_is_reached_as_the_contact_person_was_who_left(
    counter: Counter,
) -> None:
    party = await counter.registered(2)
    contact, following = party.everyone
    async with counter.books() as books:
        party = await change.correct(books, party, following, {"email": None})
        changed = await change.withdraw(books, party, party.everyone[0])
    assert [one.key for one in changed.everyone] == [following.key]
    assert (changed.contact.email, changed.contact.phone) == (contact.email, contact.phone)
    assert changed.owners == party.owners


async def test_two_owners_may_change_one_party(counter: Counter) -> None:
    party, other = await counter.registered(3), counter.people[6]
    async with counter.books() as books:
        shared = await team.add_owner(books, party, other)
        assert shared.owners == (*party.owners, other)
        assert await books.parties.of(other) == await books.parties.of(party.owners[0]) == [shared]
        assert await team.add_owner(books, shared, other) == shared
    assert await owed(counter, REMINDER) == {1, 6}
    async with counter.books() as books:
        await change.erase(books, party.owners[0])
        (left,) = await books.parties.of(other)
        assert (left.owners, left.seats) == ((other,), 3)
        assert await books.parties.of(party.owners[0]) == []
    assert await owed(counter, REMINDER) == {6}
    async with counter.books() as books:
        await change.erase(books, other)
        assert await books.parties.everybody() == []
    assert await reading.count(counter.database, "parties") == 0


async def test_an_owner_who_is_one_of_them_leaves_with_their_data(counter: Counter) -> None:
    party, other = await counter.registered(3), counter.people[6]
    async with counter.books() as books:
        shared = await team.add_owner(books, party, other)
        await books.parties.set_address(shared.everyone[1].key, other)
        await change.erase(books, other)
        (left,) = await books.parties.of(party.owners[0])
        assert names(left) == ["Prénom1", "Prénom3"]
        assert left.owners == party.owners
    assert await owed(counter, MEMBER_LEFT) == {1}
    assert other not in {one.address for one in await reading.owed(counter.database)}


async def test_a_party_that_registered_by_telephone_is_taken_over(counter: Counter) -> None:
    party = await counter.registered(2, None)
    assert (party.owners, party.addresses) == ((), ())
    assert await owed(counter, REMINDER) == set()
    async with counter.books() as books:
        assert (await books.parties.of_code(party.code)) == party
        taken_over = await team.add_owner(books, party, counter.people[3])
        assert await books.parties.of(counter.people[3]) == [taken_over]
    assert await owed(counter, REMINDER) == {3}


async def test_the_last_one_of_a_party_without_owner_who_erases_cancels_it(
    counter: Counter,
) -> None:
    party, alone = await counter.registered(2, None), counter.people[3]
    async with counter.books() as books:
        token = await team.invite(books, party, party.everyone[0])
        joined = await team.join(books, token, alone, member("Prénom1"))
        assert joined is not None
        left = await change.withdraw(books, joined, joined.everyone[1])
        await change.give_vacancy_back(books, left)
        await change.erase(books, alone)
        assert await books.parties.everybody() == []
        assert (await books.count()).free == 5
    assert await reading.count(counter.database, "members") == 0


async def test_a_telephone_party_whose_contact_erases_goes_on_without_them(
    counter: Counter,
) -> None:
    party, contact = await counter.registered(2, None), counter.people[3]
    async with counter.books() as books:
        token = await team.invite(books, party, party.everyone[0])
        await team.join(books, token, contact, member("Prénom1"))
        await change.erase(books, contact)
        (left,) = await books.parties.everybody()
        assert names(left) == ["Prénom2"]


async def test_erasing_gives_back_all_that_an_address_registered(counter: Counter) -> None:
    one = counter.people[1]
    await counter.registered(2)
    async with counter.books() as books:
        await register.confirm(books, application("draft-x", one, 1))
        await register.confirm(books, application("draft-y", one, 3, seats=0))
        await register.confirm(books, application("draft-z", counter.people[2], 3, seats=0))
        await change.erase(books, one)
        (left,) = await books.parties.everybody()
        assert await has_offer(books, left)
        assert (await books.count()).offered == 3
    kept, counted = (
        await reading.kept_sums(counter.database),
        await reading.added_up(counter.database),
    )
    assert kept == counted


async def test_who_cancels_is_proposed_to_nobody_any_more(counter: Counter) -> None:
    one, other = await counter.registered(1), await counter.registered(1, 2)
    async with counter.books() as books:
        await partners.search(books, one)
        await partners.search(books, other)
        assert await partners.proposed(books, other) is not None
        await change.cancel(books, one)
        assert await partners.proposed(books, other) is None
        assert await books.searches.count() == 1


async def test_those_who_join_another_party_stay_who_they_are(counter: Counter) -> None:
    host = await counter.registered(2)
    counter.later(minutes=1)
    guest = await counter.registered(3, 2)
    async with counter.books() as books:
        link = await team.invite(books, guest, guest.everyone[1])
        await books.parties.set_coming(guest.everyone[1].key)
        for one in (host, guest):
            await partners.search(books, one)
        assert await partners.accept(books, host) is None
        merged = await partners.accept(books, guest)
        assert merged is not None
        assert merged.key == host.key
        keys = [one.key for one in (*host.everyone, *guest.everyone)]
        assert [one.key for one in merged.everyone] == keys
        assert [one.place for one in merged.everyone] == [1, 2, 3, 4, 5]
        assert merged.everyone[2].address == guest.owners[0]
        assert merged.everyone[3].coming_at == NOW.replace(minute=1)
        assert await team.invited(books, link) is None
        assert (await books.count()).taken == 5
    assert await owed(counter, MATCHED) == await owed(counter, REMINDER) == {1, 2}


async def test_a_party_that_somebody_else_changed_is_to_be_read_again(counter: Counter) -> None:
    seen = await counter.registered(3)
    async with counter.books() as books:
        changed = await change.withdraw(books, seen, seen.everyone[2])
        for late in (
            change.cancel(books, seen),
            change.withdraw(books, seen, seen.everyone[1]),
            change.replace(books, seen, seen.everyone[2], NEWCOMER),
            change.add(books, seen, NEWCOMER, DraftId("draft-xx")),
            partners.search(books, seen),
            team.add_owner(books, replace(seen, key=PartyKey(99)), counter.people[2]),
        ):
            with pytest.raises(ChangedMeanwhileError):
                await late
        assert (await books.count()).taken == changed.seats == 2


def test_a_pair_names_one_person_by_name_and_by_how_they_are_reached() -> None:
    def of(key: int, name: str, email: str) -> Party:
        code, draft = PartyCode(f"PIL-{key}"), DraftId(f"draft-{key}")
        person = member("Marie", name, email=email)
        return Party(PartyKey(key), code, draft, (), "Le Pilat", (person,), NOW)

    same, also = of(1, "Dupont", "m@a.fr"), of(2, "DUPONT", "m@a.fr")
    namesake, colleague = of(3, "Dupont", ""), of(4, "Martin", "m@a.fr")
    assert naming_the_same([same, also, namesake, colleague]) == [(same, also)]
