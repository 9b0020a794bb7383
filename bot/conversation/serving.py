"""What is done of the changes that a message tells: each is asked about once, by its name."""

import re
from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from bot import usecases
from bot.conversation import leaving, phrases
from bot.conversation.buttons import Verb
from bot.conversation.newcomers import Newcomer, bare, name_of, post_of
from bot.conversation.phrases import LINE
from bot.conversation.state import Wanted
from bot.conversation.steps.contact import Email, Phone
from bot.conversation.steps.member import MemberName
from bot.conversation.topics import (
    cancelling,
    changes,
    further,
    menu,
    mine,
    registration,
    reworded,
    withdrawing,
)
from bot.conversation.turn import Turn
from bot.domain.party import Member, Party
from bot.typography import spoken_phone
from bot.understanding import changes as said_changes
from bot.understanding import known_people, writers
from bot.understanding.changes import Change, Kind
from bot.understanding.names import Name
from bot.understanding.normal import normal, plain
from bot.understanding.person import Person


async def serve_all(
    turn: Turn, party: Party, wanted: Sequence[Change], told: Sequence[Person]
) -> bool:
    """Ask once whether all these changes are meant; one alone is asked about in its own words."""
    turn.party = party
    if turn.books.is_open and (apart := _beyond(turn, party, wanted, told)):
        await further.begin_apart(turn, apart)
        return True
    if len(wanted) == 1:
        return await serve(turn, party, wanted[0], told)
    if not turn.books.is_open:
        return False
    if not await mine.is_contact_person(turn):
        return True  # that was said, or it was asked of which registration they speak
    if all(_is_plain(turn, one) for one in wanted):
        await reworded.write_all(turn, [_wanted(turn, one, told) for one in wanted])
        return True
    lines = [_line(turn, one) for one in wanted]
    first, *more = [_wanted(turn, one, told) for one in wanted]
    first.more = more
    reworded.confirm(turn, turn.words("amend.several", lines=LINE.join(lines)), first)
    return True


def _beyond(
    turn: Turn, party: Party, wanted: Sequence[Change], told: Sequence[Person]
) -> list[Person]:
    """Those who are said to come too, where all of them are more than the largest party."""
    names = [one.value for one in wanted if one.kind is Kind.ADD and isinstance(one.value, Name)]
    is_beyond = party.seats + len(names) > turn.event.seats.largest > 1
    if not is_beyond or len(names) < len(wanted) or turn.acting_for:
        return []
    return [next((it for it in told if it.name == name), Person(name)) for name in names]


def waiting(turn: Turn, party: Party, text: str) -> tuple[list[Change], list[Person]]:
    """The changes that wait for a yes while another is told, and whom they bring in."""
    pending = turn.dialogue.change if turn.awaited is not None else None
    if pending is None or said_changes.is_refused(text):
        return [], []
    every = [pending, *pending.more]
    changes_waiting = [_as_change(one, party) for one in every]
    new = [
        Person(name_of(one.value), one.function, one.organisation, email=one.email, phone=one.phone)
        for one in every
        if one.kind in (Kind.ADD, Kind.REPLACE)
    ]
    return changes_waiting, new


def with_denied(turn: Turn, told: Sequence[Person], text: str) -> tuple[Person, ...]:
    """Give the one who is new what was read as another's: « non, ce sont celles de Mme Roux »."""
    pending = turn.dialogue.change if turn.awaited is not None else None
    new = [one for one in told if one.name and not (one.place or one.is_writing)]
    if pending is None or len(new) != 1 or not said_changes.is_refused(text):
        return (*told,)
    every = [pending, *pending.more]
    denied = {one.kind: str(one.value) for one in every}
    same = next((one for one in every if one.value == bare(new[0].name)), pending)
    one = replace(
        new[0],
        email=new[0].email or denied.get(Kind.EMAIL) or same.email,
        phone=new[0].phone or denied.get(Kind.PHONE) or same.phone,
    )
    return tuple(one if it is new[0] else it for it in told)


def _as_change(wanted: Wanted, party: Party) -> Change:
    at = next((at for at, one in enumerate(party.everyone) if phrases.tag(one) == wanted.tag), None)
    is_name = wanted.kind in (Kind.ADD, Kind.REPLACE, Kind.RENAME) and wanted.value is not None
    return Change(wanted.kind, at, name_of(wanted.value) if is_name else wanted.value)


def _line(turn: Turn, change: Change) -> Markup:
    """A change in a few words, among others."""
    if change.kind in (Kind.EMAIL, Kind.PHONE):
        return _asked_reach(turn, change, "amend.line")
    member = member_at(turn.party, change.who)
    old = member.name if member is not None else ""
    new = " ".join(change.value) if isinstance(change.value, Name) else ""
    return turn.words(f"amend.line.{change.kind}", old=old, new=new)


def _asked_reach(turn: Turn, change: Change, key: str) -> Markup:
    """Another address or number, of whom it is; `key`: what the key of the sentence begins with."""
    member = member_at(turn.party, change.who) or turn.party.contact
    is_own = not turn.acting_for and member is turn.party.contact
    shown = str(change.value)
    shown = spoken_phone(shown) if change.kind is Kind.PHONE else shown
    of = "" if is_own else "_of"
    return turn.words(f"{key}.{change.kind}{of}", value=shown, name=member.name)


def _wanted(turn: Turn, change: Change, told: Sequence[Person]) -> Wanted:
    member = member_at(turn.party, change.who)
    if change.kind in (Kind.EMAIL, Kind.PHONE) and isinstance(turn.party.contact, Member):
        member = member or turn.party.contact
    tag = phrases.tag(member) if member is not None else ""
    if isinstance(change.value, Name) and change.kind is not Kind.RENAME:
        return _at_the_post(turn, _bringing(change.kind, change.value, told, tag), member)
    return Wanted(kind=change.kind, value=bare(change.value), tag=tag)


def _at_the_post(turn: Turn, wanted: Wanted, left: Member | None) -> Wanted:
    """« Il est remplacé au même poste par Luc Roy »: what the one who leaves was."""
    post = post_of(left, turn.text) if left is not None else {}
    wanted.function = wanted.function or post.get("function")
    is_told = {*plain(wanted.organisation or "").split()} <= {*plain(turn.text).split()}
    if wanted.organisation is None or not is_told:  # that of others is but inferred
        wanted.organisation = post.get("organisation") or wanted.organisation
    return wanted


async def serve_teammate(turn: Turn, party: Party, change: Change) -> bool:
    """A teammate says of themselves that they do not come; the rest is the contact person's."""
    own = party.member_at(turn.address)
    leaves = change.kind is Kind.LEAVE and change.who is not None
    if own is not None and leaves and party.everyone[change.who or 0] is own:
        await withdrawing.ask(turn, phrases.tag(own))
    elif change.value is None:
        return False
    else:
        await mine.show_contact_only(turn, party)
    return True


async def serve(turn: Turn, party: Party, change: Change, told: Sequence[Person]) -> bool:
    """Ask about one change in its own words, or do what leads to it; whether it is one."""
    if not party.members and change.kind in (Kind.LEAVE, Kind.LEAVE_ALL, Kind.SIZE):
        return False  # those who only wait leave the list
    leaves = change.kind is Kind.LEAVE and len(party.everyone) == 1
    if change.kind is Kind.LEAVE_ALL or leaves:
        await cancelling.give_up(turn)
        return True
    if not turn.books.is_open:
        await _serve_closed(turn, party, change)
        return True
    if not await mine.is_contact_person(turn):
        return True
    match change.kind:
        case Kind.LEAVE:
            await _leave(turn, change.who)
        case Kind.SIZE:
            return await _count(turn, change)
        case Kind.ADD:
            await add(turn, change.value, told)
        case Kind.REPLACE:
            await _replace(turn, change, told)
        case _:
            return await _correct(turn, change)
    return True


async def _serve_closed(turn: Turn, party: Party, change: Change) -> None:
    """Once registration is closed nobody new comes in; who does not come is noted."""
    member = member_at(party, change.who)
    if change.kind is Kind.LEAVE and member is not None:
        await withdrawing.ask(turn, phrases.tag(member))
    elif change.kind is Kind.LEAVE:
        await cancelling.give_up(turn)
    elif change.kind is Kind.REPLACE and member is not None and turn.books.hears_absences:
        reach = phrases.reach(turn.words, turn.event)
        if party.may_leave(member):
            absent = turn.button("replace.absent", withdrawing.ask, phrases.tag(member))
        else:
            absent = turn.button("replace.absent", cancelling.give_up, party.code)
        turn.say(
            turn.words("replace.closed", contact=reach, name=member.name),
            (absent,),
            (turn.button("button.menu", menu.show),),
        )
    else:
        registration.say_closed(turn)


async def _leave(turn: Turn, who: int | None) -> None:
    if who is not None:
        await withdrawing.ask(turn, phrases.tag(turn.party.everyone[who]))
        return
    if turn.party.registrar_at(turn.address) is not None and writers.does_not_come(turn.text):
        turn.say(turn.words("name.not_coming"))  # they register others, and say so again
        return
    await ask_who_leaves(turn)


async def ask_who_leaves(turn: Turn) -> None:
    """Ask which of the party does not come."""
    _choose(turn, turn.words("amend.who_leaves"), withdrawing.ask)


async def ask_who_is_replaced(turn: Turn) -> None:
    """Ask in whose place somebody comes."""
    _choose(turn, turn.words("amend.who_replaced"), changes.replace_)


def _choose(turn: Turn, question: Markup, to: Verb) -> None:
    """Ask whom it is about."""
    everyone = turn.party.everyone
    buttons = [turn.labelled(one.name, to, phrases.tag(one)) for one in everyone]
    named = {one.first_name: button for one, button in zip(everyone, buttons, strict=True)}
    nothing = (turn.button("amend.nothing", mine.show),)
    turn.choose(question, *((one,) for one in buttons), nothing, named=named)


async def _count(turn: Turn, change: Change) -> bool:
    """More of them: who comes too? Fewer: who does not come? As many: nothing changes."""
    number = len(turn.party.everyone)
    if change.value is None:
        await changes.show(turn, "")
    elif change.value == number:
        return False
    elif isinstance(change.value, int) and change.value > number:
        await changes.add(turn, "")
    elif change.value == 1 and number == 2:
        known = leaving.people(turn, turn.party)
        others = [at for at, one in enumerate(known) if not one.is_writing]
        await _leave(turn, others[0])
    else:
        await _leave(turn, None)
    return True


async def add(turn: Turn, newcomer: int | str | Name | None, told: Sequence[Person]) -> None:
    """Ask whether somebody comes too, by their name; without one, who does."""
    if isinstance(newcomer, Name) and changes.may_grow(turn, turn.party):
        ask = turn.words("amend.add", new=" ".join(newcomer))
        if len(await turn.parties()) > 1:
            names = turn.words.listing(one.name for one in turn.party.everyone)
            ask = turn.words("amend.add_with", new=" ".join(newcomer), names=names)
        reworded.confirm(turn, ask, _bringing(Kind.ADD, newcomer, told))
    else:
        await changes.add(turn, "")


def _bringing(kind: Kind, name: Name, told: Sequence[Person], tag: str = "") -> Wanted:
    new = Newcomer.among(told, name)
    return Wanted(
        kind=kind,
        value=bare(name),
        tag=tag,
        function=new.function,
        organisation=new.organisation,
        email=new.email,
        phone=new.phone,
    )


async def _replace(turn: Turn, change: Change, told: Sequence[Person]) -> None:
    member = member_at(turn.party, change.who)
    if member is None and await usecases.change.vacancy(turn.books, turn.party) is not None:
        await add(turn, change.value, told)
    elif member is None:
        await ask_who_is_replaced(turn)
    elif isinstance(change.value, Name):
        is_own = not turn.acting_for and member is turn.party.spoken_to_at(turn.address)
        key = "amend.replace_self" if is_own else "amend.replace"
        ask = turn.words(key, new=" ".join(change.value), old=member.name)
        wanted = _bringing(Kind.REPLACE, change.value, told, phrases.tag(member))
        wanted = _at_the_post(turn, wanted, member)
        reworded.confirm(turn, ask, wanted)
    else:
        await changes.replace_(turn, phrases.tag(member))


def member_at(party: Party, who: int | None) -> Member | None:
    """The member a change is about; None: nobody in particular."""
    return None if who is None else party.everyone[who]


async def _correct(turn: Turn, change: Change) -> bool:
    """Ask whether something is otherwise; whether it is: what is said again is no change."""
    if change.value is None:
        await changes.show(turn, _step(change))
        return True
    member = member_at(turn.party, change.who) or turn.party.contact
    anybodys = turn.party.everyone if change.who is None else [member]
    if any(change.value in (one.email, one.phone) for one in anybodys):
        return False
    if isinstance(change.value, Name):
        ask = turn.words("amend.rename", new=" ".join(change.value), old=member.name)
    else:
        ask = _asked_reach(turn, change, "amend")
    if _is_plain(turn, change):
        await reworded.do_at_once(turn, _wanted(turn, change, ()))
    else:
        reworded.confirm(turn, ask, _wanted(turn, change, ()))
    return True


_MINE = re.compile(r"\b(?:mon|ma|my)\b|\b(?:je|i) (?:\w+ ){0,3}(?:joign\w+|reach\w*)\b")
_UNSURE = re.compile(
    r"\b(?:crois|pense|peut etre|sans doute|je ne sais|je sais pas|i think|maybe)\b"
)


def _is_plain(turn: Turn, change: Change) -> bool:
    """How who writes, or somebody who is named, is reached now: that is sure and loses nobody."""
    if change.kind not in (Kind.EMAIL, Kind.PHONE) or turn.acting_for:
        return False
    said = normal(turn.text)
    is_asked = "?" in turn.text and not said_changes.is_request(turn.text)
    if is_asked or _UNSURE.search(said) or said_changes.is_refused(turn.text):
        return False
    member = member_at(turn.party, change.who) or turn.party.contact
    if member is turn.party.contact is turn.party.spoken_to_at(turn.address):
        return "?" not in turn.text and _MINE.search(said) is not None
    people = leaving.people(turn, turn.party)
    return known_people.named(said, people) == change.who is not None


def _step(change: Change) -> str:
    """The step that asks for what is to be corrected; empty: it is not said which."""
    match change.kind:
        case Kind.EMAIL:
            return Email.name
        case Kind.PHONE:
            return Phone.name
        case _:
            return f"{MemberName.topic}.{change.who + 1}" if change.who is not None else ""
