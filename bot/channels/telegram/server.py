"""The HTTP server of the webhook: uvicorn, with limits that it does not have itself.

Whoever sends a request slowly, or none, is cut off after `PATIENCE`; when there are too many
connections, the one that has kept us waiting longest makes room. Telegram's requests come whole.
"""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import h11
import uvicorn
from starlette.applications import Starlette
from uvicorn.protocols.http.h11_impl import H11Protocol

PATIENCE = 10.0
"""Seconds in which a request, headers and body, is to be here; and a connection's first one."""

MOST_CONNECTIONS = 256
"""Connections at once; Telegram makes 100 at most, and a process may have 1,024 files open."""

FAREWELL = 5
"""Seconds that requests under way get when the bot is told to stop."""


class Server(uvicorn.Server):
    """A server that leaves the signals to the app, which stops more than this server."""

    def __init__(self, application: Starlette) -> None:
        super().__init__(_config(application))

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture none."""
        yield


def _config(application: Starlette) -> uvicorn.Config:
    waiting: dict[_Limited, None] = {}

    class Connection(_Limited):
        """A connection of this server."""

        late = waiting

    return uvicorn.Config(
        application,
        http=Connection,
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=FAREWELL,
    )


class _Limited(H11Protocol):
    """A connection that keeps nobody waiting."""

    late: dict["_Limited", None]
    """The connections whose request is not here yet, those that have kept us longest first."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._limit: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for a request; somebody may have to go for it."""
        super().connection_made(transport)
        self._begin()
        if len(self.connections) > MOST_CONNECTIONS:
            next(iter(self.late)).cut()

    def data_received(self, data: bytes) -> None:
        """Go on waiting, for the same request, until all of it is here."""
        self._begin()
        super().data_received(data)
        if self.conn.their_state not in (h11.IDLE, h11.SEND_BODY):
            self._end()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no longer."""
        self._end()
        super().connection_lost(exc)

    def cut(self) -> None:
        """End the connection, whatever of a request is here."""
        self._end()
        self.transport.abort()

    def _begin(self) -> None:
        if self._limit is None:
            self.late[self] = None
            self._limit = self.loop.call_later(PATIENCE, self.cut)

    def _end(self) -> None:
        if self._limit is not None:
            self._limit.cancel()
            self._limit = None
            del self.late[self]
