"""The dialogue's replies as calls of the Bot API."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from typing import Any, TypeVar

from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeChat,
    InputFile,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)
from telegram.constants import ChatAction, ParseMode
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot.conversation.messages import (
    AskPhone,
    Button,
    ContactCard,
    Document,
    EndQuestion,
    LinkButton,
    PutKeyboardAway,
    Question,
    Replace,
    Reply,
    Rows,
    Say,
    ShowCommands,
    Toast,
    Venue,
)
from bot.reception import Answer, Departure

log = logging.getLogger(__name__)
T = TypeVar("T")

LONGEST_PAUSE = 30.0
"""Seconds between two tries while Telegram cannot be reached."""


class Sender:
    """Sends answers, patiently: waits when told to, and while Telegram cannot be reached."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def send(self, answer: Answer) -> Departure:
        """Send all replies of an answer in their order; the toast goes beside them.

        Buttons of the question before stay until `tidy_up`: who answers the next one at once is
        not kept waiting for that.

        A person who blocks the bot, or a reply that Telegram refuses, ends the answer: it would
        be refused again.
        """
        toasts = [reply for reply in answer.replies if isinstance(reply, Toast)]
        messages = [reply for reply in answer.replies if not isinstance(reply, Toast)]
        sending = self._send_messages(answer, messages)
        try:
            if toasts:
                toasting = (self._toast(answer, toast) for toast in toasts)
                live, *_ = await asyncio.gather(sending, *toasting)
            else:
                live = await sending
        except Forbidden:
            return Departure(answer, answer.live_message_id, blocked=True)
        except BadRequest as error:
            log.error("answer to updates %s refused: %s", answer.update_ids, error.message)
            return Departure(answer, answer.live_message_id)
        return Departure(answer, live)

    async def send_alone(self, chat_id: int, reply: Reply) -> None:
        """Send one message that answers nothing.

        Raises:
            Forbidden: the person blocks the bot.
            BadRequest: Telegram refuses the message.
        """
        await self._send_messages(Answer((), chat_id, (reply,)), [reply])

    async def _send_messages(self, answer: Answer, replies: Sequence[Reply]) -> int | None:
        live = answer.live_message_id
        for reply in replies:
            match reply:
                case Question(text, rows):
                    live = await self._say(answer.chat_id, Say(text, rows))
                case EndQuestion():
                    live = None
                case Replace():
                    await self._replace(answer, reply)
                case _:
                    await self._send(answer.chat_id, reply)
        return live

    async def tidy_up(self, departure: Departure) -> None:
        """Take the buttons off the message whose question is not the open one any more."""
        chat_id, message_id = departure.answer.chat_id, departure.answer.live_message_id
        if message_id is None or message_id == departure.live_message_id:
            return
        try:
            await self._call("editMessageReplyMarkup", chat_id=chat_id, message_id=message_id)
        except (BadRequest, Forbidden) as error:
            # The person deleted the message or left, or an earlier try had removed them already.
            log.debug("buttons not removed: %s", error.message)

    async def _replace(self, answer: Answer, reply: Replace) -> None:
        message_id = answer.press.message_id if answer.press is not None else None
        if message_id is None:
            await self._say(answer.chat_id, Say(reply.text, reply.rows))
            return
        try:
            await self._call(
                "editMessageText",
                chat_id=answer.chat_id,
                message_id=message_id,
                text=reply.text,
                parse_mode=ParseMode.HTML,
                reply_markup=_keyboard(reply.rows),
            )
        except BadRequest as error:
            if "not modified" not in error.message:  # else it shows already what it should
                await self._say(answer.chat_id, Say(reply.text, reply.rows))

    async def _say(self, chat_id: int, reply: Say) -> int:
        message = await self._call(
            "sendMessage",
            chat_id=chat_id,
            text=reply.text,
            parse_mode=ParseMode.HTML,
            reply_markup=_keyboard(reply.rows),
        )
        return int(message["message_id"])

    async def _toast(self, answer: Answer, toast: Toast) -> None:
        if answer.press is None:
            return
        query_id = answer.press.query_id
        try:
            await self._call("answerCallbackQuery", callback_query_id=query_id, text=toast.text)
        except BadRequest as error:
            # Older than Telegram keeps it, or answered before a crash: the message says it all.
            log.info("press not answered: %s", error.message)

    async def _call(self, method: str, **parameters: object) -> Any:
        return await patiently(lambda: call(self._bot, method, **parameters))

    async def _send(self, chat_id: int, reply: Reply) -> None:
        match reply:
            case Say():
                await self._say(chat_id, reply)
            case Document():
                await self._send_document(chat_id, reply)
            case ContactCard(first_name, last_name, phone):
                await patiently(
                    lambda: self._bot.send_contact(chat_id, phone, first_name, last_name)
                )
            case Venue(title, address, latitude, longitude):
                await patiently(
                    lambda: self._bot.send_venue(chat_id, latitude, longitude, title, address)
                )
            case AskPhone() | PutKeyboardAway():
                await self._send_with_keyboard(chat_id, reply)
            case ShowCommands(commands):
                await set_chat_commands(self._bot, chat_id, commands)

    async def _send_document(self, chat_id: int, reply: Document) -> None:
        file = InputFile(reply.content, filename=reply.name)
        await patiently(lambda: self._bot.send_chat_action(chat_id, ChatAction.UPLOAD_DOCUMENT))
        await patiently(
            lambda: self._bot.send_document(
                chat_id, file, caption=reply.caption, parse_mode=ParseMode.HTML
            )
        )

    async def _send_with_keyboard(self, chat_id: int, reply: AskPhone | PutKeyboardAway) -> None:
        keyboard: ReplyKeyboardMarkup | ReplyKeyboardRemove = ReplyKeyboardRemove()
        if isinstance(reply, AskPhone):
            button = KeyboardButton(reply.label, request_contact=True)
            keyboard = ReplyKeyboardMarkup([[button]], resize_keyboard=True, one_time_keyboard=True)
        await patiently(
            lambda: self._bot.send_message(
                chat_id, reply.text, parse_mode=ParseMode.HTML, reply_markup=keyboard
            )
        )


async def set_chat_commands(bot: Bot, chat_id: int, commands: tuple[tuple[str, str], ...]) -> None:
    """Give one chat its own command menu; a chat that never wrote to the bot has none yet."""
    listed = [BotCommand(name, description) for name, description in commands]
    try:
        await patiently(lambda: bot.set_my_commands(listed, scope=BotCommandScopeChat(chat_id)))
    except BadRequest as error:
        log.info("commands of a chat not set: %s", error.message)


async def call(
    bot: Bot, method: str, read_timeout: float | None = None, /, **parameters: object
) -> Any:
    """Call a method of the Bot API with plain JSON, for what is done at every step.

    `Bot.send_message` and its like cost twice the processor time: they turn the keyboard into
    objects and back, and the answer into a `Message` nobody looks at.

    Raises:
        TelegramError: as the methods of `Bot` do.
    """
    data = RequestData([RequestParameter(name, value, None) for name, value in parameters.items()])
    seconds = bot.request.read_timeout if read_timeout is None else read_timeout
    return await bot.request.post(f"{bot.base_url}/{method}", data, seconds)


async def patiently(call: Callable[[], Awaitable[T]]) -> T:
    """Make a call until it gets through.

    Telegram's own `retry_after` is respected. A call that timed out may have got through after
    all: its message is then there twice, rather than not at all.

    Raises:
        Forbidden: the person blocks the bot.
        BadRequest: Telegram refuses the call.
    """
    pause = 0.5
    while True:
        try:
            return await call()
        except RetryAfter as error:
            await asyncio.sleep(_seconds(error.retry_after))
        except BadRequest:
            raise
        except NetworkError as error:
            log.warning("Telegram cannot be reached (%s), trying again", type(error).__name__)
            await asyncio.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE)


def _seconds(pause: int | timedelta) -> float:
    return pause.total_seconds() if isinstance(pause, timedelta) else float(pause)


def _keyboard(rows: Rows) -> dict[str, object] | None:
    if not rows:
        return None
    return {"inline_keyboard": [[_button(button) for button in row] for row in rows]}


def _button(button: Button | LinkButton) -> dict[str, str]:
    if isinstance(button, LinkButton):
        return {"text": button.label, "url": button.url}
    return {"text": button.label, "callback_data": button.data}
