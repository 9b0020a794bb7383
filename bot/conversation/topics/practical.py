"""The practical information: when, where, whom to call, and the day for a calendar."""

import re

from markupsafe import Markup

from bot.conversation import arriving, phrases
from bot.conversation.messages import Button, Document, Venue
from bot.conversation.phrases import LINE, PARAGRAPH
from bot.conversation.topic import Topic
from bot.conversation.topics import contact, for_team, menu
from bot.conversation.turn import Turn, Voice
from bot.domain.party import Party
from bot.exports import calendar
from bot.understanding import asides, aspects, clauses, dates, lateness, partly, subjects
from bot.understanding import for_team as telling
from bot.understanding.for_team import ForTeam
from bot.understanding.intents import Intent

topic = Topic("practical")


@topic.command("infos", in_menu=True)
@topic.pressed("infos")
async def show(turn: Turn, _argument: str) -> None:
    """Date, hours, place and contact on one page."""
    event, words = turn.event, turn.words
    where = words("infos.place", where=event.place.whole)
    if event.place.address is None:
        where = words("infos.place_without_address", place=event.place.name)
    when = words("infos.when", when=phrases.when(words, event))
    extra = (turn.button("button.map", show_map),) if event.place.latitude is not None else ()
    turn.show(
        PARAGRAPH.join([when + LINE + where, phrases.contact(words, event)]),
        (turn.button("button.ics", send_calendar), *extra),
        (turn.button("button.contact", contact.show), turn.button("button.menu", menu.show)),
    )


@topic.pressed("map")
async def show_map(turn: Turn, _argument: str) -> None:
    """The place on a map; says so when the event file has no coordinates (any more)."""
    place = turn.event.place
    if place.latitude is None or place.longitude is None:
        turn.toast("infos.no_map")
        return
    address = place.address or place.name
    turn.replies.append(Venue(place.name, address, place.latitude, place.longitude))


@topic.pressed("ics")
async def send_calendar(turn: Turn, _argument: str) -> None:
    """The day as a calendar file, with the party's code for those who are registered."""
    party = await turn.registered()
    turn.replies.append(calendar_file(turn, party.code if party else None))


def calendar_file(turn: Voice, code: str | None) -> Document:
    """The .ics file; `code` is the party's."""
    description = turn.words.plain("ics.code", code=code) if code else ""
    return Document(
        f"{turn.event.code}.ics",
        calendar.day(turn.event, turn.now, description, turn.books.revision),
        turn.words("ics.caption"),
    )


def send_anew(turn: Turn, party: Party) -> None:
    """The calendar file after a change, for those who come; an organiser needs none."""
    if party.members and not turn.acting_for:
        turn.replies.append(calendar_file(turn, party.code))


# ---- questions


def _calendar_button(turn: Turn) -> Button:
    return turn.button("button.ics", send_calendar)


@topic.asked(Intent.DATE, faq=1, further=_calendar_button)
async def _date(turn: Turn) -> Markup:
    day = turn.words.day(turn.event.date)
    if asides.asks_if_here(turn.text):
        return here(turn)
    named = dates.is_the_day(turn.text, turn.event.date)
    if named is None and _EXACTLY.search(turn.text):
        return await _hours(turn)
    if named is None:
        return turn.words("answer.date", day=day)
    return turn.words("answer.date.yes" if named else "answer.date.no", day=day)


_EXACTLY = re.compile(r"\b(?:exact\w*|pr[ée]cis\w*|au juste)\b", re.IGNORECASE)
"""« c’est quand exactement ? »: the day and its hours."""


def here(turn: Turn) -> Markup:
    """Whether this is where one registers for the day that is asked about."""
    event = turn.event
    known = " ".join([event.kind, event.title, event.organiser, event.place.name, *event.lines])
    is_unknown = dates.may_be_another(turn.text, known=known)
    key = "answer.here_is" if is_unknown else "answer.here"
    key = "answer.not_here" if names_another(turn) else key
    return turn.words(key, day=turn.words.day(turn.event.date), place=turn.event.place.name)


def is_for_another(turn: Turn) -> bool:
    """« C’est bien ici pour s’inscrire à la journée de Crest ? », and that is not this day."""
    return asides.asks_if_here(turn.text) and names_another(turn)


def names_another(turn: Turn) -> bool:
    """« c’est bien pour la journée du 12 à Lyon ? »: another day or town than ours."""
    is_ours = dates.is_the_day(turn.text, turn.event.date)
    is_here = dates.is_for_the_town(turn.text, town=turn.event.place.town)
    return is_ours is False or is_here is False


_NAMES_AN_HOUR = re.compile(r"\b\d{1,2}\s?h\b|\bmidi\b", re.IGNORECASE)


@topic.asked(Intent.HOURS, further=_calendar_button)
async def _hours(turn: Turn) -> Markup:
    event, words = turn.event, turn.words
    start, end = words.hour(event.start), words.hour(event.end)
    if subjects.hour_of_the_meal(turn.text):
        meal = event.answers.get("meal")
        if meal is not None and _NAMES_AN_HOUR.search(meal):
            return words("fact.of.meal", fact=meal)
        reach = phrases.reach(words, event)
        return words("answer.hours.meal", start=start, end=end, contact=reach)
    if aspects.is_of_a_part(turn.text):
        reach = phrases.reach(words, event)
        return words("answer.hours.part", start=start, end=end, contact=reach)
    if partly.comes_early(turn.text):
        reach = phrases.reach(words, event)
        return words("answer.hours.early", start=start, contact=reach)
    if (own := _of_own_hours(turn)) is not None:
        return own
    if partly.read(turn.text):
        reach = phrases.reach(words, event)
        return words("answer.hours.partial", start=start, end=end, contact=reach)
    return words("answer.hours", start=start, end=end, day=words.day(event.date))


def _of_own_hours(turn: Turn) -> Markup | None:
    """« J’arriverai à 10 h 45 et repartirai à 15 h », of who is not registered yet; or None."""
    words, event = turn.words, turn.event
    if arriving.is_registering(turn) and arriving.told(turn, turn.text):
        return words("heard.no_harm")
    each = [one.replace("?", " ") for one in clauses.clauses(turn.text)]
    is_late = any(lateness.read(one, event.start) for one in each)
    said = [words("answer.hours.late", start=words.hour(event.start))] if is_late else []
    if any(one.kind is ForTeam.LEAVING for one in telling.told(turn.text.replace("?", " "))):
        said.append(for_team.of_details(turn))
    return LINE.join(said) if said else None


@topic.asked(Intent.PLACE, faq=2)
async def _place(turn: Turn) -> Markup:
    place, words = turn.event.place, turn.words
    if (side := _side_of_place(turn)) is not None:
        return side
    if place.address is not None:
        where = words("answer.place", where=place.whole)
    else:
        reach = phrases.reach(words, turn.event)
        where = words("answer.place_without_address", place=place.name, contact=reach)
    if dates.is_the_town(turn.text, town=place.town) is False:
        return words("answer.place.no", where=where)
    if place.address is not None and dates.is_the_venue(turn.text, address=place.whole):
        return words("answer.place.yes", where=place.whole)
    return where


def _side_of_place(turn: Turn) -> Markup | None:
    """Where the others are meanwhile, or when the address is told: more than where the day is."""
    place, words, reach = turn.event.place, turn.words, phrases.reach(turn.words, turn.event)
    if aspects.joins(turn.text):
        if place.address is None:
            return words("answer.place.joining_without_address", contact=reach)
        return words("answer.place.joining", where=place.whole, contact=reach)
    if aspects.asks_when_it_is_told(turn.text) and place.address is None:
        return words("answer.place.not_yet", contact=reach)
    return None
