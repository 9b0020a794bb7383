"""Conversations with the bot, as plain text: each `.txt` here is a test."""
