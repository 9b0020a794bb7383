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
    taking_over,
    waiting_list,
    withdrawing,
)
from bot.conversation.turn import Turn
from bot.domain.keys import PartyCode
from bot.domain.party import Member, Party, Registrar
from bot.domain.seats import NoRoom
from bot.store.notes import Note

topic = Topic("party_file", who=Who.ORGANISERS)

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


def opening_button(turn: Turn, party: Party) -> Button:
    """« PIL-7F3K : Marie Dupont et Paul Martin »."""
    names = turn.words.listing(member.name for member in party.everyone)
    return turn.labelled(
        turn.words.plain("mine.one", code=party.code, names=names), show, party.code
    )


def back_button(turn: Turn, code: str) -> Button:
    """« Retour à la fiche »."""
    return turn.button("acting.back", show, code)


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
            turn.button("file.cancel", ask_to_cancel, code),
        ),
        (turn.button("button.list", party_list.show_all), turn.button("button.desk", desk.show)),
    ]


async def _list_rows(turn: Turn, party: Party) -> list[tuple[Button, ...]]:
    """Into the day, onto the list, off it."""
    rows: list[tuple[Button, ...]] = []
    if party.waiting:
        standing = await usecases.waiting_list.standing(turn.books, party)
        rows.append((turn.button("file.let_in", ask_to_let_in, party.code),))
        listed = standing.rank is not None or standing.offer_ends is not None
        back = turn.button("offer.again", waiting_list.join, party.code)
        rows[0] += () if listed else (back,)
    if party.members:
        rows.append((turn.button("file.to_list", ask_to_wait, party.code),))
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
    if party is None:
        return
    await turn.books.notes.add(party.key, Note(turn.now, turn.called, turn.text))
    await turn.journal("party_noted", after=turn.text, party=party)
    await show(turn, code, preface=turn.words("file.noted"))


# ---- cancelling


@topic.pressed("file_cancel")
async def ask_to_cancel(turn: Turn, code: str) -> None:
    """Ask whether the party is really cancelled, and with which word to its people."""
    party = await opened(turn, code)
    if party is None:
        return
    words = turn.words
    ask = words("cancel.ask", code=code) + Markup(" ")
    ask += words("cancel.ask_seats", n=party.seats) if party.members else words("file.leaves_list")
    told = [words("file.will_be_told" if party.owners else "file.call_them", **_call(turn, party))]
    turn.confirm(
        PARAGRAPH.join([ask, *told]),
        turn.button("cancel.yes", cancel, code),
        turn.button("button.no_keep_coming", show, code),
        (turn.button("file.cancel_with_word", ask_word, code),) if party.owners else (),
    )


def _call(turn: Turn, party: Party) -> dict[str, object]:
    contact = party.contact
    return {"name": contact.name, "reached": phrases.reached(contact)}


@topic.pressed("file_word")
async def ask_word(turn: Turn, code: str) -> None:
    """Ask for the word that goes with the cancellation."""
    party = await opened(turn, code)
    if party is not None:
        keep = turn.button("button.no_keep_coming", show, code)
        turn.prompt(turn.words("file.ask_word"), cancel_with_word, code, (keep,))


@topic.written("file_worded")
async def cancel_with_word(turn: Turn, code: str) -> None:
    """Cancel, with what was written."""
    turn.word = turn.text
    await cancel(turn, code)


@topic.pressed("file_cancels")
async def cancel(turn: Turn, code: str) -> None:
    """Cancel the party; its owners are told."""
    party = await opened(turn, code)
    if party is None:
        return
    await usecases.change.cancel(turn.books, party)
    done = turn.words(
        "file.cancel_done" if party.owners else "file.cancel_done_call", **_call(turn, party)
    )
    await acting.end(turn)
    turn.show(
        PARAGRAPH.join([turn.words("file.cancelled", code=code), done]),
        (turn.button("file.history", show_history, code),),
        (turn.button("button.list", party_list.show_all), turn.button("button.desk", desk.show)),
    )


# ---- into the day, onto the list


@topic.pressed("file_let_in")
async def ask_to_let_in(turn: Turn, code: str) -> None:
    """Say what it means to let in those who wait, and ask."""
    party = await opened(turn, code)
    if party is None:
        return
    count, n = await usecases.desk.room(turn.books, party), len(party.waiting)
    if not n:
        await show(turn, code, preface=turn.words("file.nobody_waits"))
        return
    names = turn.words.listing(one.name for one in party.waiting)
    if count.free >= n:
        ask = turn.words("file.ask_let_in", n=n, names=names, free=count.free)
        yes = turn.button("file.let_in_yes", let_in, code)
    else:
        would = {"would": count.taken + n, "capacity": count.capacity}
        ask = turn.words("file.ask_let_in_beyond", n=n, names=names, **would)
        yes = turn.button("file.let_in_beyond", let_in_beyond, code)
    turn.confirm(ask, yes, turn.button("button.no_keep_coming", show, code))


@topic.pressed("file_enter")
async def let_in(turn: Turn, code: str) -> None:
    """Let them in, if there is still room."""
    party = await opened(turn, code)
    if party is None:
        return
    if not party.waiting:
        await show(turn, code, preface=turn.words("file.nobody_waits"))
        return
    _note_let_in(turn, party, "party_let_in")
    if isinstance(await usecases.desk.let_in(turn.books, party), NoRoom):
        await ask_to_let_in(turn, code)
    else:
        await show(turn, code, preface=turn.words("file.let_in_done", n=len(party.waiting)))


@topic.pressed("file_beyond")
async def let_in_beyond(turn: Turn, code: str) -> None:
    """Let them in beyond the capacity."""
    party = await opened(turn, code)
    if party is None:
        return
    if not party.waiting:
        await show(turn, code, preface=turn.words("file.nobody_waits"))
        return
    _note_let_in(turn, party, "party_let_in_beyond")
    await usecases.desk.let_in_beyond(turn.books, party)
    await show(turn, code, preface=turn.words("file.let_in_done", n=len(party.waiting)))


def _note_let_in(turn: Turn, party: Party, deed: str) -> None:
    """What the journal says of it, and the party's people."""
    names = turn.words.listing(one.name for one in party.waiting)
    turn.deed = deed
    turn.word = turn.words.plain("letter.let_in", n=len(party.waiting), names=names)


@topic.pressed("file_to_list")
async def ask_to_wait(turn: Turn, code: str) -> None:
    """Say what becomes of the seats of a party that is sent to the list, and ask."""
    party = await opened(turn, code)
    if party is None:
        return
    count = await turn.seats()
    others = count.waiting > 0 or count.missing >= party.seats
    key = "file.ask_to_list" if others else "file.ask_to_list_alone"
    turn.confirm(
        turn.words(key, n=party.seats),
        turn.button("file.to_list_yes", send_to_list, code),
        turn.button("button.no_keep_coming", show, code),
    )


@topic.pressed("file_waits")
async def send_to_list(turn: Turn, code: str) -> None:
    """Let the party wait, at the end of the list."""
    party = await opened(turn, code)
    if party is None:
        return
    if party.members:
        turn.deed, turn.word = "party_sent_to_list", turn.words.plain("letter.to_list")
        await usecases.desk.send_to_list(turn.books, party)
    await show(turn, code, preface=turn.words("file.to_list_done"))
