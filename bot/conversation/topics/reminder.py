"""The message of the day before, and the answer « Je viens »."""

from markupsafe import Markup

from bot import usecases
from bot.conversation import phrases
from bot.conversation.phrases import LINE, PARAGRAPH
from bot.conversation.topic import Topic
from bot.conversation.topics import cancelling
from bot.conversation.turn import DueMessage, Turn
from bot.i18n import Words
from bot.store.deliveries import REMINDER
from bot.understanding.intents import Intent

topic = Topic("reminder")


@topic.message(REMINDER)
async def remind(due: DueMessage) -> None:
    """When, where, who comes, whom to call, and a button for those who cannot."""
    words, event = due.words, due.event
    party = await due.party()
    if party is None or not party.members:
        return
    reader = party.spoken_to_at(due.delivery.address) or party.contact
    others = [member.name for member in party.members if member is not reader]
    who = _who(words, reader.name, others, party.territory)
    when = words(
        "reminder.when",
        day=phrases.opening(words.short_day(event.date)),
        start=words.hour(event.start),
        end=words.hour(event.end),
        place=event.place.name,
    )
    contact = event.contact
    due.say(
        PARAGRAPH.join(
            [
                words("reminder.title", when=_how_far(due)),
                when + LINE + who,
                words("reminder.contact", name=contact.name, phone=contact.spoken_phone),
            ]
        ),
        (
            due.button("reminder.coming", note_coming, party.code),
            due.button("reminder.cancel", cancelling.give_up, party.code),
        ),
    )


def _who(words: Words, reader: str, others: list[str], territory: str) -> Markup:
    if others:
        key = "reminder.with" if territory else "reminder.with_anywhere"
        return words(key, names=words.listing(others), territory=territory)
    key = "reminder.solo" if territory else "reminder.solo_anywhere"
    return words(key, name=reader, territory=territory)


def _how_far(due: DueMessage) -> str:
    """Reckoned from today: the day may have moved, and a reminder may leave late."""
    event, words = due.event, due.words
    match (event.date - due.now.astimezone(event.zone).date()).days:
        case 0:
            return words.plain("reminder.today")
        case 1:
            return words.plain("reminder.tomorrow")
        case _:
            return words.plain("reminder.on", day=words.short_day(event.date))


@topic.pressed("coming")
async def note_coming(turn: Turn, code: str) -> None:
    """« Je viens »."""
    parties = await turn.books.parties.of(turn.address)
    party = next((one for one in parties if one.code == code), None)
    if party is None:
        turn.toast("cancel.already")
        return
    await usecases.notices.note_coming(turn.books, party, turn.address)
    turn.toast("reminder.thanks")


@topic.asked(Intent.REMINDER)
async def _reminder(turn: Turn) -> Markup:
    when = turn.event.remind_at
    return turn.words("answer.reminder", day=turn.words.short_day(when), hour=turn.words.hour(when))
