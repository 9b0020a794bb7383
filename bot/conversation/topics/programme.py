"""The announcement, in pages that one message leafs through."""

from collections.abc import Iterable

from markupsafe import Markup

from bot.conversation import phrases
from bot.conversation.messages import Button
from bot.conversation.paging import arrows
from bot.conversation.phrases import LINE, PARAGRAPH
from bot.conversation.topic import Topic
from bot.conversation.topics import menu, registration
from bot.conversation.turn import Turn
from bot.domain.event import Event, Part
from bot.i18n import Words
from bot.understanding import halves
from bot.understanding.intents import Intent

topic = Topic("programme")


@topic.command("programme", in_menu=True)
@topic.pressed("programme")
async def page(turn: Turn, argument: str) -> None:
    """Show a page, the first being 1; an argument that is no page shows the first."""
    pages = _pages(turn.event, turn.words)
    number = int(argument) if argument.isdecimal() and 1 <= int(argument) <= len(pages) else 1
    title, paragraphs = pages[number - 1]
    heading = turn.words("programme.heading", title=title, page=number, pages=len(pages))
    where = turn.button("button.page", say_where, page=number, pages=len(pages))
    turn.show(
        PARAGRAPH.join([heading, *paragraphs]),
        arrows(turn, page, number, where, pages=len(pages)),
        (*await registration.register_row(turn), turn.button("button.menu", menu.show)),
    )


@topic.pressed("page")
async def say_where(turn: Turn, _argument: str) -> None:
    """A press on the page number itself."""
    turn.toast("programme.where")


def _pages(event: Event, words: Words) -> list[tuple[str, list[Markup]]]:
    return [
        (words.plain("programme.parts"), _parts(event, words)),
        (words.plain("programme.why"), _why(event, words)),
        (words.plain("programme.objectives"), _objectives(event, words)),
        (words.plain("programme.people"), [_leaders(event, words), *_audience(event, words)]),
    ]


def _parts(event: Event, words: Words) -> list[Markup]:
    """The parts of the programme with their points."""
    return [_part(words, part) for part in event.programme]


def _part(words: Words, part: Part) -> Markup:
    return LINE.join([words("title", title=part.title), *_points(words, part.points)])


def _why(event: Event, words: Words) -> list[Markup]:
    why = event.why
    paragraphs = [words("fact", fact=text) for text in why.context]
    if why.questions:
        paragraphs.append(LINE.join(words("arrow", text=text) for text in why.questions))
    if why.stakes:
        paragraphs.append(LINE.join([words("programme.stakes"), *_points(words, why.stakes)]))
    if why.conclusion:
        paragraphs.append(words("fact", fact=why.conclusion))
    return paragraphs


def _objectives(event: Event, words: Words) -> list[Markup]:
    """What the day aims at."""
    aims = event.objectives
    return [words("fact", fact=aims.intro), LINE.join(_points(words, aims.points))]


def _leaders(event: Event, words: Words) -> Markup:
    """Who leads the day, with their functions."""
    people = [words.plain("leader", name=one.name, function=one.function) for one in event.leaders]
    return words("leaders", n=len(people), people=words.listing(people))


def _audience(event: Event, words: Words) -> list[Markup]:
    """For whom the day is."""
    whom = event.audience
    sentences = (whom.limit, whom.invitation)
    paragraphs = [words("audience", summary=whom.summary, categories=whom.categories)]
    return paragraphs + [words("fact", fact=sentence) for sentence in sentences if sentence]


def _points(words: Words, points: Iterable[str]) -> list[Markup]:
    return [words("point", text=point) for point in points]


# ---- questions


def _button(turn: Turn) -> Button:
    return turn.button("button.programme", page)


@topic.asked(Intent.PROGRAMME, further=_button)
async def _tell_programme(turn: Turn) -> Markup:
    """All of it; the half of the day that is asked for where its parts say which they are."""
    event, words = turn.event, turn.words
    half = halves.asked(turn.text)
    if half is None:
        return PARAGRAPH.join(_parts(event, words))
    its = [part for part in event.programme if halves.is_of(part.title, half=half)]
    if its:
        return PARAGRAPH.join(_part(words, part) for part in its)
    undivided = words("programme.undivided", contact=phrases.reach(words, event))
    return PARAGRAPH.join([*_parts(event, words), undivided])


@topic.asked(Intent.OBJECTIVES, faq=4, further=_button)
async def _tell_objectives(turn: Turn) -> Markup:
    return PARAGRAPH.join(_objectives(turn.event, turn.words))


@topic.asked(Intent.SPEAKERS, faq=6, further=_button)
async def _tell_speakers(turn: Turn) -> Markup:
    return _leaders(turn.event, turn.words)
