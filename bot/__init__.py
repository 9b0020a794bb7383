"""Binôme: a chat bot that registers binômes and trinômes for small professional events."""
