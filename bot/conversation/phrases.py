"""Phrases that several topics say."""

import zlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from enum import Enum, auto

from markupsafe import Markup

from bot.conversation.state import MemberDraft
from bot.domain.event import Ask, Event
from bot.domain.party import Category, Member, Party, Registrar
from bot.domain.seats import Hold, SeatCount
from bot.i18n import Words
from bot.typography import spoken_phone
from bot.understanding import categories
from bot.understanding.firstnames import plain_gender_of
from bot.understanding.normal import plain

LINE = Markup("\n")
PARAGRAPH = Markup("\n\n")
DOT = Markup(" · ")


class Reader(Enum):
    """Who reads what a party has answered."""

    CONTACT = auto()
    """Who is written to about it."""
    ANOTHER = auto()
    ANSWERING = auto()
    """An organiser who answers for people who are written to nowhere yet."""


LONGEST_QUOTED = 200
"""Characters of what somebody wrote, where it is told that they did."""

Contact = Member | MemberDraft | Registrar
"""Who is written to about a party."""


def when(words: Words, event: Event) -> str:
    """« Jeudi 5 mars 2015, de 9 h 30 à 17 h »."""
    day, start, end = words.day(event.date), words.hour(event.start), words.hour(event.end)
    return words.plain("day.when", day=opening(day), start=start, end=end)


def shortened(text: str) -> str:
    """As much of a text as a line about it takes."""
    return text if len(text) <= LONGEST_QUOTED else f"{text[:LONGEST_QUOTED].rstrip()}…"


def opening(text: str) -> str:
    """A text that opens a line: its first letter a capital, the others as they are."""
    return text[:1].upper() + text[1:]


def seats(words: Words, count: SeatCount) -> Markup:
    """« 15 places, toutes libres », « 15 places, dont 3 libres », « complet »."""
    if count.left == count.capacity:
        return words("welcome.seats.all", capacity=count.capacity)
    if count.left == 0:
        return words("welcome.seats.none", capacity=count.capacity)
    return words("welcome.seats.some", capacity=count.capacity, n=count.left)


def seats_left(words: Words, count: SeatCount) -> Markup:
    """« Il reste 3 places. », « Toutes les places sont prises. », or for whom those left are."""
    if count.left:
        return words("seats.left", n=count.left)
    return words("seats.kept", n=count.kept) if count.kept else words("seats.no_left")


def closed(words: Words, event: Event, now: datetime) -> Markup:
    """That nobody registers any more: the day is past, or registration is over."""
    return words("closed.past" if now >= event.ends_at else "closed.registration")


def fitting(words: Words, sizes: Sequence[int]) -> Markup:
    """« Cela suffit pour un binôme ou une personne seule. »; of many sizes, the largest."""
    if len(sizes) > 4:
        return words("seats.fitting_at_most", party=party_of(words, max(sizes)))
    parties = words.either(party_of(words, size) for size in sizes)
    return words("seats.fitting", parties=parties)


def party_of(words: Words, size: int) -> str:
    """« un binôme », « une équipe de 4 »."""
    return words.plain(words.of_size("size.party", size), size=size)


def your_party(words: Words, size: int) -> str:
    """« vous », « votre binôme », « votre équipe de 4 »."""
    return words.plain(words.of_size("size.your_party", size), size=size)


def size_name(words: Words, size: int) -> str:
    """« solo », « binôme », « équipe de 4 »."""
    return words.plain(words.of_size("size.name", size), size=size)


def parties(words: Words, sizes: Sequence[int]) -> str:
    """« 2 binômes », « 1 trinôme et 1 binôme »."""
    return words.listing(
        words.plain(words.of_size("headcount.size", size), size=size, n=sizes.count(size))
        for size in dict.fromkeys(sizes)
    )


def held(words: Words, size: int, hold: Hold) -> Markup:
    """« Un binôme : je vous réserve 2 places jusqu’à 9 h 30. »."""
    key = words.of_size("size.kept", size)
    return words(key, size=size, until=words.hour(hold.expires_at))


def contact(words: Words, event: Event) -> Markup:
    """The contact person, with function, phone and e-mail."""
    person = event.contact
    return words(
        "contact",
        name=person.name,
        function=person.function,
        phone=person.spoken_phone,
        email=person.email,
    )


def reach(words: Words, event: Event) -> Markup:
    """The contact person's name, phone and e-mail, after a sentence that sends people there."""
    person = event.contact
    return words("reach", name=person.name, phone=person.spoken_phone, email=person.email)


def reached_once(words: Words, event: Event, paragraphs: Sequence[Markup]) -> list[Markup]:
    """The paragraphs of one message, of which only the last says how the contact is reached."""
    told, card = reach(words, event), contact(words, event)
    if card in paragraphs:
        paragraphs = [one if one == card else _without(one, told) for one in paragraphs]
    at = [place for place, one in enumerate(paragraphs) if told in one]
    return [
        _without(one, told) if place in at[:-1] else one for place, one in enumerate(paragraphs)
    ]


def reached_above(words: Words, event: Event, paragraph: Markup) -> Markup:
    """A paragraph with the contact's name alone, where how to reach them stands just above."""
    told, short = reach(words, event), words("reach.above", name=event.contact.name)
    return Markup(str(paragraph).replace(str(told), str(short)))  # noqa: S704


def named_once(words: Words, event: Event, paragraphs: Sequence[Markup]) -> list[Markup]:
    """The paragraphs of one message, of which only the last names the contact."""
    short = words("reach.above", name=event.contact.name)
    at = [place for place, one in enumerate(paragraphs) if one.endswith(Markup(" ") + short)]
    return [
        _without(one, short) if place in at[:-1] else one for place, one in enumerate(paragraphs)
    ]


def _without(paragraph: Markup, told: Markup) -> Markup:
    return Markup(str(paragraph).replace(str(told), "").strip())  # noqa: S704


def until(words: Words, moment: datetime) -> str:
    """« jeudi 26 février, 10 h »."""
    return words.plain("headcount.when", day=words.short_day(moment), hour=words.hour(moment))


def tag(member: Member) -> str:
    """What stands for a member in a button: theirs for life, whatever becomes of their place."""
    return str(member.key)


def tagged(party: Party, said: str) -> Member | None:
    """The member of a tag; None when they are not in this party (any more).

    Buttons sent before members had keys carry a place and a sum of the name.
    """
    return next((one for one in party.everyone if said in (tag(one), _older_tag(one))), None)


def _older_tag(member: Member) -> str:
    return f"{member.place}.{zlib.crc32(member.name.encode()):08x}"


def category(
    words: Words, of: Category | None, function: str | None, *, first_name: str = ""
) -> str:
    """« élue », « agent », « élu·e »: as the function or the first name tells the gender."""
    gender = categories.gender(function or "") or plain_gender_of(first_name) or "any"
    return words.plain(f"category.{of}.{gender}")


def late(words: Words, minutes: int) -> str:
    """« 30 min de retard », « 1 h 30 de retard », « un peu en retard »."""
    by = late_by(words, minutes)
    return words.plain("late.by", by=by) if by else words.plain("late.unsaid")


FAR = 120
"""After so many minutes it is said when somebody comes, not by how much they are late."""


def arrival(words: Words, event: Event, minutes: int) -> str:
    """« 15 min de retard », « arrivée vers 14 h » where that is long after the beginning."""
    if minutes < FAR:
        return late(words, minutes)
    comes_at = event.starts_at.astimezone(event.zone) + timedelta(minutes=minutes)
    return words.plain("late.arrives", hour=words.hour(comes_at.time()))


def late_by(words: Words, minutes: int) -> str:
    """« 30 min », « 1 h 30 »; empty where it was not said."""
    return words.length(minutes) if minutes else ""


def reached(contact: Contact) -> str:
    """« marie@mairie.fr, 06 39 98 12 34 »: what is known of how to reach somebody."""
    number = spoken_phone(contact.phone) if contact.phone else None
    return ", ".join(filter(None, [contact.email, number]))


def team(
    words: Words, event: Event, territory: str | None, members: Iterable[Member | MemberDraft]
) -> Markup:
    """What people of a party see of each other: the territory, and a line or more each."""
    shown = [ask for ask in event.ask if not ask.confidential]
    return LINE.join(_people(words, territory, members, shown))


def _people(
    words: Words,
    territory: str | None,
    members: Iterable[Member | MemberDraft],
    shown: Sequence[Ask],
) -> list[Markup]:
    lines = [words("recap.territory", territory=territory)] if territory else []
    for place, member in enumerate(members, 1):
        lines.append(words("recap.member", place=place, person=person(words, member)))
        lines += asked(words, shown, member.answers)
    return lines


def _reached(
    words: Words, members: Sequence[Member | MemberDraft], contact: Contact, reader: Reader
) -> list[Markup]:
    """Who is written to, where that is not plain, and what is known of how to reach them."""
    comes = any(contact is member for member in members)
    lines = []
    own = "_you" if reader is Reader.CONTACT else ""
    if not comes:
        lines.append(words(f"recap.contact_not_coming{own}", name=contact.name))
    elif len(members) > 1 and reader is not Reader.ANSWERING:
        lines.append(words(f"recap.contact{own}", name=contact.name))
    elif len(members) > 1:
        lines.append(words("recap.contact_only", name=contact.name))
    if contact.email:
        lines.append(words("recap.email", email=contact.email))
    if contact.phone:
        lines.append(words("recap.phone", phone=spoken_phone(contact.phone)))
    for member in members:
        how = reached(member)
        if how and how not in reached(contact):
            lines.append(words("recap.reached", name=member.name, how=how))
    return lines


def person(words: Words, member: Member | MemberDraft) -> Markup:
    """Name, function and organisation; in what capacity, where the function does not say it."""
    known = ", ".join(filter(None, [member.name, member.function, member.organisation]))
    titled = capacity(words, member)
    if titled is None:
        return words("recap.person", known=known)
    return words("recap.person_as", known=known, category=titled)


def capacity(words: Words, member: Member | MemberDraft) -> str | None:
    """In what capacity somebody comes; None: the function says it, or it is not known."""
    if member.category is None:
        return None
    first_name = member.answers.get("first_name", "")
    titled = category(words, member.category, member.function, first_name=first_name)
    alike = {category(words, member.category, one) for one in ("une", "un")}
    said = {*plain(member.function or "").split()}
    is_said = any(plain(one).split()[0] in said for one in (titled, *alike))
    return None if is_said else titled


def asked(words: Words, asks: Iterable[Ask], answers: Mapping[str, str]) -> list[Markup]:
    """What an event asks besides and was answered, a line each: « Atelier : Sols vivants »."""
    return [
        words("recap.asked", label=ask.label, answer=answers[ask.key])
        for ask in asks
        if answers.get(ask.key)
    ]


def recap(
    words: Words,
    event: Event,
    territory: str | None,
    members: Sequence[Member | MemberDraft],
    answers: Mapping[str, str],
    contact: Contact,
    reader: Reader = Reader.CONTACT,
) -> Markup:
    """What a party has answered, a line each; `answers`: to what is asked once a party."""
    reached = _reached(words, members, contact, reader)
    whole = asked(words, event.ask, answers)
    return LINE.join([*_people(words, territory, members, event.ask), *reached, *whole])


def quoted(words: Words, said: Iterable[str]) -> Markup:
    """What somebody wrote, in quotation marks: « je suis en fauteuil »."""
    return Markup(words.listing(words("for_team.quoted", said=one) for one in said))  # noqa: S704, escaped


def what_next(words: Words, event: Event, now: datetime) -> Markup:
    """When who has registered hears of the day again."""
    due = event.remind_at
    if now >= due:
        return words("confirmed.next_is_soon")
    return words("confirmed.next", day=words.short_day(due), hour=words.hour(due))


def confirmed_day(words: Words, event: Event) -> Markup:
    """When and where one is expected."""
    return words(
        "confirmed.day",
        day=opening(words.day(event.date)),
        start=words.hour(event.start),
        end=words.hour(event.end),
        place=event.place.name,
    )
