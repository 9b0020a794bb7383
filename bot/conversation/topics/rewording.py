"""Changes of what is registered, said in words: « c’est Luc Bonnet qui vient à ma place ».

Each is confirmed once, by its name; then it does what the buttons of « Modifier » do.
"""

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from bot import usecases
from bot.conversation import given, phrases, putting_right, striking
from bot.conversation.buttons import Verb
from bot.conversation.messages import Button
from bot.conversation.newcomers import Newcomer, bare, name_of, names_of
from bot.conversation.state import Wanted, new_draft_id
from bot.conversation.steps.contact import Email, Phone
from bot.conversation.steps.member import MemberName
from bot.conversation.topic import Topic
from bot.conversation.topics import (
    cancelling,
    changes,
    menu,
    mine,
    registration,
    withdrawing,
)
from bot.conversation.turn import Turn
from bot.domain.party import Member, Party, Registrar
from bot.typography import spoken_phone
from bot.understanding import changes as said_changes
from bot.understanding import signatures, wishes
from bot.understanding.changes import Change, Kind
from bot.understanding.known_people import Known, People
from bot.understanding.names import Name
from bot.understanding.people import Person
from bot.understanding.sentences import sentences

topic = Topic("rewording")


@topic.heard
async def hear(turn: Turn, text: str) -> bool:
    """Do what is meant, or ask whether it is; whether a change of theirs is."""
    party = await turn.registered()
    if party is None:
        return False
    text = signatures.without(text)
    people = _people(turn, party)
    if mine.is_contact(turn, party) and await _struck(turn, party, text):
        return True
    told = given.read(turn, text).people
    change = _meant(turn, party, people, text, told)
    if change is None:
        return (
            await putting_right.put_right(turn, party, text)
            or await _hear_taken_back(turn, text)
            or await _told_of(turn, party, text, told)
        )
    if mine.is_contact(turn, party):
        has_served = await _serve(turn, party, change, told)
        if turn.dialogue.change is not None:
            turn.dialogue.change.then = _besides(turn, people, text, change)
        return has_served
    return await _serve_teammate(turn, party, change)


def _besides(turn: Turn, people: People, text: str, change: Change) -> str:
    """What a message says in other sentences than the one that tells a change, where it does."""
    said = sentences(text)
    for at, one in enumerate(said):
        named = names_of(given.read(turn, one).people)
        if said_changes.read(one, people, named=named, is_recap=True) == change:
            return " ".join(said[:at] + said[at + 1 :])
    return ""


async def _told_of(turn: Turn, party: Party, text: str, told: Sequence[Person]) -> bool:
    """« Luc Bonnet, adjoint à Roisey », without a word more: does he come too?"""
    may = mine.is_contact(turn, party) and turn.may_change and changes.may_grow(turn, party)
    new = [
        one
        for one in told
        if one.name and said_changes.alike(one.name, _people(turn, party)) is None
    ]
    if not may or "?" in text or len(new) != 1 or not (new[0].function or new[0].organisation):
        return False
    turn.party = party
    await _add(turn, new[0].name, told)
    return True


async def _hear_taken_back(turn: Turn, text: str) -> bool:
    """« Non, je n’annule pas, je voulais savoir »: nothing is changed."""
    if "?" in text or not wishes.takes_back(text):
        return False
    turn.say(
        turn.words("change.taken_back"),
        (turn.button("button.mine", mine.show), turn.button("button.menu", menu.show)),
    )
    return True


async def _struck(turn: Turn, party: Party, text: str) -> bool:
    """Take words out of the one answer that has them: « enlevez le « euh » »; whether it does."""
    if not turn.books.is_open:
        return False
    found = striking.found(text, party.territory, party.everyone)
    if found is None:
        return False
    if found.member is None:
        await usecases.change.move(turn.books, party, found.rest)
    else:
        await usecases.change.correct(turn.books, party, found.member, {found.key: found.rest})
    await mine.show(turn, "", preface=turn.words("change.struck", value=found.rest))
    return True


def _people(turn: Turn, party: Party) -> People:
    writing = None if turn.acting_for else party.spoken_to_at(turn.address)
    return [
        Known(one.first_name, one.last_name, one.function, is_writing=one is writing)
        for one in party.everyone
    ]


def _meant(
    turn: Turn, party: Party, people: People, text: str, told: Sequence[Person]
) -> Change | None:
    """The change that a text tells, or tells anew after a no; `told`: whom it tells of."""
    country, named = turn.event.country, names_of(told)
    pending = turn.dialogue.change if turn.awaited is not None else None
    if pending is not None and said_changes.is_refused(text):
        at = next((one for one in party.everyone if phrases.tag(one) == pending.tag), None)
        before = Change(pending.kind, None if at is None else at.place - 1, pending.value)
        again = said_changes.instead(text, before, people, named=named, country=country)
        if again is not None:
            return again
    return said_changes.read(text, people, named=named, country=country, is_recap=True)


async def _serve_teammate(turn: Turn, party: Party, change: Change) -> bool:
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


async def _serve(turn: Turn, party: Party, change: Change, told: Sequence[Person]) -> bool:
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
            await _add(turn, change.value, told)
        case Kind.REPLACE:
            await _replace(turn, change, told)
        case _:
            return await _correct(turn, change)
    return True


async def _serve_closed(turn: Turn, party: Party, change: Change) -> None:
    """Once registration is closed nobody new comes in; who does not come is noted."""
    member = _member(party, change.who)
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


# ---- who comes


async def _leave(turn: Turn, who: int | None) -> None:
    if who is not None:
        await withdrawing.ask(turn, phrases.tag(turn.party.everyone[who]))
        return
    _choose(turn, turn.words("amend.who_leaves"), withdrawing.ask)


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
        others = [at for at, one in enumerate(_people(turn, turn.party)) if not one.is_writing]
        await _leave(turn, others[0])
    else:
        await _leave(turn, None)
    return True


async def _add(turn: Turn, newcomer: int | str | Name | None, told: Sequence[Person]) -> None:
    if isinstance(newcomer, Name):
        ask = turn.words("amend.add", new=" ".join(newcomer))
        _confirm(turn, ask, _bringing(Kind.ADD, newcomer, told))
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
    )


async def _replace(turn: Turn, change: Change, told: Sequence[Person]) -> None:
    member = _member(turn.party, change.who)
    if member is None and await usecases.change.vacancy(turn.books, turn.party) is not None:
        await _add(turn, change.value, told)
    elif member is None:
        _choose(turn, turn.words("amend.who_replaced"), changes.replace_)
    elif isinstance(change.value, Name):
        is_own = not turn.acting_for and member is turn.party.spoken_to_at(turn.address)
        key = "amend.replace_self" if is_own else "amend.replace"
        ask = turn.words(key, new=" ".join(change.value), old=member.name)
        wanted = _bringing(Kind.REPLACE, change.value, told, phrases.tag(member))
        _confirm(turn, ask, wanted)
    else:
        await changes.replace_(turn, phrases.tag(member))


def _member(party: Party, who: int | None) -> Member | None:
    return None if who is None else party.everyone[who]


# ---- what is written of them


async def _correct(turn: Turn, change: Change) -> bool:
    """Ask whether something is otherwise; whether it is: what is said again is no change."""
    if change.value is None:
        await changes.show(turn, _step(change))
        return True
    member = _member(turn.party, change.who) or turn.party.contact
    if change.value in (member.email, member.phone):
        return False
    is_own = not turn.acting_for and member is turn.party.contact
    if isinstance(change.value, Name):
        ask = turn.words("amend.rename", new=" ".join(change.value), old=member.name)
    else:
        shown = str(change.value)
        shown = spoken_phone(shown) if change.kind is Kind.PHONE else shown
        key = f"amend.{change.kind}" if is_own else f"amend.{change.kind}_of"
        ask = turn.words(key, value=shown, name=member.name)
    tag = "" if isinstance(member, Registrar) else phrases.tag(member)
    _confirm(turn, ask, Wanted(kind=change.kind, value=bare(change.value), tag=tag))
    return True


def _step(change: Change) -> str:
    """The step that asks for what is to be corrected; empty: it is not said which."""
    match change.kind:
        case Kind.EMAIL:
            return Email.name
        case Kind.PHONE:
            return Phone.name
        case _:
            return f"{MemberName.topic}.{change.who + 1}" if change.who is not None else ""


# ---- confirming


def _confirm(turn: Turn, ask: Markup, wanted: Wanted) -> None:
    wanted.id = new_draft_id()
    turn.dialogue.change = wanted
    yes: Button = turn.button("button.yes", do, wanted.id)
    turn.confirm(ask, yes, turn.button("amend.no", do_not, wanted.id))


@topic.pressed("reword")
async def do(turn: Turn, wanted_id: str) -> None:
    """Yes: change what was named."""
    wanted = turn.dialogue.change
    if wanted is None or wanted.id != wanted_id or not wanted_id:
        turn.toast("toast.old")
        return
    if not await mine.is_contact_person(turn):
        return
    turn.dialogue.change = None
    member = phrases.tagged(turn.party, wanted.tag) if wanted.tag else None
    if wanted.tag and member is None:
        await mine.show(turn, preface=turn.words("change.gone"))
    elif member is None and wanted.kind in (Kind.EMAIL, Kind.PHONE):
        await _reach(turn, wanted)
    elif member is None:
        await changes.add(turn, "", newcomer=Newcomer.wanted(wanted))
    elif wanted.kind is Kind.REPLACE:
        await changes.replace_by(turn, member, Newcomer.wanted(wanted))
    else:
        await _write(turn, member, wanted)


async def _reach(turn: Turn, wanted: Wanted) -> None:
    """Another address or number of an owner who does not come."""
    contact = turn.party.contact
    if isinstance(contact, Registrar):
        answers = {**contact.answers, str(wanted.kind): str(wanted.value)}
        contact = replace(contact, answers=answers)
        turn.party = await usecases.change.reach(turn.books, turn.party, contact)
    await mine.show(turn, "", preface=turn.words("change.done"))


async def _write(turn: Turn, member: Member, wanted: Wanted) -> None:
    if wanted.kind is Kind.RENAME:
        name = name_of(wanted.value)
        answers = {"first_name": name.first, "last_name": name.last}
    else:
        answers = {str(wanted.kind): str(wanted.value)}
    turn.party = await usecases.change.correct(turn.books, turn.party, member, answers)
    if wanted.then and await hear(turn, wanted.then):
        return
    await mine.show(turn, "", preface=_done(turn, member, wanted))


def _done(turn: Turn, member: Member, wanted: Wanted) -> Markup:
    """That it is changed; what reaches another than the contact person stands nowhere below."""
    contact = turn.party.contact
    is_contact = isinstance(contact, Member) and contact.key == member.key
    if wanted.kind is Kind.RENAME or is_contact:
        return turn.words("change.done")
    value = str(wanted.value)
    shown = spoken_phone(value) if wanted.kind is Kind.PHONE else value
    return turn.words("change.reached", name=member.name, value=shown)


@topic.pressed("reword_no")
async def do_not(turn: Turn, _wanted_id: str) -> None:
    """No: everything stays as it is."""
    turn.dialogue.change = None
    await mine.show(turn, preface=turn.words("change.same"))
