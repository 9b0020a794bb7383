"""The message of the day before, and the answer « Je viens »."""

import re
from datetime import datetime, timedelta

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
from bot.understanding import presence, yes_or_no
from bot.understanding.act import Act
from bot.understanding.intents import Intent
from bot.understanding.normal import normal
from bot.understanding.replies import Reply

topic = Topic("reminder")

ANSWERED_WITHIN = timedelta(hours=48)
"""So long words may answer a reminder."""


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

    Whoever registered several others is asked which of them does not come any more.
    """
    code, comes = party.code, any(member is reader for member in party.members)
    speaks_for_others = len(party.members) > 1 and reader is party.contact
    code_row = (entry_code.button(voice, party.code),)
    if comes:
        own = (
            voice.button("reminder.coming", note_coming, code),
            voice.button("button.withdraw_me", cancelling.give_up, code),
        )
        which = (voice.button("reminder.who_leaves", ask_who_leaves, code),)
        return (own, which, code_row) if speaks_for_others else (own, code_row)
    leads_to = ask_who_leaves if speaks_for_others else cancelling.give_up
    first = party.members[0].first_name
    theirs = (
        voice.button("reminder.coming_others", note_coming, code, n=party.seats, name=first),
        voice.button("reminder.cancel_others", leads_to, code, n=party.seats, name=first),
    )
    return (theirs, code_row)


@topic.pressed("who_leaves")
async def ask_who_leaves(turn: Turn, code: str) -> None:
    """« Qui ne vient plus ? »: the names of those who come, nobody, and that all of them do."""
    party = await mine.own_party(turn, code)
    if party is None or not party.members:
        turn.toast("cancel.already")
        return
    names = {
        one.name: turn.labelled(one.name, withdrawing.ask, phrases.tag(one))
        for one in party.members
    }
    turn.choose(
        turn.words("reminder.ask_who_leaves"),
        *((button,) for button in names.values()),
        (turn.button("withdraw.nobody", cancelling.give_up, code),),
        (turn.button("reminder.all_coming", note_all_coming, code),),
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
    names = turn.words.listing(one.name for one in party.members)
    said = turn.words("reminder.thanks_of", names=names)
    turn.show(said, (turn.button("button.mine", mine.show),))


def _how_far(due: Voice, at: datetime) -> str:
    """Reckoned from when it is read: the day may have moved, and a reminder may leave late."""
    event, words = due.event, due.words
    match (event.date - at.astimezone(event.zone).date()).days:
        case 0:
            return words.plain("reminder.today")
        case 1:
            return words.plain("reminder.tomorrow")
        case days if 0 < days < _FAR:
            return words.plain("reminder.in_days", number=words.number(days))
        case _:
            return words.plain("reminder.on", day=words.short_day(event.date))


_FAR = 7
"""From so many days on, the date says it better."""


@topic.pressed("coming")
async def note_coming(turn: Turn, code: str) -> None:
    """« Je viens »."""
    parties = await turn.books.parties.of(turn.address)
    party = next((one for one in parties if one.code == code), None)
    if party is None:
        turn.toast("cancel.already")
        return
    await usecases.notices.note_coming(turn.books, party, turn.address)
    if party.spoken_to_at(turn.address) in party.members:
        turn.toast("reminder.thanks")
    else:
        names = turn.words.listing(one.name for one in party.uninvited)
        turn.toast("reminder.thanks_of", names=names)


@topic.replied(REMINDER)
@topic.replied(EXTRA_REMINDER)
async def hear_reminder(turn: Turn, message: Delivery, text: str) -> Button | None:
    """« Oui, je serai là », « finalement non »: of whoever reads here, or registered others."""
    party = await turn.books.parties.of_key(message.subject.party_key)
    reader = party.spoken_to_at(turn.address) if party is not None else None
    if party is None or reader is None or not party.members:
        return None
    comes = reader in party.members
    names = turn.words.listing(one.name for one in party.members)
    answered = [one.coming_at for one in party.uninvited]
    match yes_or_no.reply(text):
        case Reply.YES if isinstance(reader, Member) and reader.coming_at is None:
            return turn.button("reply.reminder.yes", note_coming, party.code)
        case Reply.YES if not comes and not all(answered):
            return turn.button("reply.reminder.yes_of", note_coming, party.code, names=names)
        case Reply.NO if _is_of_something_else(text) or not turn.may(Act.LEAVES):
            return None
        case Reply.NO if not _REFUSING.intersection(turn.likely_acts() or _REFUSING):
            return None
        case Reply.NO if comes:
            return turn.button("reply.reminder.no", cancelling.give_up, party.code)
        case Reply.NO:
            leads_to = cancelling.give_up if party.seats == 1 else ask_who_leaves
            return turn.button("reply.reminder.no_of", leads_to, party.code, names=names)
        case _:
            return None


def _is_of_something_else(text: str) -> bool:
    """« non, l’adresse de la salle »: a no to another thing that was said."""
    return _ANOTHER_THING.search(normal(text)) is not None and not presence.says_away(
        _NO.sub("", text)
    )


_REFUSING = frozenset({Act.LEAVES, Act.REFUSES})
_NO = re.compile(r"^\W*(?:(?:mais|ah|oh|euh|ben)\W+)*(?:(?:non|nan|nn|no)\b\W*)+", re.IGNORECASE)
_ANOTHER_THING = re.compile(
    r"\b(?:adresse|salle|lieu|endroit|heures?|horaires?|repas|programme|parking|train|gare|numero"
    r"|telephone|portable|mail|nom|prenom|question|retard|address|place|time|number)\b"
)


@topic.asked(Intent.REMINDER)
async def _reminder(turn: Turn) -> Markup:
    when = turn.event.remind_at
    key = "answer.reminder.alone" if turn.event.seats.largest == 1 else "answer.reminder"
    return turn.words(key, day=turn.words.short_day(when), hour=turn.words.hour(when))
