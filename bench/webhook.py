"""Posts updates to the bot's processes in turn, as Telegram does to a webhook's load balancer."""

import asyncio
from collections import deque
from collections.abc import Sequence
from itertools import cycle
from typing import Final

SECRET: Final = "secret-of-the-bench"
PATH: Final = "/updates"
AGAIN_AFTER: Final = 0.1
"""Seconds after which an update that was not acknowledged is posted once more."""

Line = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class Poster:
    """Posts each chat's updates in order: the next one once the one before was answered 200."""

    def __init__(self, ports: Sequence[int]) -> None:
        self._turns = cycle(ports)
        self._idle: dict[int, list[Line]] = {port: [] for port in ports}
        self._queues: dict[int, deque[str]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def post(self, chat_id: int, update: str) -> None:
        """Post an update (JSON) as soon as those before it are acknowledged."""
        if chat_id in self._queues:
            self._queues[chat_id].append(update)
            return
        self._queues[chat_id] = deque([update])
        task = asyncio.get_running_loop().create_task(self._empty(chat_id))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def close(self) -> None:
        """Post nothing more."""
        for task in self._tasks:
            task.cancel()
        for lines in self._idle.values():
            for _, writer in lines:
                writer.close()

    async def _empty(self, chat_id: int) -> None:
        queue = self._queues[chat_id]
        while queue:
            if await self._is_acknowledged(queue[0]):
                queue.popleft()
            else:
                await asyncio.sleep(AGAIN_AFTER)
        del self._queues[chat_id]

    async def _is_acknowledged(self, update: str) -> bool:
        port = next(self._turns)
        try:
            idle = self._idle[port]
            line = idle.pop() if idle else await asyncio.open_connection("127.0.0.1", port)
            status = await _exchange(line, update.encode())
        except (OSError, asyncio.IncompleteReadError):
            return False
        idle.append(line)
        return status == 200


async def _exchange(line: Line, body: bytes) -> int:
    """Send one request on a connection that is kept; the status of its answer."""
    reader, writer = line
    head = (
        f"POST {PATH} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
        f"X-Telegram-Bot-Api-Secret-Token: {SECRET}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    writer.write(head.encode() + body)
    answer = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
    length = answer.partition("content-length:")[2].split("\r\n", 1)[0]
    await reader.readexactly(int(length or 0))
    return int(answer.split(" ", 2)[1])
