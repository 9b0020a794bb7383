"""/organiser: the staff's home, and the way to all that they can do."""

from bot.conversation.messages import Button
from bot.conversation.phrases import PARAGRAPH
from bot.conversation.topic import Topic, Who
from bot.conversation.topics import (
    announcements,
    by_phone,
    check_in,
    day_facts,
    headcount,
    journal,
    paperwork,
    party_list,
    registration,
    reminders,
    staff,
)
from bot.conversation.turn import Turn

topic = Topic("desk", who=Who.STAFF)


@topic.command("organiser", in_menu=True)
@topic.pressed("desk")
async def show(turn: Turn, _argument: str) -> None:
    """/organiser: the state of the day in short, and where to go from here."""
    said = turn.words("desk.title", day=turn.words.day(turn.event.date))
    turn.show(PARAGRAPH.join([*turn.about(), said]), *await _rows(turn))


async def _rows(turn: Turn) -> list[tuple[Button, ...]]:
    if not turn.is_organiser:
        return [
            (turn.button("desk.checkin", check_in.show),),
            (turn.button("button.refresh", show), turn.button("button.list", party_list.show)),
        ]
    return [
        (turn.button("button.refresh", show), turn.button("button.headcount", headcount.show)),
        (turn.button("desk.checkin", check_in.show), turn.button("desk.papers", paperwork.show)),
        (turn.button("button.list", party_list.show), turn.button("desk.phone", by_phone.begin)),
        (turn.button("desk.day", day_facts.show),),
        (
            turn.button("desk.announce", announcements.show),
            turn.button("desk.reminders", reminders.show),
        ),
        (turn.button("desk.staff", staff.show), turn.button("desk.journal", journal.show)),
        await registration.register_row(turn),
    ]
