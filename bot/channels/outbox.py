"""Answers on their way out: those of one chat in order, those of different chats at once."""

import asyncio
from collections import deque
from collections.abc import Iterable
from dataclasses import replace

from bot.channels.telegram.outgoing import Sender
from bot.reception import Answer, Reception


class Outbox:
    """One queue a chat. A chat that Telegram slows down keeps nobody else waiting."""

    def __init__(self, sender: Sender, reception: Reception) -> None:
        self._sender = sender
        self._reception = reception
        self._queues: dict[int, deque[Answer]] = {}
        self._tasks: dict[int, asyncio.Task[None]] = {}

    def put(self, answers: Iterable[Answer]) -> None:
        """Let committed answers leave."""
        for answer in answers:
            if answer.chat_id in self._queues:
                self._queues[answer.chat_id].append(answer)
            else:
                self._queues[answer.chat_id] = deque([answer])
                self._tasks[answer.chat_id] = asyncio.create_task(self._empty(answer.chat_id))

    async def _empty(self, chat_id: int) -> None:
        queue = self._queues[chat_id]
        try:
            while queue:
                departure = await self._sender.send(queue[0])
                self._reception.note(departure)
                await self._sender.tidy_up(departure)
                answer = queue.popleft()
                if queue and departure.live_message_id != answer.live_message_id:
                    # The next one was committed before it was known which message this became.
                    queue[0] = replace(queue[0], live_message_id=departure.live_message_id)
        finally:
            del self._queues[chat_id], self._tasks[chat_id]

    def update_ids(self) -> list[int]:
        """The updates whose answers are still on their way."""
        return [
            number
            for queue in self._queues.values()
            for answer in queue
            for number in answer.update_ids
        ]

    async def emptied(self, chat_id: int, seconds: float) -> None:
        """Wait until all answers of a chat have left, or so many seconds."""
        if chat_id in self._tasks:
            await asyncio.wait([self._tasks[chat_id]], timeout=seconds)

    async def empty(self, seconds: float) -> None:
        """Wait until everything has left, or so many seconds; then give up the rest."""
        tasks = list(self._tasks.values())
        if tasks:
            await asyncio.wait(tasks, timeout=seconds)
        for task in tasks:
            task.cancel()
