"""The reminder as somebody would get it, for organisers: a person, a contact, a teammate."""

from bot.conversation.paging import arrows, page_of
from bot.conversation.phrases import DOT, PARAGRAPH
from bot.conversation.topic import Topic, Who
from bot.conversation.topics import reminder, reminders
from bot.conversation.turn import Turn
from bot.domain.keys import ExtraReminderKey
from bot.domain.party import Member, Party, Registrar

topic = Topic("previews", who=Who.ORGANISERS)

CONTACT, TEAMMATE, PERSON = "contact", "mate", "who"
PEOPLE_A_PAGE = 8

Reading = tuple[Party, Member | Registrar]
"""Who would read it, and of which party."""


@topic.pressed("preview")
async def show(turn: Turn, argument: str) -> None:
    """As whom: `which.contact`, `which.mate`, `which.who.page`, or `which.member`."""
    which, _, as_whom = argument.partition(".")
    readers = _readers(await turn.books.parties.everybody())
    if not readers:
        turn.show(turn.words("list.empty"), (turn.button("reminders.back", reminders.show),))
        return
    kind, _, page = as_whom.partition(".")
    match kind:
        case "":
            _ask(turn, which, readers)
        case "who":
            _choose(turn, which, readers, page)
        case _:
            await _show(turn, which, _found(readers, kind))


def _readers(parties: list[Party]) -> list[Reading]:
    """Everybody who comes, and those who registered others."""
    found: list[Reading] = []
    for party in parties:
        if party.members:
            found += [(party, one) for one in party.registrars]
            found += [(party, one) for one in party.members]
    return found


def _teammate(readers: list[Reading]) -> Reading | None:
    return next((one for one in readers if one[1] is not one[0].contact), None)


def _found(readers: list[Reading], kind: str) -> Reading:
    """Whom a button means; the first contact where there is nobody (any more)."""
    contact = next((one for one in readers if one[1] is one[0].contact), readers[0])
    if kind == TEAMMATE:
        return _teammate(readers) or contact
    return next((one for one in readers if _tag(one) == kind), contact)


def _tag(reading: Reading) -> str:
    reader = reading[1]
    return str(reader.key) if isinstance(reader, Member) else f"r{reader.address}"


def _ask(turn: Turn, which: str, readers: list[Reading]) -> None:
    mate = turn.button("previews.mate", show, f"{which}.{TEAMMATE}")
    turn.show(
        turn.words("previews.ask"),
        (turn.button("previews.contact", show, f"{which}.{CONTACT}"),),
        (mate,) if _teammate(readers) is not None else (),
        (turn.button("previews.person", show, f"{which}.{PERSON}.1"),),
        (turn.button("reminders.back", reminders.show),),
    )


def _choose(turn: Turn, which: str, readers: list[Reading], argument: str) -> None:
    pages = -(-len(readers) // PEOPLE_A_PAGE)
    page = page_of(argument, pages)
    shown = readers[(page - 1) * PEOPLE_A_PAGE : page * PEOPLE_A_PAGE]
    turn.show(
        turn.words("previews.whose"),
        *((turn.labelled(one[1].name, show, f"{which}.{_tag(one)}"),) for one in shown),
        arrows(turn, show, page, pages=pages, pack=lambda to: f"{which}.{PERSON}.{to}"),
        (turn.button("button.back", show, which),),
    )


async def _show(turn: Turn, which: str, reading: Reading) -> None:
    party, reader = reading
    key = ExtraReminderKey(int(which) if which.isdecimal() else 0)
    extra = await turn.books.extra_reminders.of_key(key)
    message, at = (extra.message, extra.due_at) if extra else ("", turn.event.remind_at)
    labels = [button.label for row in reminder.answers(turn, party, reader) for button in row]
    turn.show(
        PARAGRAPH.join(
            [
                turn.words("previews.title", name=reader.name),
                reminder.text(turn, party, reader, message, max(at, turn.now)),
                turn.words("previews.buttons", labels=DOT.join(labels)),
            ]
        ),
        (turn.button("button.back", show, which), turn.button("reminders.back", reminders.show)),
    )
