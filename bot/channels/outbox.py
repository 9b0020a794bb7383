"""Messages on their way out: those of one chat in order, those of different chats at once.

Answers are tried until they have left or are refused for good. What is owed (`carry`) is tried
once, and whoever owes it decides what comes next. Somebody who writes faster than a channel lets
us answer gets the first answers, and one that says where they stand in the place of the rest.
"""

import asyncio
import logging
import traceback
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from bot.channels.channel import Blocked, Channel, Left, Outcome, Refused, Settled, Unclear, Wait
from bot.channels.tidying import Tidying
from bot.conversation.messages import EndQuestion, Press, Question, Reply, Toast
from bot.departures import Answer, Departure
from bot.domain.keys import Address
from bot.patience import MOST_TRIES, pause, wait
from bot.reception import Reception
from bot.store.database import UnavailableError

log = logging.getLogger(__name__)

Attempt = Callable[[], Awaitable[Outcome]]
"""Tries once to send something."""

MOST_WAITING = 5
"""Answers of one chat that wait as they are; those after them become one."""

WORTHWHILE = 150.0
"""Seconds in which a notice over the chat can still be shown (Telegram’s)."""


@dataclass(slots=True)
class Merged:
    """Answers that one message takes the place of: where the chat stands when it leaves."""

    update_ids: list[int]


@dataclass(slots=True)
class Parcel:
    """A message that is owed; whoever put it here waits for what becomes of it."""

    replies: Sequence[Reply]
    outcome: "asyncio.Future[Outcome]"


@dataclass(slots=True)
class _Queue:
    """What waits for one chat; the first one is on its way."""

    items: deque[Answer | Merged | Parcel] = field(default_factory=deque)
    moved: Departure | None = None
    """The last answer that left other live buttons than it found.

    The answers behind it were committed before it was known which message carries them.
    """


class Outbox:
    """One queue a chat. A chat that is slowed down keeps nobody else waiting."""

    def __init__(self, channel: Channel, reception: Reception) -> None:
        self._channel = channel
        self._reception = reception
        self._queues: dict[Address, _Queue] = {}
        self._tasks: dict[Address, asyncio.Task[None]] = {}
        self.tidying = Tidying(channel, self.is_quiet)
        """What takes old buttons off, meanwhile."""

    def is_quiet(self) -> bool:
        """Whether nothing is on its way to anybody."""
        return not self._queues

    def put(self, answers: Iterable[Answer]) -> None:
        """Let committed answers leave."""
        for answer in answers:
            queue = self._queues.get(answer.address)
            if queue is not None and len(queue.items) > MOST_WAITING:
                _merge(queue, answer)
            else:
                self._append(answer.address, answer)

    async def carry(self, address: Address, replies: Sequence[Reply]) -> Outcome:
        """Try to send a message that answers nothing, after what waits for its chat."""
        parcel = Parcel(replies, asyncio.get_running_loop().create_future())
        self._append(address, parcel)
        return await parcel.outcome

    def is_busy(self, address: Address) -> bool:
        """Whether something waits for a chat."""
        return address in self._queues

    def update_ids(self) -> list[int]:
        """The updates whose answers are still on their way."""
        items = (item for queue in self._queues.values() for item in queue.items)
        return [number for item in items for number in _update_ids(item)]

    async def emptied(self, address: Address, seconds: float) -> None:
        """Wait until all that waits for a chat has left, or so many seconds."""
        if address in self._tasks:
            await asyncio.wait([self._tasks[address]], timeout=seconds)

    async def empty(self, seconds: float) -> None:
        """Wait until everything has left, or so many seconds; then give up the rest."""
        tasks = list(self._tasks.values())
        if tasks:
            await asyncio.wait(tasks, timeout=seconds)
        for task in tasks:
            task.cancel()

    def _append(self, address: Address, item: Answer | Parcel) -> None:
        queue = self._queues.get(address)
        if queue is None:
            self._queues[address] = _Queue(deque([item]))
            self._tasks[address] = asyncio.create_task(self._empty(address))
        else:
            queue.items.append(item)

    # ---- one chat's queue

    async def _empty(self, address: Address) -> None:
        queue = self._queues[address]
        try:
            while queue.items:
                try:
                    await self._let_leave(address, queue)
                except Exception as error:
                    _log(error)
                    self._give_up(address, queue.items[0])
                queue.items.popleft()
        finally:
            del self._queues[address], self._tasks[address]
            for item in queue.items:
                if isinstance(item, Parcel):
                    item.outcome.cancel()

    async def _let_leave(self, address: Address, queue: _Queue) -> None:
        match queue.items[0]:
            case Parcel() as parcel:
                await self._carry(address, parcel)
            case Merged(update_ids):
                answer = await self._where_they_stand(address, tuple(update_ids))
                if answer.replies:
                    answer = replace(answer, update_ids=(*answer.update_ids, *_overtaken(queue)))
                await self._answer(queue, answer)
            case Answer() as answer:
                await self._answer(queue, answer)

    def _give_up(self, address: Address, item: Answer | Merged | Parcel) -> None:
        """Let a fault of ours keep neither what is behind it nor the next start busy."""
        match item:
            case Answer():
                self._reception.note(Departure(item, item.live_message_id))
            case Merged(update_ids):
                self._reception.note(Departure(Answer(tuple(update_ids), address, ()), None))
            case Parcel(outcome=outcome) if not outcome.done():
                outcome.set_result(Unclear("a fault of ours"))

    async def _where_they_stand(self, address: Address, update_ids: tuple[int, ...]) -> Answer:
        tries = 0
        while True:
            try:
                return await self._reception.resume(address, update_ids)
            except UnavailableError as error:
                log.warning("where a chat stands is not known (%s), trying again", error)
            tries += 1
            await asyncio.sleep(wait(tries))

    async def _carry(self, address: Address, parcel: Parcel) -> None:
        if parcel.outcome.done():
            return  # whoever wanted it has gone
        outcome: Outcome = Left()
        pieces = [piece for reply in parcel.replies for piece in self._channel.pieces(reply)]
        for number, piece in enumerate(pieces):
            if number == 0:
                outcome = await self._try(self._sending(address, piece))
            else:  # the whole must not come again because its end has to wait
                outcome = await self._persist(self._sending(address, piece))
            if not isinstance(outcome, Left):
                break
        if not parcel.outcome.done():
            parcel.outcome.set_result(outcome)

    # ---- one answer

    async def _answer(self, queue: _Queue, answer: Answer) -> None:
        """Send all replies of an answer in their order; toasts go beside them.

        Buttons of the question before go later, when nobody waits.
        """
        if queue.moved is not None:
            answer = replace(answer, live_message_id=queue.moved.live_message_id)
        toasts = [reply for reply in answer.replies if isinstance(reply, Toast)]
        if toasts:
            async with asyncio.TaskGroup() as group:
                for toast in toasts:
                    group.create_task(
                        self._while_worthwhile(self._sending(answer.address, toast, answer.press))
                    )
                departure = await self._send(answer)
        else:
            departure = await self._send(answer)
        if departure.live_message_id != answer.live_message_id:
            queue.moved = departure
        self._reception.note(departure)
        if (
            answer.live_message_id is not None
            and answer.live_message_id != departure.live_message_id
        ):
            self.tidying.note(answer.address, answer.live_message_id)

    async def _send(self, answer: Answer) -> Departure:
        live = answer.live_message_id
        for reply in answer.replies:
            match reply:
                case Toast():
                    continue
                case EndQuestion():
                    live = None
                    continue
            outcome = await self._send_pieces(answer, reply)
            if not isinstance(outcome, Left):
                # The replies after it are of no use without it, or would be refused as well.
                return Departure(answer, answer.live_message_id, isinstance(outcome, Blocked))
            if isinstance(reply, Question):
                live = outcome.message_id
        return Departure(answer, live)

    async def _send_pieces(self, answer: Answer, reply: Reply) -> Settled:
        outcome: Settled = Left()
        for piece in self._channel.pieces(reply):
            outcome = await self._persist(self._sending(answer.address, piece, answer.press))
            if isinstance(outcome, Refused):
                log.error("answer to updates %s refused: %s", answer.update_ids, outcome.reason)
            if not isinstance(outcome, Left):
                return outcome
        return outcome

    # ---- one message

    def _sending(self, address: Address, reply: Reply, press: Press | None = None) -> Attempt:
        return lambda: self._channel.send(address, reply, press)

    async def _while_worthwhile(self, attempt: Attempt) -> None:
        try:
            async with asyncio.timeout(WORTHWHILE):
                await self._persist(attempt)
        except TimeoutError:
            log.info("a notice is given up")

    async def _persist(self, attempt: Attempt) -> Settled:
        """Try until it has left or is refused; what fails for no clear reason, not for ever."""
        waits = tries = 0
        while True:
            outcome = await self._try(attempt)
            match outcome:
                case Wait(seconds):
                    waits += 1
                    await asyncio.sleep(wait(waits) if seconds is None else seconds)
                case Unclear(reason):
                    tries += 1
                    if tries >= MOST_TRIES:
                        return Refused(reason)
                    await asyncio.sleep(pause(tries))
                case _:
                    return outcome

    @staticmethod
    async def _try(attempt: Attempt) -> Outcome:
        try:
            return await attempt()
        except Exception as error:
            _log(error)
            return Unclear(type(error).__name__)


def _log(error: Exception) -> None:
    # The message of an exception may quote what somebody wrote: only its kind is logged.
    where = "".join(traceback.format_tb(error.__traceback__))
    log.error("a message cannot be sent: %s\n%s", type(error).__name__, where)


def _merge(queue: _Queue, answer: Answer) -> None:
    last = queue.items[-1]
    if isinstance(last, Merged):
        last.update_ids += answer.update_ids
    else:
        queue.items.append(Merged([*answer.update_ids]))


def _overtaken(queue: _Queue) -> list[int]:
    """Take out the answers behind the first one: what they say was so before it was read."""
    first, *behind = queue.items
    queue.items = deque([first, *(item for item in behind if isinstance(item, Parcel))])
    return [number for item in behind for number in _update_ids(item)]


def _update_ids(item: Answer | Merged | Parcel) -> Sequence[int]:
    return () if isinstance(item, Parcel) else item.update_ids
