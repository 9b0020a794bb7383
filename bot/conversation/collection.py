"""All topics together: what is called by which name, and nothing by one name twice."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

from markupsafe import Markup

from bot.conversation import acting, details, phrases, repeating
from bot.conversation.messages import Button, Media
from bot.conversation.purpose import Purpose
from bot.conversation.state import Draft, Prompt
from bot.conversation.topic import Answer, Entry, Listener, Said, Teller, Topic, Who
from bot.conversation.turn import DueMessage, Turn
from bot.domain.event import Event
from bot.domain.roles import Role
from bot.i18n import Words
from bot.store.deliveries import Delivery
from bot.understanding import inquiries, placed
from bot.understanding.intents import Intent

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

_CHECKED_HERE = (Who.EVERYBODY, Who.ORGANISERS, Who.STAFF)
_OF_STAFF = (Who.ORGANISERS, Who.STAFF)


class DeclaredTwiceError(ValueError):
    """Two topics declare the same."""


class UncheckedError(LookupError):
    """Nothing says who somebody is that a topic admits."""


class UnknownMessageError(LookupError):
    """No topic writes messages of this kind: a newer version owed it, or a name is wrong."""


class Topics:
    """What the bot can talk about; its commands are listed in the order of the topics.

    Raises:
        DeclaredTwiceError: two topics declare one command, button, link, request, answer…
        UncheckedError: no topic says who somebody is.
    """

    def __init__(self, topics: Iterable[Topic]) -> None:
        self.all = tuple(topics)
        self._commands = self._once("command", lambda topic: topic.entries_by_command)
        self._buttons = self._once("button", lambda topic: topic.buttons)
        self._written = self._once("prompt", lambda topic: topic.written_things)
        self._links = self._once("link", lambda topic: topic.links)
        self._requests = self._once("request", lambda topic: topic.requests)
        self._answers = self._once("answer", lambda topic: topic.answers)
        self._writers = self._once("message", lambda topic: topic.writers)
        self._repliers = self._once("replier", lambda topic: topic.repliers)
        self._purposes = self._once("purpose", lambda topic: topic.purposes)
        self._checks = self._once("check", lambda topic: topic.checks)
        self._said = [one for topic in self.all for one in topic.said_things]
        self._hearers = [one for topic in self.all for one in topic.hearers]
        self._meanwhile = [one for topic in self.all for one in topic.hearers_meanwhile]
        for who in Who:
            if who not in _CHECKED_HERE and who not in self._checks:
                raise UncheckedError(f"no topic says who is {who.name}")

    def _once(self, kind: str, declared: Callable[[Topic], Iterable[tuple[K, V]]]) -> dict[K, V]:
        """What the topics declare of a kind, by name."""
        found: dict[K, V] = {}
        owners: dict[K, str] = {}
        for topic in self.all:
            for name, what in declared(topic):
                if name in found:
                    both = f"{owners[name]} and {topic.name}"
                    raise DeclaredTwiceError(f"the {kind} {name!s} is declared by {both}")
                found[name], owners[name] = what, topic.name
        return found

    # ---- what is called by a name

    async def obey(self, turn: Turn, name: str, *, argument: str = "") -> bool:
        """Let the handler of a command answer; whether there is one for this person."""
        return await self._call(turn, self._commands.get(name), argument)

    async def press(self, turn: Turn, verb: str, *, argument: str) -> bool:
        """The same for a button that always works."""
        return await self._call(turn, self._buttons.get(verb), argument)

    async def take(self, turn: Turn, prompt: Prompt) -> bool:
        """The same for what was asked to be written; a file only where files are taken."""
        taker = self._written.get(prompt.verb)
        if taker is None or (isinstance(turn.input, Media) and not taker.takes_files):
            return False
        return await self._call(turn, taker.entry, prompt.argument)

    async def open(self, turn: Turn, link: str) -> bool:
        """The same for a link to the bot."""
        for declared, entry in self._links.items():
            if link == declared or (declared.endswith("_") and link.startswith(declared)):
                return await self._call(turn, entry, link.removeprefix(declared))
        return False

    async def request(self, turn: Turn, intents: Iterable[Intent]) -> bool:
        """The same for what is wanted in words, no question being open."""
        request = next((self._requests[one] for one in intents if one in self._requests), None)
        return await self.serve(turn, request)

    async def serve(self, turn: Turn, entry: Entry | None) -> bool:
        """The same for what a topic recognised itself."""
        return await self._call(turn, entry, "")

    async def _call(self, turn: Turn, entry: Entry | None, argument: str) -> bool:
        """Call a handler if the person may: nowhere else is that asked of what is declared.

        What is the staff's own is done for no party but the one that it names itself.
        """
        if entry is None or not _admits(entry.who, turn.role):
            return False
        check = self._checks.get(entry.who)
        if entry.who in _OF_STAFF:
            await acting.end(turn)
        if check is None or await check(turn):
            await entry.handler(turn, argument)
        return True

    def menu(
        self, words: Words, events: Sequence[Event], role: Role | None = None
    ) -> tuple[tuple[str, str], ...]:
        """The commands with what they do, at one of these events; staff have theirs first."""
        listed = [
            one
            for topic in self.all
            for one in topic.commands
            if one.in_menu and any(topic.offered(event) for event in events)
        ]
        theirs = [
            one.names[0]
            for one in listed
            if one.entry.who in _OF_STAFF and _admits(one.entry.who, role)
        ]
        everybodys = [one.names[0] for one in listed if one.entry.who not in _OF_STAFF]
        names = [*theirs, *everybodys]
        return tuple((name, words.plain(f"command.{name}")) for name in names)

    # ---- what is said in words

    async def hear(self, turn: Turn, text: str) -> bool:
        """Let a topic serve what it hears in a text, no question being open; whether one does."""
        return await _first(self._hearers, turn, text)

    async def hear_meanwhile(self, turn: Turn, text: str) -> bool:
        """The same while a question is open."""
        return await _first(self._meanwhile, turn, text)

    async def reply(self, turn: Turn, message: Delivery, text: str) -> Button | None:
        """The button of a message that words stand for."""
        replier = self._repliers.get(message.kind)
        return None if replier is None else await replier(turn, message, text)

    def said(self, turn: Turn, text: str) -> Said | None:
        """What a topic recognises by itself in a text."""
        return next((one for one in self._said if one.is_said(turn, text)), None)

    def answered(self, intents: Iterable[Intent]) -> list[Intent]:
        """Those of them that have an answer."""
        return [intent for intent in _once(intents) if intent in self._answers]

    async def answer(self, turn: Turn, intent: Intent) -> Markup:
        """What a question is answered with."""
        return repeating.told(turn, intent, await self._answers[intent].tell(turn))

    async def answers_to(self, turn: Turn, intents: Iterable[Intent]) -> list[Markup]:
        """What several questions of one message are answered with, a paragraph each."""
        return await self._told(turn, _once(intents), lambda answer: answer.tell)

    async def _told(
        self, turn: Turn, intents: Sequence[Intent], way: Callable[[Answer], Teller]
    ) -> list[Markup]:
        """The answers in the order asked, each to the words that ask it."""
        told: details.Answers = []
        nouns: list[str | None] = []
        for one in placed.each(turn.text, intents, _reader(turn)):
            with turn.reading(one.text):
                said = await way(self._answers[one.intent])(turn)
                told = [*told, (one.intent, said)]
                nouns.append(details.not_told(turn, one.intent, said))
        fitted = details.fitted(turn, told)
        if fitted is told:
            fitted = told = details.together(turn, told, nouns)
        return repeating.each(turn, told, fitted)

    def further(self, turn: Turn, intent: Intent) -> tuple[Button, ...]:
        """The button that leads further than the answer, where there is one."""
        further = self._answers[intent].further
        button = None if further is None else further(turn)
        return () if button is None else (button,)

    async def in_passing(
        self, turn: Turn, intents: Iterable[Intent], later: Markup
    ) -> Sequence[Markup]:
        """Answers as paragraphs, said before a question is asked again, and of which day they are.

        `later` is said of what can only be done when no question is open.
        """
        asked = _once(intents)
        known = [one for one in asked if one in self._answers]
        said = await self._told(turn, known, lambda answer: answer.in_passing)
        said += [later] if len(known) < len(asked) else []
        return [*turn.about(), *phrases.reached_once(turn.words, turn.event, said)]

    @property
    def faq(self) -> list[Intent]:
        """The questions offered as buttons, in their order."""
        places = {one: answer.faq for one, answer in self._answers.items() if answer.faq}
        return sorted(places, key=lambda intent: places[intent])

    # ---- the rest

    def purpose(self, draft: Draft) -> Purpose:
        """What a draft is for."""
        return self._purposes[draft.purpose]

    async def write(self, due: DueMessage) -> None:
        """Say a message that is owed; nothing where nobody needs it any more.

        Raises:
            UnknownMessageError: no topic writes messages of this kind.
        """
        kind = due.delivery.kind
        if kind not in self._writers:
            raise UnknownMessageError(f"no topic writes messages of the kind {kind!r}")
        await self._writers[kind](due)


def _admits(who: Who, role: Role | None) -> bool:
    """Whether somebody of this role may; what else has to be looked at is not asked here."""
    match who:
        case Who.ORGANISERS:
            return role is Role.ORGANISER
        case Who.STAFF:
            return role is not None
        case _:
            return True


def _once(intents: Iterable[Intent]) -> list[Intent]:
    """Without what another of them tells too: hours come with their day."""
    asked = list(intents)
    told = {_WITH[one] for one in asked if one in _WITH}
    return [one for one in asked if one not in told]


_WITH = {Intent.HOURS: Intent.DATE, Intent.WAITING_LIST: Intent.SEATS}


def _reader(turn: Turn) -> placed.Reader:
    """What a sentence asks, at the day that is talked about."""
    return lambda sentence: inquiries.each_of(sentence, turn.names)


async def _first(listeners: Iterable[Listener], turn: Turn, text: str) -> bool:
    """Let the first one serve that knows what is meant, of those who listen to such a message."""
    for one in listeners:
        if (not one.acts or turn.may(*one.acts)) and await one.hear(turn, text):
            return True
    return False
