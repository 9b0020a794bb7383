"""Questions that are sent on, news that organisers are told: each is taken, answered, told once."""

from datetime import UTC, datetime, timedelta

from bot.domain.keys import NOBODY, EventKey, QuestionKey
from bot.store.books import transaction
from bot.store.database import Database
from bot.store.news import Kind, Wanted

from .samples import EVENT, NOW, address, keys

Days = tuple[EventKey, EventKey]
DAY = timedelta(days=1)


async def test_a_question_is_taken_and_answered_by_whoever_is_first(
    database: Database, days: Days
) -> None:
    marie, dominique, anne = await keys(database, 1, 2, 3)
    async with transaction(database, NOW) as changing:
        asked = (await changing.books(days[0], EVENT)).questions
        elsewhere = (await changing.books(days[1], EVENT)).questions
        key = await asked.add(marie, "Marie Dupont", "Un chien ?")
        assert await elsewhere.of_key(key) is None
        assert await elsewhere.unanswered() == []
        assert await asked.take(key, dominique, "Dominique")
        assert await asked.take(key, dominique, "Dominique")
        assert not await asked.take(key, anne, "Anne")
        assert not await elsewhere.answer(key, "Non.", name="Anne")
        assert await asked.answer(key, "Oui.", name="Anne")
        assert not await asked.answer(key, "Non.", name="Dominique")
        assert not await asked.take(key, anne, "Anne")
        (answered,) = await asked.answered(5)
        assert await asked.unanswered() == []
    assert (answered.who, answered.question, answered.answer) == (
        "Marie Dupont",
        "Un chien ?",
        "Oui.",
    )
    assert (answered.taken_name, answered.answered_name) == ("Dominique", "Anne")
    assert (answered.asked_at, answered.answered_at) == (NOW, NOW)


async def test_a_question_comes_up_again_once_after_a_day(database: Database, days: Days) -> None:
    (marie,) = await keys(database, 1)
    async with transaction(database, NOW) as changing:
        asked = (await changing.books(days[0], EVENT)).questions
        key = await asked.add(marie, "Marie", "Un chien ?")
        answered = await asked.add(marie, "Marie", "Une garderie ?")
        await asked.answer(answered, "Oui.", name="Anne")
        assert await changing.events.with_news(NOW + DAY - timedelta(seconds=1)) == []
    async with transaction(database, NOW + DAY) as changing:
        assert await changing.events.with_news(changing.now) == [days[0]]
        asked = (await changing.books(days[0], EVENT)).questions
        assert await asked.recall() == [key]
        assert await asked.recall() == []
        assert await changing.events.with_news(changing.now) == []


async def test_a_question_goes_with_whoever_asked_it_and_with_the_day(
    database: Database, days: Days
) -> None:
    marie, paul = await keys(database, 1, 2)
    async with transaction(database, NOW) as changing:
        books = await changing.books(days[0], EVENT)
        hers = await books.questions.add(marie, "Marie", "Un chien ?")
        his = await books.questions.add(paul, "Paul", "Une garderie ?")
        for key in (hers, his):
            await books.news.add(
                Kind.QUESTION, NOBODY, alert_at=NOW, digest_at=NOW + DAY, question=key
            )
        await books.questions.forget(marie)
        assert [one.key for one in await books.questions.unanswered()] == [his]
        assert [one.question for one in await books.news.take_alert()] == [his]
        assert await changing.addresses.forget_unused([marie, paul]) == 1
    async with transaction(database, NOW) as changing:
        assert await changing.events.erase(days[0]) == {paul}
        books = await changing.books(days[0], EVENT)
        assert await books.questions.asked_by(paul) == []
        assert await books.news.alerts_of(his) == []


async def test_news_are_told_together_once_at_their_moment(database: Database, days: Days) -> None:
    morning, evening = NOW + timedelta(hours=1), NOW + timedelta(hours=9)
    async with transaction(database, NOW) as changing:
        books = await changing.books(days[0], EVENT)
        for kind in (Kind.REGISTERED, Kind.FULL):
            await books.news.add(kind, NOBODY, alert_at=morning, digest_at=evening)
        assert await books.news.take_alert() == []
        assert await changing.events.with_news(NOW) == []
    async with transaction(database, morning) as changing:
        books = await changing.books(days[0], EVENT)
        assert await changing.events.with_news(morning) == [days[0]]
        news = await books.news.take_alert()
        assert [one.kind for one in news] == [Kind.REGISTERED, Kind.FULL]
        assert {one.alert for one in news} == {news[0].key}
        assert await books.news.take_alert() == []
        assert await books.news.of_alert(news[0].key) == news
        assert await books.news.last_alert() is None
        await books.news.note_alert(news[0].key)
        assert await books.news.last_alert() == morning
        assert await books.news.take_digest() == []
    async with transaction(database, evening) as changing:
        books = await changing.books(days[0], EVENT)
        summed = await books.news.take_digest()
        assert [one.kind for one in summed] == [Kind.REGISTERED, Kind.FULL]
        assert await books.news.of_digest(summed[0].key) == summed
        assert await books.news.take_digest() == []


async def test_what_somebody_wants_to_hear_of_is_theirs(database: Database, days: Days) -> None:
    dominique, anne = await keys(database, 1, 2)
    async with transaction(database, NOW) as changing:
        news = (await changing.books(days[0], EVENT)).news
        await news.want(dominique, {Kind.FULL: Wanted.NEVER, Kind.QUESTION: Wanted.NEVER})
        await news.want(dominique, {Kind.FULL: Wanted.AT_ONCE})
        assert await news.wanted(dominique) == {
            Kind.FULL: Wanted.AT_ONCE,
            Kind.QUESTION: Wanted.NEVER,
        }
        assert await news.wanted(anne) == {}
        elsewhere = (await changing.books(days[1], EVENT)).news
        assert await elsewhere.wanted(dominique) == {}


async def test_offers_that_end_soon_and_who_is_known(database: Database, days: Days) -> None:
    (marie,) = await keys(database, 1)
    async with transaction(database, NOW) as changing:
        books = await changing.books(days[0], EVENT)
        assert await books.queue.offers(datetime(2015, 3, 1, tzinfo=UTC)) == []
        assert await changing.addresses.known([address(1), address(99)]) == {marie}
        assert await books.history.codes_with("came_back") == []
        assert await books.questions.of_key(QuestionKey(0)) is None
