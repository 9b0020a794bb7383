"""/capacite, /ouvrir, /fermer: how many may come, and until when one registers."""

import re

from bot import days
from bot.conversation import phrases
from bot.conversation.facts import FACTS, local
from bot.conversation.topic import Topic, Who
from bot.conversation.topics import day_changes, day_facts
from bot.conversation.turn import Turn
from bot.domain.changes import Edit
from bot.domain.event import Event
from bot.understanding import desk_words, moments
from bot.understanding.normal import plain

topic = Topic("opening", who=Who.ORGANISERS)

CAPACITY, CLOSING = FACTS["capacity"], FACTS["closing"]

_OF_OPENING = re.compile(r"\b(?:re ?ouvr\w*|rouvr\w*|reopen) (?:les |l |the )?(?:inscr|regis)\w+\b")
_OF_CLOSING = re.compile(
    r"\b(?:ferme[rz]?|clore|clos|cloture[rz]?|arrete[rz]?|stoppe[rz]?|bloque[rz]?"
    r"|suspend\w*|close|stop)"
    r" (?:les |l |the )?(?:inscriptions?|registrations?)\b"
)


@topic.command("capacite", in_menu=True)
async def set_capacity(turn: Turn, argument: str) -> None:
    """/capacite 18: what would happen, then a yes; without a number, how it is written."""
    if argument.strip():
        await day_changes.read_and_propose(turn, CAPACITY, None, argument)
    else:
        await day_facts.ask(turn, CAPACITY.name)


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


async def _opened(turn: Turn) -> Edit:
    """The file's moment again where it is to come and the day has not moved; else none."""
    file = await days.as_in_file(turn.books)
    is_to_come = turn.now < file.closes_at < turn.event.starts_at
    values = None if is_to_come and _same_day(file, turn.event) else (None,)
    return Edit(keys=CLOSING.keys, values=values)


def _same_day(file: Event, event: Event) -> bool:
    return file.starts_at == event.starts_at


@topic.heard()
async def hear(turn: Turn, text: str) -> bool:
    """« Ferme les inscriptions ce soir », « rouvre les inscriptions », of an organiser."""
    said = plain(text)
    if not turn.is_organiser or not desk_words.is_wish(text):
        return False
    if _OF_OPENING.search(said):
        await open_(turn, _moment_in(turn, text))
    elif _OF_CLOSING.search(said):
        await close(turn, _moment_in(turn, text))
    else:
        return False
    return True


def _moment_in(turn: Turn, text: str) -> str:
    """The text where it names a moment; nothing where it means now."""
    event = turn.event
    now = turn.now.astimezone(event.zone)
    return text if moments.read(text, now, event.date, at=event.start) is not None else ""
