"""The dialogue's replies as calls of the Bot API: each is tried once."""

import asyncio
import logging
from collections.abc import Sequence
from typing import Any

from markupsafe import Markup as Html
from telegram import InputFile
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, TelegramError

from bot.channels.channel import Left, Outcome, Unclear, Wait
from bot.channels.telegram import splitting
from bot.channels.telegram.api import Api
from bot.channels.telegram.errors import UnclearError, outcome
from bot.channels.telegram.pictures import Pictures
from bot.conversation.messages import (
    AskPhone,
    Button,
    ContactCard,
    Document,
    EndQuestion,
    LinkButton,
    Paper,
    Press,
    PutKeyboardAway,
    Question,
    Replace,
    Reply,
    Revise,
    Rows,
    Say,
    SentFile,
    ShowCommands,
    Toast,
    Venue,
)

log = logging.getLogger(__name__)

Markup = dict[str, object]
"""A keyboard, as the Bot API takes it."""


class Sender:
    """Sends one message at a time, and says what became of it."""

    def __init__(self, api: Api) -> None:
        self._api = api
        self._pictures = Pictures(api)

    def pieces(self, reply: Reply) -> Sequence[Reply]:
        """What is sent one after the other for a reply: several where it is too long for one."""
        return splitting.pieces(reply)

    async def send(self, chat_id: int, reply: Reply, press: Press | None = None) -> Outcome:
        """Try once to send one piece; `press` is what it answers."""
        try:
            return Left(await self._send(chat_id, reply, press))
        except ChatMigrated as moved:
            return await self._send_to(moved.new_chat_id, reply)
        except TelegramError as error:
            return _explained(error)

    async def _send_to(self, new_chat_id: int, reply: Reply) -> Outcome:
        """Send it where a group has moved to."""
        try:
            return Left(await self._send(new_chat_id, reply, None))
        except ChatMigrated:
            return Unclear("a group that moves in a circle")
        except TelegramError as error:
            return _explained(error)

    async def take_buttons_off(self, chat_id: int, *, message_id: int) -> Outcome:
        """Try once to take the buttons off a message; it may have none any more."""
        try:
            await self._api.call("editMessageReplyMarkup", chat_id=chat_id, message_id=message_id)
        except TelegramError as error:
            return outcome(error)
        return Left(message_id)

    async def _send(self, chat_id: int, reply: Reply, press: Press | None) -> int | None:
        """Send it; the id of the message that it has become."""
        match reply:
            case Say(text, rows) | Question(text, rows):
                return await self._say(chat_id, text, _buttons(rows))
            case AskPhone(text, label):
                return await self._say(chat_id, text, _phone_keyboard(label))
            case PutKeyboardAway(text):
                return await self._say(chat_id, text, {"remove_keyboard": True})
            case Replace(text, rows):
                pressed = press.message_id if press is not None else None
                return await self._revise(chat_id, Revise(text, rows, pressed))
            case Revise():
                return await self._revise(chat_id, reply)
            case Toast(text):
                await self._toast(text, press)
            case Document():
                await self._document(chat_id, reply)
            case Paper():
                return await self._paper(chat_id, reply)
            case SentFile():
                return await self._file_again(chat_id, reply)
            case ContactCard() | Venue():
                await self._card(chat_id, reply)
            case ShowCommands(commands):
                await self._show_commands(chat_id, commands)
            case EndQuestion():
                pass  # there is nothing to show
        return None

    async def _say(self, chat_id: int, text: str, markup: Markup | None) -> int:
        message = await self._api.call(
            "sendMessage",
            chat_id=chat_id,
            text=text,
            parse_mode=ParseMode.HTML,
            reply_markup=markup,
        )
        return _message_id(message)

    async def _revise(self, chat_id: int, reply: Revise) -> int:
        message_id = reply.message_id
        if message_id is None:
            return await self._say(chat_id, reply.text, _buttons(reply.rows))
        try:
            await self._api.call(
                "editMessageText",
                chat_id=chat_id,
                message_id=message_id,
                text=reply.text,
                parse_mode=ParseMode.HTML,
                reply_markup=_buttons(reply.rows),
            )
        except BadRequest as error:
            if "not modified" not in error.message:  # else it shows already what it should
                return await self._say(chat_id, reply.text, _buttons(reply.rows))
        return message_id

    async def _toast(self, text: str, press: Press | None) -> None:
        if press is not None:
            await self._api.call("answerCallbackQuery", callback_query_id=press.query_id, text=text)

    async def _card(self, chat_id: int, reply: ContactCard | Venue) -> None:
        match reply:
            case ContactCard(first_name, last_name, phone):
                await self._api.call(
                    "sendContact",
                    chat_id=chat_id,
                    phone_number=phone,
                    first_name=first_name,
                    last_name=last_name,
                )
            case Venue(title, address, latitude, longitude):
                await self._api.call(
                    "sendVenue",
                    chat_id=chat_id,
                    latitude=latitude,
                    longitude=longitude,
                    title=title,
                    address=address,
                )

    async def _document(self, chat_id: int, reply: Document) -> None:
        message = await self._api.call(
            "sendDocument",
            chat_id=chat_id,
            document=InputFile(reply.content, filename=reply.name),
            caption=reply.caption,
            parse_mode=ParseMode.HTML,
        )
        _message_id(message)

    async def _paper(self, chat_id: int, reply: Paper) -> int:
        """Make a file and send it, or what is said in its place."""
        pictures = [await self._pictures.get(one) for one in reply.pictures]
        made = await asyncio.to_thread(reply.make, pictures)
        if isinstance(made, Html):
            return await self._say(chat_id, made, None)
        message = await self._api.call(
            f"send{reply.kind.capitalize()}",
            chat_id=chat_id,
            caption=reply.caption or None,
            parse_mode=ParseMode.HTML,
            **{reply.kind: InputFile(made, filename=reply.name)},
        )
        return _message_id(message)

    async def _file_again(self, chat_id: int, reply: SentFile) -> int:
        message = await self._api.call(
            f"send{reply.kind.capitalize()}",
            chat_id=chat_id,
            caption=reply.caption or None,
            parse_mode=ParseMode.HTML,
            **{reply.kind: reply.file},
        )
        return _message_id(message)

    async def _show_commands(self, chat_id: int, commands: Sequence[tuple[str, str]]) -> None:
        try:
            await self._api.call(
                "setMyCommands",
                commands=[{"command": name, "description": said} for name, said in commands],
                scope={"type": "chat", "chat_id": chat_id},
            )
        except BadRequest as error:
            # A chat that never wrote to the bot has no menu yet.
            log.info("commands of a chat not set: %s", error.message)


def _explained(error: TelegramError) -> Outcome:
    found = outcome(error)
    if isinstance(found, Unclear) or found == Wait():
        log.warning("Telegram does not help (%s), trying again", type(error).__name__)
    return found


def _message_id(message: Any) -> int:
    found = message.get("message_id") if isinstance(message, dict) else None
    if not isinstance(found, int) or isinstance(found, bool):
        raise UnclearError("No message in the answer")
    return found


def _phone_keyboard(label: str) -> Markup:
    button = {"text": label, "request_contact": True}
    return {"keyboard": [[button]], "resize_keyboard": True, "one_time_keyboard": True}


def _buttons(rows: Rows) -> Markup | None:
    if not rows:
        return None
    return {"inline_keyboard": [[_button(button) for button in row] for row in rows]}


def _button(button: Button | LinkButton) -> dict[str, str]:
    if isinstance(button, LinkButton):
        return {"text": button.label, "url": button.url}
    return {"text": button.label, "callback_data": button.data}
