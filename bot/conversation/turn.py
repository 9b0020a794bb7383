"""One turn: an input comes in, replies go out."""

from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from markupsafe import Markup

from bot.conversation.buttons import ButtonData, Verb, is_lasting
from bot.conversation.capabilities import WORDS_ONLY, Capabilities
from bot.conversation.messages import (
    AskPhone,
    Button,
    EndQuestion,
    Input,
    LinkButton,
    Person,
    Press,
    PutKeyboardAway,
    Question,
    Replace,
    Rows,
    Say,
    Text,
    Toast,
)
from bot.conversation.phrases import PARAGRAPH
from bot.conversation.state import Awaited, Dialogue, Draft, Prompt
from bot.conversation.voice import DueMessage, Voice, filled
from bot.days import Day, offered
from bot.domain.keys import Address, AddressKey, EventKey, PartyCode
from bot.domain.party import Party
from bot.domain.roles import Role
from bot.i18n import words
from bot.store.books import Books
from bot.store.journal import NO_PARTY, Deed
from bot.understanding import acts
from bot.understanding.act import Act, Situation
from bot.understanding.event_names import EventNames
from bot.understanding.normal import plain

__all__ = ["DueMessage", "Frame", "Turn", "Voice"]

if TYPE_CHECKING:
    from bot.conversation.collection import Topics


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around each message: for whom it is, and the way back."""

    title: Markup
    back: Button


@dataclass(slots=True, kw_only=True)
class Turn(Voice):
    """All that a handler may look at and change while it answers one input."""

    person: Person
    address: AddressKey
    """Where they write from."""
    input: Input
    dialogue: Dialogue
    role: Role | None
    """What they may do at the day besides taking part in it."""
    days: Mapping[EventKey, Day] = field(default_factory=dict)
    """Every day the bot knows."""
    open_books: Callable[[Day], Awaitable[Books]] | None = None
    """Gives another day's books, in the same transaction."""
    organisers: frozenset[Address] = frozenset()
    """Those by the settings and the event's file."""
    role_at: Callable[[Day], Role | None] | None = None
    """What they may do at another day."""
    situation: Situation = field(default=Situation.MENU, init=False)
    """What stood open when the message came: the engine tells."""
    spoken_of: int = 0
    """Whose answers were put right by the message before: see `Dialogue.spoken_of`."""
    corrects: int = 0
    """Whose answers were shown last, to be corrected: see `Dialogue.corrects`."""
    missed: list[str] = field(default_factory=list)
    """What was said to them just before because they were not understood: see `missing`."""
    channel: Capabilities = WORDS_ONLY
    """What the channel they write through can do."""
    awaited: Awaited | None = field(default=None, init=False)
    """What was asked in the answer before, if this may answer it."""
    shown: Mapping[str, str] = field(default_factory=dict, init=False)
    """The buttons of the answer before, whose labels may be written: see `Dialogue.shown`."""
    prompted: Prompt | None = field(default=None, init=False)
    """What the answer before asked them to write, or to send."""
    told: list[str] = field(default_factory=list, init=False)
    """What the answer before told: see `repeating`."""
    asked_of: str = field(default="", init=False)
    """The message before, where it asked something of somebody: see `concerning`."""
    frame: Frame | None = field(default=None, init=False)
    """What every message says besides while an organiser acts for a party."""
    deed: str = field(default="", init=False)
    """What an organiser does for a party, as the journal calls it; empty: any change."""
    word: str = field(default="", init=False)
    """What an organiser adds for the people of the party that is acted for."""
    resumed: str = field(default="", init=False)
    """What had been asked for before it was asked of which registration: done after this turn."""
    topics: "Topics" = field(init=False)
    """All that the bot can talk about: the engine tells."""
    left_open: list[str] = field(default_factory=list, init=False)
    """What is asked in this turn and not answered here: see `leave_open`."""
    _party: Party | None = field(default=None, init=False)
    _reading: str | None = field(default=None, init=False)

    # ---- saying

    def about(self) -> list[Markup]:
        """Which day is talked about, as a paragraph, where it is not the only one."""
        shown = offered(self.days, self.now)
        if [day.key for day in shown] == [self.books.key]:
            return []
        day = self.words.short_day(self.event.date)
        return [self.words("days.about", day=day, place=self.event.place.name)]

    @property
    def text(self) -> str:
        """What was written; nothing where a button was pressed or something else came."""
        if self._reading is not None:
            return self._reading
        return self.input.text if isinstance(self.input, Text) else ""

    def may(self, *meant: Act) -> bool:
        """Whether the message, as a whole, may do one of these acts; a press, and staff, always."""
        written = self._written
        return written is None or acts.may(written, self.situation, *meant)

    def may_well(self, act: Act) -> bool:
        """Whether it is likely enough that it does an act, not to do what contradicts it."""
        written = self._written
        return written is not None and acts.may_well(written, self.situation, act)

    def asks_rather_than(self, act: Act) -> bool:
        """Whether the message asks something, and hardly does this act."""
        likely = {*self.likely_acts()}
        return bool(likely & {Act.ASKS, Act.CHECKS}) and act not in likely

    def likely_acts(self) -> Sequence[Act]:
        """What the message does, as far as was learnt, the likeliest first."""
        written = self._written
        return () if written is None else acts.likely(written, self.situation)

    @property
    def _written(self) -> str | None:
        """The whole message of a participant: acts were learnt from no other."""
        return self.input.text if self.role is None and isinstance(self.input, Text) else None

    @contextmanager
    def reading(self, sentence: str) -> Iterator[None]:
        """Take one sentence for the whole, while what it asks is answered."""
        before, self._reading = self._reading, sentence if self.text else None
        try:
            yield
        finally:
            self._reading = before

    def leave_open(self) -> None:
        """Remember that what is read now has no answer here: it may be sent on."""
        said = self.text.strip()
        if said and said not in self.left_open:
            self.left_open.append(said)
        self.dialogue.unanswered = " ".join(self.left_open) or self.dialogue.unanswered

    @property
    def names(self) -> EventNames:
        """What questions may name of the event."""
        return self.days[self.books.key].names

    async def at(self, day: Day) -> "Turn":
        """The same turn about another day, to answer a question about it: nothing else changes."""
        if day.key == self.books.key or self.open_books is None:
            return self
        spoken = words(self.words.language, day.event.zone)
        role = self.role_at(day) if self.role_at is not None else None
        turn = replace(self, books=await self.open_books(day), words=spoken, role=role)
        turn.topics, turn.situation = self.topics, self.situation
        return turn

    def say(self, text: Markup, *rows: tuple[Button | LinkButton, ...]) -> None:
        """Say it in a new message; for whom, where an organiser acts for a party."""
        text, shown = self._framed(text, rows)
        self.replies.append(Say(text, shown))

    def _framed(self, text: Markup, rows: Rows) -> tuple[Markup, Rows]:
        rows = filled(rows)
        if self.frame is None:
            return text, rows
        return PARAGRAPH.join([self.frame.title, text]), (*rows, (self.frame.back,))

    def show(self, text: Markup, *rows: tuple[Button | LinkButton, ...]) -> None:
        """Say it in the message whose button was pressed; in a new one when none was, or it cannot.

        A question stays where it was asked, whatever its buttons lead to.
        """
        pressed = isinstance(self.input, Press) and is_lasting(self.input.data)
        if pressed and self.channel.edits:
            text, shown = self._framed(text, rows)
            self.replies.append(Replace(text, shown))
        else:
            self.say(text, *rows)

    def say_before(self, at: int, paragraphs: Sequence[Markup]) -> None:
        """Say something at the head of the first message among the replies from a place on."""
        self._say_with(at, lambda text: [*paragraphs, text])

    def say_after(self, at: int, paragraphs: Sequence[Markup]) -> None:
        """The same at its foot."""
        self._say_with(at, lambda text: [text, *paragraphs])

    def _say_with(self, at: int, whole: Callable[[Markup], Sequence[Markup]]) -> None:
        for place in range(at, len(self.replies)):
            reply = self.replies[place]
            if isinstance(reply, Say | Replace | Question):
                said = PARAGRAPH.join(whole(reply.text))
                self.replies[place] = replace(reply, text=said)
                return
        self.say(PARAGRAPH.join(one for one in whole(Markup()) if one))

    def confirm(self, text: Markup, yes: Button, no: Button, *rows: tuple[Button, ...]) -> None:
        """Ask for a yes or a no to what was said; the next words answer it as buttons do."""
        self.choose(text, (yes, no), *rows, yes=yes, no=no)

    def confirm_leaving(
        self,
        text: Markup,
        yes: Button,
        no: Button,
        stays: Button,
        *rows: tuple[Button, ...],
        who: str = "",
        named: Mapping[str, Button] | None = None,
    ) -> None:
        """The same of somebody who does not come; `stays`: what « mais si, elle vient » does.

        `who`: their name, where it is not all of them; `named`: see `choose`.
        """
        self.choose(text, (yes, no), *rows, named=named, yes=yes, no=no)
        if self.dialogue.awaited is not None:
            self.dialogue.awaited.stays = stays.data
            self.dialogue.awaited.leaving = who

    def choose(
        self,
        text: Markup,
        *rows: tuple[Button, ...],
        named: Mapping[str, Button] | None = None,
        yes: Button | None = None,
        no: Button | None = None,
        is_open: bool = True,
    ) -> None:
        """Ask for one of these buttons, which always work; its label may be written as well.

        `named`: what else may be written for a button, such as a first name; `yes` and `no`: the
        buttons that all kinds of yes and no stand for. `is_open`: asked again until it is answered.
        """
        self.show(text, *rows)
        self.wait_for(*rows, named=named, yes=yes, no=no)
        if is_open and self.dialogue.awaited is not None:
            self.dialogue.awaited.question = str(text)

    def ask_again(self, *said: Markup) -> None:
        """Ask once more what the answer before asked with lasting buttons, if it did."""
        awaited = self.awaited
        if awaited is None or not awaited.question:
            return
        asked = Markup(awaited.question)  # noqa: S704, what was said before
        rows = [tuple(Button(label, data) for label, data in row) for row in awaited.rows]
        self.say(PARAGRAPH.join([*said, asked]), *rows)
        self.dialogue.awaited = awaited

    def wait_for(
        self,
        *rows: tuple[Button, ...],
        named: Mapping[str, Button] | None = None,
        yes: Button | None = None,
        no: Button | None = None,
        written: Mapping[str, Button] | None = None,
    ) -> None:
        """The same where the buttons are shown already; `written`: what else may be all of it."""
        written = {**(written or {}), **(named or {})} | {
            button.label: button for row in rows for button in row
        }
        self.dialogue.awaited = Awaited(
            yes=yes.data if yes is not None else "",
            no=no.data if no is not None else "",
            labels={plain(label): button.data for label, button in written.items()},
            names={plain(name): button.data for name, button in (named or {}).items()},
            rows=[[(one.label, one.data) for one in row] for row in rows],
            at=self.now,
        )

    def prompt(self, text: Markup, to: Verb, argument: str = "", *rows: tuple[Button, ...]) -> None:
        """Ask for something to be written, which a topic takes (`Topic.written`).

        Only what comes next is taken; a button of `rows`, or any other, does something else.
        """
        self.choose(text, *rows)
        self.expect(to, argument)

    def expect(self, to: Verb, argument: str = "") -> None:
        """The same where it was asked for already."""
        self.dialogue.prompt = Prompt(verb=to.verb, argument=argument)

    def ask(self, paragraphs: Sequence[Markup], *rows: tuple[Button | LinkButton, ...]) -> None:
        """Ask a question; its buttons become the live ones."""
        self.put_keyboard_away("phone.away")
        text, shown = self._framed(PARAGRAPH.join(paragraphs), rows)
        self.replies.append(Question(text, shown))

    def end_question(self) -> None:
        """No question is open any more: its buttons go away."""
        self.put_keyboard_away("phone.away")
        self.dialogue.step = None
        self.dialogue.doubt = None
        self.dialogue.change = None
        self.dialogue.revision += 1
        self.replies.append(EndQuestion())

    def lay_keyboard(self, key: str, *, label: str) -> None:
        """Lay a keyboard under the chat whose one button shares the person's own number."""
        self.dialogue.has_keyboard = True
        self.replies.append(AskPhone(self.words(key), self.words.plain(label)))

    def put_keyboard_away(self, key: str) -> None:
        """Put that keyboard away again, with a word; nothing when there is none."""
        if self.dialogue.has_keyboard:
            self.dialogue.has_keyboard = False
            self.replies.append(PutKeyboardAway(self.words(key)))

    def toast(self, key: str, /, **values: object) -> None:
        """Notify over the chat, for a press; what was answered in words is told in words."""
        if isinstance(self.input, Press):
            self.replies.append(Toast(self.words.plain(key, **values)))
        else:
            self.say(self.words(key, **values))

    def speak(self, language: str) -> None:
        """Speak this language from now on."""
        self.dialogue.language = language
        self.words = words(language, self.event.zone)

    def live_button(self, label: str, to: Verb, argument: str = "") -> Button:
        """A button of the question being asked: it works until that is answered."""
        draft, revision = self.draft.id, self.dialogue.revision
        data = ButtonData(to.verb, argument, draft, revision, event=self.books.key)
        return Button(label, data.pack())

    def link(self, argument: str) -> str:
        """What opens a conversation with the bot that begins with `/start argument`."""
        return self.channel.link(argument)

    def link_of_day(self, word: str, *, token: str) -> str:
        """The same about this day, for a topic opened by `word` (with its `_`): see `token_of`."""
        return self.link(f"{word}{self.books.key}_{token}")

    @property
    def called(self) -> str:
        """How the person who writes is called, as their channel presents them."""
        return f"{self.person.first_name} {self.person.last_name}".strip()

    async def journal(
        self, what: str, *, before: str = "", after: str = "", party: Party | None = None
    ) -> None:
        """Note what an organiser does, for `/journal`: its sentence is `journal.<what>`.

        `before` and `after` are plain text; `party`: whom it concerns.
        """
        await self.books.journal.add(
            self.address,
            Deed(self.now, self.called, what, before, after),
            party=party.key if party is not None else NO_PARTY,
        )

    # ---- whose turn it is

    @property
    def is_organiser(self) -> bool:
        """Whether they may do everything at the day."""
        return self.role is Role.ORGANISER

    @property
    def acting_for(self) -> PartyCode:
        """The party that an organiser acts for; empty: none but their own."""
        return self.dialogue.acting_for if self.is_organiser else PartyCode("")

    @property
    def may_change(self) -> bool:
        """Whether what is registered may be changed: closed registration stops no organiser."""
        return self.books.is_open or bool(self.acting_for)

    async def parties(self) -> list[Party]:
        """The parties that may be talked about: theirs, or the one that is acted for."""
        if not self.acting_for:
            return await self.books.parties.of(self.address)
        party = await self.books.parties.of_code(self.acting_for)
        return [party] if party is not None else []

    async def registered(self) -> Party | None:
        """Their party: the one they talk about where they have several; None where they have none.

        Those they may change come first.
        """
        parties = await self.parties()
        chosen = (one for one in parties if one.code == self.dialogue.party)
        return next(chosen, None) or next(iter(parties), None)

    # ---- what handlers are only called with

    @property
    def party(self) -> Party:
        """The party of the contact person who writes; for handlers that only they may call."""
        if self._party is None:
            raise LookupError("nobody checked that this is a contact person")
        return self._party

    @party.setter
    def party(self, party: Party) -> None:
        self._party = party

    @property
    def draft(self) -> Draft:
        """The draft being filled in; handlers of its steps are only called when there is one."""
        if self.dialogue.draft is None:
            raise LookupError("no draft in this dialogue")
        return self.dialogue.draft
