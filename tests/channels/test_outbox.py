"""The order in which messages leave, and what becomes of those that wait."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from markupsafe import Markup

from bot import event_file
from bot.channels.channel import Blocked, Left, Outcome, Refused, Unclear, Wait
from bot.channels.outbox import MOST_WAITING, Outbox
from bot.clock import StartedClock
from bot.conversation.capabilities import WORDS_ONLY, Capabilities
from bot.conversation.messages import Command, Person, Press, Question, Reply, Say
from bot.days import Days
from bot.departures import Answer
from bot.domain.keys import Address, BotId
from bot.reception import Received, Reception
from bot.settings import BUNDLED_EVENT
from bot.store.database import Database
from bot.store.opening import migrate, open_database

MARIE, KARIM = Address("test", "marie"), Address("test", "karim")
NOW = datetime(2015, 2, 16, 8, tzinfo=UTC)


class Telephones:
    """A channel that writes down what it is asked to send."""

    def __init__(self) -> None:
        self.sent: list[tuple[Address, Reply]] = []
        self.without_buttons: list[int] = []
        self.tidied = asyncio.Event()
        """Set once buttons were taken off."""
        self.outcomes: dict[Address, deque[Outcome]] = {}
        """What becomes of the next messages to a chat; then all leave."""
        self.held: dict[Address, asyncio.Event] = {}
        """What messages to a chat wait for."""

    @property
    def capabilities(self) -> Capabilities:
        return WORDS_ONLY

    def pieces(self, reply: Reply) -> Sequence[Reply]:
        if isinstance(reply, Say) and reply.text == "faute":
            raise LookupError
        if isinstance(reply, Say) and "|" in reply.text:
            return [Say(Markup(part), reply.rows) for part in reply.text.split("|")]
        return [reply]

    async def send(self, address: Address, reply: Reply, press: Press | None = None) -> Outcome:
        if address in self.held:
            await self.held[address].wait()
        self.sent.append((address, reply))
        waiting = self.outcomes.get(address)
        return waiting.popleft() if waiting else Left(len(self.sent))

    async def take_buttons_off(self, address: Address, message_id: int) -> Outcome:
        self.without_buttons.append(message_id)
        self.tidied.set()
        return Left(message_id)

    def texts(self, address: Address) -> list[str]:
        said = [reply for to, reply in self.sent if to == address]
        return [str(reply.text) for reply in said if isinstance(reply, Say | Question)]


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    database = await open_database(f"sqlite:///{tmp_path / 'binome.db'}")
    await migrate(database)
    yield database
    await database.close()


@pytest.fixture
async def reception(database: Database) -> Reception:
    days = Days([event_file.load(BUNDLED_EVENT)])
    reception = Reception(database, days, StartedClock(NOW), frozenset(), BotId("test"))
    await reception.start()
    return reception


@pytest.fixture
def telephones() -> Telephones:
    return Telephones()


@pytest.fixture
def outbox(telephones: Telephones, reception: Reception) -> Outbox:
    return Outbox(telephones, reception)


def says(text: str) -> Say:
    return Say(Markup(text))


def answer(number: int, address: Address = MARIE, text: str = "") -> Answer:
    return Answer((number,), address, (says(text or str(number)),))


async def test_one_chat_s_leave_in_order_and_another_s_beside_them(
    outbox: Outbox, telephones: Telephones
) -> None:
    telephones.held[MARIE] = asyncio.Event()
    outbox.put([answer(1), answer(2), answer(3, KARIM)])

    await outbox.emptied(KARIM, 5)
    assert telephones.sent == [(KARIM, says("3"))]
    telephones.held[MARIE].set()
    await outbox.empty(5)

    assert telephones.texts(MARIE) == ["1", "2"]


async def test_the_rest_of_a_long_queue_becomes_where_they_stand(
    outbox: Outbox, telephones: Telephones, reception: Reception
) -> None:
    """Once many wait, the newest of them need not be said one by one."""
    person = Person(MARIE)
    telephones.held[MARIE] = asyncio.Event()
    total = 6000
    for first in range(0, total, 100):
        batch = [Received(n, person, Command("places")) for n in range(first, first + 100)]
        outbox.put(await reception.receive(batch))
    assert sorted(outbox.update_ids()) == list(range(total))

    telephones.held[MARIE].set()
    await outbox.emptied(MARIE, 30)

    assert outbox.update_ids() == []
    assert len(telephones.texts(MARIE)) == MOST_WAITING + 2
    *places, where = telephones.texts(MARIE)
    assert len(set(places)) == 1
    assert where not in places
    await reception.settle()
    assert [answer async for answer in reception.interrupted()] == []


async def test_where_they_stand_is_said_after_all_that_was_committed_before(
    outbox: Outbox,
    telephones: Telephones,
    reception: Reception,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    person = Person(MARIE)
    telephones.held[MARIE] = asyncio.Event()
    for number in range(MOST_WAITING + 2):
        outbox.put(await reception.receive([Received(number, person, Command("places"))]))
    resume = reception.resume

    async def after_a_late_one(address: Address, update_ids: tuple[int, ...]) -> Answer:
        late = Received(99, person, Command("programme"))
        outbox.put(await reception.receive([late]))
        return await resume(address, update_ids)

    monkeypatch.setattr(reception, "resume", after_a_late_one)
    telephones.held[MARIE].set()
    await outbox.empty(10)

    *places, where = telephones.texts(MARIE)
    assert len(set(places)) == 1
    assert where not in places
    await reception.settle()
    assert [answer async for answer in reception.interrupted()] == []


async def test_what_has_to_wait_is_tried_again_and_what_is_behind_it_follows(
    outbox: Outbox, telephones: Telephones
) -> None:
    telephones.outcomes[MARIE] = deque([Wait(0.01), Unclear("html"), Wait(0.02)])
    outbox.put([answer(1), answer(2)])

    await outbox.empty(10)

    assert telephones.texts(MARIE) == ["1"] * 4 + ["2"]


async def test_what_is_refused_takes_nothing_with_it(
    outbox: Outbox, telephones: Telephones
) -> None:
    telephones.outcomes[MARIE] = deque([Refused("no"), Blocked()])
    outbox.put([answer(1), answer(2), answer(3)])

    await outbox.empty(5)

    assert telephones.texts(MARIE) == ["1", "2", "3"]
    assert outbox.update_ids() == []


async def test_what_is_owed_leaves_after_the_answers_and_is_tried_once(
    outbox: Outbox, telephones: Telephones
) -> None:
    telephones.outcomes[MARIE] = deque([Left(1), Wait(60)])
    outbox.put([answer(1)])
    assert outbox.is_busy(MARIE)

    assert await outbox.carry(MARIE, [says("owed")]) == Wait(60)
    assert await outbox.carry(MARIE, [says("owed")]) == Left(3)

    assert telephones.texts(MARIE) == ["1", "owed", "owed"]


async def test_a_long_one_that_is_owed_does_not_come_again_for_its_end(
    outbox: Outbox, telephones: Telephones
) -> None:
    telephones.outcomes[MARIE] = deque([Left(1), Wait(0.01)])

    assert isinstance(await outbox.carry(MARIE, [says("début|fin")]), Left)

    assert telephones.texts(MARIE) == ["début", "fin", "fin"]


async def test_one_question_is_live_however_many_were_committed_at_once(
    outbox: Outbox, telephones: Telephones
) -> None:
    """The second and third were committed before it was known which message the first became."""
    outbox.put(
        [
            Answer((1,), MARIE, (Question(Markup("un"), ()),)),
            Answer((2,), MARIE, (says("deux"),)),
            Answer((3,), MARIE, (Question(Markup("trois"), ()),)),
        ]
    )

    await outbox.empty(5)
    assert telephones.without_buttons == []
    tidying = asyncio.create_task(outbox.tidying.run())
    async with asyncio.timeout(5):
        await telephones.tidied.wait()
    tidying.cancel()

    assert telephones.without_buttons == [1]


async def test_what_is_on_its_way_when_the_bot_stops_is_given_up(
    outbox: Outbox, telephones: Telephones
) -> None:
    telephones.held[MARIE] = asyncio.Event()
    outbox.put([answer(1)])
    carrying = asyncio.create_task(outbox.carry(MARIE, [says("owed")]))
    await asyncio.sleep(0)

    await outbox.empty(0.01)

    with pytest.raises(asyncio.CancelledError):
        await carrying


async def test_a_fault_of_ours_takes_nothing_with_it(
    outbox: Outbox, telephones: Telephones
) -> None:
    outbox.put([answer(1, text="faute"), answer(2)])
    await outbox.empty(5)
    assert telephones.texts(MARIE) == ["2"]
    assert outbox.update_ids() == []

    assert isinstance(await outbox.carry(MARIE, (says("faute"),)), Unclear)
