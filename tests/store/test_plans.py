"""Nothing costs more because more are registered: how SQLite goes about each statement."""

import re
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta

from bot.domain.keys import AddressKey, BotId, DraftId, EventKey, LetterKey
from bot.domain.party import Application, Member, Party
from bot.store.books import Books, Transaction, transaction
from bot.store.database import Argument, Connection, Database, Row
from bot.store.letters import About, Letter
from bot.store.notes import Note
from bot.store.opening import migrate, open_database
from bot.usecases import change, desk, notices, partners, register, team, waiting_list

from .samples import EVENT, NOW, address, claim_all
from .seeding import seed

MANY = 500
"""Plans do not depend on it: SQLite has no statistics here."""
SMALL = r"events|lapsed|next|\d+ CONSTANT ROWS?|queue|q|searches"
"""What may be read whole: the days, what was asked for, who waits or searches."""
FEW = ("addresses_blocked", "updates_unanswered", "deliveries_failed", "deliveries_owed")
"""Indexes of what is always little: who blocks the bot, what is still to be done."""
READS_TOO_MUCH = re.compile(
    rf"SCAN (?!(?:{SMALL})\b)"
    # All of an event's, or of a bot's.
    r"|SEARCH (?!(?:queue|q|searches|holds|proposals)\b)\w+ USING .*\((?:event|bot)=\?\)"
    r"|SEARCH updates USING .*\(bot=\? AND id>\?\)"
)


def step_is_small(step: str) -> bool:
    """Whether a step of a plan goes through few rows, however many are registered."""
    return any(index in step for index in FEW)


class Watching:
    """A connection that notes how each statement is carried out."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.for_update, self.no_wait = connection.for_update, connection.no_wait
        self.skip_locked, self.new_key = connection.skip_locked, connection.new_key
        self.plans: dict[str, list[str]] = {}

    async def lock_schema(self) -> None:
        await self._connection.lock_schema()

    async def fetch(self, sql: str, *arguments: Argument) -> Sequence[Row]:
        if sql not in self.plans:
            rows = await self._connection.fetch(f"explain query plan {sql}", *arguments)
            self.plans[sql] = [str(row["detail"]) for row in rows]
        return await self._connection.fetch(sql, *arguments)

    async def execute_many(self, sql: str, rows: Iterable[Sequence[Argument]]) -> None:
        for row in rows:
            await self.fetch(sql, *row)


@asynccontextmanager
async def watching(database: Database) -> AsyncIterator[Watching]:
    """A transaction in which each statement is looked at."""
    async with database.transaction() as connection:
        yield Watching(connection)


def application(draft: str, owner: AddressKey, number: int) -> Application:
    always = {"last_name": "Nom", "function": "élue", "organisation": "x", "category": "elected"}
    people = tuple(
        Member({"first_name": f"P{place}", "email": f"{draft}@exemple.fr", **always})
        for place in range(number)
    )
    return Application(DraftId(draft), "Le Pilat", people, number, (owner,))


async def test_no_statement_reads_all_that_is_registered(
    sqlite_url: str,
) -> None:
    database = await open_database(sqlite_url)
    await migrate(database)
    async with transaction(database, NOW) as changing:
        day = await changing.events.put(code="day", facts="{}")
    assert day is not None
    await seed(database, day, MANY)
    seats = EVENT.seats.model_copy(update={"capacity": 2 * MANY + 5})
    event = EVENT.model_copy(update={"seats": seats})
    async with watching(database) as connection:
        changing = Transaction(connection, NOW)
        one, two = await _people_write(changing, day)
        books = await changing.books(day, event, [one, two])
        await _parties_change(books, one, two)
        await _messages_leave(Transaction(connection, event.remind_at))
    await database.close()
    too_much = {
        sql: plan
        for sql, plan in connection.plans.items()
        if any(READS_TOO_MUCH.search(step) and not step_is_small(step) for step in plan)
    }
    assert not too_much
    assert len(connection.plans) > 60


async def _people_write(changing: Transaction, day: EventKey) -> tuple[AddressKey, AddressKey]:
    known = await changing.addresses.load([address(1), address(2)])
    marie, paul = (known[address(number)] for number in (1, 2))
    one, two = marie.key, paul.key
    for who in (marie, paul):
        who.dialogue(day)
    await changing.addresses.save_dialogues([(marie, day), (paul, day)])
    await changing.addresses.save([marie, paul])
    await changing.addresses.of_keys([one, two])
    await changing.addresses.set_blocked(one, NOW)

    updates = changing.updates(BotId("1234"))
    await updates.record([(10**9, one), (10**9 + 1, two)], NOW)
    await updates.set_answered([10**9])
    await updates.keep([10**9], NOW)
    await updates.take_over(NOW, NOW)
    await updates.answered_later(one, 5)

    return one, two


async def _parties_change(books: Books, one: AddressKey, two: AddressKey) -> None:
    await books.parties.of(one)
    await register.hold(books, DraftId("draft-1"), 1, one)
    await register.keep_holding(books, DraftId("draft-1"), 1, one)
    await register.warn_later(books, DraftId("draft-1"), one)
    first = await register.confirm(books, application("draft-1", one, 1))
    second = await register.confirm(books, application("draft-2", two, 2))
    waiting = await register.confirm(books, _waiting(application("draft-3", two, 3)))
    assert isinstance(first, Party)
    assert isinstance(second, Party)
    assert isinstance(waiting, Party)
    await waiting_list.standing(books, waiting)
    await waiting_list.settle(books)
    for party in (first, second):
        await partners.search(books, party)
    await partners.proposed(books, first)
    await partners.decline(books, first)
    await notices.tell_cancelled(books, second)
    await notices.note_coming(books, second, two)
    token = await team.invite(books, second, second.everyone[1])
    await team.join(books, token, one, second.everyone[1])
    second = await change.correct(books, second, second.everyone[1], {"function": "maire"})
    second = await change.replace(books, second, second.everyone[1], waiting.everyone[0])
    second = await change.withdraw(books, second, second.everyone[1])
    await books.history.of_code(second.code)
    await books.parties.of_code(second.code)
    await books.deliveries.unreached()
    token = await desk.link(books, first)
    await desk.opened(books, token)
    await desk.take_over(books, token, two)
    await books.notes.add(first.key, Note(books.now, "Dominique", "en train"))
    await books.notes.of(first.key)
    await desk.tell(books, Letter(first.key, About.WRITTEN, "Bonjour"), [one])
    await books.letters.of_key(LetterKey(1))
    waiting = await desk.let_in_beyond(books, waiting)
    await desk.let_in(books, await desk.send_to_list(books, waiting))
    await change.erase(books, two)
    await change.cancel(books, first)


async def _messages_leave(later: Transaction) -> None:
    until = later.now + timedelta(minutes=1)
    claimed = await claim_all(later, until)
    assert len(claimed) >= 9
    await later.outgoing.claim(until, [one.address for one in claimed])
    await later.outgoing.keep(claimed, later.now + timedelta(minutes=2))
    await later.outgoing.set_sent(claimed[0])
    await later.outgoing.put_off(claimed[1], later.now, tries=1)
    await later.outgoing.forget(claimed[2])
    await later.updates(BotId("1234")).forget_old()
    await later.addresses.forget_unused([one.address for one in claimed])
    await later.events.facts(await later.event_rows())


def _waiting(wanted: Application) -> Application:
    return Application(wanted.draft, wanted.territory, wanted.people, 0, wanted.owners)
