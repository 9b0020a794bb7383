"""Scenes played with the real conversation: what is noted once a message was answered."""

import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from bot import event_file, usecases
from bot.channels.telegram.capabilities import TelegramCapabilities
from bot.conversation.messages import Person, Text
from bot.conversation.state import Dialogue, Draft, MemberDraft, new_draft_id
from bot.days import Days
from bot.domain.keys import AddressKey, BotId, DraftId, telegram
from bot.domain.party import Application, Member, Party, Registrar
from bot.i18n import data_folder
from bot.reception import Received, Reception
from bot.store.books import Books, transaction
from bot.store.database import Database
from bot.store.opening import migrate, open_database
from bot.teaching.scenes import Example, Noted, Somebody, split
from bot.understanding import categories, phones
from bot.understanding.results import Doubtful, Understood

ADDRESS = telegram(5000)
EVENT = event_file.load(data_folder("events") / "pelussin-2015.toml")
MOST_YES = 2
"""So many times a question of whether that is right is answered with yes."""
_STEPS = {"function": "role"}
"""What a step is called where a scene calls it otherwise."""
_OF_SOMEBODY = ("name", "function", "organisation", "category")
_UNKNOWN = {"function": "habitant", "organisation": "aucune", "category": "civil"}
"""Stands for what a scene leaves out and a registration cannot."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a message."""

    noted: Noted
    is_registered: bool
    is_open: bool
    """A question of a registration is open."""
    is_asked: bool
    """Something else is asked that waits for an answer."""


async def play(example: Example) -> Outcome:
    """Set the scene, send its message, say yes to what is asked back, and look at what is noted."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "scene.db"
        database = await open_database(f"sqlite:///{file}")
        await migrate(database)
        try:
            stage = _Stage(database, example)
            await stage.set()
            return await stage.play()
        finally:
            await database.close()


class _Clock:
    """Two weeks before the day, in the morning."""

    def now(self) -> datetime:
        return datetime.combine(EVENT.date - timedelta(days=14), time(8), UTC)


class _Stage:
    def __init__(self, database: Database, example: Example) -> None:
        self._database = database
        self._example = example
        self._clock = _Clock()
        self._days = Days([EVENT])
        self._reception = Reception(
            database, self._days, self._clock, frozenset(), BotId("telegram:42")
        )
        self._reception.channel = TelegramCapabilities("binome_bot")
        first, _, last = example.writer.partition(" ")
        self._person = Person(ADDRESS, first or "X", last, language="fr")
        self._update = 0

    async def set(self) -> None:
        """Note what is known before the message."""
        await self._reception.start()
        if self._example.asked == "none" and self._example.known == Noted():
            return
        async with self._books() as books:
            if self._example.asked == "registered":
                key = (await books.addresses.load([ADDRESS]))[ADDRESS].key
                await usecases.register.confirm(books, _application(self._example, key))
            else:
                await self._open(books, _draft(self._example))
            books.finish()

    async def _open(self, books: Books, draft: Draft) -> None:
        who = (await books.addresses.load([ADDRESS]))[ADDRESS]
        dialogue = Dialogue(step=_step(self._example), draft=draft)
        who.dialogue(books.key).state = dialogue.model_dump_json(exclude_defaults=True)
        await books.addresses.save_dialogues([(who, books.key)])
        if draft.seats:
            await usecases.register.hold(books, draft.id, draft.seats, who.key)

    async def play(self) -> Outcome:
        """Send the message, and yes to what it makes the bot ask back."""
        await self._send(self._example.text)
        for _ in range(MOST_YES):
            if not _waits_for_yes((await self._now())[0]):
                break
            await self._send("oui")
        dialogue, parties = await self._now()
        return Outcome(
            noted=_noted(dialogue, parties),
            is_registered=bool(parties),
            is_open=dialogue.step is not None,
            is_asked=dialogue.awaited is not None,
        )

    async def _send(self, text: str) -> None:
        self._update += 1
        await self._reception.receive([Received(self._update, self._person, Text(text))])

    async def _now(self) -> tuple[Dialogue, list[Party]]:
        async with self._books() as books:
            who = (await books.addresses.load([ADDRESS]))[ADDRESS]
            dialogue = Dialogue.model_validate_json(who.dialogue(books.key).state or "{}")
            every = await books.parties.everybody()
        return dialogue, [one for one in every if who.key in one.owners]

    @asynccontextmanager
    async def _books(self) -> AsyncIterator[Books]:
        async with transaction(self._database, self._clock.now()) as changing:
            day = next(iter((await self._days.all(changing)).values()))
            yield await changing.books(day.key, day.event)


def _waits_for_yes(dialogue: Dialogue) -> bool:
    if dialogue.step is not None:
        return dialogue.doubt is not None or dialogue.change is not None
    return dialogue.awaited is not None and bool(dialogue.awaited.yes)


# ---- what is known before


def _step(example: Example) -> str | None:
    if example.asked == "none":
        return None
    name = _STEPS.get(example.question, example.question)
    return f"{name}.{example.place or 1}" if example.question in _OF_SOMEBODY else name


def _draft(example: Example) -> Draft:
    known = example.known
    draft = Draft(id=new_draft_id(), territory=known.territory or None, size=known.size)
    draft.members = [
        MemberDraft(answers=_answers(one), is_writing=one.writes) for one in known.people
    ]
    draft.members += [MemberDraft() for _ in range((known.size or 0) - len(known.people))]
    if known.registrar:
        draft.registrar = MemberDraft()
        draft.registrar.put(**_named(known.registrar))
    reached = _reached(known)
    if not draft.members and (reached or example.asked == "recap"):
        draft.members = [MemberDraft(is_writing=True)]
    if draft.members:
        draft.contact.put(**reached)
    if example.asked == "recap":
        _complete(draft)
    return draft


def _complete(draft: Draft) -> None:
    """Answer what is not known: all is, once it is read back."""
    draft.contact.answers = {"phone": "", "email": "x@exemple.fr"} | draft.contact.answers
    for member in draft.members:
        member.answers = _UNKNOWN | member.answers


def _application(example: Example, key: AddressKey) -> Application:
    known = example.known
    reached = _reached(known)
    writes = [one.writes for one in known.people]
    people = [{"first_name": "?", "last_name": "?"} | _UNKNOWN | _answers(p) for p in known.people]
    at = writes.index(True) if True in writes else -1
    people[at] |= reached
    members = tuple(
        Member(answers, address=key if is_writing else None)
        for answers, is_writing in zip(people, writes, strict=True)
    )
    return Application(
        draft=DraftId("scene"),
        territory=known.territory or "Territoire",
        people=members,
        seats=len(members),
        owners=(key,),
        registrar=None
        if at >= 0
        else Registrar(key, _named(known.registrar or example.writer) | reached),
    )


def _answers(one: Somebody) -> dict[str, str]:
    category = categories.infer(one.function, one.organisation) if one.function else None
    told = {"function": one.function, "organisation": one.organisation, "category": category or ""}
    return {**_named(one.name), **{key: said for key, said in told.items() if said}}


def _named(name: str) -> dict[str, str]:
    first, last = split(name)
    return {key: said for key, said in (("first_name", first), ("last_name", last)) if said}


def _reached(known: Noted) -> dict[str, str]:
    told = {"email": known.email, "phone": number(known.phone)}
    return {key: said for key, said in told.items() if said}


def number(said: str) -> str:
    """A number as it is kept, whatever way it is written."""
    read = phones.read(said)
    return read.value if isinstance(read, Understood | Doubtful) else said


# ---- what is noted after


def _noted(dialogue: Dialogue, parties: list[Party]) -> Noted:
    draft = dialogue.draft
    if draft is not None and draft.purpose == "register":
        return _of_draft(draft)
    if not parties:
        return Noted()
    party = parties[0]
    contact = party.contact
    everyone: list[Member] | list[MemberDraft] = [*party.everyone]
    if draft is not None and draft.purpose in ("add", "replace"):
        everyone = draft.members
    return Noted(
        territory=party.territory or "",
        size=len(everyone),
        people=tuple(_somebody(one) for one in everyone if one.name or one.function),
        registrar="?" if isinstance(contact, Registrar) else "",
        email=contact.email or "",
        phone=contact.phone or "",
    )


def _of_draft(draft: Draft) -> Noted:
    reached = draft.contact if draft.members or draft.registrar else MemberDraft()
    return Noted(
        territory=draft.territory or "",
        size=(draft.size or 0) + sum(draft.afterwards) or None,
        people=tuple(_somebody(one) for one in (*draft.members, *draft.others)),
        registrar="?" if draft.registrar is not None else "",
        email=reached.email or "",
        phone=reached.phone or "",
    )


def _somebody(one: Member | MemberDraft) -> Somebody:
    return Somebody(
        name=one.name,
        function=one.function or "",
        organisation=one.organisation or "",
        writes=isinstance(one, MemberDraft) and one.is_writing,
    )
