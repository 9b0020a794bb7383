"""Parties and seats: what registering means, whoever talks and wherever it is stored."""
