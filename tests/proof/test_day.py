"""A day of registrations, changes, offers and reminders, with the bot killed again and again.

More days than a run of the suite plays: `BINOME_PROOF_DAYS=20 pytest tests/proof`.
"""

import asyncio
import os
import random
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from e2e.conftest import check_log
from e2e.onlooker import Onlooker, until_it_is_so
from e2e.process import BotProcess
from e2e.telegram import Json, Telegram

from bot.domain.party import Party

from .human import Human

DAYS = int(os.environ.get("BINOME_PROOF_DAYS", "2"))
KILLS = 8
A_CLAIM_IS_OVER = 61.0
"""Seconds after which what a killed bot was about to send is sent by the next one."""
DAY_BEFORE_AT_TEN = datetime(2015, 3, 4, 9, 0, 1, tzinfo=UTC)
CAPACITY = 15
OFFER = r"(Une place est libre|\d places sont libres) pour"
LAPSED = r"L’offre est passée"
REMINDER = r"Bonjour [^.]+\. C’est demain"


class Bot(BotProcess):
    """The bot on a database of either kind."""

    url = ""

    @property
    def database_url(self) -> str:
        return self.url


class Reaper:
    """Kills the bot as something happens, at random, and starts it again."""

    def __init__(self, bot: Bot, seed: int) -> None:
        self.bot = bot
        self.dice = random.Random(seed)
        self.kills = 0
        self._next_in = self._draw()

    def _draw(self) -> int:
        return self.dice.randint(5, 70)

    def notice(self, _happening: Json) -> None:
        """Something happens at Telegram, before the bot knows: perhaps its end."""
        self._next_in -= 1
        if self._next_in <= 0 and self.kills < KILLS and not self.bot.has_ended():
            self._next_in = self._draw()
            self.kills += 1
            # At once, or in the middle of what comes of it.
            delay = self.dice.choice((0.0, 0.001, 0.004, 0.02))
            asyncio.get_running_loop().call_later(delay, self._strike)

    def _strike(self) -> None:
        with suppress(ProcessLookupError):  # it has been killed meanwhile
            self.bot.kill_now()

    async def revive(self) -> None:
        """Start the bot whenever it is dead, for ever."""
        while True:
            assert self.bot.process is not None
            await self.bot.process.wait()
            self.bot.telegram.clock.forward(A_CLAIM_IS_OVER)
            await self.bot.launch()


class Day:
    """The people of the day, and whoever looks into the bot's books."""

    def __init__(self, telegram: Telegram, onlooker: Onlooker) -> None:
        self.telegram = telegram
        self.onlooker = onlooker
        self._codes: dict[int, str] = {}
        """The code of the party that somebody owned last."""

    def human(self, first_name: str, last_name: str, size: int = 1) -> Human:
        return Human(self.telegram, self.telegram.join(first_name, last_name).id, size)

    async def party(self, human: Human) -> Party | None:
        """The party that somebody owns, or comes with."""
        party, owns = await self.onlooker.party_of(human.id)
        if party is not None and owns:
            self._codes[human.id] = party.code
        return party

    async def comes(self, human: Human) -> int:
        """How many of their party come."""
        party = await self.party(human)
        return party.seats if party is not None else 0

    async def registers(self, human: Human) -> None:
        async def done() -> bool:
            return await self.party(human) is not None

        await human.insists(lambda: human.answers_the_question("/inscription"), done, "to register")

    async def cancels(self, human: Human) -> None:
        async def done() -> bool:
            return await self.party(human) is None

        await human.insists(
            lambda: human.touches("cancel_yes", otherwise="/annuler"), done, "to cancel"
        )

    async def takes_out_the_third(self, human: Human) -> None:
        async def done() -> bool:
            return await self.comes(human) == human.size - 1 and not await self.onlooker.held()

        verbs = ("stay", "withdraw_yes", "withdraw", "change:member.3", "change")
        await human.insists(
            lambda: human.touches(*verbs, otherwise="mon inscription"), done, "to be fewer"
        )

    async def brings(self, human: Human, teammate: Human) -> None:
        link = r"start=(equipe_[A-Za-z0-9_-]{22})"

        async def has_link() -> bool:
            return human.found(link) is not None

        async def joined() -> bool:
            return await self.party(teammate) is not None

        await human.insists(
            lambda: human.touches("team:.*", "team", otherwise="mon inscription"),
            has_link,
            "to get a link",
        )
        await teammate.insists(
            lambda: teammate.answers_the_question(f"/start {human.found(link)}"), joined, "to join"
        )

    async def receives(self, human: Human, pattern: str, times: int = 1) -> None:
        async def done() -> bool:
            return human.count(pattern) >= times

        await until_it_is_so(done, f"{pattern} to {human.name}")

    async def accepts(self, human: Human) -> None:
        async def done() -> bool:
            return await self.comes(human) == human.size

        await human.insists(
            lambda: human.touches("accept", otherwise="mon inscription"), done, "to accept"
        )

    async def declines(self, human: Human) -> None:
        async def done() -> bool:
            return await self.party(human) is None

        verbs = ("leave_yes", "leave")
        await human.insists(
            lambda: human.touches(*verbs, otherwise="mon inscription"), done, "to decline"
        )

    async def comes_back(self, human: Human) -> None:
        async def done() -> bool:
            party = await self.party(human)
            return party is not None and await self.onlooker.is_on_list(party.key)

        await human.insists(
            lambda: human.touches("queue", otherwise="mon inscription"), done, "to wait again"
        )

    async def hears_about(self, human: Human) -> str:
        """What somebody is told who asks for their registration."""

        async def answered() -> bool:
            return len(human.messages()) > seen

        seen = len(human.messages())
        human.writes("mon inscription")
        await until_it_is_so(answered, f"an answer to {human.name}")
        return human.texts()[-1]

    async def owed_to(self, human: Human) -> list[tuple[str, int]]:
        """How many messages of each kind somebody should have had, by how they begin."""
        code = self._codes.get(human.id)
        happened = await self.onlooker.history(code) if code is not None else []
        return [
            (OFFER, happened.count("offered")),
            (LAPSED, happened.count("lapsed")),
            (REMINDER, int(await self.comes(human) > 0)),
        ]

    async def is_over(self) -> None:
        """Wait until nothing is owed that is due, and every answer has left."""
        await self.onlooker.nothing_is_owed()
        await self.onlooker.all_is_answered()


@dataclass
class People:
    """Six parties that fill the day, a teammate, two that wait, and a late one."""

    marie: Human
    karim: Human
    awa: Human
    yves: Human
    lise: Human
    nora: Human
    paul: Human
    theo: Human
    zoe: Human
    omar: Human


@asynccontextmanager
async def killed_at_random(bot: Bot, seed: int) -> AsyncIterator[Reaper]:
    """Meanwhile the bot is killed, and started again each time; in the end it runs."""
    reaper = Reaper(bot, seed)
    bot.telegram.hooks.append(reaper.notice)
    reviving = asyncio.create_task(reaper.revive())
    try:
        yield reaper
    finally:
        bot.telegram.hooks.remove(reaper.notice)
        reviving.cancel()
        await asyncio.wait([reviving])


async def play(day: Day, people: People) -> None:
    """What happens that day, and until the reminder."""
    them = people
    first = (them.marie, them.karim, them.awa, them.yves, them.lise, them.nora)
    await asyncio.gather(*map(day.registers, first))
    await asyncio.gather(
        day.registers(them.theo), day.registers(them.zoe), day.brings(them.marie, them.paul)
    )
    await asyncio.gather(day.cancels(them.awa), day.takes_out_the_third(them.lise))
    await asyncio.gather(day.receives(them.theo, OFFER), day.receives(them.zoe, OFFER))
    await day.accepts(them.theo)
    day.telegram.go_to(day.telegram.clock.now() + timedelta(days=4))
    await day.receives(them.zoe, LAPSED)
    await day.comes_back(them.zoe)
    await day.receives(them.zoe, OFFER, times=2)
    await day.declines(them.zoe)
    await day.registers(them.omar)
    day.telegram.go_to(DAY_BEFORE_AT_TEN)
    for human in (*first, them.paul, them.theo, them.omar):
        if human is not them.awa:
            await day.receives(human, REMINDER)


@pytest.mark.parametrize(
    ("database_url", "seed"),
    [("sqlite", seed) for seed in range(1, DAYS + 1)]
    + [("postgresql", seed) for seed in range(1, DAYS // 2 + 1)],
    indirect=["database_url"],
)
async def test_a_day_of_kills_loses_and_doubles_nothing(
    telegram: Telegram, database_url: str, tmp_path: Path, seed: int
) -> None:
    bot = Bot(telegram, tmp_path)
    bot.url = database_url
    day = Day(telegram, bot.onlooker)
    people = join(day)
    try:
        await bot.start()
        async with killed_at_random(bot, seed) as reaper:
            await play(day, people)
        assert reaper.kills == KILLS
        await bot.kill()
        telegram.clock.forward(A_CLAIM_IS_OVER)
        await bot.start()
        await day.is_over()
        await check_seats(day, people)
        await check_deliveries(day, people, reaper.kills + 1)
        await bot.stop()
        check_log(telegram, bot)
    except BaseException as error:
        error.add_note(f"{bot.log()[-4000:]}\n{telegram.happened[-12:]}")
        raise
    finally:
        await bot.kill()


def join(day: Day) -> People:
    return People(
        marie=day.human("Marie", "Dupont", 3),
        karim=day.human("Karim", "Benali", 3),
        awa=day.human("Awa", "Diallo", 2),
        yves=day.human("Yves", "Morel", 3),
        lise=day.human("Lise", "Faure", 3),
        nora=day.human("Nora", "Haddad", 1),
        paul=day.human("Paul", "Martin"),
        theo=day.human("Théo", "Lambert", 2),
        zoe=day.human("Zoé", "Perrin", 1),
        omar=day.human("Omar", "Vidal", 1),
    )


async def check_seats(day: Day, people: People) -> None:
    """What everybody is told, when they ask, is what the books say."""
    assert sum(party.seats for party in await day.onlooker.parties()) == CAPACITY
    sizes = {"karim": 3, "yves": 3, "lise": 2, "nora": 1, "theo": 2, "omar": 1, "marie": 3}
    for name, size in (sizes | {"paul": 3, "awa": 0, "zoe": 0}).items():
        human = getattr(people, name)
        told = await day.hears_about(human)
        party = await day.party(human)
        if party is None:
            assert size == 0
            assert "pas d’inscription" in told
        else:
            assert (party.seats, party.waiting) == (size, ())
            assert f"inscription {party.code}" in told
            assert len(re.findall(r"(?m)^\d\. ", told)) == size


async def check_deliveries(day: Day, people: People, kills: int) -> None:
    """Nothing owed is missing; what came twice was in flight at a kill."""
    everybody = list(vars(people).values())
    twice = 0
    for human in everybody:
        for pattern, expected in await day.owed_to(human):
            seen = human.count(pattern)
            assert seen >= expected, (human.name, pattern)
            twice += seen - expected
    assert twice <= kills
