"""Puts the bot together and keeps it running until it is told to stop."""

import asyncio
import logging
import signal
import tempfile
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path

from telegram import Bot, BotCommandScopeAllPrivateChats
from telegram.error import InvalidToken

from bot import event as events
from bot import i18n
from bot.clock import Clock, FollowingClock, StartedClock, SystemClock
from bot.dialogue import menu
from bot.event import Event
from bot.reception import Reception
from bot.settings import Settings, SettingsError
from bot.store.database import Database, migrate, open_database
from bot.telegram.courier import Courier
from bot.telegram.outbox import Outbox
from bot.telegram.outgoing import Sender, patiently, set_chat_commands
from bot.telegram.polling import Poller
from bot.telegram.transport import AiohttpTransport

log = logging.getLogger(__name__)

TIDY_EVERY = 3600.0
SETTLE_EVERY = 0.5
ALIVE_EVERY = 20.0
"""Seconds between two rounds of each of the bot's small chores."""

FAREWELL = 5.0
"""Seconds that answers on their way out get when the bot is told to stop."""


class App:
    """One running bot: its database, its connection to Telegram, its loops."""

    def __init__(self, settings: Settings, event: Event, database: Database) -> None:
        self._settings = settings
        self._event = event
        self._database = database
        clock, tell = _clock(settings.now)
        root = str(settings.api_url).rstrip("/")
        self._bot = Bot(
            settings.token.get_secret_value(),
            base_url=f"{root}/bot",
            base_file_url=f"{root}/file/bot",
            request=AiohttpTransport(on_date=tell),
            get_updates_request=AiohttpTransport(connections=1, on_date=tell),
        )
        self._reception = Reception(database, event, clock, settings.organisers)
        self._sender = Sender(self._bot)
        self._outbox = Outbox(self._sender, self._reception)

    async def run(self) -> None:
        """Run until SIGTERM or SIGINT; answers on their way out may still leave.

        Raises:
            SettingsError: Telegram does not know the token.
        """
        stop = asyncio.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, stop.set)
        try:
            await self._connect()
            await self._introduce()
            self._outbox.put(await self._reception.interrupted())
            await self._work_until(stop)
        finally:
            await self._outbox.empty(FAREWELL)
            await self._reception.settle()
            await self._bot.shutdown()

    async def _connect(self) -> None:
        try:
            await patiently(self._bot.initialize)
        except InvalidToken:
            message = "BINOME_TOKEN ne va pas : ce serveur ne connaît pas ce jeton."
            raise SettingsError(message) from None
        # A webhook set earlier would keep every update from us.
        await patiently(self._bot.delete_webhook)
        log.info("@%s is ready for %s", self._bot.username, self._event.code)

    async def _introduce(self) -> None:
        scope = BotCommandScopeAllPrivateChats()
        for language in i18n.languages():
            # Telegram shows the commands without language to everybody who has none of their own.
            code = None if language == i18n.language_for("unknown") else language
            words = i18n.words(language, self._event.zone)
            commands = menu.commands(words, menu.PARTICIPANT_COMMANDS)
            about, short = words.plain("bot.description"), words.plain("bot.short_description")
            bot = self._bot
            await patiently(partial(bot.set_my_commands, commands, scope, code))
            await patiently(partial(bot.set_my_description, about, code))
            await patiently(partial(bot.set_my_short_description, short, code))
        words = i18n.words(i18n.DEFAULT_LANGUAGE, self._event.zone)
        for organiser in self._settings.organisers:
            names = menu.ORGANISER_COMMANDS + menu.PARTICIPANT_COMMANDS
            await set_chat_commands(self._bot, organiser, menu.commands(words, names))

    async def _work_until(self, stop: asyncio.Event) -> None:
        works = [
            Poller(self._bot, self._reception, self._outbox).run(),
            Courier(self._sender, self._reception).run(),
            _every(SETTLE_EVERY, self._reception.settle),
            _every(TIDY_EVERY, self._reception.tidy),
            _every(ALIVE_EVERY, self._beat),
        ]
        tasks = [asyncio.create_task(work) for work in works]
        stopping = asyncio.create_task(_until(stop))
        try:
            await asyncio.wait([*tasks, stopping], return_when=asyncio.FIRST_COMPLETED)
            for task in tasks:
                if task.done():
                    task.result()  # a loop never ends but by an error
        finally:
            for task in [*tasks, stopping]:
                task.cancel()
            await asyncio.gather(*tasks, stopping, return_exceptions=True)

    async def _beat(self) -> None:
        heartbeat(self._settings).touch()


def heartbeat(settings: Settings) -> Path:
    """The file that a running bot touches every 20 s: its age tells whether it is alive."""
    bot_id = settings.token.get_secret_value().partition(":")[0]
    return Path(tempfile.gettempdir()) / f"binome-{bot_id}.alive"


async def _until(stop: asyncio.Event) -> None:
    await stop.wait()


async def _every(seconds: float, chore: Callable[[], Awaitable[None]]) -> None:
    while True:
        await chore()
        await asyncio.sleep(seconds)


def _clock(now: object) -> tuple[Clock, Callable[[datetime], None] | None]:
    if now == "api":
        following = FollowingClock()
        return following, following.tell
    return (StartedClock(now) if isinstance(now, datetime) else SystemClock()), None


async def run(settings: Settings) -> None:
    """Run the bot with these settings.

    Raises:
        EventError: the event file cannot be used.
        StoreError: the database cannot be used.
        SettingsError: Telegram does not know the token.
    """
    event = events.load(settings.event)
    database = await open_database(settings.database_url)
    try:
        await migrate(database)
        await App(settings, event, database).run()
    finally:
        with suppress(OSError):
            heartbeat(settings).unlink()
        await database.close()
