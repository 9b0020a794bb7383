"""The simulated people: each sends its next step when the answer to the previous one arrived."""

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Final

from bench.server import BotApi, Json

PATIENCE: Final = 10.0
"""Seconds after which an answer that has not come is an error."""


class NoAnswerError(Exception):
    """The bot did not answer a step in time, or not with what the next step needs."""


@dataclass(frozen=True)
class Say:
    """A text or a command is written; ``{n}`` in it is the person's number."""

    text: str


@dataclass(frozen=True)
class Press:
    """The button whose label contains these words is pressed."""

    label: str


Step = Say | Press


@dataclass(frozen=True)
class Script:
    """What a person sends, step by step, and which messages of the bot answer a step."""

    steps: Sequence[Step]
    is_answer: Callable[[Json], bool]


BINOME: Final = Script(
    (
        Say("/start"),
        Press("S’inscrire"),
        Say("CC du Pilat Rhodanien"),
        Press("Un binôme"),
        Say("Marie Dupont"),
        Say("adjointe au maire, mairie de Pélussin"),
        Say("Paul Martin"),
        Say("chargé de mission, parc du Pilat"),
        Say("marie.dupont{n}@mairie-pelussin.fr"),
        Press("Sans téléphone"),
        Press("Confirmer"),
    ),
    is_answer=lambda message: bool(_buttons(message)),
)
"""The registration of a binôme. Every answer has buttons, be they only to stop."""

ECHO: Final = Script((Say("CC du Pilat Rhodanien"),), is_answer=lambda message: True)
"""What an echo bot is sent."""

GREETED: Final = Script(BINOME.steps[:1], BINOME.is_answer)
"""Somebody says /start, and no more."""


class Person:
    """Somebody in a private chat with the bot, who follows a script from its first step."""

    def __init__(self, number: int, script: Script, api: BotApi) -> None:
        self.id = 1_000_000 + number
        self._number = number
        self._script = script
        self._api = api
        self._position = 0
        self._heard: Json | None = None
        self.sent_at = 0.0

    def send(self) -> None:
        """Send the step where the script stands."""
        step = self._script.steps[self._position]
        update = self._message(step) if isinstance(step, Say) else self._press(step)
        self.sent_at = time.perf_counter()
        self._api.push(update)

    def hears(self, message: Json) -> bool:
        """Take a message of the bot; return whether it answers the step that was sent.

        An answer has the button that the next step presses, if it presses one.
        """
        self._heard = message
        following = self._script.steps[self._position + 1 :][:1]
        if following and isinstance(following[0], Press):
            return find_button(message, following[0].label) is not None
        return self._script.is_answer(message)

    def advance(self) -> bool:
        """Go to the next step; return False when there is none."""
        self._position += 1
        return self._position < len(self._script.steps)

    def describe(self) -> str:
        """Say which step waits for its answer, and what was heard last."""
        heard = "nothing" if self._heard is None else _shown(self._heard)
        return (
            f"step {self._position + 1}, {self._script.steps[self._position]}; last heard: {heard}"
        )

    def _user(self) -> Json:
        return {
            "id": self.id,
            "is_bot": False,
            "first_name": "Marie",
            "last_name": "Dupont",
            "language_code": "fr",
        }

    def _message(self, step: Say) -> Json:
        text = step.text.format(n=self._number)
        message: Json = {
            "message_id": self._api.next_message_id(),
            "from": self._user(),
            "chat": {"id": self.id, "type": "private", "first_name": "Marie"},
            "date": self._api.now(),
            "text": text,
        }
        if text.startswith("/"):
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text)}]
        return {"message": message}

    def _press(self, step: Press) -> Json:
        assert self._heard is not None, "a script begins with something said"
        query = {
            "id": str(self._api.next_message_id()),
            "from": self._user(),
            "chat_instance": str(self.id),
            "message": self._heard,
            "data": find_button(self._heard, step.label),
        }
        return {"callback_query": query}


class Crowd:
    """So many people at once; whoever has finished is followed by somebody new, up to a number.

    Attributes:
        latencies: seconds from each step to its answer, in the order of the answers.
        finished: how many people have come to the end of the script.
    """

    def __init__(self, size: int, script: Script, api: BotApi, people: float = math.inf) -> None:
        self.latencies: list[float] = []
        self.finished = 0
        self._size = size
        self._to_come = people
        self._script = script
        self._api = api
        self._numbers = count(1)
        self._people: dict[int, Person] = {}

    def start(self) -> None:
        """Let everybody send the first step."""
        self._api.heard = self._hear
        self._fill()

    def admit(self, people: int) -> None:
        """Let so many more people come."""
        self._to_come += people
        self._fill()

    @property
    def is_empty(self) -> bool:
        """Whether everybody has finished."""
        return not self._people

    def check(self, patience: float = PATIENCE) -> None:
        """See whether nobody has waited for longer than this many seconds.

        Raises:
            NoAnswerError: somebody has; names the step and the last message.
        """
        if self.is_empty:
            return
        oldest = min(self._people.values(), key=lambda person: person.sent_at)
        if time.perf_counter() - oldest.sent_at > patience:
            raise NoAnswerError(f"no answer in {patience:.0f} s: {oldest.describe()}")

    def _fill(self) -> None:
        while len(self._people) < self._size and self._to_come:
            self._to_come -= 1
            person = Person(next(self._numbers), self._script, self._api)
            self._people[person.id] = person
            person.send()

    def _hear(self, message: Json) -> None:
        person = self._people.get(message["chat"]["id"])
        if person is None or not person.hears(message):
            return
        self.latencies.append(time.perf_counter() - person.sent_at)
        if person.advance():
            person.send()
        else:
            self.finished += 1
            del self._people[person.id]
            self._fill()


def find_button(message: Json, label: str) -> str | None:
    """Return the callback data of the button whose label contains these words, if there is one."""
    wanted = plain(label)
    return next((data for text, data in _buttons(message) if wanted in plain(text)), None)


def _buttons(message: Json) -> list[tuple[str, str]]:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [
        (button["text"], button["callback_data"])
        for row in rows
        for button in row
        if "callback_data" in button
    ]


def plain(text: str) -> str:
    """A label as it is compared: whatever its case, its spaces and its apostrophes."""
    return " ".join(text.replace("'", "’").casefold().split())


def _shown(message: Json) -> str:
    labels = " ".join(f"[{label}]" for label, _ in _buttons(message))
    return f"{message['text']!r} {labels}"
