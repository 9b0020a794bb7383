"""One turn of a conversation: an input comes in, replies go out."""

from dataclasses import dataclass, field
from datetime import datetime

from markupsafe import Markup

from bot.conversation.buttons import Action, is_lasting
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
    Reply,
    Rows,
    Say,
    Toast,
)
from bot.conversation.phrases import PARAGRAPH
from bot.conversation.state import Dialogue, Draft
from bot.domain.event import Event
from bot.i18n import Words, words
from bot.understanding.proper import NO_NAMES, ProperNames
from bot.usecases.desk import Desk


@dataclass(slots=True)
class Turn:
    """All that a handler may look at and change while it answers one input."""

    person: Person
    input: Input
    dialogue: Dialogue
    desk: Desk
    event: Event
    words: Words
    now: datetime
    is_organiser: bool
    names: ProperNames = NO_NAMES
    """The event's proper names, as questions may name them."""
    channel: Capabilities = WORDS_ONLY
    """What the channel they write through can do."""
    replies: list[Reply] = field(default_factory=list)

    # ---- saying

    def say(self, text: Markup, *rows: tuple[Button | LinkButton, ...]) -> None:
        """Say it in a new message."""
        self.replies.append(Say(text, _filled(rows)))

    def show(self, text: Markup, *rows: tuple[Button | LinkButton, ...]) -> None:
        """Say it in the message whose button was pressed; in a new one when none was, or it cannot.

        A question stays where it was asked, whatever its buttons lead to.
        """
        pressed = isinstance(self.input, Press) and is_lasting(self.input.data)
        if pressed and self.channel.edits:
            self.replies.append(Replace(text, _filled(rows)))
        else:
            self.say(text, *rows)

    def ask(self, paragraphs: list[Markup], *rows: tuple[Button | LinkButton, ...]) -> None:
        """Ask a question; its buttons become the live ones."""
        self.put_keyboard_away("phone.away")
        self.replies.append(Question(PARAGRAPH.join(paragraphs), _filled(rows)))

    def end_question(self) -> None:
        """No question is open any more: its buttons go away."""
        self.put_keyboard_away("phone.away")
        self.dialogue.step = None
        self.dialogue.doubt = None
        self.dialogue.revision += 1
        self.replies.append(EndQuestion())

    def lay_keyboard(self, key: str, label: str) -> None:
        """Lay a keyboard under the chat whose one button shares the person's own number."""
        self.dialogue.has_keyboard = True
        self.replies.append(AskPhone(self.words(key), self.words.plain(label)))

    def put_keyboard_away(self, key: str) -> None:
        """Put that keyboard away again, with a word; nothing when there is none."""
        if self.dialogue.has_keyboard:
            self.dialogue.has_keyboard = False
            self.replies.append(PutKeyboardAway(self.words(key)))

    def toast(self, key: str, /, **values: object) -> None:
        """Notify over the chat, for a press."""
        self.replies.append(Toast(self.words.plain(key, **values)))

    def speak(self, language: str) -> None:
        """Speak this language from now on."""
        self.dialogue.language = language
        self.words = words(language, self.event.zone)

    # ---- buttons

    def button(self, key: str, verb: str, argument: str = "", /, **values: object) -> Button:
        """A button that works whenever it is pressed."""
        return Button(self.words.plain(key, **values), Action(verb, argument).pack())

    def live_button(self, label: str, verb: str, argument: str = "") -> Button:
        """A button of the question being asked: it works until that is answered."""
        action = Action(verb, argument, self.draft.id, self.dialogue.revision)
        return Button(label, action.pack())

    def link(self, argument: str) -> str:
        """What opens a conversation with the bot that begins with `/start argument`."""
        return self.channel.link(argument)

    # ---- the draft

    @property
    def draft(self) -> Draft:
        """The draft being filled in; handlers of its steps are only called when there is one."""
        if self.dialogue.draft is None:
            raise LookupError("no draft in this dialogue")
        return self.dialogue.draft


def _filled(rows: Rows) -> Rows:
    return tuple(row for row in rows if row)
