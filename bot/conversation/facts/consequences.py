"""What else becomes otherwise when a fact of the day changes: said before it holds."""

from markupsafe import Markup

from bot import usecases
from bot.conversation.phrases import LINE
from bot.conversation.turn import Turn
from bot.domain.party import Party


async def of(turn: Turn, then: Turn) -> list[Markup]:
    """What follows, a paragraph each; `then` is the turn had the day the facts proposed."""
    return [
        *await _of_seats(turn, then),
        *await _of_offers(turn, then),
        *await _of_date(turn, then),
        *_of_place(turn, then),
    ]


async def _of_seats(turn: Turn, then: Turn) -> list[Markup]:
    """Who is too many; what is lost, or can still be taken, when registration closes."""
    words, count, said = turn.words, await then.seats(), []
    if count.missing and then.event.seats != turn.event.seats:
        said.append(words("facts.over", n=count.missing))
    if turn.books.is_open and not then.books.is_open:
        said += [words("facts.closes", n=count.held)] if count.held else []
        said += [words("facts.offers_end", n=count.offered)] if count.offered else []
    return said


async def _of_offers(turn: Turn, then: Turn) -> list[Markup]:
    """Who would be offered seats, of those who wait."""
    offered, _ = await usecases.waiting_list.would_be_offered(then.books)
    waiting = {party.key: party for party in await turn.books.parties.on_list()} if offered else {}
    lines = [
        turn.words("facts.offered", who=_called(turn, waiting[one.party]), n=one.seats)
        for one in offered
        if one.party in waiting
    ]
    return [LINE.join([turn.words("facts.offers"), *lines])] if lines else []


def _called(turn: Turn, party: Party) -> str:
    names = turn.words.listing(member.name for member in party.waiting or party.everyone)
    return f"{names} ({party.territory})" if party.territory else names


async def _of_date(turn: Turn, then: Turn) -> list[Markup]:
    """The end of registration, and reminders."""
    words, before, event, said = turn.words, turn.event, then.event, []
    if event.date != before.date and event.registration_closes is not None:
        closes = event.closes_at
        said.append(words("answer.deadline", day=words.day(closes), hour=words.hour(closes)))
    if event.starts_at != before.starts_at:
        key = "facts.reminds" if turn.now < event.remind_at else "facts.reminds_no_more"
        at = event.remind_at
        said.append(words(key, day=words.short_day(at), hour=words.hour(at)))
    if event.date != before.date:
        n = sum(one.left_at is None for one in await turn.books.extra_reminders.all())
        said += [words("facts.extra_reminders", n=n)] if n else []
    return said


def _of_place(turn: Turn, then: Turn) -> list[Markup]:
    """What was said of the place before, and goes or stays."""
    words, before, event, said = turn.words, turn.event.place, then.event, []
    if before.latitude is not None and event.place.latitude is None:
        said.append(words("facts.map_goes"))
    if before.address and not event.place.address:
        said.append(words("facts.address_goes"))
    access = event.answers.get("access")
    if access and event.place.whole != before.whole:
        said.append(words("facts.access_stays", access=access))
    return said
