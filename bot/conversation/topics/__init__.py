"""What the bot can talk about: one topic a file."""
