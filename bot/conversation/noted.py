"""Who is noted: in the registrations of a chat, in the one being made, and after it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum, auto

from markupsafe import Markup

from bot.conversation import phrases
from bot.conversation.phrases import LINE
from bot.conversation.state import MemberDraft
from bot.conversation.turn import Turn
from bot.domain.party import Member, Party
from bot.understanding.normal import plain


class State(StrEnum):
    """How far somebody's registration is."""

    REGISTERED = auto()
    WAITING = auto()
    """On the waiting list."""
    NOTED = auto()
    """In the registration being made."""
    NEXT = auto()
    """Registered after it."""


@dataclass(frozen=True, slots=True)
class Noted:
    """Somebody who is noted."""

    who: Member | MemberDraft
    state: State
    is_shown: bool
    """Whether who asks may see how they are reached."""
    is_writing: bool = False
    is_contact: bool = False
    """Whether they registered it."""

    @property
    def name(self) -> str:
        """First and last name."""
        return self.who.name or ""

    @property
    def has_chat(self) -> bool:
        """Whether they have a conversation of their own."""
        return isinstance(self.who, Member) and self.who.address is not None

    @property
    def told(self) -> frozenset[str]:
        """The words of all that is noted of them."""
        known = [self.who.name, self.who.function, self.who.organisation]
        return frozenset(plain(" ".join(filter(None, known))).split())


async def everyone(turn: Turn) -> list[Noted]:
    """All of them, each once."""
    parties = await turn.parties()
    found = [one for party in parties for one in _of_party(turn, party)]
    known = {plain(one.name) for one in found}
    return [*found, *(one for one in in_draft(turn) if plain(one.name) not in known)]


def _of_party(turn: Turn, party: Party) -> list[Noted]:
    is_shown = party.is_owned_by(turn.address) or bool(turn.acting_for)
    writing = None if turn.acting_for else party.spoken_to_at(turn.address)
    return [
        Noted(one, state, is_shown, is_writing=one is writing, is_contact=one is party.contact)
        for state, people in (
            (State.REGISTERED, party.members),
            (State.WAITING, party.waiting),
        )
        for one in people
    ]


def in_draft(turn: Turn) -> list[Noted]:
    """Those of the registration being made, and those who are registered after it."""
    draft, later = turn.dialogue.draft, list(turn.dialogue.later)
    members: Sequence[MemberDraft] = ()
    if draft is not None and draft.purpose == "register":
        members, later = draft.members, [*draft.others, *later]
    return [
        Noted(one, state, is_shown=True, is_writing=one.is_writing)
        for state, people in ((State.NOTED, members), (State.NEXT, later))
        for one in people
        if one.name
    ]


def called(name: str, among: Sequence[Noted]) -> list[Noted]:
    """Those whose name has all these words."""
    words = {*plain(name).split()}
    return [one for one in among if words <= {*plain(one.name).split()}]


def hours(turn: Turn, everyone: Sequence[Noted]) -> Markup:
    """Who is noted to come late, or that nobody is."""
    late = [
        turn.words(
            "mine.late", name=one.name, late=phrases.arrival(turn.words, turn.event, minutes)
        )
        for one in everyone
        if (minutes := _late(turn, one)) is not None
    ]
    if late:
        return turn.words("checked.hours", late=LINE.join(late))
    return turn.words("checked.no_hours")


def _late(turn: Turn, one: Noted) -> int | None:
    draft = turn.dialogue.draft
    if isinstance(one.who, MemberDraft) and draft is not None:
        return draft.late_of(one.who)
    return one.who.late_minutes


def reach(turn: Turn, one: Noted) -> list[Markup]:
    """How somebody is reached, as far as it is noted, a line each."""
    how = phrases.reached(one.who)
    return [turn.words("recap.reached", name=one.name, how=how)] if how else []
