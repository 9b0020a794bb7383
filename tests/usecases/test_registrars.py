"""Who registers others and does not come: an owner with a name and an e-mail of their own."""

from dataclasses import replace

from store import reading

from bot.domain.party import Party, Registrar
from bot.usecases import change, notices, partners, register, team

from .samples import Counter, application, member

CLAIRE = {"first_name": "Claire", "last_name": "Morel", "email": "claire@veranne.fr"}


async def registered_by_claire(counter: Counter, owner: int, size: int) -> Party:
    address = counter.people[owner]
    wanted = application(f"draft-{owner}", address, size)
    async with counter.books() as books:
        by_claire = replace(wanted, registrar=Registrar(address, CLAIRE))
        confirmed = await register.confirm(books, by_claire)
    assert isinstance(confirmed, Party)
    return confirmed


async def test_a_registrar_is_the_contact_person_and_no_member(counter: Counter) -> None:
    party = await registered_by_claire(counter, 1, 2)
    (claire,) = party.registrars
    assert party.contact == claire == party.spoken_to_at(counter.people[1])
    assert (claire.name, claire.email, claire.phone) == ("Claire Morel", CLAIRE["email"], None)
    assert party.member_at(counter.people[1]) is None
    assert [one.first_name for one in party.uninvited] == ["Prénom1", "Prénom2"]
    assert all(party.may_leave(one) for one in party.everyone)


async def test_who_writes_is_the_contact_person_at_any_place(counter: Counter) -> None:
    wanted = application("draft", counter.people[1], 2)
    first, second = wanted.people
    people = (first, replace(second, address=counter.people[1]))
    async with counter.books() as books:
        party = await register.confirm(books, replace(wanted, people=people))
    assert isinstance(party, Party)
    assert party.contact == party.spoken_to_at(counter.people[1]) == party.everyone[1]
    assert party.uninvited == party.everyone[:1]
    assert all(party.may_leave(one) for one in party.everyone)
    assert party.teammates == ()


async def test_without_an_address_of_its_own_the_first_is_the_contact_person(
    counter: Counter,
) -> None:
    party = await counter.registered(2)
    assert party.contact == party.everyone[0]
    assert party.uninvited == party.everyone[1:]


async def test_a_registrar_answers_the_reminder_for_those_without_a_conversation(
    counter: Counter,
) -> None:
    party = await registered_by_claire(counter, 1, 3)
    async with counter.books() as books:
        token = await team.invite(books, party, party.everyone[0])
        joined = await team.join(books, token, counter.people[2], member("Prénom1"))
        assert joined is not None
        await notices.note_coming(books, joined, counter.people[1])
        after = await books.parties.of_key(party.key)
    assert after is not None
    assert [one.coming_at is not None for one in after.members] == [False, True, True]


async def test_a_registrar_corrects_how_they_are_reached(counter: Counter) -> None:
    party = await registered_by_claire(counter, 1, 1)
    (claire,) = party.registrars
    answers = {**claire.answers, "email": "accueil@veranne.fr"}
    async with counter.books() as books:
        changed = await change.reach(books, party, replace(claire, answers=answers))
    assert changed.contact.email == "accueil@veranne.fr"
    assert len(changed.owners) == 1


async def test_who_lets_somebody_come_instead_is_still_the_contact_person(
    counter: Counter,
) -> None:
    wanted = application("draft", counter.people[1], 1)
    (own,) = wanted.people
    own = replace(own.answering(email="nom@exemple.fr"), address=counter.people[1])
    async with counter.books() as books:
        party = await register.confirm(books, replace(wanted, people=(own,)))
        assert isinstance(party, Party)
        changed = await change.replace(books, party, party.everyone[0], member("Luc"))
    assert [one.first_name for one in changed.members] == ["Luc"]
    assert isinstance(changed.contact, Registrar)
    assert (changed.contact.first_name, changed.contact.email) == ("Prénom1", "nom@exemple.fr")


async def test_a_registrar_of_a_party_that_joins_another_owns_both(counter: Counter) -> None:
    host = await counter.registered(1, 1)
    counter.later(minutes=1)
    guest = await registered_by_claire(counter, 2, 1)
    async with counter.books() as books:
        await partners.search(books, host)
        await partners.search(books, guest)
        await partners.accept(books, host)
        merged = await partners.accept(books, guest)
    assert merged is not None
    assert merged.owners == (counter.people[1], counter.people[2])
    assert [one.name for one in merged.registrars] == ["Claire Morel"]
    assert all(one.address != counter.people[2] for one in merged.members)


async def test_nothing_is_known_of_a_registrar_once_all_is_cancelled_or_erased(
    counter: Counter,
) -> None:
    cancelled = await registered_by_claire(counter, 1, 2)
    await registered_by_claire(counter, 2, 2)
    async with counter.books() as books:
        await change.cancel(books, cancelled)
        await change.erase(books, counter.people[2])
    assert await reading.registrars(counter.database) == [(counter.people[1], None)]
