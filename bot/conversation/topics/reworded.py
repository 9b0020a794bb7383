"""Changes of a registration that were told in words, once a yes confirms them."""

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from bot import usecases
from bot.conversation import phrases
from bot.conversation.messages import Button, Replace, Say
from bot.conversation.newcomers import Newcomer, name_of
from bot.conversation.state import Wanted, new_draft_id
from bot.conversation.topic import Topic
from bot.conversation.topics import changes, mine, withdrawing
from bot.conversation.turn import Turn
from bot.domain.party import Member, Registrar
from bot.understanding.changes import Kind

topic = Topic("reworded")


def confirm(turn: Turn, ask: Markup, wanted: Wanted) -> None:
    """Ask whether a change is meant."""
    wanted.id = new_draft_id()
    turn.dialogue.change = wanted
    yes: Button = turn.button("button.yes", do, wanted.id)
    turn.confirm(ask, yes, turn.button("amend.no", do_not, wanted.id))


async def do_at_once(turn: Turn, wanted: Wanted) -> None:
    """Change what needs no yes: it is said once it is done, with a way back for somebody else."""
    turn.dialogue.change = None
    turn.party = await turn.registered() or turn.party
    member = phrases.tagged(turn.party, wanted.tag) if wanted.tag else None
    is_other = member is not None and member is not turn.party.contact
    await _do(turn, wanted)
    if is_other and member is not None:
        _offer_way_back(turn, wanted, member.answers.get(str(wanted.kind), ""))


def _offer_way_back(turn: Turn, wanted: Wanted, before: str) -> None:
    """Show the button that puts back what was there, where there was anything."""
    last = turn.replies[-1] if turn.replies else None
    if not before or not isinstance(last, Say | Replace):
        return
    back = wanted.model_copy(update={"value": before, "id": new_draft_id()})
    turn.dialogue.change = back
    row = (turn.button("change.undo", do, back.id),)
    turn.replies[-1] = replace(last, rows=(row, *last.rows))


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
    paused, every = turn.dialogue.draft, [wanted, *wanted.more]
    if len(every) > 1 and all(one.kind in _ANSWERS for one in every):
        await write_all(turn, every)
        return
    for one in every:
        at = len(turn.replies)
        if turn.dialogue.draft is not paused:
            break  # something must be asked of who was just brought in
        turn.party = await turn.registered() or turn.party
        await _do(turn, one)
        if one is not every[-1] and turn.dialogue.draft is paused:
            del turn.replies[at:]


_ANSWERS = (Kind.EMAIL, Kind.PHONE, Kind.RENAME)


async def write_all(turn: Turn, wanted: Sequence[Wanted]) -> None:
    """Change several answers, and say all that is otherwise then in one message."""
    turn.dialogue.change = None
    turn.party = before = await turn.registered() or turn.party
    at = len(turn.replies)
    for one in wanted:
        await _do(turn, one)
    del turn.replies[at:]
    await mine.show_changed(turn, before, turn.party)


async def _do(turn: Turn, wanted: Wanted) -> None:
    """Do one of the changes that were named."""
    member = phrases.tagged(turn.party, wanted.tag) if wanted.tag else None
    if wanted.tag and member is None:
        await mine.show(turn, preface=turn.words("change.gone"))
    elif member is None and wanted.kind in (Kind.EMAIL, Kind.PHONE):
        await _reach(turn, wanted)
    elif member is None:
        await changes.add(turn, "", newcomer=Newcomer.wanted(wanted))
    elif wanted.kind is Kind.REPLACE:
        await changes.replace_by(turn, member, Newcomer.wanted(wanted))
    elif wanted.kind is Kind.LEAVE:
        await withdrawing.withdraw_and_stay(turn, wanted.tag)
    else:
        await _write(turn, member, wanted)


async def _reach(turn: Turn, wanted: Wanted) -> None:
    """Another address or number of an owner who does not come."""
    contact = turn.party.contact
    if isinstance(contact, Registrar):
        answers = {**contact.answers, str(wanted.kind): str(wanted.value)}
        contact = replace(contact, answers=answers)
        before, turn.party = (
            turn.party,
            await usecases.change.reach(turn.books, turn.party, contact),
        )
        await mine.show_changed(turn, before, turn.party)
        return
    await mine.show(turn, "", preface=turn.words("change.done"))


async def _write(turn: Turn, member: Member, wanted: Wanted) -> None:
    if wanted.kind is Kind.RENAME:
        name = name_of(wanted.value)
        answers = {"first_name": name.first, "last_name": name.last}
    else:
        answers = {str(wanted.kind): str(wanted.value)}
    before = turn.party
    turn.party = await usecases.change.correct(turn.books, before, member, answers)
    await mine.show_changed(turn, before, turn.party)


@topic.pressed("reword_no")
async def do_not(turn: Turn, _wanted_id: str) -> None:
    """No: everything stays as it is."""
    turn.dialogue.change = None
    await mine.show(turn, preface=turn.words("change.same"))
