"""/places: how many seats are left, and who still fits."""

import re

from markupsafe import Markup

from bot.conversation import phrases
from bot.conversation.topic import Topic
from bot.conversation.topics import menu, registration
from bot.conversation.turn import Turn
from bot.domain.dividing import divided
from bot.domain.seats import SeatCount
from bot.understanding import fellows, openings
from bot.understanding.fellows import Fellows
from bot.understanding.intents import Intent

topic = Topic("seats")

_TOO_MANY = re.compile(r"\b(?:trop|too many)\b", re.IGNORECASE)


@topic.command("places", in_menu=True)
@topic.pressed("seats")
async def show(turn: Turn, _argument: str) -> None:
    """The seats left, and what still fits."""
    if not turn.books.is_open:
        registration.say_closed(turn)
        return
    words, count = turn.words, await turn.seats()
    sentences = [words("seats.now", left=phrases.seats_left(words, count), n=count.capacity)]
    if count.held:
        sentences.append(words("seats.held", n=count.held))
    fitting = count.fitting(turn.event.seats.sizes)
    if fitting and len(fitting) < len(turn.event.seats.sizes):
        sentences.append(phrases.fitting(words, fitting))
    turn.show(
        Markup(" ").join(sentences),
        await registration.register_row(turn),
        (turn.button("button.refresh", show), turn.button("button.menu", menu.show)),
    )


@topic.asked(Intent.SEATS, faq=7)
async def _seats(turn: Turn) -> Markup:
    if fellows.read(turn.text) is Fellows.NUMBER and turn.now < turn.event.ends_at:
        return _taken(turn, await turn.seats())
    if not turn.books.is_open:
        return phrases.closed(turn.words, turn.event, turn.now)
    words, count, number = turn.words, await turn.seats(), openings.number(turn.text)
    if not count.left:
        return words("answer.seats.full", n=count.capacity)
    left = phrases.seats_left(words, count)
    if number is None:
        return words("answer.seats", n=count.capacity, left=left)
    if not count.fits(number):
        return words("answer.seats.too_few", left=left)
    is_too_many = _TOO_MANY.search(turn.text) is not None
    if number in turn.event.seats.sizes and is_too_many:
        return words("answer.seats.not_too_many", left=left)
    if number in turn.event.seats.sizes:
        return words("answer.seats.fits", left=left)
    parties = divided(number, turn.event.seats)
    if not parties and turn.event.seats.only_size == 1:
        return words("answer.seats.each", left=left)
    if not parties:
        return words("answer.seats.groups", left=left)
    said = phrases.parties(words, parties)
    if is_too_many:
        return words("answer.seats.not_too_many_divided", parties=said, left=left)
    return words("answer.seats.divided", parties=said, left=left)


def _taken(turn: Turn, count: SeatCount) -> Markup:
    """« On sera combien ? »: how many are registered, which no name tells."""
    if not count.taken:
        return turn.words("answer.seats.nobody", capacity=count.capacity)
    return turn.words("answer.seats.taken", n=count.taken, capacity=count.capacity)
