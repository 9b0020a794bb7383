"""Plays a transcript against the bot: a real database, a clock of its own, pretended telephones."""

import re
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Self, TypeVar

from bot import event_file, usecases
from bot.channels.telegram.capabilities import TelegramCapabilities
from bot.conversation.messages import (
    Blocking,
    Button,
    Command,
    Edited,
    GroupCall,
    Input,
    Media,
    Person,
    Press,
    Question,
    Replace,
    Reply,
    Revise,
    Say,
    SharedContact,
    Text,
    Toast,
)
from bot.days import Days
from bot.departures import Answer, Departure
from bot.dispatch import Dispatch
from bot.domain.event import Event
from bot.domain.keys import Address, BotId, telegram
from bot.i18n import data_folder
from bot.reception import Received, Reception
from bot.store.books import Books, transaction
from bot.store.database import Database
from bot.store.opening import migrate, open_database

from . import scenery
from .form import Exchange, Persona, Transcript, TranscriptError, fill_in
from .telephone import Telephone

T = TypeVar("T")

ORGANISER = "Dominique"
"""Who organises the days of these conversations, whatever the contact is called."""
FIRST_ID = 1001
"""The organiser's id; the others follow in the order in which they turn up."""
GROUP = telegram(-1001)
BOT_NAME = "binome_bot"
BOT = BotId("telegram:42")

DEFAULT_EVENT = "pelussin-2015"
LEAD = timedelta(days=17)
"""So long before the day a conversation begins, at nine in the morning."""

_EVENT = re.compile(r"journée (?P<name>[a-z0-9-]+)(?P<also> aussi)?")
_MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
_MOMENT = re.compile(
    r"(?:(?P<day>\d{1,2})(?:er)? (?P<month>\w+) (?P<year>\d{4}) )?"
    r"(?P<hour>\d{1,2}) ?[:h] ?(?P<minute>\d\d)?"
)
_PRESS = re.compile(
    r"(?P<name>\w+) ▸ (?P<label>.+?)(?: \((?:(?P<which>plus haut|trop tard)|de (?P<owner>\w+))\))?"
)
_SAY = re.compile(r"(?P<name>\w+)(?P<group> \(groupe\))?\s?: ?(?P<text>.*)", re.DOTALL)
_MEDIA = {
    "photo": "photo",
    "vidéo": "video",
    "document": "document",
    "vocal": "voice",
    "autocollant": "sticker",
    "position": "location",
}
_WITH_FILE = ("photo", "vidéo", "document")
_CONTACT = re.compile(r"\{(?P<whose>mon numéro|le numéro d’un autre) (?P<phone>[+\d ]+)\}")


class SetClock:
    """A clock that shows what it is set to."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        """The present moment, UTC."""
        return self.moment


class Player:
    """The people of one transcript, and the bot they talk to."""

    def __init__(self, database: Database, file: Path, event: Event) -> None:
        self._database = database
        self._file = file
        self._event = event
        self._events = [event]
        """The days the bot was started with; what happens at the desk is about the first."""
        self._clock = SetClock(_opening(event))
        self._start()
        self._people: dict[str, Persona] = {}
        self._names = [ORGANISER]
        self._telephones: dict[Address, Telephone] = {}
        self._blocking: set[Address] = set()
        self._lost: list[Received] = []
        self._is_down = False
        self.exchange = Exchange(0, "", [])
        """What happens now."""
        self.buttons: set[str] = set()
        """The data of all buttons that were shown."""
        self._update_id = 0
        self._message_id = 100

    @classmethod
    async def start(cls, file: Path) -> Self:
        """A bot with an empty database in `file`."""
        player = cls(await _open(file), file, _event(DEFAULT_EVENT))
        await player._reception.start()
        return player

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

    def _start(self) -> None:
        """A bot as it starts, with its event files."""
        days = Days(self._events)
        organisers = frozenset({telegram(FIRST_ID)})
        self._days = days
        self._reception = Reception(self._database, days, self._clock, organisers, BOT)
        self._reception.channel = TelegramCapabilities(BOT_NAME)
        self._dispatch = Dispatch(self._database, days, self._clock, organisers)

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
        event = _EVENT.fullmatch(direction)
        if event:
            await self._begin(_event(event["name"]), also=event["also"] is not None)
            return []
        if direction == "panne":
            self._is_down = True
            return []
        if direction == "redémarrage":
            return await self._restart()
        if not await self._scene(direction):
            raise TranscriptError(f"ni un moment, ni rien de ce qui peut arriver : {direction}")
        return []

    async def _begin(self, event: Event, *, also: bool) -> None:
        """Let all of this be about another day than Pélussin's, or about this one besides."""
        if self._update_id:
            raise TranscriptError("la journée se choisit tout en haut")
        if also:
            self._events = [*self._events, event]
        else:
            self._event, self._events = event, [event]
            self._clock = SetClock(_opening(event))
            await self._database.close()
            self._file = self._file.with_name(f"{event.code}.db")
            self._database = await _open(self._file)
        self._start()
        await self._reception.start()

    async def _scene(self, direction: str) -> bool:
        """What happens at the desk without a conversation; whether there is such a thing."""
        if taken := scenery.TAKEN.fullmatch(direction):
            await self._at_desk(lambda books: scenery.take_seats(books, int(taken["n"])))
        elif given_back := scenery.GIVEN_BACK.fullmatch(direction):
            await self._at_desk(lambda books: scenery.give_back(books, int(given_back["n"])))
        elif registered := scenery.REGISTERED.fullmatch(direction):
            address = self._address(registered["people"].partition(" ")[0])
            await self._at_desk(lambda books: scenery.register(books, address, registered))
        elif scenery.TOLD.fullmatch(direction):
            await self._at_desk(usecases.notices.tell_day_changed)
        elif capacity := scenery.CAPACITY.fullmatch(direction):
            seats = self._event.seats.model_copy(update={"capacity": int(capacity["n"])})
            self._event = self._event.model_copy(update={"seats": seats})
            self._events = [self._event, *self._events[1:]]
            self._start()
            await self._reception.start()
        elif moved := scenery.MOVED.fullmatch(direction):
            day = _MOMENT.fullmatch(f"{moved['day']} 0:00")
            if day is None:
                raise TranscriptError(f"ce n’est pas un jour : {moved['day']}")
            to = self._moment(day).astimezone(self._event.zone).date()
            self._event = self._event.model_copy(update={"date": to})
            self._events = [self._event, *self._events[1:]]
            self._start()
            await self._reception.start()
        else:
            return False
        return True

    async def _at_desk(self, work: Callable[[Books], Awaitable[T]]) -> T:
        async with transaction(self._database, self._clock.now()) as changing:
            day = next(
                one
                for one in (await self._days.all(changing)).values()
                if one.event.code == self._event.code
            )
            return await work(await changing.books(day.key, day.event))

    async def _link_elsewhere(self) -> str:
        """What a link opens that was made for a day that is over, in the same database."""
        past = {"code": "autre-journee", "party_prefix": "AUT", "date": date(2015, 1, 15)}
        elsewhere = Days([self._event.model_copy(update=past)])
        async with transaction(self._database, self._clock.now()) as changing:
            await elsewhere.enter(changing)
            days = await elsewhere.all(changing)
            day = next(one for one in days.values() if one.event.code == "autre-journee")
            return await scenery.link(await changing.books(day.key, day.event))

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
            last = self._telephone(person.address).messages[-1:]
            message_id, data = (last[0].message_id if last else None), label[1:-1]
        else:
            message_id, data = self._telephone(self._address(owner or name)).button(label, which)
        return await self._receive(person, Press(data, message_id, f"query-{self._update_id}"))

    async def _receive(self, person: Person, said: Input) -> list[str]:
        self._update_id += 1
        received = Received(self._update_id, person, said)
        if isinstance(said, Blocking):
            (self._blocking.add if said.blocked else self._blocking.discard)(person.address)
        answers = await self._reception.receive([received])
        if self._is_down:
            self._lost.append(received)
            return []
        return [line for answer in answers for line in self._deliver(answer)]

    def _deliver(self, answer: Answer, head: str = "Bot") -> list[str]:
        head = "Bot (groupe)" if answer.address == GROUP else head
        telephone = self._telephone(answer.address)
        pressed = answer.press.message_id if answer.press else None
        lines: list[str] = []
        toasts_last = sorted(answer.replies, key=lambda reply: isinstance(reply, Toast))
        for reply in toasts_last:
            self._message_id += 1
            self.buttons |= _data(reply)
            lines += telephone.show(reply, pressed, self._message_id)
        self._reception.note(Departure(answer, telephone.live))
        return [re.sub(r"^Bot\b", head, line) for line in lines]

    # ---- the bot writes first

    async def _carry_what_is_due(self) -> list[str]:
        lines: list[str] = []
        if self._is_down:
            return lines
        while True:
            await self._dispatch.settle()
            claimed = await self._dispatch.claim()
            if claimed is None:
                return lines
            if claimed.to in self._blocking:
                await self._dispatch.undeliverable(claimed, "blocked")
                continue
            replies = await self._dispatch.write(claimed)
            if replies and self._name(claimed.to):
                answer = Answer((), claimed.to, tuple(replies))
                lines += self._deliver(answer, f"Bot → {self._name(claimed.to)}")
            if replies:
                shown = replies[0].message_id if isinstance(replies[0], Revise) else None
                await self._dispatch.delivered(claimed, shown or self._message_id)

    async def _restart(self) -> list[str]:
        """The bot starts again on the same file; Telegram delivers what was not confirmed."""
        await self._database.close()
        self._database = await _open(self._file)
        self._is_down = False
        self._start()
        await self._reception.start()
        lines: list[str] = []
        async for answer in self._reception.interrupted():
            lines += self._deliver(answer, f"Bot → {self._name(answer.address)}")
        lost, self._lost = self._lost, []
        for answer in await self._reception.receive(lost):
            lines += self._deliver(answer)
        return lines

    # ---- who is who

    def _person(self, name: str, address: Address | None = None) -> Person:
        persona = self._people.get(name, Persona(name))
        own = self._address(name)
        return Person(address or own, persona.first_name, persona.last_name, persona.language)

    def _address(self, name: str) -> Address:
        return telegram(self._id(name))

    def _id(self, name: str) -> int:
        if name not in self._names:
            self._names.append(name)
        return FIRST_ID + self._names.index(name)

    def _name(self, address: Address) -> str:
        place = int(address.id) - FIRST_ID
        return self._names[place] if 0 <= place < len(self._names) else ""

    def _telephone(self, address: Address) -> Telephone:
        return self._telephones.setdefault(address, Telephone())


def _event(name: str) -> Event:
    """An event by the name of its file: one of the project's, or of these conversations."""
    for folder in (data_folder("events"), Path(__file__).parent / "journees"):
        if (folder / f"{name}.toml").exists():
            return event_file.load(folder / f"{name}.toml")
    raise TranscriptError(f"aucune journée ne s’appelle {name}")


def _opening(event: Event) -> datetime:
    return datetime.combine(event.date - LEAD, time(9), event.zone).astimezone(UTC)


async def _open(file: Path) -> Database:
    database = await open_database(f"sqlite:///{file}")
    await migrate(database)
    return database


def _data(reply: Reply) -> set[str]:
    rows = reply.rows if isinstance(reply, Say | Replace | Revise | Question) else ()
    return {button.data for row in rows for button in row if isinstance(button, Button)}


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
        case _ if word.partition(" ")[0] in _MEDIA:
            kind, _, caption = word.partition(" ")
            return Media(_MEDIA[kind], f"file-{kind}" if kind in _WITH_FILE else "", caption)
        case _:
            raise TranscriptError(f"je ne sais pas envoyer « {word} »")
