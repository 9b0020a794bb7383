"""The message of the day before, and the answer « Je viens »."""

from markupsafe import Markup

from bot import usecases
from bot.conversation import phrases
from bot.conversation.messages import Button
from bot.conversation.phrases import LINE, PARAGRAPH
from bot.conversation.topic import Topic
from bot.conversation.topics import cancelling
from bot.conversation.turn import DueMessage, Turn
from bot.domain.party import Member, Party, Registrar
from bot.i18n import Words
from bot.store.deliveries import REMINDER, Delivery
from bot.understanding import known_people, lateness, replies
from bot.understanding.intents import Intent
from bot.understanding.known_people import Known
from bot.understanding.normal import normal
from bot.understanding.replies import Reply

topic = Topic("reminder")


@topic.message(REMINDER)
async def remind(due: DueMessage) -> None:
    """When, where, who comes, whom to call, and a button for those who cannot."""
    words, event = due.words, due.event
    party = await due.party()
    if party is None or not party.members:
        return
    reader = party.spoken_to_at(due.delivery.address) or party.contact
    contact = event.contact
    due.say(
        PARAGRAPH.join(
            [
                _greeting(due, reader),
                _when_and_where(due) + LINE + _who(words, party, reader),
                *_to_bring(due),
                words("reminder.contact", name=contact.name, phone=contact.spoken_phone),
            ]
        ),
        _answers(due, party, reader),
    )


def _greeting(due: DueMessage, reader: Member | Registrar) -> Markup:
    return due.words("reminder.title", name=reader.first_name, when=_how_far(due))


def _when_and_where(due: DueMessage) -> Markup:
    """The hours and the town, and the address where it is known."""
    words, event = due.words, due.event
    when = words(
        "reminder.when",
        day=phrases.opening(words.short_day(event.date)),
        start=words.hour(event.start),
        end=words.hour(event.end),
        place=event.place.name,
    )
    if event.place.address is None:
        return when
    return when + LINE + words("infos.place", where=event.place.whole)


def _who(words: Words, party: Party, reader: Member | Registrar) -> Markup:
    """With whom they come; to somebody who does not come, who is expected."""
    where = "" if party.territory else "_anywhere"
    others = [member.name for member in party.members if member is not reader]
    if not others:
        return words(f"reminder.solo{where}", territory=party.territory)
    comes = any(member is reader for member in party.members)
    names = words.listing(others)
    key = f"reminder.with{where}" if comes else f"reminder.expected{where}"
    return words(key, names=names, territory=party.territory)


def _to_bring(due: DueMessage) -> list[Markup]:
    """What the event's file says of what to bring, if it does."""
    told = due.event.answers.get("documents")
    return [due.words("fact", fact=told)] if told is not None else []


def _answers(due: DueMessage, party: Party, reader: Member | Registrar) -> tuple[Button, ...]:
    """« Je viens » and « Je ne peux plus venir », or the same of those who come."""
    code, comes = party.code, any(member is reader for member in party.members)
    if comes:
        return (
            due.button("reminder.coming", note_coming, code),
            due.button("reminder.cancel", cancelling.give_up, code),
        )
    return (
        due.button("reminder.coming_others", note_coming, code, n=party.seats),
        due.button("reminder.cancel_others", cancelling.give_up, code),
    )


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


@topic.replied(REMINDER)
async def hear_reminder(turn: Turn, message: Delivery, text: str) -> Button | None:
    """« Oui, je serai là », « finalement non »: of whoever reads here, nobody else."""
    party = await turn.books.parties.of_key(message.subject.party_key)
    reader = party.spoken_to_at(turn.address) if party is not None else None
    if party is None or reader is None or reader not in party.members:
        return None
    match replies.read(text):
        case Reply.YES if reader.coming_at is None:
            return turn.button("reply.reminder.yes", note_coming, party.code)
        case Reply.NO:
            return turn.button("reply.reminder.no", cancelling.give_up, party.code)
        case _:
            return None


@topic.heard
async def hear_late(turn: Turn, text: str) -> bool:
    """« Je serai en retard d’une demi-heure », whenever it is said."""
    start = turn.event.starts_at.astimezone(turn.event.zone).time()
    minutes = lateness.read(text, start)
    party = await turn.registered() if minutes is not None else None
    if minutes is None or party is None:
        return False
    late, organiser = phrases.late(turn.words, minutes), turn.event.contact.name
    other = _other_who_is_late(turn, party, text)
    if other is not None:
        await usecases.notices.note_late_of(turn.books, other, minutes)
        values = {"late": late, "name": other.name, "organiser": organiser}
        turn.say(turn.words("reminder.late_of", **values))
        return True
    if party.spoken_to_at(turn.address) not in party.members:
        return False
    await usecases.notices.note_late(turn.books, party, turn.address, minutes)
    turn.say(turn.words("reminder.late", late=phrases.opening(late), name=organiser))
    return True


def _other_who_is_late(turn: Turn, party: Party, text: str) -> Member | None:
    """The one of the party that a sentence names, if it is not who writes."""
    people = [Known(one.first_name, one.last_name, one.function) for one in party.members]
    at = known_people.named(normal(text), people)
    member = None if at is None else party.members[at]
    return None if member is party.spoken_to_at(turn.address) else member


@topic.asked(Intent.REMINDER)
async def _reminder(turn: Turn) -> Markup:
    when = turn.event.remind_at
    return turn.words("answer.reminder", day=turn.words.short_day(when), hour=turn.words.hour(when))
