"""Everybody of a day as tables: the members, the parties, the waiting list, the counts."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass
from datetime import datetime

from bot.domain.attendance import Attendance, Attendee
from bot.domain.event import Event
from bot.domain.keys import AddressKey
from bot.domain.party import Member, Party
from bot.exports.spreadsheet import Cell, Table, comma_separated, workbook
from bot.i18n import Words
from bot.typography import spoken_phone

_PERSON = ("first_name", "last_name", "function", "organisation", "category")
_CONTACT = ("contact", "contact_email", "contact_phone")


@dataclass(frozen=True, slots=True)
class Everybody:
    """What is known of a day's people: what the tables are made of."""

    event: Event
    parties: Sequence[Party]
    """All of them, those that wait too."""
    attendance: Attendance
    """Who was checked in; empty before the day."""
    unreached: Set[AddressKey]
    """Addresses that messages do not reach."""

    @property
    def has_contact(self) -> bool:
        """Whether a party's contact person is not simply its only member."""
        return self.event.seats.largest > 1 or any(one.registrars for one in self.parties)


def xlsx(everybody: Everybody, words: Words) -> bytes:
    """A workbook with a sheet for each of the tables."""
    return workbook(
        [
            members(everybody, words),
            parties(everybody, words),
            waiting(everybody, words),
            counts(everybody, words),
        ]
    )


def csv(everybody: Everybody, words: Words) -> bytes:
    """The members as CSV."""
    return comma_separated(members(everybody, words))


def members(everybody: Everybody, words: Words) -> Table:
    """A line a member, those who wait too; sorting loses nothing: each has the party's contact."""
    event = everybody.event
    territory = ["territory"] if event.audience.territory else []
    party = ["party"] if event.seats.only_size is None else []
    asked = [ask.key for ask in event.ask]
    contact = _CONTACT if everybody.has_contact else ()
    present = ["morning", "afternoon"] if everybody.attendance.present else []
    reached = ["place", *present, "email", "phone", *contact]
    columns = ["code", *territory, *party, *_PERSON, *asked, *reached]
    columns += ["confirmed_at", "reminder", "reached"]
    return _table(
        words.plain("sheet.title"), columns, event, words, _member_lines(everybody, words)
    )


def _member_lines(everybody: Everybody, words: Words) -> Iterable[dict[str, Cell]]:
    known = {one.key: one for one in everybody.attendance.coming}
    registered = set()
    for party in everybody.parties:
        for member in party.everyone:
            registered.add(member.key)
            yield {
                **_member(everybody, party, member, words),
                **_checked_in(known.get(member.key), everybody.event),
            }
    for one in everybody.attendance.walk_ins:
        if one.key not in registered:
            yield {**_walk_in(one, words), **_checked_in(one, everybody.event)}


def _member(everybody: Everybody, party: Party, member: Member, words: Words) -> dict[str, Cell]:
    event = everybody.event
    spoken_to = party.owners if member.address is None else (member.address,)
    is_reached = everybody.unreached.isdisjoint(spoken_to)
    return {
        **_party(party, event, words),
        **{ask.key: {**party.answers, **member.answers}.get(ask.key) for ask in event.ask},
        "first_name": member.first_name,
        "last_name": member.last_name,
        "function": member.function,
        "organisation": member.organisation,
        "category": words.plain(f"sheet.category.{member.category}"),
        "place": words.plain("sheet.waits" if member in party.waiting else "sheet.comes"),
        "email": member.email,
        "phone": spoken_phone(member.phone) if member.phone else None,
        "reminder": _reminded(words, member),
        "reached": None if is_reached else words.plain("sheet.unreached"),
    }


def _walk_in(one: Attendee, words: Words) -> dict[str, Cell]:
    return {
        "code": one.code,
        "territory": one.territory,
        "first_name": one.first_name,
        "last_name": one.last_name,
        "function": one.function,
        "organisation": one.organisation,
        "category": words.plain(f"sheet.category.{one.category}") if one.category else None,
        "place": words.plain("paper.walk_in"),
    }


def _checked_in(one: Attendee | None, event: Event) -> dict[str, Cell]:
    if one is None:
        return {}
    return {
        half: moment and _local(moment, event)
        for half, moment in (("morning", one.morning), ("afternoon", one.afternoon))
    }


def _reminded(words: Words, member: Member) -> str | None:
    """What a member answered to the reminder."""
    minutes = member.late_minutes
    if minutes is not None:
        by = words.plain("late.by", by=words.length(minutes)) if minutes else None
        return words.plain("sheet.late", late=by or words.plain("late.unsaid"))
    return words.plain("sheet.coming") if member.coming_at else None


def parties(everybody: Everybody, words: Words) -> Table:
    """A line a party: how many come and wait, whom to call."""
    event = everybody.event
    territory = ["territory"] if event.audience.territory else []
    asked = [ask.key for ask in event.ask if ask.of == "party"]
    columns = ["code", *territory, "party", "seats", "waiting", "people", *asked, *_CONTACT]
    lines = [
        {
            **_party(one, event, words),
            **{ask: one.answers.get(ask) for ask in asked},
            "people": ", ".join(member.name for member in one.everyone),
        }
        for one in everybody.parties
    ]
    return _table(
        words.plain("sheet.title.parties"), [*columns, "confirmed_at"], event, words, lines
    )


def _party(party: Party, event: Event, words: Words) -> dict[str, Cell]:
    contact, size = party.contact, len(party.everyone)
    return {
        "code": party.code,
        "territory": party.territory,
        "party": words.plain(words.of_size("size.name", size), size=size),
        "seats": party.seats,
        "waiting": len(party.waiting),
        "contact": contact.name,
        "contact_email": contact.email,
        "contact_phone": spoken_phone(contact.phone) if contact.phone else None,
        "confirmed_at": _local(party.confirmed_at, event),
    }


def waiting(everybody: Everybody, words: Words) -> Table:
    """A line a person who waits, in the order of the parties."""
    event = everybody.event
    territory = ["territory"] if event.audience.territory else []
    columns = ["code", *territory, *_PERSON, *_CONTACT, "confirmed_at"]
    lines = [
        _member(everybody, party, member, words)
        for party in everybody.parties
        for member in party.waiting
    ]
    return _table(words.plain("sheet.title.waiting"), columns, event, words, lines)


def counts(everybody: Everybody, words: Words) -> Table:
    """How many come and wait by territory, category, organisation and size of party."""
    event = everybody.event
    views: list[tuple[str, Callable[[Party, Member], str]]] = [
        ("sheet.territory", lambda party, _: party.territory),
        ("sheet.category", lambda _, one: words.plain(f"sheet.category.{one.category}")),
        ("sheet.organisation", lambda _, one: one.organisation),
        ("sheet.party", lambda party, _: str(_party(party, event, words)["party"])),
    ]
    lines: list[dict[str, Cell]] = [
        {
            "view": words.plain("sheet.all"),
            "seats": sum(party.seats for party in everybody.parties),
            "waiting": sum(len(party.waiting) for party in everybody.parties),
        }
    ]
    for key, label in views if event.audience.territory else views[1:]:
        come = Counter(label(party, one) for party in everybody.parties for one in party.members)
        wait = Counter(label(party, one) for party in everybody.parties for one in party.waiting)
        lines += [
            {"view": words.plain(key), "value": value, "seats": come[value], "waiting": wait[value]}
            for value, _ in (come + wait).most_common()
        ]
    columns = ["view", "value", "seats", "waiting"]
    return _table(words.plain("sheet.title.counts"), columns, event, words, lines)


def _table(
    title: str,
    columns: Sequence[str],
    event: Event,
    words: Words,
    lines: Iterable[dict[str, Cell]],
) -> Table:
    labels = {ask.key: ask.label for ask in event.ask}
    header = [labels.get(one) or words.plain(f"sheet.{one}") for one in columns]
    rows = [[line.get(column) for column in columns] for line in lines]
    return Table(title, header, rows)


def _local(moment: datetime, event: Event) -> datetime:
    return moment.astimezone(event.zone).replace(tzinfo=None)
