"""Telegram's updates as inputs of the dialogue.

Only what the bot reads of an update is read: python-telegram-bot's `Update`, which turns all of it
into objects, cost a tenth of the bot's time.
"""

import logging
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from telegram.constants import ChatMemberStatus, ChatType, MessageEntityType

from bot.conversation.messages import (
    Blocking,
    Command,
    Edited,
    GroupCall,
    Input,
    Media,
    Person,
    Press,
    SharedContact,
    Text,
)
from bot.domain.keys import telegram
from bot.reception import Received

log = logging.getLogger(__name__)

UPDATE_KINDS = ("message", "edited_message", "callback_query", "my_chat_member")
"""The kinds of updates the bot asks Telegram for."""

_MEDIA = (
    "photo",
    "voice",
    "video",
    "video_note",
    "audio",
    "sticker",
    "animation",
    "document",
    "location",
    "venue",
    "poll",
    "dice",
    "story",
)


MOST_FAULTS = 5
"""What is wrong with an update is told so many times at most."""

Number = Annotated[int, Field(strict=True, ge=-(2**63), lt=2**63)]
"""What a database can keep."""

UpdateId = Annotated[int, Field(strict=True, ge=0, lt=2**63 - 1)]
"""The same, so that the next one can be asked for."""


class User(BaseModel):
    """https://core.telegram.org/bots/api#user"""

    id: Number
    is_bot: bool
    first_name: str
    last_name: str = ""
    language_code: str | None = None


class Chat(BaseModel):
    """https://core.telegram.org/bots/api#chat"""

    id: Number
    type: str


class MessageEntity(BaseModel):
    """https://core.telegram.org/bots/api#messageentity"""

    type: str
    offset: Number


class Contact(BaseModel):
    """https://core.telegram.org/bots/api#contact"""

    phone_number: str
    user_id: Number | None = None


class File(BaseModel):
    """https://core.telegram.org/bots/api#document, and what has a `file_id` like it."""

    file_id: str


class MessageAddress(BaseModel):
    """A message by its id alone, as under a button: https://core.telegram.org/bots/api#message"""

    message_id: Number
    chat: Chat


class Message(MessageAddress):
    """The same with what was sent; voices and the like are only known to be there (extra)."""

    model_config = ConfigDict(extra="allow")

    sender: User | None = Field(None, alias="from")
    text: str = ""
    caption: str = ""
    entities: list[MessageEntity] = Field(default_factory=list)
    contact: Contact | None = None
    photo: list[File] = Field(default_factory=list)
    """The same picture in several sizes, the largest last."""
    document: File | None = None
    video: File | None = None


class CallbackQuery(BaseModel):
    """https://core.telegram.org/bots/api#callbackquery"""

    id: str
    sender: User = Field(alias="from")
    message: MessageAddress | None = None
    data: str = ""


class ChatMember(BaseModel):
    """https://core.telegram.org/bots/api#chatmember"""

    status: str


class ChatMemberUpdated(BaseModel):
    """https://core.telegram.org/bots/api#chatmemberupdated"""

    chat: Chat
    sender: User = Field(alias="from")
    old_chat_member: ChatMember
    new_chat_member: ChatMember


class Update(BaseModel):
    """https://core.telegram.org/bots/api#update"""

    update_id: UpdateId
    message: Message | None = None
    edited_message: Message | None = None
    callback_query: CallbackQuery | None = None
    my_chat_member: ChatMemberUpdated | None = None


def parse(raw: object) -> Update | None:
    """An update; None when it can never be read, whose faults are logged, never its content.

    Args:
        raw: what JSON was made of, or the JSON itself as bytes.
    """
    try:
        if isinstance(raw, bytes):
            return Update.model_validate_json(raw)
        return Update.model_validate(raw)
    except (ValidationError, RecursionError) as error:
        log.error("an update cannot be read: %s", _faults(error))
        return None


def _faults(error: ValidationError | RecursionError) -> str:
    if isinstance(error, RecursionError):
        return "nested too deeply"
    found = [
        f"{'.'.join(map(str, detail['loc'])) or 'update'} ({detail['type']})"
        for detail in error.errors(include_url=False, include_context=False, include_input=False)
    ]
    return ", ".join(found[:MOST_FAULTS])


def read(update: Update, bot_username: str) -> Received | None:
    """What an update says, and who says it; None when there is nothing to answer."""
    user, chat = _whence(update)
    if user is None or chat is None or user.is_bot:
        return None
    said = _input(update, chat, bot_username)
    return Received(update.update_id, _person(user, chat), said) if said is not None else None


def _whence(update: Update) -> tuple[User | None, Chat | None]:
    if update.callback_query is not None:
        pressed = update.callback_query.message
        return update.callback_query.sender, pressed.chat if pressed is not None else None
    said = update.message or update.edited_message or update.my_chat_member
    return (said.sender, said.chat) if said is not None else (None, None)


def _person(user: User, chat: Chat) -> Person:
    return Person(telegram(chat.id), user.first_name, user.last_name, user.language_code)


def _input(update: Update, chat: Chat, bot_username: str) -> Input | None:
    if chat.type != ChatType.PRIVATE:
        return GroupCall() if _calls_in_group(update, bot_username) else None
    if update.callback_query is not None:
        query = update.callback_query
        message_id = query.message.message_id if query.message is not None else None
        return Press(query.data, message_id, query.id)
    if update.my_chat_member is not None:
        status = update.my_chat_member.new_chat_member.status
        return Blocking(status == ChatMemberStatus.BANNED)
    if update.edited_message is not None:
        return Edited()
    return _message(update.message, chat) if update.message is not None else None


def _message(message: Message, chat: Chat) -> Input | None:
    if message.text:
        return _command(message) or Text(message.text)
    if message.contact is not None:
        own = message.contact.user_id == chat.id
        return SharedContact(message.contact.phone_number, own)
    kind = next((kind for kind in _MEDIA if kind in _sent(message)), None)
    if kind is None:
        return None  # service messages need no answer
    return Media(kind, _file(message), message.caption)


def _sent(message: Message) -> set[str]:
    """The names of all that a message carries."""
    return {*(message.model_extra or {}), *message.model_fields_set}


def _file(message: Message) -> str:
    """What the picture, document or film of a message is known by."""
    found = message.document or message.video or next(reversed(message.photo), None)
    return found.file_id if found is not None else ""


def _command(message: Message) -> Command | None:
    entity = next(iter(message.entities), None)
    if entity is None or entity.type != MessageEntityType.BOT_COMMAND or entity.offset:
        return None
    word, _, argument = message.text.partition(" ")
    return Command(word[1:].partition("@")[0].lower(), argument.strip())


def _calls_in_group(update: Update, bot_username: str) -> bool:
    # Only what is meant for the bot: being added, a command, its name.
    if update.my_chat_member is not None:
        old = update.my_chat_member.old_chat_member.status
        new = update.my_chat_member.new_chat_member.status
        away = (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED)
        return old in away and new not in away
    text = update.message.text if update.message is not None else ""
    return text.startswith("/start") or f"@{bot_username}" in text
