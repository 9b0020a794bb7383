"""The days to come, where there are several: choosing the one to talk about."""

from markupsafe import Markup

from bot.conversation import phrases
from bot.conversation.days import DAY
from bot.conversation.messages import Button
from bot.conversation.phrases import LINE, PARAGRAPH
from bot.conversation.topic import Topic
from bot.conversation.topics import desk, menu
from bot.conversation.turn import Turn
from bot.days import Day, offered

topic = Topic("days")


def several(turn: Turn) -> list[Day]:
    """The days to come, where there is more than one."""
    days = offered(turn.days, turn.now)
    return days if len(days) > 1 else []


@topic.pressed("days")
async def show(turn: Turn, _argument: str) -> None:
    """All days to come, a button each."""
    days = several(turn)
    if not days:
        await menu.show(turn)
        return
    words = turn.words
    lines = [_line(turn, day) for day in days]
    rows = [(_button(turn, day),) for day in days]
    turn.show(PARAGRAPH.join([words("days.intro"), *lines, words("days.choose")]), *rows)


def _line(turn: Turn, day: Day) -> Markup:
    when = phrases.when(turn.words, day.event)
    title = turn.words("title", title=day.event.title)
    return title + LINE + turn.words("days.line", when=when, place=day.event.place.name)


def _button(turn: Turn, day: Day) -> Button:
    label = turn.words.plain(
        "days.button", town=day.event.place.town, day=turn.words.short_day(day.event.date)
    )
    return turn.labelled(label, choose, about=day.key)


@topic.opened(DAY)
@topic.pressed("day")
async def choose(turn: Turn, _argument: str) -> None:
    """Talk about this day from now on: the button, or the link, has said which."""
    await (menu if turn.role is None else desk).show(turn)
