"""What organisers ask: headcount, list, spreadsheet. For anyone else these do not exist."""

from collections import Counter
from collections.abc import Iterable

from markupsafe import Markup

from bot.booking.party import Category, Member, Party
from bot.dialogue import phrases
from bot.dialogue.phrases import DOT, LINE, PARAGRAPH
from bot.dialogue.talk import Document
from bot.dialogue.turn import Turn
from bot.exports import spreadsheet
from bot.i18n import Words

PARTIES_A_PAGE = 5

CSV_COLUMNS = (
    "code",
    "territory",
    "party",
    "first_name",
    "last_name",
    "function",
    "organisation",
    "category",
    "email",
    "phone",
    "confirmed_at",
    "reminder",
    "reached",
)


async def headcount(turn: Turn, _argument: str = "") -> None:
    """/effectif: seats taken, being filled in, left; by size, by category, by territory."""
    words, parties = turn.words, await turn.desk.parties()
    count = await turn.desk.seats()
    unreached = await turn.desk.unreached()
    when = words.plain("headcount.when", day=words.short_day(turn.now), hour=words.hour(turn.now))
    lines = [
        DOT.join(
            [
                words("headcount.taken", n=count.taken, capacity=count.capacity),
                words("headcount.held", n=count.held),
                words("headcount.left", n=count.left),
            ]
        )
    ]
    if parties:
        lines += [_by_size(words, parties), _by_category(words, parties)]
        lines.append(_answers_to_reminder(turn, parties))
    blocked = [party for party in parties if party.chat_id in unreached]
    if blocked:
        lines.append(words("headcount.unreached", n=len(blocked)))
    turn.show(
        PARAGRAPH.join(
            [
                words("headcount.title", when=when),
                LINE.join(line for line in lines if line),
                _by_territory(words, parties),
            ]
        ).strip(),
        (
            turn.button("button.refresh", "headcount"),
            turn.button("button.list", "list"),
            turn.button("button.export", "export"),
        ),
    )


def _by_size(words: Words, parties: Iterable[Party]) -> Markup:
    sizes = Counter(party.seats for party in parties)
    return Markup(", ").join(
        words(f"headcount.size.{size}", n=n) for size, n in sorted(sizes.items(), reverse=True)
    )


def _members(parties: Iterable[Party]) -> Iterable[Member]:
    return (member for party in parties for member in party.members)


def _by_category(words: Words, parties: Iterable[Party]) -> Markup:
    categories = Counter(member.category for member in _members(parties))
    return DOT.join(
        words(f"headcount.category.{category}", n=categories[category])
        for category in Category
        if categories[category]
    )


def _answers_to_reminder(turn: Turn, parties: list[Party]) -> Markup:
    if turn.now < turn.event.remind_at:
        return Markup()
    coming = sum(party.seats for party in parties if party.coming_at is not None)
    silent = sum(party.seats for party in parties) - coming
    return turn.words("headcount.reminder", n=coming, silent=silent)


def _by_territory(words: Words, parties: Iterable[Party]) -> Markup:
    territories = Counter[str]()
    for party in parties:
        territories[party.territory] += party.seats
    return DOT.join(
        words("headcount.territory", territory=territory, n=n)
        for territory, n in territories.most_common()
    )


async def listing(turn: Turn, argument: str = "") -> None:
    """/inscrits: the parties, a few a page; an argument that is no page shows the first."""
    parties = await turn.desk.parties()
    if not parties:
        turn.show(turn.words("list.empty"), (turn.button("button.refresh", "list"),))
        return
    pages = -(-len(parties) // PARTIES_A_PAGE)
    page = min(max(int(argument), 1), pages) if argument.isdecimal() else 1
    shown = parties[(page - 1) * PARTIES_A_PAGE : page * PARTIES_A_PAGE]
    unreached = await turn.desk.unreached()
    arrows = []
    if page > 1:
        arrows.append(turn.button("button.before", "list", str(page - 1)))
    if page < pages:
        arrows.append(turn.button("button.after", "list", str(page + 1)))
    turn.show(
        PARAGRAPH.join(
            [
                turn.words("list.title", n=len(parties), page=page, pages=pages),
                *(_party(turn.words, party, unreached) for party in shown),
            ]
        ),
        tuple(arrows),
        (turn.button("button.headcount", "headcount"), turn.button("button.export", "export")),
    )


def _party(words: Words, party: Party, unreached: set[int]) -> Markup:
    lines = [
        words("list.party", territory=party.territory, code=party.code, n=party.seats),
        *(
            words(
                "list.member",
                name=member.name,
                function=member.function,
                organisation=member.organisation,
                category=phrases.category(words, member.category, member.function),
            )
            for member in party.members
        ),
        words(
            "list.contact",
            email=party.contact.email,
            phone=phrases.phone(words, party.contact.phone),
        ),
    ]
    if party.chat_id in unreached:
        lines.append(words("list.unreached"))
    return LINE.join(lines)


async def export(turn: Turn, _argument: str = "") -> None:
    """/export: everybody, a line a member, as a spreadsheet."""
    words, parties = turn.words, await turn.desk.parties()
    unreached = await turn.desk.unreached()
    rows = [_row(words, party, member, unreached) for party in parties for member in party.members]
    header = [words.plain(f"csv.{column}") for column in CSV_COLUMNS]
    turn.replies.append(
        Document(
            f"inscrits-{turn.event.code}.csv",
            spreadsheet.table(header, rows),
            words("export.caption", n=len(rows)),
        )
    )


def _row(words: Words, party: Party, member: Member, unreached: set[int]) -> list[str]:
    when = party.confirmed_at
    return [
        party.code,
        party.territory,
        words.plain(f"size.name.{party.seats}"),
        member.first_name,
        member.last_name,
        member.function,
        member.organisation,
        words.plain(f"csv.category.{member.category}"),
        member.email or "",
        phrases.phone(words, member.phone) if member.phone else "",
        f"{words.number_day(when)} {words.hour(when)}",
        words.plain("csv.coming") if party.coming_at else "",
        words.plain("csv.unreached") if party.chat_id in unreached else "",
    ]
