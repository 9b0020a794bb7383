"""Puts the bot together and keeps it running until it is told to stop."""

import asyncio
import gc
import logging
import signal
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import datetime

from bot import event_file
from bot.channels.channel import WayIn
from bot.channels.courier import Courier
from bot.channels.outbox import Outbox
from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.polling import Poller
from bot.channels.telegram.webhook import Webhook
from bot.clock import Clock, FollowingClock, StartedClock, SystemClock
from bot.days import Days
from bot.dispatch import Dispatch
from bot.domain.event import Event
from bot.domain.keys import telegram
from bot.heartbeat import Heartbeat
from bot.reception import Reception
from bot.settings import Settings, WebhookSettings
from bot.store.database import Database, UnavailableError
from bot.store.opening import Upgrade, migrate, open_database

log = logging.getLogger(__name__)

TIDY_EVERY = 3600.0
SETTLE_EVERY = 0.5
KEEP_EVERY = 10.0
TIME_EVERY = 1.0
"""Seconds between two rounds of each of the bot's small chores."""

TRY_AGAIN_AFTER = 5.0
"""Seconds, at least, until a chore that failed is tried again."""

FAREWELL = 5.0
"""Seconds that answers on their way out get when the bot is told to stop."""


class App:
    """One running bot: its database, its connection to Telegram, its loops."""

    def __init__(
        self,
        settings: Settings,
        events: Sequence[Event],
        database: Database,
        webhook: WebhookSettings | None = None,
    ) -> None:
        self._settings = settings
        self._events = events
        clock, tell = _clock(settings.now)
        self._channel = TelegramChannel(settings, tell)
        days = Days(events)
        organisers = frozenset(map(telegram, settings.organisers))
        self._reception = Reception(database, days, clock, organisers, self._channel.bot_id)
        self._dispatch = Dispatch(database, days, clock, organisers)
        self._outbox = Outbox(self._channel, self._reception)
        self._courier = Courier(self._outbox, self._dispatch)
        self._heartbeat = Heartbeat(settings)
        self._way_in = self._new_way_in(webhook)

    def _new_way_in(self, webhook: WebhookSettings | None) -> WayIn:
        bot, beat = self._channel.bot, self._heartbeat.beat
        if webhook is not None:
            return Webhook(webhook, bot, self._reception, self._outbox, beat)
        return Poller(bot, self._channel.polls, self._reception, self._outbox, beat)

    async def run(self) -> None:
        """Run until SIGTERM or SIGINT; answers on their way out may still leave.

        Raises:
            SettingsError: Telegram does not know the token, or another setting does not do.
        """
        working = asyncio.create_task(self._work())
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, working.cancel)
        try:
            with suppress(asyncio.CancelledError):  # told to stop
                await working
        finally:
            await self._outbox.empty(FAREWELL)
            await self._reception.settle()
            await self._channel.close()
            self._heartbeat.stop()

    async def _work(self) -> None:
        await self._channel.connect(self._events)
        self._heartbeat.beat()
        self._reception.channel = self._channel.capabilities
        await self._reception.start()
        codes = ", ".join(event.code for event in self._events)
        log.info("@%s is ready for %s", self._channel.bot.username, codes)
        works = [
            self._way_in.run(),
            self._courier.run(),
            self._outbox.tidying.run(),
            _every(SETTLE_EVERY, self._reception.settle),
            _every(KEEP_EVERY, self._keep),
            _every(TIDY_EVERY, self._reception.tidy),
        ]
        if self._settings.now == "api":
            # Updates that are posted bring no time.
            works.append(_every(TIME_EVERY, self._channel.ask_the_time))
        _leave_alone_what_stays()
        tasks = [asyncio.create_task(work) for work in works]
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()  # a loop never ends but by a setting that does not do
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _keep(self) -> None:
        """Claim on what is being sent; take over what nobody claims any more."""
        await self._reception.settle()
        await self._reception.keep(self._outbox.update_ids())
        await self._dispatch.keep(self._courier.carried())
        async for answer in self._reception.abandoned():
            self._outbox.put([answer])


def _leave_alone_what_stays() -> None:
    """Keep the garbage collector from looking through modules, models and sentences for ever.

    They are most of what there is in memory, and none of it is ever garbage: a tenth of the bot's
    time went into it.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 50, 100)


async def _every(seconds: float, chore: Callable[[], Awaitable[None]]) -> None:
    while True:
        try:
            await chore()
            await asyncio.sleep(seconds)
            continue
        except UnavailableError as error:
            log.warning("the database is not available (%s), trying again", error)
        except Exception as error:
            # The message of an exception may quote somebody's data: only its kind is logged.
            where = "".join(traceback.format_tb(error.__traceback__))
            log.error("a chore failed: %s\n%s", type(error).__name__, where)
        await asyncio.sleep(max(seconds, TRY_AGAIN_AFTER))


def _clock(now: object) -> tuple[Clock, Callable[[datetime], None] | None]:
    if now == "api":
        following = FollowingClock()
        return following, following.tell
    return (StartedClock(now) if isinstance(now, datetime) else SystemClock()), None


async def run(settings: Settings) -> None:
    """Run the bot with these settings, fetching updates.

    Raises:
        EventError: the event file cannot be used.
        StoreError: the database cannot be used.
        SettingsError: Telegram does not know the token.
    """
    await _run(settings, None)


async def run_webhook(settings: Settings, webhook: WebhookSettings) -> None:
    """Run the bot with these settings, as a server that updates are posted to.

    Raises:
        EventError: the event file cannot be used.
        StoreError: the database cannot be used.
        SettingsError: Telegram does not know the token, or cannot post there.
    """
    await _run(settings, webhook)


async def _run(settings: Settings, webhook: WebhookSettings | None) -> None:
    events = event_file.load_all(settings.event)
    async with _database(settings) as database:
        await migrate(database)
        await App(settings, events, database, webhook).run()


async def upgrade(settings: Settings) -> Upgrade:
    """Create the tables, or bring them to this program's version, and do nothing else.

    Raises:
        StoreError: the database cannot be used, or is of a newer version.
    """
    async with _database(settings) as database:
        return await migrate(database)


@asynccontextmanager
async def _database(settings: Settings) -> AsyncIterator[Database]:
    database = await open_database(settings.database_url)
    try:
        yield database
    finally:
        await database.close()
