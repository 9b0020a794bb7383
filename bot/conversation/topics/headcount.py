"""/effectif: how many come, who waits, what needs an organiser's eye."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date

from markupsafe import Markup

from bot import usecases
from bot.conversation import phrases
from bot.conversation.messages import Paper
from bot.conversation.phrases import DOT, LINE, PARAGRAPH
from bot.conversation.topic import Topic, Who
from bot.conversation.topics import desk, organisers, party_list
from bot.conversation.turn import Turn
from bot.domain.party import Category, Party
from bot.domain.seats import SeatCount
from bot.exports import papers
from bot.i18n import Words
from bot.store.history import CAME_BACK
from bot.understanding.intents import Intent
from bot.understanding.territories import plain_form

topic = Topic("headcount", who=Who.ORGANISERS)

MOST_SILENT = 12
"""Names of those who have not answered the reminder, where all would be too many."""


@topic.requested(Intent.HEADCOUNT)
@topic.command("effectif", in_menu=True)
@topic.pressed("headcount")
async def show(turn: Turn, _argument: str) -> None:
    """Seats taken, being filled in, offered, left; by size, category and territory; the list."""
    words, count = turn.words, await turn.seats()
    everybody = await turn.books.parties.everybody()
    parties = [party for party in everybody if party.members]
    when = words.plain("headcount.when", day=words.short_day(turn.now), hour=words.hour(turn.now))
    lines = [seats(words, count)]
    if parties:
        has_sizes = turn.event.seats.only_size is None
        lines += [_by_size(words, parties)] if has_sizes else []
        lines.append(_by_category(words, parties))
        lines.append(await _answers_to_reminder(turn, parties))
        lines += [_late(words, parties), await _came_back(turn)]
    lines += [await waiting(turn, everybody), await _searching(turn)]
    paragraphs = [
        *turn.about(),
        words("headcount.title", when=when),
        _together(lines),
        _together(one.said for one in await desk.to_be_seen(turn)),
        _by_territory(words, parties),
        _lacking(words, parties),
        *_by_choice(turn, parties),
    ]
    turn.show(
        PARAGRAPH.join(one for one in paragraphs if one),
        (
            turn.button("button.refresh", show),
            turn.button("button.list", party_list.show),
            turn.button("button.export", organisers.export),
        ),
        (turn.button("headcount.chart", draw), turn.button("button.desk", desk.show)),
    )


@topic.pressed("chart")
async def draw(turn: Turn, _argument: str) -> None:
    """People registered a day, as a picture, with the same in words."""
    counted = Counter[date]()
    for party in await turn.books.parties.everybody():
        counted[party.confirmed_at.astimezone(turn.event.zone).date()] += party.seats
    counted = +counted
    if not counted:
        turn.toast("list.empty")
        return
    event, words = turn.event, turn.words
    text = Markup.escape(papers.registrations_text(counted, words))
    turn.replies.append(
        Paper(
            f"inscriptions-{event.code}.png",
            text,
            lambda _pictures: papers.registrations_chart(event, counted, words),
            kind="photo",
        )
    )


def _together(lines: Iterable[Markup]) -> Markup:
    return LINE.join(line for line in lines if line)


def seats(words: Words, count: SeatCount) -> Markup:
    """« 12 inscrit·e·s sur 15 · 2 en cours de saisie · 1 place libre »."""
    said = [
        words("headcount.taken", n=count.taken, capacity=count.capacity),
        words("headcount.held", n=count.held),
    ]
    if count.offered:
        said.append(words("headcount.offered", n=count.offered))
    if count.kept:
        said.append(words("headcount.kept", n=count.kept))
    return DOT.join([*said, words("headcount.left", n=count.left)])


def _by_size(words: Words, parties: Iterable[Party]) -> Markup:
    sizes = Counter(party.seats for party in parties)
    return Markup(", ").join(
        words(words.of_size("headcount.size", size), size=size, n=n)
        for size, n in sorted(sizes.items(), reverse=True)
    )


def _by_category(words: Words, parties: Iterable[Party]) -> Markup:
    categories = Counter(member.category for party in parties for member in party.members)
    return DOT.join(
        words(f"headcount.category.{category}", n=categories[category])
        for category in Category
        if categories[category]
    )


async def _answers_to_reminder(turn: Turn, parties: list[Party]) -> Markup:
    """How many have answered, and the names of those who have not."""
    words, silent = turn.words, usecases.reminding.silent(parties)
    coming = sum(party.seats for party in parties) - len(silent)
    if not await usecases.reminding.was_asked(turn.books, parties):
        return Markup()
    said = words("headcount.reminder", n=coming, silent=len(silent))
    if not silent:
        return said
    names = [member.name for _, member in silent[:MOST_SILENT]]
    if len(silent) > MOST_SILENT:
        names.append(words.plain("headcount.others", n=len(silent) - MOST_SILENT))
    return said + LINE + words("headcount.silent", names=words.listing(names))


def _late(words: Words, parties: list[Party]) -> Markup:
    """Who said that they come late, and by how much."""
    late = [
        words.plain("late.who", name=member.name, by=by)
        if (by := phrases.late_by(words, member.late_minutes))
        else member.name
        for party in parties
        for member in party.members
        if member.late_minutes is not None
    ]
    return words("headcount.late", names=words.listing(late)) if late else Markup()


async def _came_back(turn: Turn) -> Markup:
    """From which parties somebody withdrew who had said that they come."""
    codes = await turn.books.history.codes_with(CAME_BACK)
    named = turn.words.listing(dict.fromkeys(codes))
    return turn.words("headcount.came_back", n=len(codes), codes=named) if codes else Markup()


async def waiting(turn: Turn, everybody: Iterable[Party]) -> Markup:
    """Who is on the list, and who was but did not answer an offer."""
    parties = [party for party in everybody if party.waiting]
    if not parties:
        return Markup()
    listed = {party.code for party in await turn.books.parties.on_list()}
    n = sum(len(party.waiting) for party in parties if party.code in listed)
    off = sum(len(party.waiting) for party in parties if party.code not in listed)
    said = []
    if listed:
        people = turn.words.plain("headcount.people", n=n)
        said.append(turn.words("headcount.waiting", n=len(listed), people=people))
    if off:
        said.append(turn.words("headcount.waiting_off", n=off))
    return DOT.join(said)


async def _searching(turn: Turn) -> Markup:
    searching = await turn.books.searches.count()
    return turn.words("headcount.searching", n=searching) if searching else Markup()


def _by_choice(turn: Turn, parties: Iterable[Party]) -> list[Markup]:
    """How many chose what, where the event asks for a choice."""
    said = []
    for ask in turn.event.ask:
        answers = Counter[str]()
        for party in parties:
            answers.update([one.answers.get(ask.key, "") for one in party.members])
            answers.update([party.answers.get(ask.key, "")])
        chosen = [
            turn.words("headcount.choice", choice=choice, n=answers[choice])
            for choice in ask.choices
            if answers[choice]
        ]
        if chosen:
            said.append(turn.words("recap.asked", label=ask.label, answer=DOT.join(chosen)))
    return said


def _lacking(words: Words, parties: Iterable[Party]) -> Markup:
    """For each category, the territories of which nobody comes in it."""
    there: dict[str, set[Category]] = defaultdict(set)
    written: dict[str, str] = {}
    for party in parties:
        if party.territory:
            one = plain_form(party.territory)
            written.setdefault(one, party.territory)
            there[one] |= {member.category for member in party.members if member.category}
    lacking = {
        category: [written[one] for one, found in there.items() if category not in found]
        for category in Category
    }
    return LINE.join(
        words(f"headcount.lacking.{category}", territories=words.listing(territories))
        for category, territories in lacking.items()
        if territories
    )


def _by_territory(words: Words, parties: Iterable[Party]) -> Markup:
    """Each territory once, however it was written; it is called what most of its people call it."""
    territories = Counter[str]()
    written: dict[str, Counter[str]] = defaultdict(Counter)
    for party in parties:
        if party.territory:  # some days do not ask
            one = plain_form(party.territory)
            territories[one] += party.seats
            written[one][party.territory] += party.seats
    return DOT.join(
        words("headcount.territory", territory=written[one].most_common(1)[0][0], n=n)
        for one, n in territories.most_common()
    )
