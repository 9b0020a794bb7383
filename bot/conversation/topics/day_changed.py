"""The day has another date, other hours or another place: whoever is registered hears of it."""

from markupsafe import Markup

from bot.conversation import phrases
from bot.conversation.messages import Button
from bot.conversation.phrases import LINE, PARAGRAPH
from bot.conversation.topic import Topic
from bot.conversation.topics import cancelling, mine, practical, reminder
from bot.conversation.turn import DueMessage, Turn, Voice
from bot.store.deliveries import DAY_CHANGED, Delivery
from bot.understanding import replies
from bot.understanding.replies import Reply

topic = Topic("day_changed")


@topic.message(DAY_CHANGED)
async def tell(due: DueMessage) -> None:
    """What holds now, the calendar entry that takes the place of the one before, and an answer."""
    parties = await due.books.parties.of(due.delivery.address)
    if not parties:
        return
    party = parties[0]
    reader = party.spoken_to_at(due.delivery.address) or party.contact
    comes = reader in party.members
    own = (
        due.button("changed.still_coming", reminder.note_coming, party.code),
        due.button("button.withdraw_me", cancelling.give_up, party.code),
    )
    due.say(
        text(due, reader.first_name, comes=comes),
        own if comes else (due.button("button.mine", mine.show),),
    )
    due.replies.append(practical.calendar_file(due, party.code))


def text(voice: Voice, name: str, *, comes: bool = True) -> Markup:
    """What somebody of this first name reads: what holds now, and whom to call."""
    words, event = voice.words, voice.event
    contact = event.contact
    facts = [
        words("infos.when", when=phrases.when(words, event)),
        words("infos.place", where=event.place.whole),
    ]
    return PARAGRAPH.join(
        [
            words("changed.title", name=name),
            LINE.join(facts),
            words("changed.ask" if comes else "changed.calendar"),
            words("reminder.contact", name=contact.name, phone=contact.spoken_phone),
        ]
    )


@topic.replied(DAY_CHANGED)
async def hear(turn: Turn, message: Delivery, text: str) -> Button | None:
    """« Oui, je viens toujours », « ah non, ce jour-là je ne peux pas »."""
    party = next(iter(await turn.books.parties.of(message.address)), None)
    reader = party.spoken_to_at(turn.address) if party is not None else None
    if party is None or reader not in party.members:
        return None
    match replies.read(text):
        case Reply.YES:
            return turn.button("changed.still_coming", reminder.note_coming, party.code)
        case Reply.NO:
            return turn.button("reply.reminder.no", cancelling.give_up, party.code)
        case _:
            return None
