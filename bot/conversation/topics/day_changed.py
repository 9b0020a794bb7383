"""The day has another date, other hours or another place: whoever is registered hears of it."""

from markupsafe import Markup

from bot.conversation import phrases
from bot.conversation.phrases import LINE, PARAGRAPH
from bot.conversation.topic import Topic
from bot.conversation.topics import cancelling, mine, practical, reminder
from bot.conversation.turn import DueMessage, Voice
from bot.store.deliveries import DAY_CHANGED

topic = Topic("day_changed")


@topic.message(DAY_CHANGED)
async def tell(due: DueMessage) -> None:
    """What holds now, the calendar entry that takes the place of the one before, and an answer."""
    parties = await due.books.parties.of(due.delivery.address)
    if not parties:
        return
    party = parties[0]
    reader = party.spoken_to_at(due.delivery.address) or party.contact
    rows = (
        (
            (
                due.button("changed.still_coming", reminder.note_coming, party.code),
                due.button("reminder.cancel", cancelling.give_up, party.code),
            ),
        )
        if reader in party.members
        else ((due.button("button.mine", mine.show),),)
    )
    due.say(text(due, reader.first_name), *rows)
    due.replies.append(practical.calendar_file(due, party.code))


def text(voice: Voice, name: str) -> Markup:
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
            words("changed.calendar"),
            words("reminder.contact", name=contact.name, phone=contact.spoken_phone),
        ]
    )
