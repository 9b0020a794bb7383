"""What organisers decide: who comes or waits, what is told, links; and what is forgotten."""

import asyncio

from store import reading

from bot.domain.keys import AddressKey, DraftId, Invitation, Subject
from bot.domain.party import Application, Party
from bot.domain.seats import NoRoom
from bot.store.database import ChangedMeanwhileError
from bot.store.deliveries import LETTER, REMINDER
from bot.store.journal import Deed
from bot.store.letters import About, Letter
from bot.store.notes import Note
from bot.usecases import change, desk, register, team, waiting_list

from .samples import NOW, Counter, application, member

ORGANISER = AddressKey(999)


async def sums_are_right(counter: Counter) -> bool:
    kept = await reading.kept_sums(counter.database)
    return kept == await reading.added_up(counter.database)


async def owed(counter: Counter, kind: str) -> list[AddressKey]:
    return [one.address for one in await reading.owed(counter.database) if one.kind == kind]


# ---- into the day, onto the list


async def test_who_waits_is_let_in_before_their_turn_where_there_is_room(counter: Counter) -> None:
    await counter.registered(3)
    first = await counter.registered(3, 2, seats=0)
    second = await counter.registered(2, 3, seats=0)
    async with counter.books() as books:
        # The offer that the second one has is its own: it takes no room from it.
        assert (await waiting_list.standing(books, second)).offer_ends is not None
        entered = await desk.let_in(books, second)
        assert isinstance(entered, Party)
        assert (entered.seats, entered.waiting) == (2, ())
        assert isinstance(await desk.let_in(books, first), NoRoom)
        assert [one.key for one in await books.parties.on_list()] == [first.key]
    assert set(await owed(counter, REMINDER)) == {counter.people[1], counter.people[3]}
    assert await sums_are_right(counter)


async def test_beyond_the_capacity_only_when_that_is_said(counter: Counter) -> None:
    await counter.registered(5)
    waits = await counter.registered(2, 2, seats=0)
    async with counter.books() as books:
        assert isinstance(await desk.let_in(books, waits), NoRoom)
        entered = await desk.let_in_beyond(books, waits)
        count = await books.count()
        assert (entered.seats, count.taken, count.missing) == (2, 7, 2)
        wanted = Application(
            DraftId("draft-tel"), "Le Pilat", (member("Rose"),), seats=1, owners=()
        )
        assert isinstance(await register.confirm(books, wanted), NoRoom)
        registered = await register.confirm_beyond(books, wanted)
        assert registered is not None
        assert registered == await register.confirm_beyond(books, wanted)  # twice is once
        history = await books.history.of_code(registered.code)
        assert [one.what for one in history] == ["registered_beyond"]
        assert (await books.count()).taken == 8
    assert await sums_are_right(counter)


async def test_nobody_else_gets_a_seat_while_they_are_too_many(counter: Counter) -> None:
    five = await counter.registered(5)
    waits = await counter.registered(2, 2, seats=0)
    third = await counter.registered(1, 3, seats=0)
    async with counter.books() as books:
        await desk.let_in_beyond(books, waits)
        smaller = await change.withdraw(books, five, five.everyone[4])
        await change.give_vacancy_back(books, smaller)
        assert (await books.count()).taken == 6
        assert (await waiting_list.standing(books, third)).offer_ends is None


async def test_a_party_that_is_sent_to_the_list_comes_after_those_who_wait(
    counter: Counter,
) -> None:
    comes = await counter.registered(5)
    waits = await counter.registered(4, 2, seats=0)
    counter.later(minutes=1)
    async with counter.books() as books:
        sent = await desk.send_to_list(books, comes)
        assert (sent.members, len(sent.waiting)) == ((), 5)
        assert (await waiting_list.standing(books, waits)).offer_ends is not None
        assert (await waiting_list.standing(books, sent)).rank == 1
    assert await owed(counter, REMINDER) == []
    assert await sums_are_right(counter)


async def test_a_seat_kept_since_somebody_withdrew_goes_with_it(counter: Counter) -> None:
    party = await counter.registered(3)
    async with counter.books() as books:
        smaller = await change.withdraw(books, party, party.everyone[2])
        sent = await desk.send_to_list(books, smaller)
        assert await change.vacancy(books, sent) is None
        # Nobody else waits: what they gave is offered to them at once.
        assert (await waiting_list.standing(books, sent)).offer_ends is not None
    assert await sums_are_right(counter)


async def test_what_somebody_changed_meanwhile_is_seen_before_anything_is_done(
    counter: Counter,
) -> None:
    party = await counter.registered(3, seats=0)
    async with counter.books() as books:
        await change.withdraw(books, party, party.everyone[2])
    for decide in (desk.let_in, desk.let_in_beyond, desk.send_to_list):
        try:
            async with counter.books() as books:
                await decide(books, party)
        except ChangedMeanwhileError:
            continue
        raise AssertionError(f"{decide.__name__} did not look")


# ---- links


async def test_a_link_is_taken_over_once_and_the_last_one_only(counter: Counter) -> None:
    party = await counter.registered(2, None)
    one, other = counter.people[3], counter.people[4]
    async with counter.books() as books:
        old = await desk.link(books, party)
        new = await desk.link(books, party)
        assert await desk.opened(books, old) is None
        assert await desk.opened(books, new) == party
        assert await desk.take_over(books, old, one) is None
        assert await desk.opened(books, Invitation("")) is None
    async with counter.books() as books:
        taken = await desk.take_over(books, new, one)
        assert taken is not None
        assert taken.owners == (one,)
        assert await desk.take_over(books, new, other) is None
    assert await owed(counter, REMINDER) == [one]
    assert await reading.count(counter.database, "party_links") == 0


async def test_a_party_that_is_cancelled_keeps_neither_link_nor_note_nor_letter(
    counter: Counter,
) -> None:
    party = await counter.registered(2)
    async with counter.books() as books:
        token = await desk.link(books, party)
        await books.notes.add(party.key, Note(NOW, "Dominique", "arrive en train"))
        await desk.tell(books, Letter(party.key, About.WRITTEN, "Bonjour"), party.owners)
        assert [one.note for one in await books.notes.of(party.key)] == ["arrive en train"]
        await change.cancel(books, party)
        assert await desk.opened(books, token) is None
    for table in ("notes", "party_links", "letters"):
        assert await reading.count(counter.database, table) == 0


# ---- letters


async def test_each_letter_is_owed_by_itself(counter: Counter) -> None:
    party = await counter.registered(2)
    async with counter.books() as books:
        for message in ("un", "deux"):
            await desk.tell(books, Letter(party.key, About.WRITTEN, message), party.owners)
        await desk.tell(books, Letter(party.key, About.CHANGED, "trois"), ())
    told = [one for one in await reading.owed(counter.database) if one.kind == LETTER]
    keys = [one.subject.letter_key for one in told]
    async with counter.books() as books:
        letters = [await books.letters.of_key(key) for key in keys]
        assert [one.message for one in letters if one is not None] == ["un", "deux"]
    assert Subject.letter(keys[0]).party_key == 0
    assert Subject.party(party.key).letter_key == 0


async def test_a_letter_about_a_cancelled_party_still_leaves(counter: Counter) -> None:
    party = await counter.registered(2)
    async with counter.books() as books:
        await change.cancel(books, party)
        await desk.tell(books, Letter(party.key, About.CANCELLED, ""), party.owners)
    assert await owed(counter, LETTER) == list(party.owners)


# ---- what is forgotten


async def noted(counter: Counter, party: Party) -> None:
    """Something that organisers did, noted and told of a party."""
    async with counter.books() as books:
        deed = Deed(NOW, "Dominique", "party_changed", before="Marie", after="Anne")
        await books.journal.add(ORGANISER, deed, party=party.key)
        await books.notes.add(party.key, Note(NOW, "Dominique", "Marie arrive en train"))
        await desk.tell(books, Letter(party.key, About.CHANGED, "− Marie"), party.owners)


async def said_in_journal(counter: Counter) -> list[str]:
    async with counter.books() as books:
        return [one.before + one.after for one in await books.journal.latest(9)]


async def test_who_erases_themselves_leaves_nothing_in_the_journal(counter: Counter) -> None:
    party, other = await counter.registered(2), await counter.registered(1, 2)
    await noted(counter, party)
    await noted(counter, other)
    async with counter.books() as books:
        await change.erase(books, party.owners[0])
    assert await said_in_journal(counter) == ["MarieAnne", ""]
    assert await reading.count(counter.database, "notes") == 1
    assert await reading.count(counter.database, "letters") == 1


async def test_nor_does_a_party_that_was_cancelled_before(counter: Counter) -> None:
    party = await counter.registered(2)
    await noted(counter, party)
    async with counter.books() as books:
        await change.cancel(books, party)
    assert await said_in_journal(counter) == ["MarieAnne"]
    async with counter.books() as books:
        await change.erase(books, party.owners[0])
    assert await said_in_journal(counter) == [""]


async def test_nor_does_a_teammate_of_those_who_stay(counter: Counter) -> None:
    party, teammate = await counter.registered(2), counter.people[4]
    async with counter.books() as books:
        token = await team.invite(books, party, party.everyone[1])
        await team.join(books, token, teammate, member("Anne"))
    await noted(counter, party)
    async with counter.books() as books:
        await change.erase(books, teammate)
        assert await books.notes.of(party.key) == []
        assert len(await books.parties.everybody()) == 1
    assert await said_in_journal(counter) == [""]


async def test_registering_beyond_the_capacity_passes_over_who_waits(counter: Counter) -> None:
    await counter.registered(5)
    await counter.registered(2, 2, seats=0)
    async with counter.books() as books:
        await register.confirm_beyond(books, application("draft-tel", None, 1))
        (waiting,) = await books.queue.waiting()
        assert waiting.passed == 1


# ---- two at once


async def test_of_two_who_take_a_link_at_once_one_has_the_party(database_url: str) -> None:
    one, other = await Counter.open(database_url, 5), await Counter.open(database_url, 5)
    party = await one.registered(2, None)
    async with one.books() as books:
        token = await desk.link(books, party)

    async def take(counter: Counter, place: int) -> Party | None:
        async with counter.books() as books:
            return await desk.take_over(books, token, counter.people[place])

    taken = await asyncio.gather(take(one, 3), take(other, 4))
    assert [party is not None for party in taken].count(True) == 1
    async with one.books() as books:
        (registered,) = await books.parties.everybody()
        assert len(registered.owners) == 1
    await one.database.close()
    await other.database.close()


async def test_of_two_organisers_who_let_in_at_once_one_finds_the_room(database_url: str) -> None:
    one, other = await Counter.open(database_url, 5), await Counter.open(database_url, 5)
    await one.registered(5)
    first, second = await one.registered(4, 2, seats=0), await one.registered(4, 3, seats=0)
    async with one.books() as books:
        await change.cancel(books, (await books.parties.everybody())[0])

    async def let_in(counter: Counter, party: Party) -> Party | NoRoom:
        async with counter.books() as books:
            return await desk.let_in(books, party)

    entered = await asyncio.gather(let_in(one, first), let_in(other, second))
    assert [isinstance(party, Party) for party in entered].count(True) == 1
    async with one.books() as books:
        assert (await books.count()).taken == 4
    await one.database.close()
    await other.database.close()
