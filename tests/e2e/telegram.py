"""Telegram and its people, as the tests see them: a sandbox that remembers all that happened."""

import asyncio
import io
import re
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any

import openpyxl

from bot.conversation.buttons import unpack
from telegram_sandbox import Sandbox, actions, serve
from telegram_sandbox.events import Listener

Json = dict[str, Any]

TOKEN = "123456:AAE-not-a-secret-but-it-must-not-leak"
NOW = datetime(2015, 2, 16, 8, 0, tzinfo=UTC)
PATIENCE = 40.0
"""Seconds after which what has not come will not come: only a failing test waits so long."""


async def until(condition: Callable[[], object], what: str) -> None:
    """Wait until that is so."""
    try:
        async with asyncio.timeout(PATIENCE):
            while not condition():  # noqa: ASYNC110, not all that is waited for has an event
                await asyncio.sleep(0.003)
    except TimeoutError:
        raise AssertionError(f"waited in vain for {what}") from None


class Telegram(Sandbox):
    """A sandbox; `happened` holds its events, and the bot's requests with the time of each.

    The hooks are called as it happens, before the bot gets its answer.
    """

    url = ""

    def __init__(self) -> None:
        super().__init__(NOW, TOKEN)
        self.happened: list[Json] = []
        self.hooks: list[Callable[[Json], None]] = []
        self.events.listeners.add(_Witness(self))

    def note_request(self, method: str, arguments: Json, status: int) -> None:
        super().note_request(method, arguments, status)
        request = {"method": method, "arguments": arguments, "status": status}
        self.note({"type": "request", "at": time.monotonic(), **request})

    def note(self, happening: Json) -> None:
        self.happened.append(happening)
        for hook in self.hooks:
            hook(happening)

    def spreadsheet(self, message: Json) -> list[dict[str, Any]]:
        """The lines of a spreadsheet that was sent, by the titles of their columns."""
        file = io.BytesIO(self.files[message["document"]["file_id"]].content)
        header, *rows = openpyxl.load_workbook(file).worksheets[0].iter_rows(values_only=True)
        return [dict(zip(map(str, header), row, strict=True)) for row in rows]

    def calls(self, method: str, chat_id: int | None = None) -> list[Json]:
        """The bot's requests of a method, perhaps those about one chat."""
        return [
            one
            for one in self.happened
            if one["type"] == "request"
            and one["method"] == method
            and chat_id in (None, one["arguments"].get("chat_id"))
        ]

    def go_to(self, moment: datetime) -> None:
        self.clock.set(moment)
        self.move_clock()

    def join(self, first_name: str, last_name: str, **facts: Any) -> "Person":
        return Person(self, actions.join(self, first_name, last_name, **facts).id)

    def block(self, person: "Person", *, blocked: bool) -> None:
        actions.block(self, person.id, blocked)

    def fail(self, **faults: Any) -> None:
        """Set what goes wrong from now on; nothing ends it."""
        self.set_faults(type(self.faults)(**faults))

    @asynccontextmanager
    async def served(self) -> AsyncIterator[None]:
        async with serve(self) as self.url:
            yield


class _Witness(Listener):
    def __init__(self, telegram: Telegram) -> None:
        super().__init__()
        self._telegram = telegram

    def put(self, event: Json | None) -> bool:
        if event is not None:
            self._telegram.note(event)
        return True


class Person:
    """Somebody in a private chat with the bot, who reads one message after the other.

    A notification comes before or after the message that it goes with: it is looked for apart.
    """

    def __init__(self, telegram: Telegram, person_id: int) -> None:
        self.telegram = telegram
        self.id = person_id
        self._read = {"message": 0, "edit": 0}
        self._query_id = ""

    @property
    def name(self) -> str:
        person = self.telegram.people[self.id]
        return f"{person.first_name} {person.last_name}"

    # ---- what they do

    def start_chat(self) -> None:
        """Have written once, long ago: the bot may write, and there is nothing to answer."""
        self.telegram.chats[self.id].started = True

    def writes(self, text: str) -> None:
        actions.write(self.telegram, self.id, text)

    async def says(self, text: str) -> Json:
        """Write, and read the next message of the bot."""
        self.writes(text)
        return await self.hears()

    def presses(self, verb: str, argument: str | None = None) -> Json:
        """Press the newest button of this verb (and argument); the message it is on."""
        message, data = self._button(verb, argument)
        self._query_id = actions.press(self.telegram, self.id, message["message_id"], data)
        return message

    async def taps(self, verb: str, argument: str | None = None) -> Json:
        """Press, and read the next message of the bot."""
        self.presses(verb, argument)
        return await self.hears()

    def forges(self, data: str, message_id: int) -> None:
        """Press a button that is not there."""
        self._query_id = actions.press(self.telegram, self.id, message_id, data, forged=True)

    def _button(self, verb: str, argument: str | None) -> tuple[Json, str]:
        for message in reversed(self.messages()):
            for data in callback_data(message):
                if is_button(data, verb, argument):
                    return message, data
        raise AssertionError(f"no button {verb} {argument or ''} before {self.name}")

    # ---- what they see

    def messages(self) -> list[Json]:
        """The bot's messages, as they stand now."""
        chat = self.telegram.chats[self.id]
        bot = self.telegram.bot_id
        return [one for one in chat.messages.values() if one["from"]["id"] == bot]

    async def hears(self) -> Json:
        """The bot's next message."""
        return dict((await self._next("message", self.is_told))["message"])

    async def sees_edit(self) -> Json:
        """The bot's next message whose text is changed in place."""
        return dict((await self._next("edit", self._is_edit))["message"])

    async def toast(self) -> str:
        """The notification that answers the last press: its text, perhaps empty."""
        mine: list[str] = []

        def search() -> bool:
            toasts = filter(self._is_toast, self.telegram.happened)
            mine.extend(one["text"] for one in toasts if one["query_id"] == self._query_id)
            return bool(mine)

        await until(search, f"an answer to the press of {self.name}")
        return mine[0]

    def toasts(self) -> list[str]:
        """All notifications so far."""
        return [str(one["text"]) for one in self.telegram.happened if self._is_toast(one)]

    def is_told(self, happening: Json) -> bool:
        """Whether this is a new message of the bot in this chat."""
        return self._is_about_me("message", happening) and self._by_bot(happening)

    def _is_edit(self, happening: Json) -> bool:
        # Buttons that only go away are no edit that a person would read.
        return self._is_about_me("edit", happening) and "reply_markup" in happening["message"]

    def _is_toast(self, happening: Json) -> bool:
        return self._is_about_me("toast", happening)

    def _is_about_me(self, kind: str, happening: Json) -> bool:
        return bool(happening["type"] == kind and happening["chat_id"] == self.id)

    def _by_bot(self, happening: Json) -> bool:
        return bool(happening["message"]["from"]["id"] == self.telegram.bot_id)

    async def _next(self, kind: str, wanted: Callable[[Json], bool]) -> Json:
        found: Json = {}

        def search() -> bool:
            for place in range(self._read[kind], len(self.telegram.happened)):
                if wanted(self.telegram.happened[place]):
                    found.update(self.telegram.happened[place])
                    self._read[kind] = place + 1
                    return True
            return False

        await until(search, f"{kind} to {self.name}")
        return found

    # ---- registering

    def answers(self, size: int) -> list[str | tuple[str, str]]:
        """What this person answers, step by step: words, or the verb and argument of a button."""
        others = ["Paul Martin", "Inès Garnier"][: size - 1]
        members = [
            answer
            for name in [self.name, *others]
            for answer in (name, "adjointe au maire, mairie de Pélussin")
        ]
        return [
            "/inscription",
            "CC du Pilat Rhodanien",
            ("choose", str(size)),
            *members,
            "accueil@mairie-pelussin.fr",
            ("choose", "without"),
            ("choose", "yes"),
        ]

    async def answers_with(self, answer: str | tuple[str, str]) -> Json:
        return await (self.says(answer) if isinstance(answer, str) else self.taps(*answer))

    async def registers(self, size: int) -> str:
        """Go through the whole registration; the party's code."""
        message: Json = {}
        for answer in self.answers(size):
            message = await self.answers_with(answer)
        await self.hears()  # the calendar file
        return code_in(message)


def callback_data(message: Json) -> list[str]:
    """The data of a message's buttons."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button["callback_data"] for row in rows for button in row if "callback_data" in button]


def is_button(data: str, verb: str, argument: str | None = None) -> bool:
    """Whether this is the data of a button of this verb (and argument), to the letter."""
    button = unpack(data)
    return button is not None and button.verb == verb and argument in (None, button.argument)


def has_button(message: Json, verb: str, argument: str | None = None) -> bool:
    """Whether a message has such a button."""
    return any(is_button(data, verb, argument) for data in callback_data(message))


def is_reminder(message: Json) -> bool:
    """Whether a message is the reminder of the day before."""
    return has_button(message, "coming")


def reminders(person: Person) -> list[Json]:
    """The reminders that somebody got."""
    return [message for message in person.messages() if is_reminder(message)]


def code_in(message: Json) -> str:
    """The code of a party in what the bot said."""
    found = re.search(r"\bPIL-[0-9A-Z]{4}\b", message["text"])
    assert found is not None, message["text"]
    return found[0]
