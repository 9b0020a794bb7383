"""An organiser acts for a party that is not theirs: what its contact person can do, they can.

Which party it is stands in the dialogue, in each button that is said meanwhile, and above every
message. It ends with what is the organiser's own (the menu, the desk, a button of before), and an
hour after they acted last. What they change is journalled here, and told to the party, whatever
did it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot import usecases
from bot.conversation import party_lines
from bot.conversation.buttons import ButtonData, Verb, unpack
from bot.conversation.messages import Button, Press, Text
from bot.conversation.turn import Frame, Turn
from bot.domain.keys import PartyCode
from bot.domain.party import Party
from bot.store.letters import About, Letter

FILE = Verb("file")
"""What opens a party's file: its code is the argument."""

LASTS = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Watched:
    """A party as it was before it was acted for."""

    party: Party
    lines: Sequence[str]


# ---- for which party


async def begin(turn: Turn, party: Party) -> None:
    """Act for a party from now on; a question that was open waits."""
    if turn.acting_for:
        await end(turn)
    if turn.dialogue.step is not None:
        turn.end_question()
    _follow(turn, party.code)
    turn.frame = _frame(turn, party.code, party)


async def end(turn: Turn) -> None:
    """Act for nobody any more; what was begun for the party is given up."""
    draft = turn.dialogue.draft
    if draft is not None and draft.is_for_others and draft.party:
        await usecases.register.release(turn.books, draft.id)
        turn.end_question()
        turn.dialogue.draft = None
    turn.dialogue.acting_for, turn.dialogue.acted_at = PartyCode(""), None
    turn.frame = None


def _follow(turn: Turn, code: PartyCode) -> None:
    turn.dialogue.acting_for, turn.dialogue.acted_at = code, turn.now


def _frame(turn: Turn, code: PartyCode, party: Party | None) -> Frame:
    names = turn.words.listing(one.name for one in party.everyone) if party is not None else ""
    key = "acting.for" if party is not None else "acting.for_gone"
    back = ButtonData(FILE.verb, code, event=turn.books.key, acting_for=code)
    return Frame(
        turn.words(key, code=code, names=names),
        Button(turn.words.plain("acting.back"), back.pack()),
    )


async def resume(turn: Turn) -> bool:
    """Find out for which party an input is; False: it cannot be done, and that was said."""
    if not turn.is_organiser:
        return await _is_own(turn)
    pressed = unpack(turn.input.data) if isinstance(turn.input, Press) else None
    if pressed is not None and not pressed.draft:
        await follow(turn, pressed)
    elif turn.acting_for and not await _lasts(turn):
        return False
    if turn.acting_for:
        _follow(turn, turn.acting_for)
        turn.frame = _frame(turn, turn.acting_for, await turn.registered())
    return True


async def follow(turn: Turn, pressed: ButtonData) -> None:
    """Act for whom a button says that always works: a party, or nobody."""
    if pressed.acting_for != turn.acting_for:
        await end(turn)
        if pressed.acting_for and turn.is_organiser:
            _follow(turn, pressed.acting_for)


async def _lasts(turn: Turn) -> bool:
    since, code = turn.dialogue.acted_at, turn.acting_for
    if since is not None and turn.now < since + LASTS:
        return True
    await end(turn)
    if not isinstance(turn.input, Text):
        return True
    turn.say(turn.words("acting.over", code=code), (turn.button("acting.reopen", FILE, code),))
    return False


async def _is_own(turn: Turn) -> bool:
    """Whether it is not an organiser's deed: somebody may have been one until just now."""
    pressed = unpack(turn.input.data) if isinstance(turn.input, Press) else None
    draft = turn.dialogue.draft
    has_begun = draft is not None and draft.is_for_others
    acts = bool(turn.dialogue.acting_for) or has_begun
    if draft is not None and has_begun:
        await usecases.register.release(turn.books, draft.id)
        turn.end_question()
        turn.dialogue.draft = None
    turn.dialogue.acting_for = PartyCode("")
    if acts:
        turn.say(turn.words("acting.not_staff"))
        return False
    if pressed is not None and pressed.acting_for:
        turn.toast("toast.unknown")
        return False
    return True


# ---- what it changes


async def watch(turn: Turn) -> Watched | None:
    """The party that is acted for, as it is now."""
    party = await turn.registered() if turn.acting_for else None
    return None if party is None else Watched(party, party_lines.of(turn.words, turn.event, party))


async def record(turn: Turn, watched: Watched | None) -> None:
    """Journal what was changed of a party since it was watched, and tell its owners."""
    if watched is None:
        return
    party = await turn.books.parties.of_key(watched.party.key)
    lines = party_lines.of(turn.words, turn.event, party) if party is not None else []
    gone = [one for one in watched.lines if one not in lines]
    new = [one for one in lines if one not in watched.lines]
    if not gone and not new:
        return
    what = turn.deed or ("party_changed" if party is not None else "party_cancelled")
    before, after = _told(watched.party.code, gone, new)
    await turn.journal(what, before=before, after=after, party=watched.party)
    about = About.CHANGED if party is not None else About.CANCELLED
    told = [turn.words.plain("letter.gone", line=one) for one in gone]
    told += [turn.words.plain("letter.new", line=one) for one in new]
    message = turn.word or ("\n".join(told) if party is not None else "")
    owners = (one for one in watched.party.owners if one != turn.address)
    await usecases.desk.tell(turn.books, Letter(watched.party.key, about, message), owners)


def _told(code: PartyCode, gone: Sequence[str], new: Sequence[str]) -> tuple[str, str]:
    """What was and what is, for the journal; where only one is, a sign says which."""
    if gone and new:
        return f"{code} : {' ; '.join(gone)}", " ; ".join(new)
    if gone:
        return f"{code} : − {' ; '.join(gone)}", ""
    return "", f"{code} : + {' ; '.join(new)}"
