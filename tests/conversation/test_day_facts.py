"""What organisers change of a day: known to every process, on top of the file, nothing lost."""

import asyncio
import itertools
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime, timedelta

import pytest
from markupsafe import Markup

from bot import event_file, usecases
from bot.channels.telegram.capabilities import TelegramCapabilities
from bot.clock import StartedClock
from bot.conversation.messages import (
    Button,
    Command,
    Document,
    Input,
    Person,
    Press,
    Replace,
    Reply,
    Say,
    Text,
)
from bot.days import Days
from bot.dispatch import Dispatch
from bot.domain.event import Event
from bot.domain.keys import Address, BotId, DraftId
from bot.domain.party import Application, Category, Member
from bot.reception import Received, Reception
from bot.settings import BUNDLED_EVENT
from bot.store.books import transaction
from bot.store.database import Database
from bot.store.opening import migrate, open_database

NOW = datetime(2015, 2, 16, 8, 0, tzinfo=UTC)
FILE = event_file.load(BUNDLED_EVENT)
ANNE, PAUL, MARIE = (Address("test", str(number)) for number in (1, 2, 3))
_numbers = itertools.count(1)


class Process:
    """A bot of its own on a database that others use as well."""

    def __init__(self, database: Database, event: Event = FILE, now: datetime = NOW) -> None:
        self.days = Days([event])
        clock = StartedClock(now)
        organisers = frozenset({ANNE, PAUL})
        self.reception = Reception(database, self.days, clock, organisers, BotId("test:1"))
        self.reception.channel = TelegramCapabilities("bot")
        self.dispatch = Dispatch(database, self.days, clock)

    async def says(self, who: Address, said: Input) -> Sequence[Reply]:
        """What the bot answers somebody."""
        received = Received(next(_numbers), Person(who, who.id, "", "fr"), said)
        answers = await self.reception.receive([received])
        return [reply for answer in answers for reply in answer.replies]

    async def writes(self, who: Address, text: str) -> str:
        """What the bot answers to words, as one text."""
        return text_of(await self.says(who, Text(text)))

    async def proposes(self, who: Address, fact: str, text: str) -> Press:
        """The press that confirms a change."""
        await self.says(who, Command("journee", fact))
        return button(await self.says(who, Text(text)), "C’est bien cela")

    async def carries(self) -> list[Reply]:
        """Everything that is owed now."""
        said: list[Reply] = []
        while (claimed := await self.dispatch.claim()) is not None:
            said += await self.dispatch.write(claimed)
            await self.dispatch.delivered(claimed)
        return said


def text_of(replies: Sequence[Reply]) -> str:
    """All that is said, spaces plain."""
    said = [str(one.text) for one in replies if isinstance(one, Say | Replace)]
    return " ".join(str(Markup(" ").join(map(Markup, said))).split())


def button(replies: Sequence[Reply], label: str) -> Press:
    """A press on the button of a label."""
    rows = [row for one in replies if isinstance(one, Say | Replace) for row in one.rows]
    found = [
        one
        for row in rows
        for one in row
        if isinstance(one, Button) and " ".join(one.label.split()) == label
    ]
    return Press(found[0].data, 1)


@pytest.fixture
async def databases(database_url: str) -> AsyncIterator[list[Database]]:
    """The same database, opened by two processes."""
    opened = [await open_database(database_url) for _ in range(2)]
    await migrate(opened[0])
    yield opened
    for database in opened:
        await database.close()


@pytest.fixture
async def processes(databases: list[Database]) -> list[Process]:
    """Two of them."""
    both = [Process(one) for one in databases]
    for one in both:
        await one.reception.start()
    return both


async def test_every_process_knows_at_once(processes: list[Process]) -> None:
    one, other = processes
    assert "ne parle pas du repas" in await other.writes(MARIE, "on mange quoi ?")
    yes = await one.proposes(ANNE, "repas", "Le déjeuner est pris ensemble, 15 €.")
    assert "n’en dit pas plus" in await other.writes(MARIE, "on mange quoi ?")
    await one.says(ANNE, yes)
    assert "pris ensemble, 15" in await other.writes(MARIE, "on mange quoi ?")


async def test_the_second_of_two_is_told_and_loses_nothing(processes: list[Process]) -> None:
    one, other = processes
    first = await one.proposes(ANNE, "prix", "C’est gratuit.")
    second = await other.proposes(PAUL, "prix", "Dix euros.")
    await one.says(ANNE, first)
    told = await other.says(PAUL, second)
    assert "gratuit" in text_of(told)
    assert "Dix euros" in text_of(told)
    assert "gratuit" in await one.writes(MARIE, "c’est combien ?")
    await other.says(PAUL, button(told, "Mettre ma version"))
    assert "Dix euros" in await one.writes(MARIE, "c’est combien ?")


async def test_what_holds_can_be_kept_instead(processes: list[Process]) -> None:
    one, other = processes
    first = await one.proposes(ANNE, "prix", "C’est gratuit.")
    second = await other.proposes(PAUL, "prix", "Dix euros.")
    await one.says(ANNE, first)
    told = await other.says(PAUL, second)
    await other.says(PAUL, button(told, "Garder ce qui vaut"))
    assert "gratuit" in await one.writes(MARIE, "c’est combien ?")


async def test_of_two_at_the_very_same_time_one_is_told(processes: list[Process]) -> None:
    one, other = processes
    for round_ in range(5):
        first = await one.proposes(ANNE, "titre", f"Titre d’Anne {round_}")
        second = await other.proposes(PAUL, "titre", f"Titre de Paul {round_}")
        said = await asyncio.gather(one.says(ANNE, first), other.says(PAUL, second))
        texts = [text_of(replies) for replies in said]
        assert sum("Entre-temps" in text for text in texts) == 1, texts
        assert sum("C’est noté" in text for text in texts) == 1, texts


async def test_two_facts_at_the_very_same_time_both_hold(processes: list[Process]) -> None:
    one, other = processes
    first = await one.proposes(ANNE, "prix", "C’est gratuit.")
    second = await other.proposes(PAUL, "repas", "Le repas est pris ensemble.")
    await asyncio.gather(one.says(ANNE, first), other.says(PAUL, second))
    assert "gratuit" in await other.writes(MARIE, "c’est combien ?")
    assert "pris ensemble" in await one.writes(MARIE, "on mange quoi ?")


async def test_what_was_changed_holds_on_top_of_a_file_that_changes(
    processes: list[Process], databases: list[Database]
) -> None:
    one, _ = processes
    await one.says(ANNE, await one.proposes(ANNE, "salle", "Salle des fêtes, 2 rue Neuve"))
    seats = FILE.seats.model_copy(update={"capacity": 40})
    place = FILE.place.model_copy(update={"address": "Mairie, 1 place Haute"})
    file = FILE.model_copy(update={"seats": seats, "place": place, "title": "Un autre titre"})
    later = Process(databases[1], file)
    await later.reception.start()
    said = await later.writes(MARIE, "c’est où ?")
    assert "2 rue Neuve" in said
    assert "40" in text_of(await later.says(MARIE, Command("places")))
    assert "Un autre titre" in text_of(await later.says(MARIE, Command("start")))
    asked = await later.says(ANNE, Command("journee", "salle"))
    back = await later.says(ANNE, button(asked, "Revenir au fichier"))
    await later.says(ANNE, button(back, "C’est bien cela"))
    assert "Mairie, 1 place Haute" in await later.writes(MARIE, "c’est où ?")


async def test_a_process_that_starts_again_knows_what_was_changed(
    processes: list[Process], databases: list[Database]
) -> None:
    one, _ = processes
    await one.says(ANNE, await one.proposes(ANNE, "date", "le 12 mars"))
    again = Process(databases[1])
    await again.reception.start()
    assert "12 mars" in await again.writes(MARIE, "c’est quand ?")


async def register(process: Process, who: Address) -> None:
    """Somebody who comes alone."""
    for said in (Command("inscription"), Text("Pilat"), Text("1"), Text("Marie Dupont"),
                 Text("maire, mairie de Pélussin"), Text("marie@exemple.fr"),
                 Text("06 39 98 12 34"), Text("oui")):  # fmt: skip
        await process.says(who, said)


async def test_who_is_registered_is_told_once_with_a_higher_entry(
    processes: list[Process],
) -> None:
    one, other = processes
    await register(one, MARIE)
    (before,) = [
        reply for reply in await one.says(MARIE, Press("2:1:ics", 1)) if isinstance(reply, Document)
    ]
    done = await one.says(ANNE, await one.proposes(ANNE, "date", "le 12 mars"))
    tell = button(done, "Prévenir")
    await one.says(ANNE, tell)
    await one.says(ANNE, tell)
    said = await other.carries()
    (entry,) = [reply for reply in said if isinstance(reply, Document)]
    assert "12 mars" in text_of(said)
    assert sequence(entry) > sequence(before)
    assert await one.carries() == []


async def test_who_has_no_conversation_is_to_be_called(
    processes: list[Process], databases: list[Database]
) -> None:
    one, _ = processes
    answers = {
        "first_name": "Odile",
        "last_name": "Chazal",
        "function": "maire",
        "organisation": "mairie",
        "category": Category.ELECTED,
        "email": "",
        "phone": "+33639981234",
    }
    wanted = Application(
        draft=DraftId("telephone"), territory="Pilat", people=(Member(answers),), seats=1, owners=()
    )
    async with transaction(databases[0], NOW) as changing:
        (day,) = (await one.days.all(changing)).values()
        await usecases.register.confirm(await changing.books(day.key, day.event), wanted)
    done = await one.says(ANNE, await one.proposes(ANNE, "date", "le 12 mars"))
    assert "à prévenir vous-même : Odile Chazal (06 39 98 12 34)" in text_of(done)
    assert "Prévenir" not in labels(done)
    await register(one, MARIE)
    done = await one.says(ANNE, await one.proposes(ANNE, "date", "le 13 mars"))
    assert "Odile Chazal" in text_of(done)
    await one.says(ANNE, button(done, "Prévenir"))
    assert len([reply for reply in await one.carries() if isinstance(reply, Say)]) == 1


async def test_a_change_that_cannot_hold_any_more_is_told(processes: list[Process]) -> None:
    one, other = processes
    first = await one.proposes(ANNE, "horaires", "de 14 h à 17 h")
    await other.says(PAUL, Command("fermer", "le 5 mars à 9 h"))
    second = await other.says(PAUL, Command("fermer", "le 5 mars à 9 h 15"))
    await other.says(PAUL, button(second, "C’est bien cela"))
    hours = await other.proposes(PAUL, "horaires", "de 9 h 20 à 17 h")
    await other.says(PAUL, hours)
    told = text_of(await one.says(ANNE, first))
    assert "Entre-temps" in told
    asked = await one.says(ANNE, Command("journee", "horaires"))
    assert asked
    refused = text_of(await one.says(ANNE, Text("de 9 h à 17 h")))
    assert "Clôture des inscriptions" in refused


async def test_a_proposal_of_before_does_nothing(processes: list[Process]) -> None:
    one, _ = processes
    old = await one.proposes(ANNE, "prix", "Cinq euros.")
    new = await one.proposes(ANNE, "prix", "Six euros.")
    await one.says(ANNE, old)
    assert "ne donne pas de prix" in await one.writes(MARIE, "c’est combien ?")
    await one.says(ANNE, new)
    await one.says(ANNE, new)
    assert "Six euros" in await one.writes(MARIE, "c’est combien ?")


def labels(replies: Sequence[Reply]) -> list[str]:
    """The labels of all buttons."""
    rows = [row for one in replies if isinstance(one, Say | Replace) for row in one.rows]
    return [" ".join(one.label.split()) for row in rows for one in row]


def sequence(file: Document) -> int:
    """The sequence of a calendar file."""
    lines = file.content.decode().splitlines()
    return int(next(line for line in lines if line.startswith("SEQUENCE:")).partition(":")[2])


async def test_reminders_follow_the_day(databases: list[Database]) -> None:
    one = Process(databases[0])
    await one.reception.start()
    await register(one, MARIE)
    await one.says(ANNE, await one.proposes(ANNE, "date", "le 12 mars"))
    old_eve, eve = (FILE.remind_at + timedelta(days=days) for days in (0, 7))
    assert await Process(databases[1], now=old_eve).carries() == []
    assert "12 mars" in text_of(await Process(databases[1], now=eve).carries())


async def test_the_file_that_is_sent_is_read_again(processes: list[Process], tmp_path) -> None:  # type: ignore[no-untyped-def]
    one, other = processes
    await one.says(ANNE, await one.proposes(ANNE, "horaires", "de 9 h à 16 h 30"))
    await one.says(ANNE, await one.proposes(ANNE, "telephone", "04 65 71 12 34"))
    sent = await other.says(PAUL, Command("journee", "toml"))
    (file,) = [reply for reply in sent if isinstance(reply, Document)]
    path = tmp_path / file.name
    path.write_bytes(file.content)
    event = event_file.load(path)
    assert (event.start.hour, event.end.minute) == (9, 30)
    assert event.contact.phone == "+33465711234"
    assert event.title == FILE.title


async def test_nobody_else_can_press_what_organisers_can(processes: list[Process]) -> None:
    one, _ = processes
    yes = await one.proposes(ANNE, "prix", "C’est gratuit.")
    await one.says(MARIE, yes)
    assert "ne donne pas de prix" in await one.writes(MARIE, "c’est combien ?")
