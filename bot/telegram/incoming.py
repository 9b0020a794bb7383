"""Telegram's updates as inputs of the dialogue."""

from telegram import Chat, Message, MessageEntity, Update, User
from telegram.constants import ChatMemberStatus, ChatType

from bot.dialogue.talk import (
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
from bot.reception import Received

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


def read(update: Update, bot_username: str) -> Received | None:
    """What an update says, and who says it; None when there is nothing to answer."""
    user, chat = update.effective_user, update.effective_chat
    if user is None or chat is None or user.is_bot:
        return None
    said = _input(update, chat, bot_username)
    return Received(update.update_id, _person(user, chat), said) if said is not None else None


def _person(user: User, chat: Chat) -> Person:
    return Person(chat.id, user.id, user.first_name, user.last_name or "", user.language_code)


def _input(update: Update, chat: Chat, bot_username: str) -> Input | None:
    if chat.type != ChatType.PRIVATE:
        return GroupCall(bot_username) if _calls_in_group(update, bot_username) else None
    if update.callback_query is not None:
        query = update.callback_query
        message_id = query.message.message_id if query.message is not None else None
        return Press(query.data or "", message_id, query.id)
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
    kind = next((kind for kind in _MEDIA if getattr(message, kind)), None)
    return Media(kind) if kind is not None else None  # service messages need no answer


def _command(message: Message) -> Command | None:
    entity = next(iter(message.entities), None)
    if entity is None or entity.type != MessageEntity.BOT_COMMAND or entity.offset:
        return None
    word, _, argument = (message.text or "").partition(" ")
    return Command(word[1:].partition("@")[0].lower(), argument.strip())


def _calls_in_group(update: Update, bot_username: str) -> bool:
    # Only what is meant for the bot: being added, a command, its name.
    if update.my_chat_member is not None:
        old = update.my_chat_member.old_chat_member.status
        new = update.my_chat_member.new_chat_member.status
        away = (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED)
        return old in away and new not in away
    text = update.message.text or "" if update.message is not None else ""
    return text.startswith("/start") or f"@{bot_username}" in text
