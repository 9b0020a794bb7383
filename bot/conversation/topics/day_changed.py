"""The day has another date, other hours or another place: whoever is registered hears of it."""

from bot.conversation import phrases
from bot.conversation.phrases import LINE, PARAGRAPH
from bot.conversation.topic import Topic
from bot.conversation.topics import cancelling, mine, practical, reminder
from bot.conversation.turn import DueMessage
from bot.store.deliveries import DAY_CHANGED

topic = Topic("day_changed")


@topic.message(DAY_CHANGED)
async def tell(due: DueMessage) -> None:
    """What holds now, the calendar entry that takes the place of the one before, and an answer."""
    parties = await due.books.parties.of(due.delivery.address)
    if not parties:
        return
    words, event, party = due.words, due.event, parties[0]
    reader = party.spoken_to_at(due.delivery.address) or party.contact
    contact = event.contact
    facts = [
        words("infos.when", when=phrases.when(words, event)),
        words("infos.place", where=event.place.whole),
    ]
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
    due.say(
        PARAGRAPH.join(
            [
                words("changed.title", name=reader.first_name),
                LINE.join(facts),
                words("changed.calendar"),
                words("reminder.contact", name=contact.name, phone=contact.spoken_phone),
            ]
        ),
        *rows,
    )
    due.replies.append(practical.calendar_file(due, party.code))
