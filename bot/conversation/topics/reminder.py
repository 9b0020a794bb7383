"""The message of the day before, and the answer « Je viens »."""

from datetime import datetime

from markupsafe import Markup

from bot import usecases
from bot.conversation import phrases
from bot.conversation.messages import Button
from bot.conversation.phrases import LINE, PARAGRAPH
from bot.conversation.topic import Topic
from bot.conversation.topics import cancelling, entry_code, mine, withdrawing
from bot.conversation.turn import DueMessage, Turn, Voice
from bot.domain.party import Member, Party, Registrar
from bot.i18n import Words
from bot.store.deliveries import EXTRA_REMINDER, REMINDER, Delivery
from bot.understanding import known_people, lateness, replies
from bot.understanding.intents import Intent
from bot.understanding.known_people import Known
from bot.understanding.normal import normal
from bot.understanding.replies import Reply

topic = Topic("reminder")


Reader = Member | Registrar
"""Who reads a reminder: who comes, or who registered others."""


@topic.message(REMINDER)
async def remind(due: DueMessage) -> None:
    """When, where, who comes, whom to call, and a button for those who cannot."""
    await _remind(due, "")


@topic.message(EXTRA_REMINDER)
async def remind_besides(due: DueMessage) -> None:
    """The same at another moment, with what organisers say besides."""
    one = await due.books.extra_reminders.of_key(due.delivery.subject.extra_reminder_key)
    if one is not None:
        await _remind(due, one.message)


async def _remind(due: DueMessage, message: str) -> None:
    party = await due.party()
    if party is None or not party.members:
        return
    reader = party.spoken_to_at(due.delivery.address) or party.contact
    due.say(text(due, party, reader, message), *answers(due, party, reader))


def text(
    voice: Voice, party: Party, reader: Reader, message: str = "", at: datetime | None = None
) -> Markup:
    """What a reminder says to somebody; `message` is what organisers say in it besides.

    `at`: the moment (UTC) when it is read, where that is not now.
    """
    contact = voice.event.contact
    return PARAGRAPH.join(
        [
            _greeting(voice, reader, at or voice.now),
            *([voice.words("fact", fact=message)] if message else []),
            _when_and_where(voice) + LINE + _who(voice.words, party, reader),
            *_to_bring(voice),
            voice.words("reminder.contact", name=contact.name, phone=contact.spoken_phone),
        ]
    )


def _greeting(due: Voice, reader: Reader, at: datetime) -> Markup:
    return due.words("reminder.title", name=reader.first_name, when=_how_far(due, at))


def _when_and_where(due: Voice) -> Markup:
    """The hours and the town, and the address where it is known."""
    words, event = due.words, due.event
    when = words(
        "confirmed.day",
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


def _to_bring(due: Voice) -> list[Markup]:
    """What the event's file says of what to bring, if it does."""
    told = due.event.answers.get("documents")
    return [due.words("fact", fact=told)] if told is not None else []


def answers(voice: Voice, party: Party, reader: Reader) -> tuple[tuple[Button, ...], ...]:
    """« Je viens » and « Je ne peux plus venir », or the same of those who come.

    Whoever registered others is asked which of them does not come any more.
    """
    code, comes = party.code, any(member is reader for member in party.members)
    speaks_for_others = len(party.members) > 1 and reader is party.contact
    which = (voice.button("reminder.who_leaves", ask_who_leaves, code),)
    own = (
        (
            voice.button("reminder.coming", note_coming, code),
            voice.button("button.withdraw_me", cancelling.give_up, code),
        )
        if comes
        else (
            voice.button("reminder.coming_others", note_coming, code, n=party.seats),
            voice.button("reminder.cancel_others", cancelling.give_up, code),
        )
    )
    code_row = (entry_code.button(voice, party.code),)
    return (own, which, code_row) if speaks_for_others else (own, code_row)


@topic.pressed("who_leaves")
async def ask_who_leaves(turn: Turn, code: str) -> None:
    """« Qui ne vient plus ? »: the names of those who come, and that all of them do."""
    party = await mine.own_party(turn, code)
    if party is None or not party.members:
        turn.toast("cancel.already")
        return
    names = {
        one.name: turn.labelled(one.name, withdrawing.ask, phrases.tag(one))
        for one in party.members
    }
    everybody = turn.button("reminder.all_coming", note_all_coming, code)
    turn.choose(
        turn.words("reminder.ask_who_leaves"),
        *((button,) for button in names.values()),
        (everybody,),
        named={one.first_name: names[one.name] for one in party.members},
    )


@topic.pressed("all_coming")
async def note_all_coming(turn: Turn, code: str) -> None:
    """« Tout le monde vient »: of whoever reads, and of those who have no conversation."""
    party = await mine.own_party(turn, code)
    if party is None or not party.members:
        turn.toast("cancel.already")
        return
    await usecases.notices.note_all_coming(turn.books, party, turn.address)
    turn.show(turn.words("reminder.thanks"), (turn.button("button.mine", mine.show),))


def _how_far(due: Voice, at: datetime) -> str:
    """Reckoned from when it is read: the day may have moved, and a reminder may leave late."""
    event, words = due.event, due.words
    match (event.date - at.astimezone(event.zone).date()).days:
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
@topic.replied(EXTRA_REMINDER)
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
    who = lateness.who(text)
    other = _other_who_is_late(turn, party, text) if who is lateness.Who.NAMED else None
    if other is not None:
        await usecases.notices.note_late_of(turn.books, other, minutes)
        values = {"late": late, "name": other.name, "organiser": organiser}
        turn.say(turn.words("reminder.late_of", **values))
        return True
    reader = party.spoken_to_at(turn.address)
    if who is not lateness.Who.ALL and reader not in party.members:
        return False
    if who is lateness.Who.ALL:
        await usecases.notices.note_all_late(turn.books, party, turn.address, minutes)
    else:
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
