"""What else organisers ask: list, spreadsheet, history. For anyone else these do not exist."""

from markupsafe import Markup

from bot.conversation import phrases
from bot.conversation.messages import Document
from bot.conversation.phrases import DOT, LINE, PARAGRAPH
from bot.conversation.topic import Topic, Who
from bot.conversation.topics import headcount
from bot.conversation.turn import Turn
from bot.domain.event import Event
from bot.domain.keys import AddressKey, PartyCode
from bot.domain.party import Member, Party
from bot.exports import papers
from bot.i18n import Words
from bot.store.history import Entry
from bot.typography import spoken_phone
from bot.understanding.intents import Intent

topic = Topic("organisers", who=Who.ORGANISERS)

PARTIES_A_PAGE = 5
MOST_ENTRIES = 30
"""So many lines of a history fit into a message, the last ones."""


@topic.requested(Intent.LISTING)
@topic.command("inscrits", in_menu=True)
@topic.pressed("list")
async def show_list(turn: Turn, argument: str) -> None:
    """/inscrits: the parties, a few a page; an argument that is no page shows the first."""
    parties = await turn.books.parties.everybody()
    if not parties:
        turn.show(turn.words("list.empty"), (turn.button("button.refresh", show_list),))
        return
    pages = -(-len(parties) // PARTIES_A_PAGE)
    page = min(max(int(argument), 1), pages) if argument.isdecimal() else 1
    shown = parties[(page - 1) * PARTIES_A_PAGE : page * PARTIES_A_PAGE]
    unreached = await turn.books.deliveries.unreached()
    arrows = []
    if page > 1:
        arrows.append(turn.button("button.before", show_list, str(page - 1)))
    if page < pages:
        arrows.append(turn.button("button.after", show_list, str(page + 1)))
    turn.show(
        PARAGRAPH.join(
            [
                *turn.about(),
                turn.words("list.title", n=len(parties), page=page, pages=pages),
                *(_party(turn.words, turn.event, party, unreached) for party in shown),
            ]
        ),
        tuple(arrows),
        (turn.button("button.headcount", headcount.show), turn.button("button.export", export)),
    )


def _party(words: Words, event: Event, party: Party, unreached: set[AddressKey]) -> Markup:
    if party.members:
        key = "list.party" if party.territory else "list.party_anywhere"
        head = words(key, territory=party.territory, code=party.code, n=party.seats)
    else:
        key = "list.party_waiting" if party.territory else "list.party_waiting_anywhere"
        head = words(key, territory=party.territory, code=party.code)
    lines = [head]
    for member in party.everyone:
        line = _member(words, member)
        waits = bool(party.members) and member in party.waiting
        lines.append(words("list.member_waiting", member=line) if waits else line)
        lines += phrases.asked(words, event.ask, member.answers)
    lines += phrases.asked(words, event.ask, party.answers)
    lines += _contact(words, party)
    if unreached.intersection(party.addresses):
        lines.append(words("list.unreached"))
    return LINE.join(lines)


def _member(words: Words, member: Member) -> Markup:
    line = phrases.person(words, member)
    if member.late_minutes is None:
        return line
    return words("list.late", member=line, late=phrases.late(words, member.late_minutes))


def _contact(words: Words, party: Party) -> list[Markup]:
    """Who registered them, if that is none of them, and how the contact person is reached."""
    contact = party.contact
    reached = []
    if contact.email:
        reached.append(words("list.email", email=contact.email))
    if contact.phone:
        reached.append(words("list.phone", phone=spoken_phone(contact.phone)))
    by = [] if isinstance(contact, Member) else [words("list.registrar", name=contact.name)]
    return [*by, *([DOT.join(reached)] if reached else [])]


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
    lines = [_entry(turn.words, entry) for entry in entries[-MOST_ENTRIES:]]
    turn.say(turn.words("history.title", code=code) + PARAGRAPH + LINE.join(lines))


def _entry(words: Words, entry: Entry) -> Markup:
    when = words.plain("headcount.when", day=words.short_day(entry.at), hour=words.hour(entry.at))
    what = words(f"history.{entry.what}")
    place = entry.detail if entry.detail.isdecimal() else entry.detail.partition(".")[2]
    if place and entry.what != "added":
        what = words("history.of_member", what=what, place=place)
    return words("history.entry", when=when, what=what)
