"""Telegram, through python-telegram-bot: updates become inputs, replies become API calls."""
