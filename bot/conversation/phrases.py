"""Phrases that several topics say."""

import zlib
from collections.abc import Iterable, Sequence
from datetime import datetime

from markupsafe import Markup

from bot.conversation.buttons import Action
from bot.conversation.messages import Button, Rows
from bot.conversation.state import MemberDraft
from bot.domain.event import Event
from bot.domain.party import Category, Member, Party
from bot.domain.seats import Hold, SeatCount
from bot.i18n import Words
from bot.typography import spoken_phone
from bot.understanding import categories
from bot.usecases.waiting_list import Standing

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


def offer(words: Words, party: Party, ends: datetime) -> Markup:
    """What is offered to a party of the waiting list, and until when."""
    day, hour, n = words.short_day(ends), words.hour(ends), len(party.waiting)
    if party.members:
        names = words.listing(member.name for member in party.waiting)
        return words("offer.made_extra", n=n, names=names, day=day, hour=hour)
    return words("offer.made", n=n, party=your_party(words, n), day=day, hour=hour)


def offer_row(words: Words, party: Party) -> tuple[Button, Button]:
    """Taking what is offered, or not."""
    n = len(party.waiting)
    if party.members:
        labels = words.plain("offer.accept_extra", n=n), words.plain("offer.decline_extra", n=n)
    else:
        labels = words.plain("offer.accept", n=n), words.plain("offer.decline", n=n)
    accept, decline = labels
    return (
        Button(accept, Action("accept", party.code).pack()),
        Button(decline, Action("leave", party.code).pack()),
    )


def vacancy_rows(words: Words, party: Party) -> Rows:
    """What becomes of the seat of somebody who withdrew: replace, search, stay, cancel."""

    def button(text: str, verb: str, argument: str = "") -> Button:
        return Button(text, Action(verb, argument).pack())

    return (
        (
            button(words.plain("withdraw.replace"), "add"),
            button(words.plain(words.of_size("partner.search", party.seats)), "search"),
        ),
        (button(words.plain("withdraw.stay"), "stay"),),
        (button(words.plain("button.cancel"), "cancel", party.code),),
    )


def free(words: Words, standing: Standing, party: Party) -> Markup:
    """« 2 sont libres », « aucune n’est libre », or that they are kept for others."""
    if not standing.free:
        return words("waiting.none_free")
    if standing.kept_for not in (None, party.code):
        return words("waiting.free_kept", n=standing.free)
    return words("waiting.free", n=standing.free)


def until(words: Words, moment: datetime) -> str:
    """« jeudi 26 février, 10 h »."""
    return words.plain("headcount.when", day=words.short_day(moment), hour=words.hour(moment))


def mark(member: Member) -> str:
    """A member's place and a mark of their name: a button that is about somebody else is old."""
    return f"{member.place}.{zlib.crc32(member.name.encode()):08x}"


def marked(party: Party, argument: str) -> Member | None:
    """The member of a mark; None when nobody at that place has that name any more."""
    return next((member for member in party.everyone if mark(member) == argument), None)


def category(words: Words, of: Category | None, function: str | None) -> str:
    """« élue », « agent », « élu·e »: agreeing with the function where that tells the gender."""
    gender = categories.gender(function or "") or "any"
    return words.plain(f"category.{of}.{gender}")


def phone(words: Words, number: str | None) -> str:
    """« 06 39 98 12 34 », or that there is none."""
    return words.plain("phone.none") if number is None else spoken_phone(number)


def team(words: Words, territory: str | None, members: Iterable[Member | MemberDraft]) -> Markup:
    """The territory, where one was asked, and the people of a party, a line each."""
    lines = [words("recap.territory", territory=territory)] if territory else []
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


def named_twice(words: Words, event: Event, party: Party, others: Iterable[Party]) -> Markup:
    """Who of a party is named in others too, and what to do about it."""
    elsewhere = [member for other in others for member in other.everyone]
    names = [one.name for one in party.everyone if any(one.is_same(other) for other in elsewhere)]
    contact = event.contact
    return words(
        "named_twice",
        n=len(names),
        names=words.listing(names),
        contact=contact.name,
        phone=contact.spoken_phone,
    )
