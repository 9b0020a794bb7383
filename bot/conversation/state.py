"""Where one chat stands: kept as JSON between two inputs, and nowhere else."""

import secrets
import string
from datetime import datetime
from typing import Any, Self

from pydantic import BaseModel, Field, model_validator

from bot.domain.changes import Edit
from bot.domain.fields import MEMBER_FIELDS
from bot.domain.keys import DraftId, PartyCode
from bot.domain.party import Category, Member
from bot.understanding import territories
from bot.understanding.changes import Kind
from bot.understanding.normal import plain

_ID_LETTERS = string.ascii_lowercase + string.digits


def new_draft_id() -> DraftId:
    """Eight letters and figures that no other draft has."""
    return DraftId("".join(secrets.choice(_ID_LETTERS) for _ in range(8)))


REACHED = ("email", "phone")
"""The keys of what says how somebody is reached."""
PERSONAL = ("first_name", "last_name", *REACHED)
"""The keys of what is asked of who does not come."""


class MemberDraft(BaseModel):
    """What is known so far of a member."""

    answers: dict[str, str] = Field(default_factory=dict)
    """By the key of their field; empty: they rather give none. Without an entry: not answered."""
    is_writing: bool = False
    """The person who writes to the bot."""
    is_among_us: bool = False
    """« notre directeur »: their organisation is that of who writes, once it is known."""
    is_titled: bool = False
    """« je ne suis pas agente »: another function or body does not tell their capacity anew."""
    late_minutes: int | None = None
    """By how much they said they come late: see `Member.late_minutes`."""

    @model_validator(mode="before")
    @classmethod
    def _as_stored_before(cls, stored: Any) -> Any:
        """Until answers had one place, each was a key of its own."""
        if isinstance(stored, dict) and "answers" not in stored:
            own = {key: stored[key] for key in _MEMBER_KEYS if stored.get(key) is not None}
            return {"answers": own, "is_writing": stored.get("is_writing", False)}
        return stored

    def put(self, **answers: str | None) -> None:
        """Note answers; None: they rather give none."""
        self.answers = {**self.answers, **{key: given or "" for key, given in answers.items()}}

    @property
    def name(self) -> str:
        """First and last name, as far as they are known."""
        return " ".join(filter(None, [self.answers.get("first_name"), self.last_name]))

    @property
    def last_name(self) -> str | None:
        """None: not answered."""
        return self.answers.get("last_name")

    @property
    def function(self) -> str | None:
        """None: not answered."""
        return self.answers.get("function")

    @property
    def organisation(self) -> str | None:
        """None: not answered."""
        return self.answers.get("organisation")

    @property
    def category(self) -> Category | None:
        """None: not answered."""
        return Category(self.answers["category"]) if "category" in self.answers else None

    @property
    def email(self) -> str | None:
        """None: not answered, or none given."""
        return self.answers.get("email") or None

    @property
    def phone(self) -> str | None:
        """E.164. None: not answered, or none given."""
        return self.answers.get("phone") or None

    @property
    def how_reached(self) -> dict[str, str]:
        """What they answered to how they are reached, by the key."""
        return {key: self.answers[key] for key in REACHED if key in self.answers}

    @classmethod
    def of(cls, member: Member, *, is_writing: bool) -> Self:
        """The answers about a member who is registered."""
        return cls(answers=dict(member.answers), is_writing=is_writing)

    def complete(self) -> Member:
        """The member, once every question about them has its answer."""
        return Member(self.answers)


_MEMBER_KEYS = tuple(field.key for field in MEMBER_FIELDS)


class Draft(BaseModel):
    """Answers that are being given: of a party that registers, changes, or of a teammate."""

    id: DraftId
    """Eight letters and figures: see `new_draft_id`."""
    purpose: str = "register"
    """What the answers are for: `register`, `correct`, `replace`, `add`, `join`."""
    party: PartyCode = PartyCode("")
    """The code of the party that is changed or joined."""
    place: int = 0
    """The place (1 and up) of the one member who is asked about; 0: all are."""
    person: str = ""
    """The name tag of that member as they were when the change began: see `phrases.tag`."""
    token: str = ""
    """The invitation that a teammate opened."""
    before: dict[str, str] = Field(default_factory=dict)
    """The answers that a change began from, the territory among them: see `topics.changes`."""
    territory: str | None = None
    size: int | None = None
    members: list[MemberDraft] = Field(default_factory=list)
    registrar: MemberDraft | None = None
    """Who writes, if they do not come."""
    registrar_may_come: bool = False
    """Who writes is registered nowhere yet, and may be the one who is asked about."""
    afterwards: list[int] = Field(default_factory=list)
    """The sizes of the parties that they register after this one: four people are two binômes."""
    others: list[MemberDraft] = Field(default_factory=list)
    """Those who were told of and do not fit: they come in one of the parties afterwards."""
    known_bodies: list[str] = Field(default_factory=list)
    """Where those work whom this chat registered before, the last first: « la même mairie »."""
    registered: list[str] = Field(default_factory=list)
    """The names of those whom this chat registered before: they are not registered again."""
    answers: dict[str, str] = Field(default_factory=dict)
    """To what the event asks once a party; empty: they rather give none."""
    held_until: datetime | None = None
    """When the hold of its seats was last known to end (UTC)."""
    is_for_others: bool = False
    """An organiser answers: who writes is none of them, nor who is reached."""
    reached: int = 0
    """The place (1 and up) of who is reached, where that is neither who writes nor the first."""
    beyond: bool = False
    """They are let in beyond the capacity, and hold no seats meanwhile."""
    waits: int | None = 0
    """How many of them, the last ones, go on the waiting list; None: to be asked."""
    for_team: list[str] = Field(default_factory=list)
    """What they told that only the organisers have use for, in their words."""
    late_minutes: int | None = None
    """By how much who writes comes late, said before it is known who of them that is."""
    is_told: bool = False
    """Something was noted of it that was told unasked: it may be corrected at each question."""
    seeks: bool = False
    """Somebody to come with is to be looked for, once it is registered."""

    @model_validator(mode="before")
    @classmethod
    def _as_stored_before(cls, stored: Any) -> Any:
        """Until each member had all their answers, how to reach the first stood beside them."""
        if isinstance(stored, dict) and stored.get("members"):
            reached = {key: stored[key] for key in REACHED if stored.get(key)}
            if stored.get("without_phone"):
                reached["phone"] = ""
            if reached:
                first, *others = stored["members"]
                known = MemberDraft.model_validate(first)
                known.put(**reached)
                return {**stored, "members": [known, *others]}
        return stored

    @property
    def noted_territory(self) -> str | None:
        """The territory: as it is told, else the one of where those who come work."""
        if self.territory is not None:
            return self.territory
        return territories.of_organisations(one.organisation or "" for one in self.members)

    @property
    def contact(self) -> MemberDraft:
        """Who writes; where that is nobody, who is reached: the first member mostly.

        Where nobody is known yet, somebody without answers, of whom nothing is kept.
        """
        writing = (member for member in self.members if member.is_writing)
        first = self.members[max(self.reached, 1) - 1] if self.members else None
        return self.registrar or next(writing, first) or MemberDraft()

    @property
    def is_aside(self) -> bool:
        """Whether who writes registers others, and is none of those who come."""
        return self.is_for_others or self.registrar is not None

    @property
    def writing_place(self) -> int:
        """The place of who writes; 0: none of those who come does."""
        return next((place for place, one in enumerate(self.members, 1) if one.is_writing), 0)

    def places_named(self, words: str) -> list[int]:
        """The places of those one of whose names is among words."""
        said = {*plain(words).split()}
        members = enumerate(self.members, 1)
        return [place for place, one in members if said & {*plain(one.name).split()}]

    def let_write(self, writing: MemberDraft) -> None:
        """It is this member, or somebody who does not come, who writes and is reached."""
        before = self.contact
        reached = before.how_reached
        before.answers = {key: said for key, said in before.answers.items() if key not in REACHED}
        is_member = any(one is writing for one in self.members)
        for member in self.members:
            member.is_writing = member is writing
        self.registrar = None if is_member else writing
        writing.answers = {**reached, **writing.answers}

    def take_out(self, place: int) -> None:
        """Let a member go; who writes still does, and is reached as before."""
        left = self.members.pop(place - 1)
        if left.is_writing and self.members:
            self.let_write(left)
        elif place == 1 and self.members:
            self.contact.put(**left.how_reached)

    def let_registrar_come(self) -> bool:
        """Make one of who registers and of who comes by the same name; whether there are such."""
        aside = self.registrar
        same = [one for one in self.members if aside and plain(one.name) == plain(aside.name)]
        if aside is None or not aside.name or len(same) != 1:
            return False
        self.let_write(same[0])
        return True

    @property
    def tells_of_others(self) -> bool:
        """Whether anybody is named who does not write."""
        return any(one.name and not one.is_writing for one in (*self.members, *self.others))

    def late_of(self, member: MemberDraft) -> int | None:
        """By how much a member comes late; None: in time."""
        is_meant = member.is_writing or (len(self.members) == 1 and self.registrar is None)
        said = self.late_minutes if is_meant else None
        return said if member.late_minutes is None else member.late_minutes

    @property
    def is_empty(self) -> bool:
        """Whether nothing was told yet but the name of who writes."""
        own = [self.registrar] if self.registrar else []
        keys = {key for one in (*self.members, *self.others, *own) for key in one.answers}
        is_told = bool(keys - {"first_name", "last_name"})
        return not (self.territory or is_told or self.tells_of_others or self.answers)

    @property
    def seats(self) -> int:
        """The seats that those who come need; 0 while that is not known."""
        return 0 if self.size is None or self.waits is None else self.size - self.waits


class Awaited(BaseModel):
    """What was asked with buttons that always work: words answer it as well as a press."""

    yes: str = ""
    no: str = ""
    """The data of the buttons that stand for yes and no, where there are such."""
    stays: str = ""
    """The same for « mais si, elle vient », where it is asked whether somebody does not come."""
    leaving: str = ""
    """The name of whom that is asked; empty: of all of them, or nothing of the kind is asked."""
    question: str = ""
    """What was asked (HTML), to be asked again where the answer is not understood; empty: not."""
    request: str = ""
    """What was asked for when it had to be asked of which registration; empty: nothing."""
    rows: list[list[tuple[str, str]]] = Field(default_factory=list)
    """Its buttons as they were shown: label and data."""
    labels: dict[str, str] = Field(default_factory=dict)
    """The data of all its buttons, by their labels in plain form."""
    names: dict[str, str] = Field(default_factory=dict)
    """The data of those that stand for somebody, by the first name: it may stand in a sentence."""
    at: datetime
    """When it was asked (UTC)."""

    @property
    def listed(self) -> list[str]:
        """The data of the buttons that are chosen among, but the last row, which leads away."""
        return [data for row in self.rows[:-1] for _, data in row]


class Prompt(BaseModel):
    """What the person was asked to write, or to send: only what comes next is taken for it."""

    verb: str
    """Who takes it: see `Topic.written`."""
    argument: str = ""


class Wanted(BaseModel):
    """A change that was said in words and waits for a yes."""

    kind: Kind
    value: int | str | None = None
    """See `Change`; of a name, the last one follows a bar."""
    place: int = 0
    """The place (1 and up) in the draft of the one it is about; 0: nobody's."""
    tag: str = ""
    """The tag of that member, where they are registered: see `phrases.tag`."""
    function: str | None = None
    organisation: str | None = None
    email: str | None = None
    phone: str | None = None
    """What was said of somebody new; None: nothing."""
    more: list["Wanted"] = Field(default_factory=list)
    """What else was named with it, and is done with the same yes."""
    id: str = ""
    """What its buttons carry: those of an earlier one do nothing."""
    asked: str = ""
    """How it was asked about while a question is open (HTML), to be asked again."""


class Proposed(BaseModel):
    """A change of the day's facts that waits for a yes."""

    id: str
    """What its buttons carry: those of an earlier one do nothing."""
    fact: str
    """Which one: see `conversation.facts`."""
    edit: Edit
    seen: str
    """What it was when they saw it: see `Edit.seen`."""


class Dialogue(BaseModel):
    """One chat's dialogue. `step` is the question asked last; None: none is open."""

    language: str | None = None
    """Chosen with /langue; None: the language of their Telegram."""
    heard: str = ""
    """The language of their last message, where it is another one than is spoken to them."""
    revision: int = 0
    """Goes up with every answer, so that buttons of earlier questions are known as such."""
    step: str | None = None
    draft: Draft | None = None
    doubt: str | None = None
    """A value read with doubt, waiting for a yes or a no."""
    party: PartyCode = PartyCode("")
    """Which of several parties they talk about; empty: they did not say."""
    acting_for: PartyCode = PartyCode("")
    """The party that an organiser acts for, which is not theirs; empty: their own, if any."""
    acted_at: datetime | None = None
    """When they last did (UTC): see `bot.conversation.acting`."""
    search: str = ""
    """What an organiser looked for last in the list."""
    corrects: int = 0
    """The place of the member whose answers were shown last, to be corrected; 0: nobody's."""
    spoken_of: int = 0
    """The place of the other member whose answers were just put right; 0: nobody's."""
    newcomer: str = ""
    """What one of the staff wrote last of somebody at the door who is not registered."""
    awaited: Awaited | None = None
    """What was asked in the last answer, but for the questions of steps."""
    shown: dict[str, str] = Field(default_factory=dict)
    """The data of the lasting buttons of the last answer, by their labels in plain form."""
    later: list[MemberDraft] = Field(default_factory=list)
    """Those who were told of with the last party, and are registered in the next one."""
    introduced: MemberDraft | None = None
    """What they said of themselves before they registered: function, organisation."""
    apart: list[str] = Field(default_factory=list)
    """The words of the names of those who are said to register by themselves."""
    prompt: Prompt | None = None
    """What was asked to be written in the last answer, but for the questions of steps."""
    change: Wanted | None = None
    """A change said in words that is to be confirmed."""
    proposed: Proposed | None = None
    """A change of the day's facts that is to be confirmed."""
    to_tell: str = ""
    """What the button carries that tells everybody of the last one; empty: it has been pressed."""
    unanswered: str = ""
    """What they wrote that had no answer here: they may send it on to the organisers."""
    unsent: dict[str, str] = Field(default_factory=dict)
    """The last questions that could be sent on, by what their buttons call them."""
    previewed: str = ""
    """Which of them was shown as it would leave; empty: none, or it has left."""
    missed: list[str] = Field(default_factory=list)
    """The keys of what was said, in a row, because they were not understood: see `missing`."""
    told: list[str] = Field(default_factory=list)
    """What the last answer told, so that it is not said twice running: see `repeating`."""
    asked_of: str = ""
    """The last message, where it asked something of somebody: see `concerning`."""
    has_keyboard: bool = False
    """The keyboard that shares a number lies under the chat."""
    wrong_links: list[datetime] = Field(default_factory=list)
    """When this chat opened links that open nothing, of late (UTC)."""
