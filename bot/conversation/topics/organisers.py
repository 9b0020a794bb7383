"""What else organisers ask: spreadsheet, history. For anyone else these do not exist."""

from markupsafe import Markup

from bot.conversation.messages import Document
from bot.conversation.phrases import LINE, PARAGRAPH
from bot.conversation.topic import Topic, Who
from bot.conversation.turn import Turn
from bot.domain.keys import PartyCode
from bot.exports import papers
from bot.i18n import Words
from bot.store.history import Entry
from bot.understanding.intents import Intent

topic = Topic("organisers", who=Who.ORGANISERS)

MOST_ENTRIES = 30
"""So many lines of a history fit into a message, the last ones."""


@topic.requested(Intent.EXPORT)
@topic.command("export", in_menu=True)
@topic.pressed("export")
async def export(turn: Turn, _argument: str) -> None:
    """/export: everybody, those who wait too, a line a member, as a spreadsheet."""
    words, parties = turn.words, await turn.books.parties.everybody()
    unreached = await turn.books.deliveries.unreached()
    caption = words("export.caption", n=sum(party.seats for party in parties))
    waiting = sum(len(party.waiting) for party in parties)
    if waiting:
        caption += Markup(" ") + words("export.waiting", n=waiting)
    content = papers.workbook(turn.event, parties, words, unreached=unreached)
    turn.replies.append(Document(f"inscrits-{turn.event.code}.xlsx", content, caption))


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
