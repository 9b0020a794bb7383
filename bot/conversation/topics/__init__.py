"""What the bot can talk about: one topic a file. A topic says itself what it serves."""
