"""Who comes and who comes late, in words: « je serai en retard », « oui pour Paul et moi »."""

import re
from collections.abc import Iterator, Sequence
from datetime import time

from markupsafe import Markup

from bot import usecases
from bot.conversation import attending, more_than_coming, phrases
from bot.conversation.phrases import PARAGRAPH
from bot.conversation.topic import Topic
from bot.conversation.topics import cancelling, mine, rewording, withdrawing
from bot.conversation.turn import Turn
from bot.domain.keys import PartyCode
from bot.domain.party import Member, Party
from bot.understanding import (
    arrivals,
    clauses,
    known_people,
    lateness,
    openings,
    presence,
    wishes,
)
from bot.understanding.act import Act
from bot.understanding.known_people import Known, People
from bot.understanding.normal import normal, plain

topic = Topic("coming")


# ---- who is late


@topic.heard(Act.IS_LATE, Act.ASKS)
async def hear_late(turn: Turn, text: str) -> bool:
    """« Je serai en retard d’une demi-heure », whenever it is said."""
    is_told = turn.may(Act.IS_LATE)
    if is_told and await _hear_each(turn, text):
        return True
    start = turn.event.start
    (text, rest), whole = _parted(text, start), text
    stated = lateness.read(text, start) if is_told else None
    wondered = lateness.wondered(text, start) if stated is None else None
    minutes = wondered if stated is None else stated
    party = await turn.registered() if minutes is not None else None
    if minutes is None or party is None:
        return False
    if wondered is not None and _is_of_who_writes(turn, party, text):
        _offer(turn, wondered)
        return True
    said = await _note_late(turn, party, text, minutes)
    if said is None:
        return False
    said = PARAGRAPH.join([*await _hear_who_comes(turn, party, whole), said])
    if stated is None and not _ASKS_IF_NOTED.search(normal(text)):
        contact = phrases.reach(turn.words, turn.event)
        said = PARAGRAPH.join([said, turn.words("reminder.late_asked", contact=contact)])
    at = len(turn.replies)
    if rest and await turn.topics.hear(turn, rest):
        turn.say_before(at, [said])
        return True
    turn.say(said)
    turn.ask_again()
    return True


async def _hear_each(turn: Turn, text: str) -> bool:
    """« Paul à 11 h et moi à 10 h », « vers 10 h pour moi », « finalement plutôt 11 h »."""
    start = turn.event.start
    again = arrivals.again(text, start)
    if again is None and ("?" in text or not arrivals.may_tell(text)):
        return False
    party = await turn.registered()
    if party is None or not mine.is_contact(turn, party):
        return False
    people = attending.people(turn, party)
    late = arrivals.each(text, start, people)
    if again is not None and not late:
        late = _moved(party, people, text, again)
        writer = known_people.writing(people)
        if not late and writer is not None and await attending.reminded(turn):
            late = {writer: again} if known_people.named(normal(text), people) is None else {}
    if not late:
        return False
    for at, minutes in late.items():
        await usecases.notices.note_late_of(turn.books, party.members[at], minutes)
    each = [(party.members[at], by) for at, by in late.items()]
    said = _told_each(turn, people, each, is_of_several=len(await turn.parties()) > 1)
    lines, at = [*await _hear_who_comes(turn, party, text), said], len(turn.replies)
    absent = presence.read(text, people).absent - late.keys()
    if (
        absent
        and turn.may(Act.LEAVES)
        and await _hear_absent(turn, [(party, party.members[one]) for one in absent])
    ):
        turn.say_before(at, lines)
        return True
    turn.say(PARAGRAPH.join(lines))
    turn.ask_again()
    return True


def _moved(party: Party, people: People, text: str, minutes: int) -> dict[int, int]:
    """Who was late already, and comes at another hour: who is named, or the only one."""
    late = [at for at, one in enumerate(party.members) if one.late_minutes is not None]
    named = known_people.named(normal(text), people)
    if named is not None:
        return {named: minutes} if named in late else {}
    return {late[0]: minutes} if len(late) == 1 else {}


async def _hear_who_comes(turn: Turn, party: Party, text: str) -> list[Markup]:
    """Note who is said to come beside who is late, and say so."""
    parties = await turn.parties() if len(party.members) == 1 else [party]
    is_noted = await attending.note(turn, parties, text)
    if is_noted and (names := _all_told(turn, parties, text)):
        return [turn.words("reminder.thanks_of", names=names)]
    is_of_one = is_noted or len(parties) == len(party.members) == 1
    is_told = is_of_one and arrivals.says_yes_first(text, turn.event.start)
    return (
        [turn.words("reminder.coming_noted")] if is_told and await attending.reminded(turn) else []
    )


def _is_of_who_writes(turn: Turn, party: Party, text: str) -> bool:
    """Whether only who writes, and comes, may be late; and whether that is but wondered about."""
    is_coming = party.spoken_to_at(turn.address) in party.members
    is_noted = _ASKS_IF_NOTED.search(normal(text)) is not None
    return is_coming and lateness.who(text) is lateness.Who.WRITER and not is_noted


def _offer(turn: Turn, minutes: int) -> None:
    """« Et si j’arrive à 11 h ? »: nothing is noted before a yes."""
    words, contact = turn.words, turn.event.contact
    late = phrases.opening(phrases.arrival(words, turn.event, minutes))
    turn.confirm(
        words("reminder.late_wondered", late=late, name=contact.name, phone=contact.spoken_phone),
        turn.button("button.yes", come_late, str(minutes)),
        turn.button("amend.no", mine.show),
    )


@topic.pressed("come_late")
async def come_late(turn: Turn, minutes: str) -> None:
    """Yes: who writes comes so many minutes late."""
    party = await turn.registered()
    if party is None or not minutes.isdecimal():
        await mine.show(turn)
        return
    await usecases.notices.note_late(turn.books, party, turn.address, int(minutes))
    turn.say(_told_late(turn, int(minutes)))


def _all_told(turn: Turn, parties: Sequence[Party], text: str) -> str:
    """The names of all who are said to come, besides who is late; empty: it is told of one."""
    everyone = [one for party in parties for one in party.members]
    told = presence.read(
        text, [one for party in parties for one in attending.people(turn, party)]
    ).coming
    return turn.words.listing(everyone[at].name for at in sorted(told)) if len(told) > 1 else ""


def _parted(text: str, start: time) -> tuple[str, str]:
    """The clauses that tell who is late, and those of something else; all, where none does."""
    parts = clauses.clauses(text)
    late = [one for one in parts if lateness.read(one, start) is not None]
    rest = [
        one
        for one in parts
        if one not in late
        and (presence.says_away(one) or not presence.may_tell(one) or _BESIDES.search(normal(one)))
    ]
    if not rest or not late or any(map(lateness.is_of_another, late)):
        return text, ""
    return ". ".join(one for one in parts if one not in rest), ". ".join(rest)


_BESIDES = re.compile(r"\b(?:vient|viendra|viennent|viendront|comes?) (?:aussi|egalement|too)\b")
"""« et Karim Benali vient aussi »: somebody more, perhaps."""


@topic.heard()
async def hear_whose_lateness(turn: Turn, text: str) -> bool:
    """« Le retard, c’est pour Mme Perrin, pas pour moi »: it is theirs who are named."""
    party = await turn.registered() if lateness.is_moved(text) else None
    if party is None or not mine.is_contact(turn, party):
        return False
    people, said = attending.people(turn, party), normal(text)
    who = known_people.named(re.split(r"\b(?:pas|non|not)\b", said)[0], people)
    late = [one for one in party.members if one.late_minutes is not None]
    if who is None or len(late) != 1:
        return False
    minutes = late[0].late_minutes or lateness.UNSAID
    await usecases.notices.note_on_time(turn.books, late)
    await usecases.notices.note_late_of(turn.books, party.members[who], minutes)
    said = _told_late(turn, minutes, party.members[who].name)
    rest, at = _besides_lateness(text), len(turn.replies)
    if rest and await turn.topics.hear(turn, rest):
        turn.say_before(at, [said])
    else:
        turn.say(said)
    return True


def _besides_lateness(text: str) -> str:
    """The clauses of a text from which whose lateness it is, is not told."""
    parts = clauses.clauses(text)
    told = [
        one for one in parts if lateness.is_moved(one) or re.search(r"\b(?:pas|non) pour\b", one)
    ]
    return ". ".join(one for one in parts if one not in told) if told else ""


@topic.heard(Act.COMES, Act.IS_LATE, Act.CORRECTS)
async def hear_on_time(turn: Turn, text: str) -> bool:
    """« Enlevez le retard de Sandrine », « je serai à l’heure finalement »."""
    start = turn.event.start
    if not (lateness.is_taken_back(text) or lateness.is_on_time(text, start)):
        return False
    parties = [one for one in await turn.parties() if mine.is_contact(turn, one)]
    everyone = [(one, known) for each in parties for one, known in _with_known(turn, each)]
    late = [(one, known) for one, known in everyone if one.late_minutes is not None]
    named = known_people.named(normal(text), [known for _, known in everyone])
    if named is not None:
        meant = [everyone[named][0]]
    elif wishes.comes_oneself(text):
        meant = [one for one, known in everyone if known.is_writing]
    else:
        meant = [one for one, _ in late]
    if not meant:
        return False
    await usecases.notices.note_on_time(turn.books, meant)
    names = turn.words.listing(one.name for one in meant)
    turn.say(turn.words("reminder.on_time", names=names, n=len(meant)))
    return True


def _with_known(turn: Turn, party: Party) -> Iterator[tuple[Member, Known]]:
    yield from zip(party.members, attending.people(turn, party), strict=True)


_ASKS_IF_NOTED = re.compile(r"\b(?:not\w+|pris en compte|savez|prevenue?s?|noted)\b")
"""« avez-vous bien noté qu’il arrivera vers 10 h ? »: whether it matters is not asked."""


async def _note_late(turn: Turn, party: Party, text: str, minutes: int) -> Markup | None:
    """Note who comes late, and what is said of it; None: it is of nobody who comes."""
    late = [
        one for one in clauses.clauses(text) if lateness.read(one, turn.event.start) is not None
    ]
    text = ". ".join(late) or text
    who = lateness.who(text)
    other = _other_who_is_late(turn, party, text) if who is lateness.Who.NAMED else None
    if other is not None:
        await usecases.notices.note_late_of(turn.books, other, minutes)
        return _told_late(turn, minutes, other.name)
    reader = party.spoken_to_at(turn.address)
    is_unknown = who is lateness.Who.NAMED and (
        lateness.is_of_another(text) or _THEIRS.search(normal(text)) is not None
    )
    if who is not lateness.Who.ALL and (is_unknown or reader not in party.members):
        return None
    if who is lateness.Who.ALL:
        await usecases.notices.note_all_late(turn.books, party, turn.address, minutes)
    else:
        await usecases.notices.note_late(turn.books, party, turn.address, minutes)
    if who is lateness.Who.ALL or len(party.members) == 1:
        is_of_several = who is not lateness.Who.ALL and len(await turn.parties()) > 1
        name = reader.name if is_of_several and isinstance(reader, Member) else ""
        return _told_late(turn, minutes, name)
    return _told_own(turn, minutes)


_THEIRS = re.compile(r"\b(?:son|sa|ses|leur|his|her|their) (?!retard)\w+")
"""« son examen est l’après-midi »: not of who writes."""


def _told_late(turn: Turn, minutes: int, name: str = "") -> Markup:
    """« Paul Martin, 15 min de retard : c’est noté », « arrivée vers 14 h : c’est noté »."""
    words, organiser = turn.words, turn.event.contact.name
    late = phrases.arrival(words, turn.event, minutes)
    if name:
        return words("reminder.late_of", late=late, name=name, organiser=organiser)
    return words("reminder.late", late=phrases.opening(late), name=organiser)


def _told_each(
    turn: Turn, people: People, late: Sequence[tuple[Member, int]], *, is_of_several: bool
) -> Markup:
    """The same of one or several of a party: « Paul (1 h de retard) et Anne (15 min…) »."""
    words, organiser = turn.words, turn.event.contact.name
    if len(late) > 1:
        each = [
            words.plain("late.who", name=one.name, by=phrases.arrival(words, turn.event, minutes))
            for one, minutes in late
        ]
        return words("reminder.late", late=words.listing(each), name=organiser)
    ((member, minutes),) = late
    if len(people) == 1:
        return _told_late(turn, minutes, member.name if is_of_several else "")
    is_own = any(one.is_writing and one.words == {*plain(member.name).split()} for one in people)
    return _told_own(turn, minutes) if is_own else _told_late(turn, minutes, member.name)


def _told_own(turn: Turn, minutes: int) -> Markup:
    late = phrases.opening(phrases.arrival(turn.words, turn.event, minutes))
    return turn.words("reminder.late_self", late=late, name=turn.event.contact.name)


def _other_who_is_late(turn: Turn, party: Party, text: str) -> Member | None:
    """The one of the party that a sentence names, if it is not who writes."""
    people = attending.people(turn, party)
    at = known_people.named(normal(text), people)
    if at is None and lateness.is_of_another(text):
        late = [at for at, one in enumerate(party.members) if one.late_minutes is not None]
        at = late[0] if len(late) == 1 else known_people.only_other(people)
    return None if at is None or people[at].is_writing else party.members[at]


# ---- who comes


@topic.heard()
async def hear_asked(turn: Turn, text: str) -> bool:
    """« Vous avez bien noté que je viens ? », once they were reminded: yes, and it is."""
    parties = await attending.reminded(turn) if presence.asks_if_noted(text) else []
    if len(parties) != 1:
        return False
    party = parties[0]
    told = presence.read(text.replace("?", "."), attending.people(turn, party)).coming
    reader = party.spoken_to_at(turn.address)
    coming = [party.members[at] for at in sorted(told)] or [
        one for one in party.members if one is reader
    ]
    if not await usecases.notices.note_these_coming(turn.books, party, turn.address, coming):
        return False
    names = turn.words.listing(one.name for one in coming)
    turn.say(
        turn.words("reminder.noted", names=names),
        (turn.button("button.mine", mine.show),),
    )
    return True


@topic.heard(Act.COMES, Act.AGREES, Act.WAITS)
async def hear_present(turn: Turn, text: str) -> bool:
    """« Nos deux élus seront présents », « oui pour Paul et moi », once they were reminded.

    Where somebody else is said not to come, that is served by who hears it.
    """
    asks = "?" in text or openings.is_mine(text)
    parties = await attending.reminded(turn) if presence.may_tell(text) and not asks else []
    if not parties:
        return False
    if presence.is_supposed(text):
        turn.say(turn.words("reminder.supposed"))
        return True
    people = [one for party in parties for one in attending.people(turn, party)]
    said = presence.read(text, people)
    if not said.absent and turn.may_well(Act.LEAVES):
        return False  # « je pouré pas venir, noel il vien »: who leaves was not read
    is_noted = await attending.note(turn, parties, text)
    if not is_noted and not more_than_coming.brings_somebody(turn, people, text):
        return False
    everyone = [(party, one) for party in parties for one in party.members]
    names = turn.words.listing(everyone[at][1].name for at in sorted(said.coming))
    brings = more_than_coming.brings_somebody(turn, people, text)
    if brings or (len(parties) == 1 and more_than_coming.changes_more(turn, people, text, said)):
        return await _hear_change(turn, text, names=names)
    absent = [everyone[at] for at in sorted(said.absent)] if turn.may(Act.LEAVES) else []
    if absent:
        at = len(turn.replies)
        is_heard = await _hear_absent(turn, absent)
        if is_heard and names:
            turn.say_before(at, [turn.words("reminder.thanks_of", names=names)])
        return is_heard
    is_of_others = any(party.spoken_to_at(turn.address) not in party.members for party in parties)
    is_of_several = (len(everyone) > 1 or is_of_others) and bool(names)
    turn.say(turn.words("reminder.thanks_of" if is_of_several else "reminder.thanks", names=names))
    return True


async def _hear_change(turn: Turn, text: str, *, names: str) -> bool:
    """« Oui on vient, mais c’est Tessier, pas Teyssier »: what is put right, after who comes."""
    at = len(turn.replies)
    if not await rewording.hear(turn, text):
        return False
    if names:
        turn.say_before(at, [turn.words("reminder.thanks_of", names=names)])
    return True


async def _hear_absent(turn: Turn, absent: Sequence[tuple[Party, Member]]) -> bool:
    """« Oui pour nous deux, par contre Luc est malade »: whether that is asked about."""
    party, member = absent[0]
    if len(absent) != 1 or not mine.is_contact(turn, party):
        return False
    turn.dialogue.party = party.code if len(await turn.parties()) > 1 else PartyCode("")
    if party.may_leave(member):
        await withdrawing.ask(turn, phrases.tag(member))
    else:
        await cancelling.give_up(turn, party.code)
    return True
