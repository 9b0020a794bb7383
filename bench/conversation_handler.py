"""The registration as a user of python-telegram-bot would write it, with the library's defaults.

    python -m bench.conversation_handler <root URL> <pickle file>

`ConversationHandler` keeps the state in memory; `PicklePersistence` writes it down once a minute,
so that a crash loses what came since.
"""

import sys
from collections.abc import Callable, Coroutine
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import (
    ApplicationBuilder,
    BaseHandler,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    PicklePersistence,
    filters,
)

from bench.registration import DONE, GREETING, MENU, QUESTIONS, REGISTER, STOP, STOPPED
from bench.server import TOKEN

Context = ContextTypes.DEFAULT_TYPE
Answered = Callable[[Update, Context], Coroutine[Any, Any, int]]


async def say(update: Update, text: str, *buttons: tuple[str, str]) -> None:
    """Send a message with its buttons."""
    rows = [[InlineKeyboardButton(label, callback_data=data)] for label, data in buttons]
    assert update.effective_message is not None
    await update.effective_message.reply_text(text, reply_markup=InlineKeyboardMarkup(rows))


async def ask(update: Update, number: int) -> int:
    """Ask the question of this number, which is the conversation's state."""
    question = QUESTIONS[number]
    await say(update, question.text, *question.buttons)
    return number


async def greet(update: Update, context: Context) -> None:
    """Answer /start."""
    await say(update, GREETING, REGISTER)


async def register(update: Update, context: Context) -> int:
    """Begin to ask."""
    assert update.callback_query is not None
    await update.callback_query.answer()
    return await ask(update, 0)


async def stop(update: Update, context: Context) -> int:
    """Leave the registration."""
    assert update.callback_query is not None
    await update.callback_query.answer()
    await say(update, STOPPED, MENU)
    return ConversationHandler.END


def answered(number: int) -> Answered:
    """What takes the answer to the question of this number."""

    async def answer(update: Update, context: Context) -> int:
        assert context.user_data is not None and update.effective_user is not None
        query, message = update.callback_query, update.message
        if query is not None:
            await query.answer()
            context.user_data[QUESTIONS[number].key] = query.data
        elif message is not None:
            context.user_data[QUESTIONS[number].key] = message.text
        if number + 1 < len(QUESTIONS):
            return await ask(update, number + 1)
        context.bot_data[update.effective_user.id] = dict(context.user_data)
        await say(update, DONE, MENU)
        return ConversationHandler.END

    return answer


def handler(number: int) -> BaseHandler[Update, Any, object]:
    """The handler of the question of this number."""
    if choices := QUESTIONS[number].choices:
        pattern = "|".join(data for _, data in choices)
        return CallbackQueryHandler(answered(number), f"^({pattern})$")
    return MessageHandler(filters.TEXT & ~filters.COMMAND, answered(number))


def main(root: str, file: str) -> None:
    """Run the bot until it is told to stop."""
    builder = ApplicationBuilder().token(TOKEN).base_url(f"{root}/bot")
    application = builder.persistence(PicklePersistence(filepath=file)).build()
    conversation: ConversationHandler[Any] = ConversationHandler(
        entry_points=[CallbackQueryHandler(register, f"^{REGISTER[1]}$")],
        states={number: [handler(number)] for number in range(len(QUESTIONS))},
        fallbacks=[CallbackQueryHandler(stop, f"^{STOP[1]}$")],
        name="registration",
        persistent=True,
    )
    application.add_handler(CommandHandler("start", greet))
    application.add_handler(conversation)
    application.run_polling()


if __name__ == "__main__":
    main(*sys.argv[1:])
