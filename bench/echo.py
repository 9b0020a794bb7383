"""python-telegram-bot's plain echo bot: the yardstick, as its documentation writes it.

python -m bench.echo <root URL> httpx      with python-telegram-bot's defaults
python -m bench.echo <root URL> aiohttp    the same over the bot's own transport
"""

import sys

from telegram import Update
from telegram.ext import ApplicationBuilder, ContextTypes, MessageHandler, filters

from bench.server import TOKEN
from bot.channels.telegram.transport import AiohttpTransport


async def echo(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Answer a text with the same text."""
    if update.message is not None and update.message.text is not None:
        await update.message.reply_text(update.message.text)


def main(root: str, client: str) -> None:
    """Run the bot until it is told to stop."""
    builder = ApplicationBuilder().token(TOKEN).base_url(f"{root}/bot")
    if client == "aiohttp":
        builder = builder.request(AiohttpTransport()).get_updates_request(AiohttpTransport())
    application = builder.build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling()


if __name__ == "__main__":
    main(*sys.argv[1:])
