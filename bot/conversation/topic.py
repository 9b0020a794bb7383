"""How a topic says what it serves: commands, buttons, requests, answers, messages owed, purposes.

A topic is one file of `bot.conversation.topics` with one `topic = Topic("…")`; each of its
functions says above itself what it is for. `Topics` collects them for the engine.

Topics lead to each other in circles (what is registered can be changed, what was changed is shown
as registered). So they import each other as modules, and use each other inside functions only.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Concatenate, Generic, ParamSpec, TypeVar

from markupsafe import Markup

from bot.conversation.buttons import Verb
from bot.conversation.messages import Button
from bot.conversation.purpose import Purpose
from bot.conversation.turn import DueMessage, Turn
from bot.domain.event import Event
from bot.store.deliveries import Delivery
from bot.understanding.act import Act
from bot.understanding.intents import Intent

P = ParamSpec("P")
AnyPurpose = TypeVar("AnyPurpose", bound=Purpose)

Handler = Callable[[Turn, str], Awaitable[None]]
"""Answers an input; the text is a command's, a button's or a link's argument."""
AnyHandler = TypeVar("AnyHandler", bound=Handler)

Teller = Callable[[Turn], Awaitable[Markup]]
"""Tells what a question asks for."""

Writer = Callable[[DueMessage], Awaitable[None]]
"""Says a message that is owed, as it reads now; says nothing where nobody needs it any more."""
AnyWriter = TypeVar("AnyWriter", bound=Writer)


Hearer = Callable[[Turn, str], Awaitable[bool]]
"""Serves what is said in words where it knows what is meant; whether it does."""
AnyHearer = TypeVar("AnyHearer", bound=Hearer)

Replier = Callable[[Turn, Delivery, str], Awaitable[Button | None]]
"""The button that words stand for which answer a message owed; None: they do not, or nobody
waits for an answer any more. Its label says what is answered, and how."""
AnyReplier = TypeVar("AnyReplier", bound=Replier)


class Who(Enum):
    """Who may do something."""

    EVERYBODY = auto()
    ORGANISERS = auto()
    """For anyone else it does not exist."""
    STAFF = auto()
    """Organisers and those at the welcome desk; for anyone else it does not exist."""
    CONTACT_PERSON = auto()
    """Of a party, which is `turn.party` then; others are told whose it is to do."""


Check = Callable[[Turn], Awaitable[bool]]
"""Whether the person may; where not, it says what there is to say."""
AnyCheck = TypeVar("AnyCheck", bound=Check)


class Pressable(Verb, Generic[P]):
    """A handler that a button calls, whoever shows it: see `Turn.button`."""

    def __init__(
        self, verb: str, handler: Callable[Concatenate[Turn, str, P], Awaitable[None]]
    ) -> None:
        super().__init__(verb)
        self._handler = handler

    async def __call__(
        self, turn: Turn, argument: str = "", *args: P.args, **kwargs: P.kwargs
    ) -> None:
        """Answer as if it had been pressed."""
        await self._handler(turn, argument, *args, **kwargs)


@dataclass(frozen=True, slots=True)
class Entry:
    """A handler, and who may call it."""

    handler: Handler
    who: Who


@dataclass(frozen=True, slots=True)
class Taker:
    """A handler of what was asked to be written, and whether it takes files as well."""

    entry: Entry
    takes_files: bool


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its name, other names it has, and whether it is in the channel's menu."""

    names: tuple[str, ...]
    entry: Entry
    in_menu: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question is answered with, and the button that leads further."""

    tell: Teller
    in_passing: Teller
    """The same while another question is open."""
    further: Callable[[Turn], Button | None] | None
    faq: int | None
    """Its place among the questions offered as buttons; None: it is not."""


@dataclass(frozen=True, slots=True)
class Said:
    """What is wanted in words that are no question: how it is recognised, and served.

    `meanwhile` is what is said to it while a question is open.
    """

    is_said: Callable[[Turn, str], bool]
    entry: Entry
    meanwhile: Callable[[Turn], Markup]


@dataclass(frozen=True, slots=True)
class Listener:
    """A hearer, and the acts of the messages that it listens to; none: of all."""

    hear: Hearer
    acts: tuple[Act, ...]


class Topic:
    """One thing the bot can talk about.

    `who`: who may, where nothing else is said. `offered`: whether an event's menu shows its
    commands; those that it does not show still answer.
    """

    def __init__(
        self,
        name: str,
        *,
        who: Who = Who.EVERYBODY,
        offered: Callable[[Event], bool] = lambda _event: True,
    ) -> None:
        self.name = name
        self.offered = offered
        self.commands: list[Command] = []
        self.buttons: list[tuple[str, Entry]] = []
        self.written_things: list[tuple[str, Taker]] = []
        self.links: list[tuple[str, Entry]] = []
        self.requests: list[tuple[Intent, Entry]] = []
        self.said_things: list[Said] = []
        self.answers: list[tuple[Intent, Answer]] = []
        self.writers: list[tuple[str, Writer]] = []
        self.repliers: list[tuple[str, Replier]] = []
        self.hearers: list[Listener] = []
        self.hearers_meanwhile: list[Listener] = []
        self.purposes: list[tuple[str, Purpose]] = []
        self.checks: list[tuple[Who, Check]] = []
        self._who = who

    @property
    def entries_by_command(self) -> list[tuple[str, Entry]]:
        """Its commands under all their names."""
        return [(name, command.entry) for command in self.commands for name in command.names]

    def command(
        self, *names: str, who: Who | None = None, in_menu: bool = False
    ) -> Callable[[AnyHandler], AnyHandler]:
        """Called by `/name` (and its other names); in the menu its sentence is `command.<name>`."""

        def declare(handler: AnyHandler) -> AnyHandler:
            self.commands.append(Command(names, Entry(handler, who or self._who), in_menu))
            return handler

        return declare

    def pressed(
        self, verb: str, *, who: Who | None = None
    ) -> Callable[[Callable[Concatenate[Turn, str, P], Awaitable[None]]], Pressable[P]]:
        """Called by a button. Buttons already sent carry the verb: it stays as it is for ever."""

        def declare(
            handler: Callable[Concatenate[Turn, str, P], Awaitable[None]],
        ) -> Pressable[P]:
            pressable = Pressable(verb, handler)
            self.buttons.append((verb, Entry(pressable, who or self._who)))
            return pressable

        return declare

    def written(
        self, verb: str, *, who: Who | None = None, takes_files: bool = False
    ) -> Callable[[Callable[Concatenate[Turn, str, P], Awaitable[None]]], Pressable[P]]:
        """Takes what `Turn.prompt` asked to be written; `takes_files`: a file or picture too."""

        def declare(
            handler: Callable[Concatenate[Turn, str, P], Awaitable[None]],
        ) -> Pressable[P]:
            taking = Pressable(verb, handler)
            taker = Taker(Entry(taking, who or self._who), takes_files)
            self.written_things.append((verb, taker))
            return taking

        return declare

    def opened(self, link: str, *, who: Who | None = None) -> Callable[[AnyHandler], AnyHandler]:
        """Called by a link to the bot; what follows one that ends in `_` is the argument."""

        def declare(handler: AnyHandler) -> AnyHandler:
            self.links.append((link, Entry(handler, who or self._who)))
            return handler

        return declare

    def requested(self, *intents: Intent) -> Callable[[AnyHandler], AnyHandler]:
        """Called by what is wanted in words, while no question is open."""

        def declare(handler: AnyHandler) -> AnyHandler:
            self.requests += [(intent, Entry(handler, self._who)) for intent in intents]
            return handler

        return declare

    def said(
        self, is_said: Callable[[Turn, str], bool], *, meanwhile: Callable[[Turn], Markup]
    ) -> Callable[[AnyHandler], AnyHandler]:
        """Called by words that `is_said` recognises, before they are taken for a question."""

        def declare(handler: AnyHandler) -> AnyHandler:
            self.said_things.append(Said(is_said, Entry(handler, self._who), meanwhile))
            return handler

        return declare

    def asked(
        self,
        *intents: Intent,
        faq: int | None = None,
        further: Callable[[Turn], Button | None] | None = None,
        in_passing: Teller | None = None,
    ) -> Callable[[Teller], Teller]:
        """Answers a question; `faq` is its place among those offered, `faq.<intent>` its label."""

        def declare(tell: Teller) -> Teller:
            answer = Answer(tell, in_passing or tell, further, faq)
            self.answers += [(intent, answer) for intent in intents]
            return tell

        return declare

    def message(self, kind: str) -> Callable[[AnyWriter], AnyWriter]:
        """Writes the messages owed of a kind."""

        def declare(writer: AnyWriter) -> AnyWriter:
            self.writers.append((kind, writer))
            return writer

        return declare

    def replied(self, kind: str) -> Callable[[AnyReplier], AnyReplier]:
        """Says how words answer the messages owed of a kind."""

        def declare(replier: AnyReplier) -> AnyReplier:
            self.repliers.append((kind, replier))
            return replier

        return declare

    def heard(self, *acts: Act) -> Callable[[AnyHearer], AnyHearer]:
        """Hears what is said while no question is open, before it is taken for anything else.

        `acts`: it listens to messages only that may do one of these; none: to every message.
        """

        def declare(hearer: AnyHearer) -> AnyHearer:
            self.hearers.append(Listener(hearer, acts))
            return hearer

        return declare

    def heard_meanwhile(self, *acts: Act) -> Callable[[AnyHearer], AnyHearer]:
        """Hears what is said while a question is open and cannot be an answer to it."""

        def declare(hearer: AnyHearer) -> AnyHearer:
            self.hearers_meanwhile.append(Listener(hearer, acts))
            return hearer

        return declare

    def checked(self, who: Who) -> Callable[[AnyCheck], AnyCheck]:
        """Says whether the person is one of these."""

        def declare(check: AnyCheck) -> AnyCheck:
            self.checks.append((who, check))
            return check

        return declare

    def purpose(self, purpose: AnyPurpose) -> AnyPurpose:
        """What answers given step after step can be for."""
        self.purposes.append((purpose.name, purpose))
        return purpose
