"""What organisers hear of by themselves: at once, in the day's summary, or not at all."""

from collections.abc import Iterable, Mapping
from datetime import datetime, time, timedelta

from bot.domain.keys import AddressKey, PartyKey, QuestionKey, Subject
from bot.store.books import Books
from bot.store.deliveries import ALERT, DIGEST
from bot.store.news import Kind, News, Wanted

KINDS = (Kind.QUESTION, Kind.FULL, Kind.REGISTERED, Kind.CANCELLED, Kind.WITHDRAWN)
"""Those that one may say something of, in their order; a question that waits is a question."""

UNLESS_SAID: Mapping[Kind, Wanted] = {
    Kind.QUESTION: Wanted.AT_ONCE,
    Kind.FULL: Wanted.AT_ONCE,
    Kind.REGISTERED: Wanted.SUMMED_UP,
    Kind.CANCELLED: Wanted.SUMMED_UP,
    Kind.WITHDRAWN: Wanted.SUMMED_UP,
}

REST = timedelta(minutes=1)
"""Between two alerts, at least: what comes meanwhile is told together."""
SUMMARY = time(18)
"""When the day's summary leaves, where the event takes place."""
QUIET_FROM, QUIET_UNTIL = time(20), time(8)
"""Nothing is told at once in between, but on the eve of the day and on the day."""
LASTS = timedelta(days=2)
"""How long an alert still makes sense."""


# ---- what happened


async def note(
    books: Books, kind: Kind, *, party: PartyKey | None = None, question: QuestionKey | None = None
) -> None:
    """Note something that organisers may want to hear of, whoever did it (`Books.author`)."""
    await books.news.add(
        kind,
        books.author,
        alert_at=_after_quiet(books),
        digest_at=_next_summary(books),
        party=party,
        question=question,
    )


async def note_if_full(books: Books, gained: int) -> None:
    """The same where so many seats just taken were the last ones."""
    taken, capacity = (await books.count()).taken, books.event.seats.capacity
    if taken - gained < capacity <= taken:
        await note(books, Kind.FULL)


def _after_quiet(books: Books) -> datetime:
    """Now, or when the night is over."""
    zone, now = books.event.zone, books.now
    here = now.astimezone(zone)
    is_near = here.date() in (books.event.date - timedelta(days=1), books.event.date)
    if is_near or QUIET_UNTIL <= here.time() < QUIET_FROM:
        return now
    morning = here.date() + timedelta(days=here.time() >= QUIET_FROM)
    return datetime.combine(morning, QUIET_UNTIL, zone)


def _next_summary(books: Books) -> datetime:
    zone = books.event.zone
    here = books.now.astimezone(zone)
    day = here.date() + timedelta(days=here.time() >= SUMMARY)
    return datetime.combine(day, SUMMARY, zone)


# ---- who hears of it


async def settle(books: Books, organisers: Iterable[AddressKey]) -> None:
    """Owe organisers the news that may be told by now."""
    for question in await books.questions.recall():
        await note(books, Kind.WAITING, question=question)
    if books.now < _after_quiet(books):
        return
    organisers = tuple(organisers)
    last = await books.news.last_alert()
    if last is None or last + REST <= books.now:
        await _owe(books, ALERT, await books.news.take_alert(), organisers)
    await _owe(books, DIGEST, await books.news.take_digest(), organisers)


async def _owe(books: Books, kind: str, news: list[News], organisers: Iterable[AddressKey]) -> None:
    if not news:
        return
    told = [one for one in organisers if await of_interest(books, kind, news, one)]
    if told and kind == ALERT:
        await books.news.note_alert(news[0].key)
    subject, until = Subject.news(news[0].key), books.now + LASTS
    await books.deliveries.owe(kind, subject, told, books.now, until)


async def of_interest(
    books: Books, kind: str, news: Iterable[News], address: AddressKey
) -> list[News]:
    """Those of the news that somebody wants to hear of in this way, but for their own deeds."""
    how = Wanted.AT_ONCE if kind == ALERT else Wanted.SUMMED_UP
    wanted = await preferences(books, address)
    return [one for one in news if one.author != address and wanted[_said_of(one.kind)] is how]


def _said_of(kind: Kind) -> Kind:
    return Kind.QUESTION if kind is Kind.WAITING else kind


async def preferences(books: Books, address: AddressKey) -> dict[Kind, Wanted]:
    """How somebody wants to hear of each kind."""
    return {**UNLESS_SAID, **await books.news.wanted(address)}


async def revise(books: Books, question: QuestionKey) -> None:
    """Let every alert that tells of a question say anew, in its place, what became of it."""
    for alert in await books.news.alerts_of(question):
        await books.deliveries.say_anew(
            ALERT, Subject.news(alert), sent_by=books.now, due_at=books.now
        )
