"""Posts updates to the bot's webhook: in order within a chat, again and again until they are taken.

As Telegram does: any status but 2xx is a failure, and the pauses between attempts grow.
"""

import asyncio
from collections import deque

import aiohttp

from telegram_sandbox.core import Sandbox
from telegram_sandbox.model import Webhook
from telegram_sandbox.updates import Pending

LONGEST_PAUSE = 60.0
ATTEMPT_TIMEOUT = aiohttp.ClientTimeout(total=60)


class WebhookSender:
    """Runs as long as the server; idle while no webhook is set."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.sandbox = sandbox
        self.hook = Webhook()
        self.limit = asyncio.Semaphore(1)
        self.waiting: dict[int, deque[Pending]] = {}
        self.taken: set[int] = set()
        self.workers: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        """Hand every update that arrives to its chat's worker, until cancelled."""
        async with aiohttp.ClientSession(timeout=ATTEMPT_TIMEOUT) as session:
            try:
                while True:
                    self.sandbox.updates.arrived.clear()
                    if self.sandbox.webhook is not self.hook:
                        await self.change()
                    if self.hook.url:
                        self.dispatch(session)
                    await self.sandbox.updates.arrived.wait()
            finally:
                await self.stop()

    async def change(self) -> None:
        """Another webhook was set: start afresh with it."""
        await self.stop()
        self.hook = self.sandbox.webhook
        self.limit = asyncio.Semaphore(self.hook.max_connections)

    async def stop(self) -> None:
        """End all workers; what they did not deliver stays in the queue."""
        workers = list(self.workers)
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
        self.waiting.clear()
        self.taken.clear()

    def dispatch(self, session: aiohttp.ClientSession) -> None:
        """Give the updates that nobody has to their chats' workers, in the queue's order."""
        for item in self.sandbox.updates.pending:
            if id(item) in self.taken:
                continue
            self.taken.add(id(item))
            line = self.waiting.get(item.chat_id)
            if line is not None:
                line.append(item)
                continue
            self.waiting[item.chat_id] = deque([item])
            worker = asyncio.create_task(self.work(session, item.chat_id))
            self.workers.add(worker)
            worker.add_done_callback(self.workers.discard)

    async def work(self, session: aiohttp.ClientSession, chat_id: int) -> None:
        """Deliver a chat's updates one after the other."""
        line = self.waiting[chat_id]
        while line:
            item = line.popleft()
            pause = self.sandbox.webhook_first_pause
            while item in self.sandbox.updates.unexpired():
                if await self.attempt(session, item):
                    self.sandbox.updates.remove(item)
                    continue
                await asyncio.sleep(pause)
                pause = min(2 * pause, LONGEST_PAUSE)
            self.taken.discard(id(item))
        del self.waiting[chat_id]

    async def attempt(self, session: aiohttp.ClientSession, item: Pending) -> bool:
        """Post one update; whether it was taken. What went wrong shows in getWebhookInfo."""
        if self.sandbox.faults.outage:
            return False
        headers = {"X-Telegram-Bot-Api-Secret-Token": self.hook.secret} if self.hook.secret else {}
        item.delivered = True
        try:
            async with (
                self.limit,
                session.post(
                    self.hook.url, json=item.update, headers=headers, allow_redirects=False
                ) as answer,
            ):
                if 200 <= answer.status < 300:
                    return True
                error = f"Wrong response from the webhook: {answer.status} {answer.reason}"
        except (aiohttp.ClientError, TimeoutError) as problem:
            error = f"Connection failed: {type(problem).__name__}"
        self.hook.last_error, self.hook.last_error_date = error, self.sandbox.clock.date()
        return False
