"""Takes the updates that Telegram posts, and acknowledges them once they are done with.

Telegram delivers an update again until it is acknowledged (any 2xx status), and holds the chat's
next one back until then: https://core.telegram.org/bots/api#setwebhook
"""

import asyncio
import hmac
import logging
import socket
import traceback
from collections.abc import Callable
from functools import partial

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from telegram import Bot

from bot.channels.outbox import Outbox
from bot.channels.telegram.api import REFUSALS, patiently
from bot.channels.telegram.incoming import UPDATE_KINDS, Update, parse, read
from bot.channels.telegram.intake import Intake
from bot.channels.telegram.server import Server
from bot.reception import Reception
from bot.settings import HEALTH_PATH, SettingsError, WebhookSettings
from bot.store.database import StoreError

log = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 (only its name)

LARGEST = 1024 * 1024
"""Bytes of an update at most; Telegram's have a few thousand."""

CONNECTIONS = 100
"""Updates that Telegram may post at once: as many as it allows."""

HEALTHY_WITHIN = 5.0
"""Seconds in which the database is to answer."""

ASK_EVERY = 20.0
"""Seconds between two questions whether Telegram still knows us: an idle webhook hears nothing."""


class Webhook:
    """The server that updates are posted to. Other processes may serve the same address."""

    def __init__(
        self,
        settings: WebhookSettings,
        bot: Bot,
        reception: Reception,
        outbox: Outbox,
        heard: Callable[[], None],
    ) -> None:
        self._settings = settings
        self._bot = bot
        self._reception = reception
        self._intake = Intake(reception, outbox)
        self._heard = heard
        """Called whenever Telegram has answered."""

    async def run(self) -> None:
        """Serve until cancelled; then take no more, and finish what was taken.

        The webhook stays set: other processes go on, or this one comes back.

        Raises:
            SettingsError: the address cannot be listened on, or Telegram refuses to post to it.
        """
        listening = self._listen()
        server = Server(self._application())
        beside = [asyncio.create_task(self._intake.run()), asyncio.create_task(self._ask())]
        serving = asyncio.create_task(server.serve(sockets=[listening]))
        try:
            await self._tell_telegram()
            await asyncio.shield(serving)
        finally:
            server.should_exit = True
            await serving
            for task in beside:
                task.cancel()

    def _listen(self) -> socket.socket:
        host, port = self._settings.address
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        try:
            return socket.create_server((host, port), family=family, backlog=2 * CONNECTIONS)
        except OSError as error:
            message = (
                f"BINOME_LISTEN ne va pas : {self._settings.listen} ({error.strerror})."
                " Donnez une adresse de cette machine et un port libre."
            )
            raise SettingsError(message) from None

    async def _tell_telegram(self) -> None:
        call = partial(
            self._bot.set_webhook,
            str(self._settings.webhook_url),
            secret_token=self._settings.webhook_secret.get_secret_value(),
            allowed_updates=UPDATE_KINDS,
            max_connections=CONNECTIONS,
        )
        try:
            await patiently(call)
        except REFUSALS as error:
            message = f"BINOME_WEBHOOK_URL ne va pas : Telegram la refuse ({error.message})."
            raise SettingsError(message) from None
        log.info("updates are posted to %s", self._settings.listen)

    async def _ask(self) -> None:
        while True:
            try:
                await self._bot.get_me()
                self._heard()
            except Exception as error:
                # What the library raises at an answer that makes no sense may be anything.
                log.warning("Telegram does not help (%s)", type(error).__name__)
            await asyncio.sleep(ASK_EVERY)

    def _application(self) -> Starlette:
        return Starlette(
            routes=[
                Route(self._settings.path, self._post, methods=["POST"]),
                Route(HEALTH_PATH, self._health),
            ]
        )

    async def _post(self, request: Request) -> Response:
        secret = self._settings.webhook_secret.get_secret_value()
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), secret.encode()):
            return Response(status_code=403)
        try:
            body = await _body(request)
        except ClientDisconnect:
            return Response(status_code=400)  # nobody is there to read it
        if body is None:
            return Response(status_code=413)
        update = parse(body)
        # What can never be read is acknowledged: else it would come again for ever.
        is_done = update is None or await self._take(update)
        return Response(status_code=200 if is_done else 500)

    async def _take(self, update: Update) -> bool:
        """Whether it need not come again: it is done with, or fails whenever it comes."""
        received = read(update, self._bot.username)
        if received is None:
            return True  # there is nothing to answer
        try:
            await self._intake.take(received)
        except StoreError as error:
            log.warning("update %d is to come again: %s", update.update_id, error)
            return False
        except Exception as error:
            # The message of an exception may quote what somebody wrote: only its kind is logged.
            where = "".join(traceback.format_tb(error.__traceback__))
            log.error("update %d: %s\n%s", update.update_id, type(error).__name__, where)
        return True

    async def _health(self, _request: Request) -> Response:
        try:
            async with asyncio.timeout(HEALTHY_WITHIN):
                await self._reception.check()
        except (StoreError, TimeoutError):
            return PlainTextResponse("database unavailable", status_code=503)
        return PlainTextResponse("ok")


async def _body(request: Request) -> bytes | None:
    """The body; None when it is larger than an update can be."""
    announced = request.headers.get("Content-Length", "0")
    if not announced.isdecimal() or int(announced) > LARGEST:
        return None
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            return None
    return bytes(body)
