"""Events for the page, handed to every listener without ever waiting for one."""

import asyncio
from typing import Any

MOST_WAITING = 1000


class Listener:
    """One client of the event stream: its queue, and None in it as the end."""

    def __init__(self) -> None:
        self.queue: asyncio.Queue[dict[str, Any] | None] = asyncio.Queue(MOST_WAITING)

    def put(self, event: dict[str, Any] | None) -> bool:
        """Queue an event; False when the client is so slow that its queue is full."""
        try:
            self.queue.put_nowait(event)
        except asyncio.QueueFull:
            return False
        return True

    def cut(self) -> None:
        """End the stream of a client that is too slow: it has to read the state again."""
        while not self.queue.empty():
            self.queue.get_nowait()
        self.queue.put_nowait(None)


class Events:
    """The event stream's listeners."""

    def __init__(self) -> None:
        self.listeners: set[Listener] = set()

    def listen(self) -> Listener:
        """A new listener, to be given back to `leave`."""
        listener = Listener()
        self.listeners.add(listener)
        return listener

    def leave(self, listener: Listener) -> None:
        """Forget a listener."""
        self.listeners.discard(listener)

    def emit(self, kind: str, **fields: Any) -> None:
        """Give `{"type": kind, …}` to every listener."""
        for listener in list(self.listeners):
            if not listener.put({"type": kind, **fields}):
                self.leave(listener)
                listener.cut()

    def close(self) -> None:
        """End every stream."""
        for listener in list(self.listeners):
            self.leave(listener)
            listener.cut()
