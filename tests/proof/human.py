"""People who want something and do not give up: without an answer they press or write again."""

import asyncio
import re
import time
from collections.abc import Awaitable, Callable

from e2e.telegram import Json, Person, Telegram, callback_data, has_button

from telegram_sandbox import actions

PATIENCE = 2.5
"""Seconds after which somebody who has heard nothing tries again."""
TRIES = 120
"""How often at most, questions of a registration included."""

Done = Callable[[], Awaitable[bool]]

_ANSWERS: tuple[tuple[str, str | tuple[str, str]], ...] = (
    (r"Quel est votre territoire", "CC du Pilat Rhodanien"),
    (r"Vous pouvez :", ("choose", "0")),
    (r"deuxième personne", "Paul Martin"),
    (r"troisième personne", "Inès Garnier"),
    (r"adresse e-mail", "accueil@mairie-pelussin.fr"),
    (r"téléphone, en cas", ("choose", "without")),
    (r"quel titre", ("choose", "elected")),
    (r"quelle structure", "adjointe au maire, mairie de Pélussin"),
    (r"inscrivez-vous", ("choose", "1")),
    (r"^(Relisons|Puis-je confirmer|(Ces|Vos) coordonnées)", ("choose", "yes")),
)
"""What a question asks, and what is answered: words, or the verb and argument of a button."""


class Human(Person):
    """Somebody with a party of so many, of whom they are the first."""

    def __init__(self, telegram: Telegram, person_id: int, size: int = 1) -> None:
        super().__init__(telegram, person_id)
        self.size = size

    # ---- seeing

    def texts(self) -> list[str]:
        """What the bot has said, oldest first, as it stands now."""
        return [_plain(one) for one in self.messages()]

    def count(self, pattern: str) -> int:
        """How many messages of the bot began so when they came."""
        came = [one["message"] for one in self.telegram.happened if self.is_told(one)]
        return sum(re.match(pattern, _plain(message)) is not None for message in came)

    def newest(self, *verbs: str) -> tuple[Json, str] | None:
        """The newest message with a button of one of the verbs, the first of them if it has it."""
        for message in reversed(self.messages()):
            for verb in verbs:
                for data in callback_data(message):
                    if re.fullmatch(rf"2:\d+:{verb}(:.*)?", data):
                        return message, data
        return None

    def found(self, pattern: str) -> str | None:
        """The newest text that matches."""
        matches = (re.search(pattern, text) for text in reversed(self.texts()))
        return next((match[1] for match in matches if match), None)

    # ---- doing

    def touches(self, *verbs: str, otherwise: str) -> None:
        """Press the newest button of one of the verbs; write when there is none."""
        button = self.newest(*verbs)
        if button is None:
            self.writes(otherwise)
        else:
            actions.press(self.telegram, self.id, button[0]["message_id"], button[1])

    def answers_the_question(self, otherwise: str) -> None:
        """Answer what was asked last."""
        message = next((one for one in reversed(self.messages()) if has_button(one, "stop")), None)
        if message is None:
            self.writes(otherwise)
            return
        answer = self._answer(_plain(message))
        if isinstance(answer, str):
            self.writes(answer)
        else:
            self.touches(":".join(answer) + ":.*", otherwise=otherwise)

    def _answer(self, text: str) -> str | tuple[str, str]:
        if "Combien serez-vous" in text:
            return ("choose", str(self.size))
        if "première personne" in text or "vos prénom et nom" in text:
            return self.name
        return next(
            (answer for asked, answer in _ANSWERS if re.search(asked, text, re.MULTILINE)),
            "/inscription",
        )

    # ---- insisting

    async def insists(self, act: Callable[[], None], done: Done, what: str) -> None:
        """Act, and again after each answer or when there is none, until it is done."""
        for _ in range(TRIES):
            if await done():
                return
            seen = len(self.telegram.happened)
            act()
            await self._hears_something(seen)
        raise AssertionError(f"{self.name} never managed {what}; last heard: {self.texts()[-1:]}")

    async def _hears_something(self, since: int) -> None:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            await asyncio.sleep(0.01)
            if any(map(self._is_for_me, self.telegram.happened[since:])):
                return

    def _is_for_me(self, happening: Json) -> bool:
        if happening.get("chat_id") != self.id or happening["type"] not in ("message", "edit"):
            return False
        return bool(happening["message"]["from"]["id"] == self.telegram.bot_id)


def _plain(message: Json) -> str:
    """The text of a message, with plain spaces."""
    return re.sub(r"[\u00a0\u202f]", " ", message.get("text", ""))
