"""Changes of earlier answers, said in words while a question is open: « on sera trois finalement ».

Each is confirmed once, by its name, and then done; the open question is asked again after it.
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from markupsafe import Markup

from bot.conversation import striking
from bot.conversation.live_buttons import AMEND, NO
from bot.conversation.newcomers import Newcomer, bare, name_of, names_of
from bot.conversation.state import Draft, MemberDraft, Wanted
from bot.conversation.steps.contact import Email, Phone
from bot.conversation.steps.member import MemberName
from bot.conversation.steps.size import Size, facts
from bot.conversation.steps.step import Refused, Step
from bot.conversation.turn import Turn
from bot.typography import spoken_phone
from bot.understanding import changes, repeated, wishes, yes_or_no
from bot.understanding.changes import Change, Kind
from bot.understanding.known_people import Known, People
from bot.understanding.names import Name
from bot.understanding.normal import plain
from bot.understanding.person import Person
from bot.understanding.replies import Reply

if TYPE_CHECKING:
    from bot.conversation.asking import Asking

_OWN_STEPS = {
    Size.topic: (Kind.SIZE, Kind.LEAVE, Kind.LEAVE_ALL, Kind.ADD),
    "room": (Kind.SIZE, Kind.LEAVE, Kind.LEAVE_ALL, Kind.ADD),
    Email.topic: (Kind.EMAIL,),
    Phone.topic: (Kind.PHONE,),
}
"""What is an answer to these questions, not a change of another one."""


async def heard(asking: "Asking", text: str, people: Sequence[Person] = ()) -> bool:
    """Ask whether a change is meant that words tell; whether they tell one.

    `people`: those whom the text tells of.
    """
    if await _struck(asking, text):
        return True
    change = _read(asking, text)
    return change is not None and await _propose(asking, change, people)


def tells(asking: "Asking", text: str) -> bool:
    """Whether words tell a change of who comes or of how many they are."""
    change = _read(asking, text)
    return change is not None and change.kind not in (Kind.EMAIL, Kind.PHONE, Kind.RENAME)


def _read(asking: "Asking", text: str) -> Change | None:
    """The change that words tell, of those who are known so far."""
    found = changes.read(
        _NOT_ALONE.sub("viens avec quelqu’un", text),
        _known(asking.turn.draft),
        country=asking.turn.event.country,
        is_recap=asking.step.is_final,
    )
    return found if found is not None and asking.turn.may(*changes.ACTS[found.kind]) else None


_NOT_ALONE = re.compile(
    r"\b(?:ne |n['’])?(?:viens|viendrai|serai) pas (?:toute? )?seule?\b", re.IGNORECASE
)
"""« je ne viens pas toute seule »: who says so comes."""


async def settled(asking: "Asking", text: str, people: Sequence[Person] = ()) -> bool:
    """Whether words answer a change that waits for a yes. `people`: see `heard`."""
    turn, wanted = asking.turn, asking.turn.dialogue.change
    if wanted is None:
        return False
    if changes.is_refused(text):
        who = [place for place, _ in _named(turn.draft)]
        before = Change(
            wanted.kind, who.index(wanted.place) if wanted.place in who else None, wanted.value
        )
        again = changes.instead(
            text,
            before,
            _known(turn.draft),
            named=names_of(people),
            country=turn.event.country,
        )
        if again is not None and await _propose(asking, again, people):
            return True
    leaves = wanted.kind in (Kind.LEAVE, Kind.LEAVE_ALL)
    if leaves and wishes.stays(text):
        await asking.repeat(turn.words("change.misheard"))
        return True
    is_renamed = wanted.kind is Kind.RENAME and repeated.is_same_person(text)
    match Reply.YES if is_renamed else yes_or_no.reply(text):
        case Reply.YES:
            await amend(asking, wanted)
        case Reply.NO:
            await asking.ask(asking.step)
        case _:
            return False  # it is asked again, unless this answers the open question
    return True


async def _struck(asking: "Asking", text: str) -> bool:
    """Take words out of the one answer that has them: « enlevez le « euh » »; whether it does."""
    draft = asking.turn.draft
    found = striking.found(text, draft.territory, draft.members)
    if found is None:
        return False
    if found.member is None:
        draft.territory = found.rest
    else:
        found.member.put(**{found.key: found.rest})
    await asking.go_on([asking.turn.words("change.struck", value=found.rest)])
    return True


# ---- whom and what it is about


def _named(draft: Draft) -> list[tuple[int, MemberDraft]]:
    """Those whose names are known, with their places (1 and up)."""
    return [(place, one) for place, one in enumerate(draft.members, 1) if one.last_name is not None]


def _known(draft: Draft) -> People:
    return [
        Known(
            one.answers.get("first_name", ""),
            one.last_name or "",
            one.function or "",
            is_writing=one.is_writing,
        )
        for _, one in _named(draft)
    ]


def _place(draft: Draft, who: int | None) -> int:
    return 0 if who is None else _named(draft)[who][0]


def _step(asking: "Asking", name: str) -> Step | None:
    return asking.purpose.step_named(asking.turn.draft, asking.turn.event, name)


async def _propose(asking: "Asking", change: Change, people: Sequence[Person]) -> bool:
    """Ask to confirm a change that can be; whether anything was said."""
    turn, step = asking.turn, asking.step
    if change.kind in _OWN_STEPS.get(step.topic, ()):
        return False
    place = _place(turn.draft, change.who)
    match change.kind:
        case Kind.SIZE | Kind.LEAVE | Kind.LEAVE_ALL | Kind.ADD:
            return await _propose_number(asking, change, place, people)
        case Kind.REPLACE | Kind.RENAME:
            return await _propose_name(asking, change, place, people)
        case _:
            return await _propose_reach(asking, change, max(place, 1))


async def _propose_number(
    asking: "Asking", change: Change, place: int, people: Sequence[Person]
) -> bool:
    turn, draft = asking.turn, asking.turn.draft
    size = _step(asking, Size.name)
    if draft.party and change.kind is Kind.LEAVE and place:
        return await _propose_leaving(asking, change, place)
    if size is None or draft.size is None:
        return False
    number = _number_after(draft, change)
    if number is None:
        await asking.ask(size)
    elif number < 1:
        await asking.purpose.stop(turn)
    elif size.chosen(turn, str(number)) is None:
        await asking.repeat(turn.words("unclear.size.not_offered", **facts(turn)))
    elif number == draft.size:
        key = turn.words.of_size("amend.same_size", number)
        await asking.repeat(turn.words(key, size=turn.words.number(number)))
    elif _is_done_at_once(draft, change, number=number, place=place):
        await amend(asking, _wanted(change, place=place, value=number, people=people))
    else:
        ask = _asked(turn, change, number=number, place=place)
        _ask(asking, ask, change, place=place, value=number, people=people)
    return True


async def _propose_leaving(asking: "Asking", change: Change, place: int) -> bool:
    """Ask whether somebody registered leaves; who was to come by this draft does not at once."""
    draft = asking.turn.draft
    if place == draft.place and draft.purpose in ("add", "replace"):
        await asking.purpose.stop(asking.turn)
    else:
        ask = _asked(asking.turn, change, number=0, place=place)
        _ask(asking, ask, change, place=place, value=None)
    return True


def _is_done_at_once(draft: Draft, change: Change, *, number: int, place: int) -> bool:
    """Whether it is known who comes: the recap, which follows, is confirmed as a whole."""
    named = sum(one.last_name is not None for one in draft.members)
    is_whole = change.kind is Kind.LEAVE and place > 0
    return draft.purpose == "register" and (is_whole or number >= named)


def _number_after(draft: Draft, change: Change) -> int | None:
    size = draft.size or 0
    match change.kind:
        case Kind.LEAVE:
            return size - 1
        case Kind.LEAVE_ALL:
            return 0
        case Kind.ADD:
            return size + 1
        case _:
            return change.value if isinstance(change.value, int) else None


def _asked(turn: Turn, change: Change, *, number: int, place: int) -> Markup:
    if change.kind is Kind.ADD and isinstance(change.value, Name):
        return turn.words("amend.add", new=" ".join(change.value))
    if change.kind is Kind.LEAVE and place:
        member = turn.draft.members[place - 1]
        key = "amend.leave_self" if member.is_writing else "amend.leave"
        return turn.words(key, name=member.name)
    key = turn.words.of_size("amend.size", number)
    return turn.words(key, size=turn.words.number(number))


async def _propose_name(
    asking: "Asking", change: Change, place: int, people: Sequence[Person]
) -> bool:
    """Another name for somebody, or somebody else in their place."""
    turn = asking.turn
    step = _step(asking, f"{MemberName.topic}.{place}") if place else None
    if change.kind is Kind.RENAME and step is None and change.value is None:
        only = [place for place, _ in _named(turn.draft)]
        step = _step(asking, f"{MemberName.topic}.{only[0]}") if len(only) == 1 else None
    if step is None:
        return False
    if not isinstance(change.value, Name):
        await asking.ask(step)
        return True
    member = turn.draft.members[place - 1]
    names = {"new": " ".join(change.value), "old": member.name}
    if change.kind is Kind.RENAME:
        ask = turn.words("amend.rename", **names)
    else:
        ask = turn.words("amend.replace_self" if member.is_writing else "amend.replace", **names)
    _ask(asking, ask, change, place=place, value=bare(change.value), people=people)
    return True


async def _propose_reach(asking: "Asking", change: Change, place: int) -> bool:
    """Another e-mail address or number; the first one is an answer, not a change."""
    turn = asking.turn
    step = _step(asking, Email.name if change.kind is Kind.EMAIL else Phone.name)
    if step is None or place != 1 or step.value(turn.draft) is None:
        return False
    if change.value is None:
        await asking.ask(step)
        return True
    value = str(change.value)
    if change.kind is Kind.EMAIL and (other := _whose(turn.draft, value)) is not None:
        other.put(email=value)
        line = turn.words("noted.email", name=other.name, email=value)
        await asking.repeat(turn.words("noted", lines=line))
        return True
    shown = spoken_phone(value) if change.kind is Kind.PHONE else value
    of = "" if turn.draft.contact.is_writing else "_of"
    ask = turn.words(f"amend.{change.kind}{of}", value=shown, name=turn.draft.contact.name)
    _ask(asking, ask, change, place=place, value=value)
    return True


def _whose(draft: Draft, address: str) -> MemberDraft | None:
    """Who is meant by an address that bears their name, where that is not who is reached."""
    letters = plain(address.partition("@")[0]).replace(" ", "")
    named = [
        one
        for one in draft.members
        if one.last_name and plain(one.last_name).replace(" ", "") in letters
    ]
    return named[0] if len(named) == 1 and named[0] is not draft.contact else None


def _ask(
    asking: "Asking",
    ask: Markup,
    change: Change,
    *,
    place: int,
    value: int | str | None,
    people: Sequence[Person] = (),
) -> None:
    """Ask to confirm; the open question stays open."""
    asking.turn.dialogue.doubt = None
    wanted = _wanted(change, place=place, value=value, people=people)
    wanted.asked = str(ask)
    ask_again(asking, wanted)


def _wanted(
    change: Change, *, place: int, value: int | str | None, people: Sequence[Person]
) -> Wanted:
    kept = bare(change.value) if change.kind is Kind.ADD else value
    wanted = Wanted(kind=change.kind, value=kept, place=place)
    if isinstance(change.value, Name):
        new = Newcomer.among(people, change.value)
        wanted.function, wanted.organisation = new.function, new.organisation
    return wanted


def ask_again(asking: "Asking", wanted: Wanted, said: Sequence[Markup] = ()) -> None:
    """Ask once more to confirm a change, after what had to be said first."""
    turn = asking.turn
    turn.dialogue.revision += 1
    turn.dialogue.change = wanted
    yes = turn.live_button(turn.words.plain("button.yes"), AMEND)
    asked = Markup(wanted.asked)  # noqa: S704, what was said before
    turn.ask([*said, asked], (yes, turn.live_button(turn.words.plain("amend.no"), NO)))


# ---- doing it


async def amend(asking: "Asking", wanted: Wanted) -> None:
    """Do what was confirmed, and go on."""
    turn, draft = asking.turn, asking.turn.draft
    turn.dialogue.change = None
    member = draft.members[wanted.place - 1] if 0 < wanted.place <= len(draft.members) else None
    match wanted.kind:
        case Kind.EMAIL | Kind.PHONE:
            step = _step(asking, Email.name if wanted.kind is Kind.EMAIL else Phone.name)
            await asking.settle(step or asking.step, str(wanted.value))
        case Kind.RENAME if member is not None:
            name = name_of(wanted.value)
            member.put(first_name=name.first, last_name=name.last)
            await asking.go_on([turn.words("change.done")])
        case Kind.REPLACE if member is not None:
            newcomer = MemberDraft()
            newcomer.put(**(member.how_reached if wanted.place == 1 else {}))
            draft.members[wanted.place - 1] = newcomer
            await Newcomer.wanted(wanted).join(turn, wanted.place)
            await asking.go_on()
        case Kind.LEAVE if draft.party and member is not None:
            await asking.purpose.let_leave(asking, wanted.place)
        case Kind.LEAVE if member is not None:
            await _let_leave(asking, wanted.place)
        case _:
            await _number(asking, wanted)


async def _let_leave(asking: "Asking", place: int) -> None:
    """Let somebody go who was to come."""
    turn, draft = asking.turn, asking.turn.draft
    left = draft.members[place - 1]
    draft.take_out(place)
    draft.size = max(len(draft.members), 1)
    if left.is_writing:
        said = turn.words("name.not_coming")
    else:
        said = turn.words("noted.left", names=left.name, n=1)
    await asking.go_on([said])


async def _number(asking: "Asking", wanted: Wanted) -> None:
    """Another number of people: who comes is asked about."""
    turn, draft = asking.turn, asking.turn.draft
    size = _step(asking, Size.name)
    number = _number_after(draft, Change(wanted.kind, None, wanted.value))
    if size is None or number is None:
        await asking.repeat()
        return
    kept = await size.keep(turn, number)
    if wanted.kind is Kind.ADD and wanted.value:
        await Newcomer.wanted(wanted).join(turn, len(draft.members))
    remark = kept.reason if isinstance(kept, Refused) else kept.remark
    await asking.go_on([remark] if remark else [])
