"""Phrases that several topics say."""

import zlib
from collections.abc import Iterable
from datetime import datetime

from markupsafe import Markup

from bot.conversation.state import MemberDraft
from bot.domain.event import Event
from bot.domain.party import Category, Member, Party
from bot.domain.seats import SeatCount
from bot.i18n import Words, spoken_phone
from bot.understanding import categories

LINE = Markup("\n")
PARAGRAPH = Markup("\n\n")
DOT = Markup(" · ")


def when(words: Words, event: Event) -> str:
    """« Jeudi 5 mars 2015, de 9 h 30 à 17 h »."""
    day, start, end = words.day(event.date), words.hour(event.start), words.hour(event.end)
    return words.plain("day.when", day=opening(day), start=start, end=end)


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


def sizes(words: Words, fitting: Iterable[int]) -> str:
    """« un binôme ou vous en solo »."""
    return words.either(words.plain(f"size.party.{size}") for size in fitting)


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


def until(words: Words, moment: datetime) -> str:
    """« jeudi 26 février, 10 h »."""
    return words.plain("headcount.when", day=words.short_day(moment), hour=words.hour(moment))


def name_tag(member: Member) -> str:
    """A member's place and a sum of their name: tells a button about somebody else from theirs."""
    return f"{member.place}.{zlib.crc32(member.name.encode()):08x}"


def tagged(party: Party, tag: str) -> Member | None:
    """The member of a name tag; None when nobody at that place has that name any more."""
    return next((one for one in party.everyone if name_tag(one) == tag), None)


def category(words: Words, of: Category | None, function: str | None) -> str:
    """« élue », « agent », « élu·e »: agreeing with the function where that tells the gender."""
    gender = categories.gender(function or "") or "any"
    return words.plain(f"category.{of}.{gender}")


def phone(words: Words, number: str | None) -> str:
    """« 06 39 98 12 34 », or that there is none."""
    return words.plain("phone.none") if number is None else spoken_phone(number)


def team(words: Words, territory: str | None, members: Iterable[Member | MemberDraft]) -> Markup:
    """The territory, and the people of a party, a line each."""
    lines = [words("recap.territory", territory=territory)]
    lines += [
        words(
            "recap.member",
            place=place,
            name=member.name,
            function=member.function,
            organisation=member.organisation,
            category=category(words, member.category, member.function),
        )
        for place, member in enumerate(members, 1)
    ]
    return LINE.join(lines)


def recap(
    words: Words,
    territory: str | None,
    members: Iterable[Member | MemberDraft],
    email: str | None,
    number: str | None,
) -> Markup:
    """What a party has answered, a line each."""
    reached = [
        words("recap.email", email=email or words.plain("phone.none")),
        words("recap.phone", phone=phone(words, number)),
    ]
    return LINE.join([team(words, territory, members), *reached])


def named(members: Iterable[Member], chat_id: int) -> Member | None:
    """The member whose own chat this is."""
    return next((member for member in members if member.chat_id == chat_id), None)
