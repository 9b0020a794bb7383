"""Plays a transcript against the bot: a real database, a clock of its own, pretended telephones."""

import re
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from bot.channels.telegram.capabilities import TelegramCapabilities
from bot.conversation.messages import (
    Blocking,
    Command,
    Edited,
    GroupCall,
    Input,
    Media,
    Person,
    Press,
    SharedContact,
    Text,
    Toast,
)
from bot.dispatch import Dispatch
from bot.domain import event as events
from bot.domain.event import Event
from bot.i18n import data_folder
from bot.reception import Answer, Departure, Received, Reception
from bot.store.database import Database, migrate, open_database
from bot.usecases.desk import Desk

from . import scenery
from .form import Exchange, Persona, Transcript, TranscriptError, fill_in
from .telephone import Telephone

ORGANISER = "Dominique"
FIRST_ID = 1001
"""The organiser's user id; the others follow in the order in which they turn up."""
GROUP = -1001
BOT_NAME = "binome_bot"

_MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
_MOMENT = re.compile(
    r"(?:(?P<day>\d{1,2})(?:er)? (?P<month>\w+) (?P<year>\d{4}) )?"
    r"(?P<hour>\d{1,2}) ?[:h] ?(?P<minute>\d\d)?"
)
_PRESS = re.compile(
    r"(?P<name>\w+) ▸ (?P<label>.+?)(?: \((?:(?P<which>plus haut|trop tard)|de (?P<owner>\w+))\))?"
)
_SAY = re.compile(r"(?P<name>\w+)(?P<group> \(groupe\))?\s?: ?(?P<text>.*)", re.DOTALL)
_MEDIA = {"photo": "photo", "vocal": "voice", "autocollant": "sticker", "position": "location"}
_CONTACT = re.compile(r"\{(?P<whose>mon numéro|le numéro d’un autre) (?P<phone>[+\d ]+)\}")


class SetClock:
    """A clock that shows what it is set to."""

    def __init__(self) -> None:
        self.moment = datetime(2015, 2, 16, 8, tzinfo=UTC)

    def now(self) -> datetime:
        """The present moment, UTC."""
        return self.moment


class Player:
    """The people of one transcript, and the bot they talk to."""

    def __init__(self, database: Database, file: Path, event: Event) -> None:
        self._database = database
        self._file = file
        self._event = event
        self._clock = SetClock()
        self._reception = self._new_reception()
        self._people: dict[str, Persona] = {}
        self._names = [ORGANISER]
        self._telephones: dict[int, Telephone] = {}
        self._blocking: set[int] = set()
        self._lost: list[Received] = []
        self._is_down = False
        self.exchange = Exchange(0, "", [])
        """What happens now."""
        self._update_id = 0
        self._message_id = 100

    @classmethod
    async def start(cls, file: Path) -> Self:
        """A bot with an empty database in `file`."""
        event = events.load(data_folder("events") / "pelussin-2015.toml")
        return cls(await _open(file), file, event)

    async def close(self) -> None:
        """Close the database."""
        await self._database.close()

    async def play(
        self, transcript: Transcript, captured: dict[str, str]
    ) -> AsyncIterator[tuple[Exchange, list[str]]]:
        """Let everything happen; each exchange with what the bot says.

        Raises:
            TranscriptError: a line cannot be played.
            LimitError: Telegram would refuse a reply.
        """
        self._people = transcript.people
        for exchange in transcript.exchanges:
            self.exchange = exchange
            yield exchange, await self._happen(fill_in(exchange.act, captured))

    def _new_reception(self) -> Reception:
        organisers = frozenset({FIRST_ID})
        reception = Reception(self._database, self._event, self._clock, organisers)
        reception.channel = TelegramCapabilities(BOT_NAME)
        return reception

    # ---- what happens

    async def _happen(self, act: str) -> list[str]:
        said = await self._act(act)
        return said + await self._carry_what_is_due()

    async def _act(self, act: str) -> list[str]:
        if act.startswith("@"):
            return await self._direct(act[1:].strip())
        press = _PRESS.fullmatch(act)
        if press:
            return await self._press(press["name"], press["label"], press["which"], press["owner"])
        said = _SAY.fullmatch(act)
        if said is None:
            raise TranscriptError("ni une personne, ni le bot, ni un moment")
        if said["group"]:
            person = self._person(said["name"], GROUP)
            return await self._receive(person, GroupCall()) if _calls(said["text"]) else []
        person = self._person(said["name"])
        if said["text"] == "{lien d’une autre journée}":
            return await self._receive(person, Command("start", await self._link_elsewhere()))
        return await self._receive(person, _input(said["text"]))

    async def _direct(self, direction: str) -> list[str]:
        moment = _MOMENT.fullmatch(direction)
        if moment:
            self._clock.moment = self._moment(moment)
            await self._reception.tidy()
            return []
        if direction == "panne":
            self._is_down = True
            return []
        if direction == "redémarrage":
            return await self._restart()
        if not await self._scene(direction):
            raise TranscriptError(f"ni un moment, ni rien de ce qui peut arriver : {direction}")
        return []

    async def _scene(self, direction: str) -> bool:
        """What happens at the desk without a conversation; whether there is such a thing."""
        if taken := scenery.TAKEN.fullmatch(direction):
            await self._at_desk(lambda desk: scenery.take_seats(desk, int(taken["n"])))
        elif given_back := scenery.GIVEN_BACK.fullmatch(direction):
            await self._at_desk(lambda desk: scenery.give_back(desk, int(given_back["n"])))
        elif registered := scenery.REGISTERED.fullmatch(direction):
            chat_id = self._id(registered["people"].partition(" ")[0])
            await self._at_desk(lambda desk: scenery.register(desk, chat_id, registered))
        elif capacity := scenery.CAPACITY.fullmatch(direction):
            seats = self._event.seats.model_copy(update={"capacity": int(capacity["n"])})
            self._event = self._event.model_copy(update={"seats": seats})
            self._reception = self._new_reception()
        else:
            return False
        return True

    async def _at_desk(self, work: Callable[[Desk], Awaitable[None]]) -> None:
        async with self._database.transaction() as transaction:
            await work(Desk(transaction, self._event, self._clock.now()))

    async def _link_elsewhere(self) -> str:
        """What a link opens that was made for another event in the same database."""
        event = self._event.model_copy(update={"code": "autre-journee"})
        async with self._database.transaction() as transaction:
            return await scenery.link(Desk(transaction, event, self._clock.now()))

    def _moment(self, found: re.Match[str]) -> datetime:
        local = self._clock.moment.astimezone(self._event.zone)
        if found["day"]:
            months = _MONTHS.split()
            if found["month"] not in months:
                raise TranscriptError(f"mois inconnu : {found['month']}")
            month = months.index(found["month"]) + 1
            local = local.replace(int(found["year"]), month, int(found["day"]))
        local = local.replace(hour=int(found["hour"]), minute=int(found["minute"] or 0))
        return local.astimezone(UTC)

    async def _press(
        self, name: str, label: str, which: str | None, owner: str | None
    ) -> list[str]:
        person = self._person(name)
        if label.startswith("{") and label.endswith("}"):
            last = self._telephone(person.chat_id).messages[-1:]
            message_id, data = (last[0].message_id if last else None), label[1:-1]
        else:
            message_id, data = self._telephone(self._id(owner or name)).button(label, which)
        return await self._receive(person, Press(data, message_id, f"query-{self._update_id}"))

    async def _receive(self, person: Person, said: Input) -> list[str]:
        self._update_id += 1
        received = Received(self._update_id, person, said)
        if isinstance(said, Blocking):
            (self._blocking.add if said.blocked else self._blocking.discard)(person.chat_id)
        answers = await self._reception.receive([received])
        if self._is_down:
            self._lost.append(received)
            return []
        return [line for answer in answers for line in self._deliver(answer)]

    def _deliver(self, answer: Answer, head: str = "Bot") -> list[str]:
        head = "Bot (groupe)" if answer.chat_id == GROUP else head
        telephone = self._telephone(answer.chat_id)
        pressed = answer.press.message_id if answer.press else None
        lines: list[str] = []
        toasts_last = sorted(answer.replies, key=lambda reply: isinstance(reply, Toast))
        for reply in toasts_last:
            self._message_id += 1
            lines += telephone.show(reply, pressed, self._message_id)
        self._reception.note(Departure(answer, telephone.live))
        return [re.sub(r"^Bot\b", head, line) for line in lines]

    # ---- the bot writes first

    async def _carry_what_is_due(self) -> list[str]:
        lines: list[str] = []
        if self._is_down:
            return lines
        dispatch = Dispatch(self._database, self._event, self._clock)
        await dispatch.settle()
        while claimed := await dispatch.claim():
            reply, chat_id = await dispatch.write(claimed), claimed.delivery.chat_id
            if reply is None:
                continue
            if chat_id in self._blocking:
                await dispatch.undeliverable(claimed, "blocked")
                continue
            if self._name(chat_id):
                answer = Answer((), chat_id, (reply,))
                lines += self._deliver(answer, f"Bot → {self._name(chat_id)}")
            await dispatch.delivered(claimed)
        return lines

    async def _restart(self) -> list[str]:
        """The bot starts again on the same file; Telegram delivers what was not confirmed."""
        await self._database.close()
        self._database = await _open(self._file)
        self._reception, self._is_down = self._new_reception(), False
        lines: list[str] = []
        for answer in await self._reception.interrupted():
            lines += self._deliver(answer, f"Bot → {self._name(answer.chat_id)}")
        lost, self._lost = self._lost, []
        for answer in await self._reception.receive(lost):
            lines += self._deliver(answer)
        return lines

    # ---- who is who

    def _person(self, name: str, chat_id: int | None = None) -> Person:
        persona = self._people.get(name, Persona(name))
        user_id = self._id(name)
        return Person(
            chat_id or user_id, user_id, persona.first_name, persona.last_name, persona.language
        )

    def _id(self, name: str) -> int:
        if name not in self._names:
            self._names.append(name)
        return FIRST_ID + self._names.index(name)

    def _name(self, chat_id: int) -> str:
        place = chat_id - FIRST_ID
        return self._names[place] if 0 <= place < len(self._names) else ""

    def _telephone(self, chat_id: int) -> Telephone:
        return self._telephones.setdefault(chat_id, Telephone())


async def _open(file: Path) -> Database:
    database = await open_database(f"sqlite:///{file}")
    await migrate(database)
    return database


def _calls(text: str) -> bool:
    return text.startswith("/start") or f"@{BOT_NAME}" in text


def _input(text: str) -> Input:
    contact = _CONTACT.fullmatch(text)
    if contact:
        return SharedContact(contact["phone"].strip(), contact["whose"] == "mon numéro")
    if text.startswith("{") and text.endswith("}"):
        return _thing(text[1:-1])
    if text.startswith("/"):
        word, _, argument = text.partition(" ")
        return Command(word[1:].partition("@")[0].lower(), argument.strip())
    return Text(text)


def _thing(word: str) -> Input:
    match word:
        case "modifie son message":
            return Edited()
        case "bloque le bot" | "débloque le bot":
            return Blocking(word == "bloque le bot")
        case _ if word in _MEDIA:
            return Media(_MEDIA[word])
        case _:
            raise TranscriptError(f"je ne sais pas envoyer « {word} »")
