"""What else organisers ask: spreadsheet, history. For anyone else these do not exist."""

from markupsafe import Markup

from bot.conversation import phrases
from bot.conversation.messages import Document
from bot.conversation.phrases import LINE, PARAGRAPH
from bot.conversation.topic import Topic, Who
from bot.conversation.turn import Turn
from bot.domain.event import Event
from bot.domain.keys import AddressKey, PartyCode
from bot.domain.party import Member, Party
from bot.exports import spreadsheet
from bot.exports.spreadsheet import Cell
from bot.i18n import Words
from bot.store.history import Entry
from bot.typography import spoken_phone
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
    lines = [
        _cells(turn, party, member, unreached) for party in parties for member in party.everyone
    ]
    has_contact = turn.event.seats.largest > 1 or any(one.registrars for one in parties)
    columns = _columns(turn.event, has_contact=has_contact)
    labels = {ask.key: ask.label for ask in turn.event.ask}
    header = [labels.get(one) or words.plain(f"sheet.{one}") for one in columns]
    rows = [[cells[column] for column in columns] for cells in lines]
    waiting = sum(len(party.waiting) for party in parties)
    caption = words("export.caption", n=len(rows) - waiting)
    if waiting:
        caption += Markup(" ") + words("export.waiting", n=waiting)
    content = spreadsheet.table(words.plain("sheet.title"), header, rows)
    turn.replies.append(Document(f"inscrits-{turn.event.code}.xlsx", content, caption))


def _columns(event: Event, *, has_contact: bool) -> list[str]:
    """The columns of the spreadsheet: where each comes alone, a party and its contact are one."""
    territory = ["territory"] if event.audience.territory else []
    party = ["party"] if event.seats.only_size is None else []
    contact = ["contact", "contact_email", "contact_phone"] if has_contact else []
    known = ["first_name", "last_name", "function", "organisation", "category"]
    person = [*known, *(ask.key for ask in event.ask)]
    reached = ["place", "email", "phone", *contact]
    return ["code", *territory, *party, *person, *reached, "confirmed_at", "reminder", "reached"]


def _cells(turn: Turn, party: Party, member: Member, unreached: set[AddressKey]) -> dict[str, Cell]:
    """A member's line; sorting loses nothing, as the party's contact is on each of its lines."""
    words, contact = turn.words, party.contact
    spoken_to = (member.address,) if member.address is not None else party.owners
    is_reached = not unreached.intersection(spoken_to)
    return {
        **{ask.key: {**party.answers, **member.answers}.get(ask.key) for ask in turn.event.ask},
        "code": party.code,
        "territory": party.territory,
        "party": phrases.size_name(words, len(party.everyone)),
        "first_name": member.first_name,
        "last_name": member.last_name,
        "function": member.function,
        "organisation": member.organisation,
        "category": words.plain(f"sheet.category.{member.category}"),
        "place": words.plain("sheet.waits" if member in party.waiting else "sheet.comes"),
        "email": member.email,
        "phone": spoken_phone(member.phone) if member.phone else None,
        "contact": contact.name,
        "contact_email": contact.email,
        "contact_phone": spoken_phone(contact.phone) if contact.phone else None,
        "confirmed_at": party.confirmed_at.astimezone(turn.event.zone).replace(tzinfo=None),
        "reminder": _reminded(words, member),
        "reached": _messages(words, party, is_reached=is_reached),
    }


def _messages(words: Words, party: Party, *, is_reached: bool) -> str | None:
    """Why somebody does not get what the bot writes."""
    if not party.addresses:
        return words.plain("sheet.by_phone")
    return None if is_reached else words.plain("sheet.unreached")


def _reminded(words: Words, member: Member) -> str | None:
    """What a member answered to the reminder."""
    if member.late_minutes is not None:
        return words.plain("sheet.late", late=phrases.late(words, member.late_minutes))
    return words.plain("sheet.coming") if member.coming_at else None


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
