"""The message of the day before, and the answer « Je viens »."""

from markupsafe import Markup

from bot.conversation import phrases
from bot.conversation.phrases import LINE, PARAGRAPH
from bot.conversation.topic import Topic
from bot.conversation.topics import cancelling
from bot.conversation.turn import DueMessage, Turn
from bot.store.deliveries import REMINDER
from bot.understanding.intents import Intent

topic = Topic("reminder")


@topic.message(REMINDER)
async def remind(due: DueMessage) -> None:
    """When, where, who comes, whom to call, and a button for those who cannot."""
    words, event = due.words, due.event
    party = await due.desk.party(due.delivery.code)
    if party is None or not party.members:
        return
    reader = phrases.named(party.members[1:], due.delivery.chat_id) or party.contact
    others = [member.name for member in party.members if member is not reader]
    who = (
        words("reminder.with", names=words.listing(others), territory=party.territory)
        if others
        else words("reminder.solo", name=reader.name, territory=party.territory)
    )
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


def _how_far(due: DueMessage) -> str:
    event, words = due.event, due.words
    if due.now.astimezone(event.zone).date() == event.date:  # it could not leave before
        return words.plain("reminder.today")
    if event.reminder.days_before == 1:
        return words.plain("reminder.tomorrow")
    return words.plain("reminder.on", day=words.short_day(event.date))


@topic.pressed("coming")
async def note_coming(turn: Turn, code: str) -> None:
    """« Je viens »."""
    party = await turn.desk.party_of(turn.person.chat_id)
    if party is None or party.code != code:
        turn.toast("cancel.already")
        return
    await turn.desk.note_coming(party)
    turn.toast("reminder.thanks")


@topic.asked(Intent.REMINDER)
async def _reminder(turn: Turn) -> Markup:
    when = turn.event.remind_at
    return turn.words("answer.reminder", day=turn.words.short_day(when), hour=turn.words.hour(when))
