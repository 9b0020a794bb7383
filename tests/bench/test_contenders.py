"""What is measured works as it is measured: seeded databases, counted statements, real bots."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bench import report, rounds, statements
from bench.contenders import CONTENDERS
from bench.databases import Databases
from bench.people import GREETED, Crowd
from bench.report import Entry
from bench.rounds import Figures
from bench.seeding import BEGAN, FIRST_CHAT, seed
from bench.server import BotApi
from bot.days import Days
from bot.domain.keys import telegram
from bot.store.books import Books, transaction
from bot.store.opening import open_database


@asynccontextmanager
async def books_in(url: str) -> AsyncIterator[Books]:
    """The books of the one event in a database."""
    database = await open_database(url)
    async with transaction(database, BEGAN) as changing:
        (day,) = (await Days(()).all(changing)).values()
        yield await changing.books(day.key, day.event)
    await database.close()


async def test_parties_are_seeded_in_both_engines(database_url: str) -> None:
    await seed(database_url, 3)

    async with books_in(database_url) as books:
        registered = await books.parties.everybody()
        first = telegram(FIRST_CHAT)
        owner = (await books.addresses.load([first]))[first]
        (one,) = await books.parties.of(owner.key)
        count = await books.count()
    assert (count.taken, owner.dialogues[books.key].state != "") == (6, True)
    assert [party.seats for party in registered] == [2, 2, 2]
    assert len({party.code for party in registered}) == 3
    assert one == registered[0]


async def test_a_seeded_database_is_copied(tmp_path: Path) -> None:
    made = Databases(tmp_path, None)

    first, second = [await made.fresh("sqlite", 2) for _ in range(2)]

    assert first != second
    for url in (first, second):
        async with books_in(url) as books:
            assert len(await books.parties.everybody()) == 2
    assert await made.fresh(None, 2) == ""


async def test_statements_are_counted_while_everybody_registers(tmp_path: Path) -> None:
    made = Databases(tmp_path, None)

    counted = await statements.measure(
        (await made.fresh("sqlite", 0), await made.fresh("sqlite", 0))
    )

    assert 0 < counted.alone <= counted.together
    assert counted.confirmation > 0


@pytest.mark.parametrize("name", ["conversation", "aiogram", "binome"])
async def test_every_registration_goes_through(name: str, tmp_path: Path) -> None:
    contender = CONTENDERS[name]
    url = await Databases(tmp_path, None).fresh(contender.engine, 0)

    figures = await rounds.measure(contender, 5, 1, [], url)

    assert figures.steps > len(contender.script.steps)
    assert figures.calls_a_step >= 1


async def test_a_bot_that_starts_answers_who_waited(tmp_path: Path) -> None:
    url = await Databases(tmp_path, None).fresh("sqlite", 0)

    taken = await rounds.first_answer(CONTENDERS["binome"], 3, [], url)

    assert 0 < taken < rounds.START_TIMEOUT


async def test_a_crowd_of_so_many_comes_to_its_end() -> None:
    api = BotApi()
    crowd = Crowd(2, GREETED, api, people=3)
    crowd.start()
    for number in range(1, 4):
        assert not crowd.is_empty
        markup = {"inline_keyboard": [[{"text": "Menu", "callback_data": "menu"}]]}
        api.heard({"chat": {"id": 1_000_000 + number}, "text": "Bonjour", "reply_markup": markup})
        await asyncio.sleep(0)
    assert crowd.is_empty and crowd.finished == 3
    crowd.check(patience=0)


def test_ratios_are_the_medians_of_each_round() -> None:
    def figures(*rates: int) -> list[Figures]:
        return [Figures(rate, 1.0, [0.01, 0.03], 2 * rate, 10**7, 0.9, 0.1) for rate in rates]

    measured = {
        Entry("echo"): figures(100, 200, 400),
        Entry("binome"): figures(300, 500, 800),
        Entry("binome", 1000): figures(150, 500, 800),
    }

    assert report.ratios(measured).splitlines()[2:] == [
        "| Binôme / echo | 2.50 | 2.00–3.00 | 2.5 | 2.50 |",
        "| Binôme, SQLite, 1,000 parties / with none | 1.00 | 0.50–1.00 | 0.85 | 1.00 |",
    ]
    assert (
        "| Binôme, SQLite | 500 | 300–800 | 556 | 10.0 | 10.0 | 2.00 | 10 | 90% | 10% |"
        in report.figures(measured)
    )
