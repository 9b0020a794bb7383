"""How many steps of a dialogue the bot takes a second, beside a plain echo bot."""
