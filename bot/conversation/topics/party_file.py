"""A party's file: all that is known of it, and the way to all that organisers can do with it.

Whoever opens it acts for the party from then on: see `bot.conversation.acting`.
"""

from datetime import datetime

from markupsafe import Markup

from bot import usecases
from bot.conversation import acting, phrases
from bot.conversation.messages import Button
from bot.conversation.phrases import LINE, PARAGRAPH
from bot.conversation.topic import Topic, Who
from bot.conversation.topics import (
    changes,
    desk,
    organisers,
    party_letters,
    party_list,
    party_seats,
    taking_over,
    waiting_list,
    withdrawing,
)
from bot.conversation.turn import Turn
from bot.domain.keys import PartyCode
from bot.domain.party import Member, Party, Registrar
from bot.store.notes import Note
from bot.understanding import command_words, replies
from bot.understanding.replies import Reply

topic = Topic("party_file", who=Who.ORGANISERS)

SHORT = 3
"""Words of a no; more of them are what is to be written."""

ENTRIES_SHOWN = 4
"""So many lines of its history, the last ones."""


@topic.command("fiche", who=Who.STAFF, in_menu=True)
async def show_by_code(turn: Turn, argument: str) -> None:
    """/fiche CODE."""
    if not argument.strip():
        turn.say(
            turn.words("file.which", prefix=turn.event.party_prefix),
            (turn.button("list.search", party_list.ask_what),),
            (turn.button("button.list", party_list.show_all),),
        )
        return
    await show(turn, argument.strip().upper())


@topic.pressed(acting.FILE.verb, who=Who.STAFF)
async def show(turn: Turn, code: str, *, preface: Markup | None = None) -> None:
    """The party of a code."""
    if not turn.is_organiser:
        await _show_names(turn, code)
        return
    party = await opened(turn, code, preface=preface)
    if party is None:
        return
    turn.frame = None  # it says itself for whom it is
    paragraphs = [preface, *turn.about(), await _state(turn, party), await _reached(turn, party)]
    paragraphs += [await _notes(turn, party), await _history(turn, party)]
    turn.show(PARAGRAPH.join(one for one in paragraphs if one), *await _rows(turn, party))


async def _show_names(turn: Turn, code: str) -> None:
    party = await turn.books.parties.of_code(PartyCode(code))
    rows = (turn.button("button.list", party_list.show_all), turn.button("button.desk", desk.show))
    if party is None:
        turn.show(turn.words("file.none", code=code), rows)
    else:
        turn.show(party_list.names_only(turn.words, party), rows)


async def opened(turn: Turn, code: str, *, preface: Markup | None = None) -> Party | None:
    """The party of a code, acted for from now on; None: there is none, and that was said."""
    party = await turn.books.parties.of_code(PartyCode(code))
    if party is not None:
        await acting.begin(turn, party)
        return party
    await acting.end(turn)
    was_there = bool(await turn.books.history.of_code(PartyCode(code)))
    said = turn.words("file.cancelled" if was_there else "file.none", code=code)
    turn.show(
        PARAGRAPH.join([preface, said] if preface else [said]),
        (turn.button("file.history", show_history, code),) if was_there else (),
        (turn.button("list.search", party_list.ask_what),),
        (turn.button("button.list", party_list.show_all), turn.button("button.desk", desk.show)),
    )
    return None


async def gave_up(turn: Turn, code: str) -> bool:
    """Whether « non », « annuler », « retour » was written in the place of what was asked for."""
    text = turn.text
    is_no = len(text.split()) <= SHORT and replies.read(text) is Reply.NO
    if not is_no and command_words.read(text) is None:
        return False
    await show(turn, code, preface=turn.words("change.same"))
    return True


def opening_button(turn: Turn, party: Party) -> Button:
    """« PIL-7F3K : Marie Dupont et Paul Martin »."""
    names = turn.words.listing(member.name for member in party.everyone)
    return turn.labelled(
        turn.words.plain("mine.one", code=party.code, names=names), show, party.code
    )


# ---- what is shown


async def _state(turn: Turn, party: Party) -> Markup:
    words = turn.words
    lines = [party_list.head(words, party)]
    lines += [party_list.member_line(words, party, member) for member in party.everyone]
    lines += [
        line for one in party.everyone for line in phrases.asked(words, turn.event.ask, one.answers)
    ]
    lines += phrases.asked(words, turn.event.ask, party.answers)
    if party.waiting:
        lines.append(await _waits(turn, party))
    vacancy = await usecases.change.vacancy(turn.books, party)
    if vacancy is not None:
        until = phrases.until(words, vacancy.expires_at)
        lines.append(words("file.vacancy", until=until))
    return LINE.join(lines)


async def _waits(turn: Turn, party: Party) -> Markup:
    standing = await usecases.waiting_list.standing(turn.books, party)
    n = len(party.waiting)
    if standing.offer_ends is not None:
        return turn.words("file.offered", n=n, until=phrases.until(turn.words, standing.offer_ends))
    if standing.rank is None:
        return turn.words("file.off_list", n=n)
    return turn.words("file.waits", n=n, rank=turn.words.rank(standing.rank))


async def _reached(turn: Turn, party: Party) -> Markup:
    words, contact = turn.words, party.contact
    people: list[Member | Registrar] = [*party.everyone, *party.registrars]
    lines = party_list.contact(words, party)
    lines += [
        words("file.reached", name=one.name, reached=phrases.reached(one))
        for one in people
        if one != contact and phrases.reached(one)
    ]
    unreached = await turn.books.deliveries.unreached()
    told = party_list.unreachable(words, party, unreached)
    lines += told or [words("file.chats", n=len(party.addresses))]
    coming = [one.name for one in party.members if one.coming_at is not None]
    if coming:
        lines.append(words("file.coming", n=len(coming), names=words.listing(coming)))
    return LINE.join(lines)


async def _notes(turn: Turn, party: Party) -> Markup:
    notes = await turn.books.notes.of(party.key)
    lines = [
        turn.words("file.note", when=_when(turn, one.at), who=one.who, note=one.note)
        for one in notes
    ]
    return LINE.join([turn.words("file.notes"), *lines]) if lines else Markup()


async def _history(turn: Turn, party: Party) -> Markup:
    entries = await turn.books.history.of_code(party.code)
    shown = [organisers.line(turn.words, one) for one in entries[-ENTRIES_SHOWN:]]
    return LINE.join([turn.words("file.history_title"), *shown])


def _when(turn: Turn, at: datetime) -> str:
    return turn.words.plain(
        "headcount.when", day=turn.words.short_day(at), hour=turn.words.hour(at)
    )


async def _rows(turn: Turn, party: Party) -> list[tuple[Button, ...]]:
    code = party.code
    grows = (turn.button("change.add", changes.add),) if changes.may_grow(turn, party) else ()
    rows: list[tuple[Button, ...]] = [(turn.button("button.change", changes.show), *grows)]
    if await usecases.change.vacancy(turn.books, party) is not None:
        rows.append((turn.button("file.stay", withdrawing.stay),))
    rows += await _list_rows(turn, party)
    return [
        *rows,
        (
            turn.button("file.write", party_letters.ask_what, code),
            turn.button("file.note_down", ask_note, code),
        ),
        (turn.button("file.link", taking_over.send_link, code),),
        (
            turn.button("file.history", show_history, code),
            turn.button("file.cancel", party_seats.ask_to_cancel, code),
        ),
        (turn.button("button.list", party_list.show_all), turn.button("button.desk", desk.show)),
    ]


async def _list_rows(turn: Turn, party: Party) -> list[tuple[Button, ...]]:
    """Into the day, onto the list, off it."""
    rows: list[tuple[Button, ...]] = []
    if party.waiting:
        standing = await usecases.waiting_list.standing(turn.books, party)
        rows.append((turn.button("file.let_in", party_seats.ask_to_let_in, party.code),))
        listed = standing.rank is not None or standing.offer_ends is not None
        back = turn.button("offer.again", waiting_list.join, party.code)
        rows[0] += () if listed else (back,)
    if party.members:
        rows.append((turn.button("file.to_list", party_seats.ask_to_wait, party.code),))
    return rows


@topic.pressed("file_history")
async def show_history(turn: Turn, code: str) -> None:
    """All that happened to a party."""
    await organisers.show_history(turn, code)


# ---- noting something


@topic.pressed("file_note")
async def ask_note(turn: Turn, code: str) -> None:
    """Ask for what is to be noted."""
    if await opened(turn, code) is not None:
        turn.prompt(turn.words("file.ask_note"), note_down, code)


@topic.written("file_noted")
async def note_down(turn: Turn, code: str) -> None:
    """Keep what was written, for organisers only."""
    party = await opened(turn, code)
    if party is None or await gave_up(turn, code):
        return
    await turn.books.notes.add(party.key, Note(turn.now, turn.called, turn.text))
    await turn.journal("party_noted", after=f"{code} : {phrases.shortened(turn.text)}", party=party)
    await show(turn, code, preface=turn.words("file.noted"))
