"""The practical information: when, where, whom to call, and the day for a calendar."""

from bot.conversation import phrases
from bot.conversation.messages import Document, Venue
from bot.conversation.phrases import LINE, PARAGRAPH
from bot.conversation.turn import Turn
from bot.exports import calendar


async def show(turn: Turn, _argument: str = "") -> None:
    """Date, hours, place and contact on one page."""
    event, words = turn.event, turn.words
    where = words("infos.place", where=event.place.whole)
    if event.place.address is None:
        where = words("infos.place_without_address", place=event.place.name)
    when = words("infos.when", when=phrases.when(words, event))
    extra = (turn.button("button.map", "map"),) if event.place.latitude is not None else ()
    turn.show(
        PARAGRAPH.join([when + LINE + where, phrases.contact(words, event)]),
        (turn.button("button.ics", "ics"), *extra),
        (turn.button("button.contact", "contact"), turn.button("button.menu", "menu")),
    )


async def on_map(turn: Turn, _argument: str = "") -> None:
    """The place on a map; says so when the event file has no coordinates (any more)."""
    place = turn.event.place
    if place.latitude is None or place.longitude is None:
        turn.toast("infos.no_map")
        return
    address = place.address or place.name
    turn.replies.append(Venue(place.name, address, place.latitude, place.longitude))


async def ics(turn: Turn, _argument: str = "") -> None:
    """The day as a calendar file, with the party's code for those who are registered."""
    party = await turn.desk.party_of(turn.person.chat_id)
    turn.replies.append(calendar_file(turn, party.code if party else None))


def calendar_file(turn: Turn, code: str | None) -> Document:
    """The .ics file; `code` is the party's."""
    description = turn.words.plain("ics.code", code=code) if code else ""
    return Document(
        f"{turn.event.code}.ics",
        calendar.day(turn.event, turn.now, description),
        turn.words("ics.caption"),
    )
