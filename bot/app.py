"""Puts the bot together and keeps it running until it is told to stop."""

import asyncio
import logging
import signal
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Protocol

from telegram import Bot, BotCommandScopeAllPrivateChats
from telegram.error import InvalidToken

from bot import event_file, i18n
from bot.channels.courier import Courier
from bot.channels.outbox import Outbox
from bot.channels.telegram.outgoing import Sender, patiently, set_chat_commands
from bot.channels.telegram.polling import Poller
from bot.channels.telegram.transport import AiohttpTransport
from bot.channels.telegram.webhook import Webhook
from bot.clock import Clock, FollowingClock, StartedClock, SystemClock
from bot.conversation.engine import TOPICS
from bot.domain.event import Event
from bot.reception import Reception
from bot.settings import Settings, SettingsError, WebhookSettings
from bot.store.database import Database, UnavailableError, Upgrade, migrate, open_database

log = logging.getLogger(__name__)

TIDY_EVERY = 3600.0
SETTLE_EVERY = 0.5
KEEP_EVERY = 10.0
ALIVE_EVERY = 20.0
TIME_EVERY = 1.0
"""Seconds between two rounds of each of the bot's small chores."""

TRY_AGAIN_AFTER = 5.0
"""Seconds, at least, until a chore that the database did not let through is tried again."""

FAREWELL = 5.0
"""Seconds that answers on their way out get when the bot is told to stop."""


class WayIn(Protocol):
    """How updates come in: fetched (`Poller`) or posted (`Webhook`)."""

    async def run(self) -> None:
        """Bring updates in until cancelled."""


class App:
    """One running bot: its database, its connection to Telegram, its loops."""

    def __init__(
        self,
        settings: Settings,
        event: Event,
        database: Database,
        way_in: Callable[[Bot, Reception, Outbox], WayIn],
    ) -> None:
        self._settings = settings
        self._event = event
        clock, tell = _clock(settings.now)
        root = str(settings.api_url).rstrip("/")
        self._bot = Bot(
            settings.token.get_secret_value(),
            base_url=f"{root}/bot",
            base_file_url=f"{root}/file/bot",
            request=AiohttpTransport(on_date=tell),
            get_updates_request=AiohttpTransport(connections=1, on_date=tell),
        )
        self._organisers = settings.organisers | frozenset(event.organisers)
        self._reception = Reception(database, event, clock, self._organisers)
        sender = Sender(self._bot)
        self._outbox = Outbox(sender, self._reception)
        self._courier = Courier(sender, self._reception)
        self._way_in = way_in(self._bot, self._reception, self._outbox)

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
            await self._bot.shutdown()

    async def _work(self) -> None:
        await self._connect()
        await self._introduce()
        self._reception.bot_username = self._bot.username
        log.info("@%s is ready for %s", self._bot.username, self._event.code)
        works = [
            self._way_in.run(),
            self._courier.run(),
            _every(SETTLE_EVERY, self._reception.settle),
            _every(KEEP_EVERY, self._keep),
            _every(TIDY_EVERY, self._reception.tidy),
            _every(ALIVE_EVERY, self._beat),
        ]
        if self._settings.now == "api":
            works.append(_every(TIME_EVERY, self._ask_the_time))
        tasks = [asyncio.create_task(work) for work in works]
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()  # a loop never ends but by an error
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _connect(self) -> None:
        try:
            await patiently(self._bot.initialize)
        except InvalidToken:
            message = "BINOME_TOKEN ne va pas : ce serveur ne connaît pas ce jeton."
            raise SettingsError(message) from None

    async def _introduce(self) -> None:
        scope = BotCommandScopeAllPrivateChats()
        for language in i18n.languages():
            # Telegram shows the commands without language to everybody who has none of their own.
            code = None if language == i18n.language_for("unknown") else language
            words = i18n.words(language, self._event.zone)
            commands = TOPICS.menu(words, for_organisers=False)
            about, short = words.plain("bot.description"), words.plain("bot.short_description")
            bot = self._bot
            await patiently(partial(bot.set_my_commands, commands, scope, code))
            await patiently(partial(bot.set_my_description, about, code))
            await patiently(partial(bot.set_my_short_description, short, code))
        words = i18n.words(i18n.DEFAULT_LANGUAGE, self._event.zone)
        for organiser in self._settings.organisers:
            commands = TOPICS.menu(words, for_organisers=True)
            await set_chat_commands(self._bot, organiser, commands)

    async def _keep(self) -> None:
        """Claim on what is being sent; take over what nobody claims any more."""
        await self._reception.settle()
        await self._reception.keep(self._outbox.update_ids(), self._courier.carried())
        self._outbox.put(await self._reception.abandoned())

    async def _ask_the_time(self) -> None:
        # Updates that are posted bring no time: a clock that follows the server's needs an answer.
        await patiently(self._bot.get_me)

    async def _beat(self) -> None:
        heartbeat(self._settings).touch()


def heartbeat(settings: Settings) -> Path:
    """The file that a running bot touches every 20 s: its age tells whether it is alive."""
    bot_id = settings.token.get_secret_value().partition(":")[0]
    return Path(tempfile.gettempdir()) / f"binome-{bot_id}.alive"


async def _every(seconds: float, chore: Callable[[], Awaitable[None]]) -> None:
    while True:
        try:
            await chore()
            await asyncio.sleep(seconds)
        except UnavailableError as error:
            log.warning("the database is not available (%s), trying again", error)
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
    await _run(settings, Poller)


async def run_webhook(settings: Settings, webhook: WebhookSettings) -> None:
    """Run the bot with these settings, as a server that updates are posted to.

    Raises:
        EventError: the event file cannot be used.
        StoreError: the database cannot be used.
        SettingsError: Telegram does not know the token, or cannot post there.
    """
    await _run(settings, partial(Webhook, webhook))


async def _run(settings: Settings, way_in: Callable[[Bot, Reception, Outbox], WayIn]) -> None:
    event = event_file.load(settings.event)
    async with _database(settings) as database:
        await migrate(database)
        try:
            await App(settings, event, database, way_in).run()
        finally:
            with suppress(OSError):
                heartbeat(settings).unlink()


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
