"""/rappels: what is planned, and to whom; see it, move it, add one, send one now.

A button carries which reminder it is about: `own`, the event's, or the number of an extra one.
"""

import re
from datetime import UTC, datetime

from markupsafe import Markup

from bot import usecases
from bot.conversation import phrases
from bot.conversation.messages import Button
from bot.conversation.phrases import DOT, LINE, PARAGRAPH
from bot.conversation.topic import Topic, Who
from bot.conversation.topics import announcements, desk, previews
from bot.conversation.turn import Turn
from bot.domain.keys import ExtraReminderKey
from bot.domain.party import Member, Party
from bot.store.deliveries import REMINDER
from bot.store.extra_reminders import ExtraReminder
from bot.understanding import moments
from bot.understanding.intents import Intent
from bot.understanding.normal import plain

topic = Topic("reminders", who=Who.ORGANISERS)

OWN, NEW = "own", "new"
MOST_NAMED = 40
_ABOUT_THEM = re.compile(
    r"\b(?:(?:les|nos|voir|liste des|gerer|planifier) rappels?|(?:envo\w+|ajout\w+|programm\w+"
    r"|prevoi\w*|deplac\w+|avanc\w+|repouss\w+) (?:un |le |les )?(?:autre )?rappels?)\b"
)


@topic.command("rappels", in_menu=True)
@topic.pressed("reminders")
async def show(turn: Turn, _argument: str = "", preface: Markup | None = None) -> None:
    """/rappels: the event's own and the extra ones, in their order."""
    words, all_extra = turn.words, await turn.books.extra_reminders.all()
    extra = [one for one in all_extra if one.left_at is None]
    lines = [preface] if preface is not None else []
    lines += [words("reminders.title"), await _own(turn)]
    lines += [_extra(turn, one) for one in all_extra]
    rows = [(turn.button("reminders.own_button", show_one, OWN),)]
    rows += [
        (
            turn.button(
                "reminders.extra_button",
                show_one,
                str(one.key),
                when=phrases.until(words, one.due_at),
            ),
        )
        for one in extra
    ]
    turn.show(
        PARAGRAPH.join([*turn.about(), *lines]),
        *rows,
        (turn.button("reminders.add", ask_when, NEW),),
        (turn.button("reminders.silent", show_silent), turn.button("button.desk", desk.show)),
    )


@topic.heard()
async def hear(turn: Turn, text: str) -> bool:
    """« Ajoute un rappel », « les rappels », of an organiser."""
    if not turn.is_organiser or not _ABOUT_THEM.search(plain(text)):
        return False
    await show(turn)
    return True


async def _own(turn: Turn) -> Markup:
    """The event's own: when, to how many, how many have had it."""
    words, event = turn.words, turn.event
    sent, pending = await turn.books.deliveries.of_kind(REMINDER)
    said = [words("reminders.own", when=phrases.until(words, event.remind_at))]
    said.append(words("reminders.to", chats=words.plain("announce.chats", n=sent + pending)))
    if sent:
        said.append(words("reminders.had", n=sent))
    return DOT.join(said)


def _extra(turn: Turn, one: ExtraReminder) -> Markup:
    key = "reminders.extra" if one.left_at is None else "reminders.extra_left"
    said = turn.words(key, when=phrases.until(turn.words, one.due_at))
    if one.message:
        said += LINE + turn.words("announce.excerpt", said=one.message)
    return said


# ---- one of them


@topic.pressed("reminder_one")
async def show_one(turn: Turn, which: str) -> None:
    """One reminder: when, to whom, and what can be done with it."""
    extra = await _of(turn, which)
    if which != OWN and extra is None:
        await _say_gone(turn)
        return
    said = await _own(turn) if extra is None else _extra(turn, extra)
    parties = [one for one in await turn.books.parties.everybody() if one.members]
    people = sum(party.seats for party in parties)
    chats = {address for party in parties for address in party.coming_addresses}
    to = turn.words(
        "reminders.to_whom",
        people=turn.words.plain("headcount.people", n=people),
        chats=turn.words.plain("announce.chats", n=len(chats)),
    )
    remove = (turn.button("reminders.remove", ask_to_remove, which),) if extra else ()
    turn.show(
        PARAGRAPH.join([*turn.about(), said, to]),
        (turn.button("reminders.see", previews.show, which),),
        (
            turn.button("reminders.move", ask_when, which),
            turn.button("reminders.send_now", ask_to_send, which),
        ),
        remove,
        (turn.button("reminders.back", show),),
    )


async def _of(turn: Turn, which: str) -> ExtraReminder | None:
    """The extra reminder that a button is about, as long as it is to come."""
    if not which.isdecimal():
        return None
    one = await turn.books.extra_reminders.of_key(ExtraReminderKey(int(which)))
    return one if one is not None and one.left_at is None else None


async def _say_gone(turn: Turn) -> None:
    """It has left meanwhile, or somebody else has taken it back."""
    turn.toast("reminders.gone")
    await show(turn)


# ---- when


@topic.pressed("reminder_at")
async def ask_when(turn: Turn, which: str) -> None:
    """Ask for which moment; a reminder that has left is not moved any more."""
    if which == OWN and turn.now >= turn.event.remind_at:
        turn.show(turn.words("reminders.own_has_left"), _other_rows(turn))
        return
    if which not in (OWN, NEW) and await _of(turn, which) is None:
        await _say_gone(turn)
        return
    _prompt_when(turn, which, turn.words("reminders.ask_when"))


def _prompt_when(turn: Turn, which: str, text: Markup) -> None:
    turn.prompt(text, take_when, which, (turn.button("reminders.back", show),))


def _other_rows(turn: Turn) -> tuple[Button, ...]:
    return (turn.button("reminders.add", ask_when, NEW), turn.button("reminders.back", show))


@topic.written("remind_when")
async def take_when(turn: Turn, which: str) -> None:
    """A moment in words, for one that is moved or added."""
    event, words = turn.event, turn.words
    local = turn.now.astimezone(event.zone)
    read = moments.read(turn.text, local, event.date, at=event.reminder.at)
    if read is None:
        _prompt_when(turn, which, words("reminders.unclear"))
        return
    at, when = read.astimezone(UTC), phrases.until(words, read)
    if not turn.now <= at < event.starts_at:
        key = "reminders.past" if at < turn.now else "reminders.after_start"
        _prompt_when(turn, which, words(key, when=when))
    elif which == NEW:
        turn.prompt(
            words("reminders.ask_message", when=when),
            take_message,
            _stored(at),
            (turn.button("reminders.no_message", add_bare, _stored(at)),),
            (turn.button("reminders.back", show),),
        )
    elif which == OWN:
        await _move_own(turn, at)
    else:
        await _move_extra(turn, which, at)


async def _move_own(turn: Turn, at: datetime) -> None:
    before = phrases.until(turn.words, turn.event.remind_at)
    reminder = usecases.reminding.reminder_at(turn.books, at)
    if reminder is None:
        _prompt_when(turn, OWN, turn.words("reminders.own_not_then"))
        return
    await usecases.reminding.move(turn.books, reminder)
    await _say_moved(turn, before, at)


async def _move_extra(turn: Turn, which: str, at: datetime) -> None:
    one = await _of(turn, which)
    if one is None or not await turn.books.extra_reminders.move(one.key, at):
        await _say_gone(turn)
        return
    await _say_moved(turn, phrases.until(turn.words, one.due_at), at)


async def _say_moved(turn: Turn, before: str, at: datetime) -> None:
    when = phrases.until(turn.words, at)
    await turn.journal("reminder_moved", before=before, after=when)
    await show(turn, preface=turn.words("reminders.moved", when=when))


# ---- one more


def _stored(at: datetime) -> str:
    """A moment as a button carries it."""
    return f"{at:%Y%m%dT%H%M}"


def _moment(stored: str) -> datetime | None:
    try:
        return datetime.strptime(stored, "%Y%m%dT%H%M").replace(tzinfo=UTC)
    except ValueError:
        return None  # a forged button


@topic.written("remind_word")
async def take_message(turn: Turn, stored: str) -> None:
    """What organisers say in it besides."""
    await _add(turn, stored, message=turn.text.strip())


@topic.pressed("remind_bare")
async def add_bare(turn: Turn, stored: str) -> None:
    """Nothing besides."""
    await _add(turn, stored, message="")


async def _add(turn: Turn, stored: str, *, message: str) -> None:
    at = _moment(stored)
    if at is None or at >= turn.event.starts_at:
        await show(turn)
        return
    same = [one for one in await turn.books.extra_reminders.all() if one.due_at == at]
    if any(one.message == message for one in same):
        turn.toast("reminders.already")  # a second tap
        await show(turn)
        return
    await turn.books.extra_reminders.add(at, message)
    when = phrases.until(turn.words, at)
    await turn.journal("reminder_added", after=DOT.join(filter(None, [when, message])))
    await show(turn, preface=turn.words("reminders.added", when=when))


# ---- now, or not at all


@topic.pressed("reminder_now")
async def ask_to_send(turn: Turn, which: str) -> None:
    """Ask whether it is really to leave now, and to how many."""
    extra = await _of(turn, which)
    if which != OWN and extra is None:
        await _say_gone(turn)
        return
    if extra is None:
        _sent, chats = await turn.books.deliveries.of_kind(REMINDER)
    else:
        parties = await turn.books.parties.everybody()
        chats = len({address for party in parties for address in party.coming_addresses})
    if not chats:
        turn.show(turn.words("reminders.nobody_left"), _other_rows(turn))
        return
    said = turn.words.plain("announce.chats", n=chats)
    key = "reminders.ask_now" if extra is not None else "reminders.ask_own_now"
    turn.confirm(
        turn.words(key, chats=said),
        turn.button("reminders.now_yes", send, which),
        turn.button("reminders.back", show),
    )


@topic.pressed("remind_go")
async def send(turn: Turn, which: str) -> None:
    """Let it leave now; a second press finds that it has left."""
    extra = await _of(turn, which)
    if which == OWN:
        _sent, pending = await turn.books.deliveries.of_kind(REMINDER)
        if not pending:
            await _say_gone(turn)
            return
        before = phrases.until(turn.words, turn.event.remind_at)
        await usecases.reminding.send_now(turn.books)
    elif extra is not None and await usecases.reminding.send_extra_now(turn.books, extra.key):
        before = phrases.until(turn.words, extra.due_at)
    else:
        await _say_gone(turn)
        return
    await turn.journal("reminder_sent", before=before)
    turn.show(turn.words("reminders.sent"), (turn.button("reminders.back", show),))


@topic.pressed("reminder_out")
async def ask_to_remove(turn: Turn, which: str) -> None:
    """Ask whether an extra reminder is really taken back."""
    one = await _of(turn, which)
    if one is None:
        await _say_gone(turn)
        return
    turn.confirm(
        turn.words("reminders.ask_remove", when=phrases.until(turn.words, one.due_at)),
        turn.button("reminders.remove_yes", remove, which),
        turn.button("reminders.back", show),
    )


@topic.pressed("remind_gone")
async def remove(turn: Turn, which: str) -> None:
    """Take an extra reminder back."""
    one = await _of(turn, which)
    if one is None or not await turn.books.extra_reminders.remove(one.key):
        await _say_gone(turn)
        return
    when = phrases.until(turn.words, one.due_at)
    await turn.journal("reminder_removed", before=when)
    turn.toast("reminders.removed")
    await show(turn)


# ---- who has not answered


@topic.requested(Intent.UNANSWERED)
@topic.pressed("silent")
async def show_silent(turn: Turn, _argument: str) -> None:
    """Who comes and has not answered the reminder, party by party."""
    parties = [one for one in await turn.books.parties.everybody() if one.members]
    silent = usecases.reminding.silent(parties)
    words = turn.words
    if not await usecases.reminding.was_asked(turn.books, parties):
        when = phrases.until(words, turn.event.remind_at)
        said, silent = [words("reminders.not_asked", when=when)], []
    elif not silent:
        said = [words("reminders.all_answered" if parties else "list.empty")]
    else:
        said = [
            words(
                "reminders.silent_title", n=len(silent), all=sum(party.seats for party in parties)
            )
        ]
        lines = [_silent(turn, party, one) for party, one in silent[:MOST_NAMED]]
        if len(silent) > MOST_NAMED:
            lines.append(words("announce.more", n=len(silent) - MOST_NAMED))
        said.append(LINE.join(lines))
    turn.show(
        PARAGRAPH.join([*turn.about(), *said]),
        (turn.button("reminders.write_them", announcements.show),) if silent else (),
        (turn.button("reminders.back", show), turn.button("button.refresh", show_silent)),
    )


def _silent(turn: Turn, party: Party, member: Member) -> Markup:
    where = party.territory or party.code
    return turn.words("reminders.silent_person", name=member.name, where=where)
