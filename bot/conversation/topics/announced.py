"""What became of announcements: as they arrive, how far they are, whom they reached."""

from collections.abc import Sequence

from markupsafe import Markup

from bot import usecases
from bot.conversation.messages import Button, Reply, Revise, Say, SentFile
from bot.conversation.phrases import LINE, PARAGRAPH, until
from bot.conversation.topic import Topic, Who
from bot.conversation.topics import announcements, desk
from bot.conversation.turn import DueMessage, Turn, Voice
from bot.domain.keys import AnnouncementKey
from bot.i18n import Words
from bot.store.announcements import UNDER_WAY, Announcement, State
from bot.store.deliveries import ANNOUNCEMENT, PROGRESS, REPORT
from bot.typography import spoken_phone
from bot.usecases.announcing import Audience, Somebody, To

topic = Topic("announced", who=Who.ORGANISERS)

CELLS = 10
"""Of the bar that shows how far it is."""
SHOWN = 60
"""Characters of an announcement where it is only mentioned."""
MOST_PAST = 5
MOST_NAMED = 40
"""People who are named in a report, at most; the spreadsheet has them all."""


# ---- as it arrives


@topic.message(ANNOUNCEMENT)
async def announce(due: DueMessage) -> None:
    """To those who still have to do with the day."""
    one = await due.books.announcements.of_key(due.delivery.subject.announcement_key)
    if one is not None and await due.books.parties.of(due.delivery.address):
        due.replies.append(message(due, one))


def message(voice: Voice, one: Announcement) -> Reply:
    """An announcement as everybody gets it: who writes, about which day, and what."""
    day = voice.words.short_day(voice.event.date)
    head = voice.words("announce.head", who=one.who, day=day)
    said = voice.words("fact", fact=one.message)
    text = PARAGRAPH.join([head, said]) if one.message else head
    return SentFile(one.file_kind, one.file, text) if one.file else Say(text)


# ---- how far it is


@topic.message(PROGRESS)
async def tell_progress(due: DueMessage) -> None:
    """How far it is, in the place of what was said of it before."""
    one = await due.books.announcements.of_key(due.delivery.subject.announcement_key)
    if one is not None and await usecases.announcing.author_may_read(due.books, one):
        text, rows = await progress(due, one)
        due.replies.append(Revise(text, rows, due.delivery.message_id))


async def progress(
    voice: Voice, one: Announcement
) -> tuple[Markup, tuple[tuple[Button, ...], ...]]:
    """A bar, the time that is left, and what stops it as long as it leaves."""
    words, counted = voice.words, await usecases.announcing.tally(voice.books, one)
    gone = one.chats - counted.pending
    share = gone / one.chats if one.chats and one.state is not State.STOPPED else 1.0
    filled = int(share * CELLS)
    bar = "▓" * filled + "░" * (CELLS - filled)
    left = ""
    if one.state is State.SENDING and counted.pending:
        seconds = usecases.announcing.seconds_left(one, counted, voice.now - one.at)
        left = words.plain("announce.time_left", time=duration(words, seconds))
    said = [
        words(f"announce.state.{one.state}", to=said_to(words, one)),
        words("announce.bar", bar=bar, percent=int(share * 100)),
        words("announce.gone_so_far", n=counted.sent, chats=one.chats),
        *([words("fact", fact=left)] if left else []),
    ]
    if one.state is State.SENDING:
        rows = ((voice.button("announce.stop", stop, str(one.key)),),)
    else:
        rows = ((voice.button("announce.report", show_report, str(one.key)),),)
    return LINE.join(said), rows


@topic.pressed("ann_stop")
async def stop(turn: Turn, argument: str) -> None:
    """Let no more of it leave."""
    one = await _of(turn, argument)
    if one is None or not await usecases.announcing.stop(turn.books, one.key):
        turn.toast("announce.not_under_way")
        return
    await turn.journal("announcement_stopped", after=excerpt(turn, one))
    stopping = await turn.books.announcements.of_key(one.key)
    if stopping is not None:
        text, rows = await progress(turn, stopping)
        turn.show(text, *rows)


# ---- whom it reached


@topic.message(REPORT)
async def tell_report(due: DueMessage) -> None:
    """To its author, when the last of it has left."""
    one = await due.books.announcements.of_key(due.delivery.subject.announcement_key)
    if one is not None and await usecases.announcing.author_may_read(due.books, one):
        due.say(await _report(due, one), (due.button("announce.past", show_past),))


@topic.pressed("ann_report")
async def show_report(turn: Turn, argument: str) -> None:
    """The same whenever it is asked for."""
    one = await _of(turn, argument)
    if one is None:
        turn.toast("announce.gone")
        return
    turn.say(await _report(turn, one), (turn.button("announce.past", show_past),))


async def _report(voice: Voice, one: Announcement) -> Markup:
    words, found = voice.words, await usecases.announcing.report(voice.books, one)
    reached = [words("announce.received", n=found.sent)]
    if found.unsent and one.state not in UNDER_WAY:
        reached.append(words("announce.unsent", n=found.unsent))
    paragraphs = [
        words(f"announce.state.{one.state}", to=said_to(words, one)),
        words("announce.excerpt", said=excerpt(voice, one)),
        LINE.join(reached),
    ]
    if found.blocked:
        paragraphs.append(_named(words, words("announce.blocked"), found.blocked))
    if found.unreached:
        paragraphs.append(_named(words, words("announce.unreached"), found.unreached))
    return PARAGRAPH.join(paragraphs)


def _named(words: Words, title: Markup, people: Sequence[Somebody]) -> Markup:
    lines = [title, *(_line(words, one) for one in people[:MOST_NAMED])]
    if len(people) > MOST_NAMED:
        lines.append(words("announce.more", n=len(people) - MOST_NAMED))
    return LINE.join(lines)


def _line(words: Words, somebody: Somebody) -> Markup:
    party, reader = somebody
    number = reader.phone or party.contact.phone
    phone = spoken_phone(number) if number else words.plain("announce.no_phone")
    where = party.territory or party.code
    return words("announce.person", name=reader.name, where=where, phone=phone)


# ---- those there were


@topic.command("annonces")
@topic.pressed("ann_past")
async def show_past(turn: Turn, _argument: str = "") -> None:
    """/annonces: the last ones, how far they are, and whom they reached."""
    words, past = turn.words, await turn.books.announcements.latest(MOST_PAST)
    said = [words("announce.title" if past else "announce.none")]
    for place, one in enumerate(past, 1):
        counted = await usecases.announcing.tally(turn.books, one)
        said.append(
            words(
                "announce.line",
                place=place,
                when=until(words, one.at),
                who=one.who,
                state=words(f"announce.state.{one.state}", to=said_to(words, one)),
                sent=counted.sent,
                chats=one.chats,
                said=excerpt(turn, one),
            )
        )
    reports = tuple(
        turn.button("announce.report_of", show_report, str(one.key), place=place)
        for place, one in enumerate(past, 1)
    )
    stopping = [
        (turn.button("announce.stop", stop, str(one.key)),)
        for one in past
        if one.state is State.SENDING
    ]
    turn.show(
        PARAGRAPH.join([*turn.about(), *said]),
        *stopping,
        reports,
        (turn.button("announce.new", announcements.show), turn.button("button.refresh", show_past)),
        (turn.button("button.desk", desk.show),),
    )


async def _of(turn: Turn, argument: str) -> Announcement | None:
    key = AnnouncementKey(int(argument) if argument.isdecimal() else 0)
    one = await turn.books.announcements.of_key(key)
    return one if one is not None and one.state is not State.DRAFT else None


# ---- how it is said


def said_to(words: Words, one: Announcement) -> str:
    """To whom an announcement goes."""
    return said(words, Audience.read(one.audience)) if one.audience else ""


def said(words: Words, audience: Audience) -> str:
    """An audience in words."""
    match audience.to:
        case To.TERRITORY:
            return audience.value
        case To.CATEGORY:
            return words.plain(f"announce.category.{audience.value}")
        case to:
            return words.plain(f"announce.to.{to}")


def excerpt(voice: Voice, one: Announcement) -> str:
    """How an announcement begins, or what is sent with no word."""
    if not one.message:
        return voice.words.plain(f"announce.file.{one.file_kind}")
    whole = " ".join(one.message.split())
    return whole if len(whole) <= SHOWN else f"{whole[:SHOWN].rstrip()}…"


def duration(words: Words, seconds: float) -> str:
    """« moins d’une minute », « environ 3 min »."""
    minutes = round(seconds / 60)
    return words.plain("announce.minutes", n=minutes) if minutes else words.plain("announce.soon")
