"""/capacite, /ouvrir, /fermer: how many may come, and until when one registers."""

from bot import days
from bot.conversation import phrases
from bot.conversation.facts import FACTS, local
from bot.conversation.topic import Topic, Who
from bot.conversation.topics import day_changes, day_facts
from bot.conversation.turn import Turn
from bot.domain.changes import Edit
from bot.domain.event import Event

topic = Topic("opening", who=Who.ORGANISERS)

CAPACITY, CLOSING = FACTS["capacity"], FACTS["closing"]


@topic.command("capacite", in_menu=True)
async def set_capacity(turn: Turn, argument: str) -> None:
    """/capacite 18: what would happen, then a yes; without a number, how it is written."""
    if argument.strip():
        await day_changes.read_and_propose(turn, CAPACITY, None, argument)
    else:
        await day_facts.ask(turn, CAPACITY.name)


@topic.command("fermer", in_menu=True)
@topic.pressed("day_close")
async def close(turn: Turn, argument: str) -> None:
    """/fermer: now, or at the moment that is said."""
    if argument.strip():
        await day_changes.read_and_propose(turn, CLOSING, None, argument)
    elif not turn.books.is_open:
        turn.show(
            phrases.closed(turn.words, turn.event, turn.now),
            (turn.button("opening.open", open_), turn.button("facts.back", day_facts.show)),
        )
    else:
        now = local(turn.now.astimezone(turn.event.zone))
        await day_changes.propose(turn, CLOSING, Edit(keys=CLOSING.keys, values=(now,)))


@topic.command("ouvrir", in_menu=True)
@topic.pressed("day_open")
async def open_(turn: Turn, argument: str) -> None:
    """/ouvrir: until the moment of the file while it is to come, else until the day begins."""
    words, event = turn.words, turn.event
    if turn.now >= event.starts_at:
        turn.show(words("opening.too_late"), (turn.button("facts.back", day_facts.show),))
    elif argument.strip():
        await day_changes.read_and_propose(turn, CLOSING, None, argument)
    elif turn.books.is_open:
        when = phrases.until(words, event.closes_at)
        turn.show(
            words("opening.is_open", when=when),
            (turn.button("opening.close", close),),
            (turn.button("opening.other", day_facts.ask, CLOSING.name),),
            (turn.button("facts.back", day_facts.show),),
        )
    else:
        await day_changes.propose(turn, CLOSING, await _opened(turn))


async def _opened(turn: Turn) -> Edit:
    """The file's moment again where it is to come and the day has not moved; else none."""
    file = await days.as_in_file(turn.books)
    is_to_come = turn.now < file.closes_at < turn.event.starts_at
    values = None if is_to_come and _same_day(file, turn.event) else (None,)
    return Edit(keys=CLOSING.keys, values=values)


def _same_day(file: Event, event: Event) -> bool:
    return file.starts_at == event.starts_at
