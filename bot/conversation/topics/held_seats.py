"""Seats held while somebody answers: that they will be free again soon, and holding them longer."""

from datetime import timedelta

from bot import usecases
from bot.conversation.asking import open_question
from bot.conversation.topic import Topic
from bot.conversation.turn import DueMessage, Turn
from bot.domain.keys import Subject
from bot.store.deliveries import HOLD_ENDING
from bot.understanding import replies

topic = Topic("held_seats")


@topic.message(HOLD_ENDING)
async def warn(due: DueMessage) -> None:
    """The seats are held for a few minutes more; nothing where they were held anew meanwhile."""
    draft = due.delivery.subject.draft_id
    hold = await usecases.register.warn_later(due.books, draft, due.delivery.address)
    if hold is None or not usecases.register.is_about_to_end(due.books, hold):
        return
    until = due.words.hour(hold.expires_at)
    due.say(
        due.words("hold.ending", n=hold.seats, until=until),
        (due.button("hold.extend", extend, draft, n=hold.seats),),
    )


@topic.heard_meanwhile()
async def hear(turn: Turn, text: str) -> bool:
    """« Gardez-les », while seats are held."""
    is_there = replies.is_there(text)
    if turn.dialogue.draft is None or not (is_there or replies.is_keeping(text)):
        return False
    hold = await turn.books.holds.of(Subject.draft(turn.draft.id))
    if hold is None or (is_there and not usecases.register.is_about_to_end(turn.books, hold)):
        return False
    await extend(turn, turn.draft.id)
    return True


@topic.pressed("extend")
async def extend(turn: Turn, draft_id: str) -> None:
    """« Gardez-les encore »: renew the hold; where it was over, take the seats again."""
    draft = turn.dialogue.draft
    if draft is None or draft.id != draft_id or turn.dialogue.step is None:
        turn.toast("hold.gone")
        return
    asking = open_question(turn)
    room = await asking.purpose.keep_seats(turn)
    held = await turn.books.holds.of(Subject.draft(draft.id))
    if room is not None:
        await asking.purpose.lose_seats(asking, room, [])
    elif held is None:
        turn.toast("hold.gone")
        await asking.repeat()
    else:
        renewed = held.expires_at >= turn.now + timedelta(minutes=turn.event.seats.hold_minutes)
        until = turn.words.hour(held.expires_at)
        said = turn.words("hold.extended" if renewed else "hold.longest", n=held.seats, until=until)
        turn.show(said)
