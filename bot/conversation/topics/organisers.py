"""What else organisers ask: spreadsheet, history. For anyone else these do not exist."""

from markupsafe import Markup

from bot import usecases
from bot.conversation.messages import Paper
from bot.conversation.phrases import LINE, PARAGRAPH
from bot.conversation.topic import Topic, Who
from bot.conversation.topics import desk
from bot.conversation.turn import Turn
from bot.domain.keys import PartyCode
from bot.exports import papers
from bot.i18n import Words
from bot.store.history import Entry
from bot.understanding.intents import Intent

topic = Topic("organisers", who=Who.ORGANISERS)

LISTS = {"xlsx": papers.workbook, "csv": papers.members_csv}
"""What makes a list, by how the name of its file ends."""

MOST_ENTRIES = 30
"""So many lines of a history fit into a message, the last ones."""


@topic.requested(Intent.EXPORT)
@topic.command("export", in_menu=True)
@topic.pressed("export")
async def export(turn: Turn, _argument: str) -> None:
    """/export: as a workbook, or as plain lines for other programs?"""
    turn.choose(
        PARAGRAPH.join([*turn.about(), await _in_lists(turn)]),
        tuple(turn.button(f"export.{form}", send_list, form) for form in LISTS),
        (turn.button("button.desk", desk.show),),
    )


async def _in_lists(turn: Turn) -> Markup:
    """How many come, and wait."""
    parties = await turn.books.parties.everybody()
    caption = turn.words("export.caption", n=sum(party.seats for party in parties))
    waiting = sum(len(party.waiting) for party in parties)
    if waiting:
        caption += Markup(" ") + turn.words("export.waiting", n=waiting)
    return caption


@topic.pressed("export_as")
async def send_list(turn: Turn, form: str) -> None:
    """Everybody, those who wait too, a line a member."""
    make = LISTS.get(form)
    if make is None:
        await export(turn, "")
        return
    event, words, parties = turn.event, turn.words, await turn.books.parties.everybody()
    unreached = await turn.books.deliveries.unreached()
    attendance = await usecases.presence.attendance(turn.books)
    turn.replies.append(
        Paper(
            f"inscrits-{event.code}.{form}",
            await _in_lists(turn),
            lambda _: make(event, parties, words, attendance, unreached),
        )
    )


@topic.requested(Intent.HISTORY)
@topic.command("historique", in_menu=True)
async def show_history(turn: Turn, argument: str) -> None:
    """/historique CODE: what happened to a party, one that was cancelled included."""
    code = argument.strip().upper()
    if not code:
        turn.say(turn.words("history.which", prefix=turn.event.party_prefix))
        return
    entries = await turn.books.history.of_code(PartyCode(code))
    if not entries:
        turn.say(turn.words("history.none", code=code))
        return
    lines = [line(turn.words, entry) for entry in entries[-MOST_ENTRIES:]]
    turn.say(turn.words("history.title", code=code) + PARAGRAPH + LINE.join(lines))


def line(words: Words, entry: Entry) -> Markup:
    """A line of a history: when, and what."""
    when = words.plain("headcount.when", day=words.short_day(entry.at), hour=words.hour(entry.at))
    what = words(f"history.{entry.what}")
    place = entry.detail if entry.detail.isdecimal() else entry.detail.partition(".")[2]
    if place and entry.what != "added":
        what = words("history.of_member", what=what, place=place)
    return words("history.entry", when=when, what=what)
