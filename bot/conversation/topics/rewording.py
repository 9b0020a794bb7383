"""Changes of what is registered, said in words: « c’est Luc Bonnet qui vient à ma place ».

Each is confirmed once, by its name; then it does what the buttons of « Modifier » do.
"""

import re
from collections.abc import Sequence

from markupsafe import Markup

from bot import usecases
from bot.conversation import given, leaving, phrases, putting_right, several_parties, striking
from bot.conversation.buttons import Verb
from bot.conversation.newcomers import Newcomer, bare, names_of
from bot.conversation.phrases import LINE
from bot.conversation.state import Wanted
from bot.conversation.steps.contact import Email, Phone
from bot.conversation.steps.member import MemberName
from bot.conversation.topic import Topic
from bot.conversation.topics import (
    cancelling,
    changes,
    menu,
    mine,
    registration,
    reworded,
    withdrawing,
)
from bot.conversation.turn import Turn
from bot.domain.party import Member, Party
from bot.typography import spoken_phone
from bot.understanding import calling, clauses, known_people, mistyped, signatures, wishes
from bot.understanding import changes as said_changes
from bot.understanding import sentences as sentences_read
from bot.understanding.changes import Change, Kind
from bot.understanding.facts import Facts
from bot.understanding.known_people import Known, People
from bot.understanding.names import Name
from bot.understanding.normal import normal, plain
from bot.understanding.person import Person
from bot.understanding.telling import scene as telling

topic = Topic("rewording")


@topic.heard
async def hear(turn: Turn, text: str) -> bool:
    """Do what is meant, or ask whether it is; whether a change of theirs is."""
    party = await turn.registered()
    if party is None:
        return False
    text = mistyped.spelt_out(signatures.without(text))
    if mine.is_contact(turn, party) and await _struck(turn, party, text):
        return True
    if await _hear_taken_back(turn, text):
        return True
    people = _people(turn, party)
    is_request = said_changes.is_request(text)
    stated = text if is_request else sentences_read.without_questions(text)
    told = _told(turn, party, stated, people)
    if _tells_of_the_next(turn, told):
        return False
    told = await several_parties.of_this_party(turn, party, told)
    coming = _who_comes(turn, party, told, text) if _may_tell(text) else []
    if mine.is_contact(turn, party) and _may_tell(text):
        done = await putting_right.put_right(turn, party, told, text, people)
        party = done.party
        turn.dialogue.spoken_of = done.spoken_of
        asked = turn.awaited.leaving if turn.awaited is not None else ""
        coming = leaving.instead(coming, party, text, asked=asked)
        wanted = [*done.asked, *coming]
        if not any(one.kind is Kind.LEAVE_ALL for one in wanted):
            wanted = _by_clauses(turn, party, stated, told, wanted, is_more=done.is_changed)
        wanted = [_come_back(turn, party, text, one) for one in wanted]
        wanted.sort(key=lambda one: one.kind in _ASK_MORE)
        if wanted and await _serve_all(turn, party, wanted, told.people):
            return True
        if done.is_changed:
            await mine.show(turn, "", preface=turn.words("change.done"))
            return True
    change = _meant(turn, party, text, told)
    if change is None:
        return await putting_right.is_so(turn, party, text) or await _told_of(
            turn, party, text, told.people
        )
    if mine.is_contact(turn, party):
        return await _serve(turn, party, change, told.people)
    return await _serve_teammate(turn, party, change)


def _told(turn: Turn, party: Party, text: str, people: People) -> Facts:
    """What a message tells as a whole, and what its clauses tell besides."""

    def read(said: str) -> Facts:
        return putting_right.staying(given.read(turn, said, party=party), said, people)

    told, parts = read(text), clauses.clauses(text)
    for part in parts if len(parts) > 1 else ():
        told = told.beside(read(part))
    return told


def _come_back(turn: Turn, party: Party, text: str, change: Change) -> Change:
    """« Amandine ne vient plus, c’est moi qui viens », of who registered her: in her place."""
    aside = party.registrar_at(turn.address)
    is_leaving = change.kind in (Kind.LEAVE, Kind.LEAVE_ALL) and len(party.everyone) == 1
    if aside is None or not is_leaving or not _COMES_ONESELF.search(normal(text)):
        return change
    return Change(Kind.REPLACE, 0, Name(aside.first_name, aside.answers.get("last_name", "")))


_COMES_ONESELF = re.compile(
    r"\b(?:c est moi qui (?:viens|viendrai|y vais)|(?:finalement|du coup) je (?:viens|viendrai)"
    r"|je (?:re)?viens"
    r" (?:moi meme|a (?:sa|leur) place)|je (?:la|le) remplace|i (?:will|ll|am going to"
    r"|m) com\w+ (?:myself|instead))\b"
)


def _by_clauses(
    turn: Turn,
    party: Party,
    text: str,
    told: Facts,
    wanted: Sequence[Change],
    *,
    is_more: bool,
) -> list[Change]:
    """The changes that a message tells, with what single clauses tell besides.

    One clause alone tells no more than the message as a whole, unless something else was done
    already (`is_more`).
    """
    people, country = _people(turn, party), turn.event.country
    new = {one.email for one in told.people if not one.place}
    parts, found = clauses.clauses(text), [*wanted]
    for part in parts if len(parts) > 1 else ():
        one = said_changes.read(part, people, country=country, is_recap=True) or _renamed(
            people, part
        )
        if one is not None and one.value not in new and _is_news(party, one, found):
            found.append(one)
    return found if wanted or is_more or len(found) > 1 else []


def _renamed(people: People, text: str) -> Change | None:
    """« mon nom s’écrit Vassalle »: the one other name that a clause tells."""
    known = [
        telling.Known(one.first, one.last, one.function, is_writing=one.is_writing)
        for one in people
    ]
    told = calling.read(text, known)
    return next((Change(Kind.RENAME, at - 1, name) for at, name in told.items()), None)


def _is_news(party: Party, change: Change, wanted: Sequence[Change]) -> bool:
    """Whether a change says all that it needs, is none already, and nothing is said of them."""
    if change.kind is Kind.LEAVE:
        return change.who is not None and all(
            one.who != change.who or one.kind in _REACHES for one in wanted
        )
    if change.kind in _REACHES:
        reached = _member(party, change.who) or party.contact
        is_told = any((one.kind, one.who or 0) == (change.kind, change.who or 0) for one in wanted)
        values = {one.value for one in wanted} | {None, reached.email, reached.phone}
        return not is_told and change.value not in values
    if change.kind is Kind.RENAME and isinstance(change.value, Name):
        member = _member(party, change.who)
        is_told = any(one.who == change.who for one in wanted)
        return member is not None and not is_told and " ".join(change.value) != member.name
    return False


_REACHES = (Kind.EMAIL, Kind.PHONE)


def _tells_of_the_next(turn: Turn, told: Facts) -> bool:
    """« L’autre binôme : Claire Abadie… »: who was told of before and is registered next."""
    waiting = {plain(one.name) for one in turn.dialogue.later if one.name}
    return any(one.name and plain(" ".join(one.name)) in waiting for one in told.people)


_ASK_MORE = (Kind.REPLACE, Kind.ADD)
"""What may have to be asked of somebody new: what else is told is done before."""


def _may_tell(text: str) -> bool:
    """Whether a message tells something, and does not only ask."""
    stated, asked = sentences_read.parted(text)
    return not asked or bool(stated) or said_changes.is_request(text)


def _who_comes(turn: Turn, party: Party, told: Facts, text: str) -> list[Change]:
    return leaving.who_comes(
        party,
        told,
        text,
        people=_people(turn, party),
        country=turn.event.country,
        is_asked=_is_asked_who_leaves(turn, party),
    )


def _is_asked_who_leaves(turn: Turn, party: Party) -> bool:
    listed = turn.awaited.listed if turn.awaited is not None else []
    tags = map(phrases.tag, party.everyone)
    return bool(listed) and listed == [turn.labelled("", withdrawing.ask, tag).data for tag in tags]


async def _serve_all(
    turn: Turn, party: Party, wanted: Sequence[Change], told: Sequence[Person]
) -> bool:
    """Ask once whether all these changes are meant; one alone is asked about in its own words."""
    turn.party = party
    if len(wanted) == 1:
        return await _serve(turn, party, wanted[0], told)
    if not turn.books.is_open or not await mine.is_contact_person(turn):
        return False
    lines = [_line(turn, one) for one in wanted]
    first, *more = [_wanted(turn, one, told) for one in wanted]
    first.more = more
    reworded.confirm(turn, turn.words("amend.several", lines=LINE.join(lines)), first)
    return True


def _line(turn: Turn, change: Change) -> Markup:
    """A change in a few words, among others."""
    if change.kind in (Kind.EMAIL, Kind.PHONE):
        return _asked_reach(turn, change, "amend.line")
    member = _member(turn.party, change.who)
    old = member.name if member is not None else ""
    new = " ".join(change.value) if isinstance(change.value, Name) else ""
    return turn.words(f"amend.line.{change.kind}", old=old, new=new)


def _asked_reach(turn: Turn, change: Change, key: str) -> Markup:
    """Another address or number, of whom it is; `key`: what the key of the sentence begins with."""
    member = _member(turn.party, change.who) or turn.party.contact
    is_own = not turn.acting_for and member is turn.party.contact
    shown = str(change.value)
    shown = spoken_phone(shown) if change.kind is Kind.PHONE else shown
    of = "" if is_own else "_of"
    return turn.words(f"{key}.{change.kind}{of}", value=shown, name=member.name)


def _wanted(turn: Turn, change: Change, told: Sequence[Person]) -> Wanted:
    member = _member(turn.party, change.who)
    if change.kind in (Kind.EMAIL, Kind.PHONE) and isinstance(turn.party.contact, Member):
        member = member or turn.party.contact
    tag = phrases.tag(member) if member is not None else ""
    if isinstance(change.value, Name) and change.kind is not Kind.RENAME:
        return _bringing(change.kind, change.value, told, tag)
    return Wanted(kind=change.kind, value=bare(change.value), tag=tag)


async def _told_of(turn: Turn, party: Party, text: str, told: Sequence[Person]) -> bool:
    """« Luc Bonnet, adjoint à Roisey », without a word more: does he come too?"""
    may = mine.is_contact(turn, party) and turn.may_change and changes.may_grow(turn, party)
    new = [
        one
        for one in told
        if one.name and known_people.alike(one.name, _people(turn, party)) is None
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
    rest = [one for one in clauses.clauses(text) if not wishes.takes_back(one)]
    if rest and await turn.topics.hear(turn, ". ".join(rest)):
        return True
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


def _meant(turn: Turn, party: Party, text: str, told: Facts) -> Change | None:
    """The change that a text tells by its words, or tells anew after a no."""
    people, country, named = _people(turn, party), turn.event.country, names_of(told.people)
    pending = turn.dialogue.change if turn.awaited is not None else None
    if pending is not None and said_changes.is_refused(text):
        at = next((one for one in party.everyone if phrases.tag(one) == pending.tag), None)
        before = Change(pending.kind, None if at is None else at.place - 1, pending.value)
        again = said_changes.instead(text, before, people, named=named, country=country)
        if again is not None:
            return again
    found = said_changes.read(text, people, country=country, is_recap=True)
    return None if found is not None and _stays(found, told) else found


def _stays(change: Change, told: Facts) -> bool:
    """« Rose ne vient pas en voiture »: they are said to come whom cue words take out."""
    if change.kind is not Kind.LEAVE or change.who is None:
        return False
    return any(one.place == change.who + 1 and one.surely_comes for one in told.people)


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
        reworded.confirm(turn, ask, wanted)
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
    if isinstance(change.value, Name):
        ask = turn.words("amend.rename", new=" ".join(change.value), old=member.name)
    else:
        ask = _asked_reach(turn, change, "amend")
    reworded.confirm(turn, ask, _wanted(turn, change, ()))
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
