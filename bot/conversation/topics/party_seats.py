"""What organisers decide of a party's seats: it is cancelled, let in, or sent to the list."""

from markupsafe import Markup

from bot import usecases
from bot.conversation import acting, phrases
from bot.conversation.phrases import PARAGRAPH
from bot.conversation.topic import Topic, Who
from bot.conversation.topics import desk, party_file, party_list
from bot.conversation.turn import Turn
from bot.domain.party import Party
from bot.domain.seats import NoRoom

topic = Topic("party_seats", who=Who.ORGANISERS)

# ---- cancelling


@topic.pressed("file_cancel")
async def ask_to_cancel(turn: Turn, code: str) -> None:
    """Ask whether the party is really cancelled, and with which word to its people."""
    party = await party_file.opened(turn, code)
    if party is None:
        return
    words = turn.words
    ask = words("cancel.ask", code=code) + Markup(" ")
    ask += words("cancel.ask_seats", n=party.seats) if party.members else words("file.leaves_list")
    told = [words("file.will_be_told" if party.owners else "file.call_them", **_call(turn, party))]
    turn.confirm(
        PARAGRAPH.join([ask, *told]),
        turn.button("cancel.yes", cancel, code),
        turn.button("button.no_keep_coming", party_file.show, code),
        (turn.button("file.cancel_with_word", ask_word, code),) if party.owners else (),
    )


def _call(turn: Turn, party: Party) -> dict[str, object]:
    contact = party.contact
    return {"name": contact.name, "reached": phrases.reached(contact)}


@topic.pressed("file_word")
async def ask_word(turn: Turn, code: str) -> None:
    """Ask for the word that goes with the cancellation."""
    party = await party_file.opened(turn, code)
    if party is not None:
        keep = turn.button("button.no_keep_coming", party_file.show, code)
        turn.prompt(turn.words("file.ask_word"), cancel_with_word, code, (keep,))


@topic.written("file_worded")
async def cancel_with_word(turn: Turn, code: str) -> None:
    """Cancel, with what was written."""
    if await party_file.gave_up(turn, code):
        return
    turn.word = turn.text
    await cancel(turn, code)


@topic.pressed("file_cancels")
async def cancel(turn: Turn, code: str) -> None:
    """Cancel the party; its owners are told."""
    party = await party_file.opened(turn, code)
    if party is None:
        return
    await usecases.change.cancel(turn.books, party)
    done = turn.words(
        "file.cancel_done" if party.owners else "file.cancel_done_call", **_call(turn, party)
    )
    await acting.end(turn)
    turn.show(
        PARAGRAPH.join([turn.words("file.cancelled", code=code), done]),
        (turn.button("file.history", party_file.show_history, code),),
        (turn.button("button.list", party_list.show_all), turn.button("button.desk", desk.show)),
    )


# ---- into the day, onto the list


async def _waiting(turn: Turn, code: str) -> Party | None:
    """The party of this code, some of whom wait; else what became of it is shown."""
    party = await party_file.opened(turn, code)
    if party is None or party.waiting:
        return party
    await party_file.show(turn, code, preface=turn.words("file.nobody_waits"))
    return None


@topic.pressed("file_let_in")
async def ask_to_let_in(turn: Turn, code: str) -> None:
    """Say what it means to let in those who wait, and ask."""
    party = await _waiting(turn, code)
    if party is None:
        return
    count, n = await usecases.desk.room(turn.books, party), len(party.waiting)
    names = turn.words.listing(one.name for one in party.waiting)
    if count.free >= n:
        ask = turn.words("file.ask_let_in", n=n, names=names, free=count.free)
        yes = turn.button("file.let_in_yes", let_in, code)
    else:
        would = {"would": count.taken + n, "capacity": count.capacity}
        ask = turn.words("file.ask_let_in_beyond", n=n, names=names, **would)
        yes = turn.button("file.let_in_beyond", let_in_beyond, code)
    turn.confirm(ask, yes, turn.button("button.no_keep_coming", party_file.show, code))


@topic.pressed("file_enter")
async def let_in(turn: Turn, code: str) -> None:
    """Let them in, if there is still room."""
    party = await _waiting(turn, code)
    if party is None:
        return
    _note_let_in(turn, party, "party_let_in")
    if isinstance(await usecases.desk.let_in(turn.books, party), NoRoom):
        await ask_to_let_in(turn, code)
    else:
        await party_file.show(
            turn, code, preface=turn.words("file.let_in_done", n=len(party.waiting))
        )


@topic.pressed("file_beyond")
async def let_in_beyond(turn: Turn, code: str) -> None:
    """Let them in beyond the capacity."""
    party = await _waiting(turn, code)
    if party is None:
        return
    _note_let_in(turn, party, "party_let_in_beyond")
    await usecases.desk.let_in_beyond(turn.books, party)
    await party_file.show(turn, code, preface=turn.words("file.let_in_done", n=len(party.waiting)))


def _note_let_in(turn: Turn, party: Party, deed: str) -> None:
    """What the journal says of it, and the party's people."""
    names = turn.words.listing(one.name for one in party.waiting)
    turn.deed = deed
    turn.word = turn.words.plain("letter.let_in", n=len(party.waiting), names=names)


@topic.pressed("file_to_list")
async def ask_to_wait(turn: Turn, code: str) -> None:
    """Say what becomes of the seats of a party that is sent to the list, and ask."""
    party = await party_file.opened(turn, code)
    if party is None:
        return
    count = await turn.seats()
    others = count.waiting > 0 or count.missing >= party.seats
    key = "file.ask_to_list" if others else "file.ask_to_list_alone"
    turn.confirm(
        turn.words(key, n=party.seats),
        turn.button("file.to_list_yes", send_to_list, code),
        turn.button("button.no_keep_coming", party_file.show, code),
    )


@topic.pressed("file_waits")
async def send_to_list(turn: Turn, code: str) -> None:
    """Let the party wait, at the end of the list."""
    party = await party_file.opened(turn, code)
    if party is None:
        return
    if party.members:
        turn.deed, turn.word = "party_sent_to_list", turn.words.plain("letter.to_list")
        await usecases.desk.send_to_list(turn.books, party)
    await party_file.show(turn, code, preface=turn.words("file.to_list_done"))
