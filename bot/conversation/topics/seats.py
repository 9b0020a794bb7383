"""/places: how many seats are left, and who still fits."""

from markupsafe import Markup

from bot.conversation import phrases
from bot.conversation.topic import Topic
from bot.conversation.topics import menu, registration
from bot.conversation.turn import Turn
from bot.understanding.intents import Intent

topic = Topic("seats")


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
    if not turn.books.is_open:
        return phrases.closed(turn.words, turn.event, turn.now)
    count = await turn.seats()
    left = phrases.seats_left(turn.words, count)
    return turn.words("answer.seats", n=count.capacity, left=left)
