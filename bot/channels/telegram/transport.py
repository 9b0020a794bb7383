"""HTTP for python-telegram-bot over aiohttp, which answers several times faster than its httpx."""

import io
import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import lru_cache
from http import HTTPStatus
from typing import IO, Any, Final
from urllib.request import getproxies, proxy_bypass

import aiohttp
from telegram import InputFile
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData
from yarl import URL

from bot.channels.telegram.errors import (
    NotSentInTimeError,
    OutOfReachError,
    read_answer,
    result,
)

Timeout = Any
"""Seconds, None for no limit, or `BaseRequest.DEFAULT_NONE` for ours."""

Body = aiohttp.BytesPayload | aiohttp.FormData | None

FieldTuple = tuple[str, bytes | IO[bytes], str]
"""A file: its name, its content, its MIME type."""

# Seconds; the defaults of python-telegram-bot's own HTTPXRequest.
CONNECT_TIMEOUT: Final = 5.0
READ_TIMEOUT: Final = 5.0
POOL_TIMEOUT: Final = 1.0
FILE_WRITE_TIMEOUT: Final = 20.0


class AiohttpTransport(BaseRequest):
    """The requests of a ``telegram.Bot`` over aiohttp, kept alive, at most `connections` at once.

    Parameters travel as JSON, or as multipart when there are files. The bot's token is part of
    every URL, so that no error raised here carries a URL, in its message or in its chain.

    Args:
        connections: how many requests may be under way; more wait for ``pool_timeout``.
        on_date: called with the moment (UTC) in the ``Date`` header of each answer.
    """

    __slots__ = ("_connections", "_on_date", "_session")

    def __init__(
        self, *, connections: int = 64, on_date: Callable[[datetime], None] | None = None
    ) -> None:
        self._connections = connections
        self._on_date = on_date
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds to wait for an answer when a call gives no read timeout of its own."""
        return READ_TIMEOUT

    async def initialize(self) -> None:
        """Open the pool of connections; nothing happens when it is open already."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
            )

    async def shutdown(self) -> None:
        """Close every connection; nothing happens when they are closed already."""
        if self._session is not None:
            session, self._session = self._session, None
            await session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Timeout = BaseRequest.DEFAULT_NONE,
        write_timeout: Timeout = BaseRequest.DEFAULT_NONE,
        connect_timeout: Timeout = BaseRequest.DEFAULT_NONE,
        pool_timeout: Timeout = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Send one request and return the status and the body of its answer.

        Timeouts are in seconds, None means no limit, and they mean what BaseRequest says, except
        that writing is limited only for files: other bodies fit into the socket's buffer.

        Raises:
            TimedOut: one of the timeouts has passed.
            NetworkError: no connection, or it broke before the whole answer was there.
            UnclearError: what is there is no answer of the Bot API.
            RuntimeError: the transport is not initialized.
        """
        with_files = request_data is not None and request_data.contains_files
        limits = _timeouts(
            _or_default(connect_timeout, CONNECT_TIMEOUT),
            _or_default(read_timeout, READ_TIMEOUT),
            _or_default(pool_timeout, POOL_TIMEOUT),
            _or_default(write_timeout, FILE_WRITE_TIMEOUT) if with_files else None,
        )
        status, payload = await self._exchange(method, url, _body(request_data), limits)
        if method == "POST":
            read_answer(status, payload)  # else the library would make something of anything
        return status, payload

    async def call(self, url: str, parameters: dict[str, object], read_timeout: float) -> Any:
        """Call a method of the Bot API with plain JSON, or with files (`InputFile`); its result.

        Raises:
            TelegramError: as `do_request`, or what the server answers is no result.
        """
        files = {name: one for name, one in parameters.items() if isinstance(one, InputFile)}
        if files:
            fields = {name: _field(one) for name, one in parameters.items() if name not in files}
            body: Body = _form(fields, {name: one.field_tuple for name, one in files.items()})
        else:
            body = _json_body(parameters)
        limit = FILE_WRITE_TIMEOUT if files else None
        limits = _timeouts(CONNECT_TIMEOUT, read_timeout, POOL_TIMEOUT, limit)
        return result(*await self._exchange("POST", url, body, limits))

    async def download(self, url: str, largest: int) -> bytes | None:
        """A file of so many bytes at most; None when it is larger, or not there.

        Raises:
            TelegramError: it did not get through.
        """
        if self._session is None:
            raise RuntimeError("This AiohttpTransport is not initialized")
        limits = _timeouts(CONNECT_TIMEOUT, READ_TIMEOUT, POOL_TIMEOUT, FILE_WRITE_TIMEOUT)
        try:
            address, proxy = _route(url)
            async with self._session.get(
                address, timeout=limits, proxy=proxy, allow_redirects=False
            ) as response:
                if response.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
                    raise aiohttp.ClientError("server error")
                if response.status != HTTPStatus.OK:
                    return None
                content = bytearray()
                async for part in response.content.iter_any():
                    content += part
                    if len(content) > largest:
                        return None
                return bytes(content)
        except (aiohttp.ClientError, OSError, ValueError) as error:
            failure = _without_url(error)
        raise failure

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The JSON of an answer. What is none is not logged: people's names may be in it.

        Raises:
            TelegramError: it is no JSON.
        """
        try:
            answer: dict[str, Any] = json.loads(payload)
        except ValueError:
            raise TelegramError("Invalid server response") from None
        return answer

    async def _exchange(
        self, method: str, url: str, body: Body, limits: aiohttp.ClientTimeout
    ) -> tuple[int, bytes]:
        if self._session is None:
            raise RuntimeError("This AiohttpTransport is not initialized")
        try:
            address, proxy = _route(url)
            async with self._session.request(
                method,
                address,
                data=body,
                timeout=limits,
                proxy=proxy,
                allow_redirects=False,
            ) as response:
                payload = await response.read()
                self._tell_date(response.headers.get("Date"))
                return response.status, payload
        except (aiohttp.ClientError, OSError, ValueError) as error:
            failure = _without_url(error)
        # Raised out here, the error has no __context__: aiohttp's may hold the URL.
        raise failure

    def _tell_date(self, header: str | None) -> None:
        if self._on_date is not None and header is not None:
            moment = _moment(header)
            if moment is not None:
                self._on_date(moment)


def _or_default(given: Timeout, default: float) -> float | None:
    return default if given is BaseRequest.DEFAULT_NONE else given


@lru_cache(maxsize=64)
def _timeouts(
    connect: float | None, read: float | None, pool: float | None, write: float | None
) -> aiohttp.ClientTimeout:
    waiting = None if connect is None or pool is None else connect + pool
    # aiohttp has no write timeout: an upload is limited as a whole.
    whole = None if waiting is None or write is None or read is None else waiting + write + read
    return aiohttp.ClientTimeout(total=whole, connect=waiting, sock_connect=connect, sock_read=read)


@lru_cache(maxsize=256)
def _route(url: str) -> tuple[URL, URL | None]:
    """Return the parsed URL, and the environment's proxy for it, with its credentials.

    aiohttp's ``trust_env`` does the same anew for each request, and reads ~/.netrc every time.
    """
    address = URL(url)
    proxy = getproxies().get(address.scheme)
    if proxy is None or address.host is None or proxy_bypass(address.host):
        return address, None
    return address, URL(proxy)


def _json_body(parameters: dict[str, Any]) -> aiohttp.BytesPayload:
    return aiohttp.BytesPayload(json.dumps(parameters).encode(), content_type="application/json")


def _body(data: RequestData | None) -> Body:
    if data is None:
        return None
    if not data.contains_files:
        return _json_body(data.parameters)
    return _form(data.json_parameters, data.multipart_data)


def _field(value: object) -> str:
    """A parameter as it travels beside files: text as it is, all else as JSON."""
    return value if isinstance(value, str) else json.dumps(value)


def _form(fields: Mapping[str, str], files: Mapping[str, FieldTuple]) -> aiohttp.FormData:
    # Telegram takes file names in UTF-8 as they are, and would show percent-encoded ones so.
    form = aiohttp.FormData(quote_fields=False)
    for name, value in fields.items():
        form.add_field(name, value)
    for name, (filename, content, mimetype) in files.items():
        stream = io.BytesIO(content) if isinstance(content, bytes) else content
        form.add_field(name, stream, content_type=mimetype, filename=filename)
    return form


_NOT_SENT = (aiohttp.ClientConnectorError, aiohttp.ClientHttpProxyError, ValueError)


@lru_cache(maxsize=4)
def _moment(header: str) -> datetime | None:
    """Parse an HTTP date; None when it is none, since a proxy's odd header breaks no request."""
    try:
        return parsedate_to_datetime(header).replace(tzinfo=UTC)
    except ValueError:
        return None


def _without_url(error: Exception) -> TelegramError:
    """Say what happened in words that hold no part of the URL."""
    if isinstance(error, aiohttp.ConnectionTimeoutError):
        return NotSentInTimeError(
            "Timed out before there was a connection: the request was not sent"
        )
    if isinstance(error, TimeoutError):
        return TimedOut("Timed out waiting for the answer")
    kind = type(error).__name__
    reason = error.strerror if isinstance(error, OSError) else None
    message = f"{kind}: {reason}" if reason else kind
    not_sent = isinstance(error, _NOT_SENT)
    return OutOfReachError(message) if not_sent else NetworkError(message)
