"""What organisers hear of: once a minute at most, never at night, never of their own deeds."""

from datetime import UTC, datetime, timedelta

from bot.domain.keys import AddressKey, Subject
from bot.store.books import transaction
from bot.store.deliveries import ALERT, ANSWER, DIGEST, Delivery
from bot.store.history import CAME_BACK
from bot.store.news import Kind, Wanted
from bot.usecases import alerting, change, questions

from .samples import Counter

EVERYTHING = dict.fromkeys(alerting.KINDS, Wanted.AT_ONCE)


async def due(counter: Counter, *organisers: AddressKey) -> list[Delivery]:
    """What organisers are owed by now, as they claim it; all of it has left then."""
    found: list[Delivery] = []
    async with counter.books() as books:
        await alerting.settle(books, organisers)
    while True:
        async with transaction(counter.database, counter.now) as changing:
            one = await changing.outgoing.claim(counter.now + timedelta(minutes=1))
            if one is None:
                return [one for one in found if one.kind in (ALERT, DIGEST)]
            await changing.outgoing.set_sent(one)
            found.append(one)


async def kinds(counter: Counter, delivery: Delivery) -> list[Kind]:
    """What an alert tells of to whom it goes."""
    async with counter.books() as books:
        key = delivery.subject.news_key
        told = books.news.of_alert if delivery.kind == ALERT else books.news.of_digest
        news = await told(key)
        interest = await alerting.of_interest(books, delivery.kind, news, delivery.address)
    return [one.kind for one in interest]


async def want(counter: Counter, organiser: AddressKey) -> None:
    async with counter.books() as books:
        await books.news.want(organiser, EVERYTHING)


async def test_what_comes_within_a_minute_is_told_together(counter: Counter) -> None:
    dominique = counter.people[9]
    await want(counter, dominique)
    await counter.registered(2, 1)
    (first,) = await due(counter, dominique)
    assert await kinds(counter, first) == [Kind.REGISTERED]
    counter.later(seconds=20)
    await counter.registered(2, 2)
    counter.later(seconds=20)
    await counter.registered(1, 3)
    assert await due(counter, dominique) == []
    counter.later(seconds=20)
    (second,) = await due(counter, dominique)
    assert await kinds(counter, second) == [Kind.REGISTERED, Kind.REGISTERED, Kind.FULL]


async def test_by_default_a_party_waits_for_the_summary_and_a_full_day_does_not(
    counter: Counter,
) -> None:
    dominique = counter.people[9]
    await counter.registered(3, 1)
    assert await due(counter, dominique) == []
    await counter.registered(2, 2)
    (alert,) = await due(counter, dominique)
    assert await kinds(counter, alert) == [Kind.FULL]
    counter.now = datetime(2015, 2, 16, 17, tzinfo=UTC)  # 18:00 there
    (digest,) = await due(counter, dominique)
    assert (digest.kind, await kinds(counter, digest)) == (DIGEST, [Kind.REGISTERED] * 2)
    assert await due(counter, dominique) == []


async def test_nobody_is_told_at_night_but_on_the_eve(counter: Counter) -> None:
    dominique = counter.people[9]
    await want(counter, dominique)
    counter.now = datetime(2015, 2, 16, 19, tzinfo=UTC)  # 20:00 there
    party = await counter.registered(2, 1)
    counter.later(hours=11, minutes=59)
    assert await due(counter, dominique) == []
    counter.later(minutes=1)
    assert len(await due(counter, dominique)) == 1
    counter.now = datetime(2015, 3, 4, 22, tzinfo=UTC)
    async with counter.books() as books:
        await change.cancel(books, party)
    assert len(await due(counter, dominique)) == 1


async def test_whoever_did_it_is_not_told_of_it(counter: Counter) -> None:
    dominique, anne = counter.people[8:10]
    for one in (dominique, anne):
        await want(counter, one)
    party = await counter.registered(2, 1)
    assert {one.address for one in await due(counter, dominique, anne)} == {dominique, anne}
    counter.later(minutes=2)
    async with counter.books() as books:
        books.author = dominique
        await change.cancel(books, party)
    assert [one.address for one in await due(counter, dominique, anne)] == [anne]


async def test_who_had_said_je_viens_and_withdraws_has_come_back_on_it(counter: Counter) -> None:
    party = await counter.registered(3, 1)
    async with counter.books() as books:
        await books.parties.set_coming(party.members[2].key)
        await books.parties.set_coming(party.members[0].key)
    async with counter.books() as books:
        (party,) = await books.parties.everybody()
        party = await change.withdraw(books, party, party.members[2])
        party = await change.withdraw(books, party, party.members[1])
        assert await books.history.codes_with(CAME_BACK) == [party.code]
        await change.cancel(books, party)
        assert await books.history.codes_with(CAME_BACK) == [party.code] * 2


async def test_an_answer_goes_to_whoever_asked_and_only_the_first(counter: Counter) -> None:
    marie, dominique = counter.people[1], counter.people[9]
    async with counter.books() as books:
        assert await questions.ask(books, marie, "Marie", "Un chien ?")
        (one,) = await books.questions.unanswered()
    (alert,) = await due(counter, dominique)
    assert await kinds(counter, alert) == [Kind.QUESTION]
    async with counter.books() as books:
        assert await questions.answer(books, one.key, "Oui.", name="Anne")
        assert not await questions.answer(books, one.key, "Non.", name="Dominique")
        sent = await books.deliveries.tally(Subject.question(one.key), ANSWER)
    assert sent.pending == 1
    (again,) = await due(counter, dominique)  # said anew in its place
    assert again.subject == alert.subject


async def test_what_was_asked_goes_with_the_last_registration(counter: Counter) -> None:
    party = await counter.registered(2)
    (marie,) = party.owners
    async with counter.books() as books:
        assert await questions.ask(books, marie, "Marie", "Je suis en fauteuil.")
        await change.cancel(books, party)
        assert not await books.questions.asked_by(marie)


async def test_nobody_asks_too_many_questions_at_once(counter: Counter) -> None:
    marie = counter.people[1]
    async with counter.books() as books:
        for number in range(questions.MOST_OPEN):
            assert await questions.ask(books, marie, "Marie", f"Question {number} ?")
        assert not await questions.ask(books, marie, "Marie", "Une de plus ?")
        waiting = await books.questions.unanswered()
        await questions.answer(books, waiting[0].key, "Oui.", name="Anne")
        assert await questions.ask(books, marie, "Marie", "Une de plus ?")


async def test_what_was_asked_is_erased_with_the_person(counter: Counter) -> None:
    marie, dominique = counter.people[1], counter.people[9]
    async with counter.books() as books:
        await questions.ask(books, marie, "Marie", "Un chien ?")
    async with counter.books() as books:
        await change.erase(books, marie)
        assert await books.questions.asked_by(marie) == []
    assert await due(counter, dominique) == []
