"""The bot at Telegram: its connection, its introduction, its way out."""

import logging
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from telegram import Bot, BotCommandScopeAllPrivateChats
from telegram.error import InvalidToken, TelegramError

from bot import i18n
from bot.channels.channel import Blocked, Outcome, Refused
from bot.channels.telegram.api import REFUSALS, Api, patiently
from bot.channels.telegram.capabilities import TelegramCapabilities
from bot.channels.telegram.sending import Sender
from bot.channels.telegram.transport import AiohttpTransport
from bot.conversation.capabilities import Capabilities
from bot.conversation.engine import TOPICS
from bot.conversation.messages import Press, Reply, ShowCommands
from bot.domain.event import Event
from bot.domain.keys import Address, BotId, telegram
from bot.domain.roles import Role
from bot.settings import Settings, SettingsError

log = logging.getLogger(__name__)


class TelegramChannel:
    """One bot's connection to a Bot API server.

    Args:
        settings: the token, the server's address, the organisers.
        on_date: called with the moment (UTC) in the ``Date`` header of each answer.
    """

    def __init__(self, settings: Settings, on_date: Callable[[datetime], None] | None) -> None:
        self._organisers = settings.organisers
        token, root = settings.token.get_secret_value(), str(settings.api_url).rstrip("/")
        transport = AiohttpTransport(on_date=on_date)
        polling = AiohttpTransport(connections=1, on_date=on_date)
        self.bot = Bot(
            token,
            base_url=f"{root}/bot",
            base_file_url=f"{root}/file/bot",
            request=transport,
            get_updates_request=polling,
        )
        self.polls = Api(f"{root}/bot{token}", polling)
        """For `getUpdates`, whose connection is held."""
        files = f"{root}/file/bot{token}"
        self._sender = Sender(Api(f"{root}/bot{token}", transport, files))

    async def connect(self, events: Sequence[Event]) -> None:
        """Make the bot known: to us its name, to people its commands and what it is for.

        Raises:
            SettingsError: Telegram does not know the token.
        """
        refusals = (*REFUSALS, InvalidToken)
        try:
            await patiently(self.bot.initialize, but=refusals)
            await self._introduce(events, refusals)
        except InvalidToken:
            message = (
                "BINOME_TOKEN ne va pas : ce serveur ne connaît pas ce jeton. Copiez celui que"
                " donne BotFather, ou demandez-lui-en un nouveau (/token)."
            )
            raise SettingsError(message) from None

    async def _introduce(
        self, events: Sequence[Event], refusals: tuple[type[TelegramError], ...]
    ) -> None:
        scope = BotCommandScopeAllPrivateChats()
        for language in i18n.languages():
            # Telegram shows the commands without language to everybody who has none of their own.
            code = None if language == i18n.language_for("unknown") else language
            words = i18n.words(language, events[0].zone)
            commands = TOPICS.menu(words, events)
            about, short = words.plain("bot.description"), words.plain("bot.short_description")
            for call in (
                partial(self.bot.set_my_commands, commands, scope, code),
                partial(self.bot.set_my_description, about, code),
                partial(self.bot.set_my_short_description, short, code),
            ):
                await patiently(call, but=refusals)
        await self._show_commands_to_organisers(events)

    async def _show_commands_to_organisers(self, events: Sequence[Event]) -> None:
        words = i18n.words(i18n.DEFAULT_LANGUAGE, events[0].zone)
        commands = ShowCommands(TOPICS.menu(words, events, Role.ORGANISER))
        of_a_day = [address for event in events for address in event.organiser_addresses]
        for organiser in dict.fromkeys([*map(telegram, self._organisers), *of_a_day]):
            outcome = await self.send(organiser, commands)
            if isinstance(outcome, Refused | Blocked):
                log.info("the commands of an organiser are not set")

    @property
    def bot_id(self) -> BotId:
        """Which bot this is: the number before the colon of its token."""
        return BotId(f"telegram:{self.bot.token.partition(':')[0]}")

    async def close(self) -> None:
        """Let go of the connections."""
        await self.bot.shutdown()

    async def ask_the_time(self) -> None:
        """Have the server answer: a clock that follows it reads the time from that."""
        try:
            await self.bot.get_me()
        except TelegramError as error:
            log.debug("the time is not told (%s)", type(error).__name__)

    # ---- the way out

    @property
    def capabilities(self) -> Capabilities:
        """What it can do, once it is connected."""
        return TelegramCapabilities(self.bot.username)

    def pieces(self, reply: Reply) -> Sequence[Reply]:
        """What is sent one after the other for a reply."""
        return self._sender.pieces(reply)

    async def send(self, address: Address, reply: Reply, press: Press | None = None) -> Outcome:
        """Try once to send one piece; `press` is what it answers."""
        return await self._sender.send(int(address.id), reply, press)

    async def take_buttons_off(self, address: Address, message_id: int) -> Outcome:
        """Try once to take the buttons off a message."""
        return await self._sender.take_buttons_off(int(address.id), message_id=message_id)
